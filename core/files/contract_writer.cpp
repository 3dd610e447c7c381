// Writes what contract_reader reads, key by key in the same order.
#include "core/files/contract_writer.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/files/contract_reader.h"
#include "core/files/json_values.h"
#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

namespace {

std::string bound_text(const Bound& bound) {
    if (const Month* month = std::get_if<Month>(&bound)) return month_id(*month);
    return std::string(entry(names::facts, std::get<Fact>(bound)));
}

// The parameters of a rule, as in a contract file.
struct RuleWriter {
    Json& json;
    template <class Value>
    void rule(std::span<const names::Name> rules, Value value) const {
        json["rule"] = entry(rules, value);
    }

    void operator()(const SupplyRule& supply) const {
        rule(names::supply, supply.supply);
        if (supply.supply != Supply::exception) return;
        json["limit_gw_per_year"] = supply.limit_gw_per_year;
        json["lead_months"] = supply.lead_months;
    }
    void operator()(const OwnBuildingRule& own) const { rule(names::own_building, own.allowed); }
    void operator()(const ApiHostingRule& api) const { rule(names::hosting, api.where); }
    void operator()(const ProductsHostingRule& products) const {
        rule(names::products_hosting, products.where == Hosting::anywhere);
    }
    void operator()(const RevenueShareRule& share) const {
        json["rate"] = share.rate;
        json["reverse_rate"] = share.reverse_rate;
        if (share.cap_bn) json["cap_bn"] = *share.cap_bn;
    }
    void operator()(const IpLicenceRule& licence) const {
        json["models_until"] = month_id(licence.models_until);
        json["research_until"] = month_id(licence.research_until);
        json["exclusive"] = licence.exclusive;
        json["covers_post_agi"] = licence.covers_post_agi;
    }
    void operator()(const AgiTriggerRule& agi) const {
        rule(names::triggers, agi.trigger);
        json["ends"] = Json::array();
        for (std::size_t i = 0; i < names::agi_ends.size(); ++i)
            if (agi.ends.*names::agi_end_fields[i]) json["ends"].push_back(names::agi_ends[i]);
    }
    void operator()(const PurchaseRule& purchase) const {
        if (purchase.amount_bn) json["amount_bn"] = *purchase.amount_bn;
    }
    void operator()(const StakeRule& stake) const {
        if (stake.share) json["share"] = *stake.share;
    }
    void operator()(const SalesChannelsRule& sales) const { rule(names::channels, sales.channels); }
};

Json clause_json(const Clause& clause) {
    Json json{{"id", clause.id}, {"kind", names::kinds[clause.rule.index()]}};
    std::visit(RuleWriter{json}, clause.rule);
    json["name"] = clause.name;
    json["from"] = clause.from_date.empty() ? bound_text(clause.from) : clause.from_date;
    if (clause.until) json["until"] = bound_text(*clause.until);
    json["says"] = clause.says;
    json["grade"] = entry(names::grades, clause.grade);
    json["sources"] = clause.sources;
    if (!clause.assumed.empty()) json["assumed"] = clause.assumed;
    if (clause.off) json["variant"] = true;  // in a file, what is not agreed is a variant
    return json;
}

}  // namespace

Json contract_tree(const Contract& contract) {
    Json json{{"format", 1},
              {"id", contract.id},
              {"title", contract.title},
              {"says", contract.says},
              {"as_of", contract.as_of},
              {"horizon", month_id(contract.horizon)},
              {"presets", Json::object()},
              {"clauses", Json::array()}};
    for (const auto& [key, value] : contract.presets) json["presets"][key] = value_json(*find_param(key), value);
    for (const Clause& clause : contract.clauses) json["clauses"].push_back(clause_json(clause));
    return json;
}

std::string contract_text(const Contract& contract) {
    const Json json = contract_tree(contract);
    const std::string text = json.dump(2) + "\n";
    return text.size() <= max_contract_bytes ? text : json.dump();  // to the byte what the reader has measured
}

}  // namespace fr
