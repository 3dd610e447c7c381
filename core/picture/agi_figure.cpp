// The AGI clause as a picture: what OpenAI has earned and what its systems could earn, against the threshold of the
// test and the deal's horizon. All readings are drawn; the chosen one is the strong line.
#include <algorithm>
#include <array>
#include <functional>

#include "core/picture/plot.h"
#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

namespace {

using namespace plot;

constexpr double lowest = -2;      // of the axis, in thresholds: deeper losses of a reading that is not chosen leave it
constexpr double headroom = 1.35;  // over the threshold, in thresholds

struct Chart {
    const Inputs& inputs;
    const Contract& contract;
    const Run& run;
    const Measure& measure;
    Figure figure;
    Occupied occupied;
    double top_bn = 0, bottom_bn = 0;
    std::vector<Spread> spreads{};  // where the runs lie

    double y_of(double bn) const {
        const double share = (bn - bottom_bn) / (top_bn - bottom_bn);
        return figure.plot_bottom - share * (figure.plot_bottom - figure.plot_top);
    }
    bool is_chosen(AgiReading reading) const { return static_cast<AgiReading>(inputs.agi_reading) == reading; }
    Month met(AgiReading reading) const { return run.met(reading); }
    // What counts is red; else the chosen line is strong and the others stand back.
    Ink ink_of(AgiReading reading) const {
        if (!is_chosen(reading)) return Ink::muted;
        return met(reading) == never ? Ink::ink : Ink::alarm;
    }
    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    void add_line(const Line& line) {
        add(line);
        occupied.add(line);
    }
    void add_text(const Text& text) {
        occupied.add(grown(text_rect(text, measure), 2));
        add_ground(figure, text, Ink::paper, spreads, measure);
        add(text);
    }
};

// The curve of a value, cut where it leaves the axis.
std::vector<Line> curve(const Chart& chart, const Run& run, double Row::* value, Ink ink, double width) {
    std::vector<Line> pieces;
    bool was_inside = false;
    Point before{};
    double value_before = 0;
    const auto enter = [&](Point at) { pieces.push_back({{at}, ink, width}); };
    for (const Row& row : run.rows) {
        const double bn = row.*value;
        const Point here{x_of(chart.figure, row.month), chart.y_of(bn)};
        const bool is_inside = bn <= chart.top_bn && bn >= chart.bottom_bn;
        const double outer = is_inside ? value_before : bn;
        const double limit = outer > chart.top_bn ? chart.top_bn : chart.bottom_bn;
        if (row.month.index > 0 && is_inside != was_inside) {
            const double share = (limit - value_before) / (bn - value_before);
            const Point at_limit{before.x + share * (here.x - before.x), chart.y_of(limit)};
            if (is_inside) enter(at_limit);
            if (was_inside) pieces.back().points.push_back(at_limit);
        }
        if (is_inside && pieces.empty())
            enter(here);
        else if (is_inside)
            pieces.back().points.push_back(here);
        was_inside = is_inside;
        before = here;
        value_before = bn;
    }
    return pieces;
}

double Row::* value_of(AgiReading reading) {
    return reading == AgiReading::booked ? &Row::cumulative_profit_bn : &Row::earning_power_bn;
}

// The part of a line up to x, strong, and the part from there on.
std::vector<Line> parted(const Line& line, double x, double strong, double weak) {
    Line before{{}, line.ink, strong}, after{{}, line.ink, weak};
    for (const Point& point : line.points) {
        if (point.x <= x) before.points.push_back(point);
        if (point.x >= x) after.points.push_back(point);
    }
    std::vector<Line> parts;
    for (Line& part : {std::ref(before), std::ref(after)})
        if (part.points.size() > 1) parts.push_back(std::move(part));
    return parts;
}

// The chosen reading is strong until it is met: what comes after may leave the picture, that never does.
std::vector<Line> curve(const Chart& chart, AgiReading reading) {
    constexpr double strong = 2.5, weak = 1.5;
    const bool is_chosen = chart.is_chosen(reading);
    const Month met = chart.met(reading);
    const auto pieces = curve(chart, chart.run, value_of(reading), chart.ink_of(reading), is_chosen ? strong : weak);
    if (!is_chosen || met == never) return pieces;
    std::vector<Line> all;
    for (const Line& piece : pieces)
        for (Line& part : parted(piece, x_of(chart.figure, met), strong, weak)) all.push_back(std::move(part));
    return all;
}

// The chosen reading in A, dashed: one month of two.
void add_ghost(Chart& chart, const Run& ghost) {
    const auto reading = static_cast<AgiReading>(chart.inputs.agi_reading);
    for (const Line& piece : curve(chart, ghost, value_of(reading), Ink::ink, 1.75)) {
        for (std::size_t i = 0; i + 1 < piece.points.size(); i += 2)
            chart.add(Line{{piece.points[i], piece.points[i + 1]}, Ink::ink, 1.75});
        chart.occupied.add(piece);
    }
}

// Where the runs lie, within the axis.
Spread spread(const Chart& chart, const CurveRange& range) {
    const auto edge = [&](double Quantiles::* quantile) {
        std::vector<Point> points;
        for (const Row& row : chart.run.rows) {
            const double bn = entry(range, row.month.index).*quantile;
            points.push_back(
                {x_of(chart.figure, row.month), chart.y_of(std::clamp(bn, chart.bottom_bn, chart.top_bn))});
        }
        return points;
    };
    return {edge(&Quantiles::p10), edge(&Quantiles::p50), edge(&Quantiles::p90)};
}

// Of both curves, each in its colour: the one that counts lies over the other.
void add_ranges(Chart& chart, const Ranges& ranges) {
    const bool is_booked = chart.is_chosen(AgiReading::booked);
    const std::array<std::pair<AgiReading, Curve>, 2> both{
        {{AgiReading::booked, Curve::cumulative_profit_bn}, {AgiReading::ability, Curve::earning_power_bn}}};
    for (const auto& [reading, curve] : {both[is_booked ? 1 : 0], both[is_booked ? 0 : 1]}) {
        chart.spreads.push_back(spread(chart, range_of(ranges, curve)));
        add_spread(chart.figure, chart.spreads.back(), chart.ink_of(reading), 0.16);
    }
}

void add_frame(Chart& chart) {
    const Figure& figure = chart.figure;
    chart.add_line(horizontal(chart.y_of(0), 0, figure.width, Ink::hairline, 1));
    chart.add_line(horizontal(chart.y_of(chart.inputs.agi_threshold), 0, figure.width, Ink::ink, 1, true));
    const double x = x_of(figure, chart.contract.horizon);
    chart.add_line(vertical(x, figure.plot_top, figure.plot_bottom, Ink::outline, 1));
}

// The words of a level, on its line: as far right as there is room.
void name_level(Chart& chart, double bn, Ink ink, Face face) {
    const std::string words = bn == 0 ? "$0" : bn_text(bn);
    for (double right = chart.figure.width - 1; right > 0; right -= 6)
        for (const double down : {-6.0, 16.0}) {
            const Text text{{right, chart.y_of(bn) + down}, words, ink, face, small_size, Align::right};
            const Rect place = text_rect(text, chart.measure);
            if (place.left < 0 || !chart.occupied.is_free(grown(place, 2))) continue;
            return chart.add_text(text);
        }
}

// Words beside a point, on the side where there is room; false where there is none.
bool add_words(Chart& chart, Point at, const std::string& words, Ink ink, Face face) {
    constexpr double aside = 9;
    constexpr std::array<double, 5> downs{4.5, 11, 18, -9, 30};
    for (const double down : downs)
        for (const Align align : {Align::left, Align::right, Align::centre}) {
            const double x = align == Align::left ? at.x + aside : align == Align::right ? at.x - aside : at.x;
            const Text text{{x, at.y + down}, words, ink, face, label_size, align};
            const Rect place = text_rect(text, chart.measure);
            const bool is_inside = place.left >= 0 && place.right <= chart.figure.width &&
                                   place.top >= chart.figure.plot_top - 4 && place.bottom <= chart.figure.plot_bottom;
            if (!is_inside || !chart.occupied.is_free(grown(place, 3))) continue;
            chart.add_text(text);
            return true;
        }
    return false;
}

// A reading is named beside the month in which it holds; where that is tight the month stands there alone and the name
// along the curve, from its end backwards.
void name_reading(Chart& chart, AgiReading reading, const std::vector<Line>& pieces) {
    const std::string verb(entry(names::reading_words, reading).word);
    const Month met = chart.met(reading);
    const std::string words = verb + (met == never ? ": not by 2035" : ": " + month_text(met));
    const Ink ink = chart.ink_of(reading);
    const Face face = chart.is_chosen(reading) ? Face::sans_bold : Face::sans;
    if (met != never) {
        const Point marker{x_of(chart.figure, met), chart.y_of(chart.inputs.agi_threshold)};
        if (add_words(chart, marker, words, ink, face)) return;
        add_words(chart, marker, month_text(met), ink, face);
    }
    for (const std::string& told : {met == never ? words : verb, verb})
        for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
            for (auto point = piece->points.rbegin(); point != piece->points.rend(); ++point)
                if (add_words(chart, *point, told, ink, face)) return;
}

// What leaves the picture carries its number where it does.
void name_edges(Chart& chart, AgiReading reading, const std::vector<Line>& pieces) {
    const auto& rows = chart.run.rows;
    const auto value = value_of(reading);
    if (pieces.empty()) return;
    const double last = rows.back().*value, least = std::ranges::min(rows, {}, value).*value;
    if (last > chart.top_bn)
        add_words(chart, pieces.back().points.back(), bn_text(last) + " in 2035", Ink::muted, Face::sans);
    if (least >= chart.bottom_bn) return;
    for (const Line& piece : pieces)
        for (const Point& point : piece.points)
            if (point.y >= chart.figure.plot_bottom - 0.5)
                return static_cast<void>(add_words(chart, point, "down to " + bn_text(least), Ink::muted, Face::sans));
}

void add_marker(Chart& chart, AgiReading reading) {
    const Month met = chart.met(reading);
    if (met == never) return;
    const Point at{x_of(chart.figure, met), chart.y_of(chart.inputs.agi_threshold)};
    chart.add(Dot{at, chart.is_chosen(reading) ? 6.5 : 5, Ink::paper});
    chart.add(Dot{at, chart.is_chosen(reading) ? 5 : 3.5, chart.ink_of(reading)});
    chart.occupied.add(Rect{at.x - 7, at.y - 7, at.x + 7, at.y + 7});
}

// "A" beside its curve, from its end backwards.
void name_ghost(Chart& chart, const Run& ghost) {
    const auto reading = static_cast<AgiReading>(chart.inputs.agi_reading);
    const auto pieces = curve(chart, ghost, value_of(reading), Ink::ink, 1.75);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        for (auto point = piece->points.rbegin(); point != piece->points.rend(); ++point)
            if (add_words(chart, *point, "A", Ink::ink, Face::sans_bold)) return;
}

void add_horizon_name(Chart& chart) {
    const double x = x_of(chart.figure, chart.contract.horizon);
    for (double y = chart.figure.plot_bottom - 12; y > chart.figure.plot_top; y -= 12)
        if (add_words(chart, {x, y}, "deal horizon", Ink::muted, Face::sans)) return;
}

// Every other year where there is room for it.
void add_years_below(Chart& chart) {
    Figure& figure = chart.figure;
    const double y = figure.plot_bottom + 17;
    for (int year = 2024; year <= 2036; year += 3) {
        const double x = std::min(x_of(figure, month_of(year, 1)), figure.plot_right);
        const Align align = year == 2024 ? Align::left : Align::centre;
        chart.add(vertical(x, figure.plot_bottom, figure.plot_bottom + 5, Ink::outline, 1));
        const Text text{{x, y}, std::to_string(year), Ink::muted, Face::sans, small_size, align};
        if (chart.occupied.is_free(text_rect(text, chart.measure))) chart.add_text(text);
    }
}

std::string description(const Chart& chart) {
    const auto when = [&](AgiReading reading) {
        const Month met = chart.met(reading);
        return met == never ? std::string("not by the end of 2035") : month_text(met);
    };
    return "The " + bn_text(chart.inputs.agi_threshold) + " test. Could earn it: " + when(AgiReading::ability) +
           ". Has earned it: " + when(AgiReading::booked) + ".";
}

}  // namespace

Figure agi_figure(const Inputs& inputs, const Contract& contract, const Run& run, const FigureOptions& options,
                  const Measure& measure) {
    FigureOptions whole = options;
    whole.before = 0;
    whole.first = Month{0};
    whole.last = Month{month_count - 1};
    Chart chart{inputs, contract, run, measure, blank(whole, measure, 6, options.height - axis_height), {}};
    constexpr double beyond = 26;  // room for the words of what comes late
    chart.figure.plot_right = options.width - beyond;
    chart.figure.title = "The test of the AGI clause";
    const auto& rows = run.rows;
    const double least = std::ranges::min(rows, {}, &Row::cumulative_profit_bn).cumulative_profit_bn;
    const double deepest = chart.is_chosen(AgiReading::booked) ? least * 1.1 : lowest * inputs.agi_threshold;
    chart.top_bn = inputs.agi_threshold * headroom;
    chart.bottom_bn = std::min(std::max(least * 1.1, deepest), -0.5 * inputs.agi_threshold);
    chart.figure.description = description(chart);

    if (options.ranges && !options.ghost) add_ranges(chart, *options.ranges);
    add_frame(chart);
    const std::vector<Line> booked = curve(chart, AgiReading::booked), ability = curve(chart, AgiReading::ability);
    for (const auto& pieces : {booked, ability})
        for (const Line& piece : pieces) chart.add_line(piece);
    if (options.ghost) add_ghost(chart, *options.ghost);
    for (const AgiReading reading : {AgiReading::booked, AgiReading::ability, AgiReading::declared})
        add_marker(chart, reading);
    name_level(chart, inputs.agi_threshold, Ink::ink, Face::sans_bold);
    name_level(chart, 0, Ink::muted, Face::sans);
    if (chart.met(AgiReading::declared) != never) name_reading(chart, AgiReading::declared, {});
    name_reading(chart, AgiReading::ability, ability);
    name_reading(chart, AgiReading::booked, booked);
    name_edges(chart, AgiReading::ability, ability);
    name_edges(chart, AgiReading::booked, booked);
    if (options.ghost) name_ghost(chart, *options.ghost);
    add_horizon_name(chart);
    if (!chart.spreads.empty()) add_spread_name(chart.figure, chart.spreads.back(), chart.occupied, measure);
    add_years_below(chart);
    return std::move(chart.figure);
}

}  // namespace fr
