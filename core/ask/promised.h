// Promised and running: the ledger's deals added up by the end of each year, beside what the model lets run, and how
// much of that has no named deal yet.
#pragma once

#include <string>
#include <vector>

#include "core/files/ledger.h"
#include "core/model/reading.h"

namespace fr {

struct PromisedYear {
    int year;
    double sites_gw, usd_bn;         // agreed by then, by others and Azure; plans and chips are not added
    double announced_gw, others_gw;  // direct from others and at own sites: in dated deals; in this run
    double online_gw;                // in this run, Azure's included
    double unnamed_gw;               // of that, what is in no dated deal yet
};
// What others run without Azure between: not the exception that is routed through it.
inline double direct_gw(const Row& row) { return row.others_gw - row.exception_gw + row.own_gw; }
std::vector<PromisedYear> promised_years(const std::vector<Pledge>& ledger, const Run& run);

// Of a deal: "4.5 GW", "0.41 GW (reckoned)", "size not said".
std::string size_text(const Pledge& pledge);
std::string price_text(const Pledge& pledge);  // "$38 bn over 7 years"
// "By the end of 2026, $730 bn and 15.3 GW of sites are promised. Others are to run 7.4 GW at the end of 2028 by dated
// deals; this run has 15.8 GW there: 8.4 GW have no named deal yet."
std::string promised_sentence(const std::vector<PromisedYear>& years);

}  // namespace fr
