// What would change it: the inputs on which an outcome tips nearest to where they stand, each with the value and what
// would then be so. The hero's tipping points stand at its own slider.
#include <algorithm>

#include "core/words/format.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

float draw_change(Stage& stage, Column column, float y) {
    const Background& background = stage.results.background;
    const std::vector<Change> changes = nearest_changes(stage.app.state.inputs, background);
    const bool is_complete = std::ranges::all_of(background.tips_known, std::identity{});
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
