// Scenes and stakes from JSON.
#include "core/story/scene_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"

namespace fr {

namespace {

constexpr std::size_t max_bets = 5;
constexpr auto axes = std::to_array<std::string_view>({"share", "gw"});
constexpr auto first_years = std::to_array<std::string_view>({"2019", "2024"});

}  // namespace

Scene SceneReader::read_scene(const Json& chapter, const std::string& where) {
    const Contract& standard = shipped_contracts().front();
    Scene scene{opening_inputs(standard), shipped_deal(standard)};
    scene.id = read_id(chapter, where);
    if (const Json* state = member(chapter, where, "state")) read_state(*state, path(where, "state"), scene);
    for_each(chapter, where, "emphasis", part_names.size(),
             [&](const Json& one, const std::string& at) { read_part(one, at, scene.parts); });
    for_each(chapter, where, "bets", max_bets,
             [&](const Json& one, const std::string& at) { scene.stakes.push_back(read_stake(one, at)); });
    return scene;
}

void SceneReader::read_state(const Json& state, const std::string& where, Scene& scene) {
    static constexpr auto known =
        std::to_array<std::string_view>({"contract", "inputs", "edits", "month", "axis", "first_year", "against"});
    if (!state.is_object()) return fail(where, "must be an object");
    only(state, where, known);
    const Contract& base = contract(state, where, "contract");
    scene.deal = shipped_deal(base, edits(state, where, base));
    scene.inputs = opening_inputs(base);
    read_inputs(state, where, scene.inputs);
    if (state.contains("against")) scene.against = shipped_deal(contract(state, where, "against"));
    if (state.contains("month")) scene.month = model_month(state, where, "month");
    scene.in_gw = state.contains("axis") && one_of(state, where, "axis", axes) == 1;
    scene.from_2019 = state.contains("first_year") && one_of(state, where, "first_year", first_years) == 0;
}

// Small letters, digits and hyphens: ids travel in links.
std::string SceneReader::read_id(const Json& object, const std::string& where) {
    const std::string id = text(object, where, "id", true, 40);
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
        fail(path(where, "id"), "must be small letters, digits and hyphens");
    return id;
}

const Contract& SceneReader::contract(const Json& state, const std::string& where, std::string_view key) {
    const std::string id = text(state, where, key);
    if (const Contract* found = find_contract(id)) return *found;
    std::string known;
    for (const Contract& shipped : shipped_contracts()) known += (known.empty() ? "" : ", ") + shipped.id;
    if (!id.empty()) fail(path(where, key), "must be one of " + known);
    return shipped_contracts().front();
}

Month SceneReader::model_month(const Json& object, const std::string& where, std::string_view key) {
    const std::string id = text(object, where, key);
    const auto month = model_month_from(id);
    if (!month) fail(path(where, key), "must be a month from 2024-01 to 2035-12, like \"2025-12\"");
    return month.value_or(never);
}

const Param* SceneReader::input(const Json& object, const std::string& where, std::string_view key) {
    const std::string name = text(object, where, key);
    const Param* param = find_param(name);
    if (!param && !name.empty())
        fail(path(where, key), "is no input; the nearest is " + std::string(nearest_key(name)));
    return param;
}

void SceneReader::read_inputs(const Json& state, const std::string& where, Inputs& inputs) {
    const Json* given = member(state, where, "inputs", false);
    if (!given) return;
    if (!given->is_object()) return fail(path(where, "inputs"), "must be an object of input keys and values");
    for (const auto& [key, value] : given->items()) {
        const std::string at = path(where, "inputs") + "[\"" + shown(key) + "\"]";
        const Param* param = find_param(key);
        if (!param) {
            fail(at, "is no input; the nearest is " + std::string(nearest_key(key)));
            continue;
        }
        const auto parsed = parse_value(*param, value.is_string() ? value.get<std::string>() : value.dump());
        if (parsed)
            inputs.*param->field = *parsed;
        else
            fail(at, parsed.error());
    }
}

std::vector<Edit> SceneReader::edits(const Json& state, const std::string& where, const Contract& base) {
    std::vector<Edit> all;
    const Json* given = member(state, where, "edits", false);
    if (given && !given->is_object()) fail(path(where, "edits"), "must be an object of clauses and changes");
    if (!given || !given->is_object()) return all;
    for (const auto& [clause, name] : given->items()) {
        const auto kind = name.is_string() ? edit_kind(name.get<std::string>()) : std::nullopt;
        if (!kind || !std::ranges::contains(base.clauses, clause, &Clause::id))
            fail(path(where, "edits") + "[\"" + shown(clause) + "\"]",
                 "must be a clause of the deal, and never_agreed, dropped or agreed");
        else
            all.push_back({clause, *kind});
    }
    return all;
}

void SceneReader::read_part(const Json& value, const std::string& where, Parts& parts) {
    const auto* name = value.get_ptr<const std::string*>();
    const auto index = name ? index_in(part_names, *name) : std::nullopt;
    if (!index) return fail(where, "must be one of " + listed(part_names));
    parts.add(static_cast<Part>(*index));
}

Stake SceneReader::read_stake(const Json& bet, const std::string& where) {
    Stake stake;
    if (!bet.is_object()) return stake;  // that it must be one is said where its words are read
    stake.id = read_id(bet, where);
    read_range(bet, where, stake);
    stake.is_known = bet.contains("known");
    if (bet.contains("month")) stake.month = model_month(bet, where, "month");
    return stake;
}

// An input has its own range, options are counted, and a number says from where to where.
void SceneReader::read_range(const Json& bet, const std::string& where, Stake& stake) {
    stake.is_choice = bet.contains("options");
    if (stake.is_choice) {
        stake.high = static_cast<double>(bet["options"].size()) - 1;
    } else if (bet.contains("input")) {
        stake.param = input(bet, where, "input");
        if (stake.param) stake.low = stake.param->low, stake.high = stake.param->high;
    } else {
        stake.low = number(bet, where, "low", 0, 1e6).value_or(0);
        stake.high = number(bet, where, "high", stake.low, 1e6).value_or(stake.low);
    }
}

}  // namespace fr
