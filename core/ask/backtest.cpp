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
#include "core/model/reading.h"
#include "core/words/format.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

// "2025-12", or "2025": its January. Shipped text only.
Month begin_of(const std::string& text) { return month_from(text.size() == 4 ? text + "-01" : text).value(); }

struct MonthSpan {
    int first, last;  // inclusive
    int count() const { return last - first + 1; }
    double middle() const { return (first + last) / 2.0; }
};

// "2025-12" is that month, "2025" its months, "2025-07/2026-06" a span.
MonthSpan span_of(const std::string& month) {
    const std::size_t slash = month.find('/');
    const int first = begin_of(month.substr(0, slash)).index;
    if (slash != std::string::npos) return {first, begin_of(month.substr(slash + 1)).index};
    return {first, month.size() == 4 ? first + 11 : first};
}

double mean_of(const Run& run, double Row::* field, MonthSpan span) {
    double sum = 0;
    for (int m = span.first; m <= span.last; ++m) sum += run.at(Month{m}).*field;
    return sum / span.count();
}

const Output& output_of(const std::string& name) {
    const auto found = std::ranges::find(backtested_outputs, name, &Output::name);
    assert(found != backtested_outputs.end());
    return **found;
}

Month event_month(const Run& run, std::string_view key) {
    if (key == "exclusivity_breaks") return run.exclusivity_breaks;
    if (key == "first_refusal_passes") return run.first_refusal_passes;
    if (key == "agi_trips") return run.facts.agi_tripped;
    assert(key == "first_profitable_year");
    const std::optional<int> year = first_profitable_year(run);
    return year ? month_of(*year, 1) : never;
}

std::string signed_percent(double share) {
    const std::string text = percent_text(std::fabs(share));
    return text == "0%" || text.starts_with('<') ? text : (share < 0 ? "−" : "+") + text;
}

// The last value known before, carried forward; and the same grown on as it had grown in the year before.
std::vector<Baseline> baselines_of(const Json& item, double expected, double of_year, const Output& output) {
    if (!item.contains("before")) return {};
    const Json& before = item["before"];
    const double value = before["value"];
    const auto baseline = [&](const char* name, double got) {
        const double error = (got - expected) / std::fabs(expected);
        return Baseline{name, output_text(output, got), error, signed_percent(error)};
    };
    std::vector<Baseline> found{baseline("last value carried forward", value * of_year)};
    if (!before.contains("growth")) return found;
    const double a_month = twelfth_root(before["growth"]);
    const double months = span_of(item["month"]).middle() - span_of(before["month"]).middle();
    double grown = value;
    for (int m = 0; m < static_cast<int>(months + 0.5); ++m) grown *= a_month;
    found.push_back(baseline("growth continued", grown * of_year));
    return found;
}

BacktestRow figure_row(BacktestRow row, const Json& item, const Run& run, double tolerance) {
    const std::string quantity = item["quantity"];
    const Output& output = output_of(quantity);
    const MonthSpan span = span_of(row.month);
    const double of_year = item.value("sum", false) ? span.count() / 12.0 : 1;  // of a rate a year: the span's amount
    const double expected = item["expected"];
    double got = mean_of(run, output.field, span);
    if (item.contains("minus")) got -= mean_of(run, output_of(item["minus"]).field, span);
    got *= of_year;
    row.expected = output_text(output, expected);
    row.got = output_text(output, got);
    row.error = (got - expected) / std::fabs(expected);
    row.error_text = signed_percent(*row.error);
    row.baselines = baselines_of(item, expected, of_year, output);
    row.result = std::fabs(*row.error) <= tolerance ? BacktestResult::hit : BacktestResult::miss;
    return row;
}

std::string months_apart(int months) {
    if (months == 0) return "none";
    return months_text(std::abs(months)) + (months > 0 ? " later" : " earlier");
}

BacktestRow event_row(BacktestRow row, const Json& item, const Run& run) {
    const std::string key = item["event"];
    const bool is_year = key == "first_profitable_year";
    const Month got = event_month(run, key);
    const Month expected = row.month == "never" ? never : Month{span_of(row.month).first};
    const auto text = [&](Month month) {
        return month == never ? "never" : is_year ? std::to_string(year_of(month)) : month_text(month);
    };
    row.expected = text(expected);
    row.got = text(got);
    const bool both = got != never && expected != never;
    if (both) row.error = got.index - expected.index;
    row.error_text = both ? months_apart(got.index - expected.index) : got == expected ? "none" : "";
    const bool hit = both ? std::abs(got.index - expected.index) <= item["tolerance_months"] : got == expected;
    row.result = hit ? BacktestResult::hit : BacktestResult::miss;
    return row;
}

RowClass class_named(const std::string& name) {
    const auto found = std::ranges::find(row_class_names, name);
    assert(found != row_class_names.end());
    return static_cast<RowClass>(found - row_class_names.begin());
}

}  // namespace

Backtest backtest(const Inputs& inputs, const Contract& contract) {
    const Parsed<Json> table = parse_json(assets::backtest_text, max_contract_bytes, max_depth);
    assert(table);
    const double tolerance = (*table)["tolerance"];
    const Run run = simulate(inputs, contract);
    Backtest result;
    for (const Json& item : (*table)["rows"]) {
        BacktestRow row{};
        row.what = item["what"];
        row.month = item["month"];
        row.row_class = class_named(item["class"]);
        row.facts = item["facts"];
        row.result = BacktestResult::not_modelled;
        if (item.contains("event"))
            row = event_row(std::move(row), item, run);
        else if (item.contains("quantity"))
            row = figure_row(std::move(row), item, run, tolerance);
        else
            row.expected = item["known"];
        ClassScore& score = entry(result.scores, row.row_class);
        score.hits += row.result == BacktestResult::hit;
        ++score.of;
        result.rows.push_back(std::move(row));
    }
    return result;
}

}  // namespace fr
