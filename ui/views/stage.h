// What a view is given: const state, the hand, and the only ways out of it: queued actions, and what it remembers of
// how it was left.
#pragma once

#include <set>
#include <string>

#include "core/picture/figure.h"
#include "ui/look/brush.h"
#include "ui/state/results.h"
#include "ui/views/layout.h"

namespace fr {

// What is unfolded.
struct Folds {
    std::set<std::string, std::less<>> open{"group-azure"};  // by id
    const Param* told = nullptr;                             // the lever whose help is unfolded
    int card = -1;                                           // the clause whose card is
    int followed = -1;                                       // the row of the strip that opened it
    bool has(std::string_view id) const { return open.contains(id); }
    void turn(std::string_view id) {
        if (!open.insert(std::string(id)).second) open.erase(open.find(id));
    }
};

// What the host can do, and what of it was asked for in this frame.
struct Requests {
    bool can_open = false;           // files
    bool can_export = false;         // and write them
    bool wants_file = false;         // to be chosen by the reader
    const char* exported = nullptr;  // a kind of Host::export_file
};

// How the lab is looked at. None of it is state of the explainer: it may be lost at any time.
struct View {
    Hand hand;
    Folds folds;
    Requests requests;
    double axis_top_gw = 0;     // stays while the slider is held
    bool shows_ranges = false;  // where the uncertainty runs lie, in the pictures
    Place menu;                 // the list that has fallen down in this frame, if any
    int band = -1;              // row of the strip that the why panel tells of; -1: of all that set the month
    StripBand chosen;           // that row
    Month as_of = never;        // of the deal's cards; never: the playhead's
    std::string contract;       // to which the above belongs
    std::vector<bool> breaks;   // what was broken in the last frame
    bool replays = false;       // the button that shows the last step again is held
    double emphasis_until = 0;  // on ImGui's clock
    std::string cursor_told;    // to the host
};

struct Stage : Brush {
    const App& app;
    const Results& results;
    View& view;
    Actions& actions;
};

}  // namespace fr
