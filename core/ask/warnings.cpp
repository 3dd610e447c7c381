// Each check compares inputs or rows with a benchmark of the facts. None of them changes a number.
#include "core/ask/warnings.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

namespace {

constexpr double fastest_growth = 3.3;     // a year: the largest data centre, the world's stock of AI compute (E3, E4)
constexpr double microsoft_adds_gw = 4;    // a year for everyone, from 2026 (C25, C26)
constexpr double forecast_2030_bn = 350;   // the highest revenue forecast for 2030 (D11b)
constexpr double highest_price_fall = 10;  // percent a year: 14.8 in 2025–26 to about 11.7 from 2027 (C8, C9)

const Row& december(const Run& run, int year) { return run.at(month_of(year, 12)); }

std::string times_text(double factor) { return "×" + decimals(factor, 1); }

// The fastest growth of running capacity from one December to the next, from 2026 on.
double fastest_build(const Run& run) {
    double fastest = 0;
    for (int year = 2026; year <= 2035; ++year)
        fastest = std::max(fastest, december(run, year).online_gw / december(run, year - 1).online_gw);
    return fastest;
}

}  // namespace

std::vector<Warning> warnings(const Inputs& in, const Contract& contract, const Run& run) {
    std::vector<Warning> found;
    const auto warn = [&](bool holds, std::string says, std::string mend, std::string_view input,
                          std::string_view facts) {
        if (holds) found.push_back({std::move(says), std::move(mend), std::string(input), std::string(facts)});
    };
    const double build = fastest_build(run);
    warn(build > fastest_growth && times_text(build) != times_text(fastest_growth),
         "Running capacity grows " + times_text(build) + " in a year, faster than any benchmark (" +
             times_text(fastest_growth) + ").",
         "Lower what others can start, or its growth.", "others.rate", "E3 E4");
    warn(in.azure_offer > microsoft_adds_gw,
         "Azure offers OpenAI " + gw_text(in.azure_offer) + " a year; Microsoft adds about " +
             gw_text(microsoft_adds_gw) + " a year for everyone.",
         "Lower what Azure can offer below " + gw_text(microsoft_adds_gw) + " a year.", "azure.offer", "C25 C26");
    const double wanted_2030 = december(run, 2030).demand_gw;
    warn(wanted_2030 > 2 * largest_plan_gw,
         "OpenAI would want " + gw_text(wanted_2030) + " in 2030, more than twice what it ever announced (" +
             gw_text(largest_plan_gw) + ").",
         "Lower compute demand, or let its growth fade faster.", "demand.fade", "C3 C4");
    warn(in.others_rate > in.others_ceiling,
         "Others can start " + gw_text(in.others_rate) + " a year in 2025, above their own ceiling of " +
             gw_text(in.others_ceiling) + "; the ceiling counts.",
         "Raise the ceiling, or lower the rate.", "others.ceiling", "");
    warn(in.others_lead_greenfield < in.others_lead_leased,
         "New sites (" + decimals(in.others_lead_greenfield, 0) + " months) come sooner than leased ones (" +
             decimals(in.others_lead_leased, 0) + ").",
         "Raise the lead time of new sites.", "others.lead-greenfield", "C29 C31");
    const double revenue_2030 = december(run, 2030).revenue_bn_per_year;
    warn(revenue_2030 > 1.3 * forecast_2030_bn,
         "Revenue runs at " + bn_text(revenue_2030) + " a year in December 2030; the highest forecast is " +
             bn_text(forecast_2030_bn) + ".",
         "Lower revenue per gigawatt or its growth.", "money.revenue-growth", "D11b");
    warn(in.money_price_fall > highest_price_fall,
         "Compute gets " + decimals(in.money_price_fall, 0) + "% cheaper every year; plans imply about " +
             decimals(highest_price_fall, 0) + "% at most.",
         "Lower the fall of the price.", "money.price-fall", "C8 C9");
    const bool clause_dropped = std::ranges::any_of(contract.clauses, [](const Clause& clause) {
        const auto* rule = std::get_if<AgiTriggerRule>(&clause.rule);
        return rule && rule->trigger == Trigger::none && !clause.off;
    });
    warn(in.money_support > 0 && !clause_dropped,
         "Microsoft's support of " + bn_text(in.money_support) + " has no effect while the AGI clause stands.",
         "Drop the AGI clause, or set the support to 0.", "money.support", "B5 B6");
    warn(static_cast<AgiReading>(in.agi_reading) == AgiReading::declared && in.agi_declared >= month_count,
         "The test is read as a declaration, but no month is set.", "Set the month of declaration.", "agi.declared",
         "B3");
    return found;
}

}  // namespace fr
