// Tipping points in the words that stand at a slider's ticks: what is so beyond each, and on which side of it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/ask/whatif.h"

namespace fr {

// What may stand at a tick, and on which side: the words tell of that side.
struct TickForm {
    std::string words;
    bool is_below;
};
struct TickWords {
    double value;                 // of the tick, between two steps of the slider
    std::vector<TickForm> forms;  // from long to short: "below ×2.15 exclusivity would have held"
};

// The marked tipping points of an input, most important outcome first. In full each tells of the side that lies away
// from `standard`, the value that the deal opens with: what would have to be different, and what then would be. The
// last form tells of the other side, where that one has no room.
std::vector<TickWords> tick_words(std::span<const Tip> tips, double standard);

}  // namespace fr
