// Geometry of rectangles and lines, and the search for a label's place.
#include "core/picture/labels.h"

#include <algorithm>
#include <cmath>

namespace fr {

bool overlap(const Rect& a, const Rect& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool contains(const Rect& outer, const Rect& inner) {
    return outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top &&
           outer.bottom >= inner.bottom;
}

Rect grown(const Rect& rect, double by) { return {rect.left - by, rect.top - by, rect.right + by, rect.bottom + by}; }

namespace {

// Cuts the part [enters, leaves] of a line to where one coordinate lies between low and high.
bool clip(double from, double to, double low, double high, double& enters, double& leaves) {
    const double length = to - from;
    if (length == 0) return from > low && from < high;
    const double first = (low - from) / length, second = (high - from) / length;
    enters = std::max(enters, std::min(first, second));
    leaves = std::min(leaves, std::max(first, second));
    return enters < leaves;
}

double at(const std::vector<Point>& edge, std::size_t i, double x) {
    const Point a = edge[i], b = edge[i + 1];
    return b.x == a.x ? a.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
}

}  // namespace

bool crosses(Point from, Point to, const Rect& rect) {
    const auto [left, right] = std::minmax(from.x, to.x);
    const auto [top, bottom] = std::minmax(from.y, to.y);
    if (right <= rect.left || left >= rect.right || bottom <= rect.top || top >= rect.bottom) return false;
    double enters = 0, leaves = 1;
    return clip(from.x, to.x, rect.left, rect.right, enters, leaves) &&
           clip(from.y, to.y, rect.top, rect.bottom, enters, leaves);
}

Rect text_rect(const Text& text, const Measure& measure) {
    const double width = measure(text.text, text.face, text.size);
    const double share = text.align == Align::left ? 0 : text.align == Align::centre ? 0.5 : 1;
    const double left = text.at.x - width * share;
    return {left, text.at.y - 0.72 * text.size, left + width, text.at.y + 0.2 * text.size};
}

bool Occupied::is_free(const Rect& rect) const {
    return std::ranges::none_of(rects, [&](const Rect& other) { return overlap(rect, other); }) &&
           std::ranges::none_of(lines, [&](const auto& line) { return crosses(line.first, line.second, rect); });
}

void Occupied::add(const Line& line) {
    for (std::size_t i = 1; i < line.points.size(); ++i) lines.emplace_back(line.points[i - 1], line.points[i]);
}

std::pair<double, double> room(const Band& band, double left, double right) {
    double top = -1e9, bottom = 1e9;
    const auto begins = std::ranges::upper_bound(band.top, left, {}, &Point::x);  // the first point beyond `left`
    const auto first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(begins - band.top.begin() - 1, 0));
    for (std::size_t i = first; i + 1 < band.top.size() && band.top[i].x <= right; ++i) {
        const double from = std::max(left, band.top[i].x), to = std::min(right, band.top[i + 1].x);
        if (from > to) continue;
        top = std::max({top, at(band.top, i, from), at(band.top, i, to)});
        bottom = std::min({bottom, at(band.bottom, i, from), at(band.bottom, i, to)});
    }
    return {top, bottom};
}

std::optional<Text> placed_in(const Band& band, Text text, const Occupied& occupied, const Measure& measure) {
    constexpr double air = 5, step = 2, enough = 90, edge = 60;
    text.align = Align::left;
    text.at = {0, 0};
    const Rect shape = text_rect(text, measure);
    std::optional<Text> best;
    double best_score = -1e9;
    for (const Point& start : band.top) {
        const double left = start.x + air, right = left + shape.width();
        if (right + air > band.top.back().x) break;
        const auto [top, bottom] = room(band, left - air, right + air);
        const double slack = bottom - top - shape.height() - 2 * air;
        if (slack < 0) continue;
        const double inset = std::min(start.x - band.top.front().x, edge) / 6;  // rather not at the very edge
        const double most = std::min(slack, enough) + inset;
        // From the middle outwards: the first free place is the best of this stretch.
        for (double off = 0; off <= slack / 2 && most - off > best_score; off += step)
            for (const double down : {slack / 2 - off, slack / 2 + off}) {
                const double y = top + air + down - shape.top;
                const Rect place{left, y + shape.top, right, y + shape.bottom};
                if (most - off <= best_score || !occupied.is_free(grown(place, air - 1))) continue;
                best_score = most - off;
                best = text;
                best->at = {left, y};
            }
    }
    return best;
}

}  // namespace fr
