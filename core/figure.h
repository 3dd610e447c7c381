// A chart as plain shapes, made once from a state and drawn twice: with ImDrawList in the lab and as SVG elsewhere.
// Shapes are in CSS pixels from the figure's top left; colours are roles, so that a theme is one table.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/explain.h"

namespace fr {

enum class Ink { paper, ink, muted, hairline, azure, others, own, hatch, alarm, on_azure, on_others, on_own, track };
enum class Face { sans, sans_bold, serif };
enum class Align { left, centre, right };

struct Point {
    double x, y;
};
struct Line {
    std::vector<Point> points;
    Ink ink;
    double width;
    bool dashed = false;
};
struct Area {
    std::vector<Point> top, bottom;
    Ink ink;
};  // same x in both
struct Hatch {
    std::vector<Point> top, bottom;
    Ink ink;
};  // 45 degree hatching between both
struct Box {
    double x, y, width, height;
    Ink ink;
    double radius = 0;
    bool filled = true;
};
struct Dot {
    Point centre;
    double radius;
    Ink ink;
};
struct Text {
    Point at;
    std::string text;
    Ink ink;
    Face face;
    double size;
    Align align = Align::left;
};  // at: baseline
using Shape = std::variant<Area, Hatch, Line, Box, Dot, Text>;

struct Figure {
    double width, height;
    std::vector<Shape> shapes;
    std::string title, description;
    // The plot's rectangle and months, so that a pointer finds its month.
    double plot_left, plot_right, plot_top, plot_bottom;
    Month first, last;
};

// The width of a text in CSS pixels; the lab asks its font, the command line a table of advances.
using Measure = std::function<double(std::string_view text, Face face, double size)>;

struct FigureOptions {
    double width = 640, height = 280;
    bool in_gw = false;      // share of demand otherwise
    Month selected = never;  // the playhead
    Month first = Month{0}, last = month_of(2031, 12);
    Month today = never;
    double axis_top_gw = 0;  // fixed while dragging; 0: fits
};

Figure capacity_figure(const Contract& contract, const Outcome& outcome, const FigureOptions& options, const Measure&);
// One bar per clause that has a name on the strip, on the same time axis.
Figure strip_figure(const Contract& contract, const Outcome& outcome, const FigureOptions& options, const Measure&);
// The three readings against the threshold and the horizon.
Figure agi_figure(const Inputs&, const Contract& contract, const Outcome& outcome, const FigureOptions& options,
                  const Measure&);

}  // namespace fr
