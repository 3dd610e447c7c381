// The big picture and the pointer on it.
#include <algorithm>
#include <array>

#include "ui/look/draw_figure.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

// Pressing or dragging over the months of a figure chooses the month; a mouse that merely passes shows it.
void choose_month(Stage& stage, const char* id, const Figure& figure, Column column, float top, float bottom) {
    ImGui::SetCursorScreenPos({column.left, top});
    ImGui::InvisibleButton(id, {static_cast<float>(figure.plot_right), bottom - top});
    follow_hand(stage, top);
    stage.view.hand.draggable.push_back(
        {column.left, top, column.left + static_cast<float>(figure.plot_right), bottom, true});
    const Month under = month_at(figure, static_cast<double>(ImGui::GetIO().MousePos.x - column.left));
    const Month month = std::max(under, Month{0});  // nothing is modelled before
    if (ImGui::IsItemActive()) stage.actions.push_back(SelectMonth{month});
    if (ImGui::IsItemHovered() && !stage.surface.touch) {
        stage.view.hand.hovered = month;
        stage.show_cursor("crosshair");
    }
}

void draw_heading(Stage& stage, Column column, float baseline) {
    constexpr std::array<std::string_view, 2> axes{"share", "GW"};
    const Pen& pen = stage.pen;
    const float switch_left = column.right - choice_width(pen, axes);
    constexpr std::string_view title = "Who serves OpenAI’s demand";
    const float size = fitting(pen, title, Face::sans_bold, 17, switch_left - 16 - column.left);
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
    if (stage.app.state.from_2019) options.first = first_contract_month;
    if (stage.results.pinned) options.ghost = &stage.results.pinned->run;
    options.ranges = shown_ranges(stage);
    options.weakest = stage.app.state.doubt.weakest;
    options.axis_top_gw = stage.view.hand.is_holding ? stage.view.axis_top_gw : 0;
    const Month chosen = shown_month(stage.app, stage.results);
    options.selected = stage.view.hand.hovered != never ? stage.view.hand.hovered : chosen;
    if (options.selected > options.last) options.selected = never;
    return options;
}

// The month shown in words. They keep the most room they have had at this width, so that the strip below stays.
float draw_month_words(const Stage& stage, Column column, float y) {
    const auto& [served, asked, clauses] = stage.results.month;
    float low = paragraph(stage.pen, served + " " + asked, column, y);
    low = paragraph(stage.pen, clauses, column, low + 2, {Ink::muted, 14, 19});
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID(static_cast<int>(column.width()));
    const float most = std::max(low - y, kept.GetFloat(id));
    kept.SetFloat(id, most);
    return y + most;
}

// From when the strip and the picture run: behind the strip's title where there is room, else above it. Returns where
// the strip begins.
float draw_first_year(Stage& stage, Column column, float y) {
    constexpr std::array<std::string_view, 2> years{"from 2019", "from 2024"};
    const Pen& pen = stage.pen;
    const float beside =
        column.left + pen.width(strip_title, Face::sans_bold, static_cast<float>(strip_title_size)) + 18;
    const bool fits = beside + choice_width(pen, years) <= column.right;
    const bool from_2019 = stage.app.state.from_2019;
    const float left = fits ? beside : column.left;
    if (const auto chosen = choice(stage, "first-year", years, from_2019 ? 0 : 1, left, y + 14))
        stage.actions.push_back(ShowFrom2019{*chosen == 0});
    return fits ? y : y + stage.target();
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
    const Figure figure = capacity_figure(stage.app.state.contract(), stage.results.reading.run,
                                          options_for(stage, column), measure_of(stage.pen));
    stage.view.axis_top_gw = figure.axis_top_gw;
    draw_figure(stage.pen, figure, column.left, top);
    stage.view.hand.hovered = never;
    choose_month(stage, "months", figure, column, top + static_cast<float>(figure.plot_top),
                 top + static_cast<float>(figure.height));
    if (ImGui::IsItemActivated()) stage.view.band = -1;
    return draw_month_words(stage, column, top + static_cast<float>(figure.height) + 8);
}

float draw_strip(Stage& stage, Column column, float y) {
    FigureOptions options = options_for(stage, column);
    y = draw_first_year(stage, column, y);
    options.title_room = 170;
    const Figure figure =
        strip_figure(stage.app.state.contract(), stage.results.reading, options, measure_of(stage.pen));
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
