// Reads the table of known figures and holds each against a run.
#include "core/ask/backtest.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/model/outputs.h"
#include "core/words/format.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

// "2025-12", or "2025": its January. Shipped text only.
Month begin_of(const std::string& text) { return month_from(text.size() == 4 ? text + "-01" : text).value(); }

// "2025-12" is that month, "2025" the mean of its months, "2025-07/2026-06" the mean of a span.
double value_at(const Run& run, double Row::* field, const std::string& month) {
    const std::size_t slash = month.find('/');
    const int first = begin_of(month.substr(0, slash)).index;
    int last = first;
    if (slash != std::string::npos) last = begin_of(month.substr(slash + 1)).index;
    if (month.size() == 4) last = first + 11;
    double sum = 0;
    for (int m = first; m <= last; ++m) sum += run.at(Month{m}).*field;
    return sum / (last - first + 1);
}

Month event_month(const Run& run, std::string_view key) {
    if (key == "exclusivity_breaks") return run.exclusivity_breaks;
    if (key == "first_refusal_passes") return run.first_refusal_passes;
    if (key == "agi_trips") return run.facts.agi_tripped;
    assert(key == "first_profitable_year");
    for (int year = 2024; year <= 2035; ++year)
        if (value_at(run, &Row::profit_bn_per_year, std::to_string(year)) > 0) return month_of(year, 1);
    return never;
}

BacktestRow figure_row(BacktestRow row, const Json& item, const Run& run, const Output& output) {
    const double expected = item["expected"], tolerance = item["tolerance"];
    const double got = value_at(run, output.field, row.month);
    row.expected = output_text(output, expected);
    row.got = output_text(output, got);
    row.tolerance = "±" + decimals(tolerance * 100, 0) + "%";
    row.result =
        std::fabs(got - expected) <= tolerance * std::fabs(expected) ? BacktestResult::hit : BacktestResult::miss;
    return row;
}

BacktestRow event_row(BacktestRow row, const Json& item, const Run& run) {
    const std::string key = item["event"];
    const bool is_year = key == "first_profitable_year";
    const int months = item["tolerance_months"];
    const Month got = event_month(run, key);
    const bool expects_never = row.month == "never";
    const auto text = [&](Month month) {
        return month == never ? "never" : is_year ? std::to_string(year_of(month)) : month_text(month);
    };
    const Month expected = expects_never ? never : begin_of(is_year ? row.month.substr(0, 4) : row.month);
    row.expected = text(expected);
    row.got = text(got);
    row.tolerance = is_year ? "±" + std::to_string(months / 12) + (months == 12 ? " year" : " years")
                            : "±" + std::to_string(months) + " months";
    const bool both = got != never && expected != never;
    const bool hit = both ? std::abs(got.index - expected.index) <= months : got == expected;
    row.result = hit ? BacktestResult::hit : BacktestResult::miss;
    return row;
}

}  // namespace

Backtest backtest(const Inputs& inputs, const Contract& contract) {
    const Parsed<Json> table = parse_json(assets::backtest_text, max_contract_bytes, max_depth);
    assert(table);
    const Run run = simulate(inputs, contract);
    Backtest result;
    for (const Json& item : (*table)["rows"]) {
        BacktestRow row{item["what"], item["month"], "", "", "", item["facts"], BacktestResult::not_modelled};
        if (item.contains("event")) {
            row = event_row(std::move(row), item, run);
        } else if (item.contains("quantity")) {
            const auto found =
                std::ranges::find(backtested_outputs, item["quantity"].get<std::string>(), &Output::name);
            assert(found != backtested_outputs.end());
            row = figure_row(std::move(row), item, run, **found);
        } else {
            row.expected = item["known"];
        }
        int& count = row.result == BacktestResult::hit    ? result.hits
                     : row.result == BacktestResult::miss ? result.misses
                                                          : result.not_modelled;
        ++count;
        result.rows.push_back(std::move(row));
    }
    return result;
}

}  // namespace fr
