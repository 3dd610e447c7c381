// The views of the lab: each draws one part from const state and queues what the reader did. Nothing here changes
// state, calls the model or composes sentences.
#pragma once

#include <algorithm>
#include <optional>

#include "ui/state/replay.h"
#include "ui/views/layout.h"
#include "ui/views/stage.h"

namespace fr {

// The panel beside or under the stage, which the host scrolls.
struct Panel {
    Place place;
    Tab tab = Tab::story;
    float content = 0;  // how high what it holds is
    Place menu;         // a list that has fallen down over it or elsewhere; empty while none has
    float furthest() const { return std::max(0.0f, content - place.height()); }
    bool operator==(const Panel&) const = default;
};

// What of the world outside the lab may use. Function pointers, filled by each entry file; null where it has none.
struct Host {
    void (*publish)(const std::string& describe_json) = nullptr;  // after each change of state
    // The panel has another place, content or tab. The story is told by the host.
    void (*set_panel)(const Panel& panel) = nullptr;
    void (*set_cursor)(const char* css_cursor) = nullptr;
    double (*now_ms)() = nullptr;  // any clock: slices the work in the background
    // A field to type an input's value in, laid over its place in CSS pixels; it answers through set_action.
    void (*edit_value)(const char* key, const char* value, float x, float y, float width, float height) = nullptr;
    // Lets the reader choose a contract file; what is in it comes back through file_action.
    void (*open_contract)() = nullptr;
    // Hands the reader something of the present state to keep: "link", "png", "svg", "csv", "contract" or "receipt".
    void (*export_file)(const char* kind) = nullptr;
};

struct Lab {
    App app = make_app();
    Results results;
    Actions queue;
    Surface surface;
    unsigned published = 0;  // revision that the host has
    bool told_all = false;   // and whether it was told when the background had finished
    Panel panel;             // of the last frame
    Panel told;              // that the host has
    double told_ms = 0;      // when it heard of the state
    View view;
    bool replays = false;          // the host's key is held; see View::replays
    std::optional<Replay> replay;  // of the last step, while it is wanted
    double replay_from = 0;        // when it began, on ImGui's clock
};

// One frame, between ImGui::NewFrame and ImGui::Render: update, refresh, draw. It is drawn on paper that the caller has
// laid.
void frame(Lab& lab, const Host& host);

// After it: all that the host has not heard of. While something is held it hears of the state now and then.
void tell(Lab& lab, const Host& host);

// Whether the host has not heard of what describe tells now: a change, or that the background has finished. It then
// has.
bool is_news(Lab& lab);

// Whether something still moves or finishes by itself (an emphasis of at most 250 ms): another frame is needed.
bool is_unfinished(const Lab& lab);

// Whether a press at this point (CSS px from the lab's top left) belongs to a control that drags: the page must not
// pan.
bool is_draggable_at(const Lab& lab, float x, float y);

}  // namespace fr
