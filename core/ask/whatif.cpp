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

// What worths and tips read; without the run under free choice, which no key needs.
Headline headline_of(const Inputs& inputs, const Contract& contract, const Contract& under_pressure) {
    Outcome outcome{simulate(inputs, contract)};
    outcome.exclusivity_would_break = simulate(inputs, under_pressure).exclusivity_breaks;
    return headline(outcome);
}

}  // namespace

std::vector<Worth> worths(const Inputs& inputs, const Contract& contract) {
    const Run with = simulate(inputs, contract);
    std::vector<Worth> found;
    for (int i = 0; i < static_cast<int>(contract.clauses.size()); ++i) {
        if (contract.clauses[static_cast<std::size_t>(i)].off) continue;
        const Contract changed = without(contract, i);
        const Run run = simulate(inputs, changed);
        constexpr std::size_t december_2030 = month_of(2030, 12).index;
        found.push_back({i, served_gw_months(run) - served_gw_months(with),
                         mean_months_behind(run) - mean_months_behind(with),
                         run.rows[december_2030].azure_share - with.rows[december_2030].azure_share,
                         run.rows.back().cumulative_share_bn - with.rows.back().cumulative_share_bn,
                         run.facts.agi_tripped, run.exclusivity_breaks});
    }
    return found;
}

std::string_view happening(Key key) {
    constexpr std::array<std::string_view, month_key_count> words{"exclusivity ends",
                                                                  "demand alone breaks exclusivity",
                                                                  "the AGI clause trips",
                                                                  "OpenAI has earned what the AGI test asks",
                                                                  "OpenAI could earn what the AGI test asks",
                                                                  "AGI is declared",
                                                                  "the API’s tie to Azure leaves demand unserved",
                                                                  "Microsoft passes on an offer",
                                                                  "the shortage ends"};
    return words[static_cast<std::size_t>(key)];
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

Month month_of(const Headline& head, Key key) {
    switch (key) {
        case Key::exclusivity_breaks:
            return head.exclusivity_breaks;
        case Key::exclusivity_would_break:
            return head.exclusivity_would_break;
        case Key::agi_trips:
            return head.agi_trips;
        case Key::agi_booked:
        case Key::agi_ability:
        case Key::agi_declared:
            return head.agi_by_reading[static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::agi_booked)];
        case Key::api_lock_binds:
            return head.api_lock_binds;
        case Key::first_refusal_passes:
            return head.first_refusal_passes;
        case Key::shortage_ends:
            return head.shortage_ends;
        case Key::max_unserved:
            return head.max_unserved.month;
        case Key::azure_share_2030:
            break;
    }
    return month_of(2030, 12);
}

double number_of(const Headline& head, Key key) {
    if (key == Key::max_unserved) return head.max_unserved.share;
    if (key == Key::azure_share_2030) return head.azure_share_2030;
    return month_of(head, key).index;
}

Standing standing(const Headline& head, const Contract& contract, Key key) {
    const Month month = month_of(head, key);
    if (month == never) return Standing::not_at_all;
    return month <= contract.horizon ? Standing::by_horizon : Standing::after_horizon;
}

namespace {

constexpr int most_scanned = 24;
// The hero slider is looked at most, and outcomes come and go on it within a few steps: every step of it is tried.
constexpr double Inputs::* scanned_whole = &Inputs::demand_growth;
using Standings = std::array<Standing, month_key_count>;

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
        for (std::size_t key = 0; key < all.size(); ++key) all[key] = standing(head, contract, static_cast<Key>(key));
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
        for (std::size_t key = 0; key < below.size(); ++key)
            if (below[key] != above[key])
                found.push_back(
                    {&steps.param, static_cast<Key>(key), steps.value(low), steps.value(high), below[key], above[key]});
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
    switch (tip.key) {
        case Key::exclusivity_breaks:
        case Key::exclusivity_would_break:
            return comes ? "exclusivity breaks" : "exclusivity holds";
        case Key::agi_trips:
            return comes ? "AGI clause trips" : "AGI clause stays";
        case Key::agi_booked:
        case Key::agi_ability:
        case Key::agi_declared:
            return comes ? "test met" : "test not met";
        case Key::api_lock_binds:
            return comes ? "API lock binds" : "API lock idle";
        case Key::first_refusal_passes:
            return comes ? "Microsoft passes" : "Microsoft takes all";
        case Key::shortage_ends:
            return comes ? "shortage ends" : "no end of shortage";
        case Key::max_unserved:
        case Key::azure_share_2030:
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

bool is_marked(const Tip& tip) { return flips(tip) && std::ranges::contains(marked_keys, tip.key); }

std::optional<Flip> nearest_flip(std::span<const Tip> tips, Key key, double value) {
    const auto [below, above] =
        flips_beside(tips, value, [key](const Tip& tip) { return tip.key == key && flips(tip); });
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

std::vector<Sensitivity> effects(const Param& param, std::span<const Key> keys, const Headline& present,
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
    for (const Key key : keys) {
        const double at_low = number_of(low, key), at_high = number_of(high, key);
        const auto [least, most] = std::minmax({at_low, at_high, number_of(present, key)});
        found.push_back({&param, at_low, at_high, most - least});
    }
    return found;
}

void rank(std::vector<Sensitivity>& found) {
    sort_few(found, [](const Sensitivity& a, const Sensitivity& b) { return a.effect > b.effect; });
}

std::vector<Sensitivity> sensitivities(Key key, const Inputs& inputs, const Contract& contract,
                                       const Contract& under_pressure) {
    const Headline present = headline_of(inputs, contract, under_pressure);
    std::vector<Sensitivity> found;
    for (const Param& param : params)
        found.push_back(effects(param, {&key, 1}, present, inputs, contract, under_pressure).front());
    rank(found);
    return found;
}

}  // namespace fr
