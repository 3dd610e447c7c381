// Applies actions to the state, and works out what follows from it. The only place where state changes.
#include "ui/state/app.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/keep/answers_json.h"
#include "core/keep/export.h"
#include "core/keep/results_json.h"
#include "core/keep/saved.h"
#include "core/keep/stamp.h"
#include "core/picture/poster.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"
#include "ui/state/listener.h"

namespace fr {

namespace {

// A deal before the reader has touched it.
AppState untouched(Deal deal) { return {.inputs = opening_inputs(deal.base()), .deal = std::move(deal), .doubt = {}}; }

}  // namespace

App make_app() { return {.state = untouched(shipped_deal(shipped_contracts().front()))}; }

namespace {

void run_anew(App& app) {
    ++app.revision;
    ++app.run_revision;
}

// Moves to a new state; the old one can be undone. Changes of one input within a step are one step.
void change(App& app, const AppState& state, const Param* of = nullptr) {
    if (state == app.state) return;
    const bool continues = app.in_step && of && of == app.step_of;
    if (!continues) app.past.push_back(app.state);
    app.future.clear();
    app.state = state;
    app.in_step = of != nullptr;
    app.step_of = of;
    run_anew(app);
}

// Where the picture is looked at is no step of its own: it changes nothing that is computed.
void look(App& app, const AppState& state) {
    if (state == app.state) return;
    app.state = state;
    ++app.revision;
}

void travel(App& app, std::vector<AppState>& from, std::vector<AppState>& to) {
    app.in_step = false;
    if (from.empty()) return;
    const Tab tab = app.state.tab;  // what is looked at stays
    Bets bets = app.state.bets;
    to.push_back(app.state);
    app.state = from.back();
    app.state.tab = tab;
    app.state.bets = std::move(bets);
    from.pop_back();
    run_anew(app);
}

struct Apply {
    App& app;

    AppState with(double Inputs::* field, double value) const {
        AppState state = app.state;
        state.inputs.*field = value;
        return state;
    }
    void operator()(const SetInput& action) const {
        assert(is_allowed(*action.param, action.value));
        change(app, with(action.param->field, action.value), action.param);
    }
    void operator()(const ResetInput& action) const {
        app.in_step = false;
        change(app, with(action.param->field, opening_inputs(app.state.base()).*action.param->field));
    }
    void operator()(const PickContract& action) const {
        const Contract* contract = find_contract(action.id);
        assert(contract);
        open_deal(shipped_deal(*contract));
    }
    void operator()(const LoadContract& action) const { open_deal(Deal(action.contract)); }
    void operator()(const RefuseContract& action) const {
        app.refused = action;
        ++app.revision;
    }
    void operator()(const DismissRefusal&) const { forget_refusal(); }
    void forget_refusal() const {
        if (app.refused) ++app.revision;
        app.refused.reset();
    }
    // Another deal under the same demand: what the reader has set stays; presets come and go with their contract.
    void open_deal(Deal deal) const {
        AppState state = app.state;
        const Inputs before = opening_inputs(state.base()), after = opening_inputs(deal.base());
        for (const Param& param : params)
            if (state.inputs.*param.field == before.*param.field) state.inputs.*param.field = after.*param.field;
        state.deal = std::move(deal);
        app.notices.clear();
        forget_refusal();
        change(app, state);
    }
    // What was asked may be about the deal before: another can have been opened since, in the same frame.
    void operator()(const EditClause& action) const {
        if (!std::ranges::contains(app.state.base().clauses, action.clause, &Clause::id)) return;
        AppState state = app.state;
        std::vector<Edit> edits = state.deal.edits();
        std::erase_if(edits, [&](const Edit& edit) { return edit.clause == action.clause; });
        if (action.kind) edits.push_back({action.clause, *action.kind});
        state.deal = state.deal.with(std::move(edits));
        change(app, state);
    }
    void operator()(const TakeSide& action) const {
        if (!is_offered(action.dispute->sides[action.side], app.state.base())) return;
        AppState state = app.state;
        Choices now = on_side(*action.dispute, action.side, {state.inputs, state.deal.edits()});
        app.in_step = false;
        state.inputs = now.inputs;
        state.deal = state.deal.with(std::move(now.edits));
        change(app, state);
    }
    void operator()(const OpenLink& action) const {
        const OpenedLink link = read_link(action.hash);
        AppState state = app.state;
        state.inputs = link.state.inputs;
        state.deal = shipped_deal(*find_contract(link.state.contract), link.state.edits);
        state.tab = link.state.tab;
        state.chapter = link.state.chapter;
        state.bets = link.state.bets;
        if (state.chapter) open_chapter(state);
        std::vector<std::string> notices = link.dropped;
        if (notices.empty() && is_of_another_model(link)) notices.emplace_back(another_model);
        if (app.notices != notices) ++app.revision;
        app.notices = notices;
        AppState same = app.state;
        same.tab = state.tab;
        same.chapter = state.chapter;
        same.bets = state.bets;
        if (state == same) return look(app, state);
        change(app, state);
    }
    // What a link does not carry is as the chapter has it.
    void open_chapter(AppState& state) const {
        const Scene& scene = shipped_scenes()[*state.chapter];
        state.selected = scene.month;
        state.in_gw = scene.in_gw;
        state.from_2019 = scene.from_2019;
        pin(scene, state);
    }
    void operator()(const SelectMonth& action) const {
        AppState state = app.state;
        state.selected = action.month;
        look(app, state);
    }
    void operator()(const Ask& action) const {
        AppState state = app.state;
        state.asked = action.outcome;
        look(app, state);
    }
    void operator()(const ShowTab& action) const {
        AppState state = app.state;
        state.tab = action.tab;
        look(app, state);
    }
    void operator()(const TellChapter& action) const {
        const Scene& scene = shipped_scenes()[action.chapter];
        AppState state = app.state;
        state.chapter = action.chapter;
        state.tab = Tab::story;
        if (action.keeps) return look(app, state);
        set_scene(state, scene);
        app.in_step = false;
        pin(scene, state);
        change(app, state);
    }
    static void set_scene(AppState& state, const Scene& scene) {
        state.inputs = scene.inputs;
        state.deal = scene.deal;
        state.selected = scene.month;
        state.in_gw = scene.in_gw;
        state.from_2019 = scene.from_2019;
    }
    // A chapter that compares has its A; what the reader compared with goes with any other.
    void pin(const Scene& scene, AppState against) const {
        std::optional<AppState> pinned;
        if (scene.against) {
            against.deal = *scene.against;
            pinned = std::move(against);
        }
        if (app.pinned == pinned) return;
        app.pinned = std::move(pinned);
        ++app.pins;
        ++app.revision;
    }
    // The first bet begins the story where it stands.
    void operator()(const PlaceBet& action) const {
        AppState state = app.state;
        state.bets = with_bet(std::move(state.bets), *action.stake, action.value);
        if (!state.chapter) state.chapter = chapter_with(*action.stake);
        look(app, state);
    }
    static std::size_t chapter_with(const Stake& stake) {
        const auto& all = shipped_scenes();
        const auto holds = [&](const Scene& one) { return std::ranges::contains(one.stakes, stake.id, &Stake::id); };
        return static_cast<std::size_t>(std::ranges::find_if(all, holds) - all.begin());
    }
    void operator()(const ShowInGw& action) const {
        AppState state = app.state;
        state.in_gw = action.in_gw;
        look(app, state);
    }
    void operator()(const ShowFrom2019& action) const {
        AppState state = app.state;
        state.from_2019 = action.from_2019;
        look(app, state);
    }
    void operator()(const FixInput& action) const {
        AppState state = app.state;
        state.doubt.fixed[index_of(*action.param)] = action.fixed;
        change(app, state);
    }
    void operator()(const UseEvidence& action) const {
        AppState state = app.state;
        state.doubt.weakest = action.weakest;
        change(app, state);
    }
    void operator()(const Pin&) const {
        app.pinned = app.state;
        ++app.pins;
        ++app.revision;
    }
    void operator()(const Unpin&) const {
        app.pinned.reset();
        ++app.pins;
        ++app.revision;
    }
    void operator()(const EndStep&) const { app.in_step = false; }
    void operator()(const Undo&) const { travel(app, app.past, app.future); }
    void operator()(const Redo&) const { travel(app, app.future, app.past); }
    void operator()(const Restore& action) const {
        app.notices.clear();
        change(app, action.state);
        if (app.pinned == action.pinned) return;
        app.pinned = action.pinned;
        ++app.pins;
        ++app.revision;
    }
    void operator()(const Reset&) const {
        AppState state = app.state;
        state.inputs = opening_inputs(state.base());
        state.deal = state.deal.with({});
        app.notices.clear();
        change(app, state);
    }
};

}  // namespace

void update(App& app, const Action& action) { std::visit(Apply{app}, action); }

namespace {

// A contract of the reader's own cannot travel in a link: its inputs do, with the default deal.
std::string link_of(const AppState& state, const Reading& reading) {
    if (state.base().shipped)
        return write_link({state.base().id, state.inputs, state.deal.edits(), state.tab, state.chapter, state.bets},
                          stamp_of(reading.fingerprint));
    const Contract& standard = shipped_contracts().front();
    return write_link({standard.id, state.inputs, {}, state.tab, state.chapter, state.bets},
                      stamp_of(fingerprint(simulate(state.inputs, standard))));
}

void run_model(Results& results, const AppState& state) {
    results.reading = evaluate(state.inputs, state.contract());
    results.warnings = warnings(state.inputs, state.contract(), results.reading.run);
    restart(results.background, state.inputs, state.deal, state.doubt);
}

void run_pinned(Results& results, const App& app) {
    results.pins = app.pins;
    results.pinned.reset();
    if (app.pinned) results.pinned = evaluate(app.pinned->inputs, app.pinned->contract());
}

}  // namespace

void refresh(Results& results, const App& app) {
    if (results.revision == app.revision) return;
    const AppState& state = app.state;
    results.revision = app.revision;
    if (results.run_revision != app.run_revision) run_model(results, state);
    results.run_revision = app.run_revision;
    if (results.pins != app.pins) run_pinned(results, app);
    results.link = link_of(state, results.reading);
    const Month month = shown_month(app, results);
    results.why = why(state.asked, month, state.inputs, state.contract(), under_pressure());
    results.month = month_words(state.contract(), results.reading.run, results.reading.spans, month);
}

Month shown_month(const App& app, const Results& results) {
    return app.state.selected != never ? app.state.selected : results.reading.worst;
}

std::vector<const Param*> changed_inputs(const App& app) {
    const Inputs base = opening_inputs(app.state.base());
    std::vector<const Param*> changed;
    for (const Param& param : params)
        if (app.state.inputs.*param.field != base.*param.field) changed.push_back(&param);
    return changed;
}

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

}  // namespace

const Scene* told_scene_of(const AppState& state) {
    return state.chapter && state.tab == Tab::story ? &shipped_scenes()[*state.chapter] : nullptr;
}

std::optional<double> bet_on(const App& app, const Param& param) {
    const Scene* scene = told_scene_of(app.state);
    if (!scene) return std::nullopt;
    const auto stake = std::ranges::find(scene->stakes, &param, &Stake::param);
    return stake == scene->stakes.end() ? std::nullopt : placed(app.state.bets, stake->id);
}

std::vector<BetPoint> bet_points(const AppState& state) {
    std::vector<BetPoint> points;
    if (const Scene* scene = told_scene_of(state))
        for (const Stake& stake : scene->stakes)
            if (const auto value = placed(state.bets, stake.id); value && stake.month)
                points.push_back({*stake.month, *value});
    return points;
}

bool asks_what_is_known(const AppState& state) {
    const Scene* scene = told_scene_of(state);
    return scene && std::ranges::any_of(scene->stakes, [&](const Stake& stake) {
               return stake.month && stake.is_known && !placed(state.bets, stake.id);
           });
}

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

namespace {

// What is served, who was asked, and how the clauses stand with what Microsoft may do by them.
Json month_says(const Results& results) {
    const MonthWords& month = results.month;
    const std::string& offered = results.reading.offered.whole;
    return {month.served, month.asked + (offered.empty() ? "" : " " + offered), month.clauses + " " + month.rights};
}

}  // namespace

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
