// Controls in the lab's own look: values in, optional change out. They know nothing of the explainer's state.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/picture/ticks.h"
#include "ui/look/brush.h"

namespace fr {

// An invisible button over a rectangle; what is drawn there is the caller's.
struct Touched {
    bool hovered, held, clicked;
};
Touched touch(const Brush& brush, const char* id, float left, float top, float width, float height);
// Part of it, for other items: right after the item, whose upper end is at `top`.
void follow_hand(const Brush& brush, float top);

// A part that drags: on it the page does not pan. Only as far as it is seen.
void make_draggable(const Brush& brush, Zone zone);

// Whether something is unfolded, as a small triangle that starts at x.
void fold_mark(const Pen& pen, bool is_open, float x, float y, Ink ink);

enum class Icon { undo, redo, minus, plus, revert, more, both_ways };

// A round button with an icon; true when pressed (again and again while held, where it repeats).
bool icon_button(const Brush& brush, const char* id, Icon icon, float centre_x, float centre_y, bool enabled,
                 bool repeats = false);

// The same for what lasts as long as it is held, by whatever hand: whether it is. A name to its left can be held too.
bool icon_held(const Brush& brush, const char* id, Icon icon, float centre_x, float centre_y, bool enabled,
               float name_width = 0);

// Words that can be pressed, ending or starting at x.
bool text_button(const Brush& brush, const char* id, std::string_view word, float x, float baseline,
                 Align align = Align::right);

// Words of which one is chosen, in a line from `left`; the one that was pressed.
std::optional<int> choice(const Brush& brush, const char* id, std::span<const std::string_view> words, int chosen,
                          float left, float baseline);
float choice_width(const Pen& pen, std::span<const std::string_view> words);
// The same in as many rows as they need; moves y to below them.
std::optional<int> choices(const Brush& brush, const char* id, std::span<const std::string_view> words, int chosen,
                           Column column, float& y);

// A value that can be typed where the host has a field for it, ending at `right`: it asks for that when pressed.
void typed_value(const Brush& brush, const Param& param, double value, std::string_view words, float right,
                 float baseline, Face face, float size);

// A rounded label, as for evidence. Returns its width; drawn to the left of `right`.
float pill(const Pen& pen, std::string_view word, float right, float baseline, Ink ink);
float pill_width(const Pen& pen, std::string_view word);

// A slider's track with its ticks: the value it was dragged to.
struct TrackValues {
    double value, standard;
    std::span<const TickWords> ticks;
    bool is_small = false;        // of a lever among others
    std::optional<double> bet{};  // that the reader has placed on it
    int tick_lines = 1;           // in which words at ticks may stand
};
std::optional<double> track(const Brush& brush, const char* id, const Param& param, const TrackValues& values,
                            Column column, float y);

// The value of a held track under a pointer.
double value_at(const HeldTrack& track, float x);

}  // namespace fr
