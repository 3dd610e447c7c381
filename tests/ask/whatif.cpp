// What if: what a clause is worth, where an input tips an outcome, which input matters most. Each answer is held
// against the same question asked the long way.
#include "core/ask/whatif.h"
#include "core/ask/evaluate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/deal/terms.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Headline headline_at(const Inputs& inputs, const Contract& contract) { return evaluate(inputs, contract).headline; }

const Worth* worth_of(const std::vector<Worth>& all, const Contract& contract, std::string_view id) {
    const auto found = std::ranges::find(all, clause_named(contract, id), &Worth::clause);
    return found == all.end() ? nullptr : &*found;
}

bool is_named(const std::vector<Stretch>& all, int clause) {
    return std::ranges::any_of(all, [&](const Stretch& stretch) { return stretch.cause == clause_cause(clause); });
}

// To rounding: where the API may run can change the order in which the parts of a sum are added.
bool serves_the_same(const Run& a, const Run& b) {
    return std::ranges::equal(a.rows, b.rows, [](const Row& x, const Row& y) {
        return std::fabs(x.served_gw - y.served_gw) <= 1e-12 * x.served_gw;
    });
}

// The standings of all keys that are months, at one value of an input.
std::array<Standing, 9> standings_at(const Param& param, double value, Inputs inputs, const Contract& contract) {
    inputs.*param.field = value;
    const Headline head = headline_at(inputs, contract);
    std::array<Standing, 9> all;
    for (std::size_t key = 0; key < all.size(); ++key) all[key] = standing(head, contract, static_cast<Outcome>(key));
    return all;
}

}  // namespace

TEST_CASE("removing a clause that no stretch names changes nothing that is served") {
    int removed = 0;
    for (const State& state : states_at_ends()) {
        const Run with_all = simulate(state.inputs, *state.contract);
        const std::vector<Stretch> named = stretches(with_all);
        for (int clause = 0; clause < static_cast<int>(state.contract->clauses.size()); ++clause) {
            if (state.contract->clauses[static_cast<std::size_t>(clause)].off || is_named(named, clause)) continue;
            CAPTURE(state.name);
            CAPTURE(state.contract->clauses[static_cast<std::size_t>(clause)].id);
            CHECK(serves_the_same(simulate(state.inputs, without(*state.contract, clause)), with_all));
            ++removed;
        }
    }
    CHECK(removed > 3000);
}

TEST_CASE("removing a clause that a stretch names can change what is served") {
    const Contract& contract = contract_named("exclusive-2023");
    const Inputs inputs = default_inputs();
    const Run run = simulate(inputs, contract);
    const int clause = clause_named(contract, "cloud-exclusivity");
    REQUIRE(is_named(stretches(run), clause));
    CHECK(!serves_the_same(simulate(inputs, without(contract, clause)), run));
}

TEST_CASE("a worth is the deal without the clause minus the deal with it, for every clause of every deal") {
    for (const Contract& contract : shipped_contracts()) {
        const Inputs inputs = opening_inputs(contract);
        const Run run = simulate(inputs, contract);
        const std::vector<Worth> all = worths(inputs, contract);
        const auto in_deal = std::ranges::count(contract.clauses, false, &Clause::off);
        CHECK(static_cast<std::ptrdiff_t>(all.size()) == in_deal);
        for (const Worth& worth : all) {
            CAPTURE(contract.id);
            CAPTURE(contract.clauses[static_cast<std::size_t>(worth.clause)].id);
            const Run other = simulate(inputs, without(contract, worth.clause));
            double served = 0, behind = 0;
            for (std::size_t m = 0; m < run.rows.size(); ++m) {
                served += other.rows[m].served_gw - run.rows[m].served_gw;
                behind += (other.rows[m].months_behind - run.rows[m].months_behind) / month_count;
            }
            CHECK(worth.served_gw_months == doctest::Approx(served).epsilon(1e-9));
            CHECK(worth.months_behind == doctest::Approx(behind).epsilon(1e-9));
            const double paid = other.rows[143].cumulative_share_bn - run.rows[143].cumulative_share_bn;
            CHECK(worth.share_paid_bn == doctest::Approx(paid));
            CHECK(worth.azure_share_2030 == doctest::Approx(other.rows[83].azure_share - run.rows[83].azure_share));
            CHECK(worth.agi_trips == other.facts.agi_tripped);
            CHECK(worth.exclusivity_breaks == other.exclusivity_breaks);
        }
    }
}

TEST_CASE("without the right of first refusal, what it replaced stays: exclusivity never breaks and less is served") {
    const Contract& contract = contract_named("january-2025");
    const auto all = worths(default_inputs(), contract);
    const Worth* worth = worth_of(all, contract, "first-refusal");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months < -100);
    CHECK(worth->months_behind > 1);
    CHECK(worth->azure_share_2030 > 0.3);
    CHECK(worth->exclusivity_breaks == never);
}

TEST_CASE("without exclusivity nobody is bound: more is served, sooner") {
    const Contract& contract = contract_named("exclusive-2023");
    const auto all = worths(default_inputs(), contract);
    const Worth* worth = worth_of(all, contract, "cloud-exclusivity");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months > 100);
    CHECK(worth->months_behind < -1);
    CHECK(worth->exclusivity_breaks == Month{0});
}

TEST_CASE("without the revenue share of 2025 that of 2023 stays beyond its horizon, and costs more") {
    const Contract& contract = contract_named("january-2025");
    const Inputs booked = with(default_inputs(), "agi.reading", 0);  // so that the AGI clause does not end the share
    const auto all = worths(booked, contract);
    const Worth* worth = worth_of(all, contract, "revenue-share");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months == 0);
    CHECK(worth->share_paid_bn > 100);  // a fifth of five years' revenue
}

TEST_CASE("on the two sides of a tipping point, one slider step apart, the outcome stands as the tip says") {
    int found = 0;
    for (const Contract& contract : shipped_contracts())
        for (const Param& param : params) {
            const Inputs inputs = opening_inputs(contract);
            for (const Tip& tip : tips(param, inputs, contract, under_pressure())) {
                CAPTURE(contract.id);
                CAPTURE(param.key);
                CAPTURE(tip.low);
                CAPTURE(outcome_names[static_cast<std::size_t>(tip.outcome)]);
                const auto key = static_cast<std::size_t>(tip.outcome);
                CHECK(tip.param == &param);
                CHECK(tip.below != tip.above);
                CHECK(is_allowed(param, tip.low));
                CHECK(is_allowed(param, tip.high));
                CHECK(tip.high - tip.low == doctest::Approx(param.step));
                CHECK(standings_at(param, tip.low, inputs, contract)[key] == tip.below);
                CHECK(standings_at(param, tip.high, inputs, contract)[key] == tip.above);
                CHECK(!tip_word(tip).empty());
                ++found;
            }
        }
    CHECK(found > 100);
}

TEST_CASE("on the hero slider no tipping point is missed: a walk over every step finds the same") {
    const Param& growth = *find_param("demand.growth");
    for (const Contract& contract : shipped_contracts()) {
        const Inputs inputs = opening_inputs(contract);
        const std::vector<Tip> quick = tips(growth, inputs, contract, under_pressure());
        std::size_t next_tip = 0;
        auto before = standings_at(growth, growth.low, inputs, contract);
        for (int step = 1; step <= 76; ++step) {
            const double value = snapped(growth, growth.low + step * growth.step);
            const auto now = standings_at(growth, value, inputs, contract);
            for (std::size_t key = 0; key < now.size(); ++key) {
                if (now[key] == before[key]) continue;
                CAPTURE(contract.id);
                CAPTURE(value);
                CAPTURE(outcome_names[key]);
                REQUIRE(next_tip < quick.size());
                CHECK(quick[next_tip].high == value);
                CHECK(quick[next_tip].outcome == static_cast<Outcome>(key));
                ++next_tip;
            }
            before = now;
        }
        CHECK(next_tip == quick.size());
    }
}

TEST_CASE("an outcome that comes, goes and comes again has a tipping point for each: first refusal, over demand") {
    const Contract& contract = contract_named("january-2025");
    std::vector<Standing> above;
    for (const Tip& tip : tips(*find_param("demand.growth"), default_inputs(), contract, under_pressure()))
        if (tip.outcome == Outcome::first_refusal_passes) above.push_back(tip.above);
    CHECK(above == std::vector{Standing::by_horizon, Standing::not_at_all, Standing::by_horizon});
}

TEST_CASE(
    "with more demand the shortage ends later, then not at all: one tipping point for the horizon, one for never") {
    const Contract& contract = contract_named("january-2025");
    std::vector<Standing> above;
    for (const Tip& tip : tips(*find_param("demand.growth"), default_inputs(), contract, under_pressure()))
        if (tip.outcome == Outcome::shortage_ends) above.push_back(tip.above);
    CHECK(above == std::vector{Standing::after_horizon, Standing::not_at_all});
}

TEST_CASE("what demand alone does to exclusivity tips once on the hero slider, between holding and breaking") {
    const Contract& contract = contract_named("january-2025");
    std::vector<Tip> breaking;
    for (const Tip& tip : tips(*find_param("demand.growth"), default_inputs(), contract, under_pressure()))
        if (tip.outcome == Outcome::exclusivity_would_break) breaking.push_back(tip);
    REQUIRE(breaking.size() == 1);
    CHECK(breaking[0].below == Standing::not_at_all);
    CHECK(breaking[0].above == Standing::by_horizon);
    CHECK(breaking[0].low >= 2.0);   // model.md: at ×2.0 never
    CHECK(breaking[0].high <= 2.5);  // at ×2.5 in October 2026
    CHECK(tip_word(breaking[0]) == "exclusivity breaks");
}

TEST_CASE("the next flip on the hero slider is where a walk step by step first sees a marked outcome come or go") {
    const Param& growth = *find_param("demand.growth");
    const auto value_of = [&](int step) { return snapped(growth, growth.low + step * growth.step); };
    constexpr int last = 76;
    int told = 0;
    for (const Contract& contract : shipped_contracts()) {
        const Inputs inputs = opening_inputs(contract);
        std::vector<std::array<bool, marked_outcomes.size()>> there;
        for (int step = 0; step <= last; ++step) {
            const auto all = standings_at(growth, value_of(step), inputs, contract);
            std::array<bool, marked_outcomes.size()> marked;
            for (std::size_t i = 0; i < marked.size(); ++i)
                marked[i] = all[static_cast<std::size_t>(marked_outcomes[i])] != Standing::not_at_all;
            there.push_back(marked);
        }
        const auto walked = [&](int from, int by) {
            int step = from + by;
            while (step >= 0 && step <= last &&
                   there[static_cast<std::size_t>(step)] == there[static_cast<std::size_t>(from)])
                step += by;
            return step >= 0 && step <= last ? std::optional(value_of(step)) : std::nullopt;
        };
        const std::vector<Tip> all = tips(growth, inputs, contract, under_pressure());
        for (int step = 0; step <= last; ++step) {
            CAPTURE(contract.id);
            CAPTURE(value_of(step));
            std::optional<double> below, above;
            const std::vector<Flip> flips = next_flips(all, value_of(step));
            for (const Flip& flip : flips) {
                (flip.is_above ? above : below) = flip.value;
                CHECK(flip.distance == doctest::Approx(std::fabs(flip.value - value_of(step))));
                CHECK(flip.distance > 0);
                const auto key = static_cast<std::size_t>(std::ranges::find(marked_outcomes, flip.tip->outcome) -
                                                          marked_outcomes.begin());
                const int beyond = static_cast<int>((flip.value - growth.low) / growth.step + 0.5);
                const bool comes = there[static_cast<std::size_t>(beyond)][key];
                CHECK(comes != there[static_cast<std::size_t>(step)][key]);
                Tip crossed = *flip.tip;
                crossed.below = comes ? Standing::not_at_all : Standing::by_horizon;
                crossed.above = comes ? Standing::by_horizon : Standing::not_at_all;
                CHECK(flip_text(flip).ends_with(tip_word(crossed)));
                ++told;
            }
            CHECK(std::ranges::is_sorted(flips, {}, &Flip::distance));
            CHECK(below == walked(step, -1));
            CHECK(above == walked(step, 1));
        }
    }
    CHECK(told > 200);
}

TEST_CASE("the next flips in words, for the untouched page") {
    const auto all =
        tips(*find_param("demand.growth"), default_inputs(), contract_named("january-2025"), under_pressure());
    const auto flips = next_flips(all, 3);
    REQUIRE(flips.size() == 2);
    MESSAGE(flip_text(flips[0]), " · ", flip_text(flips[1]));
    CHECK(flip_text(flips[0]).find(flips[0].is_above ? "higher: " : "lower: ") != std::string::npos);
    CHECK(next_flips({}, 3).empty());
}

TEST_CASE("the tipping points of an input do not depend on its own value") {
    const Contract& contract = contract_named("january-2025");
    const Param& offer = *find_param("azure.offer");
    const auto at_default = tips(offer, default_inputs(), contract, under_pressure());
    const auto at_high = tips(offer, with(default_inputs(), "azure.offer", 5), contract, under_pressure());
    REQUIRE(!at_default.empty());
    REQUIRE(at_default.size() == at_high.size());
    for (std::size_t i = 0; i < at_high.size(); ++i) {
        CHECK(at_default[i].low == at_high[i].low);
        CHECK(at_default[i].outcome == at_high[i].outcome);
    }
}

TEST_CASE("sensitivities rank every input by how far its ends move the outcome") {
    const Contract& contract = contract_named("january-2025");
    const Inputs inputs = default_inputs();
    for (std::size_t k = 0; k < outcome_names.size(); ++k) {
        const Outcome key = static_cast<Outcome>(k);
        CAPTURE(outcome_names[k]);
        const auto ranked = sensitivities(key, inputs, contract, under_pressure());
        REQUIRE(ranked.size() == input_count);
        CHECK(std::ranges::is_sorted(ranked, std::ranges::greater{}, &Sensitivity::effect));
        const double present = number_of(headline_at(inputs, contract), key);
        std::array<bool, input_count> seen{};
        for (const Sensitivity& one : ranked) {
            CAPTURE(one.param->key);
            seen[index_of(*one.param)] = true;
            const double low = is_decision(*one.param) ? one.param->low : one.param->spread_low;
            const double high = is_decision(*one.param) ? one.param->high : one.param->spread_high;
            CHECK(one.low == number_of(headline_at(with(inputs, one.param->key, low), contract), key));
            CHECK(one.high == number_of(headline_at(with(inputs, one.param->key, high), contract), key));
            CHECK(one.effect == std::max({one.low, one.high, present}) - std::min({one.low, one.high, present}));
        }
        CHECK(std::ranges::all_of(seen, std::identity{}));
    }
}

TEST_CASE("how much Azure can offer matters more to its share of 2030 than the price of compute, which does not") {
    const auto ranked =
        sensitivities(Outcome::azure_share_2030, default_inputs(), contract_named("january-2025"), under_pressure());
    const auto effect = [&](std::string_view key) {
        return std::ranges::find(ranked, find_param(key), &Sensitivity::param)->effect;
    };
    CHECK(effect("azure.offer") > 0.05);
    CHECK(effect("money.price-per-gw") == 0);
}

}  // namespace fr
