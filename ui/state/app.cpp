// Applies actions to the state: the only place where it changes.
#include "ui/state/app.h"

#include <algorithm>
#include <cassert>

#include "core/files/assets.h"
#include "core/keep/stamp.h"

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

}  // namespace fr
