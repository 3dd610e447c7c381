// Writes and re-runs receipts: the receipt of the re-run is compared with the one given, value by value.
#include "core/receipt.h"

#include <algorithm>

#include "core/assets.h"
#include "core/json_tree.h"
#include "core/json_whatif.h"
#include "core/link.h"

namespace fr {

namespace {

constexpr std::string_view kind_of_file = "first-refusal-receipt";
constexpr std::size_t max_receipt_bytes = 4'000'000;
constexpr std::size_t most_differences = 20;
constexpr std::array<std::string_view, 3> edit_names{"never_agreed", "dropped", "agreed"};

// Every fact that a clause or an input of the state cites, once, in order.
Json cited_facts(const Contract& contract) {
    std::vector<std::string> ids;
    for (const Clause& clause : contract.clauses) ids.insert(ids.end(), clause.sources.begin(), clause.sources.end());
    for (const Param& param : params)
        for (const Json& id : words_json(param.facts)) ids.push_back(id.get<std::string>());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

Json receipt_json(const Inputs& inputs, const Contract& base, const std::vector<Edit>& edits) {
    const Contract contract = edited(base, edits);
    const Outcome outcome = evaluate(inputs, contract, under_pressure());
    Json json{{"kind", kind_of_file}, {"format", 1}};
    json.update(to_json(inputs, contract, outcome, true));
    if (!base.shipped) json["contract_file"] = Json::parse(contract_text(base));
    json["edits"] = Json::array();
    for (const Edit& edit : edits)
        json["edits"].push_back({{"clause", edit.clause}, {"kind", edit_names[static_cast<std::size_t>(edit.kind)]}});
    json["trace"] = Json::array();
    for (std::size_t key = 0; key < key_names.size(); ++key) {
        const Key outcome_key = static_cast<Key>(key);
        json["trace"].push_back(to_json(why(outcome_key, {}, inputs, contract, under_pressure()),
                                        contract_of(outcome_key, contract, under_pressure())));
    }
    json["sources"] = cited_facts(contract);
    return json;
}

struct ReceiptState {
    Inputs inputs = default_inputs();
    Contract base;
    std::vector<Edit> edits;
};

class ReceiptReader {
public:
    Parsed<ReceiptState> read(const Json& json) {
        const bool ours = json.is_object() && json.value("kind", Json()) == kind_of_file;
        if (!ours) return std::unexpected(std::vector<Problem>{{"", "is not a receipt of this explainer"}});
        if (json.value("format", Json()) != 1) fail("format", "must be 1, the only format so far");
        read_contract(json);
        read_inputs(json.value("inputs", Json()));
        if (problems.empty()) read_edits(json.value("edits", Json::array()));
        if (!problems.empty()) return std::unexpected(problems);
        return state;
    }

private:
    void fail(std::string where, std::string what) { problems.push_back({std::move(where), std::move(what)}); }

    void read_contract(const Json& json) {
        if (json.contains("contract_file")) {
            const Parsed<Contract> own = parse_contract(json["contract_file"].dump());
            if (own) state.base = *own;
            if (!own)
                for (const Problem& problem : own.error()) fail("contract_file." + problem.where, problem.what);
            return;
        }
        const Json id = json.value("contract", Json());
        const Contract* shipped = id.is_string() ? find_contract(id.get<std::string>()) : nullptr;
        if (!shipped) return fail("contract", "must be a shipped deal, or the receipt must hold it as contract_file");
        state.base = *shipped;
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
                state.inputs.*param->field = *parsed;
            else
                fail("inputs", parsed.error());
        }
    }

    void read_edits(const Json& edits) {
        if (!edits.is_array()) return fail("edits", "must be a list");
        for (const Json& edit : edits) {
            const Json clause = edit.is_object() ? edit.value("clause", Json()) : Json();
            const Json name = edit.is_object() ? edit.value("kind", Json()) : Json();
            const auto kind =
                name.is_string() ? std::ranges::find(edit_names, name.get<std::string>()) : edit_names.end();
            const bool known =
                clause.is_string() && std::ranges::contains(state.base.clauses, clause.get<std::string>(), &Clause::id);
            if (!known || kind == edit_names.end()) {
                fail("edits", "must name clauses of the deal and never_agreed, dropped or agreed");
                continue;
            }
            state.edits.push_back({clause.get<std::string>(), static_cast<EditKind>(kind - edit_names.begin())});
        }
    }

    ReceiptState state;
    std::vector<Problem> problems;
};

std::string short_text(const Json& value) {
    const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() <= 80 ? text : text.substr(0, 77) + "…";
}

void compare(const Json& given, const Json& here, const std::string& path, std::vector<std::string>& differences) {
    if (given == here) return;
    if (given.is_object() && here.is_object()) {
        for (const auto& [key, value] : here.items())
            compare(given.value(key, Json()), value, path.empty() ? key : path + "." + key, differences);
        for (const auto& [key, value] : given.items())
            if (!here.contains(key))
                differences.push_back((path.empty() ? key : path + "." + key) + " is in the receipt and not here");
    } else if (given.is_array() && here.is_array() && given.size() == here.size()) {
        for (std::size_t i = 0; i < here.size(); ++i)
            compare(given[i], here[i], path + "[" + std::to_string(i) + "]", differences);
    } else {
        differences.push_back(path + " is " + short_text(given) + " in the receipt and " + short_text(here) + " here");
    }
}

}  // namespace

std::string receipt_text(const Inputs& inputs, const Contract& base, const std::vector<Edit>& edits) {
    return receipt_json(inputs, base, edits).dump(1) + "\n";
}

Parsed<Verification> verify_receipt(std::string_view text) {
    const Parsed<Json> given = parse_json(text, max_receipt_bytes, max_depth);
    if (!given) return std::unexpected(given.error());
    const Parsed<ReceiptState> state = ReceiptReader{}.read(*given);
    if (!state) return std::unexpected(state.error());
    // Through text, so that both sides have been numbers in JSON.
    const Json here = Json::parse(receipt_text(state->inputs, state->base, state->edits));
    Verification result{{}, here["contract"], here["fingerprint"]};
    compare(*given, here, "", result.differences);
    if (result.differences.size() > most_differences) {
        const std::size_t more = result.differences.size() - most_differences;
        result.differences.resize(most_differences);
        result.differences.push_back("and " + std::to_string(more) + " more differences");
    }
    return result;
}

}  // namespace fr
