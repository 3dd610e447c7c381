// A chart as plain shapes, made once from a state and drawn twice: with ImDrawList in the lab and as SVG elsewhere.
// Shapes are in CSS pixels from the figure's top left; colours are roles, so that a theme is one table.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/ask/agi_readings.h"
#include "core/ask/evaluate.h"
#include "core/ask/ranges.h"
#include "core/picture/ink.h"
#include "core/words/parts.h"

namespace fr {

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
    double opacity = 1;
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

// A row of the strip: the clauses that take part in it, in their order; none where the deal has no such clause.
struct StripBand {
    std::vector<int> clauses;  // indices in the contract
    double top, bottom;
    std::string_view name;  // of the row
};

struct Figure {
    double width, height;
    std::vector<Shape> shapes;  // later shapes lie over earlier ones
    std::string title, description;
    // The plot's rectangle and months, so that a pointer finds its month.
    double plot_left, plot_right, plot_top, plot_bottom;
    Month first, last;
    double axis_top_gw = 0;        // of the picture in GW: what the axis reaches
    std::vector<StripBand> bands;  // of the strip, from the top
};

// The width of a text in CSS pixels; the lab asks its font, SVG and tests a table of advances.
using Measure = std::function<double(std::string_view text, Face face, double size)>;

// Widths from a table of advances that is on the safe side for the lab's fonts: for where no font can be asked.
double estimated_width(std::string_view text, Face face, double size);

// What a reader has bet on a month, in gigawatts.
struct BetPoint {
    Month month;
    double gw;
};

struct FigureOptions {
    double width = 640, height = 280;
    bool in_gw = false;                                 // share of demand otherwise
    Month selected = never;                             // the playhead; never: none
    Month first = Month{0}, last = month_of(2031, 12);  // nothing is modelled before January 2024, only agreed
    Month today = never;
    double axis_top_gw = 0;          // fixed while dragging; 0: fits
    const Run* ghost = nullptr;      // A, to compare with: what it serves, or its test, is dashed over the picture
    double before = 0;               // room before the plot: the strip's names, the picture's numbers; 0: above it
    double row_height = 21;          // of the strip's rows where their names stand before them, 16 to 21
    double title_room = 0;           // of the strip: kept free at the start of its first line
    Grade weakest = Grade::unseen;   // clauses that rest on less are marked in the strip
    Parts parts{};                   // emphasised: the others step back, nothing is hidden
    std::vector<BetPoint> bets{};    // on the picture in gigawatts
    bool shows_known = true;         // dots of what is known to have run, where there is room for their key
    const Ranges* ranges = nullptr;  // where the uncertainty runs lie, as bands; not drawn beside a ghost
};

Figure capacity_figure(const Contract& contract, const Run& run, const FigureOptions& options, const Measure&);
// One bar for each kind of clause, on the same time axis. The height follows from the rows. `strip_room` is what its
// names need before the plot.
double strip_room(const Measure&);
inline constexpr std::string_view strip_title = "The deal, clause by clause";
inline constexpr double strip_title_size = 16;
Figure strip_figure(const Contract& contract, const Reading& reading, const FigureOptions& options, const Measure&);
// The three readings against the threshold and the horizon, to the end of the model.
Figure agi_figure(const Inputs&, const Contract& contract, const Run& run, const FigureOptions& options,
                  const Measure&);
// The ten readings as dates, a row each, with the deal's horizon across. The height follows from the rows.
Figure agi_dates_figure(const std::vector<TestReading>& readings, Month horizon, const FigureOptions& options,
                        const Measure&);

// The clause of a strip's row that tells of a month: the one in force, else the last that has ended, else the first to
// come. The row must have clauses.
int telling_clause(const StripBand& band, const ClauseSpans& spans, Month month);

// The month under a pointer, clamped to the plot; and where a month begins.
Month month_at(const Figure& figure, double x);
double x_of(const Figure& figure, Month month);

}  // namespace fr
