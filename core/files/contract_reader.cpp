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
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/names.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

constexpr std::string_view month_wanted = "must be a month from 2019-07 to 2035-12, like \"2025-01\" or \"2025-01-21\"";

class Reader {
public:
    std::vector<Problem> problems;

    void fail(const std::string& where, std::string what) { add_problem(problems, {where, std::move(what)}); }

    static std::string path(const std::string& object, std::string_view key) {
        return object.empty() ? shown(key) : object + "." + shown(key);
    }

    const Json* member(const Json& object, const std::string& where, std::string_view key, bool required = true) {
        const auto found = object.find(key);
        if (found != object.end()) return &*found;
        if (required) fail(path(where, key), "is missing");
        return nullptr;
    }

    // Line breaks and other control characters are spaces: these texts are set in one run.
    std::string text(const Json& object, const std::string& where, std::string_view key, bool required = true,
                     std::size_t most_letters = max_id) {
        const Json* value = member(object, where, key, required);
        if (!value) return {};
        const auto* string = value->get_ptr<const std::string*>();
        std::string found = string ? *string : std::string{};
        std::ranges::replace_if(found, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
        const bool is_blank = found.find_first_not_of(' ') == std::string::npos;
        if (!string || (required && is_blank)) fail(path(where, key), "must be a text that is not empty");
        if (letter_count(found) > most_letters)
            fail(path(where, key), "must be at most " + std::to_string(most_letters) + " letters");
        check_letters(found, path(where, key));
        return found;
    }

    // What cannot be seen can disguise what is beside it, and is partly forbidden in XML.
    void check_letters(std::string_view found, const std::string& where) {
        for (std::size_t at = 0; at < found.size(); at += letter_at(found, at).bytes)
            if (const char32_t code = letter_at(found, at).code; is_unseen(code))
                return fail(where, "holds " + code_name(code) + ", which cannot be seen; delete it");
    }

    bool truth(const Json& object, const std::string& where, std::string_view key, bool required = true) {
        const Json* value = member(object, where, key, required);
        if (value && !value->is_boolean()) fail(path(where, key), "must be true or false");
        return value && value->is_boolean() && value->get<bool>();
    }

    std::optional<double> number(const Json& object, const std::string& where, std::string_view key, double low,
                                 double high, bool required = true) {
        const Json* value = member(object, where, key, required);
        if (!value) return std::nullopt;
        const double found = value->is_number() ? value->get<double>() : low - 1;
        if (found >= low && found <= high) return found;
        fail(path(where, key), "must be a number from " + shortest(low) + " to " + shortest(high));
        return std::nullopt;
    }

    int whole(const Json& object, const std::string& where, std::string_view key, int low, int high) {
        const double found = number(object, where, key, low, high).value_or(low);
        if (found == static_cast<int>(found)) return static_cast<int>(found);
        fail(path(where, key), "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        return low;
    }

    std::size_t one_of(const Json& object, const std::string& where, std::string_view key, Names names) {
        const Json* value = member(object, where, key);
        if (!value) return 0;
        const auto* string = value->get_ptr<const std::string*>();
        const auto index = string ? index_in(names, *string) : std::nullopt;
        if (!index) fail(path(where, key), "must be one of " + listed(names));
        return index.value_or(0);
    }

    // A published date: a day, or a month.
    std::string date(const Json& object, const std::string& where, std::string_view key) {
        const std::string found = text(object, where, key, false);
        if (!found.empty() && !month_from(found)) fail(path(where, key), std::string(month_wanted));
        return found;
    }

    Month month(const Json& object, const std::string& where, std::string_view key) {
        const std::string found = text(object, where, key);
        const auto month = month_from(found);
        if (!month && !found.empty()) fail(path(where, key), std::string(month_wanted));
        return month.value_or(Month{});
    }

    std::optional<Bound> bound(const Json& object, const std::string& where, std::string_view key, bool required) {
        const std::string found = text(object, where, key, required);
        if (found.empty()) return std::nullopt;
        if (const auto month = month_from(found)) return *month;
        if (const auto fact = index_in(names::facts, found)) return static_cast<Fact>(*fact);
        fail(path(where, key), std::string(month_wanted) + ", or one of " + listed(names::facts));
        return std::nullopt;
    }

    // Keys that nobody reads are mistakes: most are typing errors.
    void only(const Json& object, const std::string& where, Names known) {
        for (const auto& [key, value] : object.items())
            if (!index_in(known, key)) fail(path(where, key), "is not known here; known are " + listed(known));
    }
};

class ContractReader : Reader {
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
        const Json* sources = member(object, where, "sources");
        if (!sources) return;
        if (!sources->is_array() || sources->empty())
            return fail(path(where, "sources"), "must be a list of at least one fact id");
        for (std::size_t i = 0; i < sources->size(); ++i) {
            const Json& source = (*sources)[i];
            const std::string at = path(where, "sources") + "[" + std::to_string(i) + "]";
            if (!source.is_string() || !grade_of_fact(source.get<std::string>()))
                fail(at, "must be the id of a fact in assets/facts.json, like \"A9\"");
            else
                clause.sources.push_back(source.get<std::string>());
        }
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
    Reader reader;
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
