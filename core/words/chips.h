// The outcomes that stand beside the sentence, each a name, a word and a month: for the stage, embeds and the text
// view.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/model/reading.h"

namespace fr {

struct Chip {
    std::string_view key;   // of the outcome that it opens, as in the headline
    std::string_view name;  // "exclusivity"
    std::string state;      // "ended Jan 2025"
    bool breaks = false;    // it ends or trips
    std::string text() const { return std::string(name) + " " + state; }
};

// Exclusivity, the AGI clause, the API.
std::array<Chip, 3> outcome_chips(const Contract& contract, const Run& run);

}  // namespace fr
