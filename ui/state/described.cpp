// A state's results as JSON and as a picture; nothing is computed here that is not in them.
#include "ui/state/described.h"

#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/keep/answers_json.h"
#include "core/keep/export.h"
#include "core/keep/results_json.h"
#include "core/keep/saved.h"
#include "core/picture/poster.h"
#include "core/words/format.h"
#include "ui/state/listener.h"

namespace fr {

namespace {

Json refused_json(const std::optional<RefuseContract>& refused) {
    if (!refused) return nullptr;
    Json problems = Json::array();
    for (const Problem& problem : refused->problems) problems.push_back(problem.text());
    return {{"name", refused->name}, {"problems", problems}};
}

// Of what a chapter sets, the part that is run.
bool is_set(const AppState& state, const Scene& scene) {
    return state.inputs == scene.inputs && state.deal == scene.deal;
}

Json chapter_json(const AppState& state) {
    if (!state.chapter) return nullptr;
    const Scene& scene = shipped_scenes()[*state.chapter];
    return {{"id", scene.id}, {"number", *state.chapter + 1}, {"is_set", is_set(state, scene)}};
}

Json bets_json(const Bets& bets) {
    Json json = Json::object();
    for (const PlacedBet& bet : bets) json[bet.id] = bet.value;
    return json;
}

// What is served, who was asked, and how the clauses stand with what Microsoft may do by them.
Json month_says(const Results& results) {
    const MonthWords& month = results.month;
    const std::string& offered = results.reading.offered.whole;
    return {month.served, month.asked + (offered.empty() ? "" : " " + offered), month.clauses + " " + month.rights};
}

}  // namespace

std::string picture_of(const App& app, const Results& results, double width, bool dark, Month today) {
    const AppState& state = app.state;
    PosterOptions options{.width = width, .dark = dark, .today = today, .in_gw = state.in_gw};
    if (state.from_2019) options.first = first_contract_month;
    options.selected = shown_month(app, results);
    if (results.pinned) options.ghost = &results.pinned->run;
    if (const Scene* scene = told_scene_of(state)) options.parts = scene->parts;
    options.shows_known = !asks_what_is_known(state);
    return poster_svg(state.inputs, state.contract(), results.reading, options);
}

Json describe(const App& app, const Results& results) {
    const AppState& state = app.state;
    Json json = to_json(state.inputs, state.contract(), results.reading, false);
    const Month month = shown_month(app, results);
    json["selected"] = {
        {"month", month_id(month)}, {"row", row_json(results.reading.run.at(month))}, {"says", month_says(results)}};
    json["changed"] = Json::array();
    for (const Param* param : changed_inputs(app)) json["changed"].push_back(std::string(param->key));
    json["yours"] = own_words(app, results);
    json["edits"] = edits_json(state.deal.edits());
    json["disputes"] = sides_json(state.base(), {state.inputs, state.deal.edits()});
    json["in_gw"] = state.in_gw;
    json["tab"] = entry(tab_names, state.tab);
    json["chapter"] = chapter_json(state);
    json["bets"] = bets_json(state.bets);
    json["next_flips"] = Json::array();
    for (const Flip& flip : next_flips(results.background.tips[index_of(hero)], state.inputs.*hero.field))
        json["next_flips"].push_back(flip_text(flip));
    json["link"] = results.link;
    json["busy"] = !results.background.is_finished();
    json["warnings"] = to_json(results.warnings);
    json["why"] = to_json(results.why, contract_of(results.why.outcome, state.contract(), under_pressure()));
    json["citation"] = citation_text(state.contract(), results.reading);
    json["notices"] = app.notices;
    json["own"] = !state.base().shipped;
    json["pinned"] = app.pinned.has_value();
    json["refused"] = refused_json(app.refused);
    json["can_undo"] = !app.past.empty();
    json["can_redo"] = !app.future.empty();
    return json;
}

std::string described(const App& app, const Results& results) {
    return describe(app, results).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json told_chapter(const Story& story, const App& app, Results& results, std::size_t chapter) {
    results.chapters.resize(story.chapters.size());
    std::optional<ChapterNumbers>& numbers = results.chapters[chapter];
    if (!numbers) numbers = numbers_of(story.chapters[chapter]);
    const AppState& state = app.state;
    Json json = chapter_json(story, chapter, *numbers, {state.inputs, state.contract(), state.bets});
    json["is_set"] = is_set(state, story.chapters[chapter]);
    return json;
}

}  // namespace fr
