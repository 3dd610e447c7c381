// Held against what is known: the untouched model under the deal as amended, figure by figure and date by date.
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

float draw_record(Stage& stage, Column column, float y) {
    const auto& known = stage.results.background.known;
    y = draw_heading(stage.pen, "Held against what is known", column, y + 6);
    if (!known) return paragraph(stage.pen, "Being worked out …", column, y, {Ink::muted});
    const std::string words =
        "2024 to today replayed: " + known_score(*known) + ". The deal as amended, every input at its default.";
    y = paragraph(stage.pen, words, column, y, {Ink::muted});
    return draw_differences(stage.pen, {"What, and how near counts", "Known", "The model"}, known_rows(*known), column,
                            y + 4);
}

}  // namespace fr
