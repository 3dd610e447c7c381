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
            if (entry(state.contract->clauses, clause).off || is_named(named, clause)) continue;
            CAPTURE(state.name);
            CAPTURE(entry(state.contract->clauses, clause).id);
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

TEST_CASE("a worth is the deal with nobody bound in a clause's kind minus the deal, to the horizon, for every clause") {
    for (const Contract& contract : shipped_contracts()) {
        const Inputs inputs = opening_inputs(contract);
        const Run run = simulate(inputs, contract);
        const std::vector<Worth> all = worths(inputs, contract);
        const auto in_deal = std::ranges::count(contract.clauses, false, &Clause::off);
        CHECK(static_cast<std::ptrdiff_t>(all.size()) == in_deal);
        const auto last = static_cast<std::size_t>(contract.horizon.index);
        for (const Worth& worth : all) {
            CAPTURE(contract.id);
            CAPTURE(contract.at(worth.clause).id);
            const Run other = simulate(inputs, without_kind(contract, worth.clause));
            double served = 0, behind = 0;
            for (std::size_t m = 0; m <= last; ++m) {
                served += other.rows[m].served_gw - run.rows[m].served_gw;
                behind += (other.rows[m].months_behind - run.rows[m].months_behind) / static_cast<double>(last + 1);
            }
            CHECK(worth.served_gw_months == doctest::Approx(served).epsilon(1e-9));
            CHECK(worth.months_behind == doctest::Approx(behind).epsilon(1e-9));
            const double paid = other.rows[last].cumulative_share_bn - run.rows[last].cumulative_share_bn;
            CHECK(worth.share_paid_bn == doctest::Approx(paid));
            CHECK(worth.azure_share_2030 == doctest::Approx(other.rows[83].azure_share - run.rows[83].azure_share));
            CHECK(worth.agi_trips == other.facts.agi_tripped);
            CHECK(worth.exclusivity_breaks == other.exclusivity_breaks);
        }
    }
}

TEST_CASE("the AGI clause is worth what the share would have brought Microsoft to the horizon without it") {
    const Contract& contract = contract_named("january-2025");
    const auto all = worths(default_inputs(), contract);
    for (const char* id : {"agi-clause", "agi-board"}) {
        const Worth* worth = worth_of(all, contract, id);
        REQUIRE(worth != nullptr);
        CAPTURE(id);
        CHECK(worth->agi_trips == never);  // no clause of its kind is left to trip
        CHECK(worth->share_paid_bn == doctest::Approx(174).epsilon(0.05));
    }
}

TEST_CASE("the cap on the share is worth what would be paid beyond it to the horizon: the reported saving and more") {
    const Contract& contract = contract_named("as-amended");
    const auto all = worths(default_inputs(), contract);
    const auto capped = std::ranges::find_if(all, [&](const Worth& worth) {
        const auto* share = std::get_if<RevenueShareRule>(&contract.at(worth.clause).rule);
        return share && share->cap_bn;
    });
    REQUIRE(capped != all.end());
    CHECK(capped->share_paid_bn == doctest::Approx(143).epsilon(0.05));
    CHECK(worth_text(*capped, contract, headline_at(default_inputs(), contract)).starts_with("Without its cap, $1"));
}

TEST_CASE("a clause without effect says so and why: every worth has words, and those of nothing name the reason") {
    int told = 0;
    for (const Contract& contract : shipped_contracts()) {
        const Inputs inputs = opening_inputs(contract);
        const Headline head = headline_at(inputs, contract);
        for (const Worth& worth : worths(inputs, contract)) {
            const Clause& clause = contract.at(worth.clause);
            const std::string words = worth_text(worth, contract, head);
            const bool is_nothing = words.starts_with("The model gives it no effect") ||
                                    words.starts_with("It binds nobody") || words.starts_with("With these inputs");
            CAPTURE(contract.id);
            CAPTURE(clause.id);
            CAPTURE(words);
            CHECK(is_nothing !=
                  (words.starts_with("With no clause of its kind") || words.starts_with("Without its cap")));
            if (kind_of(clause) == Kind::ip_licence || kind_of(clause) == Kind::stake)
                CHECK(words.starts_with("The model gives it no effect"));
            if (kind_of(clause) == Kind::purchase_commitment && is_nothing)
                CHECK(words.contains("paid all the same"));  // take-or-pay
            told += is_nothing;
        }
    }
    CHECK(told > 10);
}

TEST_CASE("without first refusal nobody must be asked: more is served by the horizon, and Azure supplies less") {
    const Contract& contract = contract_named("january-2025");
    const auto all = worths(default_inputs(), contract);
    const Worth* worth = worth_of(all, contract, "first-refusal");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months > 5);
    CHECK(worth->azure_share_2030 < 0);
    CHECK(worth->exclusivity_breaks == month_of(2025, 1));
}

TEST_CASE("without exclusivity nobody is bound: more is served, sooner") {
    const Contract& contract = contract_named("exclusive-2023");
    const auto all = worths(default_inputs(), contract);
    const Worth* worth = worth_of(all, contract, "cloud-exclusivity");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months > 100);
    CHECK(worth->months_behind < -1);
    CHECK_FALSE(worth->has_exclusivity);
    CHECK(worth_text(*worth, contract, headline(simulate(default_inputs(), contract)))
              .contains("there would be no exclusivity"));
}

TEST_CASE("without the revenue share nothing is paid: the share's worth is what it brings to the horizon") {
    const Contract& contract = contract_named("january-2025");
    const Inputs booked = with(default_inputs(), "agi.reading", 0);  // so that the AGI clause does not end the share
    const auto all = worths(booked, contract);
    const Worth* worth = worth_of(all, contract, "revenue-share");
    REQUIRE(worth != nullptr);
    CHECK(worth->served_gw_months == 0);
    CHECK(worth->share_paid_bn < -100);  // a fifth of five years' revenue
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
                CAPTURE(entry(outcome_names, tip.outcome));
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

TEST_CASE("no tipping point is missed: a walk over every step finds the same") {
    for (const char* key : {"demand.growth", "azure.offer", "rofr.answer", "others.rate"})
        for (const Contract& contract : shipped_contracts()) {
            CAPTURE(key);
            CAPTURE(contract.id);
            const Param& param = *find_param(key);
            const Inputs inputs = opening_inputs(contract);
            const std::vector<Tip> quick = tips(param, inputs, contract, under_pressure());
            std::size_t next_tip = 0;
            auto before = standings_at(param, param.low, inputs, contract);
            for (double value = param.low; value < param.high;) {
                value = snapped(param, value + param.step);
                const auto now = standings_at(param, value, inputs, contract);
                for (std::size_t k = 0; k < now.size(); ++k) {
                    if (now[k] == before[k]) continue;
                    CAPTURE(value);
                    CAPTURE(outcome_names[k]);
                    REQUIRE(next_tip < quick.size());
                    CHECK(quick[next_tip].high == value);
                    CHECK(quick[next_tip].outcome == static_cast<Outcome>(k));
                    ++next_tip;
                }
                before = now;
            }
            CHECK(next_tip == quick.size());
        }
}

TEST_CASE("Microsoft passes on nothing that it can offer: one tipping point over demand, one over what Azure offers") {
    const Contract& contract = contract_named("january-2025");
    for (const char* key : {"demand.growth", "azure.offer"}) {
        std::vector<Standing> above;
        for (const Tip& tip : tips(*find_param(key), default_inputs(), contract, under_pressure()))
            if (tip.outcome == Outcome::first_refusal_passes) above.push_back(tip.above);
        CAPTURE(key);
        const bool grows = key == std::string_view("demand.growth");
        CHECK(above == std::vector{grows ? Standing::by_horizon : Standing::not_at_all});
    }
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
                marked[i] = entry(all, marked_outcomes[i]) != Standing::not_at_all;
            there.push_back(marked);
        }
        const auto walked = [&](int from, int by) {
            int step = from + by;
            while (step >= 0 && step <= last && entry(there, step) == entry(there, from)) step += by;
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
                const bool comes = entry(there, beyond)[key];
                CHECK(comes != entry(there, step)[key]);
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
