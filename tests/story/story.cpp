// The story's file: what is shipped is whole, a chapter is added by editing one file, and every mistake is named in its
// place with what would have been right.
#include "core/story/story.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "core/story/telling.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

Json shipped_tree() { return Json::parse(assets::story_text); }

std::vector<std::string> mistakes_in(const Json& tree) {
    const Parsed<Story> story = parse_story(tree.dump());
    std::vector<std::string> all;
    if (!story)
        for (const Problem& problem : story.error()) all.push_back(problem.text());
    return all;
}

// The member at a path of names and of one-digit places: "/bet/answers/1".
Json& member_at(Json& tree, std::string_view path) {
    Json* at = &tree;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/', 1), path.size());
        const std::string_view name = path.substr(1, end - 1);
        at = at->is_array() ? &(*at)[static_cast<std::size_t>(name.front() - '0')] : &(*at)[std::string(name)];
        path.remove_prefix(end);
    }
    return *at;
}

// The one mistake that is made by setting a member of the first chapter, by its path.
std::string mistake_at(std::string_view pointer, const Json& value) {
    Json tree = shipped_tree();
    member_at(tree["chapters"][0], pointer) = value;
    const auto all = mistakes_in(tree);
    CAPTURE(pointer);
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE(
    "the shipped story has eight chapters of one claim and a bet, each with its sources and something emphasised") {
    const Parsed<Story> parsed = parse_story(assets::story_text);
    if (!parsed)
        for (const Problem& problem : parsed.error()) FAIL_CHECK(problem.text());
    REQUIRE(parsed.has_value());
    CHECK(parsed->chapters.size() == 8);
    std::set<std::string> ids;
    for (const Chapter& chapter : parsed->chapters) {
        CAPTURE(chapter.id);
        CHECK(ids.insert(chapter.id).second);
        CHECK(!chapter.bets.empty());
        CHECK(!chapter.facts.empty());
        CHECK(!(chapter.parts == Parts{}));
        for (const Bet& bet : chapter.bets) CHECK(ids.insert("bet " + bet.id).second);
    }
}

TEST_CASE("what a state knows of the story is what the story's file says") {
    const std::vector<Chapter>& chapters = shipped_story().chapters;
    REQUIRE(shipped_scenes().size() == chapters.size());
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        CAPTURE(chapters[i].id);
        CHECK(shipped_scenes()[i] == chapters[i]);
        CHECK(shipped_scenes()[i].stakes.size() == chapters[i].bets.size());
    }
}

// An answer outside what can be bet could never be hit; one that is not there leaves the reveal without its number.
TEST_CASE("every bet has an answer that can be bet") {
    for (const Chapter& chapter : shipped_story().chapters) {
        const ChapterNumbers numbers = numbers_of(chapter);
        for (std::size_t i = 0; i < chapter.bets.size(); ++i) {
            const Bet& bet = chapter.bets[i];
            CAPTURE(bet.id);
            REQUIRE(numbers.answers[i].has_value());
            if (!bet.options.empty()) continue;
            CHECK(*numbers.answers[i] >= bet.low);
            CHECK(*numbers.answers[i] <= bet.high);
        }
    }
}

TEST_CASE("a chapter is added by adding it to the file") {
    Json tree = shipped_tree();
    tree["chapters"].push_back({{"id", "money"},
                                {"title", "Who pays"},
                                {"says", {"In December 2025 revenue runs at {revenue_bn_per_year@2025-12}."}},
                                {"state",
                                 {{"contract", "as-amended"},
                                  {"inputs", {{"agi.reading", "booked"}}},
                                  {"edits", {{"agi-clause", "dropped"}}}}},
                                {"emphasis", {"revenue-share"}},
                                {"bets",
                                 {{{"id", "first-profit"},
                                   {"asks", "Is it ever earned?"},
                                   {"options", {{{"says", "Yes"}, {"at_most", "2035-12"}}, {{"says", "No"}}}},
                                   {"answer", "agi_by_reading.booked"}}}},
                                {"reveal", {"By then: {agi_by_reading.booked}."}},
                                {"facts", {"D5"}}});
    const Parsed<Story> story = parse_story(tree.dump());
    REQUIRE(mistakes_in(tree).empty());
    const Chapter& added = story->chapters.back();
    CHECK(added.deal.base().id == "as-amended");
    CHECK(added.deal.edits() == std::vector<Edit>{{"agi-clause", EditKind::dropped}});
    CHECK(added.inputs.agi_reading == 0);
    const Bets bets{{"first-profit", 0}};
    const Json told = chapter_json(*story, 8, numbers_of(added), {added.inputs, added.deal.contract(), bets});
    CHECK(told["number"] == 9);
    CHECK(told["says"][0][1].get<std::string>().starts_with("$"));
    CHECK(told["bets"][0]["placed"] == 0);
}

TEST_CASE("every mistake in a story is named in its place, with what would have been right") {
    struct Mistake {
        std::string_view pointer;
        Json value;
        std::string_view says;
    };
    const std::vector<Mistake> mistakes{
        {"/tittle", "One", "chapters[0].tittle: is not known here; known are id, title"},
        {"/id", "One cloud", "chapters[0].id: must be small letters"},
        {"/id", "api", "chapters[5].id: “api” is another's id"},
        {"/title", 3, "chapters[0].title: must be a text"},
        {"/title", "", "chapters[0].title: must be a text that is not empty"},
        {"/title", "a\u202Eb", "chapters[0].title: holds U+202E"},
        {"/says", "One", "chapters[0].says: must be a list of 1 to 10"},
        {"/says/0", "{azure_share_2031}",
         "chapters[0].says[0]: {azure_share_2031}: “azure_share_2031” is no outcome; the nearest is azure_share_2030"},
        {"/says/0", "{azure_share_2030", "chapters[0].says[0]: has a brace that is not closed"},
        {"/state", 1, "chapters[0].state: must be an object"},
        {"/state/contract", "january-2026", "chapters[0].state.contract: must be one of january-2025"},
        {"/state/against", "none", "chapters[0].state.against: must be one of january-2025"},
        {"/state/month", "2023-12", "chapters[0].state.month: must be a month from 2024-01 to 2035-12"},
        {"/state/axis", "tons", "chapters[0].state.axis: must be one of share, gw"},
        {"/state/first_year", "2020", "chapters[0].state.first_year: must be one of 2019, 2024"},
        {"/state/zoom", 2, "chapters[0].state.zoom: is not known here"},
        {"/state/inputs",
         {{"demand.grow", 2}},
         "chapters[0].state.inputs[\"demand.grow\"]: is no input; the nearest is demand.growth"},
        {"/state/inputs",
         {{"demand.growth", 9}},
         "chapters[0].state.inputs[\"demand.growth\"]: demand.growth must be a number from 1.2 to 5"},
        {"/state/inputs", 3, "chapters[0].state.inputs: must be an object"},
        {"/state/edits",
         {{"first-refusal", "sold"}},
         "chapters[0].state.edits[\"first-refusal\"]: must be a clause of the deal"},
        {"/emphasis/0", "clouds", "chapters[0].emphasis[0]: must be one of azure, others"},
        {"/lever", "azure", "chapters[0].lever: is no input; the nearest is azure.lead"},
        {"/alternative", "none", "chapters[0].alternative: must be one of january-2025"},
        {"/says/0", "{azure_share_2030|deal=none}",
         "chapters[0].says[0]: {azure_share_2030|deal=none}: “none” is no shipped deal"},
        {"/facts/0", "A999", "chapters[0].facts[0]: must be the id of a fact"},
        {"/bets", Json::array(), "chapters[0].bets: must be a list of 1 to 5"},
        {"/bets/0", "all", "chapters[0].bets[0]: must be an object"},
        {"/bets/0/ask", "?", "chapters[0].bets[0].ask: is not known here"},
        {"/bets/0/id", "api-tie", "chapters[5].bets[0].id: “api-tie” is another's id"},
        {"/bets/0/answer", "azure_share", "chapters[0].bets[0].answer: “azure_share” is no outcome"},
        {"/bets/0/options/1/at_most", 0.5,
         "chapters[0].bets[0].options[1].at_most: must be more than that of the option before"},
        {"/bets/0/options/0/at_most", "soon", "chapters[0].bets[0].options[0].at_most: must be a month"},
        {"/bets/0/options/0", 1, "chapters[0].bets[0].options[0]: must be an object"},
        {"/bets/0/known", {{"value", 1}, {"fact", "C1"}}, "chapters[0].bets[0].known: must not stand beside “answer”"}};
    for (const auto& [pointer, value, says] : mistakes) {
        const std::string told = mistake_at(pointer, value);
        CAPTURE(told);
        CHECK(told.starts_with(says));
    }
}

TEST_CASE("a story that is damaged as a whole is refused") {
    for (const std::string_view text :
         {"", "[]", "null", "{", "{}", R"({"format": 2, "minutes": 4, "chapters": []})",
          R"({"format": 1, "minutes": 4, "chapters": [1]})", R"({"format": 1, "format": 1})"}) {
        CAPTURE(text);
        const Parsed<Story> story = parse_story(text);
        REQUIRE_FALSE(story.has_value());
        CHECK(!story.error().empty());
    }
    CHECK_FALSE(parse_story(std::string(200'000, ' ')).has_value());
}

// Cut anywhere, or with any byte changed, the file is a story or is refused; it never ends the program.
TEST_CASE("a story cut short or with bytes changed is a story or is refused with reasons") {
    const std::string whole(assets::story_text);
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        std::string changed = whole;
        changed[at] = static_cast<char>(at % 256);
        for (const std::string& text : {whole.substr(0, at), changed}) {
            const Parsed<Story> story = parse_story(text);
            if (!story) CHECK(!story.error().empty());
        }
    }
}

}  // namespace fr
