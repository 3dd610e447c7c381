// The big picture and the pointer on it.
#include <array>

#include "ui/draw_figure.h"
#include "ui/view_list.h"

namespace fr {

namespace {

// Pressing or dragging over the months of a figure chooses the month; a mouse that merely passes shows it.
void choose_month(Stage& stage, const char* id, const Figure& figure, Column column, float top, float bottom) {
    ImGui::SetCursorScreenPos({column.left, top});
    ImGui::InvisibleButton(id, {static_cast<float>(figure.plot_right), bottom - top});
    stage.view.draggable.push_back(
        {column.left, top, column.left + static_cast<float>(figure.plot_right), bottom, true});
    const Month month = month_at(figure, static_cast<double>(ImGui::GetIO().MousePos.x - column.left));
    if (ImGui::IsItemActive()) stage.actions.push_back(SelectMonth{month});
    if (ImGui::IsItemHovered() && !stage.surface.touch) {
        stage.view.hovered = month;
        stage.show_cursor("crosshair");
    }
}

void draw_heading(Stage& stage, Column column, float baseline) {
    constexpr std::array<std::string_view, 2> axes{"share", "GW"};
    const Pen& pen = stage.pen;
    const float switch_left = column.right - choice_width(pen, axes);
    constexpr std::string_view title = "Who serves OpenAI’s demand";
    const float size = pen.width(title, Face::sans_bold, 17) + 20 <= switch_left - column.left ? 17 : 15;
    pen.text(column.left, baseline, title, Ink::ink, Face::sans_bold, size);
    const bool in_gw = stage.app.state.in_gw;
    const std::string_view what =
        in_gw ? "gigawatts wanted, month by month" : "share of all compute wanted, month by month";
    const float from = column.left + pen.width(title, Face::sans_bold, size) + 12;
    if (from + pen.width(what, Face::sans, 15) + 16 <= switch_left)
        pen.text(from, baseline, what, Ink::muted, Face::sans, 15);
    if (const auto chosen = choice(stage, "axis", axes, in_gw ? 1 : 0, switch_left, baseline))
        stage.actions.push_back(ShowInGw{*chosen == 1});
}

FigureOptions options_for(const Stage& stage, Column column) {
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    options.height = column.width() >= 620 ? 372 : column.width() >= 430 ? 380 : 372;
    options.in_gw = stage.app.state.in_gw;
    options.today = stage.surface.today;
    if (stage.results.pinned) options.ghost = &*stage.results.pinned;
    options.axis_top_gw = stage.view.is_holding ? stage.view.axis_top_gw : 0;
    const Month chosen = shown_month(stage.app, stage.results);
    options.selected = stage.view.hovered != never ? stage.view.hovered : chosen;
    if (options.selected > options.last) options.selected = never;
    return options;
}

// The row of the strip at a height; -1 where the deal has no such clause.
int band_at(const Figure& figure, double y) {
    for (std::size_t i = 0; i < figure.bands.size(); ++i)
        if (y < figure.bands[i].bottom) return figure.bands[i].clauses.empty() ? -1 : static_cast<int>(i);
    return -1;
}

}  // namespace

float draw_capacity(Stage& stage, Column column, float y) {
    draw_heading(stage, column, y + 18);
    const float top = y + 34;
    const Figure figure = capacity_figure(stage.app.state.contract, stage.results.outcome, options_for(stage, column),
                                          measure_of(stage.pen));
    stage.view.axis_top_gw = figure.axis_top_gw;
    draw_figure(stage.pen, figure, column.left, top);
    stage.view.hovered = never;
    choose_month(stage, "months", figure, column, top + static_cast<float>(figure.plot_top),
                 top + static_cast<float>(figure.height));
    if (ImGui::IsItemActivated()) stage.view.band = -1;
    return top + static_cast<float>(figure.height);
}

float draw_strip(Stage& stage, Column column, float y) {
    const Figure figure = strip_figure(stage.app.state.contract, stage.results.outcome, options_for(stage, column),
                                       measure_of(stage.pen));
    const float top = y + static_cast<float>(figure.plot_top), bottom = y + static_cast<float>(figure.height);
    choose_month(stage, "clauses", figure, column, top, bottom);
    View& view = stage.view;
    if (ImGui::IsItemActivated()) view.band = band_at(figure, static_cast<double>(ImGui::GetIO().MousePos.y - y));
    view.chosen = view.band >= 0 ? figure.bands[static_cast<std::size_t>(view.band)] : StripBand{};
    if (view.chosen.clauses.empty()) view.band = -1;  // also after a change to a deal without such a clause
    if (view.band >= 0)
        stage.pen.box(column.left, y + static_cast<float>(view.chosen.top) - 3, column.right,
                      y + static_cast<float>(view.chosen.bottom) - 5, Ink::track, 3);
    draw_figure(stage.pen, figure, column.left, y);
    return bottom;
}

}  // namespace fr
