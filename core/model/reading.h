// Why: reads a finished run and says which clause or input set each outcome, from when to when. Nothing here changes a
// result.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/model.h"

namespace fr {

struct MaxUnserved {
    Month month;
    double share;  // 0 to 1
};
struct MaxBehind {
    Month month;  // the first of equals
    double months;
};

// The headline of a state: model.md's keys. Months are `never` where nothing happens within the model.
struct Headline {
    bool has_exclusivity;
    Month exclusivity_breaks, exclusivity_would_break, agi_trips, api_lock_binds, first_refusal_passes;
    Month shortage_ends;  // the first with no shortage in it nor after it; `never` also where there is none
    std::array<Month, 3> agi_by_reading;  // booked, ability, declared
    MaxUnserved max_unserved;
    MaxBehind months_behind_max;
    std::optional<int> wait_at_worst;  // months until what is wanted in the worst month is served; none: not by 2035
    double azure_share_2030;           // of what is online in December 2030, 0 to 1
    double contract_costs_gw_months;   // served under free choice minus served, whole run
};

// Beside the run it tells when the deal without dates would have broken exclusivity under the same inputs, and what
// would have been served under free choice.
Headline headline(const Run& run, Month exclusivity_would_break = never, double free_choice_served_gw_months = 0);

// Whether more than a hundredth of demand goes unserved in some month that counts.
bool has_shortage(const Headline& headline);

// The month with the largest unserved share, from a month on (the first of equals).
const Row& worst_month(const Run& run, Month from);
// Less of a whole is a rounding error.
constexpr double hair = 1e-9;
bool is_short(const Row& row);  // by more than that
// How long until what is wanted in a month is served: whole months; none where that is not by the end of 2035.
std::optional<int> wait_months(const Run& run, Month month);
// What new capacity came to under first refusal, to a month: offered to Microsoft, taken by it, passed on and started.
struct Offered {
    double offered_gw, taken_gw, passed_gw;
};
Offered offered_until(const Contract& contract, const Run& run, Month last);
// The last month that sums count: the deal's horizon, within the months that are run.
Month last_counted(const Contract& contract);
// Sum of served GW over the months to a last one.
double served_gw_months(const Run& run, Month last = Month{month_count - 1});
// The first year whose months' profits, as booked, come to more than nothing; none within the model.
std::optional<int> first_profitable_year(const Run& run);

// Consecutive months in which one quantity had one cause.
enum class Quantity { served, new_capacity, who_may_supply, own_building, api_hosting, products_hosting, support };
inline constexpr std::array<std::string_view, 7> quantity_names{
    "served", "new_capacity", "who_may_supply", "own_building", "api_hosting", "products_hosting", "support"};
struct Stretch {
    Quantity quantity;
    Cause cause;
    Month from, until;  // inclusive
};
std::vector<Stretch> stretches(const Run& run);

// The state of a clause over the contract timeline, July 2019 to December 2035.
enum class ClauseState { future, in_force, straining, ended, off };
enum class SpanReason {
    not_yet,
    waits_for_condition,
    agreed,
    shortage,
    lock_binds,
    earlier_systems_only,
    replaced,
    date_reached,
    condition_reached,
    agi_ended,
    cap_reached,
    never_agreed,
    not_in_deal
};
struct Span {
    Month from, until;  // inclusive
    ClauseState state;
    SpanReason reason;
    int by = -1;  // the clause that replaced or ended it, where there is one
};
// The spans of every clause, by its index in the contract.
using ClauseSpans = std::vector<std::vector<Span>>;
ClauseSpans spans(const Contract& contract, const Run& run);

// Whether the AGI clause trips by a declaration (B3); where it does not trip, whether that comes before its other test.
bool is_by_declaration(const Inputs& inputs, const Contract& contract, const Run& run);

// What happened, in order of months.
enum class EventKind {
    strained,
    eased,
    excepted,
    exclusivity_ends,
    first_refusal_passes,
    api_lock_binds,
    share_cap_reached,
    agi_test_met,
    agi_verified,
    right_ends,
    licence_ends,
    news
};
inline constexpr std::array<std::string_view, 12> event_names{
    "strained",          "eased",        "excepted",     "exclusivity_ends", "first_refusal_passes", "api_lock_binds",
    "share_cap_reached", "agi_test_met", "agi_verified", "right_ends",       "licence_ends",         "news"};
struct Event {
    Month month;
    EventKind kind;
    int clause = -1;  // index in the contract, where a clause is concerned
    int news = -1;    // index in the news, where the event is a dated fact
};
struct News {
    Month month;
    std::string fact, name, says;
    std::string contract;  // shown only with that contract; empty: with every one
};
std::vector<Event> events(const Contract& contract, const Run& run, const std::vector<News>& news);

}  // namespace fr
