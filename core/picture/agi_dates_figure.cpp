// The test of the AGI clause as dates: a row for each reading, first the range in which it could be met, then the month
// in this run. Small enough to stand under the strip, on the same months.
#include <algorithm>

#include "core/picture/plot.h"
#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

namespace {

using namespace plot;

constexpr double title_height = 22, name_size = 14, row_height = 22, bar_height = 9;

// From and until when eight of ten runs meet the test; `never`: not within the model.
struct DateRange {
    Month from = never, until = never;
};

struct Dates {
    const Inputs& inputs;
    const Contract& contract;
    const Run& run;
    const FigureOptions& options;
    const Measure& measure;
    Figure figure;

    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    double x(Month month) const { return x_of(figure, std::min(month, figure.last)); }
    bool is_chosen(AgiReading reading) const { return static_cast<AgiReading>(inputs.agi_reading) == reading; }
    Month met(AgiReading reading) const { return run.met(reading); }
};

// The month from which on a quantile lies at or over the test.
Month first_over(const CurveRange& range, double Quantiles::* quantile, double test_bn) {
    const auto found = std::ranges::find_if(range, [&](const Quantiles& at) { return at.*quantile >= test_bn; });
    return Month{static_cast<int>(found - range.begin())};
}

// The runs' early and late tenth: what is met early in few runs is over the test there in few.
DateRange date_range(const Dates& dates, AgiReading reading) {
    if (!dates.options.ranges || reading == AgiReading::declared) return {dates.met(reading), dates.met(reading)};
    const Curve curve = reading == AgiReading::booked ? Curve::cumulative_profit_bn : Curve::earning_power_bn;
    const CurveRange& range = range_of(*dates.options.ranges, curve);
    const double test_bn = dates.inputs.agi_threshold;
    return {first_over(range, &Quantiles::p90, test_bn), first_over(range, &Quantiles::p10, test_bn)};
}

// "Aug 2026 – Mar 2028", "Feb 2030 or later".
std::string range_words(const DateRange& range) {
    if (range.from == never) return "not by 2035";
    const std::string from = month_text(range.from);
    return range.until == never ? from + " or later" : from + " – " + month_text(range.until);
}

// The range first, then the month of this run; where there is little room that alone.
std::vector<std::string> date_words(const DateRange& range, Month met) {
    const std::string here = met == never ? "not by 2035" : month_text(met);
    if (range.from == range.until) return {here};
    return {range_words(range) + ", here " + here, here};
}

std::string_view name_of(AgiReading reading) { return names::reading_words[static_cast<std::size_t>(reading)].word; }

// What lies beyond the last month ends in an arrow there.
void add_range(Dates& dates, const DateRange& range, double middle, Ink ink) {
    const double left = dates.x(range.from), right = std::max(dates.x(range.until), left + 2);
    if (range.from > dates.figure.last) return;
    dates.add(Box{left, middle - bar_height / 2, right - left, bar_height, Ink::track, bar_height / 2});
    dates.add(
        Box{left + 0.5, middle - bar_height / 2 + 0.5, right - left - 1, bar_height - 1, ink, bar_height / 2, false});
}

void add_point(Dates& dates, Month met, double middle, Ink ink, bool is_chosen) {
    if (met > dates.figure.last) return;
    dates.add(Dot{{dates.x(met), middle}, is_chosen ? 6.0 : 5.0, Ink::paper});
    dates.add(Dot{{dates.x(met), middle}, is_chosen ? 4.5 : 3.5, ink});
}

// The words end the row, where they hide neither range nor point; else they shorten.
void add_words(Dates& dates, const DateRange& range, Month met, double baseline, Ink ink, Face face) {
    const Month last = std::max(range.until, met);
    const double used = last > dates.figure.last ? dates.figure.plot_left : dates.x(last);
    const bool is_beyond = met > dates.figure.last && met < never;
    for (const std::string& words : date_words(range, met)) {
        const Text text{
            {dates.options.width, baseline}, words + (is_beyond ? " →" : ""), ink, face, label_size, Align::right};
        const Rect place = text_rect(text, dates.measure);
        if (place.left < used + 10) continue;
        dates.add(Box{place.left - 4, place.top - 2, place.width() + 4, place.height() + 4, Ink::paper});
        return dates.add(text);
    }
}

void add_row(Dates& dates, AgiReading reading, double top) {
    const bool is_chosen = dates.is_chosen(reading);
    const double middle = top + row_height / 2;
    const Month met = dates.met(reading);
    const Ink ink = !is_chosen ? Ink::muted : met == never ? Ink::ink : Ink::alarm;
    const Face face = is_chosen ? Face::sans_bold : Face::sans;
    const DateRange range = date_range(dates, reading);
    dates.add(
        Text{{0, middle + 4.5}, std::string(name_of(reading)), is_chosen ? Ink::ink : Ink::muted, face, name_size});
    dates.add(horizontal(middle, dates.figure.plot_left, dates.figure.plot_right, Ink::hairline, 1));
    add_range(dates, range, middle, ink);
    add_point(dates, met, middle, ink, is_chosen);
    add_words(dates, range, met, middle + 4.5, ink, face);
    const std::string said = date_words(range, met).front();
    dates.figure.description += " " + std::string(name_of(reading)) + ": " + said + ".";
}

// Named in the title's line, where that leaves room.
void add_horizon(Dates& dates) {
    const Month horizon = dates.contract.horizon;
    if (horizon > dates.figure.last) return;
    const double x = dates.x(horizon), baseline = 14;
    dates.add(vertical(x, title_height - 16, dates.figure.plot_bottom, Ink::ink, 1, true));
    const Text name{{x - 5, baseline}, "deal horizon", Ink::muted, Face::sans, small_size, Align::right};
    const double used = dates.measure(dates.figure.title, Face::sans_bold, name_size) + 12;
    if (text_rect(name, dates.measure).left > used) dates.add(name);
}

}  // namespace

Figure agi_dates_figure(const Inputs& inputs, const Contract& contract, const Run& run, const FigureOptions& options,
                        const Measure& measure) {
    FigureOptions mine = options;
    mine.before = std::max(options.before, measure(names::reading_words[0].word, Face::sans_bold, name_size) + 14);
    const bool is_declared = run.met(AgiReading::declared) < never;
    const double bottom = title_height + row_height * (is_declared ? 3 : 2);
    Dates dates{inputs, contract, run, options, measure, blank(mine, measure, title_height, bottom)};
    Figure& figure = dates.figure;
    figure.height = bottom;
    figure.title = "When the " + bn_text(inputs.agi_threshold) + " test is met";
    add_horizon(dates);
    dates.add(Text{{0, 14}, figure.title, Ink::ink, Face::sans_bold, name_size});
    double top = title_height;
    for (const AgiReading reading : {AgiReading::ability, AgiReading::booked, AgiReading::declared}) {
        if (reading == AgiReading::declared && !is_declared) continue;
        add_row(dates, reading, top);
        top += row_height;
    }
    figure.description = figure.title + "." + figure.description;
    return std::move(figure);
}

}  // namespace fr
