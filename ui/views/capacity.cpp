// The big picture and the pointer on it.
#include <algorithm>
#include <array>

#include "core/picture/strip.h"
#include "ui/look/draw_figure.h"
#include "ui/views/pictures.h"

namespace fr {

namespace {

constexpr float heading_height = 28;
constexpr std::array<std::string_view, 2> axes{"share", "GW"}, spans_of_years{"from 2019", "from 2024"};

void draw_heading(Stage& stage, Column column, float baseline) {
    const Pen& pen = stage.pen;
    const float switch_left = column.right - choice_width(pen, axes);
    constexpr std::string_view title = "Who serves OpenAI’s demand";
    const float size = fitting(pen, title, Face::sans_bold, 17, switch_left - 16 - column.left);
    pen.text(column.left, baseline, title, Ink::ink, Face::sans_bold, size);
    const std::string what =
        stage.app.state.in_gw ? "gigawatts wanted, month by month" : "share of all compute wanted, month by month";
    const float from = column.left + pen.width(title, Face::sans_bold, size) + 12;
    for (const std::string& words : {stage.results.reading.offered.brief, what}) {
        if (words.empty() || from + pen.width(words, Face::sans, 15) + 16 > switch_left) continue;
        pen.text(from, baseline, words, Ink::muted, Face::sans, 15);
        break;
    }
    draw_axis_choice(stage, column.right, baseline);
}

}  // namespace

float axis_choice_width(const Pen& pen) { return choice_width(pen, axes); }

float year_choice_width(const Pen& pen) { return choice_width(pen, spans_of_years); }

void draw_axis_choice(Stage& stage, float right, float baseline) {
    const int now = stage.app.state.in_gw ? 1 : 0;
    if (const auto chosen = choice(stage, "axis", axes, now, right - choice_width(stage.pen, axes), baseline))
        stage.actions.push_back(ShowInGw{*chosen == 1});
}

void draw_year_choice(Stage& stage, float left, float baseline) {
    const int now = stage.app.state.from_2019 ? 0 : 1;
    if (const auto chosen = choice(stage, "first-year", spans_of_years, now, left, baseline))
        stage.actions.push_back(ShowFrom2019{*chosen == 0});
}

void choose_month(Stage& stage, const char* id, const Figure& figure, Column column, float top, float bottom) {
    const float right = column.left + static_cast<float>(figure.plot_right);
    const Touched hand = touch(stage, id, column.left, top, right - column.left, bottom - top);
    make_draggable(stage, {column.left, top, right, bottom, true});
    const ImGuiIO& io = ImGui::GetIO();
    const float from = hand.held ? io.MouseClickedPos[0].x : io.MousePos.x;
    if (static_cast<double>(from - column.left) < figure.plot_left) return;  // on a row's name, or the key
    const Month under = month_at(figure, static_cast<double>(io.MousePos.x - column.left));
    const Month month = std::max(under, Month{0});  // nothing is modelled before
    if (hand.held && month != stage.app.state.selected) stage.actions.push_back(SelectMonth{month});
    if (!hand.hovered) return;
    stage.hand.hovered = month;
    stage.show_cursor("crosshair");
}

FigureOptions options_for(const Stage& stage, const Layout& layout, Column column) {
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    options.in_gw = stage.app.state.in_gw;
    options.today = stage.surface.today;
    if (stage.app.state.from_2019) options.first = first_contract_month;
    if (stage.results.pinned) options.ghost = &stage.results.pinned->run;
    options.ranges = shown_ranges(stage);
    options.weakest = stage.app.state.doubt.weakest;
    options.axis_top_gw = stage.hand.is_holding ? stage.view.axis_top_gw : 0;
    const Month chosen = shown_month(stage.app, stage.results);
    options.selected = stage.hand.hovered != never ? stage.hand.hovered : chosen;
    if (const Scene* scene = told_scene_of(stage.app.state)) options.parts = scene->parts;
    options.bets = bet_points(stage.app.state);
    options.shows_known = !asks_what_is_known(stage.app.state);
    if (layout.form == Form::wide) options.before = strip_room(measure_of(stage.pen));
    return options;
}

void draw_capacity(Stage& stage, const Layout& layout) {
    const Place& place = layout.picture;
    const Column column = place.column();
    if (layout.has_heading) draw_heading(stage, column, place.top + 18);
    const float top = place.top + (layout.has_heading ? heading_height : 0);
    FigureOptions options = options_for(stage, layout, column);
    options.height = static_cast<double>(place.bottom - top);
    const Figure figure =
        capacity_figure(stage.app.state.contract(), stage.results.reading.run, options, measure_of(stage.pen));
    stage.view.axis_top_gw = figure.axis_top_gw;
    draw_figure(stage.pen, figure, column.left, top);
    stage.hand.hovered = never;
    choose_month(stage, "months", figure, column, top + static_cast<float>(figure.plot_top),
                 top + static_cast<float>(figure.height));
    if (ImGui::IsItemActivated()) stage.view.band = -1;
}

}  // namespace fr
