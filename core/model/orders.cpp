// The order book: what is missing ahead, what Azure takes of it, what is passed on, started by others and turned away.
#include "core/model/orders.h"

#include <algorithm>
#include <cassert>
#include <ranges>
#include <utility>

#include "core/model/announced.h"

namespace fr {

namespace {

constexpr Month january_2026 = month_of(2026, 1);
constexpr double azure_at_start_gw = 0.2;    // C1
constexpr double azure_under_way_gw = 0.38;  // arrives evenly over 2024, whatever the contract says: C1
constexpr int ready_lead_months = 2;         // what others have standing is used at once: A10 A19, the months assumed
constexpr int support_months = 24;           // Microsoft's support arrives evenly over two years
constexpr int late_months = 12;              // what slips is a year late

// What others can start in January 2024: less than in 2025 by a year of their growth.
double rate_in_2024(const Inputs& inputs) {
    return std::min(inputs.others_rate / (1 + inputs.others_growth / 100), inputs.others_ceiling);
}

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

// A part is leased, or built anew; what stands ready comes first.
std::array<Orders::Site, 3> Orders::sites_of(const Inputs& inputs) {
    const double ready = inputs.others_ready_share / 100,
                 leased = std::min(inputs.others_leased_share / 100, 1 - ready);
    return {{{ready, ready_lead_months, nullptr},
             {leased, whole(inputs.others_lead_leased), &Inputs::others_lead_leased},
             {1 - ready - leased, whole(inputs.others_lead_greenfield), &Inputs::others_lead_greenfield}}};
}

Orders::Orders(const Inputs& inputs, const Series& demand_gw)
    : in(inputs),
      demand(demand_gw),
      rate_growth(twelfth_root(1 + inputs.others_growth / 100)),
      azure_a_month_gw(inputs.azure_offer / 12 * (inputs.azure_appetite / 100)),
      azure_could_still_offer(offers_ahead(azure_a_month_gw, whole(inputs.azure_lead))),
      azure_gw(azure_at_start_gw),
      promised_gw(azure_at_start_gw),
      rate_gw_per_year(rate_in_2024(inputs)),
      sites(sites_of(inputs)) {
    for (int m = 0; m < 12; ++m) add(azure, m, azure_under_way_gw / 12, azure_under_way_gw / 12);
}

// By the month ahead for which it would run.
Orders::Ahead Orders::offers_ahead(double gw_a_month, int lead_months) {
    Ahead offers{};
    for (int ahead = lead_months + 1; ahead <= look_ahead_months; ++ahead)
        entry(offers, ahead) = gw_a_month * (ahead - lead_months);
    return offers;
}

// Nothing is ordered for a month beyond the series: its length covers the longest lead.
void Orders::add(Series& arrivals, int month, double gw, double promised_now) {
    assert(month < series_months);
    entry(arrivals, month) += gw;
    entry(promised, month) += promised_now;
}

void Orders::arrive(Row& row) {
    const int t = row.month.index;
    azure_gw += entry(azure, t);
    others_gw += entry(others, t);
    own_gw += entry(own, t);
    exception_gw += entry(exception, t);
    promised_gw += entry(promised, t);
    promised_by_others_gw += entry(promised_by_others, t);
    row.azure_gw = azure_gw;
    row.others_gw = others_gw;
    row.own_gw = own_gw;
    row.exception_gw = exception_gw;
    row.online_gw = azure_gw + others_gw + own_gw;
}

void Orders::place(Row& row, const Terms& terms, Run& run) {
    const int t = row.month.index;
    if (terms.supply != supply_before) supply_since = row.month;
    supply_before = terms.supply;
    if (t > 0) rate_gw_per_year = std::min(rate_gw_per_year * rate_growth, in.others_ceiling);
    barred_gw = too_fast_gw = unannounced_gw = unused_rate_gw = 0;

    give_support(t, terms);
    if (t <= support_comes_until) row.support_under = support_under;
    row.wanted_gw = plan(t);
    row.azure_takes_gw = order_from_azure();
    row.placed_gw += row.azure_takes_gw;
    if (is_missing()) route(row, terms, run);
    row.turned_away_gw = barred_gw + too_fast_gw + unannounced_gw;
    row.held_back = held_back(row, terms);
    entry(bound, t) = bound_by(row, terms);
}

// What is missing in each month ahead: demand less what is promised to run by then. Returns the most.
double Orders::plan(int t) {
    planned_in = t;
    double running_gw = promised_gw, most_gw = 0;
    for (int ahead = 0; ahead <= look_ahead_months; ++ahead) {
        if (ahead > 0) running_gw += entry(promised, t + ahead);
        entry(missing, ahead) = entry(demand, t + ahead) - running_gw;
        most_gw = std::max(most_gw, entry(missing, ahead));
    }
    return most_gw;
}

// From the far end, where demand is largest.
bool Orders::is_missing() const {
    return std::ranges::any_of(missing | std::views::reverse, [](double gw) { return gw > least_gw; });
}

// Four maxima side by side, because each waits for the one before.
double Orders::most_missing(int from, int to, const Ahead& left_to_azure) const {
    std::array<double, 4> most_gw{};
    const auto look = [&](std::size_t lane, int ahead) {
        most_gw[lane] = std::max(most_gw[lane], entry(missing, ahead) - entry(left_to_azure, ahead));
    };
    int ahead = from;
    for (; ahead + 3 <= to; ahead += 4)
        for (std::size_t lane = 0; lane < most_gw.size(); ++lane) look(lane, ahead + static_cast<int>(lane));
    for (; ahead <= to; ++ahead) look(0, ahead);
    return std::ranges::max(most_gw);
}

// Starts what is missing, the nearest month first. What is started for a far month is held until then, so that capacity
// stands idle only where demand of a nearer month was met after all.
template <class Place>
double Orders::fill(const Builder& builder, const Ahead& left_to_azure, const Place& place) {
    double started_gw = 0;
    int ahead = builder.lead_months;
    for (; ahead <= builder.furthest_months && started_gw < builder.limit_gw; ++ahead) {
        const auto j = static_cast<std::size_t>(ahead);
        const double more_gw = std::min(missing[j] - left_to_azure[j], builder.limit_gw) - started_gw;
        if (more_gw > 0) {
            place(planned_in + ahead, more_gw);
            started_gw += more_gw;
        }
        missing[j] -= started_gw;
    }
    if (started_gw > 0)
        for (; ahead <= look_ahead_months; ++ahead) entry(missing, ahead) -= started_gw;
    return started_gw;
}

double Orders::order_from_azure() {
    return fill({azure_a_month_gw, whole(in.azure_lead), look_ahead_months}, nothing_left,
                [&](int month, double gw) { add(azure, month, gw, gw); });
}

// What others do not start for a month ahead where only announced deals are built: what Azure could still offer by
// then, and what goes beyond these deals. What is promised for a later month keeps its place in them.
Orders::Ahead Orders::beyond_announced(const Ahead& left_to_azure) const {
    Ahead kept = left_to_azure, room{};
    double by_others_gw = promised_by_others_gw;
    for (int ahead = 0; ahead <= look_ahead_months; ++ahead) {
        if (ahead > 0) by_others_gw += entry(promised_by_others, planned_in + ahead);
        entry(room, ahead) = announced_gw(Month{planned_in + ahead}) - by_others_gw;
    }
    for (std::size_t j = room.size(); j-- > 0;) {
        if (j + 1 < room.size()) room[j] = std::min(room[j], room[j + 1]);
        kept[j] = std::max(kept[j], missing[j] - std::max(0.0, room[j]));
    }
    return kept;
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

// Where the rest goes. Under first refusal Microsoft has been asked about a month ahead since that month came into
// sight, or since it must be asked at all; what Azure could not offer by then passes on when the time to answer is up.
void Orders::route(Row& row, const Terms& terms, Run& run) {
    row.supplied_under = terms.cause(Kind::supply);
    const Ahead& left_to_azure = terms.supply == Supply::anyone ? nothing_left : azure_could_still_offer;
    const int answer = whole(in.rofr_answer);
    switch (terms.supply) {
        case Supply::azure_only:
            break;
        case Supply::exception:
            use_exception(row, terms, left_to_azure);
            break;
        case Supply::anyone:
            return start_with_others(row, terms, look_ahead_months, left_to_azure);
        case Supply::first_refusal: {
            const bool answered = row.month >= next(supply_since, answer);
            const int furthest = look_ahead_months - answer;
            const double due_gw = most_missing(0, furthest, left_to_azure);
            const double offered_gw = std::max(due_gw, most_missing(furthest + 1, look_ahead_months, left_to_azure));
            row.waiting_gw = answered ? offered_gw - due_gw : offered_gw;
            if (!answered) return;
            const double placed_before_gw = row.placed_gw;
            start_with_others(row, terms, furthest, left_to_azure);
            row.passed_on_gw = row.placed_gw - placed_before_gw;
            if (row.passed_on_gw > least_gw && run.first_refusal_passes == never) run.first_refusal_passes = row.month;
            return;
        }
    }
    barred_gw = most_missing(whole(in.others_lead_leased), look_ahead_months, left_to_azure);
}

// To a third party through Azure, up to the yearly limit; counted with the others.
void Orders::use_exception(Row& row, const Terms& terms, const Ahead& left_to_azure) {
    const Builder oracle{terms.exception_limit_gw_per_year / 12, terms.exception_lead_months, look_ahead_months};
    row.placed_gw += fill(oracle, left_to_azure, [&](int month, double gw) {
        add(others, month, gw, gw);
        entry(exception, month) += gw;
    });
}

// Others start what their rate allows this month, at ready, leased and new sites; its own-building part is usable only
// where OpenAI may build. What a limit turns away is not queued: it is missing again next month.
void Orders::start_with_others(Row& row, const Terms& terms, int furthest, const Ahead& left_to_azure) {
    row.supplied_under = terms.cause(Kind::supply);
    row.own_under = terms.cause(Kind::own_building);
    const bool own_allowed = terms.own_building != OwnBuilding::no;
    const double own_part = in.others_own_share / 100, rate_gw = rate_gw_per_year / 12;
    const double usable_gw = own_allowed ? rate_gw : rate_gw * (1 - own_part);
    const double placed_before_gw = row.placed_gw;
    Ahead kept = left_to_azure;
    for (const Site& site : sites) {
        if (only_announced(in)) kept = beyond_announced(left_to_azure);
        const Builder builder{usable_gw * site.share, site.lead_months, furthest};
        row.placed_gw += fill(builder, kept,
                              [&](int month, double gw) { order_from_others(month, gw, own_allowed ? own_part : 0); });
    }
    unused_rate_gw = std::max(0.0, usable_gw - (row.placed_gw - placed_before_gw));

    const double away_gw = most_missing(whole(in.others_lead_leased), furthest, left_to_azure);
    if (away_gw <= least_gw) return;
    double announced_away_gw = away_gw;
    if (only_announced(in)) {
        kept = beyond_announced(left_to_azure);
        announced_away_gw = std::min(away_gw, most_missing(whole(in.others_lead_leased), furthest, kept));
        for (Site& site : sites) {
            const double still_gw = entry(missing, site.lead_months);
            entry(site.is_all_announced, planned_in) = still_gw - entry(left_to_azure, site.lead_months) > least_gw &&
                                                       still_gw - entry(kept, site.lead_months) <= least_gw;
        }
    }
    unannounced_gw = away_gw - announced_away_gw;
    barred_gw = std::min(announced_away_gw, rate_gw - usable_gw);
    too_fast_gw = announced_away_gw - barred_gw;
}

// A part slips and comes a year late; the planner counts on the date promised.
void Orders::order_from_others(int month, double gw, double own_part) {
    const double slips = in.others_slip / 100;
    for (const auto& [arrivals, part_gw] : {std::pair{&own, gw * own_part}, {&others, gw * (1 - own_part)}}) {
        if (part_gw <= 0) continue;
        entry(promised_by_others, month) += part_gw;
        add(*arrivals, month, part_gw * (1 - slips), part_gw);
        add(*arrivals, month + late_months, part_gw * slips, 0);
    }
}

}  // namespace fr
