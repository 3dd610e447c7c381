// The window side of the lab: Dear ImGui on SDL2 and OpenGL. An entry file makes the window and its OpenGL context in
// its own way; events, frames and knowing when nothing is left to draw are the same everywhere.
#pragma once

#include <array>

#include "ui/views/lab.h"

union SDL_Event;
struct SDL_Window;

namespace fr {

// What is drawn on: its size as the page or desktop sees it, and in device pixels.
struct Display {
    float css_width = 0, css_height = 0;
    int pixel_width = 0, pixel_height = 0;
    bool is_scaled = false;  // where the pointer is, is told by events alone: the system counts other pixels
};

enum class PointerEvent { move, down, up, cancel, leave };

// Dear ImGui, its look and its backends on a window whose OpenGL (ES) context is current.
void attach(SDL_Window* window, const char* glsl_version, const Fonts& fonts);
void detach();

// Puts what a hand does into SDL's queue, where an operating system would have put it. Positions are CSS pixels from
// the window's top left. `cancel`: the hand was taken away (the page pans): nothing is pressed and nothing moves.
void push_pointer(SDL_Window* window, PointerEvent event, float x, float y, bool is_touch);
void push_escape();  // the key down and up again

void pump_events();                       // all that is in SDL's queue, to Dear ImGui
void take_event(const SDL_Event& event);  // one; its pointer in CSS pixels from the lab's top left
// What a display is cleared to before a frame is drawn on it: red, green and blue, 0 to 1.
std::array<float, 3> paper_of(const Lab& lab);
// Makes the next frame: whether it differs from the one painted last, or nothing is known to be shown. `overlay` makes
// what lies over the lab; null: nothing does.
bool make_frame(Lab& lab, const Host& host, const Display& display, void (*overlay)() = nullptr);
void paint_frame();                     // the one made last, on a display that was cleared
void forget_painted();                  // what was painted is no longer shown: the next frame is to be painted
bool wants_frame(const Lab& lab);       // input waits, a button is down or something moves
bool is_held();                         // a button is down
bool has_work(const Lab& lab);          // in the background
void work(Lab& lab, const Host& host);  // a slice of it, between frames: it holds none up
void forget_graphics();                 // the OpenGL context is lost: the next frame makes textures and shaders anew

}  // namespace fr
