// How the story is told: its numbers are those of its own scenes, the reader's follow the reader, and a verdict says
// how far off a bet is.
#include "core/story/telling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/ask/response.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

const Bet& bet_of(std::string_view id) {
    const Bet* bet = bet_named(shipped_story(), id);
    REQUIRE(bet);
    return *bet;
}

// All text of a chapter as told to a reader, and how much of it follows the reader.
struct Told {
    std::string text;
    int following = 0;
};
Told told(const Chapter& chapter, const Inputs& inputs) {
    const std::size_t index = *scene_named(chapter.id);
    const Json json = chapter_json(shipped_story(), index, numbers_of(chapter), {inputs, chapter.deal.contract(), {}});
    Told all;
    for (const std::string_view key : {"says", "reveal", "act"})
        for (const Json& paragraph : json[std::string(key)])
            for (const Json& piece : paragraph) {
                if (!piece.is_string()) ++all.following;
                all.text += piece.is_string() ? piece.get<std::string>() : piece["now"].get<std::string>();
            }
    return all;
}

}  // namespace

TEST_CASE("no brace, no name and no missing number is left in what is told, whatever the reader has set") {
    for (const Chapter& chapter : shipped_story().chapters)
        for (const double growth : {1.2, 3.0, 5.0}) {
            const Told all = told(chapter, with(chapter.inputs, "demand.growth", growth));
            CAPTURE(chapter.id);
            CAPTURE(all.text);
            CHECK(all.text.find_first_of("{}@_|") == std::string::npos);
            CHECK(all.text.find(" nan") == std::string::npos);
            CHECK(all.text.find("inf ") == std::string::npos);
            CHECK(all.text.find("  ") == std::string::npos);
        }
}

// At 240 words a minute, and a little for the bets.
TEST_CASE("the time that the story is said to take is what its words take to read") {
    std::size_t words = 0;
    for (const Chapter& chapter : shipped_story().chapters) {
        words += word_count(told(chapter, chapter.inputs).text) + word_count(chapter.title);
        for (const Bet& bet : chapter.bets) {
            words += word_count(bet.asks);
            for (const Option& option : bet.options) words += word_count(option.says);
        }
    }
    const double minutes = static_cast<double>(words) / 240;
    CAPTURE(words);
    CHECK(shipped_story().minutes >= minutes);
    CHECK(shipped_story().minutes <= minutes + 1);
}

TEST_CASE("only what is said to follow the reader follows the reader") {
    for (const Chapter& chapter : shipped_story().chapters) {
        const Told here = told(chapter, chapter.inputs);
        const Told there = told(chapter, with(chapter.inputs, "demand.growth", 4.35));
        CAPTURE(chapter.id);
        if (here.following == 0) CHECK(here.text == there.text);
        if (chapter.lever == &hero) CHECK(here.text != there.text);
    }
}

TEST_CASE("a verdict says how far off a bet is, on which side, and whether that is close") {
    const Bet& growth = bet_of("breaking-growth");
    CHECK(verdict(growth, 2.15, 2.15) == "You bet: ×2.15 a year: as near as the scale tells.");
    CHECK(verdict(growth, 2.35, 2.15) == "You bet: ×2.35 a year: close, ×0.2 a year too high.");
    CHECK(verdict(growth, 1.5, 2.15) == "You bet: ×1.5 a year: ×0.65 a year too low.");
    CHECK(verdict(growth, 1.5, std::nullopt) == "You bet: ×1.5 a year.");
    const Bet& gigawatts = bet_of("next-gigawatt");
    CHECK(verdict(gigawatts, 4, 1.0) == "You bet: 4.0 of 8: 3.0 of 8 too high.");
    CHECK(answer_words(gigawatts, 1.02) == "The model says: 1.0 of 8.");
    const Bet& share = bet_of("azure-2024");
    CHECK(verdict(share, 2, 1.0) == "You bet: All of it: so it is.");
    CHECK(verdict(share, 0, 1.0) == "You bet: About half.");
    CHECK(answer_words(share, 0.65) == "The model says: About half.");
    CHECK(answer_words(share, 0.66) == "The model says: Four fifths.");
    CHECK(answer_words(bet_of("capacity-2024"), 0.6) == "The record says: 0.6 GW.");
}

TEST_CASE("a bet is placed once, and can be taken back") {
    const Bet& bet = bet_of("azure-2024");
    Bets bets = with_bet({}, bet, 1);
    CHECK(placed(bets, "azure-2024") == 1);
    bets = with_bet(bets, bet, 2);
    CHECK(bets == Bets{{"azure-2024", 2}});
    CHECK(with_bet(bets, bet, std::nullopt).empty());
    CHECK(bet_value(bet, "2") == 2);
    for (const std::string_view text : {"3", "-1", "1.5", "", "one", "nan", "0x1", "1 "}) {
        CAPTURE(text);
        CHECK_FALSE(bet_value(bet, text).has_value());
    }
}

}  // namespace fr
