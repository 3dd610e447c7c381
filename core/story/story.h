// The story: chapters, each with one claim, a bet, and what the model answers; text of assets/story.json, read and
// checked. Its numbers are names (number.h), worked out when it is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deal/deal.h"
#include "core/files/problem.h"
#include "core/story/number.h"
#include "core/words/parts.h"

namespace fr {

// Words and numbers in turn.
struct Piece {
    std::string words;
    std::optional<Number> number;  // in the place of words
};
using Paragraph = std::vector<Piece>;

// One answer of several: right where the number is at most this and more than the one before it has.
struct Option {
    std::string says;
    double at_most;
};

struct Bet {
    std::string id;  // part of links: permanent
    std::string asks;
    double low, high, step;
    double close;                  // how far off is close
    std::string unit;              // after the number: "GW", "of 8"
    double times = 1;              // what the answer is multiplied by
    const Param* param = nullptr;  // an input that the bet is a value of, which a slider can show
    std::optional<Month> month;    // of the picture in gigawatts that it is a point of
    std::vector<Option> options;   // none: a number; otherwise the bet is the index of one of them
    std::optional<Number> answer;  // what the model says; none: it is known
    double known = 0;              // what was, as its fact says
    std::string known_by;          // that fact's id
};

// What a chapter shows.
struct Scene {
    Inputs inputs;
    Deal deal;
    std::optional<Deal> against;  // as A, with the same inputs
    Month month = never;          // the playhead's
    bool in_gw = false, from_2019 = false;
};

struct Chapter {
    Scene scene;
    std::string id{}, title{};
    std::vector<Paragraph> says{}, reveal{}, act{};
    Parts parts{};  // emphasised
    std::vector<Bet> bets{};
    const Param* lever = nullptr;  // that it gives into the reader's hand
    std::vector<std::string> facts{};
};

struct Story {
    int minutes = 0;  // that reading it takes
    std::vector<Chapter> chapters;
};

namespace assets {
extern const std::string_view story_text;  // generated from assets/ (tools/embed_assets.cmake)
}

// All mistakes, each in its place: an unknown key, outcome, input, fact, part or deal, with what would have been right.
Parsed<Story> parse_story(std::string_view text);
const Story& shipped_story();

std::optional<std::size_t> chapter_named(const Story& story, std::string_view id);
const Bet* bet_named(const Story& story, std::string_view id);

// A bet that was placed. Values are as stored: to a millionth, and within the bet's range.
struct PlacedBet {
    std::string id;
    double value;
    bool operator==(const PlacedBet&) const = default;
};
using Bets = std::vector<PlacedBet>;  // in the order they were placed
std::optional<double> placed(const Bets& bets, std::string_view id);
Bets with_bet(Bets bets, const Bet& bet, std::optional<double> value);  // none: taken back
// A value that may be placed, from its digits: within range, and the index of an option where there are some.
std::optional<double> bet_value(const Bet& bet, std::string_view text);

}  // namespace fr
