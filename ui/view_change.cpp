// What would change it: the inputs on which an outcome tips nearest to where they stand, each with the value and what
// would then be so. The hero's tipping points stand at its own slider.
#include <algorithm>
#include <cmath>

#include "core/format.h"
#include "ui/fold.h"
#include "ui/view_list.h"

namespace fr {

namespace {

constexpr int shown_of_each = 2;  // of each outcome
constexpr std::array keys{Key::exclusivity_would_break, Key::shortage_ends, Key::agi_trips};

struct Change {
    const Param* param;
    double value;      // the first on the other side
    std::string then;  // what is so there
    double distance;   // a share of the input's range
};

// The tip nearest to the present value, for one outcome; it must come or go there.
std::optional<Change> nearest_change(const Param& param, std::span<const Tip> tips, Key key, double value) {
    std::optional<Change> nearest;
    for (const Tip& tip : tips) {
        const bool flips = (tip.below == Standing::not_at_all) != (tip.above == Standing::not_at_all);
        if (tip.key != key || !flips) continue;
        const bool is_above = value <= tip.low;
        const double there = is_above ? tip.high : tip.low;
        const double distance = std::fabs(there - value) / (param.high - param.low);
        if (nearest && distance >= nearest->distance) continue;
        // The word tells what is so above a tip; below it, that of the tip turned round.
        const Tip turned{tip.param, tip.key, tip.low, tip.high, tip.above, tip.below};
        nearest = Change{&param, there, tip_word(is_above ? tip : turned), distance};
    }
    return nearest;
}

// The nearest changes of one outcome, by any input but the hero.
std::vector<Change> changes_of(const Stage& stage, Key key) {
    std::vector<Change> found;
    for (std::size_t i = 1; i < params.size(); ++i) {
        const Param& param = params[i];
        if (param.kind == InputKind::choice) continue;
        const auto& tips = stage.results.background.tips[i];
        if (const auto change = nearest_change(param, tips, key, stage.app.state.inputs.*param.field))
            found.push_back(*change);
    }
    std::ranges::stable_sort(found, {}, &Change::distance);
    if (std::ssize(found) > shown_of_each) found.resize(shown_of_each);
    return found;
}

}  // namespace

float draw_change(Stage& stage, Column column, float y) {
    const auto& known = stage.results.background.tips_known;
    std::vector<Change> changes;
    for (const Key key : keys)
        for (Change& change : changes_of(stage, key)) changes.push_back(std::move(change));
    const bool is_complete = std::ranges::all_of(known, std::identity{});
    if (changes.empty() && !is_complete) return y;
    y = draw_heading(stage.pen, "What would change it", column, y);
    if (changes.empty()) return paragraph(stage.pen, "No single input, within its range.", column, y, {Ink::muted});
    for (const Change& change : changes)
        y = draw_line(
            stage.pen,
            {std::string(change.param->label) + ": " + value_text(*change.param, change.value), "", change.then},
            column, y);
    return y;
}

}  // namespace fr
