// Rival statements: what each side says is sourced, what it does is allowed, and taking it is told from the state
// alone.
#include "core/ask/disputes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "core/keep/results_json.h"
#include "core/model/reading.h"
#include "tests/states.h"
#include "ui/state/described.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

using namespace tests;

const Dispute& dispute_named(std::string_view id) {
    const auto found = std::ranges::find(shipped_disputes(), id, &Dispute::id);
    REQUIRE(found != shipped_disputes().end());
    return *found;
}

Reading reading_on(const Dispute& dispute, std::size_t side, const Contract& base) {
    const Choices now = on_side(dispute, side, {opening_inputs(base), {}});
    return evaluate(now.inputs, edited(base, now.edits));
}

}  // namespace

TEST_CASE("at least four disputes, each a question with two sides or more, each side one sentence with its sources") {
    CHECK(shipped_disputes().size() >= 4);
    std::set<std::string> ids;
    for (const Dispute& dispute : shipped_disputes()) {
        CAPTURE(dispute.id);
        CHECK(ids.insert(dispute.id).second);
        CHECK(dispute.question.ends_with("?"));
        CHECK(dispute.sides.size() >= 2);
        for (const Side& side : dispute.sides) {
            CAPTURE(side.name);
            CHECK(!side.name.empty());
            CHECK(side.says.ends_with("."));
            CHECK(side.says.find(". ") == std::string::npos);
            REQUIRE(!side.facts.empty());
            Grade weakest = Grade::primary;
            for (const std::string& fact : side.facts) {
                CAPTURE(fact);
                REQUIRE(grade_of_fact(fact).has_value());
                weakest = std::max(weakest, *grade_of_fact(fact));
            }
            CHECK(side.grade >= weakest);
            CHECK(side.grade < Grade::unseen);
        }
    }
}

TEST_CASE(
    "every effect of a side is an allowed value or a change that its clause can bear, and the sides set the same") {
    for (const Dispute& dispute : shipped_disputes()) {
        CAPTURE(dispute.id);
        for (const Side& side : dispute.sides) {
            CAPTURE(side.name);
            CHECK(std::ranges::equal(
                side.inputs, dispute.sides.front().inputs, {}, [](const auto& input) { return input.first; },
                [](const auto& input) { return input.first; }));
            for (const auto& [param, value] : side.inputs) {
                CHECK(is_allowed(*param, value));
                CHECK(snapped(*param, value) == value);
            }
            for (const Edit& edit : side.edits) {
                int found = 0;
                for (const Contract& contract : shipped_contracts())
                    for (const Clause& clause : contract.clauses) {
                        if (clause.id != edit.clause) continue;
                        CHECK(clause.variant == (edit.kind == EditKind::agreed));
                        ++found;
                    }
                CHECK(found > 0);
            }
        }
    }
}

TEST_CASE("a deal offers a dispute exactly where it has what two of its sides change") {
    for (const Contract& contract : shipped_contracts())
        for (const Dispute& dispute : shipped_disputes())
            for (const Side& side : dispute.sides) {
                const bool has_all = std::ranges::all_of(side.edits, [&](const Edit& edit) {
                    return std::ranges::contains(contract.clauses, edit.clause, &Clause::id);
                });
                CHECK(is_offered(side, contract) == has_all);
            }
    const Dispute& loses = dispute_named("what-microsoft-loses");
    CHECK(is_offered(loses.sides[1], contract_named("january-2025")));
    CHECK(!is_offered(loses.sides[1], contract_named("exclusive-2023")));  // it has no clause of that reading
    CHECK(is_offered(loses, contract_named("exclusive-2023")));
    Contract own = contract_named("january-2025");
    own.clauses.clear();
    CHECK(!is_offered(loses, own));
    CHECK(is_offered(dispute_named("run-rate"), own));
    CHECK(disputes_json(own, {default_inputs(), {}}).size() == shipped_disputes().size() - 1);
}

TEST_CASE("having taken a side a state is on that side, whatever it was on before, and nothing else has changed") {
    for (const Contract& contract : shipped_contracts())
        for (const Dispute& dispute : shipped_disputes())
            for (std::size_t before = 0; before < dispute.sides.size(); ++before)
                for (std::size_t after = 0; after < dispute.sides.size(); ++after) {
                    CAPTURE(contract.id);
                    CAPTURE(dispute.id);
                    if (!is_offered(dispute.sides[before], contract) || !is_offered(dispute.sides[after], contract))
                        continue;
                    const Choices start{with(opening_inputs(contract), "azure.offer", 2),
                                        {{contract.clauses.front().id, EditKind::never_agreed}}};
                    const Choices first = on_side(dispute, before, start);
                    const Choices now = on_side(dispute, after, first);
                    CHECK(side_of(dispute, contract, now) == after);
                    CHECK(now.inputs.azure_offer == 2);
                    CHECK(std::ranges::contains(now.edits, start.edits.front()));
                    CHECK(now.edits.size() == 1 + dispute.sides[after].edits.size());
                }
}

TEST_CASE("another value or another change of the clause is on no side") {
    const Contract& contract = contract_named("january-2025");
    CHECK(side_of(dispute_named("training-share"), contract, {default_inputs(), {}}) == std::nullopt);
    const Dispute& loses = dispute_named("what-microsoft-loses");
    CHECK(side_of(loses, contract, {default_inputs(), {}}) == 0);
    CHECK(side_of(loses, contract, {default_inputs(), {{"agi-clause", EditKind::never_agreed}}}) == std::nullopt);
}

TEST_CASE("in the deal of January 2025 the two sides of every dispute come to something different") {
    const Contract& contract = contract_named("january-2025");
    for (const Dispute& dispute : shipped_disputes()) {
        CAPTURE(dispute.id);
        const auto told = [&](std::size_t side) {
            const Choices now = on_side(dispute, side, {default_inputs(), {}});
            const Contract deal = edited(contract, now.edits);
            return to_json(now.inputs, deal, evaluate(now.inputs, deal), true).dump();
        };
        for (std::size_t side = 1; side < dispute.sides.size(); ++side) CHECK(told(side) != told(0));
    }
}

TEST_CASE("the run rate: a gigawatt earns as much more as 68 is more than 50, to a step of the slider") {
    const Dispute& dispute = dispute_named("run-rate");
    const Param& param = *find_param("money.revenue-per-gw");
    CHECK(dispute.sides[0].inputs.front().second == param.standard);
    CHECK(dispute.sides[1].inputs.front().second == snapped(param, param.standard * 68 / 50));
    const Contract& contract = contract_named("as-amended");
    const std::size_t october = month_of(2026, 10).index;
    const double low = reading_on(dispute, 0, contract).run.rows[october].revenue_bn_per_year;
    const double high = reading_on(dispute, 1, contract).run.rows[october].revenue_bn_per_year;
    CHECK(high / low == doctest::Approx(68.0 / 50).epsilon(0.01));
}

TEST_CASE("the plan: with the capacity that is known and planned, each price comes to its sum of 2026 to 2030") {
    // Gigawatts at the ends of 2025 to 2030 (C1, C5, C4, and between them); a year runs on the mean of its two ends.
    constexpr std::array<double, 6> ends{1.9, 5.5, 12, 17, 23, 30};
    const Dispute& dispute = dispute_named("compute-plan");
    const auto sum = [&](std::size_t side) {
        const double kept = 1 - dispute.sides[side].inputs.front().second / 100;
        double price = default_inputs().money_price_per_gw * std::sqrt(kept), all = 0;  // in the middle of 2025
        for (std::size_t year = 1; year < ends.size(); ++year) {
            price *= kept;
            all += price * (ends[year - 1] + ends[year]) / 2;
        }
        return all;
    };
    CHECK(sum(0) == doctest::Approx(600).epsilon(0.03));
    CHECK(sum(1) == doctest::Approx(856).epsilon(0.03));
}

TEST_CASE("taking a side is one step: undone at once, and told by describe") {
    App app = make_app();
    const auto told = [&] {
        Results results;
        refresh(results, app);
        return describe(app, results)["disputes"];
    };
    CHECK(told()["what-microsoft-loses"] == 0);
    CHECK(told()["training-share"] == nullptr);
    const AppState before = app.state;
    const auto action = side_action(app, "what-microsoft-loses", 1);
    REQUIRE(action.has_value());
    update(app, *action);
    CHECK(told()["what-microsoft-loses"] == 1);
    CHECK(app.state.deal.edits() == std::vector{Edit{"agi-popular-reading", EditKind::agreed}});
    update(app, *side_action(app, "what-microsoft-loses", 2));
    CHECK(app.state.deal.edits() == std::vector{Edit{"agi-clause", EditKind::dropped}});
    update(app, Undo{});
    update(app, Undo{});
    CHECK(app.state == before);
    CHECK(!side_action(app, "what-microsoft-loses", 3).has_value());
    CHECK(!side_action(app, "what-microsoft-loses", -1).has_value());
    CHECK(!side_action(app, "no-such-dispute", 0).has_value());
    update(app, PickContract{"exclusive-2023"});
    CHECK(!side_action(app, "what-microsoft-loses", 1).has_value());
}

}  // namespace fr
