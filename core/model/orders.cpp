// The order book: wanted, taken by Azure, offered, passed on, started by others, turned away and why.
#include "core/model/orders.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace fr {

namespace {

constexpr Month january_2025 = month_of(2025, 1);
constexpr Month january_2026 = month_of(2026, 1);
constexpr double azure_at_start_gw = 0.2;    // C1
constexpr double azure_under_way_gw = 0.38;  // arrives evenly over 2024, whatever the contract says: C1
constexpr double planning_months = 3;        // a gap is ordered over a quarter
constexpr double azure_room = 1.1;           // Azure builds at most a tenth ahead of demand
constexpr int support_months = 24;           // Microsoft's support arrives evenly over two years
constexpr int longest_answer = 6;            // months, the top of rofr.answer
constexpr int late_months = 12;              // what slips is a year late

double at(const Series& series, int month) { return series[static_cast<std::size_t>(month)]; }
int whole(double months) { return static_cast<int>(months); }

}  // namespace

Series demand_series(const Inputs& inputs) {
    Series demand;
    double rate = twelfth_root(inputs.demand_growth) - 1;
    const double keep = twelfth_root(1 - inputs.demand_fade / 100);
    demand[0] = inputs.demand_start;
    for (std::size_t m = 0; m + 1 < demand.size(); ++m) {
        if (static_cast<int>(m) > january_2026.index) rate *= keep;
        demand[m + 1] = demand[m] * (1 + rate);
    }
    return demand;
}

Orders::Orders(const Inputs& inputs, const Series& demand_gw)
    : in(inputs),
      demand(demand_gw),
      rate_growth(twelfth_root(1 + inputs.others_growth / 100)),
      azure_gw(azure_at_start_gw),
      promised_gw(azure_at_start_gw),
      rate_gw_per_year(std::min(inputs.others_rate, inputs.others_ceiling)) {
    for (int m = 0; m < 12; ++m) add(azure, m, azure_under_way_gw / 12, azure_under_way_gw / 12);
}

// Nothing is ordered for a month beyond the series: its length covers the longest lead.
void Orders::add(Series& arrivals, int month, double gw, double promised_now) {
    assert(month < series_months);
    arrivals[static_cast<std::size_t>(month)] += gw;
    promised[static_cast<std::size_t>(month)] += promised_now;
}

void Orders::arrive(Row& row) {
    const int t = row.month.index;
    azure_gw += at(azure, t);
    others_gw += at(others, t);
    own_gw += at(own, t);
    exception_gw += at(exception, t);
    promised_gw += at(promised, t);
    row.azure_gw = azure_gw;
    row.others_gw = others_gw;
    row.own_gw = own_gw;
    row.exception_gw = exception_gw;
    row.online_gw = azure_gw + others_gw + own_gw;
}

void Orders::place(Row& row, const Terms& terms, Run& run) {
    const int t = row.month.index;
    if (terms.supply > supply_before) loosened = row.month;
    supply_before = terms.supply;
    if (row.month > january_2025) rate_gw_per_year = std::min(rate_gw_per_year * rate_growth, in.others_ceiling);
    others_started_gw = own_started_gw = 0;
    away = {};

    give_support(t, terms);
    if (t <= support_comes_until) row.support_under = support_under;
    answer_offers(row, terms, run);
    row.wanted_gw = wanted_gw(t);
    row.azure_takes_gw = azure_takes_gw(t, row.wanted_gw);
    add(azure, t + whole(in.azure_lead), row.azure_takes_gw, row.azure_takes_gw);
    row.placed_gw += row.azure_takes_gw;
    const double rest_gw = row.wanted_gw - row.azure_takes_gw;
    if (rest_gw > 0) route(rest_gw, row, terms, run);
    row.waiting_gw = waiting_gw(t);
    row.turned_away_gw = away.by_terms + away.by_rate;
    row.held_back = held_back(row, terms);
    if (away.by_rate > 0) rate_bound[static_cast<std::size_t>(t)] = rate_cause();
}

double Orders::waiting_gw(int t) const {
    double sum = 0;
    for (int m = t; m <= std::min(t + longest_answer, month_count - 1); ++m)
        sum += waiting[static_cast<std::size_t>(m)];
    return sum;
}

// The largest gap between demand and what is promised to run by then, over the three lead times.
double Orders::wanted_gw(int t) const {
    const double offered_gw = waiting_gw(t);
    double gap_gw = 0;
    for (const double lead : {in.azure_lead, in.others_lead_leased, in.others_lead_greenfield}) {
        const int then = t + whole(lead);
        double running_gw = promised_gw;
        for (int m = t + 1; m <= then; ++m) running_gw += at(promised, m);
        gap_gw = std::max(gap_gw, at(demand, then) - (running_gw + offered_gw));
    }
    return gap_gw / planning_months;
}

double Orders::azure_takes_gw(int t, double wanted) const {
    const int then = t + whole(in.azure_lead);
    double running_gw = azure_gw;
    for (int m = t + 1; m <= then; ++m) running_gw += at(azure, m);
    const double room_gw = std::max(0.0, azure_room * at(demand, then) - running_gw);
    return std::min({wanted, in.azure_offer / 12 * (in.azure_appetite / 100), room_gw});
}

// Microsoft's support for dropping the AGI clause becomes Azure capacity once a clause says that it is dropped.
void Orders::give_support(int t, const Terms& terms) {
    if (support_under || in.money_support == 0 || terms.trigger != Trigger::none) return;
    support_under = terms.cause(Kind::agi_trigger);
    if (!support_under) return;  // there never was an AGI clause to drop
    support_comes_until = t + whole(in.azure_lead) + support_months - 1;
    const double gw = in.money_support / in.money_capex / support_months;
    for (int m = 0; m < support_months; ++m) {
        const int arrival = t + whole(in.azure_lead) + m;
        if (arrival < series_months) add(azure, arrival, gw, gw);
    }
}

// An offer passes on when its time is up; under exclusivity all are withdrawn, under free choice all are released.
void Orders::answer_offers(Row& row, const Terms& terms, Run& run) {
    const int t = row.month.index;
    const bool withdrawn = terms.supply < Supply::first_refusal;
    const int last = withdrawn || terms.supply == Supply::anyone ? t + longest_answer : t;
    for (int m = t; m <= std::min(last, month_count - 1); ++m) {
        double& offer_gw = waiting[static_cast<std::size_t>(m)];
        if (offer_gw == 0) continue;
        if (!withdrawn) pass_on(offer_gw, row, terms, run);
        offer_gw = 0;
    }
}

void Orders::pass_on(double gw, Row& row, const Terms& terms, Run& run) {
    row.passed_on_gw += gw;
    if (terms.supply == Supply::first_refusal && run.first_refusal_passes == never)
        run.first_refusal_passes = row.month;
    start_with_others(gw, row, terms);
}

void Orders::route(double gw, Row& row, const Terms& terms, Run& run) {
    row.supplied_under = terms.cause(Kind::supply);
    switch (terms.supply) {
        case Supply::azure_only:
            away.by_terms += gw;
            return;
        case Supply::exception:
            return take_exception(gw, row, terms);
        case Supply::anyone:
            return start_with_others(gw, row, terms);
        case Supply::first_refusal:
            break;
    }
    if (in.rofr_answer == 0) return pass_on(gw, row, terms, run);
    const int answer = row.month.index + whole(in.rofr_answer);
    if (answer < month_count) waiting[static_cast<std::size_t>(answer)] += gw;
}

// To a third party through Azure, up to the yearly limit; counted with the others.
void Orders::take_exception(double gw, Row& row, const Terms& terms) {
    const double taken_gw = std::min(gw, terms.exception_limit_gw_per_year / 12);
    const int arrival = row.month.index + terms.exception_lead_months;
    add(others, arrival, taken_gw, taken_gw);
    exception[static_cast<std::size_t>(arrival)] += taken_gw;
    row.placed_gw += taken_gw;
    away.by_terms += gw - taken_gw;
}

// Others start what their rate still allows this month; its own-building part is usable only where OpenAI may build.
// What a limit turns away is not queued: it shows again in what is wanted.
void Orders::start_with_others(double gw, Row& row, const Terms& terms) {
    row.supplied_under = terms.cause(Kind::supply);
    row.own_under = terms.cause(Kind::own_building);
    const bool own_allowed = terms.own_building != OwnBuilding::no;
    const double own_part = in.others_own_share / 100, rate_gw = rate_gw_per_year / 12;
    const double own_now_gw = own_allowed ? std::min(gw * own_part, rate_gw * own_part - own_started_gw) : 0;
    const double others_now_gw = std::min(gw - own_now_gw, rate_gw * (1 - own_part) - others_started_gw);
    own_started_gw += own_now_gw;
    others_started_gw += others_now_gw;
    place_with_lead(own, row.month.index, own_now_gw);
    place_with_lead(others, row.month.index, others_now_gw);
    row.placed_gw += own_now_gw + others_now_gw;

    const double away_gw = gw - own_now_gw - others_now_gw;
    if (away_gw <= 0) return;
    const double barred_gw = own_allowed ? 0 : std::min(away_gw, rate_gw * own_part);
    away.by_terms += barred_gw;
    away.by_rate += away_gw - barred_gw;
}

void Orders::place_with_lead(Series& arrivals, int t, double gw) {
    if (gw <= 0) return;
    const double leased_gw = gw * (in.others_leased_share / 100), slips = in.others_slip / 100;
    const auto place = [&](double lead, double part_gw) {
        const int month = t + whole(lead);
        add(arrivals, month, part_gw * (1 - slips), part_gw);
        add(arrivals, month + late_months, part_gw * slips, 0);
    };
    place(in.others_lead_leased, leased_gw);
    place(in.others_lead_greenfield, gw - leased_gw);
}

Cause Orders::rate_cause() const {
    return rate_gw_per_year < in.others_ceiling ? cause_of(&Inputs::others_rate) : cause_of(&Inputs::others_ceiling);
}

// What turned most away: the terms, or how fast others can start. Where nothing was turned away, what waits for an
// answer is only late.
Cause Orders::held_back(const Row& row, const Terms& terms) const {
    const Kind by_terms = terms.supply <= Supply::exception ? Kind::supply : Kind::own_building;
    const Amount barred{away.by_terms, terms.cause(by_terms)}, too_fast{away.by_rate, rate_cause()};
    const Amount most = larger(barred, too_fast);
    if (most.value > 0) return most.cause;
    return row.waiting_gw > 0 ? terms.cause(Kind::supply) : Cause{};
}

Cause Orders::shortage_cause(int month, const Terms& terms) const {
    if (terms.supply <= Supply::exception && terms.clause(Kind::supply) >= 0) return terms.cause(Kind::supply);
    for (const auto lead : {&Inputs::others_lead_leased, &Inputs::others_lead_greenfield}) {
        const int ordered = month - whole(in.*lead);
        if (ordered < loosened.index) return cause_of(lead);  // what may be ordered now is still being built
        if (ordered < 0) continue;
        if (const Cause cause = rate_bound[static_cast<std::size_t>(ordered)]) return cause;
    }
    return cause_of(in.others_slip > 0 ? &Inputs::others_slip : &Inputs::demand_growth);
}

}  // namespace fr
