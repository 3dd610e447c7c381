// The strip of clauses under the picture, and under it what a row says of a month or, of none, what the deal comes to.
#include "core/picture/strip.h"

#include "ui/look/draw_figure.h"
#include "ui/look/panels.h"
#include "ui/views/pictures.h"

namespace fr {

namespace {

// The row at a height; -1 where there is none.
int row_at(const Figure& figure, double y) {
    for (std::size_t i = 0; i < figure.bands.size(); ++i)
        if (y >= figure.bands[i].top && y < figure.bands[i].bottom) return static_cast<int>(i);
    return -1;
}

void draw_row_words(const Stage& stage, const StripBand* row, Month month, Column column, float y) {
    const Reading& reading = stage.results.reading;
    const std::string words =
        row ? strip_words(stage.app.state.contract(), reading.spans, *row, month) : reading.money_sentence;
    stage.pen.text(column.left, y + 15, shortened(stage.pen, words, Face::sans, 14, column.width(), 1), Ink::ink,
                   Face::sans, 14);
}

}  // namespace

void draw_strip(Stage& stage, const Layout& layout) {
    const Column column = layout.strip.column();
    const float y = layout.strip.top;
    draw_year_choice(stage, column.left, y + 14);
    FigureOptions options = options_for(stage, layout, column);
    options.row_height = static_cast<double>(layout.row_height);
    options.title_room = 170;
    const Figure figure =
        strip_figure(stage.app.state.contract(), stage.results.reading, options, measure_of(stage.pen));
    const float top = y + static_cast<float>(figure.plot_top), bottom = y + static_cast<float>(figure.height);
    choose_month(stage, "clauses", figure, column, top, bottom);
    View& view = stage.view;
    const int under = ImGui::IsItemHovered() ? row_at(figure, static_cast<double>(ImGui::GetIO().MousePos.y - y)) : -1;
    if (ImGui::IsItemActivated()) {
        view.band = row_at(figure, static_cast<double>(ImGui::GetIO().MousePos.y - y));
        stage.actions.push_back(ShowTab{Tab::clauses});
    }
    view.chosen = view.band >= 0 ? entry(figure.bands, view.band) : StripBand{};
    if (view.chosen.clauses.empty()) view.band = -1;  // also after a change to a deal without such a clause
    if (view.band >= 0)
        stage.pen.box(column.left, y + static_cast<float>(view.chosen.top), column.right,
                      y + static_cast<float>(view.chosen.bottom), Ink::track, 3);
    draw_figure(stage.pen, figure, column.left, y);
    const StripBand* told = under >= 0 ? &entry(figure.bands, under) : view.band >= 0 ? &view.chosen : nullptr;
    draw_row_words(stage, told, options.selected, column, bottom + 2);
}

}  // namespace fr
