// What a widget is given: a pen, what it draws on, and the hand that touches it. Widgets know nothing of the
// explainer's state.
#pragma once

#include <optional>
#include <vector>

#include "core/deal/params.h"
#include "ui/look/theme.h"

namespace fr {

// What the page or window gives the lab to draw on, in CSS pixels.
struct Surface {
    float width = 1280, height = 800;
    Shade shade;
    bool touch = false;  // the last pointer was a finger: targets of 44 px
    bool reduced_motion = false;
    Month today = never;   // from the host's clock: core has none
    float scrolled = 0;    // how far the panel is, by the host's own scrolling
    bool in_page = false;  // which tells title and story itself
    // For tests of what is shown and whether it has the room: see Pen.
    float widened = 1;
    std::vector<Written>* written = nullptr;
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

// A track that is held: where it stands and how far the pointer was from the grab.
struct HeldTrack {
    const Param* param;
    float left, right, off;
};

// What the hand is on. It may be lost at any time.
struct Hand {
    std::vector<Zone> draggable;     // of the last frame
    Month hovered = never;           // the month under the mouse, over chart or strip
    bool is_holding = false;         // something that the pictures depend on is held
    double held_from = 0;            // the value when the hold began, or the grab's distance to the pointer
    std::optional<HeldTrack> track;  // of the last frame
    unsigned pressed = 0;            // what the hand is on or has just left, by ImGui's id; 0: nothing
    float pressed_top = 0;           // where it stood in the last frame, had nothing been scrolled
    float scrolled = 0;              // by how much what is drawn now has been moved up
    int frames_pressed = 0;          // that it is still followed for
    // How far it has moved down, because something above it takes more room: whoever shows the lab scrolls by as much,
    // so that it stays under the hand, and sets this to 0.
    float slid = 0;
    bool can_type = false;            // the host has a field for values
    std::optional<TypedValue> typed;  // asked for in this frame
    const char* cursor = "default";
};

struct Brush {
    const Pen& pen;
    const Surface& surface;
    Hand& hand;

    // Controls are large for fingers, and on narrow surfaces from the start, so that the first touch moves nothing.
    bool is_large() const { return surface.touch || surface.width < 700; }
    float target() const { return is_large() ? 44.0f : 32.0f; }  // how high a control's target is
    void show_cursor(const char* css) const { hand.cursor = css; }
};

struct Column {
    float left, right;
    float width() const { return right - left; }
};

}  // namespace fr
