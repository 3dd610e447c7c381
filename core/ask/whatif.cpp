// Runs the model again with one clause or one input changed. Costs are a run each, about 50 microseconds.
#include "core/ask/whatif.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "core/deal/few.h"
#include "core/words/format.h"

namespace fr {

namespace {

double sum_until(const Run& run, Month last, double Row::* field) {
    double sum = 0;
    for (int m = 0; m <= last.index; ++m) sum += run.at(Month{m}).*field;
    return sum;
}

}  // namespace

Headline headline_of(const Inputs& inputs, const Contract& contract, const Contract& under_pressure) {
    return headline(simulate(inputs, contract), exclusivity_breaks(inputs, under_pressure));
}

std::vector<Worth> worths(const Inputs& inputs, const Contract& contract) {
    const Run with = simulate(inputs, contract);
    const Month last = last_counted(contract);
    std::vector<Worth> found;
    for (int i = 0; i < contract.size(); ++i) {
        if (contract.at(i).off) continue;
        const Run run = simulate(inputs, without_kind(contract, i));
        const auto more = [&](double Row::* field) {
            return sum_until(run, last, field) - sum_until(with, last, field);
        };
        const auto more_at = [&](Month month, double Row::* field) {
            return run.at(month).*field - with.at(month).*field;
        };
        found.push_back({i, more(&Row::served_gw), more(&Row::months_behind) / (last.index + 1),
                         more_at(month_of(2030, 12), &Row::azure_share), more_at(last, &Row::cumulative_share_bn),
                         run.facts.agi_tripped, run.exclusivity_breaks, run.has_exclusivity});
    }
    return found;
}

std::string_view happening(Outcome outcome) {
    constexpr std::array<std::string_view, month_outcome_count> words{"exclusivity ends",
                                                                      "demand alone breaks exclusivity",
                                                                      "the AGI clause trips",
                                                                      "OpenAI has earned what the AGI test asks",
                                                                      "OpenAI could earn what the AGI test asks",
                                                                      "AGI is declared",
                                                                      "the API’s tie to Azure leaves demand unserved",
                                                                      "Microsoft passes on an offer",
                                                                      "the shortage ends"};
    return entry(words, outcome);
}

namespace {

// Of a difference: how much, and which way; empty where it is next to nothing.
std::string difference_text(double difference, const char* before, const char* after, const std::string& more,
                            const std::string& less) {
    if (std::fabs(difference) < 0.05) return {};
    return before + decimals(std::fabs(difference), 1) + after + (difference > 0 ? more : less);
}

std::string month_change(const char* what, Month becomes, Month is) {
    if (becomes == is) return {};
    return what + (becomes == never ? std::string("in no month") : "in " + long_month_text(becomes));
}

std::string exclusivity_change(const Worth& worth, const Headline& head) {
    if (!worth.has_exclusivity) return head.has_exclusivity ? "there would be no exclusivity" : "";
    return month_change("exclusivity would end ", worth.exclusivity_breaks, head.exclusivity_breaks);
}

}  // namespace

namespace {

// What would be so, and since when: "With no clause of its kind from January 2025 on".
std::string if_lifted(const Clause& clause) {
    const auto* share = std::get_if<RevenueShareRule>(&clause.rule);
    if (share && share->cap_bn) return "Without its cap";
    const Month* from = std::get_if<Month>(&clause.from);
    if (!from) return "With no clause of its kind once its condition has come";
    return "With no clause of its kind from " + long_month_text(*from) + " on";
}

std::string_view why_worthless(const Clause& clause) {
    switch (kind_of(clause)) {
        case Kind::ip_licence:
            return "The model gives it no effect: it says what Microsoft may use, and nothing that is served or paid "
                   "hangs on that.";
        case Kind::purchase_commitment:
            return "The model gives it no effect on what is served, shared or ended: what is promised and not used has "
                   "to "
                   "be paid all the same, a cost to OpenAI that is not counted here.";
        case Kind::stake:
            return "The model gives it no effect: it does not share out profits.";
        case Kind::sales_channels:
            return "The model gives it no effect: revenue does not depend on who sells.";
        default:
            break;
    }
    return binds_nobody(clause.rule) ? "It binds nobody, so that lifting it changes nothing." : "";
}

}  // namespace

std::string worth_text(const Worth& worth, const Contract& contract, const Headline& head) {
    const Clause& clause = contract.at(worth.clause);
    const std::string by = " by " + long_month_text(last_counted(contract));
    const std::string more_served = "more would be served" + by, less_served = "less would be served" + by;
    const std::string more_paid = "more would be paid to Microsoft" + by,
                      less_paid = "less would be paid to Microsoft" + by;
    const std::array parts{difference_text(worth.served_gw_months, "", " GW-months ", more_served, less_served),
                           difference_text(worth.azure_share_2030 * 100, "Azure’s share of 2030 would be ", " points ",
                                           "larger", "smaller"),
                           difference_text(worth.share_paid_bn, "$", " bn ", more_paid, less_paid),
                           exclusivity_change(worth, head),
                           month_change("the AGI clause would trip ", worth.agi_trips, head.agi_trips)};
    std::string words;
    for (const std::string& part : parts)
        if (!part.empty()) words += (words.empty() ? if_lifted(clause) + ", " : "; ") + part;
    if (!words.empty()) return words + ".";
    const std::string_view why = why_worthless(clause);
    if (!why.empty()) return std::string(why);
    return "With these inputs it never binds: lifting it changes nothing that is served, paid or ended" + by + ".";
}

Month month_of(const Headline& head, Outcome outcome) {
    switch (outcome) {
        case Outcome::exclusivity_breaks:
            return head.exclusivity_breaks;
        case Outcome::exclusivity_would_break:
            return head.exclusivity_would_break;
        case Outcome::agi_trips:
            return head.agi_trips;
        case Outcome::agi_booked:
        case Outcome::agi_ability:
        case Outcome::agi_declared:
            return head
                .agi_by_reading[static_cast<std::size_t>(outcome) - static_cast<std::size_t>(Outcome::agi_booked)];
        case Outcome::api_lock_binds:
            return head.api_lock_binds;
        case Outcome::first_refusal_passes:
            return head.first_refusal_passes;
        case Outcome::shortage_ends:
            return head.shortage_ends;
        case Outcome::max_unserved:
            return head.max_unserved.month;
        case Outcome::azure_share_2030:
            break;
    }
    return month_of(2030, 12);
}

double number_of(const Headline& head, Outcome outcome) {
    if (outcome == Outcome::max_unserved) return head.max_unserved.share;
    if (outcome == Outcome::azure_share_2030) return head.azure_share_2030;
    return month_of(head, outcome).index;
}

Standing standing(const Headline& head, const Contract& contract, Outcome outcome) {
    const Month month = month_of(head, outcome);
    // No shortage is none that does not end.
    if (outcome == Outcome::shortage_ends && !has_shortage(head)) return Standing::by_horizon;
    if (month == never) return Standing::not_at_all;
    return month <= contract.horizon ? Standing::by_horizon : Standing::after_horizon;
}

namespace {

using Standings = std::array<Standing, month_outcome_count>;

// The values of an input by slider step.
struct Steps {
    const Param& param;
    int count() const { return static_cast<int>((param.high - param.low) / param.step + 0.5); }
    double value(int step) const { return snapped(param, param.low + step * param.step); }
};

struct Search {
    const Steps steps;
    const Inputs& inputs;
    const Contract& contract;
    const Contract& under_pressure;
    std::vector<Tip> found{};

    Standings at(int step) const {
        Inputs changed = inputs;
        changed.*steps.param.field = steps.value(step);
        const Headline head = headline_of(changed, contract, under_pressure);
        Standings all;
        for (std::size_t outcome = 0; outcome < all.size(); ++outcome)
            all[outcome] = standing(head, contract, static_cast<Outcome>(outcome));
        return all;
    }

    // Every step is tried: outcomes come and go again within a few.
    void scan() {
        Standings before = at(0);
        for (int step = 1; step <= steps.count(); ++step) {
            const Standings now = at(step);
            compare(step, before, now);
            before = now;
        }
    }

    void compare(int step, const Standings& below, const Standings& above) {
        for (std::size_t outcome = 0; outcome < below.size(); ++outcome)
            if (below[outcome] != above[outcome])
                found.push_back({&steps.param, static_cast<Outcome>(outcome), steps.value(step - 1), steps.value(step),
                                 below[outcome], above[outcome]});
    }
};

}  // namespace

std::vector<Tip> tips(const Param& param, const Inputs& inputs, const Contract& contract,
                      const Contract& under_pressure) {
    Search search{{param}, inputs, contract, under_pressure};
    search.scan();
    return std::move(search.found);
}

std::string tip_word(const Tip& tip) {
    const bool comes = tip.above != Standing::not_at_all, went = tip.below != Standing::not_at_all;
    if (comes && went) return tip.above == Standing::by_horizon ? "by the horizon" : "after the horizon";
    switch (tip.outcome) {
        case Outcome::exclusivity_breaks:
        case Outcome::exclusivity_would_break:
            return comes ? "exclusivity breaks" : "exclusivity holds";
        case Outcome::agi_trips:
            return comes ? "AGI clause trips" : "AGI clause stays";
        case Outcome::agi_booked:
        case Outcome::agi_ability:
        case Outcome::agi_declared:
            return comes ? "test met" : "test not met";
        case Outcome::api_lock_binds:
            return comes ? "API lock binds" : "API lock idle";
        case Outcome::first_refusal_passes:
            return comes ? "Microsoft passes" : "Microsoft takes all";
        case Outcome::shortage_ends:
            return comes ? "shortage ends" : "no end of shortage";
        case Outcome::max_unserved:
        case Outcome::azure_share_2030:
            break;
    }
    return {};
}

namespace {

// The outcome comes or goes.
bool flips(const Tip& tip) { return tip.below == Standing::not_at_all || tip.above == Standing::not_at_all; }

// The nearest on each side of those that are meant.
template <class Meant>
std::array<std::optional<Flip>, 2> flips_beside(std::span<const Tip> tips, double value, Meant is_meant) {
    std::optional<Flip> below, above;
    for (const Tip& tip : tips) {
        if (!is_meant(tip)) continue;
        // Between the two ends of a step it is not known on which side a typed value is.
        if (tip.high <= value) below = Flip{&tip, false, tip.low, value - tip.low};
        if (tip.low >= value && !above) above = Flip{&tip, true, tip.high, tip.high - value};
    }
    return {below, above};
}

}  // namespace

bool is_marked(const Tip& tip) { return flips(tip) && std::ranges::contains(marked_outcomes, tip.outcome); }

std::optional<Flip> nearest_flip(std::span<const Tip> tips, Outcome outcome, double value) {
    const auto [below, above] =
        flips_beside(tips, value, [outcome](const Tip& tip) { return tip.outcome == outcome && flips(tip); });
    return !above || (below && below->distance <= above->distance) ? below : above;
}

std::vector<Flip> next_flips(std::span<const Tip> tips, double value) {
    std::vector<Flip> found;
    for (const auto& flip : flips_beside(tips, value, is_marked))
        if (flip) found.push_back(*flip);
    std::ranges::stable_sort(found, {}, &Flip::distance);
    return found;
}

std::string beyond_text(const Flip& flip) {
    Tip crossed = *flip.tip;
    if (!flip.is_above) std::swap(crossed.below, crossed.above);
    return tip_word(crossed);
}

std::string flip_text(const Flip& flip) {
    const double step = flip.tip->param->step;
    return decimals(flip.distance, step >= 1     ? 0
                                   : step >= 0.1 ? 1
                                                 : 2) +
           (flip.is_above ? " higher: " : " lower: ") + beyond_text(flip);
}

std::vector<Sensitivity> effects(const Param& param, std::span<const Outcome> outcomes, const Headline& present,
                                 const Inputs& inputs, const Contract& contract, const Contract& under_pressure) {
    const auto headline_at = [&](double value) {
        Inputs changed = inputs;
        changed.*param.field = value;
        return headline_of(changed, contract, under_pressure);
    };
    // A decision has no spread of its own: what it could be is its whole range.
    const Headline low = headline_at(is_decision(param) ? param.low : param.spread_low);
    const Headline high = headline_at(is_decision(param) ? param.high : param.spread_high);
    std::vector<Sensitivity> found;
    for (const Outcome outcome : outcomes) {
        const double at_low = number_of(low, outcome), at_high = number_of(high, outcome);
        const auto [least, most] = std::minmax({at_low, at_high, number_of(present, outcome)});
        found.push_back({&param, at_low, at_high, most - least});
    }
    return found;
}

void rank(std::vector<Sensitivity>& found) {
    sort_few(found, [](const Sensitivity& a, const Sensitivity& b) { return a.effect > b.effect; });
}

std::vector<Sensitivity> sensitivities(Outcome outcome, const Inputs& inputs, const Contract& contract,
                                       const Contract& under_pressure) {
    const Headline present = headline_of(inputs, contract, under_pressure);
    std::vector<Sensitivity> found;
    for (const Param& param : params)
        found.push_back(effects(param, {&outcome, 1}, present, inputs, contract, under_pressure).front());
    rank(found);
    return found;
}

}  // namespace fr
