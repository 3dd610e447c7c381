// The words at ticks.
#include "core/ask/tick_words.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

namespace {

// An outcome on one side of a tick, in full and shorter.
struct Said {
    std::string_view full, shorter;
};

Said said(Outcome about, Standing there) {
    const bool comes = there != Standing::not_at_all;
    if (about == Outcome::agi_trips)
        return comes ? Said{"the AGI clause trips", "AGI clause trips"}
                     : Said{"the AGI clause never trips", "AGI clause never trips"};
    if (about == Outcome::shortage_ends)
        return comes ? Said{"no shortage lasts", "no shortage lasts"}
                     : Said{"the shortage never ends", "shortage never ends"};
    return comes ? Said{"exclusivity would have broken", "exclusivity breaks"}
                 : Said{"exclusivity would have held", "exclusivity holds"};
}

// "×2.15", "4.4 GW a year": what a year does is said at the slider.
std::string number_text(const Param& param, double value) {
    const std::string text = value_text(param, value);
    return text.starts_with("×") ? text.substr(0, text.find(' ')) : text;
}

// The next tick of the same outcome on the side that is told of: beyond it things are different again.
const Tip* next_beyond(std::span<const Tip> tips, const Tip& tip, bool is_below) {
    const Tip* found = nullptr;
    for (const Tip& other : tips) {
        if (other.outcome != tip.outcome || !is_marked(other)) continue;
        if (is_below && other.low < tip.low && (!found || other.low > found->low)) found = &other;
        if (!is_below && other.low > tip.low && (!found || other.low < found->low)) found = &other;
    }
    return found;
}

// "below ×2.15", "above ×3.6", "from ×1.8 to ×2.1"; months come before or after.
std::string where_text(const Tip& tip, const Tip* beyond, bool is_below) {
    const Param& param = *tip.param;
    if (beyond && is_below) return "from " + number_text(param, beyond->high) + " to " + number_text(param, tip.low);
    if (beyond) return "from " + number_text(param, tip.high) + " to " + number_text(param, beyond->low);
    const bool is_month = param.kind == InputKind::month;
    if (is_below) return (is_month ? "before " : "below ") + number_text(param, tip.high);
    return (is_month ? "after " : "above ") + number_text(param, tip.low);
}

// "← exclusivity holds"
TickForm pointing(const Tip& tip, bool is_below) {
    const std::string words(said(tip.outcome, is_below ? tip.below : tip.above).shorter);
    return {is_below ? "← " + words : words + " →", is_below};
}

TickWords words_of(std::span<const Tip> tips, const Tip& tip, double standard) {
    const bool is_below = tip.high <= standard;
    const Said what = said(tip.outcome, is_below ? tip.below : tip.above);
    const std::string where = where_text(tip, next_beyond(tips, tip, is_below), is_below);
    return {(tip.low + tip.high) / 2,
            {{where + " " + std::string(what.full), is_below},
             {where + " " + std::string(what.shorter), is_below},
             pointing(tip, is_below),
             pointing(tip, !is_below)}};
}

}  // namespace

std::vector<TickWords> tick_words(std::span<const Tip> tips, double standard) {
    std::vector<TickWords> all;
    for (const Outcome outcome : marked_outcomes)
        for (const Tip& tip : tips)
            if (tip.outcome == outcome && is_marked(tip)) all.push_back(words_of(tips, tip, standard));
    return all;
}

}  // namespace fr
