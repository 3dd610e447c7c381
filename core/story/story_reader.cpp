// The story from JSON. As with contracts every mistake is collected, each with its path and what would have been right.
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/json_tree.h"
#include "core/story/scene_reader.h"
#include "core/story/story.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

constexpr std::size_t max_story_bytes = 100'000, max_chapters = 50, max_paragraphs = 10, max_options = 6;
constexpr int max_story_depth = 8;

class StoryReader : SceneReader {
public:
    Parsed<Story> read(const Json& tree) {
        static constexpr auto known = std::to_array<std::string_view>({"format", "minutes", "chapters"});
        if (!tree.is_object()) return std::unexpected(std::vector<Problem>{{"", "a story must be an object"}});
        only(tree, "", known);
        if (number(tree, "", "format", 1, 1'000'000).value_or(1) != 1)
            fail("format", "must be 1, the only format so far");
        story.minutes = whole(tree, "", "minutes", 1, 60);
        for_each(tree, "", "chapters", max_chapters,
                 [&](const Json& one, const std::string& where) { read_chapter(one, where); });
        if (!problems.empty()) return std::unexpected(problems);
        return std::move(story);
    }

private:
    void read_chapter(const Json& object, const std::string& where) {
        static constexpr auto known = std::to_array<std::string_view>(
            {"id", "title", "says", "state", "emphasis", "bets", "reveal", "act", "lever", "alternative", "facts"});
        if (!object.is_object()) return fail(where, "must be an object");
        only(object, where, known);
        Chapter chapter{read_scene(object, where)};
        check_id(chapter.id, where, std::ranges::contains(story.chapters, chapter.id, &Chapter::id));
        chapter.title = text(object, where, "title", true, max_title);
        chapter.says = prose(object, where, "says", true);
        chapter.reveal = prose(object, where, "reveal", true);
        chapter.act = prose(object, where, "act", false);
        if (object.contains("bets")) read_bets(object["bets"], path(where, "bets"), chapter);
        if (object.contains("lever")) chapter.lever = input(object, where, "lever");
        if (object.contains("alternative")) chapter.alternative = &contract(object, where, "alternative");
        chapter.facts = fact_ids(object, where, "facts");
        story.chapters.push_back(std::move(chapter));
    }

    // Ids travel in links.
    void check_id(const std::string& id, const std::string& where, bool is_taken) {
        if (is_taken) fail(path(where, "id"), "“" + id + "” is another's id; ids must differ");
    }

    std::vector<Paragraph> prose(const Json& object, const std::string& where, std::string_view key, bool required) {
        std::vector<Paragraph> paragraphs;
        for_each(
            object, where, key, max_paragraphs,
            [&](const Json& one, const std::string& at) {
                paragraphs.push_back(paragraph(text_of(one, at, true, max_says), at));
            },
            required);
        return paragraphs;
    }

    // "It takes {azure_share_2030} of it.": words and, between braces, the name of a number.
    Paragraph paragraph(std::string_view text, const std::string& where) {
        Paragraph pieces;
        while (!text.empty()) {
            const std::size_t open = text.find('{'), close = text.find('}', open);
            if (open != 0) pieces.push_back({std::string(text.substr(0, open)), {}});
            if (open == std::string_view::npos) break;
            if (close == std::string_view::npos) {
                fail(where, "has a brace that is not closed");
                break;
            }
            const auto named = parse_number(text.substr(open + 1, close - open - 1));
            if (named)
                pieces.push_back({"", *named});
            else
                fail(where, "{" + shown(text.substr(open + 1, close - open - 1)) + "}: " + named.error());
            text.remove_prefix(close + 1);
        }
        return pieces;
    }

    // --- Bets.

    // Where they are none, that has been said with the scene.
    void read_bets(const Json& list, const std::string& where, Chapter& chapter) {
        for (std::size_t i = 0; i < chapter.stakes.size(); ++i)
            read_bet(list[i], where + "[" + std::to_string(i) + "]", chapter.stakes[i], chapter);
    }

    void read_bet(const Json& object, const std::string& where, const Stake& stake, Chapter& chapter) {
        static constexpr auto known =
            std::to_array<std::string_view>({"id", "asks", "low", "high", "step", "close", "unit", "times", "input",
                                             "month", "options", "answer", "known"});
        if (!object.is_object()) return fail(where, "must be an object");
        only(object, where, known);
        Bet bet{stake};
        check_id(bet.id, where, bet_named(story, bet.id) || std::ranges::contains(chapter.bets, bet.id, &Bet::id));
        bet.asks = text(object, where, "asks", true, max_says);
        read_scale(object, where, bet);
        read_answer(object, where, bet);
        bet.times = number(object, where, "times", 0, 1000, false).value_or(1);
        chapter.bets.push_back(std::move(bet));
    }

    void read_scale(const Json& object, const std::string& where, Bet& bet) {
        if (bet.is_choice) return read_options(object, where, bet);
        if (bet.param) {
            bet.step = bet.param->step;
        } else if (!object.contains("input")) {
            bet.step = number(object, where, "step", 0.01, 1e6).value_or(1);
            bet.unit = text(object, where, "unit");
        }
        bet.close = number(object, where, "close", 0, 1e6).value_or(0);
    }

    void read_options(const Json& object, const std::string& where, Bet& bet) {
        for_each(object, where, "options", max_options, [&](const Json& one, const std::string& at) {
            static constexpr auto known = std::to_array<std::string_view>({"says", "at_most"});
            if (!one.is_object()) return fail(at, "must be an object");
            only(one, at, known);
            const std::size_t before = problems.size();
            const Option option{text(one, at, "says", true, max_title), at_most(one, at)};
            if (problems.size() > before) return;
            bet.options.push_back(option);
            const std::size_t count = bet.options.size();
            if (count > 1 && option.at_most <= bet.options[count - 2].at_most)
                fail(path(at, "at_most"), "must be more than that of the option before");
        });
    }

    // A number, or a month; the last option may have none and takes all the rest.
    double at_most(const Json& option, const std::string& where) {
        constexpr double anything = 1e9;
        const Json* value = member(option, where, "at_most", false);
        if (!value) return anything;
        if (value->is_string()) return model_month(option, where, "at_most").index;
        return number(option, where, "at_most", -anything, anything).value_or(anything);
    }

    void read_answer(const Json& object, const std::string& where, Bet& bet) {
        if (object.contains("known")) return read_known(object, where, bet);
        const std::string name = text(object, where, "answer", true, max_title);
        auto named = parse_number(name);
        if (named)
            bet.answer = *std::move(named);
        else if (!name.empty())
            fail(path(where, "answer"), named.error());
    }

    void read_known(const Json& object, const std::string& where, Bet& bet) {
        static constexpr auto keys = std::to_array<std::string_view>({"value", "fact"});
        const Json& known = object["known"];
        const std::string at = path(where, "known");
        if (object.contains("answer")) fail(at, "must not stand beside “answer”: one of them says what is right");
        if (!known.is_object()) return fail(at, "must be an object with value and fact");
        only(known, at, keys);
        bet.known = number(known, at, "value", -1e6, 1e6).value_or(0);
        bet.known_by = text(known, at, "fact");
        if (!bet.known_by.empty() && !grade_of_fact(bet.known_by))
            fail(path(at, "fact"), "must be the id of a fact in assets/facts.json, like \"A9\"");
    }

    Story story;
};

}  // namespace

Parsed<Story> parse_story(std::string_view text) {
    const Parsed<Json> tree = parse_json(text, max_story_bytes, max_story_depth);
    if (!tree) return std::unexpected(tree.error());
    return StoryReader{}.read(*tree);
}

const Story& shipped_story() {
    static const Story story = [] {
        Parsed<Story> parsed = parse_story(assets::story_text);
        assert(parsed);
        return *std::move(parsed);
    }();
    return story;
}

const Bet* bet_named(const Story& story, std::string_view id) {
    for (const Chapter& chapter : story.chapters)
        for (const Bet& bet : chapter.bets)
            if (bet.id == id) return &bet;
    return nullptr;
}

}  // namespace fr
