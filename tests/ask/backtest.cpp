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

TEST_CASE("every row is of one kind of test, and outcomes that set no input come first") {
    const Backtest all = shipped_backtest();
    int hits = 0, of = 0;
    for (const ClassScore& score : all.scores) {
        CHECK(score.of > 0);
        hits += score.hits;
        of += score.of;
    }
    CHECK(of == static_cast<int>(all.rows.size()));
    CHECK(hits == std::ranges::count(all.rows, BacktestResult::hit, &BacktestRow::result));
    CHECK(std::ranges::is_sorted(all.rows, {}, &BacktestRow::row_class));
    CHECK(all.score(RowClass::outcome).of == 7);
    CHECK(all.score(RowClass::construction).hits == all.score(RowClass::construction).of);
    CHECK(all.score(RowClass::not_modelled).hits == 0);
}

TEST_CASE("the scorecard can fail: of the outcomes that set no input not all are met, and it says by how much") {
    const Backtest all = shipped_backtest();
    CHECK(all.score(RowClass::outcome).hits < all.score(RowClass::outcome).of);
    for (const BacktestRow& row : all.rows) {
        CAPTURE(row.what);
        if (!row.error || row.row_class == RowClass::construction || row.what == "First profitable year") continue;
        CHECK((row.result == BacktestResult::hit) == (std::fabs(*row.error) <= 0.15));
    }
}

TEST_CASE(
    "beside an outcome stand the last value carried forward and growth continued, worked out from what was known") {
    const Backtest all = shipped_backtest();
    const auto row = std::ranges::find(all.rows, "Revenue, January to March 2026", &BacktestRow::what);
    REQUIRE(row != all.rows.end());
    REQUIRE(row->baselines.size() == 2);
    CHECK(row->expected == "$5.7 bn");
    CHECK(row->baselines[0].error == doctest::Approx(13.07 / 4 / 5.7 - 1));
    CHECK(row->baselines[0].error_text == "−43%");
    CHECK(row->baselines[1].error == doctest::Approx(13.07 / 4 * std::pow(3.53, 8 / 12.0) / 5.7 - 1).epsilon(1e-9));
    for (const BacktestRow& other : all.rows)
        if (other.row_class != RowClass::outcome) CHECK(other.baselines.empty());
}

TEST_CASE("every row of the backtest rests on known facts") {
    for (const BacktestRow& row : shipped_backtest().rows) {
        CAPTURE(row.what);
        CHECK(!row.facts.empty());
        for (const std::string& fact : row.facts) CHECK(grade_of_fact(fact).has_value());
        CHECK(!row.expected.empty());
        CHECK(row.got.empty() == (row.result == BacktestResult::not_modelled));
        CHECK(row.error_text.empty() == row.got.empty());
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
        for (int m = 0; m < 12; ++m) sum += entry(run.rows, (year - 2024) * 12 + m).revenue_bn_per_year / 12;
        const double expected = item["expected"];
        CAPTURE(month);
        REQUIRE(all.rows[i].error);
        CHECK(*all.rows[i].error == doctest::Approx((sum - expected) / expected));
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("another world misses: with little capacity elsewhere the plans of 2028 to 2030 are not met") {
    const Backtest all = backtest(with(default_inputs(), "others.rate", 0.5), contract_named("as-amended"));
    CHECK(all.score(RowClass::projection).hits < shipped_backtest().score(RowClass::projection).hits);
    CHECK(result_of(all, "Running capacity, end of 2030") == BacktestResult::miss);
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

TEST_CASE("the scorecard as JSON: class, error, baselines and result of every row, and a score for each class") {
    const Backtest all = shipped_backtest();
    const Json json = to_json(all);
    REQUIRE(json["rows"].size() == all.rows.size());
    for (std::size_t i = 0; i < row_class_names.size(); ++i) {
        const Json& score = json["scores"][std::string(row_class_names[i])];
        CHECK(score["hit"] == all.scores[i].hits);
        CHECK(score["of"] == all.scores[i].of);
    }
    CHECK(json["rows"][0]["class"] == "outcome");
    CHECK(json["rows"][0]["error"].is_number());
    CHECK(json["rows"][0]["baselines"].size() == 2);
    CHECK(json["rows"].back()["result"] == "not_modelled");
    CHECK(json["rows"].back()["error"].is_null());
}

}  // namespace fr
