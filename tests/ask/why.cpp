// Why: a trace never changes what it traces, names only what governs, and says only numbers that are there.
#include "core/ask/why.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/ask/warnings.h"
#include "core/files/json_values.h"
#include "core/keep/answers_json.h"
#include "core/keep/results_json.h"
#include "core/words/names.h"
#include "core/words/sentence.h"
#include "tests/numbers.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

constexpr std::size_t key_count = outcome_names.size();

// Whether a clause governs in a month, or is the AGI clause that has ended another by then.
bool has_say(const Contract& contract, const Run& run, int clause, Month month) {
    if (month >= never) return false;
    const Terms terms = terms_at(contract, month, run.facts);
    const bool tripped = clause == run.facts.agi_clause && run.facts.agi_tripped < month;
    return tripped || terms.clause(kind_of(contract.at(clause))) == clause;
}

bool is_cause_valid(const Contract& contract, Cause cause) {
    const auto index = static_cast<std::size_t>(cause.index);
    switch (cause.kind) {
        case Cause::Kind::none:
            return true;
        case Cause::Kind::clause:
            return index < contract.clauses.size() && !contract.clauses[index].off;
        case Cause::Kind::input:
            return index < params.size();
    }
    return false;
}

}  // namespace

TEST_CASE("tracing never changes a result: every contract, every input at its ends") {
    for (const State& state : states_at_ends()) {
        CAPTURE(state.name);
        const Run plain = simulate(state.inputs, *state.contract);
        std::vector<MonthTrace> trace;
        const Run traced = simulate_traced(state.inputs, *state.contract, trace);
        CHECK(fingerprint(traced) == fingerprint(plain));
        CHECK(traced.facts.established == plain.facts.established);
        CHECK(traced.facts.agi_tripped == plain.facts.agi_tripped);
        CHECK(traced.exclusivity_breaks == plain.exclusivity_breaks);
        CHECK(exclusivity_breaks(state.inputs, *state.contract) == plain.exclusivity_breaks);
        CHECK(trace.size() == month_count);
    }
}

TEST_CASE("a trace holds the terms that a reader would work out afterwards") {
    for (const State& state : states_at_ends()) {
        std::vector<MonthTrace> trace;
        const Run run = simulate_traced(state.inputs, *state.contract, trace);
        int differing = 0;
        for (const Row& row : run.rows) {
            const Terms after = terms_at(*state.contract, row.month, run.facts);
            const Terms& then = entry(trace, row.month.index).terms;
            differing += then.governing != after.governing || then.supply != after.supply ||
                         then.api_only_on_azure != after.api_only_on_azure ||
                         then.revenue_share != after.revenue_share || then.licence_in_force != after.licence_in_force;
        }
        CAPTURE(state.name);
        CHECK(differing == 0);
    }
}

TEST_CASE("every stretch names an input or a clause that has a say in each of its months") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        for (const Stretch& stretch : stretches(run)) {
            CAPTURE(state.name);
            CAPTURE(says(*state.contract, stretch));
            CHECK(stretch.cause);
            CHECK(is_cause_valid(*state.contract, stretch.cause));
            if (stretch.cause.kind != Cause::Kind::clause || stretch.quantity == Quantity::support) continue;
            CHECK(has_say(*state.contract, run, stretch.cause.index, stretch.from));
            CHECK(has_say(*state.contract, run, stretch.cause.index, stretch.until));
        }
    }
}

TEST_CASE("in the deal of January 2025 there is a stretch for what is served, held back, supplied and built") {
    const auto all = stretches(simulate(default_inputs(), contract_named("january-2025")));
    for (const Quantity quantity : {Quantity::served, Quantity::new_capacity, Quantity::who_may_supply,
                                    Quantity::own_building, Quantity::products_hosting}) {
        CAPTURE(entry(quantity_names, quantity));
        CHECK(std::ranges::contains(all, quantity, &Stretch::quantity));
    }
    CHECK(!std::ranges::contains(all, Quantity::support, &Stretch::quantity));  // there is none to give
    const auto dropped =
        stretches(simulate(opening_inputs(contract_named("clause-dropped")), contract_named("clause-dropped")));
    CHECK(std::ranges::count(dropped, Quantity::support, &Stretch::quantity) == 1);
}

TEST_CASE("every step of a trace names an input or a clause in force, with its sources and its evidence") {
    for (const State& state : states_at_ends())
        for (std::size_t k = 0; k < key_count; ++k) {
            const Outcome key = static_cast<Outcome>(k);
            const Contract& deal = contract_of(key, *state.contract, under_pressure());
            const Why told = why(key, {}, state.inputs, *state.contract, under_pressure());
            const Run run = simulate(state.inputs, deal);
            CAPTURE(state.name);
            CAPTURE(outcome_names[k]);
            CHECK(told.steps.size() >= 2);
            CHECK(told.steps.back().kind == WhyStep::Kind::consequence);
            for (const WhyStep& step : told.steps) {
                CAPTURE(step.says);
                CHECK(is_cause_valid(deal, step.cause));
                CHECK(step.evidence.empty() == (step.kind == WhyStep::Kind::consequence));
                if (step.kind == WhyStep::Kind::input) CHECK(step.cause.kind == Cause::Kind::input);
                if (step.cause.kind != Cause::Kind::clause) continue;
                const bool in_force = has_say(deal, run, step.cause.index, told.month) ||
                                      has_say(deal, run, step.cause.index, next(told.month));
                CHECK(in_force);
            }
        }
}

TEST_CASE("grades belong to inputs and clauses: what the model works out is modelled, and cites nothing") {
    for (const State& state : states_at_ends())
        for (std::size_t k = 0; k < key_count; ++k) {
            const Outcome key = static_cast<Outcome>(k);
            const Contract& deal = contract_of(key, *state.contract, under_pressure());
            for (const WhyStep& step : why(key, {}, state.inputs, *state.contract, under_pressure()).steps) {
                const bool says_clause = std::ranges::any_of(
                    deal.clauses, [&](const Clause& clause) { return step.says == clause.name + ": " + clause.says; });
                const bool is_graded = step.kind == WhyStep::Kind::input || says_clause;
                CAPTURE(state.name);
                CAPTURE(step.says);
                CHECK((step.evidence != names::modelled && !step.evidence.empty()) == is_graded);
                CHECK((is_graded || step.sources.empty()));
                if (says_clause) CHECK(!step.sources.empty());
            }
        }
}

TEST_CASE("every step's sources are facts that there are") {
    for (const Contract& contract : shipped_contracts())
        for (std::size_t k = 0; k < key_count; ++k) {
            const Why told = why(static_cast<Outcome>(k), {}, opening_inputs(contract), contract, under_pressure());
            for (const WhyStep& step : told.steps)
                for (const std::string& source : step.sources) {
                    CAPTURE(source);
                    CHECK(grade_of_fact(source).has_value());
                }
        }
}

TEST_CASE("a trace ends in the outcome that the headline has") {
    for (const State& state : states_at_ends()) {
        const Headline head = evaluate(state.inputs, *state.contract).headline;
        for (const Outcome key :
             {Outcome::exclusivity_breaks, Outcome::exclusivity_would_break, Outcome::agi_trips, Outcome::agi_booked,
              Outcome::agi_ability, Outcome::agi_declared, Outcome::api_lock_binds, Outcome::first_refusal_passes}) {
            const Why told = why(key, {}, state.inputs, *state.contract, under_pressure());
            CAPTURE(state.name);
            CAPTURE(entry(outcome_names, key));
            CHECK(told.steps.back().value == month_of(head, key).index);
            CHECK(told.steps.back().unit == "month");
        }
        const Why worst = why(Outcome::max_unserved, {}, state.inputs, *state.contract, under_pressure());
        CAPTURE(state.name);
        CHECK(worst.month == head.max_unserved.month);
        CHECK(worst.steps.back().value == head.max_unserved.share);
        const Why share = why(Outcome::azure_share_2030, {}, state.inputs, *state.contract, under_pressure());
        CHECK(share.steps.back().value == head.azure_share_2030);
    }
}

TEST_CASE("a trace explains the month that is asked for, also the first and the last") {
    for (const Contract& contract : shipped_contracts())
        for (std::size_t k = 0; k < key_count; ++k)
            for (const int month : {0, 12, 71, 143}) {
                const Inputs inputs = opening_inputs(contract);
                const Outcome key = static_cast<Outcome>(k);
                const Why told = why(key, Month{month}, inputs, contract, under_pressure());
                const Contract& deal = contract_of(key, contract, under_pressure());
                CHECK(told.month == Month{month});
                const Json json = to_json(told, deal);
                CHECK(json["outcome"] == outcome_names[k]);
                CHECK(json["steps"].size() == told.steps.size());
            }
}

TEST_CASE("a quantity in a trace is a number of the month that is explained") {
    for (const State& state : states_at_ends())
        for (std::size_t k = 0; k < key_count; ++k) {
            const Outcome key = static_cast<Outcome>(k);
            const Contract& deal = contract_of(key, *state.contract, under_pressure());
            const Why told = why(key, {}, state.inputs, *state.contract, under_pressure());
            const Run run = simulate(state.inputs, deal);
            const Row& row = run.at(told.month);
            std::vector<double> known{row.others_gw + row.own_gw, row.unserved_api_gw};
            const Json json = row_json(row);
            for (const auto& [name, value] : json.items())
                if (value.is_number()) known.push_back(value.get<double>());
            for (const WhyStep& step : told.steps) {
                if (step.kind != WhyStep::Kind::quantity) continue;
                CAPTURE(state.name);
                CAPTURE(step.says);
                CHECK(std::ranges::contains(known, step.value));
            }
        }
}

TEST_CASE("every number that a trace says is in its rows, its inputs, its outcomes or its clauses") {
    for (const State& state : states_at_ends())
        for (std::size_t k = 0; k < key_count; ++k) {
            const Outcome key = static_cast<Outcome>(k);
            const Contract& deal = contract_of(key, *state.contract, under_pressure());
            const Why told = why(key, {}, state.inputs, *state.contract, under_pressure());
            const Reading reading = evaluate(state.inputs, deal);
            const Row& row = reading.run.at(told.month);
            Known known;
            known.inputs(state.inputs);
            known.row(row);
            known.number(row.others_gw + row.own_gw);
            known.number(row.unserved_api_gw);
            known.headline(reading.headline);
            known.text("2024 2035");  // the first and the last year of the model
            for (const WhyStep& step : told.steps) {
                std::string words = step.says;
                for (const Clause& clause : deal.clauses)
                    words = without_words(without_words(words, clause.says), clause.name);
                if (step.unit == "months") known.number(step.value);
                CAPTURE(state.name);
                CAPTURE(step.says);
                CHECK(known.unknown_in(words) == "");
            }
        }
}

TEST_CASE("every number of the two sentences is in the rows, the inputs or the outcomes") {
    for (const State& state : states_at_ends()) {
        const Reading reading = evaluate(state.inputs, *state.contract);
        const Row& worst = worst_month(reading.run, deal_month);
        Known known;
        known.inputs(state.inputs);
        known.row(worst);
        known.number(1 - worst.unserved_share);
        known.headline(reading.headline);
        known.month(state.contract->horizon);
        known.text("2025 2026 2035");  // the deal's first year, the last of the slider's growth, the model's last
        CAPTURE(state.name);
        const std::string first = reading.sentence;
        const std::string second = reading.agi_sentence;
        CAPTURE(first);
        CAPTURE(second);
        CHECK(known.unknown_in(first) == "");
        CHECK(known.unknown_in(second) == "");
    }
}

TEST_CASE("a shortage that was over before the deal is no outcome of it: the sentence speaks of 2025 and later") {
    // Little growth from a start above capacity: the worst month is January 2024, and Azure is enough a year later.
    Inputs inputs = with(with(default_inputs(), "demand.growth", 1.2), "demand.start", 0.4);
    const Contract& contract = contract_named("exclusive-2023");
    const Reading reading = evaluate(inputs, contract);
    const Row& before = worst_month(reading.run, Month{0});
    REQUIRE(before.month < deal_month);
    REQUIRE(before.unserved_share > 0.3);
    CHECK(reading.headline.max_unserved.month >= deal_month);
    CHECK_FALSE(has_shortage(reading.headline));
    const std::string sentence = reading.sentence;
    CAPTURE(sentence);
    CHECK(sentence.find("2024") == std::string::npos);
    CHECK(sentence.find("from 2025 on") != std::string::npos);
}

TEST_CASE("the check on numbers finds one that is not there") {
    Known known;
    known.number(13.46);
    known.month(month_of(2026, 5));
    CHECK(known.unknown_in("13 GW in 2026, at 13.5") == "");
    CHECK(known.unknown_in("14 GW in 2026") == "14");
    CHECK(known.unknown_in("13.6 GW") == "13.6");
}

}  // namespace fr
