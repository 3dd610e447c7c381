// The model against what is known: the table prints hit or miss, and a miss fails. Figures and tolerances are those
// that the project set before the model was written.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <string>

#include "core/ask/backtest.h"
#include "core/ask/evaluate.h"
#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

const Row& december(const Run& run, int year) { return entry(run.rows, month_of(year, 12).index); }

double mean_of_year(const Run& run, int year, double Row::* field) {
    double sum = 0;
    for (int month = 1; month <= 12; ++month) sum += entry(run.rows, month_of(year, month).index).*field;
    return sum / 12;
}

void print_row(const std::string& what, const std::string& wanted, const std::string& got, const std::string& tolerance,
               bool hit) {
    std::printf("  %-48s %14s %14s %14s  %s\n", what.c_str(), wanted.c_str(), got.c_str(), tolerance.c_str(),
                hit ? "hit" : "MISS");
}

void expect_near(const std::string& what, double wanted, double got, double tolerance) {
    const bool hit = std::fabs(got - wanted) <= tolerance * std::fabs(wanted);
    print_row(what, shortest(wanted), decimals(got, 2), "±" + decimals(tolerance * 100, 0) + "%", hit);
    CHECK_MESSAGE(hit, what);
}

void expect_share(const std::string& what, double wanted, double got) {
    constexpr double tolerance = 0.05;
    const bool hit = std::fabs(got - wanted) <= tolerance;
    print_row(what, percent_text(wanted), percent_text(got), "±5 points", hit);
    CHECK_MESSAGE(hit, what);
}

void expect_month(const std::string& what, Month wanted, Month got, int tolerance) {
    const bool both = wanted != never && got != never;
    const bool hit = both ? std::abs(got.index - wanted.index) <= tolerance : wanted == got;
    print_row(what, month_text(wanted), month_text(got), "±" + std::to_string(tolerance) + " months", hit);
    CHECK_MESSAGE(hit, what);
}

Run run_of(std::string_view contract, const Inputs& inputs = default_inputs()) {
    return simulate(inputs, contract_named(contract));
}

Month breaks_at(double growth, double azure_offer = 0.9) {
    const Inputs inputs = with(with(default_inputs(), "demand.growth", growth), "azure.offer", azure_offer);
    return run_of("under-pressure", inputs).exclusivity_breaks;
}

}  // namespace

TEST_CASE("calibration: capacity at year-ends, as amended, all defaults") {
    const Run run = run_of("as-amended");
    constexpr std::array<double, 7> known_gw{0.6, 1.9, 5.5, 12, 17, 23, 30};
    for (int year = 2024; year <= 2030; ++year)
        expect_near("online at the end of " + std::to_string(year) + ", GW", entry(known_gw, year - 2024),
                    december(run, year).online_gw, year <= 2025 ? 0.2 : 0.3);
}

TEST_CASE("calibration: money of whole years, as amended, all defaults") {
    const Run run = run_of("as-amended");
    expect_near("revenue of 2024, $bn", 3.7, mean_of_year(run, 2024, &Row::revenue_bn_per_year), 0.4);
    expect_near("revenue of 2025, $bn", 13, mean_of_year(run, 2025, &Row::revenue_bn_per_year), 0.4);
    expect_near("revenue of 2026, $bn", 36, mean_of_year(run, 2026, &Row::revenue_bn_per_year), 0.4);
    expect_near("cost of compute of 2025, $bn", 16.6, mean_of_year(run, 2025, &Row::compute_cost_bn_per_year), 0.4);
    expect_near("cost of compute of 2026, $bn", 50, mean_of_year(run, 2026, &Row::compute_cost_bn_per_year), 0.4);
    int first = 2024;
    while (first < 2036 && mean_of_year(run, first, &Row::profit_bn_per_year) <= 0) ++first;
    expect_month("first profitable year", month_of(2030, 1), month_of(first, 1), 12);
}

TEST_CASE("calibration: had exclusivity stayed, most demand of 2030 would go unserved") {
    expect_share("unserved at the end of 2030, exclusive 2023", 0.79,
                 december(run_of("exclusive-2023"), 2030).unserved_share);
}

TEST_CASE("calibration: demand alone breaks exclusivity when it should, under pressure") {
    expect_month("breaks at growth ×2", never, breaks_at(2), 3);
    expect_month("breaks at growth ×2.5", month_of(2026, 10), breaks_at(2.5), 3);
    expect_month("breaks at growth ×3", month_of(2025, 4), breaks_at(3), 3);
    expect_month("breaks at growth ×4", month_of(2024, 11), breaks_at(4), 3);
    expect_month("breaks at growth ×5", month_of(2024, 9), breaks_at(5), 3);
    expect_month("breaks at growth ×3, Azure offers 5 GW a year", never, breaks_at(3, 5), 3);
}

TEST_CASE("calibration: the deal of January 2025, all defaults") {
    const Run run = run_of("january-2025");
    const Row& worst = worst_month(run, Month{0});
    expect_month("worst month", month_of(2026, 5), worst.month, 3);
    expect_share("unserved in the worst month", 0.38, worst.unserved_share);
    const Reading reading = evaluate(default_inputs(), contract_named("january-2025"));
    expect_month("shortage ends", month_of(2027, 11), reading.headline.shortage_ends, 3);
    expect_share("Azure's share at the end of 2030", 0.2, december(run, 2030).azure_share);
    expect_month("$100 bn test met, read as ability", month_of(2027, 2), run.agi_by_reading[1], 3);
    expect_month("$100 bn test met, read as booked profit", month_of(2034, 6), run.agi_by_reading[0], 6);
    const int apart = run.agi_by_reading[0].index - run.agi_by_reading[1].index;
    CHECK(apart >= 6 * 12);  // the same words, two readings, about seven years apart
    CHECK(apart <= 8 * 12);
}

// Not a test of the model: what was fitted or is true by construction has to come out, within a quarter.
TEST_CASE("calibration: what helped to set the inputs comes out of the run") {
    for (const BacktestRow& row : backtest(default_inputs(), contract_named("as-amended")).rows) {
        if (row.row_class != RowClass::fitted && row.row_class != RowClass::construction) continue;
        print_row(row.what, row.expected, row.got, row.error_text, row.result == BacktestResult::hit);
        CAPTURE(row.what);
        const bool is_share = row.row_class == RowClass::fitted;
        if (row.error) CHECK(std::fabs(*row.error) <= (is_share ? 0.25 : 3));
    }
}

}  // namespace fr
