// The shipped outline, and what becomes of bets in it.
#include "core/story/outline.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "core/files/json_tree.h"
#include "core/story/scene_reader.h"
#include "core/words/format.h"
#include "core/words/param_text.h"

namespace fr {

// That it is whole is for the suite to say: it holds every scene against the one that the story's reader makes.
const std::vector<Scene>& shipped_scenes() {
    static const std::vector<Scene> scenes = [] {
        SceneReader reader;
        std::vector<Scene> all;
        const Parsed<Json> tree = parse_json(assets::outline_text, assets::outline_text.size(), max_depth);
        assert(tree);
        for (const Json& chapter : (*tree)["chapters"]) all.push_back(reader.read_scene(chapter, ""));
        return all;
    }();
    return scenes;
}

std::optional<std::size_t> scene_named(std::string_view id) {
    const auto found = std::ranges::find(shipped_scenes(), id, &Scene::id);
    if (found == shipped_scenes().end()) return std::nullopt;
    return static_cast<std::size_t>(found - shipped_scenes().begin());
}

const Stake* stake_named(std::string_view id) {
    for (const Scene& scene : shipped_scenes())
        for (const Stake& stake : scene.stakes)
            if (stake.id == id) return &stake;
    return nullptr;
}

std::optional<double> placed(const Bets& bets, std::string_view id) {
    const auto found = std::ranges::find(bets, id, &PlacedBet::id);
    if (found == bets.end()) return std::nullopt;
    return found->value;
}

Bets with_bet(Bets bets, const Stake& stake, std::optional<double> value) {
    std::erase_if(bets, [&](const PlacedBet& one) { return one.id == stake.id; });
    if (value) bets.push_back({stake.id, *value});
    return bets;
}

std::optional<double> bet_value(const Stake& stake, std::string_view text) {
    const auto value = decimal_from(text);
    if (!value || !(*value >= stake.low && *value <= stake.high)) return std::nullopt;
    const bool is_whole = *value == static_cast<double>(static_cast<int>(*value));
    return !stake.is_choice || is_whole ? std::optional(kept_value(*value)) : std::nullopt;
}

}  // namespace fr
