// Promises of the model: safe over the whole range of every input, alone and in pairs; hard limits kept; money that
// adds up; looser terms that serve no less; the same bits for the same inputs.
#include "core/model/model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/model/outputs.h"
#include "core/model/reading.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

// What is wrong with a row; empty for a sound one. A text instead of many checks: there are millions of rows.
std::string fault_of(const Row& row, const Row* before, const Inputs& inputs) {
    const auto near = [](double a, double b) {
        return std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)});
    };
    for (const Output& output : outputs) {
        const double number = row.*output.field;
        if (!std::isfinite(number)) return std::string(output.name) + " is not finite";
        const bool may_fall_below = output.unit == Unit::bn || output.unit == Unit::bn_per_year;
        if (!may_fall_below && number < -1e-9) return std::string(output.name) + " is below zero";
        if (output.unit == Unit::share && number > 1) return std::string(output.name) + " is above one";
    }
    for (const double number : {row.demand_gw, row.azure_gw, row.online_gw})
        if (number <= 0) return "demand, Azure and what is online are above zero";
    if (row.share_bn_per_year < 0 || row.azure_purchase_used_bn < 0) return "a payment is below zero";
    if (row.unserved_share < 0 || row.azure_share < 0) return "a share is below zero";
    if (row.served_gw > row.online_gw || row.served_gw > row.demand_gw) return "more is served than is there or wanted";
    if (!near(row.online_gw, row.azure_gw + row.others_gw + row.own_gw)) return "online is not the sum of its parts";
    if (!near(row.served_gw, row.served_azure_gw + row.served_others_gw + row.served_own_gw))
        return "served is not the sum of its parts";
    if (!near(row.demand_gw, row.served_gw + row.unserved_training_gw + row.unserved_api_gw + row.unserved_products_gw))
        return "demand is not what is served and what is not";
    const double profit_bn = row.revenue_bn_per_year + row.reverse_share_bn_per_year - row.compute_cost_bn_per_year -
                             row.other_cost_bn_per_year - row.share_bn_per_year - row.take_or_pay_bn_per_year;
    if (!near(row.profit_bn_per_year, profit_bn)) return "profit is not revenue less costs";
    if (!near(row.microsoft_receipts_bn_per_year, row.azure_spending_bn_per_year + row.take_or_pay_bn_per_year +
                                                      row.share_bn_per_year - row.reverse_share_bn_per_year))
        return "Microsoft's receipts do not add up";
    const double profit_before_bn = before ? before->cumulative_profit_bn : 0;
    const double share_before_bn = before ? before->cumulative_share_bn : 0;
    if (!near(row.cumulative_profit_bn, profit_before_bn + row.profit_bn_per_year / 12))
        return "cumulative profit is not the sum of the months";
    if (!near(row.cumulative_share_bn, share_before_bn + row.share_bn_per_year / 12))
        return "the share paid is not the sum of the months";
    if (row.strains != (row.unserved_share > inputs.pressure_patience / 100)) return "strain is not patience exceeded";
    if ((row.unserved_share > 0) != static_cast<bool>(row.unserved_by)) return "what is unserved has no cause";
    if (before && row.azure_gw < before->azure_gw - 1e-12) return "capacity has gone away";
    return {};
}

// What is wrong about the month from which there is no shortage.
std::string fault_of_end(const Run& run) {
    const auto is_short = [&](Month month) { return run.at(month).unserved_share > 0.01; };
    const Month end = headline(run).shortage_ends;
    for (Month month = end; month < never; month = next(month))
        if (is_short(month)) return "a shortage that has ended comes back";
    if (end < never) return is_short(Month{end.index - 1}) ? "" : "the shortage ended before it is said to end";
    return !has_shortage(headline(run)) || is_short(Month{month_count - 1}) ? ""
                                                                            : "a shortage that ends is said to last";
}

std::string fault_of(const Run& run, const Inputs& inputs) {
    if (const std::string fault = fault_of_end(run); !fault.empty()) return fault;

    const Row* before = nullptr;
    for (const Row& row : run.rows) {
        if (const std::string fault = fault_of(row, before, inputs); !fault.empty())
            return fault + " (month " + std::to_string(row.month.index) + ")";
        before = &row;
    }
    return {};
}

Contract supplied_under(SupplyRule rule, OwnBuilding own) {
    Contract contract;
    const auto add = [&](const char* id, Rule clause_rule) {
        Clause clause;
        clause.id = id;
        clause.rule = clause_rule;
        clause.from = first_contract_month;
        contract.clauses.push_back(std::move(clause));
    };
    add("supply", rule);
    add("own", OwnBuildingRule{own});
    return contract;
}

}  // namespace

TEST_CASE("every input at either end, under every shipped contract, gives sound rows") {
    for (const State& state : states_at_ends()) {
        CAPTURE(state.name);
        CHECK(fault_of(simulate(state.inputs, *state.contract), state.inputs) == "");
    }
}

TEST_CASE("every pair of inputs at their ends, under every shipped contract, gives sound rows") {
    for (const Contract& contract : shipped_contracts())
        for (std::size_t i = 0; i < input_count; ++i)
            for (std::size_t j = i + 1; j < input_count; ++j)
                for (const int ends : {0, 1, 2, 3}) {
                    Inputs inputs = opening_inputs(contract);
                    inputs.*params[i].field = (ends & 1) != 0 ? params[i].high : params[i].low;
                    inputs.*params[j].field = (ends & 2) != 0 ? params[j].high : params[j].low;
                    const std::string fault = fault_of(simulate(inputs, contract), inputs);
                    if (fault.empty()) continue;
                    CAPTURE(contract.id);
                    CAPTURE(params[i].key);
                    CAPTURE(params[j].key);
                    CAPTURE(ends);
                    CHECK(fault == "");
                }
}

TEST_CASE("all inputs at their low ends, and all at their high ends, give sound rows") {
    for (const Contract& contract : shipped_contracts())
        for (const bool high : {false, true}) {
            Inputs inputs{};
            for (const Param& param : params) inputs.*param.field = high ? param.high : param.low;
            CAPTURE(contract.id);
            CHECK(fault_of(simulate(inputs, contract), inputs) == "");
        }
}

TEST_CASE("looser supply terms never serve less, within 2 % for what stands idle") {
    const std::array<Contract, 4> looser{supplied_under({Supply::azure_only}, OwnBuilding::no),
                                         supplied_under({Supply::exception, 0.6, 12}, OwnBuilding::no),
                                         supplied_under({Supply::first_refusal}, OwnBuilding::no),
                                         supplied_under({Supply::anyone}, OwnBuilding::no)};
    const auto check = [&](const Inputs& inputs, std::string_view what) {
        double stricter_gw_months = 0;
        for (const Contract& contract : looser) {
            const double served = served_gw_months(simulate(inputs, contract));
            CAPTURE(what);
            CAPTURE(served);
            CAPTURE(stricter_gw_months);
            CHECK(served >= stricter_gw_months * 0.98);
            stricter_gw_months = served;
        }
    };
    check(default_inputs(), "defaults");
    for (const Param& param : params)
        for (const double value : {param.low, param.high}) check(with(default_inputs(), param.key, value), param.key);
}

TEST_CASE("free choice serves far more than exclusivity at the default demand") {
    const double strict =
        served_gw_months(simulate(default_inputs(), supplied_under({Supply::azure_only}, OwnBuilding::no)));
    const double free =
        served_gw_months(simulate(default_inputs(), supplied_under({Supply::anyone}, OwnBuilding::anything)));
    CHECK(free > 2 * strict);
}

TEST_CASE("the same inputs give the same bits, and other inputs other bits") {
    const Contract& contract = shipped_contracts().front();
    const Inputs inputs = default_inputs();
    CHECK(fingerprint(simulate(inputs, contract)) == fingerprint(simulate(inputs, contract)));
    CHECK(fingerprint(simulate(inputs, contract)) !=
          fingerprint(simulate(with(inputs, "demand.growth", 3.05), contract)));
}

TEST_CASE("a traced run is the same run, bit for bit, over every contract and every input at either end") {
    std::vector<MonthTrace> trace;
    for (const State& state : states_at_ends()) {
        CAPTURE(state.name);
        CHECK(fingerprint(simulate(state.inputs, *state.contract)) ==
              fingerprint(simulate_traced(state.inputs, *state.contract, trace)));
        CHECK(trace.size() == month_count);
    }
}

TEST_CASE("every stretch names an input, or a clause that is part of the deal and has begun") {
    for (const State& state : states_at_ends()) {
        const Contract& contract = *state.contract;
        const Run run = simulate(state.inputs, contract);
        for (const Stretch& stretch : stretches(run)) {
            CAPTURE(state.name);
            CAPTURE(entry(quantity_names, stretch.quantity));
            CAPTURE(stretch.from.index);
            REQUIRE(stretch.cause);
            CHECK(stretch.from <= stretch.until);
            if (stretch.cause.kind == Cause::Kind::input) {
                CHECK(static_cast<std::size_t>(stretch.cause.index) < input_count);
                continue;
            }
            REQUIRE(static_cast<std::size_t>(stretch.cause.index) < contract.clauses.size());
            const Clause& clause = contract.at(stretch.cause.index);
            CHECK_FALSE(clause.off);
            CHECK(start_of(clause, run.facts) <= stretch.from);
        }
    }
}

TEST_CASE("a stretch that says who decides names the clause that governs in each of its months") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        for (const Stretch& stretch : stretches(run)) {
            if (stretch.quantity != Quantity::who_may_supply && stretch.quantity != Quantity::own_building) continue;
            const Kind kind = stretch.quantity == Quantity::own_building ? Kind::own_building : Kind::supply;
            for (Month month = stretch.from; month <= stretch.until; month = next(month)) {
                CAPTURE(state.name);
                CAPTURE(month.index);
                CHECK(terms_at(*state.contract, month, run.facts).cause(kind) == stretch.cause);
            }
        }
    }
}

TEST_CASE(
    "a rule on what may run where is the cause of what is short only in months in which more is served without it") {
    const auto without = [](Contract contract, Kind kind) {
        std::erase_if(contract.clauses, [&](const Clause& clause) { return kind_of(clause) == kind; });
        return contract;
    };
    const auto named = [](const Contract& contract, const Row& row, Kind kind) {
        return row.unserved_by.kind == Cause::Kind::clause && kind_of(contract.at(row.unserved_by.index)) == kind;
    };
    std::vector<State> states = states_at_ends();
    const Contract& opening = contract_named("january-2025");
    const Inputs much_own = with(with(default_inputs(), "others.own-share", 60), "demand.training-share", 40);
    states.push_back({&opening, much_own, "own sites for more than training"});
    const Inputs much_api = with(with(default_inputs(), "demand.api-share", 50), "azure.offer", 0.2);
    states.push_back({&opening, much_api, "more API than Azure carries"});
    const Contract products_tied = edited(opening, {{"products-anywhere-2025", EditKind::never_agreed}});
    const Inputs much_products =
        with(with(with(default_inputs(), "demand.training-share", 40), "demand.api-share", 15), "azure.offer", 0.2);
    states.push_back({&products_tied, much_products, "more products than Azure carries"});
    for (const Kind kind : {Kind::api_hosting, Kind::products_hosting, Kind::own_building}) {
        int months = 0;
        for (const State& state : states) {
            const Run run = simulate(state.inputs, *state.contract);
            const auto is_named = [&](const Row& row) { return named(*state.contract, row, kind); };
            if (std::ranges::none_of(run.rows, is_named)) continue;
            const Run lifted = simulate(state.inputs, without(*state.contract, kind));
            CAPTURE(state.name);
            for (const Row& row : run.rows) {
                if (!is_named(row)) continue;
                CAPTURE(row.month.index);
                CHECK(lifted.at(row.month).served_gw > row.served_gw);
                ++months;
            }
        }
        CHECK(months > 12);
    }
}

TEST_CASE("a rule on who may supply is the cause of what is short only in months in which more is served without it") {
    int months = 0;
    std::vector<State> states = states_at_ends();
    for (const Contract& contract : shipped_contracts()) {
        Inputs inputs = with(opening_inputs(contract), "others.ready-share", 0);
        states.push_back({&contract, inputs, contract.id + ", nothing ready"});
        for (const double share : {0.0, 100.0})
            states.push_back(
                {&contract, with(inputs, "others.leased-share", share), contract.id + ", nothing ready, leased"});
    }
    for (const State& state : states) {
        const Run run = simulate(state.inputs, *state.contract);
        for (std::size_t i = 0; i < state.contract->clauses.size(); ++i) {
            if (kind_of(state.contract->clauses[i]) != Kind::supply) continue;
            const auto is_named = [&](const Row& row) { return row.unserved_by == clause_cause(static_cast<int>(i)); };
            if (std::ranges::none_of(run.rows, is_named)) continue;
            Contract free = *state.contract;
            free.clauses[i].rule = SupplyRule{Supply::anyone};
            const Run lifted = simulate(state.inputs, free);
            CAPTURE(state.name);
            CAPTURE(state.contract->clauses[i].id);
            for (const Row& row : run.rows) {
                if (!is_named(row) || row.unserved_share < 0.005) continue;  // plans made otherwise shift as much
                CAPTURE(row.month.index);
                CAPTURE(row.unserved_share);
                CHECK(lifted.at(row.month).served_gw > row.served_gw);
                ++months;
            }
        }
    }
    CHECK(months > 12);
}

TEST_CASE("an input is the cause of what is short only in months in which more is served with it at its better end") {
    std::vector<State> states = states_at_ends();
    for (const Contract& contract : shipped_contracts()) {
        const Inputs opening = opening_inputs(contract), scarce = with(opening, "demand.growth", 3.55);
        states.push_back(
            {&contract, with(with(scarce, "others.rate", 0.5), "others.build", 1), contract.id + ", announced, slow"});
        states.push_back(
            {&contract, with(with(opening, "others.slip", 40), "demand.growth", 5), contract.id + ", late"});
    }
    std::array<int, input_count> months{};
    for (const State& state : states) {
        const Run run = simulate(state.inputs, *state.contract);
        for (const auto& [key, better] : {std::pair{"others.rate", 10.0},
                                          {"others.ceiling", 20},
                                          {"others.build", 0},
                                          {"others.slip", 0},
                                          {"azure.offer", 6}}) {
            const Param& param = *find_param(key);
            const auto is_named = [&](const Row& row) {
                return row.unserved_by == cause_of(param.field) && row.unserved_share > 0.005;
            };
            if (std::ranges::none_of(run.rows, is_named)) continue;
            // Where others build what is announced, that binds whatever the rule: both are lifted.
            Contract contract = *state.contract;
            for (Clause& clause : contract.clauses)
                if (kind_of(clause) == Kind::supply && param.field == &Inputs::others_build)
                    clause.rule = SupplyRule{Supply::anyone};
            const Run lifted = simulate(with(state.inputs, key, better), contract);
            CAPTURE(state.name);
            CAPTURE(param.key);
            for (const Row& row : run.rows) {
                if (!is_named(row)) continue;
                // In its last month before the announced deals run out, both bind.
                const Row& after = run.at(std::min(next(row.month), Month{month_count - 1}));
                if (after.unserved_by != row.unserved_by && after.unserved_by == cause_of(&Inputs::others_build))
                    continue;
                CAPTURE(row.month.index);
                CAPTURE(row.unserved_share);
                CHECK(lifted.at(row.month).served_gw > row.served_gw);
                ++entry(months, index_of(param));
            }
        }
    }
    CHECK(entry(months, index_of(*find_param("azure.offer"))) > 0);
    for (const std::string_view key : {"others.rate", "others.ceiling", "others.build", "others.slip"})
        CHECK(entry(months, index_of(*find_param(key))) > 12);
}

TEST_CASE("nothing waits for leased sites where none are leased, nor for new ones where all are") {
    for (const auto& [share, lead] :
         {std::pair{0.0, &Inputs::others_lead_leased}, std::pair{100.0, &Inputs::others_lead_greenfield}})
        for (const std::string_view deal : {"january-2025", "as-amended"}) {
            const Run run = simulate(with(default_inputs(), "others.leased-share", share), contract_named(deal));
            CAPTURE(share);
            CAPTURE(deal);
            CHECK(std::ranges::none_of(run.rows, [&](const Row& row) { return row.unserved_by == cause_of(lead); }));
        }
}

TEST_CASE("demand grows from its start by the growth that is set, and fades from 2026") {
    Inputs inputs = default_inputs();
    CHECK(demand_gw(inputs, Month{0}) == inputs.demand_start);
    CHECK(demand_gw(inputs, Month{12}) == doctest::Approx(3 * inputs.demand_start));
    CHECK(demand_gw(inputs, Month{24}) == doctest::Approx(9 * inputs.demand_start));
    CHECK(demand_gw(inputs, Month{36}) < 27 * inputs.demand_start);
    inputs.demand_fade = 0;
    CHECK(demand_gw(inputs, Month{36}) == doctest::Approx(27 * inputs.demand_start));
}

TEST_CASE("demand depends on the inputs of demand alone") {
    const double before = demand_gw(default_inputs(), month_of(2030, 12));
    for (const Param& param : params) {
        if (param.key == "demand.growth" || param.key == "demand.fade" || param.key == "demand.start") continue;
        CAPTURE(param.key);
        CHECK(demand_gw(with(default_inputs(), param.key, param.high), month_of(2030, 12)) == before);
    }
}

TEST_CASE("the start is as known: 0.2 GW at Azure, and 0.58 GW at the end of 2024 under any contract") {
    for (const Contract& contract : shipped_contracts()) {
        Inputs inputs = opening_inputs(contract);
        inputs.azure_offer = 0.2;
        const Run run = simulate(inputs, contract);
        CAPTURE(contract.id);
        CHECK(run.rows[0].azure_gw >= 0.2);
        CHECK(run.rows[0].azure_gw < 0.25);
        CHECK(run.rows[11].azure_gw >= doctest::Approx(0.58));
        CHECK(run.rows[0].own_gw == 0);
    }
}

TEST_CASE("three readings of the test are always computed; only the chosen one trips the clause") {
    Inputs inputs = with(default_inputs(), "agi.declared", 30);
    const Contract& contract = contract_named("january-2025");
    for (const double reading : {0.0, 1.0, 2.0}) {
        inputs.agi_reading = reading;
        const Run run = simulate(inputs, contract);
        CAPTURE(reading);
        CHECK(run.agi_by_reading[0] > run.agi_by_reading[1]);
        CHECK(run.agi_by_reading[1] != never);
        CHECK(run.agi_by_reading[2] == Month{30});
        CHECK(run.facts.agi_tripped == Month{30});  // the board's declaration comes first, whatever the money says
    }
}

TEST_CASE("without a declaration only the chosen reading of the money test trips the clause, within its time") {
    const Contract& contract = contract_named("january-2025");
    for (const double reading : {0.0, 1.0, 2.0}) {
        const Run run = simulate(with(default_inputs(), "agi.reading", reading), contract);
        CAPTURE(reading);
        const Month chosen = entry(run.agi_by_reading, reading);
        CHECK(run.facts.agi_tripped == (chosen <= contract.horizon ? chosen : never));
    }
}

TEST_CASE("the clause trips by whichever comes first: the declaration, or the test when it can be contested no more") {
    const Contract& contract = contract_named("january-2025");
    const Month met = simulate(default_inputs(), contract).agi_by_reading[1];
    const Inputs contested = with(default_inputs(), "agi.contest", 9);
    CHECK(simulate(contested, contract).facts.agi_tripped == next(met, 9));
    CHECK(simulate(contested, contract).facts.month(Fact::agi_test_met) == met);
    const Inputs declared = with(contested, "agi.declared", met.index + 4);
    CHECK(simulate(declared, contract).facts.agi_tripped == next(met, 4));
    CHECK(simulate(with(declared, "agi.declared", met.index + 12), contract).facts.agi_tripped == next(met, 9));
}

TEST_CASE("the board's right of 2019 does not fire on the money test, and does on its declaration") {
    Contract contract;
    Clause board;
    board.rule = AgiTriggerRule{Trigger::board, {}};
    board.from = first_contract_month;
    contract.clauses = {board};
    const Run undeclared = simulate(default_inputs(), contract);
    CHECK(undeclared.agi_by_reading[1] != never);
    CHECK(undeclared.facts.agi_tripped == never);
    CHECK(undeclared.facts.month(Fact::agi_test_met) == never);
    CHECK(simulate(with(default_inputs(), "agi.declared", 30), contract).facts.agi_tripped == Month{30});
}

TEST_CASE("a panel trips only after its time to verify") {
    Contract contract;
    Clause panel;
    panel.rule = AgiTriggerRule{Trigger::panel, {}};
    panel.from = first_contract_month;
    contract.clauses = {panel};
    Inputs inputs = with(with(default_inputs(), "agi.reading", 2), "agi.declared", 30);
    inputs.agi_verification = 9;
    const Run run = simulate(inputs, contract);
    CHECK(run.facts.month(Fact::agi_test_met) == never);  // declared, not earned
    CHECK(run.facts.month(Fact::agi_verified) == Month{39});
    CHECK(run.facts.agi_tripped == Month{39});
}

TEST_CASE("take-or-pay: what is promised to Azure and not bought is paid all the same, and each dollar once") {
    Contract contract;
    Clause purchase;
    purchase.rule = PurchaseRule{240.0};
    purchase.from = month_of(2025, 1);
    contract.clauses = {purchase};
    const Inputs inputs = with(with(default_inputs(), "azure.commitment-years", 4), "azure.offer", 0.2);
    const Run run = simulate(inputs, contract);
    double paid_bn = 0, bought_bn = 0, most_owed_bn = 0;
    for (const Row& row : run.rows) {
        paid_bn += row.take_or_pay_bn_per_year / 12;
        if (row.month < month_of(2025, 1)) continue;
        bought_bn += row.azure_spending_bn_per_year / 12;
        const double months = row.month.index - month_of(2025, 1).index + 1;
        CHECK(row.azure_purchase_owed_bn ==
              doctest::Approx(std::max(0.0, 240 * std::min(1.0, months / 48) - bought_bn)));
        most_owed_bn = std::max(most_owed_bn, row.azure_purchase_owed_bn);
    }
    CHECK(most_owed_bn > 50);
    CHECK(paid_bn == doctest::Approx(most_owed_bn));
    CHECK(run.rows.back().azure_purchase_owed_bn < most_owed_bn);  // later purchases work it off
}

TEST_CASE("an unpublished purchase costs nothing until the reader gives it an amount; a published one keeps its own") {
    const Inputs promised = with(with(default_inputs(), "azure.commitment", 500), "azure.commitment-years", 3);
    const auto paid = [](const Run& run) {
        double sum_bn = 0;
        for (const Row& row : run.rows) sum_bn += row.take_or_pay_bn_per_year / 12;
        return sum_bn;
    };
    CHECK(paid(simulate(default_inputs(), contract_named("january-2025"))) == 0);
    CHECK(paid(simulate(promised, contract_named("january-2025"))) > 100);
    const Inputs years_alone = with(default_inputs(), "azure.commitment-years", 3);
    CHECK(paid(simulate(years_alone, contract_named("as-amended"))) > 50);
}

TEST_CASE("the share stops at its cap, to the cent") {
    Contract contract;
    Clause share;
    share.rule = RevenueShareRule{0.2, 0, 5.0};
    share.from = first_contract_month;
    contract.clauses = {share};
    const Run run = simulate(default_inputs(), contract);
    CHECK(run.rows.back().cumulative_share_bn == doctest::Approx(5).epsilon(1e-12));
    CHECK(run.facts.month(Fact::share_cap_reached) != never);
    CHECK(run.rows.back().share_bn_per_year == 0);
}

TEST_CASE("dropping the AGI clause for support adds the capacity that the support builds") {
    const Contract& contract = contract_named("clause-dropped");
    const Inputs with_support = opening_inputs(contract), without_support = with(with_support, "money.support", 0);
    CHECK(with_support.money_support == 50);
    CHECK(served_gw_months(simulate(with_support, contract)) >= served_gw_months(simulate(without_support, contract)));
    CHECK(simulate(with_support, contract).rows[48].azure_gw > simulate(without_support, contract).rows[48].azure_gw);
}

TEST_CASE("the twelfth root, to the twelfth power, is the number") {
    for (const double x : {0.1, 0.5, 0.95, 1.0, 1.2, 3.0, 5.0, 100.0}) {
        double power = 1;
        for (int i = 0; i < 12; ++i) power *= twelfth_root(x);
        CAPTURE(x);
        CHECK(power == doctest::Approx(x).epsilon(1e-14));
    }
    CHECK(twelfth_root(1) == 1);
}

}  // namespace fr
