// The last step once more: what was before it and what is, in turn, for the stage alone. The state of the explainer
// stays where it is.
#pragma once

#include <string>

#include "core/ask/response.h"
#include "ui/state/results.h"

namespace fr {

struct Replay {
    Replay(const App& now, const Results& of_now);  // can_replay

    App app;  // at a part of the step
    Results results;
    AppState before, after;
    Response changed;
    unsigned of = 0;  // the revision that it is the last step of
};

bool can_replay(const App& app);                             // something was done that can be undone
Response last_step(const App& app, const Results& results);  // what it changed; empty where nothing was done
void show_part(Replay& replay, double part);                 // 0: before, 1: after; between them inputs move

// How much of the step is shown after so many seconds: to and fro, or where motion is unwanted what was before.
double part_at(double seconds, bool moves);

}  // namespace fr
