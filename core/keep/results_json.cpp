// Results as JSON and CSV, by the tables of inputs and outputs.
#include "core/keep/results_json.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "core/model/outputs.h"
#include "core/words/clause_name.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

Json spans_json(const std::vector<Span>& spans, const ClauseWords& words) {
    Json list = Json::array();
    for (std::size_t i = 0; i < spans.size(); ++i)
        list.push_back({{"from", month_id(spans[i].from)},
                        {"until", month_id(spans[i].until)},
                        {"state", entry(names::clause_states, spans[i].state)},
                        {"why", words.why[i]}});
    return list;
}

Json clauses_json(const Contract& contract, const Reading& reading) {
    Json list = Json::array();
    for (std::size_t i = 0; i < contract.clauses.size(); ++i) {
        const Clause& clause = contract.clauses[i];
        list.push_back({{"id", clause.id},
                        {"kind", names::kinds[clause.rule.index()]},
                        {"name", clause.name},
                        {"called", clause_name(contract, static_cast<int>(i))},  // a name that no other clause has
                        {"from", clause.from_date},
                        {"says", clause.says},
                        {"assumed", clause.assumed},
                        {"grade", entry(names::grades, clause.grade)},
                        {"sources", clause.sources},
                        {"status", reading.clauses[i].status},
                        {"variant", clause.variant},
                        {"added", clause.added},  // by the reader, who dropped what it lifts
                        {"spans", spans_json(reading.spans[i], reading.clauses[i])}});
    }
    return list;
}

Json events_json(const Contract& contract, const Reading& reading) {
    const std::vector<News>& news = shipped_news();
    Json list = Json::array();
    for (std::size_t i = 0; i < reading.events.size(); ++i) {
        const Event& event = reading.events[i];
        Json item{{"month", month_id(event.month)},
                  {"kind", entry(event_names, event.kind)},
                  {"clause", event.clause < 0 ? Json(nullptr) : Json(contract.at(event.clause).id)},
                  {"says", reading.event_words[i]}};
        if (event.kind == EventKind::news) item["fact"] = entry(news, event.news).fact;
        list.push_back(std::move(item));
    }
    return list;
}

Json stretches_json(const Contract& contract, const Reading& reading) {
    Json list = Json::array();
    for (std::size_t i = 0; i < reading.stretches.size(); ++i) {
        const Stretch& stretch = reading.stretches[i];
        list.push_back({{"quantity", entry(quantity_names, stretch.quantity)},
                        {"cause", cause_id(contract, stretch.cause)},
                        {"from", month_id(stretch.from)},
                        {"until", month_id(stretch.until)},
                        {"says", reading.stretch_words[i]}});
    }
    return list;
}

std::string hexadecimal(std::uint64_t number) {
    std::array<char, 20> text;
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
    return text.data();
}

}  // namespace

Json row_json(const Row& row) {
    Json json{{"month", month_id(row.month)}};
    for (const Output* output : exported_outputs) json[std::string(output->name)] = row.*output->field;
    return json;
}

Json headline_json(const Headline& head) {
    Json by_reading = Json::object();
    for (std::size_t i = 0; i < reading_names.size(); ++i)
        by_reading[std::string(reading_names[i])] = month_json(head.agi_by_reading[i]);
    return {{"has_exclusivity", head.has_exclusivity},
            {"exclusivity_breaks", month_json(head.exclusivity_breaks)},
            {"exclusivity_would_break", month_json(head.exclusivity_would_break)},
            {"agi_trips", month_json(head.agi_trips)},
            {"agi_by_reading", by_reading},
            {"api_lock_binds", month_json(head.api_lock_binds)},
            {"first_refusal_passes", month_json(head.first_refusal_passes)},
            {"shortage_ends", month_json(head.shortage_ends)},
            {"max_unserved", {{"month", month_id(head.max_unserved.month)}, {"share", head.max_unserved.share}}},
            {"months_behind_max",
             {{"month", month_id(head.months_behind_max.month)}, {"months", head.months_behind_max.months}}},
            {"wait_at_worst_months", head.wait_at_worst ? Json(*head.wait_at_worst) : Json(nullptr)},
            {"azure_share_2030", head.azure_share_2030},
            {"contract_costs_gw_months", head.contract_costs_gw_months}};
}

Json to_json(const Inputs& inputs, const Contract& contract, const Reading& reading, bool with_rows) {
    Json json{{"version", assets::version}, {"contract", contract.id}, {"contract_title", contract.title}};
    json["horizon"] = month_id(contract.horizon);
    for (const Param& param : params) json["inputs"][std::string(param.key)] = value_json(param, inputs.*param.field);
    if (with_rows) {
        json["rows"] = Json::array();
        for (const Row& row : reading.run.rows) json["rows"].push_back(row_json(row));
    }
    json["events"] = events_json(contract, reading);
    json["clauses"] = clauses_json(contract, reading);
    json["stretches"] = stretches_json(contract, reading);
    json["headline"] = headline_json(reading.headline);
    json["sentence"] = reading.sentence;
    json["sentences"] = {{"wide", reading.wide_sentence}, {"narrow", reading.narrow_sentence}};
    json["chips"] = Json::array();
    for (const Chip& chip : reading.chips)
        json["chips"].push_back(
            {{"key", chip.key}, {"name", chip.name}, {"state", chip.state}, {"breaks", chip.breaks}});
    json["agi_sentence"] = reading.agi_sentence;
    json["offered_sentence"] = reading.offered.whole;
    json["money_sentence"] = reading.money_sentence;
    json["fingerprint"] = hexadecimal(reading.fingerprint);
    return json;
}

Json inputs_json() {
    Json list = Json::array();
    for (const Param& param : params) {
        Json item{{"key", param.key},
                  {"code", param.code},
                  {"label", param.label},
                  {"help", param.help},
                  {"group", param.group},
                  {"low", value_json(param, param.low)},
                  {"default", value_json(param, param.standard)},
                  {"high", value_json(param, param.high)},
                  {"step", param.step},
                  {"spread", is_decision(param) ? Json(nullptr) : Json{param.spread_low, param.spread_high}},
                  {"unit", param.unit},
                  {"status", entry(names::statuses, param.status)},
                  {"facts", words_json(param.facts)}};
        if (param.kind == InputKind::choice)
            for (const std::string_view name : choices_of(param)) item["choices"].push_back(name);
        list.push_back(std::move(item));
    }
    return list;
}

std::string rows_csv(const Run& run) {
    std::string csv = "month";
    for (const Output* output : exported_outputs) csv += "," + std::string(output->name);
    csv += "\n";
    for (const Row& row : run.rows) {
        csv += month_id(row.month);
        for (const Output* output : exported_outputs) csv += "," + Json(row.*output->field).dump();
        csv += "\n";
    }
    return csv;
}

}  // namespace fr
