// What others have announced to build for OpenAI, and when it is to run: what there would be if nothing came but the
// dated deals of assets/ledger.json.
#pragma once

#include <span>

#include "core/deal/units.h"

namespace fr {

// Gigawatts that come evenly in the months from the first to the last.
struct Ramp {
    Month from, until;
    double gw;
};
constexpr double running_gw(const Ramp& ramp, Month month) {
    if (month < ramp.from) return 0;
    if (month >= ramp.until) return ramp.gw;
    return ramp.gw * (month.index - ramp.from.index + 1) / (ramp.until.index - ramp.from.index + 1);
}

extern const std::span<const Ramp> announced_ramps;  // of others than Azure; generated from assets/ledger.json
inline double announced_gw(Month month) {
    double gw = 0;
    for (const Ramp& ramp : announced_ramps) gw += running_gw(ramp, month);
    return gw;
}

}  // namespace fr
