// What ran for OpenAI at the end of a year, and what was planned to run: dots on the picture, so that everybody sees
// where the model runs beside the record. The figures are those of the scorecard (assets/backtest.json).
#pragma once

#include <array>

#include "core/deal/units.h"

namespace fr {

struct KnownCapacity {
    Month end;
    double gw;
    bool is_planned;
};
inline constexpr std::array<KnownCapacity, 5> known_capacity{{{month_of(2024, 12), 0.6, false},  // C1
                                                              {month_of(2025, 12), 1.9, false},  // C1
                                                              {month_of(2026, 12), 5.5, true},   // C5
                                                              {month_of(2027, 12), 12, true},    // C4
                                                              {month_of(2030, 12), 30, true}}};  // C4, C7

}  // namespace fr
