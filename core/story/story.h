// The story in words: chapters, each with one claim, a bet, and what the model answers; text of assets/story.json, read
// and checked where it is told. Its numbers are names (number.h), worked out then.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/files/problem.h"
#include "core/story/number.h"
#include "core/story/outline.h"

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

struct Bet : Stake {
    std::string asks{};
    double step = 1;
    double close = 0;                // how far off is close
    std::string unit{};              // after the number: "GW", "of 8"
    double times = 1;                // what the answer is multiplied by
    std::vector<Option> options{};   // none: a number; otherwise the bet is the index of one of them
    std::optional<Number> answer{};  // what the model says; none: it is known
    double known = 0;                // what was, as its fact says
    std::string known_by{};          // that fact's id
};

struct Chapter : Scene {
    std::string title{};
    std::vector<Paragraph> says{}, reveal{}, act{};
    std::vector<Bet> bets{};                // in the order of its stakes
    const Param* lever = nullptr;           // that it gives into the reader's hand
    const Contract* alternative = nullptr;  // the deal that it lets the reader run instead
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

const Bet* bet_named(const Story& story, std::string_view id);

}  // namespace fr
