// Held against what is known: the untouched model under the deal as amended, figure by figure and date by date.
#include <algorithm>

#include "ui/fold.h"
#include "ui/view_below.h"

namespace fr {

namespace {

std::string note_of(const std::optional<Backtest>& known) {
    if (!known) return "being worked out";
    const int modelled = known->hits + known->misses;
    return "2024 to today replayed: " + std::to_string(known->hits) + " of " + std::to_string(modelled) +
           " figures and dates met";
}

Difference row_of(const BacktestRow& row) {
    const std::string what = row.tolerance.empty() ? row.what : row.what + ", " + row.tolerance;
    if (row.result == BacktestResult::not_modelled) return {what, row.expected, "not modelled"};
    return {what, row.expected, row.got + (row.result == BacktestResult::hit ? ": hit" : ": miss")};
}

}  // namespace

float draw_known(Stage& stage, Column column, float y) {
    const auto& known = stage.results.background.known;
    if (!fold(stage, "known-panel", "Held against what is known", note_of(known), column, y) || !known) return y;
    const Column inside{column.left, std::min(column.right, 780.0f)};
    y = paragraph(stage.pen, "The deal as amended, every input at its default.", inside, y, {Ink::muted});
    std::vector<Difference> rows;
    std::ranges::transform(known->rows, std::back_inserter(rows), row_of);
    return draw_differences(stage.pen, {"What, and how near counts", "Known", "The model"}, rows, inside, y + 4) + 28;
}

}  // namespace fr
