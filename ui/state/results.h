// What follows from a state, worked out once a revision: the run and its reading, the traces, the tables of the
// background.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ask/evaluate.h"
#include "core/ask/warnings.h"
#include "core/ask/why.h"
#include "core/picture/figure.h"
#include "core/story/telling.h"
#include "core/words/sentence.h"
#include "ui/state/app.h"

namespace fr {

// A cache of what follows from the state; deletable at any time.
struct Results {
    unsigned revision = 0, run_revision = 0;
    Reading reading;                                        // of the state's run
    std::string link;                                       // to the state, without the "#"
    Why why;                                                // of the outcome asked about, in the month shown
    MonthWords month;                                       // the month shown
    std::vector<std::optional<ChapterNumbers>> chapters{};  // of the story, as far as they were told
    std::vector<Warning> warnings;
    Background background;          // advances in slices: see advance
    std::optional<Reading> pinned;  // of A
    unsigned pins = 0;
};

void refresh(Results& results, const App& app);             // does nothing unless the revision differs
Month shown_month(const App& app, const Results& results);  // the playhead's month, or the worst month
std::vector<const Param*> changed_inputs(const App& app);

// Of the chapter that the figure is emphasised for: while the story is told.
const Scene* told_scene_of(const AppState& state);
std::optional<double> bet_on(const App& app, const Param& param);  // in that chapter
std::vector<BetPoint> bet_points(const AppState& state);           // of that chapter, on the picture in gigawatts
bool asks_what_is_known(const AppState& state);  // that chapter, of the picture, with a bet still to be placed

}  // namespace fr
