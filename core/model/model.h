// The monthly model: demand, arrivals, orders and who may take them, serving, money, the AGI test. It takes inputs and
// a contract and returns one row a month, each limit with its cause; it knows no text, no JSON and no clause by name.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/deal/amount.h"
#include "core/deal/contract.h"
#include "core/deal/params.h"
#include "core/deal/terms.h"

namespace fr {

// What happened in one month. GW are running IT capacity, bn are billions of US dollars; `_per_year` are run rates.
struct Row {
    Month month;
    double demand_gw, azure_gw, others_gw, own_gw, online_gw, served_gw;
    double unserved_share;  // 0 to 1 of demand
    double months_behind;   // whole months since demand was what is served now
    double azure_share;     // 0 to 1 of what is online
    double revenue_bn_per_year, compute_cost_bn_per_year, share_bn_per_year, cumulative_share_bn;
    double microsoft_receipts_bn_per_year, profit_bn_per_year, cumulative_profit_bn;

    // Detail for pictures and explanations.
    double exception_gw;                                      // part of others_gw that is routed through Azure
    double served_azure_gw, served_others_gw, served_own_gw;  // add up to served_gw
    double unserved_training_gw, unserved_api_gw, unserved_products_gw;
    double reverse_share_bn_per_year, other_cost_bn_per_year, azure_spending_bn_per_year, azure_purchase_used_bn;
    // Take-or-pay: what is promised to Azure by then less what was bought, and what has to be paid for it.
    double azure_purchase_owed_bn, take_or_pay_bn_per_year;
    double earning_power_bn;  // the ability reading: what today's systems could earn
    double wanted_gw, azure_takes_gw, placed_gw, passed_on_gw, waiting_gw, turned_away_gw;  // orders of the month
    Cause held_back;       // what held new orders back most; none where all that was wanted was placed
    Cause unserved_by;     // the binding cause of what is unserved; none where all is served
    Cause supplied_under;  // the clause that decided where orders beyond Azure's part went
    Cause own_under;       // the clause that decided whether OpenAI's own ability to build could be used
    Cause api_under;       // the clause that decided where the API may run, where that mattered
    Cause products_under;  // the same for other products
    Cause support_under;   // the clause that brings Microsoft's support, from its promise to its last capacity
    bool strains;          // unserved above patience
    bool strained;         // and for pressure.months on end, under terms that restrict supply
    bool api_lock_binds;   // API demand is unserved while capacity outside Azure could serve it
};

struct Run {
    std::array<Row, month_count> rows;
    Facts facts;
    std::array<Month, 3> agi_by_reading;  // booked, ability, declared: the first month each holds
    // First month whose supply terms are first refusal or looser after exclusive ones; the Oracle exception does not
    // count (A7).
    Month exclusivity_breaks = never;
    bool has_exclusivity = false;        // in some month or the one before the first; otherwise nothing can break
    Month exclusive_from{0};             // its first month; the model's first where it is older
    Month exclusive_again = never;       // the first month in which it is back after that break
    Month first_refusal_passes = never;  // first month an offer passes to others
    bool agi_set_by_supply = false;      // the ability reading was met in a month with unserved demand

    const Row& at(Month month) const { return entry(rows, month.index); }
    Month met(AgiReading reading) const { return entry(agi_by_reading, reading); }
};

// Runs the model over all months. Inputs must be within their ranges (is_allowed). Pure: same arguments, same bits,
// natively and in every browser. Rules: docs/model.md.
Run simulate(const Inputs& inputs, const Contract& contract);

// When exclusivity breaks in that run, reckoned no further than that; `never` where it does not.
Month exclusivity_breaks(const Inputs& inputs, const Contract& contract);

// What the model decided by in a month beyond its row; recorded only by a traced run.
struct MonthTrace {
    Terms terms;
    int strained_months;  // months on end above patience, as the strain test counts them
};
// The same run, bit for bit, with a trace of each month.
Run simulate_traced(const Inputs& inputs, const Contract& contract, std::vector<MonthTrace>& trace);

// Demand in GW for any month of the model, from the inputs alone.
double demand_gw(const Inputs& inputs, Month month);

// 64-bit FNV-1a hash over all rows, by bits, of the outputs that the table of outputs.h counts: the numbers that all
// else in a row follows from.
std::uint64_t fingerprint(const Run& run, std::uint64_t seed = 14695981039346656037ull);

// The twelfth root of x (0.1 to 100), by Newton's method: libm's pow differs between machines.
double twelfth_root(double x);

}  // namespace fr
