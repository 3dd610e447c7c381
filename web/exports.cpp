// The functions that web/src/explainer/module.ts calls. Text comes in as a pointer that the page has allocated and
// these free; it goes out as one that is valid until the next call.
#include "web/exports.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/keep/answers_json.h"
#include "core/keep/export.h"
#include "core/keep/receipt.h"
#include "core/keep/results_json.h"
#include "core/keep/saved.h"
#include "core/keep/words_json.h"
#include "core/picture/advances.h"
#include "core/picture/poster.h"
#include "core/picture/promised_figure.h"
#include "core/picture/svg.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"
#include "ui/state/described.h"
#include "ui/state/listener.h"
#include "ui/state/replay.h"
#include "ui/state/wishes.h"

namespace fr::web {

namespace {

std::string& last_answer() {
    static std::string only;
    return only;
}

const char* answer_text(std::string text) {
    last_answer() = std::move(text);
    return last_answer().c_str();
}

const char* done() { return answer({{"ok", true}}); }
const char* refused(std::string_view error) { return answer({{"ok", false}, {"error", error}}); }

const char* act_if(std::expected<Action, std::string> action) {
    if (!action) return refused(action.error());
    session().act(std::move(*action));
    return done();
}

// What is written for the reader, or why it cannot be.
const char* written(const std::expected<std::string, std::string>& text) {
    return text ? answer({{"ok", true}, {"text", *text}}) : refused(text.error());
}

Saved saved_part(const AppState& state) { return {state.inputs, state.deal, state.chapter, state.bets}; }

Json doubt_json(const Doubt& doubt) {
    Json fixed = Json::array();
    for (std::size_t i = 0; i < input_count; ++i)
        if (doubt.fixed[i]) fixed.push_back(params[i].key);
    return {{"weakest", static_cast<int>(doubt.weakest)}, {"fixed", fixed}};
}

// What it does not know it leaves alone.
Doubt doubt_from(const Json& json) {
    Doubt doubt;
    if (!json.is_object()) return doubt;
    const Json weakest = json.value("weakest", Json()), fixed = json.value("fixed", Json::array());
    if (weakest.is_number_unsigned() && weakest.get<unsigned>() <= static_cast<unsigned>(Grade::unseen))
        doubt.weakest = static_cast<Grade>(weakest.get<unsigned>());
    for (std::size_t i = 0; i < input_count; ++i) doubt.fixed[i] = std::ranges::contains(fixed, Json(params[i].key));
    return doubt;
}

Json saved_state() {
    const App& app = session().app;
    Json json = saved_json(saved_part(app.state));
    json["selected"] = month_json(app.state.selected);
    json["in_gw"] = app.state.in_gw;
    json["tab"] = entry(tab_names, app.state.tab);
    json["from_2019"] = app.state.from_2019;
    json["doubt"] = doubt_json(app.state.doubt);
    json["asked"] = entry(outcome_names, app.state.asked);
    if (app.pinned) json["pinned"] = saved_json({app.pinned->inputs, app.pinned->deal});
    return json;
}

// What is saved, as it was; all else as it is now.
Parsed<AppState> state_from(const Json& json) {
    return read_saved(json).transform([](Saved saved) {
        AppState state = session().app.state;
        state.inputs = saved.inputs;
        state.deal = std::move(saved.deal);
        state.chapter = saved.chapter;
        state.bets = std::move(saved.bets);
        return state;
    });
}

std::expected<Action, std::string> restore_action(std::string_view text) {
    const Parsed<Json> json = parse_json(text, max_saved_bytes, max_depth);
    if (!json) return std::unexpected(json.error().front().text());
    Parsed<AppState> state = state_from(*json);
    if (!state) return std::unexpected(state.error().front().text());
    const Json month = json->value("selected", Json()), in_gw = json->value("in_gw", Json());
    state->selected = month.is_string() ? model_month_from(month.get<std::string>()).value_or(never) : never;
    state->in_gw = in_gw.is_boolean() && in_gw.get<bool>();
    const Json tab = json->value("tab", Json());
    const auto shown = std::ranges::find(tab_names, tab.is_string() ? tab.get<std::string>() : "");
    if (shown != tab_names.end()) state->tab = static_cast<Tab>(shown - tab_names.begin());
    state->from_2019 = json->value("from_2019", Json()) == true;
    state->doubt = doubt_from(json->value("doubt", Json()));
    const Json asked = json->value("asked", Json());
    const auto key = std::ranges::find(outcome_names, asked.is_string() ? asked.get<std::string>() : "");
    if (key != outcome_names.end()) state->asked = static_cast<Outcome>(key - outcome_names.begin());
    Restore restore{std::move(*state)};
    if (json->contains("pinned")) {
        Parsed<AppState> pinned = state_from((*json)["pinned"]);
        if (!pinned) return std::unexpected("pinned: " + pinned.error().front().text());
        restore.pinned = std::move(*pinned);
    }
    return restore;
}

std::expected<Action, std::string> edit_action(std::string_view clause, std::string_view name) {
    const Contract& base = session().app.state.base();
    if (!std::ranges::contains(base.clauses, clause, &Clause::id))
        return std::unexpected("There is no clause “" + shown(clause) + "” in this contract.");
    const std::optional<EditKind> kind = edit_kind(name);
    if (!kind && name != "as_agreed")
        return std::unexpected("A clause can be never_agreed, dropped, agreed or as_agreed, not “" + shown(name) +
                               "”.");
    return EditClause{std::string(clause), kind};
}

// "never" takes the playhead away.
std::expected<Action, std::string> select_action(std::string_view id) {
    const std::optional<Month> month = model_month_from(id);
    if (month || id == "never") return SelectMonth{month.value_or(never)};
    return std::unexpected("A month is from 2024-01 to 2035-12, or never, not “" + shown(id) + "”.");
}

// A link that an article sends must be readable in every part; one that a reader follows opens as far as it can be.
std::expected<Action, std::string> goto_action(std::string_view link) {
    const OpenedLink opened = read_link(link);
    if (opened.dropped.empty()) return OpenLink{std::string(link)};
    std::string mistakes;
    for (const std::string& sentence : opened.dropped) mistakes += (mistakes.empty() ? "" : " ") + sentence;
    return std::unexpected(mistakes);
}

std::optional<Figure> figure_of(std::string_view kind, const FigureOptions& options) {
    const Session& it = session();
    const AppState& state = it.app.state;
    const Reading& reading = it.results.reading;
    if (kind == "capacity") return capacity_figure(state.contract(), reading.run, options, measured_width);
    if (kind == "strip") return strip_figure(state.contract(), reading, options, measured_width);
    if (kind == "agi") return agi_figure(state.inputs, state.contract(), reading.run, options, measured_width);
    if (kind == "promised") return promised_figure(shipped_ledger(), reading.run, options, measured_width);
    return std::nullopt;
}

}  // namespace

namespace {

// Those who are told what changes, each of what is news to it.
enum class Ear { reader, article };
Listener& listener(Ear ear) {
    static std::array<Listener, 2> all;
    return entry(all, ear);
}

}  // namespace

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
const char* answer(const Json& json) { return answer_text(text_of(json)); }

}  // namespace fr::web

using namespace fr;
using namespace fr::web;

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* fr_describe() { return answer(describe(session().app, session().results)); }
// What has changed since the same was last asked, in words: {set, follows}; at first nothing.
EMSCRIPTEN_KEEPALIVE const char* fr_news(bool to_article) {
    const Response said = listener(to_article ? Ear::article : Ear::reader).news(session().app, session().results);
    return answer({{"set", said.set}, {"follows", said.follows}});
}
// What the last step changed, in words: {set, follows}; empty where nothing was done.
EMSCRIPTEN_KEEPALIVE const char* fr_last_step() {
    const Response changed = last_step(session().app, session().results);
    return answer({{"set", changed.set}, {"follows", changed.follows}});
}
// Where an input comes to change an outcome, and how far it is from that, worked out at once: nothing need be drawn for
// it. {at, next}: values between two steps; words for the next on each side. Empty for an input that there is not.
EMSCRIPTEN_KEEPALIVE const char* fr_flips(char* key) {
    const Given text{key};
    Json at = Json::array(), next = Json::array();
    if (const Param* param = find_param(key)) {
        const AppState& state = session().app.state;
        const std::vector<Tip> all = tips(*param, state.inputs, state.contract(), under_pressure());
        for (const Tip& tip : all)
            if (is_marked(tip)) at.push_back((tip.low + tip.high) / 2);
        for (const Flip& flip : next_flips(all, state.inputs.*param->field)) next.push_back(flip_text(flip));
    }
    return answer({{"at", at}, {"next", next}});
}
EMSCRIPTEN_KEEPALIVE const char* fr_inputs() { return answer(inputs_json()); }
// The words for grades, states, groups and the like, which the page shows and does not spell.
EMSCRIPTEN_KEEPALIVE const char* fr_words() { return answer(vocabulary_json()); }

EMSCRIPTEN_KEEPALIVE const char* fr_set(char* key, char* value) {
    const Given key_text{key}, value_text{value};
    return act_if(set_action(key, value));
}
EMSCRIPTEN_KEEPALIVE const char* fr_pick(char* contract) {
    const Given text{contract};
    return act_if(pick_action(contract));
}
// "never_agreed", "dropped", "agreed" (a variant), or "as_agreed": as in the file.
EMSCRIPTEN_KEEPALIVE const char* fr_edit(char* clause, char* kind) {
    const Given clause_text{clause}, kind_text{kind};
    return act_if(edit_action(clause, kind));
}
EMSCRIPTEN_KEEPALIVE const char* fr_disputes() {
    const AppState& state = session().app.state;
    return answer(disputes_json(state.base(), {state.inputs, state.deal.edits()}));
}
EMSCRIPTEN_KEEPALIVE const char* fr_take_side(char* dispute, int side) {
    const Given text{dispute};
    return act_if(side_action(session().app, dispute, side));
}
// Which outcome's trace is told; by its key in the headline.
EMSCRIPTEN_KEEPALIVE const char* fr_ask(char* outcome) {
    const Given text{outcome};
    return act_if(ask_action(outcome));
}
// What the panel shows; by its name.
EMSCRIPTEN_KEEPALIVE const char* fr_show_tab(char* tab) {
    const Given text{tab};
    return act_if(tab_action(tab));
}
// A chapter of the story, by id or number: sets the figure as it has it, or keeps the figure.
EMSCRIPTEN_KEEPALIVE const char* fr_chapter(char* chapter, bool keeps) {
    const Given text{chapter};
    return act_if(chapter_action(chapter, keeps));
}
// A bet by its id; "none" takes it back.
EMSCRIPTEN_KEEPALIVE const char* fr_bet(char* bet, char* value) {
    const Given bet_text{bet}, value_text{value};
    return act_if(bet_action(bet, value));
}
// Keeps the present state as A, to compare with, or lets it go.
EMSCRIPTEN_KEEPALIVE void fr_pin(bool is_pinned) { session().act(is_pinned ? Action{Pin{}} : Action{Unpin{}}); }
EMSCRIPTEN_KEEPALIVE void fr_undo() { session().act(Undo{}); }
EMSCRIPTEN_KEEPALIVE void fr_redo() { session().act(Redo{}); }
EMSCRIPTEN_KEEPALIVE void fr_reset() { session().act(Reset{}); }
EMSCRIPTEN_KEEPALIVE void fr_end_step() { session().act(EndStep{}); }
EMSCRIPTEN_KEEPALIVE void fr_show_in_gw(bool in_gw) { session().act(ShowInGw{in_gw}); }
EMSCRIPTEN_KEEPALIVE const char* fr_select(char* month) {
    const Given text{month};
    return act_if(select_action(month));
}

EMSCRIPTEN_KEEPALIVE const char* fr_open_link(char* hash) {
    const Given text{hash};
    session().act(OpenLink{hash});
    return answer({{"ok", true}, {"dropped", session().app.notices}});
}

// As fr_open_link, but a link that cannot be read in every part is refused and changes nothing.
EMSCRIPTEN_KEEPALIVE const char* fr_goto(char* link) {
    const Given text{link};
    return act_if(goto_action(link));
}

// A contract of the reader's own; `name` is the file's. What is wrong with it is told by fr_describe, as `refused`.
EMSCRIPTEN_KEEPALIVE const char* fr_load_contract(char* contract, char* name) {
    const Given contract_text{contract}, name_text{name};
    session().act(file_action(contract, name));
    return answer({{"ok", !session().app.refused}});
}
// A file that is no contract file at all.
EMSCRIPTEN_KEEPALIVE void fr_refuse(char* name, char* why) {
    const Given name_text{name}, why_text{why};
    session().act(RefuseContract{name, {{"", why}}});
}
EMSCRIPTEN_KEEPALIVE void fr_dismiss() { session().act(DismissRefusal{}); }

// The state as JSON, to be carried to another module: a link cannot carry a contract of the reader's own.
EMSCRIPTEN_KEEPALIVE const char* fr_save() { return answer(saved_state()); }
EMSCRIPTEN_KEEPALIVE const char* fr_restore(char* saved) {
    const Given text{saved};
    return act_if(restore_action(saved));
}

// "capacity", "strip", "agi" or "promised" as SVG; empty for another kind. `today`: months since January 2024.
EMSCRIPTEN_KEEPALIVE const char* fr_figure(char* kind, double css_width, double css_height, bool dark,
                                           bool more_contrast, int today) {
    const Given text{kind};
    FigureOptions options;
    options.width = css_width;
    options.height = css_height;
    options.in_gw = session().app.state.in_gw;
    options.selected = shown_month(session().app, session().results);
    if (options.selected > options.last) options.selected = never;
    options.today = Month{today};
    options.shows_known = !(session().asks && asks_what_is_known(session().app.state));
    const std::optional<Figure> figure = figure_of(kind, options);
    return answer_text(figure ? to_svg(*figure, {.dark = dark, .more_contrast = more_contrast}) : "");
}

EMSCRIPTEN_KEEPALIVE const char* fr_poster(double css_width, bool dark, int today) {
    return answer_text(picture_of(session().app, session().results, css_width, dark, Month{today}));
}

// The picture for an article: what the state's link opens, so without the playhead and A, but for a chapter's own.
// `whole`: with its sentence and clauses, otherwise the chart alone.
EMSCRIPTEN_KEEPALIVE const char* fr_still(double css_width, bool dark, bool whole, int today) {
    const auto& [app, results, act, asks] = session();
    const AppState& state = app.state;
    PosterOptions options{
        .width = css_width, .dark = dark, .today = Month{today}, .with_clauses = whole, .with_sentence = whole};
    if (const Scene* scene = told_scene_of(state)) {
        options.in_gw = state.in_gw;
        options.selected = state.selected;
        options.parts = scene->parts;
        if (results.pinned) options.ghost = &results.pinned->run;
    }
    return answer_text(poster_svg(state.inputs, state.contract(), results.reading, options));
}

EMSCRIPTEN_KEEPALIVE const char* fr_rows() {
    Json rows = Json::array();
    for (const Row& row : session().results.reading.run.rows) rows.push_back(row_json(row));
    return answer(rows);
}
EMSCRIPTEN_KEEPALIVE const char* fr_csv() {
    const AppState& state = session().app.state;
    return answer_text(csv_text(state.inputs, state.deal, session().results.reading));
}
EMSCRIPTEN_KEEPALIVE const char* fr_contract() {
    const AppState& state = session().app.state;
    return written(contract_file(state.inputs, state.contract()));
}
EMSCRIPTEN_KEEPALIVE const char* fr_receipt() {
    const AppState& state = session().app.state;
    return written(receipt_text(saved_part(state)));
}
}
