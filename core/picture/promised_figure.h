// What others run in a run, in dated deals and beyond them, and the sites promised so far, to the end of the model.
#pragma once

#include "core/ask/promised.h"
#include "core/picture/figure.h"

namespace fr {

Figure promised_figure(const std::vector<Pledge>& ledger, const Run& run, const FigureOptions& options, const Measure&);

}  // namespace fr
