// What the charts on the time axis share: where a month lies, the years below, the playhead.
#pragma once

#include "core/picture/labels.h"

namespace fr::plot {

inline constexpr double label_size = 13, small_size = 12.5, axis_height = 24;
inline constexpr double veil_opacity = 0.55;  // of paper, over what steps back

// An empty figure with a plot of the given edges on the options' months, and room for the axis at its right.
Figure blank(const FigureOptions& options, const Measure& measure, double top, double bottom);
// A year under each of its own months, short where it is tight, none under `keep_clear`.
void add_years(Figure& figure, const Measure& measure, Occupied& occupied);
// Where eight of ten runs lie from the first to the last point, with the median as a thin line.
struct Spread {
    std::vector<Point> low, middle, high;
};
void add_spread(Figure& figure, const Spread& spread, Ink ink, double opacity);
// What a band is, on a card within it or, where that is tight, on it; where there is room.
void add_spread_name(Figure& figure, const Spread& spread, const Occupied& occupied, const Measure& measure);
// A ground for words, where one of the bands lies under them.
void add_ground(Figure& figure, const Text& text, Ink ink, const std::vector<Spread>& spreads, const Measure& measure);

// Words on a pill at the playhead's month, below the axis or above it; at the edge where the month lies beyond. Where
// it stands leaves room beside it.
enum class Pill { below_axis, above_axis };
Rect pill_place(const Figure& figure, Month month, const std::string& text, Pill at, const Measure& measure);
void add_pill(Figure& figure, Month month, const std::string& text, Pill at, const Measure& measure);
// The step of an axis that reaches `value` in at most so many steps: 1, 2 or 5 times a power of ten.
double nice_step(double value, int steps);

Line vertical(double x, double top, double bottom, Ink ink, double width, bool dashed = false);
Line horizontal(double y, double left, double right, Ink ink, double width, bool dashed = false);

}  // namespace fr::plot
