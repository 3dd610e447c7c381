// Clauses folded into the terms of a month: replacement, ends, conditions, and the AGI clause's effects. What a reader
// switches off or drops is in edits.cpp.
#include "core/deal/terms.h"

#include <doctest/doctest.h>

#include "core/files/assets.h"
#include "core/model/model.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Clause clause(std::string id, Rule rule, Bound from, std::optional<Bound> until = {}) {
    Clause made;
    made.id = std::move(id);
    made.rule = std::move(rule);
    made.from = from;
    made.until = until;
    return made;
}

Contract contract_of(std::vector<Clause> clauses) {
    Contract contract;
    contract.clauses = std::move(clauses);
    return contract;
}

constexpr Month january_2024 = month_of(2024, 1), june_2024 = month_of(2024, 6), january_2025 = deal_month;

}  // namespace

TEST_CASE("with no clause nobody is bound") {
    const Terms terms = terms_at({}, january_2025, {});
    CHECK(terms.supply == Supply::anyone);
    CHECK(terms.own_building == OwnBuilding::anything);
    CHECK_FALSE(terms.api_only_on_azure);
    CHECK_FALSE(terms.products_only_on_azure);
    CHECK(terms.revenue_share == 0);
    CHECK(terms.trigger == Trigger::none);
    CHECK_FALSE(terms.licence_in_force);
    CHECK_FALSE(terms.cause(Kind::supply));
}

namespace {

// What is known at the beginning of a month.
Facts known_in(const Facts& all, Month month) {
    Facts known = all;
    for (Month& established : known.established)
        if (established >= month) established = never;
    if (known.agi_tripped < month) return known;
    known.agi_tripped = never;
    known.agi_clause = -1;
    return known;
}

}  // namespace

TEST_CASE("a run goes by the terms of each month, though it reads them only where they can have changed") {
    for (const Contract& contract : shipped_contracts())
        for (const double growth : {1.2, 3.0, 5.0})
            for (const double threshold : {50.0, 200.0}) {
                Inputs inputs = default_inputs();
                inputs.demand_growth = growth;
                inputs.agi_threshold = threshold;
                std::vector<MonthTrace> trace;
                const Facts all = simulate_traced(inputs, contract, trace).facts;
                for (Month month{0}; month < never; month = next(month)) {
                    CAPTURE(contract.id);
                    CAPTURE(month.index);
                    CHECK((entry(trace, month.index).terms == terms_at(contract, month, known_in(all, month))));
                }
            }
}

TEST_CASE("a clause applies from its month on, and its terms name it as their cause") {
    const Contract contract = contract_of({clause("only", SupplyRule{Supply::azure_only}, june_2024)});
    CHECK(terms_at(contract, month_of(2024, 5), {}).supply == Supply::anyone);
    CHECK(terms_at(contract, june_2024, {}).supply == Supply::azure_only);
    CHECK(terms_at(contract, june_2024, {}).cause(Kind::supply) == clause_cause(0));
}

TEST_CASE("a later clause of a kind replaces the earlier, wherever it stands in the list") {
    const Clause early = clause("early", SupplyRule{Supply::azure_only}, january_2024),
                 late = clause("late", SupplyRule{Supply::first_refusal}, june_2024);
    for (const Contract& contract : {contract_of({early, late}), contract_of({late, early})}) {
        CHECK(terms_at(contract, month_of(2024, 5), {}).supply == Supply::azure_only);
        CHECK(terms_at(contract, june_2024, {}).supply == Supply::first_refusal);
    }
}

TEST_CASE("of two clauses of one month the later in the list wins") {
    const Contract contract = contract_of({clause("a", SupplyRule{Supply::azure_only}, january_2024),
                                           clause("b", SupplyRule{Supply::exception, 0.6, 12}, january_2024)});
    CHECK(terms_at(contract, january_2024, {}).supply == Supply::exception);
}

TEST_CASE("until is the last month in force; after it nobody is bound, not even by what was replaced") {
    const Contract contract = contract_of({clause("early", SupplyRule{Supply::azure_only}, january_2024),
                                           clause("late", SupplyRule{Supply::first_refusal}, june_2024, january_2025)});
    CHECK(terms_at(contract, january_2025, {}).supply == Supply::first_refusal);
    CHECK(terms_at(contract, next(january_2025), {}).supply == Supply::anyone);
}

TEST_CASE("clauses of other kinds do not touch each other") {
    const Contract contract = contract_of({clause("supply", SupplyRule{Supply::azure_only}, january_2024),
                                           clause("api", ApiHostingRule{Hosting::azure_only}, june_2024, june_2024)});
    CHECK(terms_at(contract, june_2024, {}).api_only_on_azure);
    CHECK_FALSE(terms_at(contract, next(june_2024), {}).api_only_on_azure);
    CHECK(terms_at(contract, next(june_2024), {}).supply == Supply::azure_only);
}

TEST_CASE("a clause that waits for a fact begins the month after it") {
    const Contract contract = contract_of({clause("first", SupplyRule{Supply::azure_only}, january_2024),
                                           clause("then", SupplyRule{Supply::first_refusal}, Fact::strained)});
    Facts facts;
    CHECK(terms_at(contract, month_of(2035, 12), facts).supply == Supply::azure_only);
    facts.establish(Fact::strained, june_2024);
    CHECK(terms_at(contract, june_2024, facts).supply == Supply::azure_only);
    CHECK(terms_at(contract, next(june_2024), facts).supply == Supply::first_refusal);
}

TEST_CASE("a clause until a fact ends with the month that establishes it") {
    const Contract contract =
        contract_of({clause("share", RevenueShareRule{0.2, 0, {}}, january_2024, Fact::agi_test_met)});
    Facts facts;
    facts.establish(Fact::agi_test_met, june_2024);
    CHECK(terms_at(contract, june_2024, facts).revenue_share == 0.2);
    CHECK(terms_at(contract, next(june_2024), facts).revenue_share == 0);
}

TEST_CASE("facts latch") {
    Facts facts;
    facts.establish(Fact::strained, june_2024);
    facts.establish(Fact::strained, january_2025);
    CHECK(facts.month(Fact::strained) == june_2024);
    CHECK(facts.month(Fact::strained_again) == never);
}

TEST_CASE("a clause that is off has no say") {
    Contract contract = contract_of({clause("only", SupplyRule{Supply::azure_only}, january_2024)});
    contract.clauses[0].off = true;
    CHECK(terms_at(contract, june_2024, {}).supply == Supply::anyone);
}

TEST_CASE("the API is free after verified AGI where the lock says until then") {
    const Contract contract =
        contract_of({clause("api", ApiHostingRule{Hosting::azure_until_verified_agi}, january_2024)});
    Facts facts;
    facts.establish(Fact::agi_verified, june_2024);
    CHECK(terms_at(contract, june_2024, facts).api_only_on_azure);
    CHECK_FALSE(terms_at(contract, next(june_2024), facts).api_only_on_azure);
}

TEST_CASE("a cap that has been reached stops the share and leaves what flows back") {
    const Contract contract = contract_of({clause("share", RevenueShareRule{0.2, 0.1, 38.0}, january_2024)});
    Facts facts;
    facts.establish(Fact::share_cap_reached, june_2024);
    CHECK(terms_at(contract, june_2024, facts).revenue_share == 0.2);
    CHECK(terms_at(contract, next(june_2024), facts).revenue_share == 0);
    CHECK(terms_at(contract, next(june_2024), facts).reverse_share == 0.1);
}

TEST_CASE("the AGI clause ends what it says it ends, from the month after it trips, and leaves later terms alone") {
    const AgiEnds ends{.later_systems = true, .api_hosting = true, .revenue_share = true};
    const Contract contract = contract_of(
        {clause("agi", AgiTriggerRule{Trigger::ability_test, ends}, january_2024),
         clause("api", ApiHostingRule{Hosting::azure_only}, january_2024),
         clause("share", RevenueShareRule{0.2, 0.2, {}}, january_2024),
         clause("licence", IpLicenceRule{month_of(2030, 12), month_of(2030, 12), true, false}, january_2024),
         clause("new-share", RevenueShareRule{0.1, 0, {}}, january_2025)});
    Facts facts;
    facts.agi_tripped = june_2024;
    facts.agi_clause = 0;
    const Terms before = terms_at(contract, june_2024, facts), after = terms_at(contract, next(june_2024), facts);
    CHECK(before.api_only_on_azure);
    CHECK(before.revenue_share == 0.2);
    CHECK(before.later_systems_licensed);
    CHECK_FALSE(after.api_only_on_azure);
    CHECK(after.revenue_share == 0);
    CHECK(after.reverse_share == 0);
    CHECK(after.licence_in_force);
    CHECK_FALSE(after.later_systems_licensed);
    CHECK(terms_at(contract, january_2025, facts).revenue_share == 0.1);
}

TEST_CASE("the deal of January 2025 is what its announcement says") {
    const Contract& contract = contract_named("january-2025");
    const auto terms = [&](int year, int month) { return terms_at(contract, month_of(year, month), {}); };
    CHECK(terms(2024, 5).supply == Supply::azure_only);
    CHECK(terms(2024, 6).supply == Supply::exception);
    CHECK(terms(2024, 12).own_building == OwnBuilding::no);
    CHECK(terms(2025, 1).supply == Supply::first_refusal);
    CHECK(terms(2025, 1).own_building == OwnBuilding::training_and_research);
    CHECK(terms(2025, 1).api_only_on_azure);
    CHECK_FALSE(terms(2025, 1).products_only_on_azure);
    CHECK(terms(2025, 1).revenue_share == 0.2);
    CHECK_FALSE(terms(2025, 1).share_cap_bn.has_value());
    CHECK(terms(2025, 1).trigger == Trigger::ability_test);
    CHECK(terms(2030, 12).supply == Supply::first_refusal);
    CHECK(terms(2031, 1).supply == Supply::anyone);
    CHECK(terms(2031, 1).revenue_share == 0);
    CHECK_FALSE(terms(2031, 1).licence_in_force);
}

TEST_CASE("the deal as amended loosens in October 2025 and again in April 2026") {
    const Contract& contract = contract_named("as-amended");
    const auto terms = [&](int year, int month) { return terms_at(contract, month_of(year, month), {}); };
    CHECK(terms(2025, 9).supply == Supply::first_refusal);
    CHECK(terms(2025, 10).supply == Supply::anyone);
    CHECK(terms(2025, 10).trigger == Trigger::panel);
    CHECK(terms(2025, 10).api_only_on_azure);
    CHECK_FALSE(terms(2026, 5).api_only_on_azure);
    CHECK(terms(2026, 5).trigger == Trigger::none);
    CHECK(terms(2026, 5).share_cap_bn.has_value());
}

}  // namespace fr
