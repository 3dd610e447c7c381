// Runs the model again with one clause or one input changed. Costs are a run each, about 25 microseconds.
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

double mean_months_behind(const Run& run) {
    double sum = 0;
    for (const Row& row : run.rows) sum += row.months_behind;
    return sum / month_count;
}

}  // namespace

Headline headline_of(const Inputs& inputs, const Contract& contract, const Contract& under_pressure) {
    return headline(simulate(inputs, contract), simulate(inputs, under_pressure).exclusivity_breaks);
}

std::vector<Worth> worths(const Inputs& inputs, const Contract& contract) {
    const Run with = simulate(inputs, contract);
    std::vector<Worth> found;
    for (int i = 0; i < contract.size(); ++i) {
        if (contract.at(i).off) continue;
        const Contract changed = without(contract, i);
        const Run run = simulate(inputs, changed);
        constexpr Month december_2030 = month_of(2030, 12);
        found.push_back({i, served_gw_months(run) - served_gw_months(with),
                         mean_months_behind(run) - mean_months_behind(with),
                         run.at(december_2030).azure_share - with.at(december_2030).azure_share,
                         run.rows.back().cumulative_share_bn - with.rows.back().cumulative_share_bn,
                         run.facts.agi_tripped, run.exclusivity_breaks});
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
    return words[static_cast<std::size_t>(outcome)];
}

namespace {

// Of a difference: how much, and which way; empty where it is next to nothing.
std::string difference_text(double difference, const char* before, const char* after, const char* more,
                            const char* less) {
    if (std::fabs(difference) < 0.05) return {};
    return before + decimals(std::fabs(difference), 1) + after + (difference > 0 ? more : less);
}

std::string month_change(const char* what, Month becomes, Month is) {
    if (becomes == is) return {};
    return what + (becomes == never ? std::string("in no month") : "in " + long_month_text(becomes));
}

}  // namespace

std::string worth_text(const Worth& worth, const Headline& head) {
    const std::array parts{
        difference_text(worth.served_gw_months, "", " GW-months ", "more would be served", "less would be served"),
        difference_text(worth.months_behind, "launches would come ", " months ", "later on average",
                        "sooner on average"),
        difference_text(worth.azure_share_2030 * 100, "Azure’s share of 2030 would be ", " points ", "larger",
                        "smaller"),
        difference_text(worth.share_paid_bn, "$", " bn ", "more would be paid to Microsoft",
                        "less would be paid to Microsoft"),
        month_change("exclusivity would end ", worth.exclusivity_breaks, head.exclusivity_breaks),
        month_change("the AGI clause would trip ", worth.agi_trips, head.agi_trips)};
    std::string words;
    for (const std::string& part : parts)
        if (!part.empty()) words += (words.empty() ? "Without it " : "; ") + part;
    return words.empty() ? "Without it nothing would be served, paid or ended otherwise." : words + ".";
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
    if (month == never) return Standing::not_at_all;
    return month <= contract.horizon ? Standing::by_horizon : Standing::after_horizon;
}

namespace {

constexpr int most_scanned = 24;
// The hero slider is looked at most, and outcomes come and go on it within a few steps: every step of it is tried.
constexpr double Inputs::* scanned_whole = &Inputs::demand_growth;
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

    // Halves the steps between two points that differ until each change lies within one step.
    void bisect(int low, const Standings& below, int high, const Standings& above) {
        if (below == above) return;
        if (high - low > 1) {
            const int middle = low + (high - low) / 2;
            const Standings between = at(middle);
            bisect(low, below, middle, between);
            bisect(middle, between, high, above);
            return;
        }
        for (std::size_t outcome = 0; outcome < below.size(); ++outcome)
            if (below[outcome] != above[outcome])
                found.push_back({&steps.param, static_cast<Outcome>(outcome), steps.value(low), steps.value(high),
                                 below[outcome], above[outcome]});
    }

    void scan() {
        const int last = steps.count();
        const int stride = steps.param.field == scanned_whole ? 1 : (last + most_scanned - 1) / most_scanned;
        Standings before = at(0);
        for (int step = 0; step < last; step += stride) {
            const int further = std::min(step + stride, last);
            const Standings now = at(further);
            bisect(step, before, further, now);
            before = now;
        }
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
    return decimals(flip.distance, 2) + (flip.is_above ? " higher: " : " lower: ") + beyond_text(flip);
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
