// The monthly step: terms, arrivals, orders, serving, money, facts. Only + - * / and comparisons, so that every machine
// computes the same bits.
#include "core/model/model.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>

#include "core/model/orders.h"
#include "core/model/outputs.h"

namespace fr {

double twelfth_root(double x) {
    assert(x > 0);
    double root = x < 1 ? 1 : 1 + (x - 1) / 12;  // at or above the root, so that the steps fall to it
    for (int i = 0; i < 100; ++i) {
        const double square = root * root, fourth = square * square, eleventh = fourth * fourth * square * root;
        const double better = root - (eleventh * root - x) / (12 * eleventh);
        if (better == root) break;
        root = better;
    }
    return root;
}

namespace {

constexpr double other_fixed_2024_bn = 6;  // D3

using Yearly = std::array<double, month_count>;

// A yearly change of so many percent, compounded monthly from January 2025 and backwards before it.
Yearly compounded(double at_2025, double percent_a_year) {
    const double factor = twelfth_root(1 + percent_a_year / 100);
    constexpr std::size_t start = deal_month.index;
    Yearly values;
    values[start] = at_2025;
    for (std::size_t m = start; m > 0; --m) values[m - 1] = values[m] / factor;
    for (std::size_t m = start + 1; m < values.size(); ++m) values[m] = values[m - 1] * factor;
    return values;
}

// Whole months since demand was what is served now; before 2024 demand is continued at the same growth.
int months_behind(const Series& demand, double monthly_growth, int month, double served_gw) {
    const double enough_gw = served_gw * (1 + 1e-9);  // a hair below demand is not behind
    double before_gw = entry(demand, month);
    for (int behind = 0; behind < month_count; ++behind) {
        const int earlier = month - behind - 1;
        before_gw = earlier >= 0 ? entry(demand, earlier) : before_gw / monthly_growth;
        if (before_gw < enough_gw) return behind;
    }
    return month_count;
}

// What is left of the three kinds of capacity while loads take their part.
struct Capacity {
    double azure_gw, others_gw, own_gw;

    static double take(double& from_gw, double gw) {
        const double taken_gw = std::max(0.0, std::min(from_gw, gw));
        from_gw -= taken_gw;
        return taken_gw;
    }
    // From Azure and the others in proportion, so that the picture shows who serves; then from own sites if allowed.
    double take_any(double gw, bool own_too) {
        const double both_gw = azure_gw + others_gw, shared_gw = std::max(0.0, std::min(both_gw, gw));
        double taken_gw = shared_gw > 0 ? take(azure_gw, shared_gw * (azure_gw / both_gw)) : 0;
        taken_gw += take(others_gw, shared_gw - taken_gw);
        return own_too ? taken_gw + take(own_gw, gw - taken_gw) : taken_gw;
    }
};

class Model {
public:
    Model(const Inputs& inputs, const Contract& deal, Run& to_run, std::vector<MonthTrace>* to_trace)
        : in(inputs),
          contract(deal),
          turns(turning_months(deal)),
          demand(demand_series(inputs)),
          monthly_growth(twelfth_root(inputs.demand_growth)),
          revenue_per_gw(compounded(inputs.money_revenue_per_gw, inputs.money_revenue_growth)),
          price_per_gw(compounded(inputs.money_price_per_gw, -inputs.money_price_fall)),
          orders(in, demand),
          trace(to_trace),
          run(to_run) {
        run.agi_by_reading.fill(never);
        run.has_exclusivity = terms_at(contract, Month{-1}, run.facts).supply < Supply::first_refusal;
    }

    void run_all() {
        for (int m = 0; m < month_count; ++m) step(entry(run.rows, m), Month{m});
    }
    void run_until_break() {
        for (int m = 0; m < month_count && run.exclusivity_breaks == never; ++m) step(entry(run.rows, m), Month{m});
    }

private:
    void step(Row& row, Month month) {
        row.month = month;
        row.demand_gw = entry(demand, month.index);
        if (month == Month{0} || entry(turns, month.index) || run.facts != known) {
            terms = terms_at(contract, month, run.facts);
            known = run.facts;
        }
        const bool is_exclusive = terms.supply < Supply::first_refusal;
        if (run.has_exclusivity && !is_exclusive && run.exclusivity_breaks == never) run.exclusivity_breaks = month;
        if (!run.has_exclusivity && is_exclusive) run.exclusive_from = month;
        run.has_exclusivity = run.has_exclusivity || is_exclusive;
        if (is_exclusive && run.exclusivity_breaks < month) run.exclusive_again = std::min(run.exclusive_again, month);
        orders.arrive(row);
        orders.place(row, terms, run);
        serve(row);
        account(row);
        judge_strain(row);
        judge_agi(row);
        if (trace) trace->push_back({terms, strained_months});
    }

    // Own sites train first; the API takes Azure first where it is locked; then products, then the rest of training.
    void serve(Row& row) const {
        const double training_gw = row.demand_gw * (in.demand_training_share / 100);
        const double api_gw = (row.demand_gw - training_gw) * (in.demand_api_share / 100);
        const double products_gw = row.demand_gw - training_gw - api_gw;
        const bool own_serves_all = terms.own_building == OwnBuilding::anything;

        Capacity left{row.azure_gw, row.others_gw, row.own_gw};
        const auto take = [&](double gw, bool only_azure) {
            return only_azure ? Capacity::take(left.azure_gw, gw) : left.take_any(gw, own_serves_all);
        };
        const double own_trains_gw = Capacity::take(left.own_gw, training_gw);
        const double api_served_gw = take(api_gw, terms.api_only_on_azure);
        const double products_served_gw = take(products_gw, terms.products_only_on_azure);
        const double rest_trained_gw = left.take_any(training_gw - own_trains_gw, false);

        row.unserved_training_gw = training_gw - own_trains_gw - rest_trained_gw;
        row.unserved_api_gw = api_gw - api_served_gw;
        row.unserved_products_gw = products_gw - products_served_gw;
        row.served_azure_gw = row.azure_gw - left.azure_gw;
        row.served_others_gw = row.others_gw - left.others_gw;
        row.served_own_gw = row.own_gw - left.own_gw;
        // A sum of parts can miss its total by the last bit: demand and capacity are hard limits.
        const double parts_gw = row.served_azure_gw + row.served_others_gw + row.served_own_gw;
        row.served_gw = std::min({parts_gw, row.demand_gw, row.online_gw});
        row.unserved_share = (row.demand_gw - row.served_gw) / row.demand_gw;
        if (row.unserved_share < 1e-12) row.unserved_share = 0;
        row.months_behind = months_behind(demand, monthly_growth, row.month.index, row.served_gw);
        row.azure_share = row.azure_gw / row.online_gw;
        row.strains = row.unserved_share > in.pressure_patience / 100;
        explain_serving(row, {api_gw, api_served_gw, products_gw, own_serves_all});
    }

    // Which rule on where the API runs mattered, and what bound what is unserved.
    struct Loads {
        double api_gw, api_served_gw, products_gw;
        bool own_serves_all;
    };
    void explain_serving(Row& row, const Loads& loads) const {
        const auto& [api_gw, api_served_gw, products_gw, own_serves_all] = loads;
        const double outside_gw = row.others_gw + (own_serves_all ? row.own_gw : 0);
        const bool azure_is_short = row.azure_gw < api_gw && outside_gw > 1e-9;
        row.api_lock_binds = terms.api_only_on_azure && azure_is_short;
        if (azure_is_short) row.api_under = api_rule();
        if (row.azure_gw - api_served_gw < products_gw && outside_gw > 1e-9)
            row.products_under = terms.cause(Kind::products_hosting);
        if (row.unserved_share > 0) row.unserved_by = cause_of_shortage(row, own_serves_all);
    }

    // Where what stands idle would serve most of what is unserved, the rule on what may run where that alone keeps the
    // most of it from serving; otherwise what kept capacity from being built.
    Cause cause_of_shortage(const Row& row, bool own_serves_all) const {
        const double unserved_gw = row.demand_gw - row.served_gw, idle_gw = row.online_gw - row.served_gw;
        if (idle_gw * 2 < unserved_gw) return orders.shortage_cause(row, terms);
        const double idle_own_gw = row.own_gw - row.served_own_gw;
        const double for_anything_gw = own_serves_all ? idle_gw : idle_gw - idle_own_gw;
        const double api_gw = row.unserved_api_gw, products_gw = row.unserved_products_gw;
        const bool ties_api = terms.api_only_on_azure, ties_products = terms.products_only_on_azure;
        const double by_api_gw = ties_api ? std::min(for_anything_gw, api_gw) : 0;
        const double by_products_gw = ties_products ? std::min(for_anything_gw, products_gw) : 0;
        const double by_own_gw = std::min(idle_own_gw, (ties_api ? 0 : api_gw) + (ties_products ? 0 : products_gw));
        if (by_api_gw > 0 && by_api_gw >= std::max(by_products_gw, by_own_gw)) return terms.cause(Kind::api_hosting);
        if (by_products_gw > by_own_gw) return terms.cause(Kind::products_hosting);
        // Also where it does so only together with a tie.
        if (!own_serves_all && idle_own_gw > 0) return terms.cause(Kind::own_building);
        return orders.shortage_cause(row, terms);
    }

    // The clause that decides where the API runs: the AGI clause once it has ended the lock.
    Cause api_rule() const {
        const bool freed = !terms.api_only_on_azure && terms.agi_ends.api_hosting;
        return freed ? clause_cause(run.facts.agi_clause) : terms.cause(Kind::api_hosting);
    }

    void account(Row& row) {
        const auto m = static_cast<std::size_t>(row.month.index);
        row.revenue_bn_per_year = row.served_gw * revenue_per_gw[m];
        row.compute_cost_bn_per_year = row.online_gw * price_per_gw[m];
        row.azure_spending_bn_per_year = (row.azure_gw + row.exception_gw) * price_per_gw[m];
        const double fixed_bn = row.month < deal_month ? other_fixed_2024_bn : in.money_other_fixed;
        row.other_cost_bn_per_year = fixed_bn + row.revenue_bn_per_year * (in.money_other_rate / 100);
        pay_share(row);
        count_purchase(row);
        row.profit_bn_per_year = row.revenue_bn_per_year + row.reverse_share_bn_per_year -
                                 row.compute_cost_bn_per_year - row.other_cost_bn_per_year - row.share_bn_per_year -
                                 row.take_or_pay_bn_per_year;
        cumulative_profit_bn += row.profit_bn_per_year / 12;
        row.cumulative_profit_bn = cumulative_profit_bn;
        row.microsoft_receipts_bn_per_year = row.azure_spending_bn_per_year + row.take_or_pay_bn_per_year +
                                             row.share_bn_per_year - row.reverse_share_bn_per_year;
        const double inference = 1 - in.demand_training_share / 100;
        const double inference_cost_bn = price_per_gw[m] * inference * row.served_gw;
        row.earning_power_bn = (row.revenue_bn_per_year - inference_cost_bn) * in.agi_service_life;
    }

    // OpenAI's share of revenue to Microsoft, under its cap. What flows back is reckoned on the API's part of revenue,
    // an assumption that meets the known net share (13 % in 2024: D18d).
    void pay_share(Row& row) {
        if (terms.share_since != share_since) capped_share_bn = 0;  // a cap counts from its clause's month
        share_since = terms.share_since;
        double month_bn = row.revenue_bn_per_year / 12 * terms.revenue_share;
        if (terms.share_cap_bn && terms.revenue_share > 0) {
            const double room_bn = std::max(0.0, *terms.share_cap_bn - capped_share_bn);
            if (month_bn >= room_bn) run.facts.establish(Fact::share_cap_reached, row.month);
            month_bn = std::min(month_bn, room_bn);
        }
        capped_share_bn += month_bn;
        cumulative_share_bn += month_bn;
        row.share_bn_per_year = month_bn * 12;
        row.cumulative_share_bn = cumulative_share_bn;
        row.reverse_share_bn_per_year = row.revenue_bn_per_year * (in.demand_api_share / 100) * terms.reverse_share;
    }

    // Azure spending against the purchase commitment, from its clause's month. What is promised by then, evenly over
    // its years, and was not bought has to be paid all the same, and once.
    void count_purchase(Row& row) {
        if (terms.purchase_since != purchase_since) purchase_used_bn = purchase_paid_bn = 0;
        purchase_since = terms.purchase_since;
        if (purchase_since > row.month) return;
        purchase_used_bn += row.azure_spending_bn_per_year / 12;
        row.azure_purchase_used_bn = purchase_used_bn;

        const double months = row.month.index - purchase_since.index + 1, all_months = in.azure_commitment_years * 12;
        const double promised_bn = terms.purchase_bn.value_or(in.azure_commitment) * std::min(1.0, months / all_months);
        row.azure_purchase_owed_bn = std::max(0.0, promised_bn - purchase_used_bn);
        const double unpaid_bn = std::max(0.0, row.azure_purchase_owed_bn - purchase_paid_bn);
        purchase_paid_bn += unpaid_bn;
        row.take_or_pay_bn_per_year = unpaid_bn * 12;
    }

    // A deal is strained once its supply clause has left demand unserved above patience for so many months on end. The
    // count restarts when the terms change, and only a later clause than the first strained one can strain again.
    void judge_strain(Row& row) {
        const int clause = terms.clause(Kind::supply);
        const bool restricts = clause >= 0 && terms.supply != Supply::anyone;
        if (clause != counted_clause) strained_months = 0;
        counted_clause = clause;
        strained_months = row.strains && restricts ? strained_months + 1 : 0;
        row.strained = strained_months >= static_cast<int>(in.pressure_months);
        if (!row.strained) return;
        if (run.facts.month(Fact::strained) == never) {
            run.facts.establish(Fact::strained, row.month);
            strained_clause = clause;
        } else if (clause != strained_clause) {
            run.facts.establish(Fact::strained_again, row.month);
        }
    }

    void judge_agi(const Row& row) {
        const std::array<bool, 3> holds{row.cumulative_profit_bn >= in.agi_threshold,
                                        row.earning_power_bn >= in.agi_threshold,
                                        row.month.index >= static_cast<int>(in.agi_declared)};
        for (std::size_t i = 0; i < holds.size(); ++i) {
            if (!holds[i] || run.agi_by_reading[i] != never) continue;
            run.agi_by_reading[i] = row.month;
            // Less of it does not set a month.
            if (i == static_cast<std::size_t>(AgiReading::ability)) run.agi_set_by_supply = row.unserved_share > 0.005;
        }
        if (terms.trigger != Trigger::none) trip_agi(row.month);
    }

    // Two triggers stand side by side (B3, B7): the board's declaration, and the money test, which can be contested. A
    // panel verifies whichever comes first.
    void trip_agi(Month month) {
        const auto reading = static_cast<AgiReading>(in.agi_reading);
        const Month declared = std::max(run.met(AgiReading::declared), terms.trigger_since);
        const bool tests_money = terms.trigger != Trigger::board && reading != AgiReading::declared;
        const Month met = tests_money ? std::max(run.met(reading), terms.trigger_since) : never;
        if (met <= month) run.facts.establish(Fact::agi_test_met, month);

        const bool by_panel = terms.trigger == Trigger::panel;
        const Month verified = next(std::min(declared, met), static_cast<int>(in.agi_verification));
        const Month trips = by_panel ? verified : std::min(declared, next(met, static_cast<int>(in.agi_contest)));
        if (month < trips || trips == never) return;
        if (by_panel) run.facts.establish(Fact::agi_verified, month);
        if (run.facts.agi_tripped != never) return;
        run.facts.agi_tripped = month;
        run.facts.agi_clause = terms.clause(Kind::agi_trigger);
    }

    const Inputs& in;
    const Contract& contract;
    const std::array<bool, month_count> turns;
    const Series demand;
    const double monthly_growth;
    const Yearly revenue_per_gw, price_per_gw;
    Orders orders;
    std::vector<MonthTrace>* trace;  // null: not recorded
    Terms terms;
    Facts known;  // when the terms were last read
    Run& run;
    double cumulative_profit_bn = 0, cumulative_share_bn = 0, capped_share_bn = 0, purchase_used_bn = 0,
           purchase_paid_bn = 0;
    Month share_since = never, purchase_since = never;
    int strained_months = 0, counted_clause = -1, strained_clause = -1;
};

}  // namespace

Run simulate(const Inputs& inputs, const Contract& contract) {
    Run run{};
    Model(inputs, contract, run, nullptr).run_all();
    return run;
}

Month exclusivity_breaks(const Inputs& inputs, const Contract& contract) {
    Run run{};
    Model(inputs, contract, run, nullptr).run_until_break();
    return run.exclusivity_breaks;
}

Run simulate_traced(const Inputs& inputs, const Contract& contract, std::vector<MonthTrace>& trace) {
    trace.clear();
    Run run{};
    Model(inputs, contract, run, &trace).run_all();
    return run;
}

double demand_gw(const Inputs& inputs, Month month) { return entry(demand_series(inputs), month.index); }

namespace {

// What the fingerprint counts, in its order.
constexpr auto counted_fields = [] {
    std::array<double Row::*, std::ranges::count_if(
                                  outputs, [](int place) { return place > 0; }, &Output::counted)>
        fields{};
    for (const Output& output : outputs)
        if (output.counted > 0) fields.at(static_cast<std::size_t>(output.counted - 1)) = output.field;
    return fields;
}();
static_assert(!std::ranges::contains(counted_fields, nullptr), "each place is taken once");

}  // namespace

std::uint64_t fingerprint(const Run& run, std::uint64_t seed) {
    const auto add = [&seed](double number) {
        const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // -0 and 0 are one number
        for (int shift = 0; shift < 64; shift += 8) seed = (seed ^ (bits >> shift & 0xff)) * 1099511628211ull;
    };
    for (const Row& row : run.rows)
        for (const auto field : counted_fields) add(row.*field);
    return seed;
}

}  // namespace fr
