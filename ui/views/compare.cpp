// Compare: the present state kept as A, and everything in which the state on screen, B, differs from it.
#include <algorithm>

#include "core/words/format.h"
#include "ui/look/panels.h"
#include "ui/views/below.h"

namespace fr {

namespace {

float draw_table(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const auto settings = differing_settings(*stage.app.pinned, stage.app.state);
    if (settings.empty())
        return paragraph(pen, "B is still the same as A. Change a lever or a clause: A stays as a dashed line.", column,
                         y, {Ink::muted});
    y = draw_differences(pen, {"What you set", "A", "B, now"}, settings, column, y);
    const auto outcomes = differences(stage.results.pinned->headline, stage.results.reading.headline);
    if (outcomes.empty()) return paragraph(pen, "Nothing comes out differently.", column, y + 8, {Ink::muted});
    return draw_differences(pen, {"What comes of it", "A", "B, now"}, outcomes, column, y + 12);
}

}  // namespace

float draw_compare(Stage& stage, Column column, float y) {
    const bool is_pinned = stage.app.pinned.has_value();
    const std::string_view note =
        is_pinned ? "A is kept, and dashed in the picture" : "keep this state as A, and change";
    if (!fold(stage, "compare-panel", "Compare", note, column, y)) return y;
    const Column inside{column.left, std::min(column.right, 780.0f)};
    float left = inside.left;
    if (tick_box(stage, "pin", "Keep this state as A", is_pinned, left, y + stage.target() / 2)) {
        if (is_pinned)
            stage.actions.push_back(Unpin{});
        else
            stage.actions.push_back(Pin{});
    }
    y += stage.target();
    if (is_pinned && stage.results.pinned) y = draw_table(stage, inside, y + 6);
    return y + 28;
}

}  // namespace fr
