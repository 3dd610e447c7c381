// Each wish is read by the reader of its kind; what is wrong with it is said with what would have been right.
#include "ui/state/wishes.h"

#include <algorithm>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

std::expected<std::size_t, std::string> chapter_of(std::string_view name) {
    const auto& all = shipped_scenes();
    if (const auto index = scene_named(name)) return *index;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::to_string(i + 1) == name) return i;
    std::string known;
    for (const Scene& scene : all) known += (known.empty() ? "" : ", ") + scene.id;
    return std::unexpected("There is no chapter “" + shown(name) + "”; there are 1 to " + std::to_string(all.size()) +
                           ": " + known + ".");
}

std::expected<Action, std::string> chapter_action(std::string_view name, bool keeps) {
    return chapter_of(name).transform([&](std::size_t chapter) { return Action{TellChapter{chapter, keeps}}; });
}

std::expected<Action, std::string> bet_action(std::string_view id, std::string_view value) {
    const Stake* stake = stake_named(id);
    if (!stake) return std::unexpected("There is no bet “" + shown(id) + "”.");
    if (value == "none") return PlaceBet{stake, std::nullopt};
    const auto placed = bet_value(*stake, value);
    if (placed) return PlaceBet{stake, *placed};
    return std::unexpected("The bet " + stake->id + " is a number from " + shortest(stake->low) + " to " +
                           shortest(stake->high) + ", not “" + shown(value, 40) + "”.");
}

std::expected<Action, std::string> set_action(std::string_view key, std::string_view value) {
    const Param* param = find_param(key);
    if (!param)
        return std::unexpected("There is no input “" + shown(key) + "”; the nearest is " +
                               std::string(nearest_key(key)) + ".");
    // The error begins with the key, which scripts know; readers know the label.
    const auto by_label = [&](const std::string& error) {
        return std::string(param->label) + error.substr(param->key.size());
    };
    return parse_value(*param, value)
        .transform([&](double parsed) { return Action{SetInput{param, parsed}}; })
        .transform_error(by_label);
}

std::expected<Action, std::string> pick_action(std::string_view contract) {
    if (find_contract(contract)) return PickContract{std::string(contract)};
    std::string known;
    for (const Contract& shipped : shipped_contracts()) known += (known.empty() ? "" : ", ") + shipped.id;
    return std::unexpected("There is no deal “" + shown(contract) + "”; there are " + known + ".");
}

std::expected<Action, std::string> ask_action(std::string_view outcome) {
    const auto found = std::ranges::find(outcome_names, outcome);
    if (found != outcome_names.end()) return Ask{static_cast<Outcome>(found - outcome_names.begin())};
    return std::unexpected("There is no outcome “" + shown(outcome) + "”; the nearest is " +
                           std::string(nearest(outcome, outcome_names)) + ".");
}

std::expected<Action, std::string> tab_action(std::string_view tab) {
    const auto found = std::ranges::find(tab_names, tab);
    if (found != tab_names.end()) return ShowTab{static_cast<Tab>(found - tab_names.begin())};
    return std::unexpected("There is no tab “" + shown(tab) + "”; the nearest is " +
                           std::string(nearest(tab, tab_names)) + ".");
}

Action file_action(std::string_view text, std::string_view name) {
    Parsed<Contract> parsed = parse_contract(text);
    if (parsed) return LoadContract{std::move(*parsed)};
    return RefuseContract{std::string(name), std::move(parsed.error())};
}

std::expected<Action, std::string> side_action(const App& app, std::string_view dispute, int side) {
    const auto& all = shipped_disputes();
    const auto found = std::ranges::find(all, dispute, &Dispute::id);
    const auto index = static_cast<std::size_t>(side);
    if (found == all.end() || index >= found->sides.size() || !is_offered(found->sides[index], app.state.base()))
        return std::unexpected("This deal has no such side of a dispute.");
    return TakeSide{&*found, index};
}

}  // namespace fr
