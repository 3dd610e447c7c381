// The monthly step. Only + - * / and comparisons, so that every machine computes the same bits.
#include "core/model.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>

namespace fr {

double twelfth_root(double x) {
    assert(x > 0);
    double root = x < 1 ? 1 : 1 + (x - 1) / 12;  // at or above the root, so the steps fall to it
    for (int i = 0; i < 100; ++i) {
        const double square = root * root, fourth = square * square, eleventh = fourth * fourth * square * root;
        const double better = root - (eleventh * root - x) / (12 * eleventh);
        if (better == root) break;
        root = better;
    }
    return root;
}

namespace {

constexpr int longest_lead = 43 + 12;                     // greenfield, a year late
constexpr int horizon_months = month_count + longest_lead + 1;
constexpr Month january_2025 = month_of(2025, 1);
constexpr Month january_2026 = month_of(2026, 1);
constexpr double azure_online_at_start_gw = 0.2;          // C1
constexpr double azure_under_way_gw = 0.38;               // arrives evenly over 2024, whatever the contract says: C1
constexpr double other_fixed_2024_bn = 6;                 // D3
constexpr int planning_months = 3;                        // a gap is ordered over a quarter
constexpr double azure_room = 1.1;                        // Azure builds at most a tenth ahead of demand
constexpr int support_months = 24;

using Series = std::array<double, horizon_months>;

int index_of(double Inputs::*field) {
    int i = 0;
    while (params[static_cast<std::size_t>(i)].field != field) ++i;
    return i;
}

Cause cause_of(double Inputs::*field) { return input_cause(index_of(field)); }

Series demand_series(const Inputs& inputs) {
    Series demand;
    const double rate = twelfth_root(inputs.demand_growth) - 1;
    const double keep = twelfth_root(1 - inputs.demand_fade / 100);
    double monthly = rate;
    demand[0] = inputs.demand_start;
    for (int m = 0; m + 1 < horizon_months; ++m) {
        if (m > january_2026.index) monthly *= keep;
        demand[static_cast<std::size_t>(m + 1)] = demand[static_cast<std::size_t>(m)] * (1 + monthly);
    }
    return demand;
}

// A yearly change of so many percent, compounded monthly from January 2025 and backwards before it.
std::array<double, month_count> compounded(double at_2025, double percent_a_year) {
    const double factor = twelfth_root(1 + percent_a_year / 100);
    std::array<double, month_count> values;
    values[january_2025.index] = at_2025;
    for (int m = january_2025.index; m > 0; --m)
        values[static_cast<std::size_t>(m - 1)] = values[static_cast<std::size_t>(m)] / factor;
    for (int m = january_2025.index + 1; m < month_count; ++m)
        values[static_cast<std::size_t>(m)] = values[static_cast<std::size_t>(m - 1)] * factor;
    return values;
}

// Whole months since demand was what is served now; before 2024 demand is continued at the same growth.
double months_behind(const Series& demand, const Inputs& inputs, int month, double served_gw) {
    const double factor = twelfth_root(inputs.demand_growth);
    const double enough = served_gw * (1 + 1e-9);  // a hair below demand is not behind
    double before = demand[static_cast<std::size_t>(month)];
    int behind = 0;
    while (behind < month_count) {
        const int earlier = month - behind - 1;
        before = earlier >= 0 ? demand[static_cast<std::size_t>(earlier)] : before / factor;
        if (before < enough) break;
        ++behind;
    }
    return behind;
}

// Everything that is on its way, by month of arrival. Orders can slip; the planner counts them when promised.
struct Pipeline {
    Series azure{}, others{}, own{}, exception{};  // arrivals
    Series promised{};                             // all of them, at the promised month

    static void add(Series& series, int month, double gw) {
        if (month < horizon_months) series[static_cast<std::size_t>(month)] += gw;
    }
};

// Cumulative sums that are read at any later month: capacity running by then, as promised.
double sum_through(const Series& series, int month) {
    double sum = 0;
    for (int m = 0; m <= std::min(month, horizon_months - 1); ++m) sum += series[static_cast<std::size_t>(m)];
    return sum;
}

class Model {
public:
    Model(const Inputs& inputs, const Contract& contract)
        : in(inputs),
          contract(contract),
          demand(demand_series(inputs)),
          revenue_per_gw(compounded(inputs.money_revenue_per_gw, inputs.money_revenue_growth)),
          price_per_gw(compounded(inputs.money_price_per_gw, -inputs.money_price_fall)),
          others_rate_growth(twelfth_root(1 + inputs.others_growth / 100)) {
        start();
    }

    Run run() {
        for (int m = 0; m < month_count; ++m) step(Month{m});
        return result;
    }

private:
    const Inputs& in;
    const Contract& contract;
    const Series demand;
    const std::array<double, month_count> revenue_per_gw, price_per_gw;
    const double others_rate_growth;

    Run result{};
    Pipeline pipeline;
    std::array<double, month_count> waiting{};  // offers under first refusal, by the month of the answer
    Series limited_orders{};                    // rates that turned orders away, by the month they would have arrived
    Terms terms;
    int t = 0;
    double azure_gw = 0, others_gw = 0, own_gw = 0, exception_gw = 0, online_promised_gw = 0;
    double rate_gw_per_year = 0, rate_used_gw = 0, own_used_gw = 0;  // what others can start, and have this month
    double cumulative_share_bn = 0, capped_share_bn = 0, cumulative_profit_bn = 0, purchase_used_bn = 0;
    Month capped_since = never, purchase_since = never, loosened = Month{0};
    int strained_months = 0, strained_under = -1;
    bool support_given = false;
    bool past_2024 = false;
    double turned_away_by_rate = 0, turned_away_by_terms = 0;

    double at(const Series& series, int month) const {
        return series[static_cast<std::size_t>(std::min(month, horizon_months - 1))];
    }
    int lead(double months) const { return static_cast<int>(months); }

    void start() {
        Pipeline::add(pipeline.promised, 0, azure_online_at_start_gw);
        azure_gw = azure_online_at_start_gw;
        for (int m = 0; m < 12; ++m) {
            Pipeline::add(pipeline.azure, m, azure_under_way_gw / 12);
            Pipeline::add(pipeline.promised, m, azure_under_way_gw / 12);
        }
        rate_gw_per_year = in.others_rate;
        result.agi_by_reading.fill(never);
    }

    Row& row() { return result.rows[static_cast<std::size_t>(t)]; }

    void step(Month month) {
        t = month.index;
        row().month = month;
        const Supply before = terms.supply;
        terms = terms_at(contract, month, result.facts);
        if (t > 0 && terms.supply > before) loosened = month;
        if (month > january_2025) rate_gw_per_year *= others_rate_growth;
        rate_gw_per_year = std::min(rate_gw_per_year, in.others_ceiling);
        arrive();
        order(month);
        serve();
        account(month);
        judge(month);
    }

    // Arrivals of a month serve in it.
    void arrive() {
        azure_gw += at(pipeline.azure, t);
        others_gw += at(pipeline.others, t);
        own_gw += at(pipeline.own, t);
        exception_gw += at(pipeline.exception, t);
        Row& now = row();
        now.demand_gw = at(demand, t);
        now.azure_gw = azure_gw;
        now.others_gw = others_gw;
        now.own_gw = own_gw;
        now.exception_gw = exception_gw;
        now.online_gw = azure_gw + others_gw + own_gw;
    }

    double offers_waiting() const {
        double sum = 0;
        for (const double offer : waiting) sum += offer;
        return sum;
    }

    // The largest gap between demand and what will be running, over the three lead times, ordered over a quarter.
    double wanted_gw() const {
        const double offered = offers_waiting();
        double gap = 0;
        for (const double months : {in.azure_lead, in.others_lead_leased, in.others_lead_greenfield}) {
            const int then = t + lead(months);
            gap = std::max(gap, at(demand, then) - (sum_through(pipeline.promised, then) + offered));
        }
        return gap / planning_months;
    }

    double azure_takes_gw(double wanted) const {
        const int then = t + lead(in.azure_lead);
        double coming = azure_gw;
        for (int m = t + 1; m <= then; ++m) coming += at(pipeline.azure, m);
        const double room = std::max(0.0, azure_room * at(demand, then) - coming);
        return std::min({wanted, in.azure_offer / 12 * (in.azure_appetite / 100), room});
    }

    void order(Month month) {
        rate_used_gw = own_used_gw = turned_away_by_rate = turned_away_by_terms = 0;
        Row& now = row();
        give_support(month);
        answer_offers();
        now.wanted_gw = wanted_gw();
        now.azure_takes_gw = azure_takes_gw(now.wanted_gw);
        place_azure(t + lead(in.azure_lead), now.azure_takes_gw);
        const double rest = now.wanted_gw - now.azure_takes_gw;
        if (rest > 0) route(rest);
        now.waiting_gw = offers_waiting();
        now.turned_away_gw = turned_away_by_rate + turned_away_by_terms;
        now.held_back = held_back();
        limited_orders[static_cast<std::size_t>(t)] = turned_away_by_rate;
    }

    void place_azure(int arrival, double gw) {
        Pipeline::add(pipeline.azure, arrival, gw);
        Pipeline::add(pipeline.promised, arrival, gw);
        row().placed_gw += gw;
    }

    // Microsoft's support for dropping the AGI clause becomes Azure capacity, evenly over two years.
    void give_support(Month month) {
        if (support_given || in.money_support == 0 || terms.trigger != Trigger::none) return;
        if (terms.clause(Kind::agi_trigger) < 0 || terms.trigger_since > month) return;
        support_given = true;
        const double gw = in.money_support / in.money_capex / support_months;
        for (int m = 0; m < support_months; ++m) {
            const int arrival = t + lead(in.azure_lead) + m;
            Pipeline::add(pipeline.azure, arrival, gw);
            Pipeline::add(pipeline.promised, arrival, gw);
        }
    }

    // Offers that Microsoft has had long enough pass on; under exclusivity they are withdrawn, under free choice released.
    void answer_offers() {
        const bool withdrawn = terms.supply < Supply::first_refusal;
        const bool released = terms.supply == Supply::anyone;
        for (int m = 0; m < month_count; ++m) {
            double& offer = waiting[static_cast<std::size_t>(m)];
            if (offer == 0 || !(withdrawn || released || m <= t)) continue;
            if (!withdrawn) pass_on(offer);
            offer = 0;
        }
    }

    void pass_on(double gw) {
        row().passed_on_gw += gw;
        if (terms.supply == Supply::first_refusal && result.first_refusal_passes == never)
            result.first_refusal_passes = Month{t};
        start_with_others(gw);
    }

    void route(double rest) {
        row().supplied_under = terms.cause(Kind::supply);
        switch (terms.supply) {
            case Supply::azure_only: turned_away_by_terms += rest; return;
            case Supply::exception: return take_exception(rest);
            case Supply::first_refusal: return offer_first(rest);
            case Supply::anyone: return start_with_others(rest);
        }
    }

    void take_exception(double rest) {
        const double taken = std::min(rest, terms.exception_limit_gw_per_year / 12);
        const int arrival = t + terms.exception_lead_months;
        Pipeline::add(pipeline.others, arrival, taken);
        Pipeline::add(pipeline.exception, arrival, taken);
        Pipeline::add(pipeline.promised, arrival, taken);
        row().placed_gw += taken;
        turned_away_by_terms += rest - taken;
    }

    void offer_first(double rest) {
        const int answer = t + lead(in.rofr_answer);
        if (answer == t) return pass_on(rest);
        if (answer < month_count) waiting[static_cast<std::size_t>(answer)] += rest;
    }

    // Others start what their rate still allows this month; the own part of the rate is usable only where OpenAI may
    // build. What a limit turns away is not queued: it shows again in what is wanted.
    void start_with_others(double gw) {
        row().supplied_under = terms.cause(Kind::supply);
        row().own_under = terms.cause(Kind::own_building);
        const bool own_allowed = terms.own_building != OwnBuilding::no;
        const double own_part = in.others_own_share / 100;
        const double month_rate = rate_gw_per_year / 12;
        const double own = own_allowed ? std::min(gw * own_part, month_rate * own_part - own_used_gw) : 0;
        const double others = std::min(gw - own, month_rate * (1 - own_part) - rate_used_gw);
        own_used_gw += own;
        rate_used_gw += others;
        place_other(pipeline.own, own);
        place_other(pipeline.others, others);
        const double away = gw - own - others;
        if (away <= 0) return;
        const double blocked = own_allowed ? 0 : std::min(away, month_rate * own_part);
        turned_away_by_terms += blocked;
        turned_away_by_rate += away - blocked;
    }

    void place_other(Series& arrivals, double gw) {
        if (gw <= 0) return;
        const double leased = gw * (in.others_leased_share / 100), slips = in.others_slip / 100;
        for (const auto& [months, part] : {std::pair{in.others_lead_leased, leased},
                                           std::pair{in.others_lead_greenfield, gw - leased}}) {
            const int promised = t + lead(months);
            Pipeline::add(pipeline.promised, promised, part);
            Pipeline::add(arrivals, promised, part * (1 - slips));
            Pipeline::add(arrivals, promised + 12, part * slips);
        }
        row().placed_gw += gw;
    }

    Cause rate_cause() const {
        return rate_gw_per_year >= in.others_ceiling ? cause_of(&Inputs::others_ceiling)
                                                     : cause_of(&Inputs::others_rate);
    }

    // The largest of: turned away by the terms, turned away by how fast others can start, waiting for an answer.
    Cause held_back() {
        const Kind by_terms = terms.supply <= Supply::exception ? Kind::supply : Kind::own_building;
        const Amount terms_limit{turned_away_by_terms, terms.cause(by_terms)};
        const Amount rate_limit{turned_away_by_rate, rate_cause()};
        const Amount wait{row().waiting_gw, terms.cause(Kind::supply)};
        const Amount most = larger(larger(terms_limit, rate_limit), wait);
        return most.value > 0 ? most.cause : Cause{};
    }

    // The API takes Azure first where it is locked; own sites train; then products, then the rest of training.
    void serve() {
        Row& now = row();
        const double wanted = now.demand_gw;
        const double training = wanted * (in.demand_training_share / 100);
        const double api = (wanted - training) * (in.demand_api_share / 100);
        const double products = wanted - training - api;
        const bool own_serves_all = terms.own_building == OwnBuilding::anything;

        Supplies left{now.azure_gw, now.others_gw, now.own_gw};
        const double own_trains = left.take_own(training);
        const double api_served = terms.api_only_on_azure ? left.take_azure(api) : left.take_any(api, own_serves_all);
        const double products_served =
            terms.products_only_on_azure ? left.take_azure(products) : left.take_any(products, own_serves_all);
        const double rest_trained = left.take_any(training - own_trains, false);

        now.unserved_training_gw = training - own_trains - rest_trained;
        now.unserved_api_gw = api - api_served;
        now.unserved_products_gw = products - products_served;
        now.served_azure_gw = now.azure_gw - left.azure_gw;
        now.served_others_gw = now.others_gw - left.others_gw;
        now.served_own_gw = now.own_gw - left.own_gw;
        // The three parts of a sum can miss it by the last bit: demand and capacity are hard limits.
        now.served_gw = std::min({now.served_azure_gw + now.served_others_gw + now.served_own_gw, wanted, now.online_gw});
        now.unserved_share = std::max(0.0, wanted - now.served_gw) / wanted;
        if (now.unserved_share < 1e-12) now.unserved_share = 0;
        now.months_behind = months_behind(demand, in, t, now.served_gw);
        now.azure_share = now.azure_gw / now.online_gw;
        now.strains = now.unserved_share > in.pressure_patience / 100;

        const double elsewhere = left.others_gw + (own_serves_all ? left.own_gw : 0);
        const double moved = terms.api_only_on_azure ? other_than_azure_used(now, left, own_serves_all) : 0;
        now.api_lock_binds = terms.api_only_on_azure && now.unserved_api_gw > 1e-9 && elsewhere + moved > 1e-9;
        if (now.api_lock_binds) now.api_under = terms.cause(Kind::api_hosting);
        else if (!terms.api_only_on_azure) now.api_under = api_freed_by(api);
        now.unserved_by = unserved_by();
    }

    // Capacity outside Azure that serves other loads and could have served the API.
    static double other_than_azure_used(const Row& now, const auto&, bool own_serves_all) {
        return now.served_others_gw + (own_serves_all ? now.served_own_gw : 0);
    }

    // Where the API runs beyond Azure: the clause that set it free.
    Cause api_freed_by(double api) const {
        if (api <= azure_gw) return {};
        if (result.facts.agi_clause >= 0 && terms.agi_ends.api_hosting) return clause_cause(result.facts.agi_clause);
        return terms.cause(Kind::api_hosting);
    }

    struct Supplies {
        double azure_gw, others_gw, own_gw;
        static double take(double& from, double gw) {
            const double taken = std::max(0.0, std::min(from, gw));
            from -= taken;
            return taken;
        }
        double take_own(double gw) { return take(own_gw, gw); }
        double take_azure(double gw) { return take(azure_gw, gw); }
        // From Azure and the others in proportion, so that the picture shows who serves; then from own sites if allowed.
        double take_any(double gw, bool own_too) {
            const double both = azure_gw + others_gw;
            const double shared = std::max(0.0, std::min(both, gw));
            double taken = 0;
            if (shared > 0) {
                const double from_azure = take(azure_gw, shared * (azure_gw / both));
                taken = from_azure + take(others_gw, shared - from_azure);
            }
            return own_too ? taken + take(own_gw, gw - taken) : taken;
        }
    };

    // The limit that bound when what is missing now would have had to be ordered.
    Cause unserved_by() {
        const Row& now = row();
        if (now.unserved_share == 0) return {};
        if (now.api_lock_binds && now.unserved_api_gw >= now.unserved_training_gw + now.unserved_products_gw)
            return terms.cause(Kind::api_hosting);
        if (terms.supply <= Supply::exception && terms.clause(Kind::supply) >= 0) return terms.cause(Kind::supply);
        const int ordered = t - lead(in.others_lead_leased);
        if (ordered < loosened.index) return cause_of(&Inputs::others_lead_leased);
        if (at(limited_orders, std::max(0, ordered)) > 0) return rate_cause();
        if (t - lead(in.others_lead_greenfield) < loosened.index) return cause_of(&Inputs::others_lead_greenfield);
        if (at(limited_orders, std::max(0, t - lead(in.others_lead_greenfield))) > 0) return rate_cause();
        if (in.others_slip > 0) return cause_of(&Inputs::others_slip);
        return cause_of(&Inputs::demand_growth);
    }

    void account(Month month) {
        Row& now = row();
        const auto m = static_cast<std::size_t>(t);
        now.revenue_bn_per_year = now.served_gw * revenue_per_gw[m];
        now.compute_cost_bn_per_year = now.online_gw * price_per_gw[m];
        now.azure_spending_bn_per_year = (now.azure_gw + now.exception_gw) * price_per_gw[m];
        const double fixed = month < january_2025 ? other_fixed_2024_bn : in.money_other_fixed;
        now.other_cost_bn_per_year = fixed + now.revenue_bn_per_year * (in.money_other_rate / 100);
        pay_share(month);
        now.profit_bn_per_year = now.revenue_bn_per_year + now.reverse_share_bn_per_year -
                                 now.compute_cost_bn_per_year - now.other_cost_bn_per_year - now.share_bn_per_year;
        cumulative_profit_bn += now.profit_bn_per_year / 12;
        now.cumulative_profit_bn = cumulative_profit_bn;
        now.microsoft_receipts_bn_per_year =
            now.azure_spending_bn_per_year + now.share_bn_per_year - now.reverse_share_bn_per_year;
        if (terms.purchase_since != purchase_since) purchase_used_bn = 0;
        purchase_since = terms.purchase_since;
        if (purchase_since <= month) purchase_used_bn += now.azure_spending_bn_per_year / 12;
        now.azure_purchase_used_bn = purchase_used_bn;
        const double inference_cost = (1 - in.demand_training_share / 100) * now.served_gw * price_per_gw[m];
        now.earning_power_bn = (now.revenue_bn_per_year - inference_cost) * in.agi_service_life;
    }

    // OpenAI's share of revenue to Microsoft, under its cap; and what flows back on the API's part of revenue.
    void pay_share(Month month) {
        Row& now = row();
        if (terms.share_since != capped_since) capped_share_bn = 0;
        capped_since = terms.share_since;
        double month_bn = now.revenue_bn_per_year / 12 * terms.revenue_share;
        if (terms.share_cap_bn && terms.revenue_share > 0) {
            const double room = std::max(0.0, *terms.share_cap_bn - capped_share_bn);
            if (month_bn >= room) {
                month_bn = room;
                result.facts.establish(Fact::share_cap_reached, month);
            }
        }
        capped_share_bn += month_bn;
        cumulative_share_bn += month_bn;
        now.share_bn_per_year = month_bn * 12;
        now.cumulative_share_bn = cumulative_share_bn;
        now.reverse_share_bn_per_year =
            now.revenue_bn_per_year * (in.demand_api_share / 100) * terms.reverse_share;
    }

    // Establishes the facts of the month: strain and the AGI test.
    void judge(Month month) {
        judge_strain(month);
        judge_agi(month);
    }

    void judge_strain(Month month) {
        const int clause = terms.clause(Kind::supply);
        const bool restricts = clause >= 0 && terms.supply != Supply::anyone;
        if (clause != strained_under) strained_months = 0;  // the counter restarts at each step of the terms
        strained_months = row().strains && restricts ? strained_months + 1 : 0;
        if (clause != strained_under && result.facts.month(Fact::strained) == never) strained_under = clause;
        if (strained_months < static_cast<int>(in.pressure_months)) return;
        if (result.facts.month(Fact::strained) == never) {
            result.facts.establish(Fact::strained, month);
            strained_under = clause;
            strained_months = 0;
        } else if (clause != strained_under) {
            result.facts.establish(Fact::strained_again, month);
        }
    }

    void judge_agi(Month month) {
        const Row& now = row();
        const auto holds = [&](Reading reading, bool condition) {
            Month& first = result.agi_by_reading[static_cast<std::size_t>(reading)];
            if (condition && first == never) first = month;
        };
        holds(Reading::booked, now.cumulative_profit_bn >= in.agi_threshold);
        holds(Reading::ability, now.earning_power_bn >= in.agi_threshold);
        holds(Reading::declared, month.index >= static_cast<int>(in.agi_declared));
        if (result.agi_by_reading[static_cast<std::size_t>(Reading::ability)] == month)
            result.agi_set_by_supply = now.unserved_share > 0;

        const Month held = result.agi_by_reading[static_cast<std::size_t>(in.agi_reading)];
        if (terms.trigger == Trigger::none || held > month) return;
        result.facts.establish(Fact::agi_test_met, month);
        const bool panel = terms.trigger == Trigger::panel;
        if (panel && month < next(std::max(held, terms.trigger_since), lead(in.agi_verification))) return;
        if (panel) result.facts.establish(Fact::agi_verified, month);
        if (result.facts.agi_tripped == never) {
            result.facts.agi_tripped = month;
            result.facts.agi_clause = terms.clause(Kind::agi_trigger);
        }
    }
};

}  // namespace

Run simulate(const Inputs& inputs, const Contract& contract) { return Model(inputs, contract).run(); }

double demand_gw(const Inputs& inputs, Month month) {
    return demand_series(inputs)[static_cast<std::size_t>(month.index)];
}

std::uint64_t fingerprint(const Run& run, std::uint64_t seed) {
    const auto add = [&seed](double number) {
        const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // -0 and 0 are one number
        for (int shift = 0; shift < 64; shift += 8) seed = (seed ^ (bits >> shift & 0xff)) * 1099511628211ull;
    };
    for (const Row& row : run.rows)
        for (const double number :
             {row.demand_gw, row.azure_gw, row.others_gw, row.own_gw, row.online_gw, row.served_gw, row.unserved_share,
              row.months_behind, row.azure_share, row.revenue_bn_per_year, row.compute_cost_bn_per_year,
              row.share_bn_per_year, row.cumulative_share_bn, row.microsoft_receipts_bn_per_year,
              row.profit_bn_per_year, row.cumulative_profit_bn, row.exception_gw, row.earning_power_bn})
            add(number);
    return seed;
}

}  // namespace fr
