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
        return saved;
    }

private:
    void fail(std::string where, std::string what) { problems.push_back({std::move(where), std::move(what)}); }

    void read_contract(const Json& json) {
        if (json.contains("contract_file")) {
            const Parsed<Contract> own = parse_contract(json["contract_file"].dump());
            if (own) saved.base = *own;
            if (!own)
                for (const Problem& problem : own.error()) fail("contract_file." + problem.where, problem.what);
            return;
        }
        const Json id = json.value("contract", Json());
        const Contract* shipped = id.is_string() ? find_contract(id.get<std::string>()) : nullptr;
        if (!shipped) return fail("contract", "must be a shipped deal, or be held whole as contract_file");
        saved.base = *shipped;
    }

    void read_inputs(const Json& inputs) {
        if (!inputs.is_object()) return fail("inputs", "must be an object of input keys and values");
        for (const Param& param : params)
            if (!inputs.contains(param.key)) fail("inputs", "lack " + std::string(param.key));
        for (const auto& [key, value] : inputs.items()) {
            const Param* param = find_param(key);
            if (!param) {
                fail("inputs", "hold “" + key.substr(0, 60) + "”, which is no input");
                continue;
            }
            const auto parsed = parse_value(*param, value.is_string() ? value.get<std::string>() : value.dump());
            if (parsed)
                saved.inputs.*param->field = *parsed;
            else
                fail("inputs", parsed.error());
        }
    }

    void read_edits(const Json& edits) {
        if (!edits.is_array()) return fail("edits", "must be a list");
        for (const Json& edit : edits) {
            const Json clause = edit.is_object() ? edit.value("clause", Json()) : Json();
            const Json name = edit.is_object() ? edit.value("kind", Json()) : Json();
            const auto kind = name.is_string() ? edit_kind(name.get<std::string>()) : std::nullopt;
            const bool known =
                clause.is_string() && std::ranges::contains(saved.base.clauses, clause.get<std::string>(), &Clause::id);
            if (!known || !kind) {
                fail("edits", "must name clauses of the deal and never_agreed, dropped or agreed");
                continue;
            }
            if (std::ranges::contains(saved.edits, clause.get<std::string>(), &Edit::clause)) {
                fail("edits", "must name a clause once, not “" + clause.get<std::string>().substr(0, 60) + "” again");
                continue;
            }
            saved.edits.push_back({clause.get<std::string>(), *kind});
        }
    }

    Saved saved{default_inputs(), {}, {}};
    std::vector<Problem> problems;
};

}  // namespace

Json saved_json(const Saved& saved) {
    Json json{{"format", 1}, {"contract", saved.base.id}};
    if (!saved.base.shipped)
        json["contract_file"] = *parse_json(contract_text(saved.base), max_contract_bytes, max_depth);
    for (const Param& param : params)
        json["inputs"][std::string(param.key)] = value_json(param, saved.inputs.*param.field);
    json["edits"] = edits_json(saved.edits);
    return json;
}

Parsed<Saved> read_saved(const Json& json) { return SavedReader{}.read(json); }

}  // namespace fr
