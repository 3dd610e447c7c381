// Finds room for words: a label is put only where it neither touches another nor is crossed by a line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/picture/figure.h"

namespace fr {

struct Rect {
    double left, top, right, bottom;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

bool overlap(const Rect& a, const Rect& b);
bool contains(const Rect& outer, const Rect& inner);
Rect grown(const Rect& rect, double by);
// Whether a straight line passes through a rectangle.
bool crosses(Point from, Point to, const Rect& rect);

// The rectangle of a text: from its tallest letters to its deepest.
Rect text_rect(const Text& text, const Measure& measure);

// What a label must keep clear of.
struct Occupied {
    std::vector<Rect> rects;
    std::vector<std::pair<Point, Point>> lines;

    bool is_free(const Rect& rect) const;
    void add(const Rect& rect) { rects.push_back(rect); }
    void add(const Line& line);
};

// The best place for a text in the band between two boundaries (same x, left to right) within left and right; empty
// where it fits nowhere. The text's ink, face and size are taken from `text`, its place is found.
struct Band {
    std::vector<Point> top, bottom;
};
std::optional<Text> placed_in(const Band& band, Text text, const Occupied& occupied, const Measure& measure);

// The vertical room of a band over a stretch of x: the lowest of its top edge, the highest of its bottom edge.
std::pair<double, double> room(const Band& band, double left, double right);

}  // namespace fr
