// The inputs of the model, and the one table that names them. Sliders, command line keys, JSON, share links, the
// accessible view and the sweep tests are loops over this table; a field without a row does not compile.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "core/deal/amount.h"
#include "core/deal/units.h"

namespace fr {

// One double per row of the table. A choice is stored as its index, a month as months since January 2024.
struct Inputs {
    double demand_growth, demand_fade, demand_start, demand_training_share, demand_api_share;
    double azure_offer, azure_appetite, azure_lead;
    double others_rate, others_growth, others_ceiling, others_leased_share, others_lead_leased, others_lead_greenfield,
        others_own_share, others_slip;
    double rofr_answer;
    double pressure_patience, pressure_months;
    double money_revenue_per_gw, money_revenue_growth, money_price_per_gw, money_price_fall, money_other_fixed,
        money_other_rate, money_capex, money_support;
    double agi_reading, agi_threshold, agi_service_life, agi_declared, agi_verification;
    double others_ready_share, azure_commitment, azure_commitment_years, agi_contest;  // later rows stand after those
    double others_build;
    bool operator==(const Inputs&) const = default;
};

enum class InputKind { number, month, choice };
enum class Status { sourced, derived, assumed, readers };  // how we know the value; `readers` is the reader's own
enum class AgiReading { booked, ability, declared };       // the three readings of the AGI test, in stored order

struct Param {
    std::string_view key;
    std::string_view code;  // two letters in share links; permanent, never reused
    double Inputs::* field;
    InputKind kind;
    double low, standard, high, step;
    double spread_low, spread_high;  // triangular range of the uncertainty runs; equal to standard: never drawn
    std::string_view unit, label, help, group;
    Status status;
    std::string_view facts;  // fact ids, separated by spaces
};

namespace table {
inline constexpr double months_to_never = never.index;
using enum InputKind;
using enum Status;
#define FR_FIELD(name) &Inputs::name
// clang-format off
inline constexpr auto rows = std::to_array<Param>({
    {"demand.growth", "dg", FR_FIELD(demand_growth), number, 1.2, 3.0, 5.0, 0.05, 2, 4, "× a year", "Compute demand",
     "How fast OpenAI's wish for computing power grows, up to 2026. The capacity available to it tripled each year from 2023; the training compute of notable models grew four- to fivefold a year.", "demand", assumed, "C1 E1 E3"},
    {"demand.fade", "df", FR_FIELD(demand_fade), number, 0, 33, 60, 1, 20, 50, "% a year", "Fading of growth",
     "Share of that growth that is lost each year from 2026. The standard value reaches the 30 GW that OpenAI plans for 2030.", "demand", assumed, "C4"},
    {"demand.start", "ds", FR_FIELD(demand_start), number, 0.2, 0.28, 0.4, 0.01, 0.2, 0.4, "GW", "Demand in January 2024",
     "What OpenAI would have used in January 2024 had it been there: the known capacity, times an assumed shortage of 1.4.", "demand", assumed, "C1"},
    {"demand.training-share", "dt", FR_FIELD(demand_training_share), number, 40, 65, 75, 1, 40, 75, "%", "Share for training",
     "Share of all compute that goes to research and training; the rest answers users.", "demand", assumed, "C11 C12 C15 C16"},
    {"demand.api-share", "da", FR_FIELD(demand_api_share), number, 15, 30, 50, 1, 15, 50, "% of inference", "Share for the API",
     "Share of the compute that answers users which is sold through the API: what the rule 'API only on Azure' binds. No figure is published. It acts where Azure alone cannot carry the API, and on the share that flows back.", "demand", assumed, ""},
    {"azure.offer", "zo", FR_FIELD(azure_offer), number, 0.2, 0.9, 6.0, 0.1, 0.4, 2, "GW a year", "What Azure can offer",
     "New capacity that Microsoft can offer OpenAI each year, out of the 2 to 4 GW that it adds for everyone.", "azure", assumed, "C23 C25 C26"},
    {"azure.appetite", "zp", FR_FIELD(azure_appetite), number, 0, 100, 100, 5, 100, 100, "%", "Share that Microsoft takes",
     "Share of what it could offer that Microsoft chooses to build for OpenAI.", "azure", assumed, "A33 A36 A37"},
    {"azure.lead", "zl", FR_FIELD(azure_lead), number, 6, 12, 24, 1, 6, 24, "months", "Azure's building time",
     "Months from an order to running capacity at Azure.", "azure", assumed, "C31"},
    {"others.rate", "or", FR_FIELD(others_rate), number, 0.5, 6.0, 10, 0.1, 0.5, 10, "GW a year", "What others can start",
     "Capacity that Oracle, AWS, CoreWeave, OpenAI itself and others could start to build for it in 2025.", "others", assumed, "A12 A19 A21 A30"},
    {"others.growth", "og", FR_FIELD(others_growth), number, 0, 40, 150, 5, 20, 80, "% a year", "Others' growth",
     "How fast the others' ability to start building grows, up to the ceiling.", "others", assumed, "A12 A30"},
    {"others.ceiling", "oc", FR_FIELD(others_ceiling), number, 3, 9, 20, 0.5, 3, 20, "GW a year", "Others' ceiling",
     "The most that all others together can ever start in a year: grid, turbines, chips and crews.", "others", assumed, "A17 A30"},
    {"others.leased-share", "os", FR_FIELD(others_leased_share), number, 0, 50, 100, 5, 0, 100, "%", "Leased or half-built",
     "Share of the others' orders that goes to leased or half-built sites, which are quicker.", "others", assumed, "A19"},
    {"others.lead-leased", "ol", FR_FIELD(others_lead_leased), number, 12, 14, 18, 1, 12, 18, "months", "Lead time, leased",
     "Months from an order to running capacity at a leased or half-built site.", "others", sourced, "C31"},
    {"others.lead-greenfield", "of", FR_FIELD(others_lead_greenfield), number, 12, 28, 43, 1, 12, 43, "months", "Lead time, greenfield",
     "Months from breaking ground to the first gigawatt.", "others", sourced, "C29 C30"},
    {"others.own-share", "ow", FR_FIELD(others_own_share), number, 0, 25, 60, 5, 0, 60, "%", "Only as own building",
     "Share of that ability to build that OpenAI can use only if it may build itself. It acts until that is allowed, and then on whose sites they are.", "others", assumed, "A9"},
    {"others.slip", "ox", FR_FIELD(others_slip), number, 0, 0, 40, 5, 0, 40, "%", "A year late",
     "Share of the others' orders that arrives a year late.", "others", assumed, "A33 A34"},
    {"rofr.answer", "ra", FR_FIELD(rofr_answer), number, 0, 3, 6, 1, 0, 6, "months", "Time to answer",
     "How long Microsoft may think under its right of first refusal before an offer passes to others. Not published.", "deal", assumed, "A9"},
    {"pressure.patience", "pp", FR_FIELD(pressure_patience), number, 5, 18, 60, 1, 18, 18, "% unserved", "Patience",
     "Unserved share of demand above which the deal strains. Set so that demand alone breaks exclusivity within three months of January 2025. It acts in the deal without dates.", "deal", assumed, "A8 A9"},
    {"pressure.months", "pm", FR_FIELD(pressure_months), number, 1, 6, 24, 1, 6, 6, "months", "Months of strain",
     "How long that strain must last before terms give way. It acts in the deal without dates.", "deal", assumed, "A8"},
    {"money.revenue-per-gw", "mr", FR_FIELD(money_revenue_per_gw), number, 8, 10, 14, 0.5, 8, 14, "$bn per GW-year", "Revenue per gigawatt",
     "Yearly revenue per gigawatt that serves demand: OpenAI's run rate followed its capacity at about ten to one.", "money", derived, "D4 C1"},
    {"money.revenue-growth", "mg", FR_FIELD(money_revenue_growth), number, 0, 5, 15, 1, 0, 15, "% a year", "Growth of revenue per gigawatt",
     "How fast revenue per gigawatt grows, from January 2025.", "money", assumed, "D11b C4"},
    {"money.price-per-gw", "mp", FR_FIELD(money_price_per_gw), number, 8.5, 14.8, 16, 0.1, 8.5, 16, "$bn per GW-year", "Price of compute",
     "What OpenAI pays per gigawatt and year: what it paid Microsoft in 2025, over the capacity that ran for it.", "money", derived, "C14 C1"},
    {"money.price-fall", "mf", FR_FIELD(money_price_fall), number, 0, 5, 15, 1, 0, 15, "% a year", "Fall of the price",
     "How fast that price falls, from January 2025.", "money", derived, "C8 C9 C33"},
    {"money.other-fixed", "mo", FR_FIELD(money_other_fixed), number, 0, 13, 25, 1, 0, 25, "$bn a year", "Other costs",
     "Staff and everything else that is not compute, from 2025 (6 in 2024). It acts on profit alone.", "money", derived, "D5 D12"},
    {"money.other-rate", "mx", FR_FIELD(money_other_rate), number, 0, 10, 40, 1, 0, 40, "% of revenue", "Other costs, share",
     "Costs that grow with revenue. It acts on profit alone.", "money", derived, "D5 D12"},
    {"money.capex", "mc", FR_FIELD(money_capex), number, 30, 45, 60, 1, 30, 60, "$bn per GW", "Cost of building",
     "What building a gigawatt costs: turns Microsoft's support into capacity. Between an estimate (38) and what OpenAI said of its plan (more than 40). It acts where the AGI clause is dropped for support.", "money", assumed, "C7 C32"},
    {"money.support", "ms", FR_FIELD(money_support), number, 0, 0, 100, 5, 0, 0, "$bn", "Support for dropping the clause",
     "What Microsoft adds if the AGI clause is dropped. OpenAI was reported to consider the trade; no amount is known. It acts where the clause is dropped.", "money", assumed, "B5 B6"},
    {"agi.reading", "ar", FR_FIELD(agi_reading), choice, 0, 1, 2, 1, 1, 1, "", "Reading of the test",
     "Booked: cumulative profit reaches the threshold. Ability: today's systems could earn it. Declared: only the board's own declaration counts, in the month that you set.", "agi", readers, "B4 B7"},
    {"agi.threshold", "at", FR_FIELD(agi_threshold), number, 50, 100, 200, 5, 100, 100, "$bn", "Threshold of the test",
     "The profit that counts as AGI: reported as about $100 billion.", "agi", sourced, "B4"},
    {"agi.service-life", "as", FR_FIELD(agi_service_life), number, 1, 3, 6, 0.5, 1, 6, "years", "Years a system earns",
     "How many years a generation of systems earns: turns yearly profit into what today's systems could earn.", "agi", assumed, "B4"},
    {"agi.declared", "ad", FR_FIELD(agi_declared), month, 12, months_to_never, 143, 1, months_to_never, months_to_never, "", "Month of declaration",
     "The month in which OpenAI's board declares AGI. It stands beside the money test: the clause trips by whichever comes first. It acts where the deal has a board’s clause or a panel.", "agi", readers, "B3"},
    {"agi.verification", "av", FR_FIELD(agi_verification), number, 0, 6, 24, 1, 0, 24, "months", "Time to verify",
     "How long the expert panel takes. It acts in deals with a panel, from October 2025.", "agi", assumed, "B10"},
    {"others.ready-share", "oy", FR_FIELD(others_ready_share), number, 0, 2, 30, 1, 0, 10, "%", "Standing ready",
     "Share of what others can start that stands ready and is used within two months, as CoreWeave's and Amazon's first capacity was. The share and the two months are assumed.", "others", assumed, "A10 A19 C30"},
    {"azure.commitment", "zc", FR_FIELD(azure_commitment), number, 0, 0, 500, 10, 0, 0, "$bn", "Azure purchase promised",
     "What OpenAI promises to buy from Azure under a clause whose amount was not published, as that of January 2025. A clause with a published amount keeps its own. It acts on costs.", "azure", readers, "A9 A18"},
    {"azure.commitment-years", "zy", FR_FIELD(azure_commitment_years), number, 3, 10, 15, 1, 10, 10, "years", "Years of the purchase",
     "Over how many years a promised Azure purchase is spread evenly. No report says. What is promised by then and not used has to be paid all the same. It acts on costs.", "azure", assumed, "A18"},
    {"agi.contest", "ac", FR_FIELD(agi_contest), number, 0, 0, 24, 1, 0, 0, "months", "Time to contest",
     "How long Microsoft can contest that the money test is met before the clause trips. That it can be contested is reported; how long is assumed.", "agi", assumed, "B7"},
    {"others.build", "ob", FR_FIELD(others_build), choice, 0, 0, 1, 1, 0, 0, "", "Others build",
     "Needed: what OpenAI wants, as fast as they can. Announced: only what the dated deals of the ledger give, when they give it; where no report gives the date, we assume it.", "others", readers, "A12 A19 A20 A21 A30"},
});
// clang-format on
#undef FR_FIELD
}  // namespace table

inline constexpr std::span<const Param> params{table::rows};
inline constexpr std::size_t input_count = table::rows.size();
inline constexpr const Param& hero = params.front();  // the one that the explainer is about: compute demand
static_assert(sizeof(Inputs) == input_count * sizeof(double), "every input needs a row, every row a field");

inline constexpr std::array<std::string_view, 3> reading_names{"booked", "ability", "declared"};
enum class OthersBuild { needed, announced };
inline constexpr std::array<std::string_view, 2> build_names{"needed", "announced"};
// What a choice can be, in stored order.
constexpr std::span<const std::string_view> choices_of(const Param& param) {
    if (param.field == &Inputs::agi_reading) return reading_names;
    return build_names;
}

// The default of every row.
constexpr Inputs default_inputs() {
    Inputs inputs{};
    for (const Param& param : params) inputs.*param.field = param.standard;
    return inputs;
}

// A decision of somebody (or of the reader) is never drawn in uncertainty runs.
constexpr bool is_decision(const Param& param) { return param.spread_low == param.spread_high; }

// The row of a key, or null.
constexpr const Param* find_param(std::string_view key) {
    for (const Param& param : params)
        if (param.key == key) return &param;
    return nullptr;
}

constexpr std::size_t index_of(const Param& param) { return static_cast<std::size_t>(&param - params.data()); }

// An input as the cause of something.
constexpr Cause cause_of(double Inputs::* field) {
    for (int i = 0;; ++i)
        if (entry(params, i).field == field) return input_cause(i);
}

// Whether an input is counted in whole numbers: months, and the index of a choice.
constexpr bool is_whole(const Param& param) { return param.kind != InputKind::number || param.unit == "months"; }

// Whether a value may be stored: finite, within low and high, whole where it must be; `never` is allowed for months.
constexpr bool is_allowed(const Param& param, double value) {
    if (param.kind == InputKind::month && value == table::months_to_never) return true;
    if (!(value >= param.low && value <= param.high)) return false;  // NaN too
    return !is_whole(param) || value == static_cast<double>(static_cast<int>(value));
}

// The value nearest to `value` that a slider can take: on a step, within range. Rounding to thousandths gives the
// double that the decimal reads as, so that a dragged 3.05 is the typed 3.05 and the last step reaches the high end.
constexpr double snapped(const Param& param, double value) {
    const auto as_typed = [](double number) {
        return static_cast<double>(static_cast<long long>(number * 1000 + 0.5)) / 1000;
    };
    const double within = value < param.low ? param.low : value > param.high ? param.high : value;
    const double steps = static_cast<double>(static_cast<long long>((within - param.low) / param.step + 0.5));
    const double on_step = as_typed(param.low + steps * param.step);
    return on_step > param.high ? as_typed(on_step - param.step) : on_step;
}

}  // namespace fr
