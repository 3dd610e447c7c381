// How sure: many runs with inputs drawn from their spreads. Run k of a seed is the same alone and in a batch, natively
// and in every browser, so that work can be sliced, split and repeated.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/ask/agi_readings.h"
#include "core/ask/ranges.h"
#include "core/ask/whatif.h"
#include "core/model/outputs.h"

namespace fr {

// Which inputs are drawn, and over what range.
struct Doubt {
    Grade weakest = Grade::unseen;          // inputs known less well than this take their full low to high range
    std::array<bool, input_count> fixed{};  // inputs that the reader holds at their value
    bool operator==(const Doubt&) const = default;
};

// How well an input's value is known: the weakest grade of its facts; `derived` for arithmetic on them and `unseen` for
// an assumption.
Grade grade_of(const Param& param);

// Whether a clause rests on less than a grade: to be marked where only statements at or above it are relied on.
constexpr bool is_below(const Clause& clause, Grade weakest) { return clause.grade > weakest; }

// A number from 0 to 1 (excluded) for one input of one run: a counter-based generator, no state.
double uniform(std::uint64_t seed, std::uint64_t run, std::uint64_t input);
// The triangular distribution from low to high with this mode, at the point u of its cumulated probability.
double triangular(double u, double low, double mode, double high);

// The inputs of run k: each drawn around the given value. Decisions and fixed inputs keep their value. Whole inputs are
// rounded. A value outside its spread widens it.
Inputs drawn(const Inputs& inputs, const Doubt& doubt, std::uint64_t seed, std::uint64_t run);

// The place of an output among those that have a band.
constexpr std::size_t band_named(std::string_view name) {
    const auto found = std::ranges::find(banded_outputs, name, &Output::name);
    return static_cast<std::size_t>(found - banded_outputs.begin());
}

// In how many runs something happened: by the deal's horizon, and at all.
struct Chance {
    int by_horizon = 0, ever = 0;
};

// What is known of 2025: the compute that ran at its end (C1), the year's revenue and operating loss (D5).
inline constexpr struct {
    double online_gw = 1.9, revenue_bn = 13.07, loss_bn = 20.92;
} known_2025;
// Whether a run meets it: within 20 %, the loss within 30 %.
bool meets_2025(const Run& run);

// The runs so far; more are added in slices, and the quantiles sharpen. The contracts must last as long.
class Bands {
public:
    Bands(const Inputs& inputs, const Contract& contract, const Contract& under_pressure, const Doubt& doubt,
          std::uint64_t seed, int runs_wanted);

    void add_runs(int count);  // at most up to runs_wanted
    bool is_finished() const { return runs == wanted; }
    int runs_done() const { return runs; }

    Quantiles at(std::size_t band, Month month) const;  // by its place; needs at least one run
    CurveRange range(Curve curve) const;                // the same of every month, as a figure draws it
    const Chance& chance(Outcome outcome) const { return entry(chances, outcome); }  // of an outcome that is a month
    // Of the readings of the AGI test, in how many of the runs that meet what is known of 2025.
    int kept_runs() const { return kept; }
    const std::array<Chance, test_reading_count>& readings() const { return reading_chances; }

private:
    Inputs inputs;
    const Contract *contract, *pressure;
    Doubt doubt;
    std::uint64_t seed;
    int wanted, runs = 0, kept = 0;
    std::array<Chance, month_outcome_count> chances{};
    std::array<Chance, test_reading_count> reading_chances{};
    void count_readings(const Inputs& now);
    std::vector<float> samples;  // [band][month][run]
};

}  // namespace fr
