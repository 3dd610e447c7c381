// Reads a finished run: headline, stretches, the spans of clauses, events.
#include "core/model/reading.h"

#include <algorithm>
#include <ranges>
#include <span>

#include "core/deal/few.h"

namespace fr {

namespace {

constexpr double shortage_over = 0.01;  // there is a shortage where more than this share is unserved

template <class Holds>
Month first_month(const Holds& holds) {
    for (int m = 0; m < month_count; ++m)
        if (holds(Month{m})) return Month{m};
    return never;
}

}  // namespace

const Row& worst_month(const Run& run, Month from) {
    const auto later = std::span(run.rows).subspan(static_cast<std::size_t>(from.index));
    return *std::ranges::max_element(later, {}, &Row::unserved_share);
}

bool is_short(const Row& row) { return row.unserved_share > hair; }

std::optional<int> wait_months(const Run& run, Month month) {
    const double wanted_gw = run.at(month).demand_gw * (1 - hair);
    for (Month then = month; then < never; then = next(then))
        if (run.at(then).served_gw >= wanted_gw) return then.index - month.index;
    return std::nullopt;
}

Offered offered_until(const Contract& contract, const Run& run, Month last) {
    Offered sum{};
    for (const Row& row : run.rows) {
        if (row.month > last || terms_at(contract, row.month, run.facts).supply != Supply::first_refusal) continue;
        sum.taken_gw += row.azure_takes_gw;
        sum.passed_gw += row.passed_on_gw;
    }
    sum.offered_gw = sum.taken_gw + sum.passed_gw;
    return sum;
}

Month last_counted(const Contract& contract) { return Month{std::clamp(contract.horizon.index, 0, month_count - 1)}; }

double served_gw_months(const Run& run, Month last) {
    double sum = 0;
    for (Month month{0}; month <= last; month = next(month)) sum += run.at(month).served_gw;
    return sum;
}

std::optional<int> first_profitable_year(const Run& run) {
    for (int year = 2024; year <= 2035; ++year) {
        double profit_bn = 0;
        for (int month = 1; month <= 12; ++month) profit_bn += run.at(month_of(year, month)).profit_bn_per_year / 12;
        if (profit_bn > 0) return year;
    }
    return {};
}

bool has_shortage(const Headline& head) { return head.max_unserved.share > shortage_over; }

Headline headline(const Run& run, Month exclusivity_would_break, double free_choice_served_gw_months) {
    const Row& worst = worst_month(run, deal_month);
    Headline result{};
    result.has_exclusivity = run.has_exclusivity;
    result.exclusivity_breaks = run.exclusivity_breaks;
    result.exclusivity_would_break = exclusivity_would_break;
    result.agi_trips = run.facts.agi_tripped;
    result.agi_by_reading = run.agi_by_reading;
    result.api_lock_binds = first_month([&](Month month) { return run.at(month).api_lock_binds; });
    result.first_refusal_passes = run.first_refusal_passes;
    result.max_unserved = {worst.month, worst.unserved_share};
    const Row& latest = *std::ranges::max_element(run.rows, {}, &Row::months_behind);
    result.months_behind_max = {latest.month, latest.months_behind};
    result.wait_at_worst = wait_months(run, worst.month);
    // Not before the last month that is short: one that pauses has not ended.
    result.shortage_ends = never;
    if (has_shortage(result)) {
        const auto last_short = std::ranges::find_if(run.rows | std::views::reverse,
                                                     [](const Row& row) { return row.unserved_share > shortage_over; });
        result.shortage_ends = next(last_short->month);
    }
    result.azure_share_2030 = run.at(month_of(2030, 12)).azure_share;
    result.contract_costs_gw_months = free_choice_served_gw_months - served_gw_months(run);
    return result;
}

std::vector<Stretch> stretches(const Run& run) {
    constexpr std::array<Cause Row::*, quantity_names.size()> causes{
        &Row::unserved_by, &Row::held_back,      &Row::supplied_under, &Row::own_under,
        &Row::api_under,   &Row::products_under, &Row::support_under};
    std::vector<Stretch> found;
    for (std::size_t quantity = 0; quantity < causes.size(); ++quantity) {
        Cause before;
        for (const Row& row : run.rows) {
            const Cause cause = row.*causes[quantity];
            if (cause && cause == before) found.back().until = row.month;
            if (cause && cause != before)
                found.push_back({static_cast<Quantity>(quantity), cause, row.month, row.month});
            before = cause;
        }
    }
    return found;
}

namespace {

struct StateAt {
    ClauseState state;
    SpanReason reason;
    int by = -1;
    bool operator==(const StateAt&) const = default;
};

// How a clause that governs fares: in force, under strain, or ended by the AGI clause, a cap or its own date.
StateAt governing_state(const Contract& contract, const Run& run, const Terms& terms, int index, Month month) {
    using enum ClauseState;
    const Row* row = month.index >= 0 ? &run.at(month) : nullptr;
    const bool agi = run.facts.agi_clause >= 0 && run.facts.agi_tripped < month &&
                     start_of(contract.at(index), run.facts) <= run.facts.agi_tripped;
    const int agi_clause = run.facts.agi_clause;
    switch (kind_of(contract.at(index))) {
        case Kind::supply:
            if (row && row->strains && terms.supply != Supply::anyone) return {straining, SpanReason::shortage};
            break;
        case Kind::api_hosting: {
            const auto& rule = std::get<ApiHostingRule>(contract.at(index).rule);
            if (rule.where != Hosting::anywhere && !terms.api_only_on_azure)
                return {ended, SpanReason::agi_ended, agi_clause};
            if (row && row->api_lock_binds) return {straining, SpanReason::lock_binds};
            break;
        }
        case Kind::revenue_share: {
            const auto& rule = std::get<RevenueShareRule>(contract.at(index).rule);
            if (agi && terms.agi_ends.revenue_share) return {ended, SpanReason::agi_ended, agi_clause};
            if (rule.rate > 0 && terms.revenue_share == 0) return {ended, SpanReason::cap_reached};
            break;
        }
        case Kind::ip_licence:
            if (agi && terms.agi_ends.technology) return {ended, SpanReason::agi_ended, agi_clause};
            if (!terms.licence_in_force) return {ended, SpanReason::date_reached};
            if (!terms.later_systems_licensed) return {straining, SpanReason::earlier_systems_only, agi_clause};
            break;
        case Kind::agi_trigger:
            if (agi) return {ended, SpanReason::condition_reached};
            break;
        default:
            break;
    }
    return {in_force, SpanReason::agreed};
}

StateAt state_at(const Contract& contract, const Run& run, const Terms& terms, int index, Month month) {
    using enum ClauseState;
    const Clause& clause = contract.at(index);
    if (clause.off) return {off, clause.variant ? SpanReason::not_in_deal : SpanReason::never_agreed};
    if (start_of(clause, run.facts) > month || is_past(clause, run.facts)) {
        const bool waits = std::holds_alternative<Fact>(clause.from);
        return {future, waits ? SpanReason::waits_for_condition : SpanReason::not_yet};
    }
    const int governs = terms.clause(kind_of(clause));
    if (governs == index) return governing_state(contract, run, terms, index, month);
    if (end_of(clause, run.facts) < month) {
        const bool by_fact = std::holds_alternative<Fact>(*clause.until);
        return {ended, by_fact ? SpanReason::condition_reached : SpanReason::date_reached};
    }
    return {ended, SpanReason::replaced, governs};
}

}  // namespace

ClauseSpans spans(const Contract& contract, const Run& run) {
    ClauseSpans found(contract.clauses.size());
    for (Month month = first_contract_month; month < never; month = next(month)) {
        const Terms terms = terms_at(contract, month, run.facts);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const StateAt now = state_at(contract, run, terms, static_cast<int>(i), month);
            const Span* last = found[i].empty() ? nullptr : &found[i].back();
            if (last && now.state == last->state && now.reason == last->reason)
                found[i].back().until = month;
            else
                found[i].push_back({month, month, now.state, now.reason, now.by});
        }
    }
    return found;
}

std::vector<Event> events(const Contract& contract, const Run& run, const std::vector<News>& news) {
    std::vector<Event> found;
    const auto add = [&](Month month, EventKind kind, int clause = -1) {
        if (month.index >= 0 && month < never) found.push_back({month, kind, clause});
    };
    Terms before = terms_at(contract, Month{-1}, run.facts);
    bool strained = false, bound = false, excepted = before.supply == Supply::exception;
    for (const Row& row : run.rows) {
        const Terms terms = terms_at(contract, row.month, run.facts);
        const int supply = terms.clause(Kind::supply);
        if (terms.supply == Supply::exception && before.supply < Supply::exception && !excepted)
            add(row.month, EventKind::excepted, supply);
        excepted = excepted || terms.supply == Supply::exception;
        if (terms.supply >= Supply::first_refusal && before.supply < Supply::first_refusal)
            add(row.month, EventKind::exclusivity_ends, supply);
        if (row.api_lock_binds && !bound) add(row.month, EventKind::api_lock_binds, terms.clause(Kind::api_hosting));
        bound = bound || row.api_lock_binds;
        if (before.licence_in_force && !terms.licence_in_force)
            add(row.month, EventKind::licence_ends, before.clause(Kind::ip_licence));
        if (before.later_systems_licensed && !terms.later_systems_licensed && terms.licence_in_force)
            add(row.month, EventKind::right_ends, run.facts.agi_clause);
        if (row.strained && !strained) add(row.month, EventKind::strained, supply);
        if (!row.strains && strained) add(row.month, EventKind::eased, supply);
        strained = row.strained || (strained && row.strains);
        before = terms;
    }
    const int agi = run.facts.agi_clause;
    add(run.first_refusal_passes, EventKind::first_refusal_passes,
        run.first_refusal_passes == never
            ? -1
            : terms_at(contract, run.first_refusal_passes, run.facts).clause(Kind::supply));
    const Month capped = run.facts.month(Fact::share_cap_reached);
    if (capped != never)
        add(capped, EventKind::share_cap_reached, terms_at(contract, capped, run.facts).clause(Kind::revenue_share));
    const Month met = run.facts.month(Fact::agi_test_met);
    if (met != never) add(met, EventKind::agi_test_met, terms_at(contract, met, run.facts).clause(Kind::agi_trigger));
    add(run.facts.month(Fact::agi_verified), EventKind::agi_verified, agi);
    for (std::size_t i = 0; i < news.size(); ++i)
        if (news[i].contract.empty() || news[i].contract == contract.id)
            found.push_back({news[i].month, EventKind::news, -1, static_cast<int>(i)});
    sort_few(found, [](const Event& a, const Event& b) { return a.month < b.month; });
    return found;
}

bool is_by_declaration(const Inputs& inputs, const Contract& contract, const Run& run) {
    const auto reading = static_cast<AgiReading>(inputs.agi_reading);
    const Month declared = run.met(AgiReading::declared);
    if (reading == AgiReading::declared) return true;
    if (run.facts.agi_clause < 0) return declared < run.met(reading);
    const Trigger trigger = std::get<AgiTriggerRule>(contract.at(run.facts.agi_clause).rule).trigger;
    if (trigger == Trigger::panel) return declared < run.met(reading);
    return trigger == Trigger::board || declared <= run.facts.agi_tripped;
}

}  // namespace fr
