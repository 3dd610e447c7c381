// Contracts and news from JSON. The reader collects every mistake, each with its path and what would have been right.
#include "core/files/contract_reader.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <span>

#include "core/files/assets.h"
#include "core/files/contract_writer.h"
#include "core/files/json_reader.h"

namespace fr {

namespace {

class ContractReader : JsonReader {
public:
    Parsed<Contract> read(const Json& tree) {
        if (!tree.is_object()) fail("", "a contract must be an object with format, id, title, says and clauses");
        if (problems.empty()) read_top(tree);
        if (!problems.empty()) return std::unexpected(problems);
        return contract;
    }

private:
    void read_top(const Json& tree) {
        static constexpr auto known = std::to_array<std::string_view>(
            {"format", "id", "title", "says", "as_of", "horizon", "presets", "clauses"});
        only(tree, "", known);
        if (number(tree, "", "format", 1, 1'000'000).value_or(1) != 1)
            fail("format", "must be 1, the only format so far");
        contract.id = text(tree, "", "id");
        contract.title = text(tree, "", "title", true, max_title);
        contract.says = text(tree, "", "says", false, max_says);
        contract.as_of = date(tree, "", "as_of");
        if (tree.contains("horizon")) read_horizon(tree);
        if (tree.contains("presets")) read_presets(tree["presets"]);
        if (const Json* clauses = member(tree, "", "clauses")) read_clauses(*clauses);
    }

    void read_horizon(const Json& tree) {
        const std::size_t before = problems.size();
        contract.horizon = month(tree, "", "horizon");
        if (problems.size() == before && contract.horizon.index < 0)
            fail("horizon", "must be a month of the model, from 2024-01 to 2035-12");
    }

    void read_presets(const Json& presets) {
        if (!presets.is_object()) return fail("presets", "must be an object of input keys and values");
        if (presets.size() > input_count) return fail("presets", "hold more than there are inputs");
        for (const auto& [key, value] : presets.items()) {
            const std::string where = "presets[\"" + shown(key) + "\"]";
            const Param* param = find_param(key);
            if (!param) {
                fail(where, "is no input; the nearest is " + std::string(nearest_key(key)));
                continue;
            }
            const std::string written = value.is_string() ? value.get<std::string>() : value.dump();
            if (const auto parsed = parse_value(*param, written))
                contract.presets.emplace_back(key, *parsed);
            else
                fail(where, parsed.error());
        }
    }

    void read_clauses(const Json& clauses) {
        if (!clauses.is_array() || clauses.empty()) return fail("clauses", "must be a list of at least one clause");
        if (clauses.size() > max_clauses)
            return fail("clauses", "must be at most " + std::to_string(max_clauses) + " clauses");
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const std::string where = "clauses[" + std::to_string(i) + "]";
            if (clauses[i].is_object())
                contract.clauses.push_back(read_clause(clauses[i], where));
            else
                fail(where, "must be an object");
        }
    }

    Clause read_clause(const Json& object, const std::string& where) {
        Clause clause;
        clause.id = text(object, where, "id");
        if (std::ranges::contains(contract.clauses, clause.id, &Clause::id))
            fail(path(where, "id"), "“" + clause.id + "” is another clause's id; ids must differ");
        clause.name = text(object, where, "name", true, max_title);
        clause.says = text(object, where, "says", true, max_says);
        clause.assumed = text(object, where, "assumed", false, max_says);
        clause.variant = truth(object, where, "variant", false);
        clause.off = clause.variant;
        read_time(object, where, clause);
        read_sources(object, where, clause);
        read_rule(object, where, clause);
        return clause;
    }

    void read_time(const Json& object, const std::string& where, Clause& clause) {
        clause.from = bound(object, where, "from", true).value_or(Month{});
        clause.from_date =
            object.contains("from") && object["from"].is_string() ? object["from"].get<std::string>() : "";
        clause.until = bound(object, where, "until", false);
        const Month* from = std::get_if<Month>(&clause.from);
        const Month* until = clause.until ? std::get_if<Month>(&*clause.until) : nullptr;
        const std::string until_date = until ? object["until"].get<std::string>() : "";
        const bool has_days = until && until_date.size() == clause.from_date.size();
        if (from && until && (*until < *from || (has_days && until_date < clause.from_date)))
            fail(path(where, "until"), "must not be before “from” (" + clause.from_date + ")");
        if (!from && clause.until == std::optional<Bound>(clause.from))
            fail(path(where, "until"), "must not be the condition that the clause begins with");
    }

    void read_sources(const Json& object, const std::string& where, Clause& clause) {
        clause.grade = static_cast<Grade>(one_of(object, where, "grade", names::grades));
        clause.sources = fact_ids(object, where, "sources");
    }

    void read_rule(const Json& object, const std::string& where, Clause& clause) {
        const std::size_t before = problems.size();
        const auto kind = static_cast<Kind>(one_of(object, where, "kind", names::kinds));
        if (problems.size() > before) return;
        std::vector<std::string_view> known{"id",   "kind",  "name",  "says",    "assumed",
                                            "from", "until", "grade", "sources", "variant"};
        const auto rule_of = [&](Names rules) {
            known.push_back("rule");
            return one_of(object, where, "rule", rules);
        };
        const auto parameter = [&](std::string_view key, double low, double high, bool required = true) {
            known.push_back(key);
            return number(object, where, key, low, high, required);
        };
        switch (kind) {
            case Kind::supply: {
                SupplyRule rule{static_cast<Supply>(rule_of(names::supply))};
                if (rule.supply == Supply::exception) {
                    rule.limit_gw_per_year = parameter("limit_gw_per_year", 0, 100).value_or(0);
                    known.push_back("lead_months");
                    rule.lead_months = whole(object, where, "lead_months", 0, 43);
                }
                clause.rule = rule;
                break;
            }
            case Kind::own_building:
                clause.rule = OwnBuildingRule{static_cast<OwnBuilding>(rule_of(names::own_building))};
                break;
            case Kind::api_hosting:
                clause.rule = ApiHostingRule{static_cast<Hosting>(rule_of(names::hosting))};
                break;
            case Kind::products_hosting:
                clause.rule = ProductsHostingRule{rule_of(names::products_hosting) == 0 ? Hosting::azure_only
                                                                                        : Hosting::anywhere};
                break;
            case Kind::revenue_share:
                clause.rule =
                    RevenueShareRule{parameter("rate", 0, 1).value_or(0), parameter("reverse_rate", 0, 1).value_or(0),
                                     parameter("cap_bn", 0, 100'000, false)};
                break;
            case Kind::ip_licence:
                known.insert(known.end(), {"models_until", "research_until", "exclusive", "covers_post_agi"});
                clause.rule =
                    IpLicenceRule{month(object, where, "models_until"), month(object, where, "research_until"),
                                  truth(object, where, "exclusive"), truth(object, where, "covers_post_agi")};
                break;
            case Kind::agi_trigger:
                clause.rule = AgiTriggerRule{static_cast<Trigger>(rule_of(names::triggers)), read_ends(object, where)};
                known.push_back("ends");
                break;
            case Kind::purchase_commitment:
                clause.rule = PurchaseRule{parameter("amount_bn", 0, 100'000, false)};
                break;
            case Kind::stake:
                clause.rule = StakeRule{parameter("share", 0, 1, false)};
                break;
            case Kind::sales_channels:
                clause.rule = SalesChannelsRule{static_cast<Channels>(rule_of(names::channels))};
                break;
        }
        only(object, where, known);
    }

    AgiEnds read_ends(const Json& object, const std::string& where) {
        AgiEnds ends;
        const Json* list = member(object, where, "ends");
        if (!list) return ends;
        if (!list->is_array()) {
            fail(path(where, "ends"), "must be a list out of " + listed(names::agi_ends));
            return ends;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            const auto index =
                (*list)[i].is_string() ? index_in(names::agi_ends, (*list)[i].get<std::string>()) : std::nullopt;
            if (index)
                ends.*names::agi_end_fields[*index] = true;
            else
                fail(path(where, "ends") + "[" + std::to_string(i) + "]", "must be one of " + listed(names::agi_ends));
        }
        return ends;
    }

    Contract contract;
};

}  // namespace

Parsed<Contract> parse_contract(std::string_view text) {
    const Parsed<Json> tree = parse_json(text, max_contract_bytes, max_depth);
    if (!tree) return std::unexpected(tree.error());
    Parsed<Contract> contract = ContractReader{}.read(*tree);
    // Written out, a text takes at most a few bytes a clause more than it was: far less than half as much again.
    const bool may_be_larger = contract && text.size() > max_contract_bytes / 2;
    if (may_be_larger && contract_tree(*contract).dump().size() > max_contract_bytes)
        return std::unexpected(std::vector<Problem>{{"", "is larger than 1 MB when it is written out"}});
    return contract;
}

std::vector<News> parse_news(std::string_view text) {
    const Parsed<Json> tree = parse_json(text, max_contract_bytes, max_depth);
    assert(tree);
    JsonReader reader;
    std::vector<News> news;
    for (const Json& item : (*tree)["news"])
        news.push_back({reader.month(item, "news", "month"), reader.text(item, "news", "fact"),
                        reader.text(item, "news", "name", true, max_title),
                        reader.text(item, "news", "says", true, max_says),
                        reader.text(item, "news", "contract", false)});
    assert(reader.problems.empty());
    return news;
}

}  // namespace fr
