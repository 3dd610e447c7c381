// Adds the ledger up.
#include "core/ask/promised.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

namespace {

PromisedYear promised_by(const std::vector<Pledge>& ledger, const Run& run, int year) {
    const Month end = month_of(year, 12);
    const Row& row = run.at(end);
    PromisedYear found{year, 0, 0, announced_gw(end), direct_gw(row), row.online_gw, 0};
    const double beyond_gw = found.others_gw - found.announced_gw;
    if (beyond_gw > 1e-6) found.unnamed_gw = beyond_gw;  // less is rounding
    for (const Pledge& pledge : ledger) {
        if (pledge.kind != PledgeKind::sites || pledge.date > end) continue;
        found.sites_gw += pledge.gw.value_or(0);
        found.usd_bn += pledge.usd_bn.value_or(0);
    }
    return found;
}

}  // namespace

std::vector<PromisedYear> promised_years(const std::vector<Pledge>& ledger, const Run& run) {
    std::vector<PromisedYear> years;
    for (int year = 2024; year <= 2035; ++year) years.push_back(promised_by(ledger, run, year));
    return years;
}

std::string size_text(const Pledge& pledge) {
    if (pledge.gw) return gw_text(*pledge.gw) + (pledge.kind == PledgeKind::chips ? " of chips" : "");
    return pledge.reckoned_gw ? gw_text(*pledge.reckoned_gw) + " (reckoned)" : "not said";
}

std::string price_text(const Pledge& pledge) {
    if (!pledge.usd_bn) return "not said";
    return "$" + shortest(*pledge.usd_bn) + " bn" +
           (pledge.years ? " over " + shortest(*pledge.years) + " years" : std::string{});
}

std::string promised_sentence(const std::vector<PromisedYear>& years) {
    const auto at = [&](int year) { return *std::ranges::find(years, year, &PromisedYear::year); };
    const PromisedYear promised = at(2026), later = at(2028);
    const std::string unnamed = later.unnamed_gw > 0 ? ": " + gw_text(later.unnamed_gw) + " have no named deal yet."
                                                     : ", all of it in named deals.";
    return "By the end of 2026, " + bn_text(promised.usd_bn) + " and " + gw_text(promised.sites_gw) +
           " of sites are promised. By dated deals others are to run " + gw_text(later.announced_gw) +
           " at the end of 2028; in this run they have " + gw_text(later.others_gw) + " there" + unnamed;
}

}  // namespace fr
