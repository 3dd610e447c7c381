// Held against what is known: the untouched model under the deal as amended, figure by figure and date by date.
#include "ui/look/panels.h"
#include "ui/views/below.h"

namespace fr {

namespace {

std::string note_of(const std::optional<Backtest>& known) {
    return known ? "2024 to today replayed: " + known_score(*known) : "being worked out";
}

}  // namespace

float draw_known(Stage& stage, Column column, float y) {
    const auto& known = stage.results.background.known;
    if (!fold(stage, "known-panel", "Held against what is known", note_of(known), column, y) || !known) return y;
    const Column inside{column.left, std::min(column.right, 780.0f)};
    y = paragraph(stage.pen, "The deal as amended, every input at its default.", inside, y, {Ink::muted});
    return draw_differences(stage.pen, {"What, and how near counts", "Known", "The model"}, known_rows(*known), inside,
                            y + 4) +
           28;
}

}  // namespace fr
