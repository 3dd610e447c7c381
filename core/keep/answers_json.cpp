// Months are "2027-02" and null for never; a value of an input reads as at the command line.
#include "core/keep/answers_json.h"

#include <cmath>

#include "core/files/json_values.h"
#include "core/keep/results_json.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

// An outcome's number: months as months, shares as they are.
Json number_json(Outcome outcome, double number) {
    if (is_month(outcome)) return month_json(Month{static_cast<int>(number)});
    return number;
}

std::string standing_text(Standing standing) {
    switch (standing) {
        case Standing::not_at_all:
            return "never";
        case Standing::by_horizon:
            return "by the horizon";
        case Standing::after_horizon:
            return "after the horizon";
    }
    return {};
}

}  // namespace

Json to_json(const Why& why, const Contract& contract) {
    Json steps = Json::array();
    for (const WhyStep& step : why.steps)
        steps.push_back(
            {{"kind", entry(why_kind_names, step.kind)},
             {"says", step.says},
             {"value", step.unit == "month" ? month_json(Month{static_cast<int>(step.value)}) : Json(step.value)},
             {"unit", step.unit},
             {"cause", cause_id(contract, step.cause)},
             {"sources", step.sources},
             {"grade", step.evidence}});
    return {{"outcome", entry(outcome_names, why.outcome)}, {"month", month_id(why.month)}, {"steps", steps}};
}

Json to_json(const std::vector<Worth>& worths, const Contract& contract) {
    Json list = Json::array();
    for (const Worth& worth : worths)
        list.push_back({{"clause", contract.at(worth.clause).id},
                        {"served_gw_months", worth.served_gw_months},
                        {"months_behind", worth.months_behind},
                        {"azure_share_2030", worth.azure_share_2030},
                        {"share_paid_bn", worth.share_paid_bn},
                        {"agi_trips", month_json(worth.agi_trips)},
                        {"exclusivity_breaks", month_json(worth.exclusivity_breaks)}});
    return list;
}

Json to_json(const std::vector<Tip>& tips) {
    Json list = Json::array();
    for (const Tip& tip : tips)
        list.push_back({{"input", tip.param->key},
                        {"value", value_json(*tip.param, tip.high)},
                        {"value_below", value_json(*tip.param, tip.low)},
                        {"outcome", entry(outcome_names, tip.outcome)},
                        {"below", standing_text(tip.below)},
                        {"above", standing_text(tip.above)},
                        {"says", tip_word(tip)}});
    return list;
}

Json to_json(const std::vector<Sensitivity>& sensitivities, Outcome outcome) {
    Json list = Json::array();
    for (const Sensitivity& one : sensitivities)
        list.push_back({{"input", one.param->key},
                        {"outcome", entry(outcome_names, outcome)},
                        {"low", number_json(outcome, one.low)},
                        {"high", number_json(outcome, one.high)},
                        {"effect", one.effect}});
    return list;
}

Json to_json(const Bands& bands, std::uint64_t seed) {
    Json json{{"runs", bands.runs_done()}, {"seed", seed}, {"bands", Json::object()}};
    for (std::size_t band = 0; band < banded_outputs.size(); ++band) {
        Json& list = json["bands"][std::string(banded_outputs[band]->name)] = Json::array();
        for (Month month{0}; month < never; month = next(month)) {
            const Quantiles at = bands.at(band, month);
            list.push_back({{"month", month_id(month)}, {"p10", at.p10}, {"p50", at.p50}, {"p90", at.p90}});
        }
    }
    const double runs = bands.runs_done();
    for (std::size_t outcome = 0; outcome < month_outcome_count; ++outcome)
        json["chances"][std::string(outcome_names[outcome]) + "_by_horizon"] =
            bands.chance(static_cast<Outcome>(outcome)).by_horizon / runs;
    json["kept_runs"] = bands.kept_runs();  // that meet what is known of 2025; of these:
    json["agi_readings_by_horizon"] = Json::array();
    for (const Chance& chance : bands.readings()) json["agi_readings_by_horizon"].push_back(chance.by_horizon);
    json["chances"]["api_lock_binds"] = bands.chance(Outcome::api_lock_binds).ever / runs;
    return json;
}

Json to_json(const Backtest& backtest) {
    Json rows = Json::array(), scores = Json::object();
    for (const BacktestRow& row : backtest.rows) {
        Json baselines = Json::array();
        for (const Baseline& plain : row.baselines)
            baselines.push_back({{"name", plain.name}, {"got", plain.got}, {"error", plain.error}});
        rows.push_back({{"what", row.what},
                        {"month", row.month},
                        {"class", entry(row_class_names, row.row_class)},
                        {"expected", row.expected},
                        {"got", row.got},
                        {"error", row.error ? Json(*row.error) : Json(nullptr)},
                        {"error_text", row.error_text},
                        {"baselines", baselines},
                        {"result", entry(backtest_result_names, row.result)},
                        {"facts", row.facts}});
    }
    for (std::size_t i = 0; i < row_class_names.size(); ++i)
        scores[std::string(row_class_names[i])] = {{"hit", backtest.scores[i].hits}, {"of", backtest.scores[i].of}};
    return {{"scores", scores}, {"rows", rows}};
}

Json to_json(const std::vector<TestReading>& readings, const Inputs& inputs) {
    Json list = Json::array();
    for (const TestReading& reading : readings)
        list.push_back({{"name", reading.name},
                        {"family", entry(agi_family_names, reading.family)},
                        {"met", month_json(reading.met)},
                        {"says", reading.says},
                        {"facts", words_json(reading.facts)}});
    return {{"range", agi_range_sentence(inputs, readings)}, {"readings", list}};
}

Json to_json(const std::vector<Warning>& warnings) {
    Json list = Json::array();
    for (const Warning& warning : warnings)
        list.push_back({{"says", warning.says},
                        {"mend", warning.mend},
                        {"input", warning.input},
                        {"facts", words_json(warning.facts)}});
    return list;
}

}  // namespace fr
