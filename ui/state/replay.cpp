// A step from its two ends.
#include "ui/state/replay.h"

#include "core/files/assets.h"
#include "ui/state/listener.h"

namespace fr {

namespace {

// Amounts go from the one to the other; all else is the nearer one's, since there is nothing between two choices.
Inputs inputs_between(const Inputs& before, const Inputs& after, double part) {
    Inputs inputs = part < 0.5 ? before : after;
    if (part <= 0 || part >= 1) return inputs;
    for (const Param& param : params) {
        const double from = before.*param.field, to = after.*param.field;
        if (from != to && param.kind == InputKind::number)
            inputs.*param.field = snapped(param, from + (to - from) * part);
    }
    return inputs;
}

// What is looked at, asked and bet is no part of a step, unless a chapter set it.
AppState between(const AppState& before, const AppState& after, double part) {
    AppState state = part < 0.5 ? before : after;
    state.inputs = inputs_between(before.inputs, after.inputs, part);
    state.tab = after.tab;
    state.asked = after.asked;
    state.bets = after.bets;
    if (before.chapter != after.chapter) return state;
    state.selected = after.selected;
    state.in_gw = after.in_gw;
    state.from_2019 = after.from_2019;
    return state;
}

double eased(double part) { return part * part * (3 - 2 * part); }

}  // namespace

bool can_replay(const App& app) { return !app.past.empty(); }

Response last_step(const App& app, const Results& results) {
    if (!can_replay(app)) return {};
    const AppState& before = app.past.back();
    Response changed =
        response(seen(before, evaluate(before.inputs, before.contract())), seen(app.state, results.reading));
    if (changed.whole().empty()) changed.follows = "Nothing in the outcomes changes.";
    return changed;
}

Replay::Replay(const App& now, const Results& of_now)
    : app(now),
      results(of_now),
      before(now.past.back()),
      after(now.state),
      changed(last_step(now, of_now)),
      of(now.revision) {}

void show_part(Replay& replay, double part) {
    auto& [app, results, before, after, changed, of] = replay;
    app.state = between(before, after, part);
    ++app.revision;
    ++app.run_revision;
    refresh(results, app);  // all of it: what is drawn belongs to one state
    auto& background = results.background;
    background.tips[index_of(hero)] = tips(hero, app.state.inputs, app.state.contract(), under_pressure());
    const std::string when = part < 0.5 ? "Before. Then: " : "After: ";
    results.reading.wide_sentence = when + changed.whole();
    results.reading.narrow_sentence = when + (changed.follows.empty() ? changed.set : changed.follows);
}

double part_at(double seconds, bool moves) {
    constexpr double rests = 0.8, lasts = 0.9, whole = 2 * (rests + lasts);
    if (!moves) return 0;
    double at = seconds - whole * static_cast<double>(static_cast<int>(seconds / whole));
    if (at < rests) return 0;
    if ((at -= rests) < lasts) return eased(at / lasts);
    if ((at -= lasts) < rests) return 1;
    return 1 - eased((at - rests) / lasts);
}

}  // namespace fr
