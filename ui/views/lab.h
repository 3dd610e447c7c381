// The views of the lab: each draws one part from const state and queues what the reader did. Nothing here changes
// state, calls the model or composes sentences.
#pragma once

#include "ui/views/stage.h"

namespace fr {

// What of the world outside the lab may use. Function pointers, filled by each entry file; null where it has none.
struct Host {
    void (*publish)(const std::string& describe_json) = nullptr;  // after each change of state
    void (*set_height)(float css_px) = nullptr;                   // the lab's content is this high at this width
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
    float content_height = 0;
    View view;
};

// One frame, between ImGui::NewFrame and ImGui::Render: update, refresh, draw, publish. It is drawn on paper that the
// caller has laid; the content is content_height high.
void frame(Lab& lab, const Host& host);

// Whether the host has not heard of what describe tells now: a change, or that the background has finished. It then
// has.
bool is_news(Lab& lab);

// Whether something still moves or finishes by itself (an emphasis of at most 250 ms): another frame is needed.
bool is_unfinished(const Lab& lab);

// Whether a press at this point (CSS px from the lab's top left) belongs to a control that drags: the page must not
// pan.
bool is_draggable_at(const Lab& lab, float x, float y);

}  // namespace fr
