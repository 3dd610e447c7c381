// The story from JSON. As with contracts every mistake is collected, each with its path and what would have been right.
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/json_reader.h"
#include "core/files/json_tree.h"
#include "core/story/story.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

constexpr std::size_t max_story_bytes = 100'000, max_chapters = 50, max_paragraphs = 10, max_bets = 5, max_options = 6;
constexpr int max_story_depth = 8;
constexpr auto axes = std::to_array<std::string_view>({"share", "gw"});
constexpr auto first_years = std::to_array<std::string_view>({"2019", "2024"});

class StoryReader : JsonReader {
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
    // The items of a list that must have one.
    void for_each(const Json& object, const std::string& where, std::string_view key, std::size_t most, auto read_one,
                  bool required = true) {
        const Json* list = member(object, where, key, required);
        if (!list) return;
        if (!list->is_array() || list->empty() || list->size() > most)
            return fail(path(where, key), "must be a list of 1 to " + std::to_string(most));
        for (std::size_t i = 0; i < list->size(); ++i)
            read_one((*list)[i], path(where, key) + "[" + std::to_string(i) + "]");
    }

    void read_chapter(const Json& object, const std::string& where) {
        static constexpr auto known = std::to_array<std::string_view>(
            {"id", "title", "says", "state", "emphasis", "bets", "reveal", "act", "lever", "facts"});
        if (!object.is_object()) return fail(where, "must be an object");
        only(object, where, known);
        Chapter chapter{.scene = read_scene(object, where)};
        chapter.id = read_id(object, where, [&](std::string_view id) { return chapter_named(story, id).has_value(); });
        chapter.title = text(object, where, "title", true, max_title);
        chapter.says = prose(object, where, "says", true);
        chapter.reveal = prose(object, where, "reveal", true);
        chapter.act = prose(object, where, "act", false);
        for_each(object, where, "emphasis", part_names.size(),
                 [&](const Json& one, const std::string& at) { read_part(one, at, chapter.parts); });
        for_each(object, where, "bets", max_bets,
                 [&](const Json& one, const std::string& at) { read_bet(one, at, chapter); });
        if (object.contains("lever")) chapter.lever = input(object, where, "lever");
        chapter.facts = fact_ids(object, where, "facts");
        story.chapters.push_back(std::move(chapter));
    }

    // Small letters, digits and hyphens: ids travel in links.
    std::string read_id(const Json& object, const std::string& where, auto is_taken) {
        const std::string id = text(object, where, "id", true, 40);
        if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
            fail(path(where, "id"), "must be small letters, digits and hyphens");
        if (is_taken(id)) fail(path(where, "id"), "“" + id + "” is another's id; ids must differ");
        return id;
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

    void read_part(const Json& value, const std::string& where, Parts& parts) {
        const auto* name = value.get_ptr<const std::string*>();
        const auto index = name ? index_in(part_names, *name) : std::nullopt;
        if (!index) return fail(where, "must be one of " + listed(part_names));
        parts.add(static_cast<Part>(*index));
    }

    const Param* input(const Json& object, const std::string& where, std::string_view key) {
        const std::string name = text(object, where, key);
        const Param* param = find_param(name);
        if (!param && !name.empty())
            fail(path(where, key), "is no input; the nearest is " + std::string(nearest_key(name)));
        return param;
    }

    // --- What a chapter shows.

    Scene read_scene(const Json& chapter, const std::string& chapter_at) {
        static constexpr auto known =
            std::to_array<std::string_view>({"contract", "inputs", "edits", "month", "axis", "first_year", "against"});
        const Contract& standard = shipped_contracts().front();
        Scene scene{opening_inputs(standard), shipped_deal(standard), {}};
        const Json* state = member(chapter, chapter_at, "state");
        const std::string where = path(chapter_at, "state");
        if (!state) return scene;
        if (!state->is_object()) {
            fail(where, "must be an object");
            return scene;
        }
        only(*state, where, known);
        const Contract& base = contract(*state, where, "contract");
        scene.deal = shipped_deal(base, edits(*state, where, base));
        scene.inputs = opening_inputs(base);
        read_inputs(*state, where, scene.inputs);
        if (state->contains("against")) scene.against = shipped_deal(contract(*state, where, "against"));
        if (state->contains("month")) scene.month = model_month(*state, where, "month");
        scene.in_gw = state->contains("axis") && one_of(*state, where, "axis", axes) == 1;
        scene.from_2019 = state->contains("first_year") && one_of(*state, where, "first_year", first_years) == 0;
        return scene;
    }

    const Contract& contract(const Json& state, const std::string& where, std::string_view key) {
        const std::string id = text(state, where, key);
        if (const Contract* found = find_contract(id)) return *found;
        std::string known;
        for (const Contract& shipped : shipped_contracts()) known += (known.empty() ? "" : ", ") + shipped.id;
        if (!id.empty()) fail(path(where, key), "must be one of " + known);
        return shipped_contracts().front();
    }

    Month model_month(const Json& object, const std::string& where, std::string_view key) {
        const std::string id = text(object, where, key);
        const auto month = model_month_from(id);
        if (!month) fail(path(where, key), "must be a month from 2024-01 to 2035-12, like \"2025-12\"");
        return month.value_or(never);
    }

    void read_inputs(const Json& state, const std::string& where, Inputs& inputs) {
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

    std::vector<Edit> edits(const Json& state, const std::string& where, const Contract& base) {
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

    // --- Bets.

    void read_bet(const Json& object, const std::string& where, Chapter& chapter) {
        static constexpr auto known =
            std::to_array<std::string_view>({"id", "asks", "low", "high", "step", "close", "unit", "times", "input",
                                             "month", "options", "answer", "known"});
        if (!object.is_object()) return fail(where, "must be an object");
        only(object, where, known);
        Bet bet{};
        bet.id = read_id(object, where, [&](std::string_view id) {
            return bet_named(story, id) || std::ranges::contains(chapter.bets, id, &Bet::id);
        });
        bet.asks = text(object, where, "asks", true, max_says);
        read_range(object, where, bet);
        read_answer(object, where, bet);
        bet.times = number(object, where, "times", 0, 1000, false).value_or(1);
        if (object.contains("month")) bet.month = model_month(object, where, "month");
        chapter.bets.push_back(std::move(bet));
    }

    // An input has its own range, options are counted, and a number says from where to where.
    void read_range(const Json& object, const std::string& where, Bet& bet) {
        if (object.contains("options")) return read_options(object, where, bet);
        if (object.contains("input")) bet.param = input(object, where, "input");
        if (bet.param) {
            bet.low = bet.param->low, bet.high = bet.param->high, bet.step = bet.param->step;
        } else if (!object.contains("input")) {
            bet.low = number(object, where, "low", 0, 1e6).value_or(0);
            bet.high = number(object, where, "high", bet.low, 1e6).value_or(bet.low);
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
        bet.high = static_cast<double>(bet.options.size()) - 1;
        bet.step = 1;
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

std::optional<std::size_t> chapter_named(const Story& story, std::string_view id) {
    const auto found = std::ranges::find(story.chapters, id, &Chapter::id);
    if (found == story.chapters.end()) return std::nullopt;
    return static_cast<std::size_t>(found - story.chapters.begin());
}

const Bet* bet_named(const Story& story, std::string_view id) {
    for (const Chapter& chapter : story.chapters)
        for (const Bet& bet : chapter.bets)
            if (bet.id == id) return &bet;
    return nullptr;
}

std::optional<double> placed(const Bets& bets, std::string_view id) {
    const auto found = std::ranges::find(bets, id, &PlacedBet::id);
    if (found == bets.end()) return std::nullopt;
    return found->value;
}

Bets with_bet(Bets bets, const Bet& bet, std::optional<double> value) {
    std::erase_if(bets, [&](const PlacedBet& one) { return one.id == bet.id; });
    if (value) bets.push_back({bet.id, *value});
    return bets;
}

std::optional<double> bet_value(const Bet& bet, std::string_view text) {
    const auto value = decimal_from(text);
    if (!value || !(*value >= bet.low && *value <= bet.high)) return std::nullopt;
    const bool is_whole = *value == static_cast<double>(static_cast<int>(*value));
    return bet.options.empty() || is_whole ? std::optional(kept_value(*value)) : std::nullopt;
}

}  // namespace fr
