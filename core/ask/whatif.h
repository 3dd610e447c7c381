// What if: the same model run with one thing changed. What each clause is worth, where an input tips an outcome, and
// which input moves an outcome most.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/reading.h"

namespace fr {

// The deal in which from a clause's month on nobody is bound in what it rules (of a share under a cap: without the cap)
// minus the deal as it is. Sums end at the deal's horizon.
struct Worth {
    int clause;                           // index in the contract
    double served_gw_months;              // to the horizon
    double months_behind;                 // the mean over the months to the horizon
    double azure_share_2030;              // 0 to 1: who supplies
    double share_paid_bn;                 // OpenAI to Microsoft, to the horizon
    Month agi_trips, exclusivity_breaks;  // as they become
    bool has_exclusivity;                 // then
};
// One row per clause that is part of the deal (a variant that is switched off is not).
std::vector<Worth> worths(const Inputs& inputs, const Contract& contract);
// "With no clause of its kind from January 2025 on, 21.3 GW-months more would be served by December 2030; …", against
// the deal as it is. Where nothing would change it says that, and why.
std::string worth_text(const Worth& worth, const Contract& contract, const Headline& head);

// The outcomes that can be asked about, by the headline's keys.
enum class Outcome {
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
inline constexpr std::array<std::string_view, 11> outcome_names{
    "exclusivity_breaks",    "exclusivity_would_break", "agi_trips",
    "agi_by_reading.booked", "agi_by_reading.ability",  "agi_by_reading.declared",
    "api_lock_binds",        "first_refusal_passes",    "shortage_ends",
    "max_unserved",          "azure_share_2030"};
// What a reader is offered to ask about: why it is so, and what moves it most. The words are as in names.h.
struct Question {
    Outcome about;
    std::string_view word, spelled;
};
inline constexpr auto questions =
    std::to_array<Question>({{Outcome::max_unserved, "shortage", "The shortage"},
                             {Outcome::exclusivity_would_break, "exclusivity", "Exclusivity, if demand alone decided"},
                             {Outcome::first_refusal_passes, "first refusal", "First refusal"},
                             {Outcome::api_lock_binds, "API", "The API on Azure"},
                             {Outcome::agi_trips, "AGI", "The AGI clause"},
                             {Outcome::azure_share_2030, "Azure", "Azure’s share"}});
// The place of the question about an outcome; past the last where none is asked about it.
constexpr std::size_t question_of(Outcome about) {
    const auto found = std::ranges::find(questions, about, &Question::about);
    return static_cast<std::size_t>(found - questions.begin());
}
constexpr std::size_t month_outcome_count = static_cast<std::size_t>(Outcome::max_unserved);
constexpr bool is_month(Outcome outcome) { return outcome < Outcome::max_unserved; }
std::string_view happening(Outcome outcome);  // what an outcome's month is the month of, as words in a sentence
Month month_of(const Headline& headline, Outcome outcome);    // of an outcome that is a month
double number_of(const Headline& headline, Outcome outcome);  // a month's index (never: 144) or a share

// What outcomes can be read from; without the run under free choice, which none of them needs.
Headline headline_of(const Inputs& inputs, const Contract& contract, const Contract& under_pressure);

// How an outcome that is a month stands to the horizon of the deal.
enum class Standing { not_at_all, by_horizon, after_horizon };
Standing standing(const Headline& headline, const Contract& contract, Outcome outcome);

// Between `low` and `high`, one slider step apart, an outcome's standing changes.
struct Tip {
    const Param* param;
    Outcome outcome;
    double low, high;  // values of the input
    Standing below, above;
};
// Every tipping point of one input, all else equal, from low to high. Every slider step is tried: none is missed.
std::vector<Tip> tips(const Param& param, const Inputs& inputs, const Contract& contract,
                      const Contract& under_pressure);
std::string tip_word(const Tip& tip);  // at a slider: "breaks", "holds", "test met"

// How far a value is from the nearest tipping point on one side, and what is beyond it.
struct Flip {
    const Tip* tip;
    bool is_above;
    double value, distance;  // the first value beyond, and the way to it
};
// The outcomes that sliders mark: what demand does to exclusivity, the shortage, the AGI clause.
inline constexpr std::array<Outcome, 3> marked_outcomes{Outcome::exclusivity_would_break, Outcome::shortage_ends,
                                                        Outcome::agi_trips};
// Whether a tipping point is marked: one of those outcomes comes or goes.
bool is_marked(const Tip& tip);
// The nearest tipping point of one outcome, on either side, where it comes or goes; none where there is none.
std::optional<Flip> nearest_flip(std::span<const Tip> tips, Outcome outcome, double value);
std::string beyond_text(const Flip& flip);  // what is so there: "exclusivity holds"
// The nearest marked flips below and above a value, the nearer one first; none where there is none on that side.
std::vector<Flip> next_flips(std::span<const Tip> tips, double value);
std::string flip_text(const Flip& flip);  // "0.85 lower: exclusivity holds"

// An outcome at the low and the high end of an input's spread, all else equal.
struct Sensitivity {
    const Param* param;
    double low, high;  // number_of the outcome there
    double effect;     // the largest difference between the two and the present value; months or share
};
// The same of one input for several outcomes at once, unranked; `present` is the headline of the inputs as they are.
std::vector<Sensitivity> effects(const Param& param, std::span<const Outcome> outcomes, const Headline& present,
                                 const Inputs& inputs, const Contract& contract, const Contract& under_pressure);
void rank(std::vector<Sensitivity>& found);
// Ranked by effect, largest first; equal ones in the order of the table.
std::vector<Sensitivity> sensitivities(Outcome outcome, const Inputs& inputs, const Contract& contract,
                                       const Contract& under_pressure);

}  // namespace fr
