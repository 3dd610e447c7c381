// The $100 bn test in ten readings: each date is where its own sum first reaches the threshold, and the range is
// theirs.
#include "core/ask/agi_readings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/files/json_values.h"
#include "core/keep/answers_json.h"
#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Month met(const std::vector<TestReading>& readings, std::string_view name) {
    const auto found = std::ranges::find(readings, name, &TestReading::name);
    REQUIRE(found != readings.end());
    return found->met;
}

Month ability_with_life(double years) {
    Inputs inputs = with(with(default_inputs(), "agi.service-life", years), "agi.reading", 1);
    return simulate(inputs, contract_named("january-2025")).agi_by_reading[1];
}

}  // namespace

TEST_CASE("the readings of ability are those of the model's own runs at 1, 3 and 6 years of service") {
    const auto readings = agi_readings(default_inputs(), contract_named("january-2025"));
    CHECK(met(readings, "ability-1-year") == ability_with_life(1));
    CHECK(met(readings, "ability-3-years") == ability_with_life(3));
    CHECK(met(readings, "ability-6-years") == ability_with_life(6));
    const Inputs booked = with(default_inputs(), "agi.reading", 0);
    CHECK(met(readings, "booked") == simulate(booked, contract_named("january-2025")).agi_by_reading[0]);
}

TEST_CASE("the readings do not depend on the reading that is chosen, its service life or a declaration") {
    const Contract& contract = contract_named("january-2025");
    const auto dates = [&](const Inputs& inputs) {
        std::vector<Month> months;
        for (const TestReading& reading : agi_readings(inputs, contract)) months.push_back(reading.met);
        return months;
    };
    const auto standard = dates(default_inputs());
    CHECK(dates(with(default_inputs(), "agi.reading", 0)) == standard);
    CHECK(dates(with(default_inputs(), "agi.service-life", 6)) == standard);
    CHECK(dates(with(default_inputs(), "agi.declared", 30)) == standard);
}

TEST_CASE("stricter readings are never met before looser ones, in any state") {
    for (const State& state : states_at_ends()) {
        const auto readings = agi_readings(state.inputs, *state.contract);
        CAPTURE(state.name);
        CHECK(met(readings, "ability-6-years") <= met(readings, "ability-3-years"));
        CHECK(met(readings, "ability-3-years") <= met(readings, "ability-1-year"));
        CHECK(met(readings, "ability-3-years") <= met(readings, "waterfall"));
        CHECK(met(readings, "ability-3-years") <= met(readings, "after-variable-costs"));
        CHECK(met(readings, "ability-3-years") <= met(readings, "after-training"));
        CHECK(met(readings, "after-training") <= met(readings, "after-all-costs"));
        CHECK(met(readings, "after-all-costs") <= met(readings, "one-year-of-profit"));
    }
}

TEST_CASE(
    "the range comes first: as ability before the horizon, as money earned after it, and only training sunk divides "
    "them") {
    const auto readings = agi_readings(default_inputs(), contract_named("january-2025"));
    const std::string sentence = agi_range_sentence(default_inputs(), readings);
    CAPTURE(sentence);
    CHECK(sentence.starts_with("Read as ability, the $100 bn test would be met between 2026 and 2028"));
    CHECK(sentence.find("as money earned not before 203") != std::string::npos);
    CHECK(sentence.ends_with("before 2030 only if training counts as sunk."));
}

TEST_CASE("the readings as JSON: name, words, facts, family and month of each") {
    const auto readings = agi_readings(default_inputs(), contract_named("january-2025"));
    const Json json = to_json(readings, default_inputs());
    CHECK(json["range"] == agi_range_sentence(default_inputs(), readings));
    REQUIRE(json["readings"].size() == readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        CHECK(json["readings"][i]["name"] == readings[i].name);
        CHECK(json["readings"][i]["met"] == month_json(readings[i].met));
        for (const Json& fact : json["readings"][i]["facts"]) CHECK(grade_of_fact(fact.get<std::string>()).has_value());
    }
}

}  // namespace fr
