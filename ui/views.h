// The views of the lab: each draws one part from const state and queues what the reader did. Nothing here changes
// state, calls the model or composes sentences.
#pragma once

#include "ui/app.h"

namespace fr {

// What the page or window gives the lab to draw on, in CSS pixels.
struct Surface {
    float width = 1280, height = 800;
    bool dark = false;
    bool touch = false;  // the last pointer was a finger: targets of 44 px
    bool reduced_motion = false;
    Month today = never;  // from the host's clock: core has none
};

// What of the world outside the lab may use. Function pointers, filled by each entry file; null where it has none.
struct Host {
    void (*publish)(const std::string& describe_json) = nullptr;  // after each change of state
    void (*set_height)(float css_px) = nullptr;                   // the lab's content is this high at this width
    void (*set_cursor)(const char* css_cursor) = nullptr;
};

struct Lab {
    App app = make_app();
    Results results;
    Actions queue;
    Surface surface;
    unsigned published = 0;  // revision that the host has
    float content_height = 0;
};

// One frame, between ImGui::NewFrame and ImGui::Render: update, refresh, draw, publish.
void frame(Lab& lab, const Host& host);

// Whether something still moves or finishes by itself (an emphasis of at most 250 ms): another frame is needed.
bool is_unfinished(const Lab& lab);

// Whether a press at this point (CSS px from the lab's top left) belongs to a control that drags: the page must not
// pan.
bool is_draggable_at(const Lab& lab, float x, float y);

}  // namespace fr
