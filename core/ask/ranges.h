// Where the uncertainty runs lie, month by month, as figures draw it: eight runs of ten between p10 and p90.
#pragma once

#include <array>

#include "core/deal/units.h"

namespace fr {

struct Quantiles {
    double p10, p50, p90;
};

enum class Curve { demand_gw, served_gw, served_share, cumulative_profit_bn, earning_power_bn };
constexpr std::size_t curve_count = 5;
using CurveRange = std::array<Quantiles, month_count>;
using Ranges = std::array<CurveRange, curve_count>;

constexpr const CurveRange& range_of(const Ranges& ranges, Curve curve) { return entry(ranges, curve); }

}  // namespace fr
