// The views of the lab: each draws one part from const state and queues what the reader did. Nothing here changes
// state, calls the model or composes sentences.
#pragma once

#include "core/picture/figure.h"
#include "ui/look/fonts.h"
#include "ui/state/app.h"

namespace fr {

struct Written;

// What the page or window gives the lab to draw on, in CSS pixels.
struct Surface {
    float width = 1280, height = 800;
    bool dark = false;
    bool touch = false;  // the last pointer was a finger: targets of 44 px
    bool reduced_motion = false;
    Month today = never;  // from the host's clock: core has none
    // For tests of what is shown and whether it has the room: see Pen.
    float widened = 1;
    std::vector<Written>* written = nullptr;
};

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

// A rectangle of the lab, in CSS pixels from its top left.
struct Zone {
    float left, top, right, bottom;
    bool mouse_only = false;  // a finger pans the page there
    bool holds(float x, float y) const { return x >= left && x < right && y >= top && y < bottom; }
};

// A value that the reader wants to type, and where it stands.
struct TypedValue {
    const Param* param;
    double value;
    Zone zone;
};

// What the hand holds and where things lie. None of it is state of the explainer: it may be lost at any time.
struct View {
    std::vector<Zone> draggable;  // of the last frame
    Month hovered = never;        // the month under the mouse, over chart or strip
    bool is_holding = false;      // the hero slider or the sentence's quantity is held
    double held_from = 0;         // the value when the hold began, or the grab's distance to the pointer
    unsigned pressed = 0;         // what the hand is on or has just left, by ImGui's id; 0: nothing
    float pressed_top = 0;        // where it stood in the last frame
    int frames_pressed = 0;       // that it is still followed for
    // How far it has moved down, because something above it takes more room: whoever shows the lab scrolls by as much,
    // so that it stays under the hand, and sets this to 0.
    float slid = 0;
    double axis_top_gw = 0;     // stays while the slider is held
    bool shows_ranges = false;  // where the uncertainty runs lie, in the pictures
    int sentence_lines = 0;     // room kept for the sentence at this width, so that nothing jumps while dragging
    float sentence_width = 0;
    int band = -1;              // row of the strip that the why panel tells of; -1: of all that set the month
    StripBand chosen;           // that row
    std::string contract;       // to which the above belongs
    std::vector<bool> breaks;   // which headline months were there in the last frame
    double emphasis_until = 0;  // on ImGui's clock
    bool levers_open = false;
    unsigned groups_open = 1;         // of the levers, a bit each
    const Param* told = nullptr;      // the lever whose help is unfolded
    Month as_of = never;              // of the deal's cards; never: the playhead's
    bool can_type = false;            // the host has a field for values
    bool can_open = false;            // and can open files
    bool can_export = false;          // and write them
    bool wants_file = false;          // asked for in this frame
    const char* exported = nullptr;   // asked for in this frame
    bool all_problems = false;        // of a refused file, not the first few
    std::optional<TypedValue> typed;  // asked for in this frame
    bool is_working = false;          // the background has more to do, and a clock to do it by
    const char* cursor = "default";
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

// Once, after ImGui::CreateContext and before the first frame: fonts and style.
void set_up_look(const Fonts& fonts);

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
