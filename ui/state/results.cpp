// Works out what follows from the state, as far as it is not known.
#include "ui/state/results.h"

#include <algorithm>

#include "core/files/assets.h"

namespace fr {

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

}  // namespace fr
