// The story as a state knows it: which chapters there are, what each sets, and what may be bet. It is part of every
// program; the words of the story (story.h) are read only where it is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deal/deal.h"
#include "core/words/parts.h"

namespace fr {

// What may be placed on a bet.
struct Stake {
    std::string id{};  // part of links: permanent
    double low = 0, high = 0;
    bool is_choice = false;        // the index of an option; otherwise a number
    const Param* param = nullptr;  // an input that the bet is a value of, which a slider can show
    std::optional<Month> month{};  // of the picture in gigawatts that it is a point of
    bool is_known = false;         // the record answers it, and not the model
    bool operator==(const Stake&) const = default;
};

// What a chapter shows, and what is bet in it.
struct Scene {
    Inputs inputs;
    Deal deal;
    std::string id{};               // part of links: permanent
    std::optional<Deal> against{};  // as A, with the same inputs
    Month month = never;            // the playhead's
    bool in_gw = false, from_2019 = false;
    Parts parts{};  // emphasised
    std::vector<Stake> stakes{};
    bool operator==(const Scene&) const = default;
};

namespace assets {
extern const std::string_view outline_text;  // of assets/story.json without its words (tools/embed_assets.cmake)
}

const std::vector<Scene>& shipped_scenes();
std::optional<std::size_t> scene_named(std::string_view id);
const Stake* stake_named(std::string_view id);

// A bet that was placed. Values are as stored: to a millionth, and within the bet's range.
struct PlacedBet {
    std::string id;
    double value;
    bool operator==(const PlacedBet&) const = default;
};
using Bets = std::vector<PlacedBet>;  // in the order they were placed
std::optional<double> placed(const Bets& bets, std::string_view id);
Bets with_bet(Bets bets, const Stake& stake, std::optional<double> value);  // none: taken back
// A value that may be placed, from its digits: within range, and the index of an option where there are some.
std::optional<double> bet_value(const Stake& stake, std::string_view text);

}  // namespace fr
