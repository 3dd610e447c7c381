// What if: the same model run with one thing changed. What each clause is worth, where an input tips an outcome, and
// which input moves an outcome most.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/explain.h"

namespace fr {

// The deal without a clause minus the deal with it.
struct Worth {
    int clause;                           // index in the contract
    double served_gw_months;              // over the whole run
    double months_behind;                 // the mean over all months
    double azure_share_2030;              // 0 to 1: who supplies
    double share_paid_bn;                 // OpenAI to Microsoft, whole run
    Month agi_trips, exclusivity_breaks;  // as they become
};
// One row per clause that is part of the deal (a variant that is switched off is not).
std::vector<Worth> worths(const Inputs& inputs, const Contract& contract);

// The outcomes that can be asked about, by the headline's keys.
enum class Key {
    exclusivity_breaks,
    exclusivity_would_break,
    agi_trips,
    agi_booked,
    agi_ability,
    agi_declared,
    api_lock_binds,
    first_refusal_passes,
    shortage_ends,
    max_unserved,
    azure_share_2030
};
inline constexpr std::array<std::string_view, 11> key_names{
    "exclusivity_breaks",    "exclusivity_would_break", "agi_trips",
    "agi_by_reading.booked", "agi_by_reading.ability",  "agi_by_reading.declared",
    "api_lock_binds",        "first_refusal_passes",    "shortage_ends",
    "max_unserved",          "azure_share_2030"};
constexpr bool is_month(Key key) { return key < Key::max_unserved; }
Month month_of(const Headline& headline, Key key);    // of a key that is a month
double number_of(const Headline& headline, Key key);  // a month's index (never: 144) or a share

// How a key that is a month stands to the horizon of the deal.
enum class Standing { not_at_all, by_horizon, after_horizon };
Standing standing(const Headline& headline, const Contract& contract, Key key);

// Between `low` and `high`, one slider step apart, a key's standing changes.
struct Tip {
    const Param* param;
    Key key;
    double low, high;  // values of the input
    Standing below, above;
};
// Every tipping point of one input, all else equal, from low to high. Scans the range in at most 24 points and bisects
// each change to one step, so that a flip and its opposite between two points of the scan can be missed; demand.growth
// is scanned at every step, and nothing on it is missed.
std::vector<Tip> tips(const Param& param, const Inputs& inputs, const Contract& contract,
                      const Contract& under_pressure);
std::string tip_word(const Tip& tip);  // at a slider: "breaks", "holds", "test met"

// An outcome at the low and the high end of an input's spread, all else equal.
struct Sensitivity {
    const Param* param;
    double low, high;  // number_of the key there
    double effect;     // the largest difference between the two and the present value; months or share
};
// The same of one input for several keys at once, unranked; `present` is the headline of the inputs as they are.
std::vector<Sensitivity> effects(const Param& param, std::span<const Key> keys, const Headline& present,
                                 const Inputs& inputs, const Contract& contract, const Contract& under_pressure);
void rank(std::vector<Sensitivity>& found);
// Ranked by effect, largest first; equal ones in the order of the table.
std::vector<Sensitivity> sensitivities(Key key, const Inputs& inputs, const Contract& contract,
                                       const Contract& under_pressure);

}  // namespace fr
