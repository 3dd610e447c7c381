// A table of what is not the same on two sides.
#include <algorithm>

#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

float draw_cell(const Pen& pen, std::string_view words, Column column, float y, Style style, bool at_right) {
    for (const std::string_view line : wrapped(pen, words, style.face, style.size, column.width())) {
        y += style.leading;
        const float x = at_right ? column.right : column.left;
        pen.text(x, y - 5, line, style.ink, style.face, style.size, at_right ? Align::right : Align::left);
    }
    return y;
}

float draw_difference(const Pen& pen, const Difference& row, Column column, float y, Style what, Style values) {
    const float width = column.width(), gap = 12;
    const float middle = column.left + width * 0.46f, half = column.left + width * 0.73f;
    const float low = std::max({draw_cell(pen, row.what, {column.left, middle - gap}, y, what, false),
                                draw_cell(pen, row.a, {middle, half - gap / 2}, y, values, true),
                                draw_cell(pen, row.b, {half + gap / 2, column.right}, y, values, true)});
    pen.rule(column.left, column.right, low + 4, Ink::hairline);
    return low + 5;
}

}  // namespace

float draw_differences(const Pen& pen, const Difference& heads, std::span<const Difference> rows, Column column,
                       float y) {
    const Style small{Ink::muted, 14, 19};
    y = draw_difference(pen, heads, column, y, small, {Ink::muted, 14, 19, Face::sans_bold});
    for (const Difference& row : rows) y = draw_difference(pen, row, column, y + 3, {}, {});
    return y;
}

}  // namespace fr
