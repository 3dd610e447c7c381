// Held against what is known: the untouched model under the deal as amended, figure by figure and date by date.
#include "core/picture/score_figure.h"
#include "ui/look/draw_figure.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

float draw_record(Stage& stage, Column column, float y) {
    const auto& known = stage.results.background.known;
    y = draw_heading(stage.pen, "Held against what is known", column, y + 6);
    if (!known) return paragraph(stage.pen, "Being worked out …", column, y, {Ink::muted});
    y = paragraph(stage.pen, "2024 to today replayed: the deal as amended, every input at its default.", column, y,
                  {Ink::muted});
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    const Figure figure = score_figure(*known, options, measure_of(stage.pen));
    draw_figure(stage.pen, figure, column.left, y + 8);
    y += 8 + static_cast<float>(figure.height);
    for (std::size_t i = 0; i < row_class_titles.size(); ++i) {
        const auto of = static_cast<RowClass>(i);
        const std::string title = std::string(row_class_titles[i]) + ". " + known_score(*known, of);
        y = paragraph(stage.pen, title, column, y + 10);
        y = draw_differences(stage.pen, {"What", "Known", "The model"}, known_rows(*known, of), column, y + 4);
    }
    return y;
}

}  // namespace fr
