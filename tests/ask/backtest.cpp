// The backtest: the shipped table is hit by the deal as amended, and a miss shows as one.
#include "core/ask/backtest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/files/json_values.h"
#include "core/keep/answers_json.h"
#include "core/keep/results_json.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Backtest shipped_backtest() { return backtest(default_inputs(), contract_named("as-amended")); }

BacktestResult result_of(const Backtest& all, std::string_view what) {
    const auto found = std::ranges::find(all.rows, what, &BacktestRow::what);
    CHECK(found != all.rows.end());
    return found == all.rows.end() ? BacktestResult::not_modelled : found->result;
}

}  // namespace

TEST_CASE("the backtest has no miss, and says what it does not model") {
    const Backtest all = shipped_backtest();
    for (const BacktestRow& row : all.rows) {
        CAPTURE(row.what);
        CAPTURE(row.expected);
        CAPTURE(row.got);
        CHECK(row.result != BacktestResult::miss);
    }
    CHECK(all.hits >= 20);
    CHECK(all.misses == 0);
    CHECK(all.not_modelled >= 3);
    CHECK(all.hits + all.misses + all.not_modelled == static_cast<int>(all.rows.size()));
}

TEST_CASE("every row of the backtest rests on known facts") {
    for (const BacktestRow& row : shipped_backtest().rows) {
        CAPTURE(row.what);
        CHECK(!row.facts.empty());
        for (const std::string& fact : row.facts) CHECK(grade_of_fact(fact).has_value());
        CHECK(!row.expected.empty());
        CHECK(row.got.empty() == (row.result == BacktestResult::not_modelled));
        CHECK(row.tolerance.empty() == row.got.empty());
    }
}

TEST_CASE("a figure of the backtest is the run's: of a month, or the mean of a year's months") {
    const Run run = simulate(default_inputs(), contract_named("as-amended"));
    const Json table = Json::parse(assets::backtest_text);
    const Backtest all = shipped_backtest();
    REQUIRE(table["rows"].size() == all.rows.size());
    int checked = 0;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        const Json& item = table["rows"][i];
        const std::string month = item["month"];
        if (item.value("quantity", "") != "revenue_bn_per_year" || month.size() != 4) continue;
        const int year = std::atoi(month.c_str());
        double sum = 0;
        for (int m = 0; m < 12; ++m)
            sum += run.rows[static_cast<std::size_t>((year - 2024) * 12 + m)].revenue_bn_per_year / 12;
        const double expected = item["expected"], tolerance = item["tolerance"];
        const bool hit = std::fabs(sum - expected) <= tolerance * expected;
        CAPTURE(month);
        CHECK((all.rows[i].result == BacktestResult::hit) == hit);
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("another world misses: with little capacity elsewhere the plans of 2028 to 2030 are not met") {
    const Backtest all = backtest(with(default_inputs(), "others.rate", 0.5), contract_named("as-amended"));
    CHECK(all.misses > 0);
    CHECK(result_of(all, "Running capacity, end of 2030 (planned)") == BacktestResult::miss);
    CHECK(result_of(all, "Running capacity, end of 2024") == BacktestResult::hit);
}

TEST_CASE("another deal misses: under lasting exclusivity its end is missed") {
    const Backtest all = backtest(default_inputs(), contract_named("exclusive-2023"));
    CHECK(result_of(all, "Exclusivity on new capacity ends") == BacktestResult::miss);
    CHECK(result_of(all, "First capacity bought from another cloud directly") == BacktestResult::miss);
}

TEST_CASE("an event that did not come is a hit only if it does not come") {
    const std::string_view what = "The AGI clause has not tripped";
    CHECK(result_of(shipped_backtest(), what) == BacktestResult::hit);
    CHECK(result_of(backtest(default_inputs(), contract_named("january-2025")), what) == BacktestResult::miss);
}

TEST_CASE("the score as JSON is the score") {
    const Backtest all = shipped_backtest();
    const Json json = to_json(all);
    CHECK(json["score"]["hit"] == all.hits);
    CHECK(json["score"]["miss"] == all.misses);
    CHECK(json["score"]["not_modelled"] == all.not_modelled);
    CHECK(json["rows"].size() == all.rows.size());
    CHECK(json["rows"][0]["result"] == "hit");
}

}  // namespace fr
