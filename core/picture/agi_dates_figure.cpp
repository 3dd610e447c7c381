// The test of the AGI clause as dates: a row for each way to read it, with the month in which it is met, and the
// deal's horizon across all of them.
#include <algorithm>
#include <array>

#include "core/picture/plot.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double dates_title = 24, family_height = 21, reading_size = 13, dates_gap = 12;
constexpr double date_row = 19, over_row = 16;  // of a name that stands over its row
constexpr double least_plot = 120;              // beside names; narrower: the names stand over their rows
constexpr std::string_view beyond_words = "not by 2035";
constexpr std::array<std::string_view, 2> family_words{"Read as ability", "Read as money earned"};

struct Dates {
    const Measure& measure;
    Figure figure;
    bool is_tight = false;

    double row() const { return is_tight ? date_row + over_row : date_row; }
    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
};

std::string met_words(Month met) { return met == never ? std::string(beyond_words) : month_text(met); }

// Months stand after the plot; names before it, each column as wide as its widest, or over their rows.
void make_room(Dates& dates, const std::vector<TestReading>& readings) {
    const Measure& measure = dates.measure;
    Figure& figure = dates.figure;
    double name = 0;
    for (const TestReading& reading : readings) name = std::max(name, measure(reading.word, Face::sans, reading_size));
    figure.plot_left = name + dates_gap;
    figure.plot_right = figure.width - measure(beyond_words, Face::sans_bold, small_size) - dates_gap;
    dates.is_tight = figure.plot_right - figure.plot_left < least_plot;
    if (dates.is_tight) figure.plot_left = dates_gap / 2;
}

void add_row(Dates& dates, const TestReading& reading, double top) {
    const Figure& figure = dates.figure;
    const double middle = top + dates.row() - date_row / 2, baseline = middle + 4.5;
    const double name = dates.is_tight ? top + 14 : baseline;
    const bool is_met = reading.met != never;
    dates.add(Text{{0, name}, std::string(reading.word), Ink::ink, Face::sans, reading_size});
    dates.add(horizontal(middle, figure.plot_left, figure.plot_right, Ink::hairline, 1));
    const Ink ink = is_met ? Ink::ink : Ink::muted;
    const Face face = is_met ? Face::sans_bold : Face::sans;
    dates.add(Text{{figure.width, baseline}, met_words(reading.met), ink, face, small_size, Align::right});
    if (is_met) dates.add(Dot{{x_of(figure, reading.met), middle}, 4.5, Ink::alarm});
    dates.figure.description += " " + std::string(reading.word) + ": " + met_words(reading.met) + ".";
}

// The rows of a family under its words; returns where they end.
double add_family(Dates& dates, const std::vector<TestReading>& readings, AgiFamily family, double top) {
    const std::string_view words = entry(family_words, family);
    dates.add(Text{{0, top + 14}, std::string(words), Ink::muted, Face::sans, reading_size});
    top += family_height;
    for (const TestReading& reading : readings) {
        if (reading.family != family) continue;
        add_row(dates, reading, top);
        top += dates.row();
    }
    return top + 4;
}

void add_horizon(Dates& dates, Month horizon) {
    const Figure& figure = dates.figure;
    const double x = x_of(figure, std::min(horizon, figure.last));
    dates.add(vertical(x, dates_title, figure.plot_bottom, Ink::ink, 1, true));
    const double half = dates.measure("deal horizon", Face::sans, small_size) / 2;
    const double within = std::clamp(x, half, figure.width - half);
    dates.add(Text{{within, 15}, "deal horizon", Ink::muted, Face::sans, small_size, Align::centre});
}

}  // namespace

Figure agi_dates_figure(const std::vector<TestReading>& readings, Month horizon, const FigureOptions& options,
                        const Measure& measure) {
    FigureOptions whole = options;
    whole.first = Month{0};
    whole.last = Month{month_count - 1};
    Dates dates{measure, blank(whole, measure, dates_title, 0)};
    Figure& figure = dates.figure;
    make_room(dates, readings);
    figure.title = "The AGI test, read in ten ways";
    figure.plot_bottom = dates_title + 2 * (family_height + 4) + dates.row() * static_cast<double>(readings.size());
    figure.height = figure.plot_bottom + axis_height;
    add_horizon(dates, horizon);
    const double earned_top = add_family(dates, readings, AgiFamily::ability, dates_title);
    add_family(dates, readings, AgiFamily::earned, earned_top);
    Occupied occupied;
    add_years(figure, measure, occupied);
    figure.description = figure.title + "." + figure.description;
    return std::move(figure);
}

}  // namespace fr
