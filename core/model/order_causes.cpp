// Why orders were turned away, and why a month is short.
#include <algorithm>

#include "core/model/announced.h"
#include "core/model/orders.h"

namespace fr {

Cause Orders::rate_cause() const {
    return rate_gw_per_year < in.others_ceiling ? cause_of(&Inputs::others_rate) : cause_of(&Inputs::others_ceiling);
}

// What turned most away: the terms, or how fast others can start; more deals announced would let them start what their
// rate leaves over. Where nothing was turned away, what waits for an answer is only late.
Cause Orders::held_back(const Row& row, const Terms& terms) const {
    const Kind by_terms = terms.supply <= Supply::exception ? Kind::supply : Kind::own_building;
    const Amount barred{barred_gw, terms.cause(by_terms)}, too_fast{too_fast_gw, rate_cause()};
    const Amount unannounced{std::min(unannounced_gw, unused_rate_gw), cause_of(&Inputs::others_build)};
    const Amount most = larger(larger(barred, too_fast), unannounced);
    if (most.value > 0) return most.cause;
    if (unannounced_gw > 0) return unannounced.cause;
    return row.waiting_gw > 0 ? terms.cause(Kind::supply) : Cause{};
}

// What kept orders of this month from being more; the time to answer only where nothing passes yet.
Cause Orders::bound_by(const Row& row, const Terms& terms) const {
    if (row.turned_away_gw > least_gw) return row.held_back;
    const bool unanswered =
        terms.supply == Supply::first_refusal && row.month < next(supply_since, whole(in.rofr_answer));
    return unanswered && row.waiting_gw > least_gw ? terms.cause(Kind::supply) : Cause{};
}

Cause Orders::shortage_cause(const Row& row, const Terms& terms) const {
    const double unserved_gw = row.demand_gw - row.served_gw;
    // What slipped, where it would serve at least half.
    const double direct_gw = others_gw - exception_gw + own_gw, late_gw = promised_by_others_gw - direct_gw;
    if (late_gw > least_gw && late_gw * 2 >= unserved_gw) return cause_of(&Inputs::others_slip);

    const auto& [ready, leased, built] = sites;
    const bool is_strict = terms.supply <= Supply::exception && terms.clause(Kind::supply) >= 0;
    const bool nothing_announced = only_announced(in) && announced_gw(row.month) <= direct_gw + least_gw;
    bool was_replaced = false;
    for (const Site* kind : {&leased, &built, &ready}) {
        const Site& site = *kind;
        if (site.share <= 0) continue;
        const int ordered = row.month.index - site.lead_months;
        const Cause then = ordered < 0 ? Cause{} : entry(bound, ordered);
        const bool is_rule = then.kind == Cause::Kind::clause;
        if (then && (nothing_announced || (ordered >= 0 && entry(site.is_all_announced, ordered))))
            return cause_of(&Inputs::others_build);  // whatever else binds
        const bool governs = terms.cause(Kind::supply) == then || terms.cause(Kind::own_building) == then;
        if (then && (!is_rule || governs)) return then;
        // Of what may be ordered by now, nothing runs yet.
        if (!is_strict && site.lead && (then || ordered < 0)) return cause_of(site.lead);
        was_replaced = was_replaced || then;
    }
    // Azure alone could have been asked in time, and for its first months not even Azure.
    int quickest = built.lead_months;
    for (const Site& site : sites)
        if (site.share > 0) quickest = std::min(quickest, site.lead_months);
    if (is_strict && row.month.index < whole(in.azure_lead)) return cause_of(&Inputs::demand_start);
    if (is_strict && row.month.index < quickest) return cause_of(&Inputs::azure_offer);
    if (is_strict && was_replaced) return terms.cause(Kind::supply);
    return cause_of(in.others_slip > 0 ? &Inputs::others_slip : &Inputs::demand_growth);
}

}  // namespace fr
