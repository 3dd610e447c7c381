// Counter-based draws and quantiles. Only sqrt beyond + - * /, which IEEE 754 rounds the same everywhere.
#include "core/ask/uncertainty.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/files/assets.h"

namespace fr {

namespace {

// The finaliser of SplitMix64: a bijection that mixes every bit.
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return x ^ x >> 31;
}

}  // namespace

Grade grade_of(const Param& param) {
    if (param.status == Status::assumed) return Grade::unseen;
    if (param.status == Status::readers) return Grade::primary;  // the reader's own choice is in no doubt
    Grade weakest = param.status == Status::derived ? Grade::derived : Grade::primary;
    std::string_view rest = param.facts;
    while (!rest.empty()) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        weakest = std::max(weakest, grade_of_fact(rest.substr(0, space)).value_or(Grade::unseen));
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return weakest;
}

double uniform(std::uint64_t seed, std::uint64_t run, std::uint64_t input) {
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ull;
    const std::uint64_t bits = mixed(mixed(mixed(seed + golden) ^ (run * golden)) ^ (input + 1) * golden);
    return static_cast<double>(bits >> 11) / 9007199254740992.0;  // 53 bits
}

double triangular(double u, double low, double mode, double high) {
    const double width = high - low;
    if (width == 0) return mode;
    const double at_mode = (mode - low) / width;
    if (u < at_mode) return low + std::sqrt(u * width * (mode - low));
    return high - std::sqrt((1 - u) * width * (high - mode));
}

Inputs drawn(const Inputs& inputs, const Doubt& doubt, std::uint64_t seed, std::uint64_t run) {
    Inputs result = inputs;
    for (std::size_t i = 0; i < input_count; ++i) {
        const Param& param = params[i];
        if (is_decision(param) || doubt.fixed[i]) continue;
        const bool doubted = grade_of(param) > doubt.weakest;
        const double mode = inputs.*param.field;
        const double low = std::min(mode, doubted ? param.low : param.spread_low);
        const double high = std::max(mode, doubted ? param.high : param.spread_high);
        const double value = triangular(uniform(seed, run, i), low, mode, high);
        result.*param.field = is_whole(param) ? std::floor(value + 0.5) : std::clamp(value, param.low, param.high);
    }
    return result;
}

bool meets_2025(const Run& run) {
    const auto is_near = [](double value, double known, double share) {
        return std::fabs(value - known) <= known * share;
    };
    double revenue_bn = 0, loss_bn = 0;
    for (Month month = month_of(2025, 1); month <= month_of(2025, 12); month = next(month)) {
        revenue_bn += run.at(month).revenue_bn_per_year / 12;
        loss_bn -= run.at(month).profit_bn_per_year / 12;
    }
    return is_near(run.at(month_of(2025, 12)).online_gw, known_2025.online_gw, 0.2) &&
           is_near(revenue_bn, known_2025.revenue_bn, 0.2) && is_near(loss_bn, known_2025.loss_bn, 0.3);
}

Bands::Bands(const Inputs& mode, const Contract& deal, const Contract& under_pressure, const Doubt& in_doubt,
             std::uint64_t with_seed, int runs_wanted)
    : inputs(mode), contract(&deal), pressure(&under_pressure), doubt(in_doubt), seed(with_seed), wanted(runs_wanted) {}

void Bands::add_runs(int count) {
    const auto stride = static_cast<std::size_t>(wanted);
    // Megabytes: not while a slider moves and every step begins anew.
    samples.resize(banded_outputs.size() * month_count * stride);
    for (const int end = std::min(runs + count, wanted); runs < end; ++runs) {
        const Inputs now = drawn(inputs, doubt, seed, static_cast<std::uint64_t>(runs));
        const Run run = simulate(now, *contract);
        float* sample = samples.data() + runs;
        for (const Output* output : banded_outputs)
            for (const Row& row : run.rows) {
                *sample = static_cast<float>(row.*output->field);
                sample += stride;
            }
        if (meets_2025(run)) count_readings(now);
        const Headline head = headline(run, exclusivity_breaks(now, *pressure));
        for (std::size_t outcome = 0; outcome < chances.size(); ++outcome) {
            const Standing stands = standing(head, *contract, static_cast<Outcome>(outcome));
            chances[outcome].by_horizon += stands == Standing::by_horizon;
            chances[outcome].ever += stands != Standing::not_at_all;
        }
    }
}

void Bands::count_readings(const Inputs& now) {
    ++kept;
    const auto met = readings_met(now, *contract);
    for (std::size_t i = 0; i < met.size(); ++i) {
        reading_chances[i].by_horizon += met[i] <= contract->horizon;
        reading_chances[i].ever += met[i] < never;
    }
}

Quantiles Bands::at(std::size_t band, Month month) const {
    assert(runs > 0);
    const std::size_t series = band * month_count + static_cast<std::size_t>(month.index);
    const auto first = samples.begin() + static_cast<std::ptrdiff_t>(series * static_cast<std::size_t>(wanted));
    std::vector<float> sorted(first, first + runs);
    const auto at = [&](double share) {
        const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(share * (runs - 1) + 0.5);
        std::ranges::nth_element(sorted, nth);
        return static_cast<double>(*nth);
    };
    return {at(0.1), at(0.5), at(0.9)};
}

CurveRange Bands::range(Curve curve) const {
    constexpr std::array<std::string_view, curve_count> names{"demand_gw", "served_gw", "unserved_share",
                                                              "cumulative_profit_bn", "earning_power_bn"};
    const std::size_t band = band_named(entry(names, curve));
    CurveRange range;
    for (Month month{0}; month < never; month = next(month)) {
        const Quantiles here = at(band, month);
        const bool is_rest = curve == Curve::served_share;  // of what is unserved
        entry(range, month.index) = is_rest ? Quantiles{1 - here.p90, 1 - here.p50, 1 - here.p10} : here;
    }
    return range;
}

}  // namespace fr
