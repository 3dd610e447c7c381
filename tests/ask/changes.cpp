// What changed between two contracts, and the deal as it stood on a day.
#include "core/ask/changes.h"
#include "core/ask/evaluate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

using Ids = std::set<std::string>;

struct Changed {
    Ids added, dropped, changed;
    bool operator==(const Changed&) const = default;
};

Changed changed_between(std::string_view before_id, std::string_view after_id) {
    const Contract &before = contract_named(before_id), &after = contract_named(after_id);
    Changed found;
    for (const ClauseChange& change : changes(before, after)) {
        const std::string before_clause = change.before < 0 ? "" : before.at(change.before).id;
        const std::string after_clause = change.after < 0 ? "" : after.at(change.after).id;
        switch (change.kind) {
            case ClauseChange::Kind::added:
                CHECK(before_clause.empty());
                found.added.insert(after_clause);
                break;
            case ClauseChange::Kind::dropped:
                CHECK(after_clause.empty());
                found.dropped.insert(before_clause);
                break;
            case ClauseChange::Kind::changed:
                CHECK(before_clause == after_clause);
                found.changed.insert(after_clause);
                break;
        }
    }
    return found;
}

Ids in_force(std::string_view id, int year, int month) {
    const Contract& contract = contract_named(id);
    const Run run = simulate(opening_inputs(contract), contract);
    Ids found;
    for (const int index : terms_at(contract, month_of(year, month), run.facts).governing)
        if (index >= 0) found.insert(contract.at(index).id);
    return found;
}

}  // namespace

TEST_CASE("a contract has not changed against itself") {
    for (const Contract& contract : shipped_contracts()) CHECK(changes(contract, contract).empty());
}

TEST_CASE("from January 2025 to the deal as amended: what came, what went, what reads differently") {
    CHECK(changed_between("january-2025", "as-amended") ==
          Changed{
              {"free-choice", "own-building-free", "api-until-verified-agi", "api-anywhere", "products-anywhere",
               "revenue-share-until-agi", "revenue-share-capped", "ip-licence-2032", "ip-licence-non-exclusive",
               "agi-panel", "agi-no-effect", "azure-commitment-250", "stake-27", "sales-channels-any"},
              {"agi-popular-reading"},
              {"first-refusal", "own-building-approved", "api-on-azure", "revenue-share", "ip-licence", "agi-clause"}});
}

TEST_CASE("from January 2025 back to exclusivity as it was") {
    CHECK(changed_between("january-2025", "exclusive-2023") ==
          Changed{{},
                  {"oracle-exception", "first-refusal", "own-building-approved", "api-on-azure",
                   "products-anywhere-2025", "revenue-share", "ip-licence", "agi-popular-reading", "azure-commitment"},
                  {"revenue-share-2023", "ip-licence-2019"}});
}

TEST_CASE("from January 2025 to the deal without dates, and to the deal without the AGI clause") {
    CHECK(changed_between("january-2025", "under-pressure") ==
          Changed{{"free-choice"}, {"oracle-exception", "agi-popular-reading"}, {"first-refusal"}});
    CHECK(changed_between("january-2025", "clause-dropped") ==
          Changed{{"agi-clause-dropped"}, {"agi-popular-reading"}, {"agi-clause"}});
}

TEST_CASE("seen from the other side, what was added was dropped") {
    for (const Contract& a : shipped_contracts())
        for (const Contract& b : shipped_contracts()) {
            const Changed there = changed_between(a.id, b.id), back = changed_between(b.id, a.id);
            CAPTURE(a.id);
            CAPTURE(b.id);
            CHECK(there.added == back.dropped);
            CHECK(there.dropped == back.added);
            CHECK(there.changed == back.changed);
        }
}

TEST_CASE("wording alone is a change") {
    const Contract& contract = contract_named("january-2025");
    Contract reworded = contract;
    reworded.clauses[3].says += " Or so.";
    const auto found = changes(contract, reworded);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == ClauseChange::Kind::changed);
    CHECK(found[0].before == 3);
    CHECK(found[0].after == 3);
}

TEST_CASE("the headline keys that differ are those whose numbers differ") {
    const auto head = [](std::string_view id) {
        return evaluate(opening_inputs(contract_named(id)), contract_named(id)).headline;
    };
    const Headline january = head("january-2025"), amended = head("as-amended"), exclusive = head("exclusive-2023");
    CHECK(differing_outcomes(january, january).empty());
    const auto differs = [](const std::vector<Outcome>& keys, Outcome key) { return std::ranges::contains(keys, key); };
    const auto with_amended = differing_outcomes(january, amended);
    CHECK(differs(with_amended, Outcome::agi_trips));  // as amended nothing trips
    CHECK(!differs(with_amended, Outcome::exclusivity_breaks));
    CHECK(!differs(with_amended, Outcome::exclusivity_would_break));  // the same inputs, the same pressure
    CHECK(differs(differing_outcomes(january, exclusive), Outcome::exclusivity_breaks));
}

TEST_CASE("the deal as it stood on a day: one clause of a kind") {
    CHECK(in_force("january-2025", 2019, 6).empty());
    CHECK(in_force("january-2025", 2019, 7) ==
          Ids{"cloud-exclusivity", "own-building-barred", "ip-licence-2019", "agi-board"});
    CHECK(in_force("january-2025", 2025, 1) ==
          Ids{"first-refusal", "own-building-approved", "api-on-azure", "products-anywhere-2025", "revenue-share",
              "ip-licence", "agi-clause", "azure-commitment", "stake-profit-share", "sales-channels"});
    CHECK(in_force("january-2025", 2031, 1) ==
          Ids{"products-anywhere-2025", "azure-commitment", "stake-profit-share", "sales-channels"});
    CHECK(in_force("as-amended", 2026, 5) ==
          Ids{"free-choice", "own-building-free", "api-anywhere", "products-anywhere", "revenue-share-capped",
              "ip-licence-non-exclusive", "agi-no-effect", "azure-commitment-250", "stake-27", "sales-channels-any"});
}

TEST_CASE("under pressure the clauses in force follow from demand") {
    CHECK(in_force("under-pressure", 2024, 1).contains("cloud-exclusivity"));
    CHECK(in_force("under-pressure", 2025, 6).contains("first-refusal"));  // ×3: it broke in April 2025
    CHECK(!in_force("under-pressure", 2025, 6).contains("cloud-exclusivity"));
}

}  // namespace fr
