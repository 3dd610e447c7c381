// Where the parts of the lab stand: by the size of what is seen and nothing else, so that no longer sentence and no
// moved lever shifts anything under a hand.
#pragma once

#include "ui/look/brush.h"

namespace fr {

struct Place {
    float left = 0, top = 0, right = 0, bottom = 0;
    Column column() const { return {left, right}; }
    float width() const { return right - left; }
    float height() const { return bottom - top; }
    bool operator==(const Place&) const = default;
};

// wide: the whole stage, the panel beside it. beside: a low screen, the stage's picture and outcomes, the panel beside
// them. above: a narrow screen, the same over the panel.
enum class Form { wide, beside, above };

struct Layout {
    Form form;
    Place bar;       // which deal, undo, what can be kept
    Place sentence;  // of no height where the panel alone tells it
    float type_size, leading;
    std::size_t lines;  // of the sentence
    Place hero;         // of no height on a phone that lies
    int tick_lines;     // of words under its track
    Place picture;
    bool has_heading;   // over the picture
    Place strip;        // or the outcomes as chips
    float row_height;   // of the strip
    Place tabs, panel;  // what is under the tabs scrolls
};
// `surface.height` is what is seen at a time. Unless the stage is wide the bar lies above that: it leaves the view when
// the page scrolls, and what is drawn is by so much higher.
Layout layout_of(const Surface& surface);
float bar_above(float width, float height);

}  // namespace fr
