// Headings, lines, switches and paragraphs.
#include "ui/look/panels.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

bool draw_item(const Brush& brush, const Item& item, bool is_open, Column column, float& y) {
    constexpr float size = 16, small = 14;
    const Pen& pen = brush.pen;
    const float room = item.known.empty() ? 0 : pill_width(pen, item.known) + 12;
    const float left = column.left + item_indent, right = column.right - room;
    const float name_size = fitting(pen, item.name, Face::sans_bold, size, right - left);
    const float name_right = left + pen.width(item.name, Face::sans_bold, name_size);
    const bool fits = name_right + 16 + pen.width(item.state, Face::sans, small) <= right;
    const float height = fits ? 44.0f : 60.0f, baseline = y + 27;
    const Touched hand = touch(brush, item.id, column.left, y, column.width(), height);
    if (hand.hovered) brush.show_cursor("pointer");
    pen.text(column.left, baseline, is_open ? "▾" : "▸", hand.hovered ? Ink::ink : Ink::muted, Face::sans, 15);
    pen.text(left, baseline, item.name, item.name_ink, Face::sans_bold, name_size);
    if (!item.known.empty()) pill(pen, item.known, column.right, baseline, Ink::muted);
    pen.text(fits ? right : left, fits ? baseline : baseline + 19, item.state, item.state_ink, Face::sans, small,
             fits ? Align::right : Align::left);
    y += height;
    return hand.clicked;
}

bool tick_box(const Brush& brush, const char* id, std::string_view word, bool is_on, float& left, float middle) {
    const Pen& pen = brush.pen;
    constexpr float side = 18, space = 8;
    const float size = fitting(pen, word, Face::sans_bold, 15, brush.surface.width - left - side - space);
    const float width = side + space + pen.width(word, Face::sans, size), height = brush.target();
    const Touched hand = touch(brush, id, left - 4, middle - height / 2, width + 8, height);
    if (hand.hovered) brush.show_cursor("pointer");
    const float top = middle - side / 2;
    if (is_on) {
        pen.box(left, top, left + side, top + side, Ink::ink, 4);
        const ImVec2 tick[]{{left + 4.5f, top + 9.5f}, {left + 7.8f, top + 13}, {left + 13.5f, top + 5.5f}};
        pen.list->AddPolyline(tick, 3, pen.colour(Ink::paper), 0, 2);
    } else {
        pen.frame(left, top, left + side, top + side, hand.hovered ? Ink::ink : Ink::outline, 4);
    }
    pen.text(left + side + space, middle + 5, word, Ink::ink, is_on ? Face::sans_bold : Face::sans, size);
    left += width;
    return hand.clicked;
}

float paragraph(const Pen& pen, std::string_view words, Column column, float y, Style style) {
    constexpr std::size_t most = 12;  // a contract of the reader's own may have names without end
    const std::string shown = shortened(pen, words, style.face, style.size, column.width(), most);
    for (const std::string_view line : wrapped(pen, shown, style.face, style.size, column.width())) {
        y += style.leading;
        pen.text(column.left, y - 5, line, style.ink, style.face, style.size);
    }
    return y;
}

float draw_heading(const Pen& pen, std::string_view words, Column column, float y) {
    constexpr float size = 22, leading = 27;
    for (const std::string_view line : wrapped(pen, words, Face::serif, size, column.width())) {
        pen.text(column.left, y + 19, line, Ink::ink, Face::serif, size);
        y += leading;
    }
    return y + 5;
}

float draw_line(const Pen& pen, const ListLine& line, Column column, float y) {
    constexpr float size = 15.5f, leading = 20, small = 13, small_leading = 17;
    const float right = line.pill.empty() ? column.right : column.right - pill_width(pen, line.pill) - 14;
    float baseline = y + 22;
    if (!line.pill.empty()) pill(pen, line.pill, column.right, baseline, Ink::muted);
    const std::string shown = shortened(pen, line.words, line.face, size, right - column.left, 6);
    for (const std::string_view words : balanced(pen, shown, line.face, size, right - column.left)) {
        pen.text(column.left, baseline, words, Ink::ink, line.face, size);
        baseline += leading;
    }
    for (const std::string_view words : wrapped(pen, line.under, Face::sans, small, right - column.left)) {
        pen.text(column.left, baseline - 2, words, Ink::muted, Face::sans, small);
        baseline += small_leading;
    }
    const float low = baseline - (line.under.empty() ? 11 : 8);
    pen.rule(column.left, column.right, low, Ink::hairline);
    return low + 1;
}

float draw_subtitle(const Pen& pen, std::string_view words, Column column, float y) {
    return paragraph(pen, words, column, y, {Ink::ink, 16, 22, Face::sans_bold}) + 4;
}

}  // namespace fr
