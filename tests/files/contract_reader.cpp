// Contract files: a syntax error with its line and column, otherwise every mistake of meaning with its path; and the
// results as JSON and CSV, with the keys that others rely on.

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/files/json_tree.h"
#include "core/files/problem.h"
#include "core/keep/results_json.h"
#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::string clause_with(const std::string& more) {
    return R"({"id":"c","kind":"supply","rule":"azure-only","name":"C","from":"2024-01","says":"S.","grade":"secondary","sources":["A9"])" +
           more + "}";
}

std::string file_with(const std::string& clauses, const std::string& top = "") {
    return R"({"format":1,"id":"x","title":"X","says":"")" + top + R"(,"clauses":[)" + clauses + "]}";
}

std::vector<Problem> problems_of(const std::string& text) {
    const auto parsed = parse_contract(text);
    return parsed ? std::vector<Problem>{} : parsed.error();
}

// That a text has exactly one mistake, there, with these words.
void check_one(const std::string& text, const std::string& where, const std::string& what) {
    const auto problems = problems_of(text);
    CAPTURE(text.substr(0, 400));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where == where);
    CAPTURE(problems[0].what);
    CHECK(problems[0].what.find(what) != std::string::npos);
}

std::string nested(int depth) { return std::string(static_cast<std::size_t>(depth), '['); }

}  // namespace

TEST_CASE("the smallest right file is a contract") {
    const auto contract = parse_contract(file_with(clause_with("")));
    REQUIRE(contract.has_value());
    CHECK(contract->id == "x");
    CHECK(contract->horizon == month_of(2030, 12));
    REQUIRE(contract->clauses.size() == 1);
    CHECK(contract->clauses[0].grade == Grade::secondary);
    CHECK_FALSE(contract->shipped);
}

TEST_CASE("a syntax error has its line and column, and comes alone") {
    check_one("{\n  \"format\": 1,\n  \"id\" \"x\"\n}", "line 3, column 10", "not valid JSON");
    check_one("", "line 1, column 1", "ends too early");
    check_one("{\"format\": 1", "line 1, column 13", "ends too early");
    check_one("{}x", "line 1, column 3", "not valid JSON");
    check_one("nul", "line 1, column 4", "not valid JSON");
}

TEST_CASE("text that is no UTF-8, or holds a zero byte, is no JSON") {
    CHECK(problems_of("{\"id\": \"\xff\"}").size() == 1);
    CHECK(problems_of(std::string("{\"id\": \"\0\"}", 11)).size() == 1);
}

TEST_CASE("line breaks and other control characters in a text are spaces, and a text of spaces is none") {
    std::string text = file_with(clause_with(""));
    text.replace(text.find("\"title\":\"X\""), 11, R"("title":"a\nb\u0007c")");
    REQUIRE(parse_contract(text).has_value());
    CHECK(parse_contract(text)->title == "a b c");
    text.replace(text.find(R"(a\nb\u0007c)"), 11, R"( \n)");
    check_one(text, "title", "not empty");
}

TEST_CASE("all mistakes of meaning come together, each with its path") {
    const std::string text = R"({"format": 2, "id": "", "title": "T", "clauses": [
        {"id": "a", "kind": "supply", "rule": "nobody", "name": "A", "from": "2024-13", "says": "S.",
         "grade": "rumour", "sources": ["Z99"]},
        {"id": "a", "kind": "revenue-share", "rate": 2, "reverse_rate": 0, "name": "B", "from": "2025-01",
         "until": "2024-01", "says": "S.", "grade": "secondary", "sources": []}]})";
    std::vector<std::string> places;
    for (const Problem& problem : problems_of(text)) places.push_back(problem.where);
    for (const char* where :
         {"format", "id", "clauses[0].rule", "clauses[0].from", "clauses[0].grade", "clauses[0].sources[0]",
          "clauses[1].id", "clauses[1].rate", "clauses[1].until", "clauses[1].sources"}) {
        CAPTURE(where);
        CHECK(std::ranges::count(places, where) == 1);
    }
    CHECK(places.size() == 10);
}

TEST_CASE("every mistake says what would have been right") {
    check_one("[]", "", "must be an object");
    check_one(file_with(""), "clauses", "at least one clause");
    check_one(file_with("7"), "clauses[0]", "must be an object");
    check_one(file_with(clause_with(R"(,"lead_months":3)")), "clauses[0].lead_months", "is not known here");
    check_one(file_with(clause_with(R"(,"variant":"yes")")), "clauses[0].variant", "true or false");
    check_one(file_with(clause_with(R"(,"until":"someday")")), "clauses[0].until", "share_cap_reached");
    check_one(file_with(clause_with(R"(,"until":"2023-12")")), "clauses[0].until", "must not be before");
    check_one(file_with(clause_with(""), R"(,"horizon":"2036-01")"), "horizon", "2019-07 to 2035-12");
    check_one(file_with(clause_with(""), R"(,"presets":{"azure.ofer":1})"), "presets[\"azure.ofer\"]", "azure.offer");
    check_one(file_with(clause_with(""), R"(,"presets":{"azure.offer":99})"), "presets[\"azure.offer\"]", "0.2 to 6");
    check_one(file_with(clause_with(""), R"(,"presets":[])"), "presets", "must be an object");
    check_one(file_with(clause_with(""), R"(,"extra":1)"), "extra", "is not known here");
    const std::string share = R"({"id":"s","kind":"revenue-share","rate":0.2,"name":"S","from":"2024-01","says":"S.",)"
                              R"("grade":"secondary","sources":["A9"]})";
    check_one(file_with(share), "clauses[0].reverse_rate", "is missing");
    const std::string unknown = R"({"id":"s","kind":"bribe","name":"S","from":"2024-01","says":"S.",)"
                                R"("grade":"secondary","sources":["A9"]})";
    check_one(file_with(unknown), "clauses[0].kind", "must be one of supply");
}

TEST_CASE("days are checked and dropped; what the calendar does not have is refused") {
    const auto from = [](const std::string& date) {
        return parse_contract(file_with(
            R"({"id":"c","kind":"supply","rule":"azure-only","name":"C","says":"S.","grade":"weak","sources":["A9"],"from":")" +
            date + "\"}"));
    };
    CHECK(from("2025-01-21").has_value());
    CHECK(std::get<Month>(from("2025-01-21")->clauses[0].from) == deal_month);
    for (const char* date : {"2025", "2025-1", "2025-00", "2025-01-32", "2025-01-00", "2019-06", "2036-01", "25-01",
                             "2025/01", "2025-01-21T00:00", "-025-01", "2025-02-30", "2023-02-29", "2025-04-31"}) {
        CAPTURE(date);
        CHECK_FALSE(from(date).has_value());
    }
}

TEST_CASE("dates mean something: a leap day, an order within a month, a horizon within the model, a date of the deal") {
    const auto times = [](const char* from, const char* until) {
        return std::string(R"({"id":"c","kind":"supply","rule":"azure-only","name":"C","says":"S.","grade":"weak",)"
                           R"("sources":["A9"],"from":")") +
               from + R"(","until":")" + until + "\"}";
    };
    CHECK(problems_of(file_with(times("2024-02-29", "2024-03-01"))).empty());
    CHECK(problems_of(file_with(times("2024-02", "2024-02"))).empty());
    check_one(file_with(times("2025-03-20", "2025-03-10")), "clauses[0].until", "2025-03-20");
    check_one(file_with(clause_with(""), R"(,"horizon":"2019-12")"), "horizon", "from 2024-01");
    check_one(file_with(clause_with(""), R"(,"as_of":"yesterday")"), "as_of", "2019-07");
    CHECK(problems_of(file_with(clause_with(""), R"(,"as_of":"2025-01-21")")).empty());
    const std::string exception = R"({"id":"c","kind":"supply","rule":"exception","limit_gw_per_year":1,"name":"C",)"
                                  R"("from":"2024-01","says":"S.","grade":"weak","sources":["A9"],"lead_months":)";
    check_one(file_with(exception + "11.9}"), "clauses[0].lead_months", "whole number from 0 to 43");
    CHECK(problems_of(file_with(exception + "11}")).empty());
}

TEST_CASE("what word processors put in for a plain sign is named, with what to type") {
    const auto said = [](const std::string& text) {
        const auto problems = problems_of(text);
        REQUIRE(problems.size() == 1);
        return problems[0].text();
    };
    CHECK(said("{“format”: 1}") ==
          "line 1, column 2: not valid JSON: “ is a typographic quotation mark; type a straight one: \"");
    CHECK(said("{\n\u00A0\"format\": 1}").find("line 2, column 1: not valid JSON: \u00A0 is a space of another kind") ==
          0);
    CHECK(said("{\u200B\"format\": 1}").find("U+200B is a character that cannot be seen; delete it") !=
          std::string::npos);
    CHECK(said("{'format': 1}").find("single quotation mark") != std::string::npos);
    CHECK(said("{\"format\"：1}").find("full-width sign; type :") != std::string::npos);
    CHECK(said("{\"format\": –1}").find("type a hyphen") != std::string::npos);
}

TEST_CASE("a text in UTF-16 is named as such, and a zero byte does not end a file") {
    using namespace std::string_literals;
    check_one("\xFF\xFE{\0}\0"s, "", "UTF-16");
    check_one("{\0}\0"s, "", "UTF-16");
    check_one("\0{\0}"s, "", "UTF-16");
    const std::string right = file_with(clause_with(""));
    check_one(right + "\0anything"s, "line 1, column " + std::to_string(right.size() + 1), "zero byte");
}

TEST_CASE("texts have a length, and hold nothing that cannot be seen") {
    const auto titled = [](const std::string& title) {
        std::string text = file_with(clause_with(""));
        text.replace(text.find("\"X\""), 3, "\"" + title + "\"");
        return text;
    };
    CHECK(problems_of(titled(std::string(max_title, 'x'))).empty());
    CHECK(problems_of(titled("Ünïcödé 漢字 “quoted” – fine")).empty());
    check_one(titled(std::string(max_title + 1, 'x')), "title", "at most 200 letters");
    for (const char* unseen : {"\u202E", "\u200B", "\u2066", "\u009B", "\uFFFE", "\uFEFF", "\u2028"})
        check_one(titled(std::string("a") + unseen + "b"), "title", "cannot be seen");
}

TEST_CASE("a hundred mistakes are told, and that there are more; many keys cost no more than their number") {
    std::string keys;
    for (int i = 0; i < 70'000; ++i) keys += (i ? ",\"" : "\"") + std::to_string(i) + "\":1";
    const auto problems = problems_of("{" + keys + "}");
    CHECK(problems.size() == most_problems + 1);
    CHECK(problems.back().what.find("more mistakes") != std::string::npos);
    std::string twice;
    for (int i = 0; i < 50'000; ++i) twice += (i ? "," : "") + std::string("\"a\":1");
    CHECK(problems_of("{" + twice + "}").size() == most_problems + 1);
    check_one(file_with(clause_with(""), ",\"presets\":{" + keys + "}"), "presets", "more than there are inputs");
}

TEST_CASE("a key that appears twice is a mistake, named with its path") {
    check_one(R"({"format":1,"id":"x","id":"y","title":"X","clauses":[]})", "id", "appears twice");
    const std::string twice = file_with(clause_with("") + "," + clause_with(R"(,"id":"d")"));
    const auto problems = problems_of(twice);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].where == "clauses[1].id");
}

TEST_CASE("limits: one megabyte, 500 clauses, 32 levels") {
    const std::string large = file_with(clause_with("")) + std::string(max_contract_bytes, ' ');
    check_one(large, "", "larger than 1 MB");

    const auto many = [](std::size_t count) {
        std::string clauses;
        for (std::size_t i = 0; i < count; ++i) {
            std::string one = clause_with("");
            one.replace(one.find("\"c\""), 3, "\"c" + std::to_string(i) + "\"");
            clauses += (i ? "," : "") + one;
        }
        return file_with(clauses);
    };
    CHECK(problems_of(many(max_clauses)).empty());
    check_one(many(max_clauses + 1), "clauses", "at most 500");

    check_one(nested(max_depth + 1), "", "deeper than 32");
    check_one(nested(900'000), "", "deeper than 32");
    CHECK(problems_of(nested(max_depth)).front().what.find("deeper") == std::string::npos);
}

TEST_CASE("500 clauses still run") {
    std::string clauses;
    for (int i = 0; i < 500; ++i) {
        std::string one = clause_with("");
        one.replace(one.find("\"c\""), 3, "\"c" + std::to_string(i) + "\"");
        clauses += (i ? "," : "") + one;
    }
    const auto contract = parse_contract(file_with(clauses));
    REQUIRE(contract.has_value());
    const Run run = simulate(default_inputs(), *contract);
    CHECK(run.rows[0].supplied_under == clause_cause(499));
}

TEST_CASE("every shipped contract is written as a file that reads as the same contract") {
    for (const Contract& contract : shipped_contracts()) {
        auto again = parse_contract(contract_text(contract));
        CAPTURE(contract.id);
        REQUIRE(again.has_value());
        again->shipped = true;
        CHECK(*again == contract);
    }
}

TEST_CASE("the result has the keys that were promised, and as many rows as months") {
    const Contract& contract = shipped_contracts().front();
    const Json json = to_json(default_inputs(), contract, evaluate(default_inputs(), contract), true);
    for (const char* key : {"version", "contract", "inputs", "rows", "events", "clauses", "stretches", "headline",
                            "sentence", "fingerprint"}) {
        CAPTURE(key);
        CHECK(json.contains(key));
    }
    REQUIRE(json["rows"].size() == month_count);
    for (const char* key :
         {"month", "demand_gw", "azure_gw", "others_gw", "own_gw", "online_gw", "served_gw", "unserved_share",
          "months_behind", "azure_share", "revenue_bn_per_year", "compute_cost_bn_per_year", "share_bn_per_year",
          "cumulative_share_bn", "microsoft_receipts_bn_per_year", "profit_bn_per_year", "cumulative_profit_bn"}) {
        CAPTURE(key);
        CHECK(json["rows"][0].contains(key));
    }
    for (const char* key :
         {"exclusivity_breaks", "exclusivity_would_break", "agi_trips", "agi_by_reading", "api_lock_binds",
          "first_refusal_passes", "shortage_ends", "max_unserved", "azure_share_2030"}) {
        CAPTURE(key);
        CHECK(json["headline"].contains(key));
    }
    CHECK(json["inputs"].size() == input_count);
    CHECK(json["inputs"]["agi.reading"] == "ability");
    CHECK(json["inputs"]["agi.declared"] == "never");
    CHECK(json["rows"][0]["month"] == "2024-01");
    CHECK(json["rows"][143]["month"] == "2035-12");
    CHECK(json["headline"]["exclusivity_breaks"] == "2025-01");
    CHECK(json["fingerprint"].get<std::string>().size() == 16);
}

TEST_CASE("a month that never comes is null") {
    const Contract& contract = contract_named("exclusive-2023");
    const Json json = to_json(default_inputs(), contract, evaluate(default_inputs(), contract), false);
    CHECK(json["headline"]["exclusivity_breaks"].is_null());
    CHECK_FALSE(json.contains("rows"));
}

TEST_CASE("clauses in the result have states in order that cover the contract's time without a gap") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        const ClauseSpans all = spans(*state.contract, run);
        REQUIRE(all.size() == state.contract->clauses.size());
        for (const auto& own : all) {
            Month expected = first_contract_month;
            CAPTURE(state.name);
            for (const Span& span : own) {
                CHECK(span.from == expected);
                CHECK(span.until >= span.from);
                expected = next(span.until);
            }
            CHECK(expected.index == never.index);
        }
    }
}

TEST_CASE("numbers in JSON are the model's own, to the last bit") {
    const Contract& contract = shipped_contracts().front();
    const Reading reading = evaluate(default_inputs(), contract);
    const Json json = Json::parse(to_json(default_inputs(), contract, reading, true).dump());
    for (std::size_t m = 0; m < month_count; ++m)
        CHECK(json["rows"][m]["served_gw"].get<double>() == reading.run.rows[m].served_gw);
}

TEST_CASE("the CSV has a header and one line a month, each with as many cells") {
    const std::string csv = rows_csv(simulate(default_inputs(), shipped_contracts().front()));
    CHECK(csv.starts_with("month,demand_gw,azure_gw,others_gw,own_gw,online_gw,served_gw,"));
    std::size_t lines = 0, commas = 0, first_commas = 0;
    for (const char c : csv) {
        commas += c == ',';
        if (c != '\n') continue;
        if (lines++ == 0) first_commas = commas;
        CHECK(commas == first_commas);
        commas = 0;
    }
    CHECK(lines == month_count + 1);
}

TEST_CASE("the table of inputs as JSON has what the command line promises") {
    const Json list = inputs_json();
    REQUIRE(list.size() == input_count);
    for (const Json& row : list)
        for (const char* key : {"key", "low", "default", "high", "step", "unit", "status", "facts"}) {
            CAPTURE(key);
            CHECK(row.contains(key));
        }
    CHECK(list[0]["key"] == "demand.growth");
    CHECK(list[0]["default"] == 3.0);
}

}  // namespace fr
