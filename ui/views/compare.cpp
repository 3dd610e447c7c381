// Compare: the present state kept as A, and everything in which the state on screen, B, differs from it.
#include <algorithm>

#include "core/words/format.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

float draw_beside_table(Stage& stage, Column column, float y) {
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
    float left = column.left;
    if (tick_box(stage, "pin", "Keep this state as A", is_pinned, left, y + stage.target() / 2)) {
        if (is_pinned)
            stage.actions.push_back(Unpin{});
        else
            stage.actions.push_back(Pin{});
    }
    y += stage.target();
    if (is_pinned && stage.results.pinned) return draw_beside_table(stage, column, y + 6);
    return paragraph(stage.pen, "Then change a lever or a clause: A stays as a dashed line in the pictures.", column, y,
                     {Ink::muted});
}

}  // namespace fr
