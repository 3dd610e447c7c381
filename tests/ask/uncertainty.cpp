// How sure: the draws are what they claim to be, the same alone and in a batch, and the bands over them are in order
// and settle.
#include "core/ask/uncertainty.h"
#include "core/ask/evaluate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "core/ask/whatif.h"
#include "core/files/assets.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

constexpr std::uint64_t seed = 1;
const Doubt no_doubt{};

const Contract& january() { return contract_named("january-2025"); }

Bands bands_of(int runs, int slice, std::uint64_t with_seed = seed) {
    Bands bands(default_inputs(), january(), under_pressure(), no_doubt, with_seed, runs);
    while (!bands.is_finished()) bands.add_runs(slice);
    return bands;
}

// Mean and variance of the triangular distribution over an even grid of probabilities.
struct Moments {
    double mean, variance;
};
Moments measured(double low, double mode, double high) {
    constexpr int points = 200'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < points; ++i) {
        const double value = triangular((i + 0.5) / points, low, mode, high);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / points;
    return {mean, squares / points - mean * mean};
}

// The range of an input over many draws.
struct Range {
    double low, high;
};
Range range_of_draws(const Param& param, const Doubt& doubt, const Inputs& inputs) {
    Range range{inputs.*param.field, inputs.*param.field};
    for (std::uint64_t run = 0; run < 1000; ++run) {
        const double value = drawn(inputs, doubt, seed, run).*param.field;
        range = {std::min(range.low, value), std::max(range.high, value)};
    }
    return range;
}

}  // namespace

TEST_CASE("the triangular distribution has the mean and the variance that the textbook gives") {
    struct Case {
        double low, mode, high;
    };
    for (const auto& [low, mode, high] : {Case{2, 3, 4}, {0, 33, 60}, {0, 0, 40}, {30, 60, 60}, {-1, 0.5, 7}}) {
        const auto [mean, variance] = measured(low, mode, high);
        CAPTURE(mode);
        CHECK(mean == doctest::Approx((low + mode + high) / 3).epsilon(1e-6));
        const double expected = (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
        CHECK(variance == doctest::Approx(expected).epsilon(1e-6));
    }
}

TEST_CASE("the triangular distribution rises from low over the mode to high, and is the mode where it has no width") {
    CHECK(triangular(0, 2, 3, 4) == 2);
    CHECK(triangular(0.5, 2, 3, 4) == doctest::Approx(3));
    CHECK(triangular(1, 2, 3, 4) == 4);
    CHECK(triangular(0.7, 5, 5, 5) == 5);
    double before = 0;
    for (int i = 0; i <= 1000; ++i) {
        const double value = triangular(i / 1000.0, 0, 33, 60);
        CHECK(value >= before);
        before = value;
    }
}

TEST_CASE("the generator is uniform: mean, variance, twenty equal bins") {
    constexpr int count = 64'000, bins = 20;
    double sum = 0, squares = 0;
    std::array<int, bins> seen{};
    for (std::uint64_t run = 0; run < 2000; ++run)
        for (std::uint64_t input = 0; input < 32; ++input) {
            const double u = uniform(seed, run, input);
            REQUIRE(u >= 0);
            REQUIRE(u < 1);
            sum += u;
            squares += u * u;
            ++entry(seen, u * bins);
        }
    // Within four standard errors: 1/sqrt(12 n) of the mean, 1/sqrt(180 n) of the variance.
    CHECK(std::fabs(sum / count - 0.5) < 4 * std::sqrt(1.0 / 12 / count));
    CHECK(std::fabs(squares / count - sum / count * sum / count - 1.0 / 12) < 4 * std::sqrt(1.0 / 180 / count));
    double chi_square = 0;
    for (const int n : seen) chi_square += (n - count / bins) * (n - count / bins) / (1.0 * count / bins);
    CHECK(chi_square < 43.8);  // one in a thousand, 19 degrees of freedom
}

TEST_CASE("draws of neighbouring runs, inputs and seeds have nothing to do with each other") {
    constexpr int count = 20'000;
    double runs = 0, inputs = 0, seeds = 0;
    for (std::uint64_t run = 0; run < count; ++run) {
        const double u = uniform(seed, run, 3) - 0.5;
        runs += u * (uniform(seed, run + 1, 3) - 0.5);
        inputs += u * (uniform(seed, run, 4) - 0.5);
        seeds += u * (uniform(seed + 1, run, 3) - 0.5);
    }
    // The correlation of independent numbers has a standard error of 1/sqrt(n).
    const double bound = 4 / std::sqrt(static_cast<double>(count));
    for (const double sum : {runs, inputs, seeds}) CHECK(std::fabs(sum / count * 12) < bound);
}

TEST_CASE("the draws are these numbers, on every machine and in every version") {
    CHECK(uniform(1, 0, 0) == 0.84592322288683486);
    CHECK(uniform(1, 63, 4) == 0.1353755783031777);
    CHECK(uniform(2, 999, 31) == 0.26005649724344404);
    const std::set<double> different{uniform(1, 0, 0), uniform(1, 0, 1), uniform(1, 1, 0),
                                     uniform(2, 0, 0), uniform(0, 1, 1), uniform(0, 0, 2)};
    CHECK(different.size() == 6);
}

TEST_CASE("decisions are never drawn: these, and no other input") {
    const std::set<std::string_view> decisions{"azure.appetite",         "pressure.patience", "pressure.months",
                                               "money.support",          "agi.reading",       "agi.threshold",
                                               "agi.declared",           "agi.contest",       "azure.commitment",
                                               "azure.commitment-years", "others.build"};
    const Inputs inputs = default_inputs();
    const Doubt all_doubted{Grade::primary, {}};
    for (const Param& param : params) {
        CAPTURE(param.key);
        const auto [low, high] = range_of_draws(param, all_doubted, inputs);
        CHECK((low == high) == decisions.contains(param.key));
        CHECK(is_decision(param) == decisions.contains(param.key));
    }
}

TEST_CASE("an input that the reader fixes is never drawn, and the others are drawn as before") {
    const Inputs inputs = default_inputs();
    for (std::size_t i = 0; i < input_count; ++i) {
        Doubt doubt;
        doubt.fixed[i] = true;
        for (std::uint64_t run = 0; run < 20; ++run) {
            Inputs fixed = drawn(inputs, doubt, seed, run);
            CHECK(fixed.*params[i].field == inputs.*params[i].field);
            const Inputs free = drawn(inputs, no_doubt, seed, run);
            fixed.*params[i].field = free.*params[i].field;
            CHECK(fixed == free);
        }
    }
}

TEST_CASE("every draw is a value that the input may have, around any value that it may have") {
    for (const State& state : states_at_ends())
        for (const Grade weakest : {Grade::unseen, Grade::primary})
            for (std::uint64_t run = 0; run < 20; ++run) {
                const Inputs inputs = drawn(state.inputs, {weakest, {}}, seed, run);
                for (const Param& param : params) {
                    CAPTURE(state.name);
                    CAPTURE(param.key);
                    CAPTURE(inputs.*param.field);
                    CHECK(is_allowed(param, inputs.*param.field));
                }
            }
}

TEST_CASE("draws stay within the spread of the table while no evidence is doubted") {
    for (const Param& param : params) {
        const auto [low, high] = range_of_draws(param, no_doubt, default_inputs());
        CAPTURE(param.key);
        CHECK(low >= param.spread_low);
        CHECK(high <= param.spread_high);
        // A thousand triangular draws come within a tenth of the width of both ends (all but surely).
        const double width = param.spread_high - param.spread_low;
        CHECK(low <= param.spread_low + 0.1 * width + (is_whole(param) ? 1 : 0));
        CHECK(high >= param.spread_high - 0.1 * width - (is_whole(param) ? 1 : 0));
    }
}

TEST_CASE("a value outside its spread widens it, and is among the draws") {
    const Inputs inputs = with(default_inputs(), "demand.growth", 5);
    const auto [low, high] = range_of_draws(*find_param("demand.growth"), no_doubt, inputs);
    CHECK(low >= 2);
    CHECK(high > 4.8);
    CHECK(high <= 5);
}

TEST_CASE("the weaker the evidence that is let in, the narrower the ranges") {
    const std::array grades{Grade::primary, Grade::primary_quoted, Grade::secondary,
                            Grade::weak,    Grade::derived,        Grade::unseen};
    int widened = 0;
    for (const Param& param : params) {
        CAPTURE(param.key);
        double wider = range_of_draws(param, {Grade::primary, {}}, default_inputs()).high -
                       range_of_draws(param, {Grade::primary, {}}, default_inputs()).low;
        const double widest = wider;
        for (const Grade weakest : grades) {
            const auto [low, high] = range_of_draws(param, {weakest, {}}, default_inputs());
            CHECK(high - low <= wider + 1e-12);
            wider = high - low;
        }
        widened += widest > wider + 1e-9;
        if (grade_of(param) == Grade::primary) CHECK(widest == wider);
    }
    CHECK(widened >=
          4);  // demand.growth, demand.fade, azure.offer, others.growth have a spread narrower than their range
}

TEST_CASE("an input is known as well as the weakest of its facts, an assumption not at all") {
    for (const Param& param : params) {
        CAPTURE(param.key);
        const Grade grade = grade_of(param);
        if (param.status == Status::assumed) CHECK(grade == Grade::unseen);
        if (param.status == Status::derived) CHECK(grade >= Grade::derived);
        if (param.status == Status::readers) CHECK(grade == Grade::primary);
        if (param.status == Status::sourced) CHECK(grade < Grade::unseen);
    }
}

TEST_CASE("run k alone equals run k in a batch, in any order and around any slices") {
    constexpr int runs = 64;
    std::array<float, runs> alone;
    for (int run = runs - 1; run >= 0; --run) {
        const Inputs inputs = drawn(default_inputs(), no_doubt, seed, static_cast<std::uint64_t>(run));
        entry(alone, run) = static_cast<float>(simulate(inputs, january()).rows[83].served_gw);
    }
    std::ranges::sort(alone);
    const std::size_t served = band_named("served_gw");
    for (const int slice : {1, 7, 64}) {
        const Quantiles batch = bands_of(runs, slice).at(served, Month{83});
        CAPTURE(slice);
        CHECK(batch.p10 == static_cast<double>(alone[6]));  // 0.1 × 63, rounded
        CHECK(batch.p50 == static_cast<double>(alone[32]));
        CHECK(batch.p90 == static_cast<double>(alone[57]));
    }
}

TEST_CASE("the same draw gives the same inputs and the same rows, bit for bit") {
    for (std::uint64_t run = 0; run < 50; ++run) {
        const Inputs once = drawn(default_inputs(), no_doubt, seed, run);
        const Inputs again = drawn(default_inputs(), no_doubt, seed, run);
        CHECK(once == again);
        CHECK(fingerprint(simulate(once, january())) == fingerprint(simulate(again, january())));
    }
}

TEST_CASE("numbers are common while a slider moves: the other inputs are drawn as before") {
    for (std::uint64_t run = 0; run < 50; ++run) {
        Inputs moved = drawn(with(default_inputs(), "demand.growth", 3.5), no_doubt, seed, run);
        const Inputs before = drawn(default_inputs(), no_doubt, seed, run);
        CHECK(moved.demand_growth > before.demand_growth);
        moved.demand_growth = before.demand_growth;
        CHECK(moved == before);
    }
}

TEST_CASE("bands are in order: p10, p50, p90, for every quantity, month and number of runs") {
    for (const int runs : {1, 2, 5, 64, 300}) {
        const Bands bands = bands_of(runs, runs);
        int out_of_order = 0;
        for (std::size_t quantity = 0; quantity < banded_outputs.size(); ++quantity)
            for (int month = 0; month < month_count; ++month) {
                const auto [p10, p50, p90] = bands.at(quantity, Month{month});
                out_of_order += !(p10 <= p50 && p50 <= p90);
            }
        CAPTURE(runs);
        CHECK(out_of_order == 0);
    }
}

TEST_CASE("an unfinished band says how far it is, and never does more runs than wanted") {
    Bands bands(default_inputs(), january(), under_pressure(), no_doubt, seed, 100);
    bands.add_runs(64);
    CHECK(bands.runs_done() == 64);
    CHECK(!bands.is_finished());
    bands.add_runs(64);
    CHECK(bands.runs_done() == 100);
    CHECK(bands.is_finished());
    const std::size_t served = band_named("served_gw");
    Bands first(default_inputs(), january(), under_pressure(), no_doubt, seed, 64);
    first.add_runs(64);
    Bands part(default_inputs(), january(), under_pressure(), no_doubt, seed, 1000);
    part.add_runs(64);
    CHECK(first.at(served, Month{83}).p50 == part.at(served, Month{83}).p50);
}

TEST_CASE("bands settle: where 64 runs draw them, about as many of 1,000 lie below, and with 500 closer") {
    constexpr int runs = 1000;
    std::vector<Run> all;
    for (std::uint64_t run = 0; run < runs; ++run)
        all.push_back(simulate(drawn(default_inputs(), no_doubt, seed, run), january()));
    // How far the share of runs below a quantile is from what it should be. Runs that are equal to it may count on
    // either side: a shortage is 0 in many runs at once.
    const auto off = [&](double Row::* field, std::size_t month, double quantile, double share) {
        const float at = static_cast<float>(quantile);
        const auto value = [&](const Run& run) { return static_cast<float>(run.rows[month].*field); };
        const auto below = static_cast<double>(std::ranges::count_if(all, [&](float x) { return x < at; }, value));
        const auto up_to = static_cast<double>(std::ranges::count_if(all, [&](float x) { return x <= at; }, value));
        return std::max({0.0, below / runs - share, share - up_to / runs});
    };
    const auto worst = [&](int count) {
        const Bands bands = bands_of(count, count);
        double outer = 0, middle = 0;
        for (std::size_t quantity = 0; quantity < banded_outputs.size(); ++quantity)
            for (std::size_t month = 0; month < month_count; month += 5) {
                double Row::* field = banded_outputs[quantity]->field;
                const auto [p10, p50, p90] = bands.at(quantity, Month{static_cast<int>(month)});
                outer = std::max({outer, off(field, month, p10, 0.1), off(field, month, p90, 0.9)});
                middle = std::max(middle, off(field, month, p50, 0.5));
            }
        MESSAGE(count, " runs: at most ", outer, " off at p10 and p90, ", middle, " at the median");
        return std::pair{outer, middle};
    };
    // Whatever the distribution, the share below the sample's quantile q of n runs has a standard error of
    // sqrt(q (1 − q) / n): 0.0375 at p10 and p90 of 64 runs, 0.0625 at the median. Four of them.
    const auto [outer_64, middle_64] = worst(64);
    CHECK(outer_64 < 4 * 0.0375);
    CHECK(middle_64 < 4 * 0.0625);
    const auto [outer_500, middle_500] = worst(500);
    CHECK(outer_500 < 4 * 0.0134);
    CHECK(middle_500 < 4 * 0.0224);
    const auto [outer_1000, middle_1000] = worst(1000);
    CHECK(outer_1000 <= 0.001);
    CHECK(middle_1000 <= 0.001);
}

TEST_CASE("another seed gives other draws and nearly the same band") {
    const std::size_t served = band_named("served_gw");
    const auto one = bands_of(1000, 1000, 1).at(served, Month{83});
    const auto other = bands_of(1000, 1000, 2).at(served, Month{83});
    CHECK(one.p50 != other.p50);
    CHECK(other.p50 == doctest::Approx(one.p50).epsilon(0.05));
}

TEST_CASE("chances count runs by the deal's horizon: each is asked again, alone") {
    constexpr int runs = 100;
    Contract contract = january();
    contract.horizon = month_of(2025, 6);  // so early that much comes after it
    Bands bands(default_inputs(), contract, under_pressure(), no_doubt, seed, runs);
    while (!bands.is_finished()) bands.add_runs(13);
    std::array<Chance, month_outcome_count> asked{};
    for (std::uint64_t run = 0; run < runs; ++run) {
        const Inputs inputs = drawn(default_inputs(), no_doubt, seed, run);
        const Headline head = evaluate(inputs, contract).headline;
        for (std::size_t key = 0; key < asked.size(); ++key) {
            const Standing now = standing(head, contract, static_cast<Outcome>(key));
            asked[key].by_horizon += now == Standing::by_horizon;
            asked[key].ever += now != Standing::not_at_all;
        }
    }
    for (std::size_t key = 0; key < asked.size(); ++key) {
        CAPTURE(outcome_names[key]);
        CHECK(bands.chance(static_cast<Outcome>(key)).by_horizon == asked[key].by_horizon);
        CHECK(bands.chance(static_cast<Outcome>(key)).ever == asked[key].ever);
    }
    const auto& [by_horizon, ever] = bands.chance(Outcome::exclusivity_would_break);
    CHECK(by_horizon > 0);
    CHECK(ever > by_horizon);
    CHECK(bands.chance(Outcome::agi_trips).ever > bands.chance(Outcome::agi_trips).by_horizon);
    CHECK(bands.chance(Outcome::api_lock_binds).ever < runs);
    CHECK(bands.chance(Outcome::agi_declared).ever == 0);
}

TEST_CASE("what figures draw as a band is the quantiles of each month, in order; served is what is not unserved") {
    const Bands bands = bands_of(64, 16);
    constexpr std::array<std::string_view, curve_count> names{"demand_gw", "served_gw", "", "cumulative_profit_bn",
                                                              "earning_power_bn"};
    for (std::size_t curve = 0; curve < curve_count; ++curve) {
        const CurveRange range = bands.range(static_cast<Curve>(curve));
        for (Month month{0}; month < never; month = next(month)) {
            const auto& [p10, p50, p90] = entry(range, month.index);
            CHECK(p10 <= p50);
            CHECK(p50 <= p90);
            const bool is_share = static_cast<Curve>(curve) == Curve::served_share;
            const Quantiles there = bands.at(band_named(is_share ? "unserved_share" : names[curve]), month);
            CHECK(p10 == (is_share ? 1 - there.p90 : there.p10));
            CHECK(p90 == (is_share ? 1 - there.p10 : there.p90));
        }
    }
}

TEST_CASE("a clause is below the evidence asked for exactly when its grade is worse") {
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses) {
            CHECK(!is_below(clause, clause.grade));
            CHECK(!is_below(clause, Grade::unseen));
            CHECK(is_below(clause, Grade::primary) == (clause.grade != Grade::primary));
        }
    Clause clause;
    clause.grade = Grade::secondary;
    CHECK(is_below(clause, Grade::primary_quoted));
    CHECK(!is_below(clause, Grade::weak));
}

TEST_CASE("with every input fixed the band is the run itself") {
    Doubt doubt;
    doubt.fixed.fill(true);
    Bands bands(default_inputs(), january(), under_pressure(), doubt, seed, 10);
    bands.add_runs(10);
    const Run run = simulate(default_inputs(), january());
    for (std::size_t quantity = 0; quantity < banded_outputs.size(); ++quantity) {
        const auto [p10, p50, p90] = bands.at(quantity, Month{83});
        CHECK(p10 == p90);
        CHECK(p50 == static_cast<double>(static_cast<float>(run.rows[83].*banded_outputs[quantity]->field)));
    }
}

TEST_CASE(
    "the readings of the AGI test are counted in the runs that meet what is known of 2025, each asked again alone") {
    constexpr int runs = 100;
    Bands bands(default_inputs(), january(), under_pressure(), no_doubt, seed, runs);
    while (!bands.is_finished()) bands.add_runs(13);
    int kept = 0;
    std::array<Chance, test_reading_count> asked{};
    for (std::uint64_t run = 0; run < runs; ++run) {
        const Inputs inputs = drawn(default_inputs(), no_doubt, seed, run);
        if (!meets_2025(simulate(inputs, january()))) continue;
        ++kept;
        const auto met = agi_readings(inputs, january());
        for (std::size_t i = 0; i < met.size(); ++i) {
            asked[i].by_horizon += met[i].met <= january().horizon;
            asked[i].ever += met[i].met < never;
        }
    }
    CHECK(kept > 0);
    CHECK(kept < runs);
    CHECK(bands.kept_runs() == kept);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        CHECK(bands.readings()[i].by_horizon == asked[i].by_horizon);
        CHECK(bands.readings()[i].ever == asked[i].ever);
    }
}

TEST_CASE("the runs are held against the same figures of 2025 as the scorecard") {
    const auto rows = nlohmann::json::parse(assets::backtest_text).at("rows");
    const auto expected = [&](std::string_view what) {
        for (const auto& row : rows)
            if (row.at("what") == what) return row.at("expected").get<double>();
        return 0.0;
    };
    CHECK(known_2025.online_gw == expected("Running capacity, end of 2025"));
    CHECK(known_2025.revenue_bn == expected("Revenue of 2025"));
    CHECK(known_2025.loss_bn == -expected("Operating loss of 2025"));
}

TEST_CASE("the run as it opens meets what is known of 2025; one without demand does not") {
    CHECK(meets_2025(simulate(default_inputs(), january())));
    CHECK_FALSE(meets_2025(simulate(with(default_inputs(), "demand.growth", 1.2), january())));
}

}  // namespace fr
