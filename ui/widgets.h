// Controls in the lab's own look: values in, optional change out. They know nothing of the explainer's state.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/theme.h"
#include "ui/views.h"

namespace fr {

// A value of a slider at which something breaks, with a word.
struct Tick {
    double value;
    std::string label;
};

// What a view is given, and the only ways out of it: queued actions, and the hand's own memory.
struct Stage {
    const App& app;
    const Results& results;
    const Surface& surface;
    const Pen& pen;
    View& view;
    Actions& actions;

    // Controls are large for fingers, and on narrow surfaces from the start, so that the first touch moves nothing.
    bool is_large() const { return surface.touch || surface.width < 700; }
    float target() const { return is_large() ? 44.0f : 32.0f; }  // how high a control's target is
    void show_cursor(const char* css) const { view.cursor = css; }
};

struct Column {
    float left, right;
    float width() const { return right - left; }
};

enum class Icon { undo, redo, minus, plus };

// A round button with an icon; true when pressed (again and again while held, where it repeats).
bool icon_button(const Stage& stage, const char* id, Icon icon, float centre_x, float centre_y, bool enabled,
                 bool repeats = false);

// Words that can be pressed, ending or starting at x.
bool text_button(const Stage& stage, const char* id, std::string_view word, float x, float baseline,
                 Align align = Align::right);

// Words of which one is chosen, ending at `right` or starting at `left`; the one that was pressed.
std::optional<int> choice(const Stage& stage, const char* id, std::span<const std::string_view> words, int chosen,
                          float left, float baseline);
float choice_width(const Pen& pen, std::span<const std::string_view> words);

// A rounded label, as for evidence. Returns its width; drawn to the left of `right`.
float pill(const Pen& pen, std::string_view word, float right, float baseline, Ink ink);
float pill_width(const Pen& pen, std::string_view word);

// A slider's track with its ticks: the value it was dragged to.
struct TrackValues {
    double value, standard;
    std::span<const Tick> ticks;
};
std::optional<double> track(Stage& stage, const char* id, const Param& param, const TrackValues& values, Column column,
                            float y);

}  // namespace fr
