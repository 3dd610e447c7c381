// Months are "2027-02"; what was not said is null.
#include "core/keep/ledger_json.h"

#include <nlohmann/json.hpp>

#include "core/words/names.h"

namespace fr {

namespace {

Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

Json deal_json(const Pledge& pledge) {
    Json ramps = Json::array();
    for (const auto& [ramp, assumed] : pledge.ramps)
        ramps.push_back({{"from", month_json(ramp.from)},
                         {"until", month_json(ramp.until)},
                         {"gw", ramp.gw},
                         {"assumed", assumed}});
    return {{"id", pledge.id},
            {"date", month_json(pledge.date)},
            {"partner", pledge.partner},
            {"kind", entry(pledge_kind_names, pledge.kind)},
            {"gw", number_or_null(pledge.gw)},
            {"reckoned_gw", number_or_null(pledge.reckoned_gw)},
            {"usd_bn", number_or_null(pledge.usd_bn)},
            {"years", number_or_null(pledge.years)},
            {"ramps", ramps},
            {"grade", entry(names::grades, pledge.grade)},
            {"facts", pledge.facts},
            {"later", pledge.later}};
}

}  // namespace

Json to_json(const std::vector<Pledge>& ledger, const std::vector<PromisedYear>& years) {
    Json deals = Json::array(), by_year = Json::array();
    for (const Pledge& pledge : ledger) deals.push_back(deal_json(pledge));
    for (const PromisedYear& year : years)
        by_year.push_back({{"year", year.year},
                           {"promised_usd_bn", year.usd_bn},
                           {"promised_sites_gw", year.sites_gw},
                           {"announced_gw", year.announced_gw},
                           {"others_gw", year.others_gw},
                           {"unnamed_gw", year.unnamed_gw},
                           {"online_gw", year.online_gw}});
    return {{"says", promised_sentence(years)}, {"years", by_year}, {"deals", deals}};
}

}  // namespace fr
