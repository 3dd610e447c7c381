// A step from its two ends.
#include "ui/state/replay.h"

#include "ui/state/listener.h"

namespace fr {

namespace {

// Inputs go from the one to the other; all else is the nearer one's.
AppState between(const AppState& before, const AppState& after, double part) {
    if (part <= 0 || part >= 1) return part <= 0 ? before : after;
    AppState state = part < 0.5 ? before : after;
    for (const Param& param : params) {
        const double from = before.inputs.*param.field, to = after.inputs.*param.field;
        if (from != to) state.inputs.*param.field = snapped(param, from + (to - from) * part);
    }
    return state;
}

double eased(double part) { return part * part * (3 - 2 * part); }

}  // namespace

bool can_replay(const App& app) { return !app.past.empty(); }

Response last_step(const App& app, const Results& results) {
    if (!can_replay(app)) return {};
    const AppState& before = app.past.back();
    return response(seen(before, evaluate(before.inputs, before.contract())), seen(app.state, results.reading));
}

Replay replay_of(const App& app, const Results& results) {
    return {app, results, app.past.back(), app.state, last_step(app, results)};
}

void show_part(Replay& replay, double part) {
    auto& [app, results, before, after, changed] = replay;
    app.state = between(before, after, part);
    app.state.tab = after.tab;  // what is looked at stays
    results.reading = evaluate(app.state.inputs, app.state.contract());
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
