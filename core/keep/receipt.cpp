// Writes and re-runs receipts: the receipt of the re-run is compared with the one given, value by value.
#include "core/keep/receipt.h"

#include <algorithm>
#include <functional>

#include "core/deal/few.h"
#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/keep/answers_json.h"
#include "core/keep/results_json.h"
#include "core/words/letters.h"

namespace fr {

namespace {

constexpr std::string_view kind_of_file = "first-refusal-receipt";
constexpr std::size_t most_differences = 20;

// Every fact that a clause or an input of the state cites, once, in order.
Json cited_facts(const Contract& contract) {
    std::vector<std::string> ids;
    for (const Clause& clause : contract.clauses) ids.insert(ids.end(), clause.sources.begin(), clause.sources.end());
    for (const Param& param : params)
        for (const Json& id : words_json(param.facts)) ids.push_back(id.get<std::string>());
    sort_few(ids, std::less{});
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

Json receipt_json(const Saved& state) {
    const Inputs& inputs = state.inputs;
    const Contract& contract = state.deal.contract();
    const Reading reading = evaluate(inputs, contract);
    Json json{{"kind", kind_of_file}, {"format", 1}};
    json.update(to_json(inputs, contract, reading, true));
    json.update(saved_json(state));
    json["trace"] = Json::array();
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        json["trace"].push_back(to_json(why(outcome, {}, inputs, contract, under_pressure()),
                                        contract_of(outcome, contract, under_pressure())));
    }
    json["sources"] = cited_facts(contract);
    return json;
}

Parsed<Saved> read_receipt(const Json& json) {
    const bool ours = json.is_object() && json.value("kind", Json()) == kind_of_file;
    if (!ours) return std::unexpected(std::vector<Problem>{{"", "is not a receipt of this explainer"}});
    return read_saved(json);
}

std::string short_text(const Json& value) {
    const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() <= 80 ? text : text.substr(0, 77) + "…";
}

void compare(const Json& given, const Json& here, const std::string& path, std::vector<std::string>& differences) {
    if (given == here) return;
    if (given.is_object() && here.is_object()) {
        const auto path_to = [&](const std::string& key) { return path.empty() ? key : path + "." + key; };
        for (const auto& [key, value] : here.items()) {
            const auto found = given.find(key);
            if (found != given.end())
                compare(*found, value, path_to(key), differences);
            else
                differences.push_back(path_to(key) + " is not in the receipt and " + short_text(value) + " here");
        }
        for (const auto& [key, value] : given.items())
            if (!here.contains(key)) differences.push_back(path_to(key) + " is in the receipt and not here");
    } else if (given.is_array() && here.is_array() && given.size() == here.size()) {
        for (std::size_t i = 0; i < here.size(); ++i)
            compare(given[i], here[i], path + "[" + std::to_string(i) + "]", differences);
    } else {
        differences.push_back(path + " is " + short_text(given) + " in the receipt and " + short_text(here) + " here");
    }
}

}  // namespace

std::expected<std::string, std::string> receipt_text(const Saved& state) {
    std::string text = receipt_json(state).dump(1) + "\n";
    if (text.size() <= max_receipt_bytes) return text;
    return std::unexpected("A receipt of this deal would be larger than " +
                           std::to_string(max_receipt_bytes / 1'000'000) + " MB, and could not be verified.");
}

namespace {

// The version of a receipt that says all else as this model does; empty otherwise.
std::string other_version(const Json& given, const Json& here, const std::vector<std::string>& differences) {
    const Json version = given.value("version", Json());
    if (differences.size() != 1 || !version.is_string() || version == here["version"]) return {};
    return shown(version.get<std::string>(), 40);
}

}  // namespace

Parsed<Verification> verify_receipt(std::string_view text) {
    const Parsed<Json> given = parse_json(text, max_receipt_bytes, max_depth);
    if (!given) return std::unexpected(given.error());
    const Parsed<Saved> state = read_receipt(*given);
    if (!state) return std::unexpected(state.error());
    // Through text, so that both sides have been numbers in JSON.
    const Json here = Json::parse(receipt_json({state->inputs, state->deal}).dump());
    Verification result{{}, here["contract"], here["fingerprint"], {}};
    // A deal that the receipt brings along may call itself anything, also like a shipped one.
    if (!state->deal.base().shipped) result.contract += " (a deal of the reader's own, as the receipt holds it)";
    Json said = *given;
    for (const char* key : {"chapter", "bets"}) said.erase(key);  // no number hangs on how far the reader is
    compare(said, here, "", result.differences);
    result.made_by = other_version(*given, here, result.differences);
    if (!result.made_by.empty()) result.differences.clear();
    if (result.differences.size() > most_differences) {
        const std::size_t more = result.differences.size() - most_differences;
        result.differences.resize(most_differences);
        result.differences.push_back("and " + std::to_string(more) + " more differences");
    }
    return result;
}

}  // namespace fr
