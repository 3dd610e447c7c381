// States to JSON and back, with every check on what comes from outside.
#include "core/keep/saved.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

class SavedReader {
public:
    Parsed<Saved> read(const Json& json) {
        if (!json.is_object()) return std::unexpected(std::vector<Problem>{{"", "must be an object"}});
        if (json.value("format", Json()) != 1) fail("format", "must be 1, the only format so far");
        read_contract(json);
        read_inputs(json.value("inputs", Json()));
        if (problems.empty()) read_edits(json.value("edits", Json::array()));
        if (!problems.empty()) return std::unexpected(problems);
        return Saved{inputs, base->shipped ? shipped_deal(*base, edits) : Deal(own).with(edits),
                     chapter_from(json.value("chapter", Json())), bets_from(json.value("bets", Json()))};
    }

private:
    static std::optional<std::size_t> chapter_from(const Json& json) {
        return json.is_string() ? scene_named(json.get<std::string>()) : std::nullopt;
    }
    static Bets bets_from(const Json& json) {
        Bets bets;
        if (!json.is_object()) return bets;
        for (const auto& [id, value] : json.items()) {
            const Stake* stake = stake_named(id);
            const auto placed = stake ? bet_value(*stake, value.dump()) : std::nullopt;
            if (placed) bets = with_bet(std::move(bets), *stake, *placed);
        }
        return bets;
    }

    void fail(std::string where, std::string what) { add_problem(problems, {std::move(where), std::move(what)}); }

    void read_contract(const Json& json) {
        if (json.contains("contract_file")) {
            Parsed<Contract> parsed = parse_contract(json["contract_file"].dump());
            if (!parsed)
                for (const Problem& problem : parsed.error()) fail("contract_file." + problem.where, problem.what);
            if (parsed) own = *std::move(parsed);
            base = &own;
            return;
        }
        const Json id = json.value("contract", Json());
        base = id.is_string() ? find_contract(id.get<std::string>()) : nullptr;
        if (!base) fail("contract", "must be a shipped deal, or be held whole as contract_file");
    }

    void read_inputs(const Json& given) {
        if (!given.is_object()) return fail("inputs", "must be an object of input keys and values");
        for (const Param& param : params)
            if (!given.contains(param.key)) fail("inputs", "lack " + std::string(param.key));
        for (const auto& [key, value] : given.items()) {
            const Param* param = find_param(key);
            if (!param) {
                fail("inputs", "hold “" + shown(key) + "”, which is no input");
                continue;
            }
            const auto parsed = parse_value(*param, value.is_string() ? value.get<std::string>() : value.dump());
            if (parsed)
                inputs.*param->field = *parsed;
            else
                fail("inputs", parsed.error());
        }
    }

    void read_edits(const Json& given) {
        if (!given.is_array() || given.size() > base->clauses.size())
            return fail("edits", "must be a list, at most as long as the deal has clauses");
        for (const Json& edit : given) {
            const Json clause = edit.is_object() ? edit.value("clause", Json()) : Json();
            const Json name = edit.is_object() ? edit.value("kind", Json()) : Json();
            const auto kind = name.is_string() ? edit_kind(name.get<std::string>()) : std::nullopt;
            const bool known =
                clause.is_string() && std::ranges::contains(base->clauses, clause.get<std::string>(), &Clause::id);
            if (!known || !kind) {
                fail("edits", "must name clauses of the deal and never_agreed, dropped or agreed");
                continue;
            }
            if (std::ranges::contains(edits, clause.get<std::string>(), &Edit::clause)) {
                fail("edits", "must name a clause once, not “" + shown(clause.get<std::string>()) + "” again");
                continue;
            }
            edits.push_back({clause.get<std::string>(), *kind});
        }
    }

    Inputs inputs = default_inputs();
    Contract own;
    const Contract* base = nullptr;  // shipped, or own
    std::vector<Edit> edits;
    std::vector<Problem> problems;
};

}  // namespace

Json saved_json(const Saved& saved) {
    Json json{{"format", 1}, {"contract", saved.deal.base().id}};
    if (!saved.deal.base().shipped) json["contract_file"] = contract_tree(saved.deal.base());
    for (const Param& param : params)
        json["inputs"][std::string(param.key)] = value_json(param, saved.inputs.*param.field);
    json["edits"] = edits_json(saved.deal.edits());
    if (saved.chapter) json["chapter"] = shipped_scenes()[*saved.chapter].id;
    for (const PlacedBet& bet : saved.bets) json["bets"][bet.id] = bet.value;
    return json;
}

Parsed<Saved> read_saved(const Json& json) { return SavedReader{}.read(json); }

}  // namespace fr
