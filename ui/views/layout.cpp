// Three shapes of one lab.
#include "ui/views/layout.h"

#include <algorithm>
#include <cmath>

namespace fr {

namespace {

constexpr float widest_stage = 1344, column_gap = 36, bar_height = 48, tab_height = 44, chips_height = 40;
constexpr float picture_heading = 28, key_height = 24, words_height = 22, strip_rows = 7;

Column content_of(const Surface& surface) {
    const float margin = std::clamp(std::round(surface.width * 0.03f), 16.0f, 36.0f);
    const float left = std::max(margin, std::floor((surface.width - widest_stage) / 2));
    return {left, surface.width - left};
}

// What is left under the tabs belongs to the panel.
void lay_panel(Layout& layout, Column column, float top, float bottom) {
    layout.tabs = {column.left, top, column.right, top + tab_height};
    layout.panel = {column.left, top + tab_height, column.right, bottom};
}

// Parts one under the other in a column.
struct Stack {
    Column column;
    float y;
    Place take(float height) {
        const Place place{column.left, y, column.right, y + height};
        y = place.bottom;
        return place;
    }
};

// The picture gives way first, then the strip's rows.
void lay_picture_and_strip(Layout& layout, Stack stack, float bottom) {
    constexpr float highest = 440, lowest = 200, space = 10;
    const float room = bottom - stack.y - picture_heading - space - key_height - words_height;
    layout.row_height = std::clamp(std::floor((room - lowest) / strip_rows), 16.0f, 21.0f);
    const float rows = layout.row_height * strip_rows;
    layout.has_heading = true;
    layout.picture = stack.take(picture_heading + std::min(room - rows, highest));
    stack.take(space);
    layout.strip = stack.take(key_height + rows + words_height);
}

Layout wide_layout(const Surface& surface, Column whole) {
    constexpr float narrowest_panel = 360;
    Layout layout{};
    layout.form = Form::wide;
    layout.bar = {whole.left, 0, whole.right, bar_height};
    const float side = std::max(narrowest_panel, std::floor(whole.width() * 0.38f) - column_gap);
    const Column left{whole.left, whole.right - side - column_gap};
    const bool is_roomy = left.width() >= 700 && surface.height >= 700;
    layout.type_size = is_roomy ? 25 : 21;
    layout.leading = is_roomy ? 31 : 26;
    layout.lines = 3;
    layout.tick_lines = 2;
    Stack stack{left, bar_height + 10};
    layout.sentence = stack.take(3 * layout.leading);
    stack.take(6);
    layout.hero = stack.take(100);
    lay_picture_and_strip(layout, stack, surface.height - 12);
    lay_panel(layout, {whole.right - side, whole.right}, bar_height, surface.height);
    return layout;
}

// A stage of sentence, slider, picture and chips from `top` to `bottom`; the picture takes what the others leave.
void lay_small_stage(Layout& layout, Column column, float top, float bottom) {
    const float height = bottom - top;
    const bool is_roomy = column.width() >= 560 && height >= 420, is_slim = column.width() < 350;
    layout.type_size = is_roomy ? 25 : is_slim ? 17 : 19;
    layout.leading = is_roomy ? 31 : is_slim ? 21 : 23;
    layout.lines = 2;
    layout.tick_lines = height >= 380 ? 2 : 1;
    Stack stack{column, top};
    layout.sentence = stack.take(2 * layout.leading);
    layout.hero = stack.take(layout.tick_lines == 2 ? 100.0f : 80.0f);
    layout.has_heading = height >= 400;
    layout.picture = stack.take(bottom - chips_height - stack.y);
    layout.strip = stack.take(chips_height);
}

Layout beside_layout(const Surface& surface, Column whole) {
    Layout layout{};
    layout.form = Form::beside;
    layout.bar = {whole.left, 0, whole.right, bar_height};
    const float middle = std::floor(whole.left + whole.width() * 0.54f);
    const Column left{whole.left, middle - column_gap / 2};
    const float top = bar_height + 4, bottom = bar_height + surface.height - 2;
    if (surface.height >= 480) {
        lay_small_stage(layout, left, top, bottom);
    } else {
        layout.picture = {left.left, top, left.right, bottom - chips_height};
        layout.strip = {left.left, bottom - chips_height, left.right, bottom};
    }
    lay_panel(layout, {middle + column_gap / 2, whole.right}, bar_height, bar_height + surface.height);
    return layout;
}

Layout above_layout(const Surface& surface, Column whole) {
    constexpr float lowest = 304;
    Layout layout{};
    layout.form = Form::above;
    layout.bar = {whole.left, 0, whole.right, bar_height};
    const float bottom = bar_height + std::max(lowest, std::floor(surface.height * 0.46f));
    lay_small_stage(layout, whole, bar_height + 4, bottom);
    lay_panel(layout, whole, bottom, bar_height + surface.height);
    return layout;
}

bool is_wide(float width, float height) { return width >= 1000 && height >= 620; }

}  // namespace

float bar_above(float width, float height) { return is_wide(width, height) ? 0 : bar_height; }

Layout layout_of(const Surface& surface) {
    const Column whole = content_of(surface);
    if (is_wide(surface.width, surface.height)) return wide_layout(surface, whole);
    const bool is_low = surface.height < 480 || (surface.width >= 900 && surface.height < 620);
    if (is_low && surface.width > surface.height) return beside_layout(surface, whole);
    return above_layout(surface, whole);
}

}  // namespace fr
