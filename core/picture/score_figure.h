// The scorecard as a dot plot: how far the model and two plain rules are from what is known, row by row.
#pragma once

#include "core/ask/backtest.h"
#include "core/picture/figure.h"

namespace fr {

// Outcomes and plans that are figures; the known value is the line in the middle. The height follows from the rows.
Figure score_figure(const Backtest& known, const FigureOptions& options, const Measure& measure);

}  // namespace fr
