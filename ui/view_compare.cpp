// Compare: the present state kept as A, and everything in which the state on screen, B, differs from it.
#include <algorithm>

#include "core/format.h"
#include "ui/fold.h"
#include "ui/view_below.h"

namespace fr {

namespace {

std::string edit_text(const AppState& state, const std::string& clause) {
    const auto found = std::ranges::find(state.edits, clause, &Edit::clause);
    if (found == state.edits.end()) return "as in the deal";
    return found->kind == EditKind::never_agreed ? "never agreed"
           : found->kind == EditKind::dropped    ? "restriction dropped"
                                                 : "counted in";
}

// The clauses that the reader changed in one state and not, or otherwise, in the other.
void add_edits(std::vector<Difference>& rows, const AppState& from, const AppState& a, const AppState& b) {
    for (const Edit& edit : from.edits) {
        const auto clause = std::ranges::find(from.base.clauses, edit.clause, &Clause::id);
        const Difference row{clause->name, edit_text(a, edit.clause), edit_text(b, edit.clause)};
        const bool is_known = std::ranges::contains(rows, row.what, &Difference::what);
        if (row.a != row.b && !is_known) rows.push_back(row);
    }
}

std::vector<Difference> differing_settings(const AppState& a, const AppState& b) {
    std::vector<Difference> rows;
    if (a.base.title != b.base.title) rows.push_back({"The deal", a.base.title, b.base.title});
    add_edits(rows, a, a, b);
    add_edits(rows, b, a, b);
    for (const Param& param : params) {
        const double before = a.inputs.*param.field, after = b.inputs.*param.field;
        if (before != after)
            rows.push_back({std::string(param.label), value_text(param, before), value_text(param, after)});
    }
    return rows;
}

float draw_table(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const auto settings = differing_settings(*stage.app.pinned, stage.app.state);
    if (settings.empty())
        return paragraph(pen, "B is still the same as A. Change a lever or a clause: A stays as a dashed line.", column,
                         y, {Ink::muted});
    y = draw_differences(pen, {"What you set", "A", "B, now"}, settings, column, y);
    const auto outcomes = differences(headline(*stage.results.pinned), stage.results.headline);
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
