// Warnings: silent on what ships, each one can be made to speak, and what it says is so.
#include "core/ask/warnings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/files/json_values.h"
#include "tests/numbers.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::vector<Warning> warnings_of(const Inputs& inputs, const Contract& contract) {
    return warnings(inputs, contract, simulate(inputs, contract));
}

const Warning* warning_at(const std::vector<Warning>& all, std::string_view input) {
    const auto found = std::ranges::find(all, input, &Warning::input);
    return found == all.end() ? nullptr : &*found;
}

// For each warning, by the input it points at: what sets it off, and the number it must say.
struct Alarm {
    std::string_view warns;
    std::vector<std::pair<std::string_view, double>> set;
    std::string_view says;
};
const std::vector<Alarm> alarms{
    {"others.rate", {{"others.rate", 10}, {"others.growth", 150}, {"others.ceiling", 20}, {"demand.growth", 5}}, "3.3"},
    {"azure.offer", {{"azure.offer", 4.1}}, "4.1 GW"},
    {"demand.fade", {{"demand.fade", 0}}, "33 GW"},
    {"others.ceiling", {{"others.ceiling", 5}}, "5.0 GW"},
    {"others.lead-greenfield", {{"others.lead-greenfield", 13}}, "13 months"},
    {"money.revenue-growth", {{"money.revenue-growth", 15}, {"money.revenue-per-gw", 14}}, "$350 bn"},
    {"money.price-fall", {{"money.price-fall", 11}}, "11%"},
    {"money.support", {{"money.support", 50}}, "$50.0 bn"},
    {"agi.declared", {{"agi.reading", 2}}, "no month"},
};

Inputs inputs_of(const Alarm& alarm) {
    Inputs inputs = default_inputs();
    for (const auto& [key, value] : alarm.set) inputs = with(inputs, key, value);
    return inputs;
}

}  // namespace

TEST_CASE("no shipped deal warns as it opens") {
    for (const Contract& contract : shipped_contracts()) {
        CAPTURE(contract.id);
        const auto all = warnings_of(opening_inputs(contract), contract);
        CHECK(all.empty());
        for (const Warning& warning : all) MESSAGE(warning.says);
    }
}

TEST_CASE("each warning can be set off, says its number and how to mend it, and rests on facts") {
    for (const Alarm& alarm : alarms) {
        const auto all = warnings_of(inputs_of(alarm), contract_named("january-2025"));
        const Warning* warning = warning_at(all, alarm.warns);
        CAPTURE(alarm.warns);
        REQUIRE(warning != nullptr);
        CAPTURE(warning->says);
        CHECK(warning->says.find(alarm.says) != std::string::npos);
        CHECK(warning->mend.ends_with("."));
        CHECK(find_param(warning->input) != nullptr);
        const Json facts = words_json(warning->facts);
        for (const Json& fact : facts) CHECK(grade_of_fact(fact.get<std::string>()).has_value());
    }
}

TEST_CASE("no warning that the program can give is without a case that sets it off") {
    std::set<std::string> seen, known;
    for (const Alarm& alarm : alarms) known.emplace(alarm.warns);
    for (const State& state : states_at_ends())
        for (const Warning& warning : warnings_of(state.inputs, *state.contract)) seen.insert(warning.input);
    for (const std::string& input : seen) {
        CAPTURE(input);
        CHECK(known.contains(input));
    }
}

TEST_CASE("a warning goes when what set it off goes") {
    for (const Alarm& alarm : alarms) {
        Inputs inputs = inputs_of(alarm);
        for (const auto& [key, value] : alarm.set)
            inputs.*find_param(key)->field = default_inputs().*find_param(key)->field;
        CAPTURE(alarm.warns);
        CHECK(warning_at(warnings_of(inputs, contract_named("january-2025")), alarm.warns) == nullptr);
    }
}

TEST_CASE("following a warning's advice mends it") {
    const Contract& contract = contract_named("january-2025");
    const auto mended = [&](std::string_view alarm_name, std::string_view key, double value) {
        const auto alarm = std::ranges::find(alarms, alarm_name, &Alarm::warns);
        const auto all = warnings_of(with(inputs_of(*alarm), key, value), contract);
        return warning_at(all, alarm_name) == nullptr;
    };
    CHECK(mended("azure.offer", "azure.offer", 3.9));
    CHECK(mended("demand.fade", "demand.growth", 2));
    CHECK(mended("others.ceiling", "others.ceiling", 6));
    CHECK(mended("others.lead-greenfield", "others.lead-greenfield", 14));
    CHECK(mended("money.revenue-growth", "money.revenue-growth", 0));
    CHECK(mended("money.price-fall", "money.price-fall", 10));
    CHECK(mended("money.support", "money.support", 0));
    CHECK(mended("agi.declared", "agi.declared", 40));
}

TEST_CASE("support does not warn where the AGI clause is dropped, by the deal or by the reader") {
    const Inputs inputs = with(default_inputs(), "money.support", 50);
    const Contract& january = contract_named("january-2025");
    CHECK(warnings_of(inputs, january).size() == 1);
    CHECK(warnings_of(inputs, contract_named("clause-dropped")).empty());
    CHECK(warnings_of(inputs, edited(january, {{"agi-clause", EditKind::dropped}})).empty());
}

TEST_CASE("warnings change no number: they are read from a run") {
    const Inputs inputs = inputs_of(alarms.front());
    const Contract& contract = contract_named("january-2025");
    const Run run = simulate(inputs, contract);
    const std::uint64_t before = fingerprint(run);
    CHECK(!warnings(inputs, contract, run).empty());
    CHECK(fingerprint(run) == before);
}

TEST_CASE("every number that a warning says is in the inputs, the rows or the benchmarks of the facts") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        Known known;
        known.inputs(state.inputs);
        known.text("3.3 4.0 33 350 10 2025 2030");  // E3 and E4, C25, C3, D11b, C8; years
        known.row(run.rows[83]);
        for (int year = 2026; year <= 2035; ++year) {
            const auto december = static_cast<std::size_t>(month_of(year, 12).index);
            known.number(run.rows[december].online_gw / run.rows[december - 12].online_gw);
        }
        for (const Warning& warning : warnings(state.inputs, *state.contract, run)) {
            CAPTURE(state.name);
            CAPTURE(warning.says);
            CHECK(known.unknown_in(warning.says) == "");
            CHECK(known.unknown_in(warning.mend) == "");
        }
    }
}

}  // namespace fr
