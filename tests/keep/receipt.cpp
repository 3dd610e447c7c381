// Receipts: what was computed can be computed again, and whatever was touched is named.
#include "core/keep/receipt.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/files/contract_writer.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

const Contract& january() { return contract_named("january-2025"); }

// For states whose receipt is not too large.
std::string receipt_of(const Inputs& inputs, const Deal& deal) {
    const auto text = receipt_text({inputs, deal});
    REQUIRE(text.has_value());
    return *text;
}

std::string plain_receipt() { return receipt_of(default_inputs(), Deal(january())); }

Contract own_contract() {
    Contract own = january();
    own.id = "mine";
    own.title = "A deal of my own";
    own.shipped = false;
    own.at(clause_named(own, "first-refusal")).until = month_of(2027, 6);
    return own;
}

// The one difference that a change to a receipt makes; "verified", "refused: …" or a count where it is not one.
std::string verdict(const std::string& text) {
    const auto result = verify_receipt(text);
    if (!result) {
        std::string problems = "refused:";
        for (const Problem& problem : result.error()) problems += " " + problem.text() + ";";
        return problems;
    }
    if (result->differences.empty()) return "verified";
    return result->differences.size() == 1 ? result->differences[0]
                                           : std::to_string(result->differences.size()) + " differences";
}

template <class Change>
std::string verdict_after(const Change& change) {
    Json json = Json::parse(plain_receipt());
    change(json);
    return verdict(json.dump());
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a receipt of any shipped deal, as it opens and with inputs at their ends, is verified") {
    int checked = 0;
    for (const State& state : states_at_ends()) {
        if (checked++ % 5 != 0) continue;  // each takes a run, eleven traces and half a megabyte of text
        CAPTURE(state.name);
        CHECK(verdict(receipt_of(state.inputs, shipped_deal(*state.contract))) == "verified");
    }
}

TEST_CASE("a receipt holds inputs, contract, version, fingerprint, rows, trace and sources") {
    const Json json = Json::parse(plain_receipt());
    for (const char* key : {"kind", "format", "version", "contract", "inputs", "rows", "events", "clauses", "headline",
                            "sentence", "fingerprint", "edits", "trace", "sources"}) {
        CAPTURE(key);
        CHECK(json.contains(key));
    }
    CHECK(json["rows"].size() == month_count);
    CHECK(json["inputs"].size() == input_count);
    CHECK(json["trace"].size() == 11);
    for (const Json& fact : json["sources"]) CHECK(grade_of_fact(fact.get<std::string>()).has_value());
    CHECK(!json.contains("contract_file"));
}

TEST_CASE("how far the reader is in the story travels in a receipt, and no number that is verified hangs on it") {
    const Scene& scene = shipped_scenes()[4];
    const Stake& stake = scene.stakes.front();
    const auto text = receipt_text({scene.inputs, scene.deal, 4, {{stake.id, stake.high}}});
    REQUIRE(text.has_value());
    CHECK(verdict(*text) == "verified");
    Json json = Json::parse(*text);
    CHECK(json["chapter"] == scene.id);
    CHECK(json["bets"][stake.id] == stake.high);
    CHECK(read_saved(json)->chapter == 4);
    CHECK(placed(read_saved(json)->bets, stake.id) == stake.high);
    json["chapter"] = "none";
    json["bets"][stake.id] = stake.high + 1;
    CHECK(verdict(json.dump()) == "verified");
    const auto read = read_saved(json);
    REQUIRE(read.has_value());
    CHECK_FALSE(read->chapter.has_value());
    CHECK(read->bets.empty());
    json["rows"][3]["served_gw"] = 9;
    CHECK(verdict(json.dump()).starts_with("rows[3].served_gw is 9"));
}

TEST_CASE("the verdict says what was run") {
    const auto result = verify_receipt(plain_receipt());
    REQUIRE(result.has_value());
    CHECK(result->contract == "january-2025");
    CHECK(result->fingerprint == Json::parse(plain_receipt())["fingerprint"].get<std::string>());
}

TEST_CASE("a receipt with edits runs the edited deal") {
    const std::vector<Edit> edits{{"first-refusal", EditKind::never_agreed},
                                  {"api-on-azure", EditKind::dropped},
                                  {"agi-popular-reading", EditKind::agreed}};
    const std::string text = receipt_of(default_inputs(), Deal(january()).with(edits));
    CHECK(verdict(text) == "verified");
    CHECK(Json::parse(text)["fingerprint"] != Json::parse(plain_receipt())["fingerprint"]);
    Json without_edits = Json::parse(text);
    without_edits["edits"] = Json::array();
    CHECK(verdict(without_edits.dump()) != "verified");
}

TEST_CASE("a deal of the reader's own travels in its receipt, and is said to be one") {
    const Contract own = own_contract();
    const std::string text = receipt_of(default_inputs(), Deal(own));
    CHECK(Json::parse(text).contains("contract_file"));
    CHECK(verdict(text) == "verified");
    const auto result = verify_receipt(text);
    REQUIRE(result.has_value());
    CHECK(result->contract.starts_with("mine (a deal of the reader's own"));
}

TEST_CASE("a deal that calls itself like a shipped one is not taken for it") {
    Contract posing = own_contract();
    posing.id = "january-2025";
    const auto result = verify_receipt(receipt_of(default_inputs(), Deal(posing)));
    REQUIRE(result.has_value());
    CHECK(result->contract != "january-2025");
    Json json = Json::parse(receipt_of(default_inputs(), Deal(posing)));
    json.erase("contract_file");
    CHECK(verdict(json.dump()) != "verified");
}

TEST_CASE("a tampered number is named, with what it is and what it should be") {
    const std::string said = verdict_after([](Json& json) { json["rows"][28]["served_gw"] = 2.31; });
    CHECK(said.starts_with("rows[28].served_gw is 2.31 in the receipt and "));
    const double here = simulate(default_inputs(), january()).rows[28].served_gw;
    CHECK(holds(said, " and " + Json(here).dump() + " here"));
}

TEST_CASE("a number that is off by its last bit is named") {
    const std::string said = verdict_after([](Json& json) {
        const double number = json["rows"][100]["profit_bn_per_year"];
        json["rows"][100]["profit_bn_per_year"] = number * (1 + 2.3e-16);
    });
    CHECK(said.starts_with("rows[100].profit_bn_per_year is "));
}

TEST_CASE("whatever is tampered with is named: texts, months, causes, the fingerprint") {
    CHECK(verdict_after([](Json& json) { json["sentence"] = "All is well."; }).starts_with("sentence is \"All is"));
    CHECK(verdict_after([](Json& json) {
              json["headline"]["agi_trips"] = "2031-01";
          }).starts_with("headline.agi_trips is \"2031-01\" in the receipt and \"2027-01\" here"));
    CHECK(verdict_after([](Json& json) { json["fingerprint"] = "0"; }).starts_with("fingerprint is"));
    CHECK(verdict_after([](Json& json) { json["version"] = 9.9; }).starts_with("version is 9.9"));
    CHECK(verdict_after([](Json& json) {
              json["trace"][0]["steps"][0]["cause"] = "";
          }).starts_with("trace[0].steps[0].cause is \"\""));
    CHECK(verdict_after([](Json& json) {
              json["clauses"][0]["spans"][0]["state"] = "off";
          }).starts_with("clauses[0].spans[0].state is \"off\""));
    CHECK(verdict_after([](Json& json) { json["sources"].push_back("Z9"); }).starts_with("sources is "));
}

TEST_CASE("a receipt of another version that says the same is verified, and says who made it") {
    Json json = Json::parse(plain_receipt());
    json["version"] = "9.9";
    const auto same = verify_receipt(json.dump());
    REQUIRE(same.has_value());
    CHECK(same->differences.empty());
    CHECK(same->made_by == "9.9");
    json["rows"][28]["served_gw"] = 2.31;
    const auto other = verify_receipt(json.dump());
    REQUIRE(other.has_value());
    CHECK(other->differences.size() == 2);
    CHECK(other->made_by.empty());
    CHECK(verify_receipt(plain_receipt())->made_by.empty());
}

TEST_CASE("what was taken out or put in is named, also where its value is null") {
    CHECK(verdict_after([](Json& json) {
              json["rows"][3].erase("served_gw");
          }).starts_with("rows[3].served_gw is not in the receipt"));
    CHECK(verdict_after([](Json& json) {
              json["headline"].erase("agi_trips");
          }).starts_with("headline.agi_trips is not in the receipt"));
    CHECK(verdict_after([](Json& json) { json["headline"]["agi_by_reading"].erase("declared"); }) ==
          "headline.agi_by_reading.declared is not in the receipt and null here");
    CHECK(verdict_after([](Json& json) { json["note"] = "trust me"; }) == "note is in the receipt and not here");
    CHECK(verdict_after([](Json& json) { json["rows"].erase(143); }).starts_with("rows is "));
}

TEST_CASE("another input makes another run: many differences, the first twenty named and the rest counted") {
    Json json = Json::parse(plain_receipt());
    json["inputs"]["demand.growth"] = 3.05;
    const auto result = verify_receipt(json.dump());
    REQUIRE(result.has_value());
    CHECK(result->differences.size() == 21);
    CHECK(result->differences.back().ends_with("more differences"));
    CHECK(result->differences.front().starts_with("rows["));
}

TEST_CASE("the order of keys and white space are no tampering") {
    const Json json = Json::parse(plain_receipt());
    CHECK(verdict(json.dump()) == "verified");
    CHECK(verdict(nlohmann::json::parse(plain_receipt()).dump(8)) == "verified");  // keys by the alphabet
}

TEST_CASE("what is no receipt is said to be none") {
    for (const char* text : {"{}", "[]", "null", "1", "\"receipt\"", R"({"kind": "another-receipt", "format": 1})",
                             R"({"kind": null})", R"({"kind": ["first-refusal-receipt"]})"}) {
        CAPTURE(text);
        CHECK(holds(verdict(text), "is not a receipt of this explainer"));
    }
    CHECK(holds(verdict(contract_text(january())), "is not a receipt of this explainer"));
}

TEST_CASE("a text that is no JSON is refused with its line and column") {
    CHECK(holds(verdict(""), "line 1, column 1"));
    CHECK(holds(verdict("{\n  \"kind\": }"), "line 2, column"));
    std::string cut = plain_receipt();
    cut.resize(cut.size() / 2);
    CHECK(holds(verdict(cut), "the text ends too early"));
}

TEST_CASE("a receipt from another time or of an unknown deal or input is refused with the reason") {
    CHECK(holds(verdict_after([](Json& json) { json["format"] = 2; }), "format: must be 1"));
    CHECK(holds(verdict_after([](Json& json) { json["contract"] = "no-deal"; }), "contract: must be a shipped deal"));
    CHECK(holds(verdict_after([](Json& json) { json["contract"] = 7; }), "contract: must be a shipped deal"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"]["demand.weather"] = 1; }), "which is no input"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"].erase("azure.lead"); }), "lack azure.lead"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"] = 1; }), "inputs: must be an object"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"]["demand.growth"] = 99; }), "from 1.2 to 5"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"]["azure.lead"] = 12.5; }), "whole number"));
    CHECK(holds(verdict_after([](Json& json) { json["inputs"]["agi.reading"] = Json::array(); }), "one of booked"));
}

TEST_CASE("edits in a receipt must be edits of its deal, one for a clause") {
    const auto edits = [](const char* text) {
        return verdict_after([&](Json& json) { json["edits"] = Json::parse(text); });
    };
    CHECK(holds(edits("7"), "edits: must be a list"));
    CHECK(holds(edits("[7]"), "edits: must name clauses of the deal"));
    CHECK(holds(edits(R"([{"clause": "no-clause", "kind": "dropped"}])"), "edits: must name clauses of the deal"));
    CHECK(holds(edits(R"([{"clause": "first-refusal", "kind": "eaten"}])"), "edits: must name clauses of the deal"));
    CHECK(holds(edits(R"([{"clause": "first-refusal", "kind": "dropped"},
                          {"clause": "first-refusal", "kind": "dropped"}])"),
                "edits: must name a clause once"));
}

TEST_CASE("a deal in a receipt is checked like any contract file") {
    Json json = Json::parse(receipt_of(default_inputs(), Deal(own_contract())));
    json["contract_file"]["clauses"][0]["kind"] = "poem";
    CHECK(holds(verdict(json.dump()), "contract_file.clauses[0].kind: must be one of supply"));
    json["contract_file"] = "a text";
    CHECK(holds(verdict(json.dump()), "contract_file"));
}

TEST_CASE("a receipt that is too large, too deep or says a thing twice is refused") {
    CHECK(holds(verdict(std::string(max_receipt_bytes + 1, ' ')), "is larger than 8 MB"));
    CHECK(holds(verdict(std::string(2'000'000, '[')), "nested deeper than 32 levels"));
    std::string twice = plain_receipt();
    twice.replace(twice.find('{'), 1, R"({"kind": "first-refusal-receipt",)");
    CHECK(holds(verdict(twice), "appears twice"));
}

TEST_CASE("hostile words in a receipt come back as words, cut short") {
    const std::string said =
        verdict_after([](Json& json) { json["sentence"] = "<script>alert(1)</script>" + std::string(500, 'x'); });
    CHECK(said.starts_with("sentence is \"<script>alert(1)</script>xxx"));
    CHECK(said.size() < 400);
}

}  // namespace fr
