// What a reader does to a clause: as if it had never been agreed, its restriction dropped, a variant agreed after all.
// The rules are in the README, "Switching a clause off".
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/deal/terms.h"
#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/model/reading.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Contract edited_once(std::string_view contract, std::string clause, EditKind kind) {
    return edited(contract_named(contract), {{std::move(clause), kind}});
}

Terms terms_in(const Contract& contract, int year, int month) {
    return terms_at(contract, month_of(year, month), simulate(default_inputs(), contract).facts);
}

std::string_view governs(const Contract& contract, Kind kind, int year, int month) {
    const int index = terms_in(contract, year, month).clause(kind);
    return index < 0 ? std::string_view{} : std::string_view(contract.at(index).id);
}

}  // namespace

TEST_CASE("never agreed: what the clause replaced stays, beyond the end of what was never agreed") {
    const Contract contract = edited_once("january-2025", "first-refusal", EditKind::never_agreed);
    for (const auto& [year, month] : {std::pair{2024, 6}, {2025, 1}, {2030, 12}, {2031, 1}, {2035, 12}}) {
        CAPTURE(year);
        CHECK(governs(contract, Kind::supply, year, month) == "oracle-exception");
        CHECK(terms_in(contract, year, month).supply == Supply::exception);
    }
    CHECK(simulate(default_inputs(), contract).exclusivity_breaks == never);
}

TEST_CASE("never agreed: what was to end by a later date stays without end") {
    Contract own = contract_named("january-2025");
    own.at(clause_named(own, "oracle-exception")).until = month_of(2024, 12);
    const Contract contract = edited(own, {{"first-refusal", EditKind::never_agreed}});
    CHECK(governs(contract, Kind::supply, 2035, 12) == "oracle-exception");
}

TEST_CASE("never agreed: with nothing earlier nobody is bound until the next clause") {
    const Contract contract = edited_once("january-2025", "cloud-exclusivity", EditKind::never_agreed);
    CHECK(governs(contract, Kind::supply, 2024, 5).empty());
    CHECK(terms_in(contract, 2024, 5).supply == Supply::anyone);
    CHECK(governs(contract, Kind::supply, 2024, 6) == "oracle-exception");
    CHECK(governs(contract, Kind::supply, 2025, 1) == "first-refusal");
}

TEST_CASE("never agreed: what comes after the clause keeps its month") {
    const Contract contract = edited_once("as-amended", "first-refusal", EditKind::never_agreed);
    CHECK(governs(contract, Kind::supply, 2025, 9) == "oracle-exception");
    CHECK(governs(contract, Kind::supply, 2025, 10) == "free-choice");
}

TEST_CASE("never agreed: a condition that only the clause could establish never comes") {
    const Contract contract = edited_once("under-pressure", "first-refusal", EditKind::never_agreed);
    for (const Param& param : params)
        for (const double value : {param.low, param.high}) {
            const Run run = simulate(with(default_inputs(), param.key, value), contract);
            CAPTURE(param.key);
            CHECK(run.facts.month(Fact::strained_again) == never);
            CHECK(run.exclusivity_breaks == never);
        }
    CHECK(simulate(default_inputs(), contract).facts.month(Fact::strained) != never);
    CHECK(governs(contract, Kind::supply, 2035, 12) == "cloud-exclusivity");
}

TEST_CASE("never agreed: without a first clause under pressure, nobody is bound and nothing strains") {
    const Contract contract = edited_once("under-pressure", "cloud-exclusivity", EditKind::never_agreed);
    const Run run = simulate(with(default_inputs(), "demand.growth", 5), contract);
    CHECK_FALSE(run.has_exclusivity);
    CHECK(run.exclusivity_breaks == never);
    CHECK(run.facts.month(Fact::strained) == never);
}

TEST_CASE("never agreed: the AGI clause of 2023 gives way to the board's, which has no end") {
    const Contract contract = edited_once("january-2025", "agi-clause", EditKind::never_agreed);
    CHECK(governs(contract, Kind::agi_trigger, 2026, 1) == "agi-board");
    CHECK(governs(contract, Kind::agi_trigger, 2035, 12) == "agi-board");
}

TEST_CASE("never agreed: the clause and the clauses around it are as written, only its states say off") {
    const Contract& base = contract_named("january-2025");
    const Contract contract = edited_once("january-2025", "first-refusal", EditKind::never_agreed);
    REQUIRE(contract.clauses.size() == base.clauses.size());
    const Run run = simulate(default_inputs(), contract);
    const auto states = entry(spans(contract, run), clause_named(base, "first-refusal"));
    REQUIRE(states.size() == 1);
    CHECK(states[0].state == ClauseState::off);
    CHECK(states[0].reason == SpanReason::never_agreed);
    for (std::size_t i = 0; i < base.clauses.size(); ++i) CHECK(contract.clauses[i].rule == base.clauses[i].rule);
}

TEST_CASE("dropped: from the clause's own month on nobody is bound; before it all is as it was") {
    const Contract contract = edited_once("january-2025", "first-refusal", EditKind::dropped);
    CHECK(governs(contract, Kind::supply, 2024, 12) == "oracle-exception");
    CHECK(terms_in(contract, 2025, 1).supply == Supply::anyone);
    CHECK(terms_in(contract, 2035, 12).supply == Supply::anyone);
    const Run free = simulate(default_inputs(), contract);
    const Run as_was = simulate(default_inputs(), contract_named("january-2025"));
    CHECK(served_gw_months(free) >= served_gw_months(as_was));
    CHECK(free.first_refusal_passes == never);
}

TEST_CASE("dropped: each restriction has its freedom") {
    CHECK(!terms_in(edited_once("january-2025", "api-on-azure", EditKind::dropped), 2025, 1).api_only_on_azure);
    CHECK(terms_in(edited_once("january-2025", "api-on-azure", EditKind::dropped), 2024, 12).api_only_on_azure);
    CHECK(terms_in(edited_once("january-2025", "own-building-approved", EditKind::dropped), 2025, 1).own_building ==
          OwnBuilding::anything);
    CHECK(!terms_in(edited_once("exclusive-2023", "products-on-azure", EditKind::dropped), 2023, 1)
               .products_only_on_azure);
    CHECK(terms_in(edited_once("january-2025", "revenue-share", EditKind::dropped), 2025, 1).revenue_share == 0);
    CHECK(terms_in(edited_once("january-2025", "agi-clause", EditKind::dropped), 2025, 1).trigger == Trigger::none);
}

TEST_CASE("dropped: a clause that restricts nothing stays as it is") {
    for (const char* clause : {"ip-licence", "azure-commitment", "stake-profit-share"}) {
        CAPTURE(clause);
        CHECK(edited_once("january-2025", clause, EditKind::dropped) == contract_named("january-2025"));
    }
}

TEST_CASE("dropped: the AGI clause never trips, whatever the reading") {
    const Contract contract = edited_once("exclusive-2023", "agi-clause", EditKind::dropped);
    Inputs inputs = with(default_inputs(), "agi.declared", 40);
    for (const double reading : {0.0, 1.0, 2.0}) {
        inputs.agi_reading = reading;
        CAPTURE(reading);
        CHECK(simulate(inputs, contract).facts.agi_tripped == never);
    }
    inputs.agi_reading = 2;
    CHECK(simulate(inputs, contract_named("exclusive-2023")).facts.agi_tripped == Month{40});
}

TEST_CASE("agreed: the popular reading of the AGI clause takes Microsoft's right to the technology") {
    const Contract& base = contract_named("january-2025");
    const Contract contract = edited_once("january-2025", "agi-popular-reading", EditKind::agreed);
    const Run as_was = simulate(default_inputs(), base), popular = simulate(default_inputs(), contract);
    REQUIRE(popular.facts.agi_tripped != never);
    CHECK(popular.facts.agi_tripped == as_was.facts.agi_tripped);
    const Month after = next(popular.facts.agi_tripped);
    CHECK(terms_at(base, after, as_was.facts).licence_in_force);
    CHECK(!terms_at(base, after, as_was.facts).later_systems_licensed);
    CHECK(!terms_at(contract, after, popular.facts).licence_in_force);
}

TEST_CASE("a clause that is not part of the deal has no say: neither it nor the drop of it") {
    const Contract& base = contract_named("january-2025");
    const Run run = simulate(default_inputs(), base);
    for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped}) {
        const Contract contract = edited_once("january-2025", "agi-popular-reading", kind);
        CHECK(contract == base);
        const Run other = simulate(default_inputs(), contract);
        CHECK(other.facts.agi_tripped == run.facts.agi_tripped);
        CHECK(governs(contract, Kind::agi_trigger, 2035, 12).empty());
    }
}

TEST_CASE("after any edit of any clause ids differ, indices of the base stay valid and the file can be read again") {
    for (const Contract& base : shipped_contracts())
        for (std::size_t i = 0; i < base.clauses.size(); ++i)
            for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed}) {
                const Contract contract = edited(base, {{base.clauses[i].id, kind}});
                CAPTURE(base.id);
                CAPTURE(base.clauses[i].id);
                CAPTURE(static_cast<int>(kind));
                std::set<std::string> ids;
                for (const Clause& clause : contract.clauses) ids.insert(clause.id);
                CHECK(ids.size() == contract.clauses.size());
                for (std::size_t k = 0; k < base.clauses.size(); ++k)
                    CHECK(contract.clauses[k].id == base.clauses[k].id);
                CHECK(parse_contract(contract_text(contract)).has_value());
            }
}

TEST_CASE("edits of different clauses give the same deal in either order") {
    const Contract& base = contract_named("january-2025");
    const Edit one{"first-refusal", EditKind::never_agreed}, two{"api-on-azure", EditKind::dropped},
        three{"agi-popular-reading", EditKind::agreed};
    CHECK(edited(base, {one, two, three}) == edited(base, {three, two, one}));
}

TEST_CASE("a run of never-agreed clauses falls back to the first of them that stands, in either order") {
    const Contract& base = contract_named("january-2025");
    const Edit refusal{"first-refusal", EditKind::never_agreed}, exception{"oracle-exception", EditKind::never_agreed};
    for (const Contract& contract : {edited(base, {refusal, exception}), edited(base, {exception, refusal})}) {
        CHECK(governs(contract, Kind::supply, 2035, 12) == "cloud-exclusivity");
        CHECK(simulate(default_inputs(), contract).exclusivity_breaks == never);
    }
}

}  // namespace fr
