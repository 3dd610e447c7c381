// Reads the disputes, and compares a state with their sides.
#include "core/ask/disputes.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/words/names.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

Side read_side(const Json& json) {
    Side side{json["name"].get<std::string>(),
              json["says"].get<std::string>(),
              json["facts"].get<std::vector<std::string>>(),
              {},
              {}};
    const Json inputs = json.value("inputs", Json::object()), edits = json.value("edits", Json::object());
    for (const auto& [key, value] : inputs.items()) {
        const Param* param = find_param(key);
        const auto parsed = parse_value(*param, value.is_string() ? value.get<std::string>() : value.dump());
        assert(parsed);
        side.inputs.emplace_back(param, *parsed);
    }
    for (const auto& [clause, kind] : edits.items())
        side.edits.push_back({clause, *edit_kind(kind.get<std::string>())});
    // A retelling may be worth less than the fact that records it.
    const auto told = std::ranges::find(names::grades, json.value("grade", "primary"));
    side.grade = static_cast<Grade>(told - names::grades.begin());
    for (const std::string& id : side.facts) side.grade = std::max(side.grade, *grade_of_fact(id));
    return side;
}

bool has(const Contract& base, const Edit& edit) {
    return std::ranges::contains(base.clauses, edit.clause, &Clause::id);
}

// Whether some side of a dispute changes a clause.
bool concerns(const Dispute& dispute, const Edit& edit) {
    return std::ranges::any_of(
        dispute.sides, [&](const Side& side) { return std::ranges::contains(side.edits, edit.clause, &Edit::clause); });
}

}  // namespace

std::vector<Dispute> parse_disputes(std::string_view text) {
    const Parsed<Json> tree = parse_json(text, max_contract_bytes, max_depth);
    assert(tree);
    std::vector<Dispute> disputes;
    for (const Json& item : (*tree)["disputes"]) {
        Dispute dispute{item["id"].get<std::string>(), item["question"].get<std::string>(), item.value("note", ""), {}};
        for (const Json& side : item["sides"]) dispute.sides.push_back(read_side(side));
        disputes.push_back(std::move(dispute));
    }
    return disputes;
}

const std::vector<Dispute>& shipped_disputes() {
    static const std::vector<Dispute> disputes = parse_disputes(assets::disputes_text);
    return disputes;
}

bool is_offered(const Side& side, const Contract& base) {
    return std::ranges::all_of(side.edits, [&](const Edit& edit) { return has(base, edit); });
}

bool is_offered(const Dispute& dispute, const Contract& base) {
    return std::ranges::count_if(dispute.sides, [&](const Side& side) { return is_offered(side, base); }) > 1;
}

Choices on_side(const Dispute& dispute, std::size_t side, Choices before) {
    const Side& chosen = dispute.sides[side];
    for (const auto& [param, value] : chosen.inputs) before.inputs.*param->field = value;
    std::erase_if(before.edits, [&](const Edit& edit) { return concerns(dispute, edit); });
    before.edits.insert(before.edits.end(), chosen.edits.begin(), chosen.edits.end());
    return before;
}

std::optional<std::size_t> side_of(const Dispute& dispute, const Contract& base, const Choices& now) {
    for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
        const Side& tried = dispute.sides[side];
        const bool has_values = std::ranges::all_of(
            tried.inputs, [&](const auto& input) { return now.inputs.*input.first->field == input.second; });
        const bool has_edits =
            std::ranges::all_of(tried.edits, [&](const Edit& edit) { return std::ranges::contains(now.edits, edit); });
        const bool has_others = std::ranges::any_of(now.edits, [&](const Edit& edit) {
            return concerns(dispute, edit) && !std::ranges::contains(tried.edits, edit);
        });
        if (is_offered(tried, base) && has_values && has_edits && !has_others) return side;
    }
    return std::nullopt;
}

Json sides_json(const Contract& base, const Choices& now) {
    Json json = Json::object();
    for (const Dispute& dispute : shipped_disputes()) {
        if (!is_offered(dispute, base)) continue;
        const auto side = side_of(dispute, base, now);
        json[dispute.id] = side ? Json(*side) : Json(nullptr);
    }
    return json;
}

Json disputes_json(const Contract& base, const Choices& now) {
    Json list = Json::array();
    for (const Dispute& dispute : shipped_disputes()) {
        if (!is_offered(dispute, base)) continue;
        Json sides = Json::array();
        for (std::size_t i = 0; i < dispute.sides.size(); ++i) {
            const Side& side = dispute.sides[i];
            if (!is_offered(side, base)) continue;
            Json inputs = Json::object();
            for (const auto& [param, value] : side.inputs) inputs[std::string(param->key)] = value_json(*param, value);
            sides.push_back({{"side", i},
                             {"name", side.name},
                             {"says", side.says},
                             {"facts", side.facts},
                             {"grade", entry(names::grades, side.grade)},
                             {"inputs", std::move(inputs)},
                             {"edits", edits_json(side.edits)},
                             {"chosen", side_of(dispute, base, now) == i}});
        }
        list.push_back(
            {{"id", dispute.id}, {"question", dispute.question}, {"note", dispute.note}, {"sides", std::move(sides)}});
    }
    return list;
}

}  // namespace fr
