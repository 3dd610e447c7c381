// Each row has a name over it, the known value as the line in the middle, the model as a dot, plain rules as rings.
#include "core/picture/score_figure.h"

#include <algorithm>
#include <array>

#include "core/picture/plot.h"

namespace fr {

namespace {

using namespace plot;

constexpr double most_error = 0.6;  // of the axis, on either side; what is farther off stands at its end
constexpr double met_within = 0.15;
constexpr double key_height = 24, class_title = 24, score_name = 17, score_row = 19, score_size = 13, dot_radius = 4.5;
constexpr std::array scored_classes{RowClass::outcome, RowClass::projection};

struct Plot {
    const Measure& measure;
    Figure figure;

    double x_of(double error) const {
        const double share = (std::clamp(error, -most_error, most_error) + most_error) / (2 * most_error);
        return figure.plot_left + share * (figure.plot_right - figure.plot_left);
    }
    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    // Set smaller where it is longer than the figure is wide.
    void add_words(double y, const std::string& words, Ink ink, Face face) {
        const double width = measure(words, face, score_size);
        const double size = width <= figure.width ? score_size : score_size * figure.width / width;
        add(Text{{0, y}, words, ink, face, size});
    }
};

// Of dates the error is in months: they are no figures.
bool is_figure(const BacktestRow& row) { return row.error && row.error_text.ends_with("%"); }

void add_ring(Plot& plot, double x, double y) {
    plot.add(Dot{{x, y}, dot_radius, Ink::muted});
    plot.add(Dot{{x, y}, dot_radius - 1.5, Ink::paper});
}

void add_row(Plot& plot, const BacktestRow& row, double top) {
    plot.add_words(top + 13, row.what, Ink::ink, Face::sans);
    const double middle = top + score_name + score_row / 2 - 2;
    plot.add(horizontal(middle, plot.figure.plot_left, plot.figure.plot_right, Ink::hairline, 1));
    for (const Baseline& plain : row.baselines) add_ring(plot, plot.x_of(plain.error), middle);
    plot.add(Dot{{plot.x_of(*row.error), middle}, dot_radius, Ink::ink});
    const Text error{
        {plot.figure.width, middle + 4.5}, row.error_text, Ink::ink, Face::sans_bold, small_size, Align::right};
    plot.add(error);
    plot.figure.description += " " + row.what + ": " + row.error_text + ".";
}

double add_rows(Plot& plot, const Backtest& known, RowClass of, double top) {
    plot.add_words(top + 15, std::string(entry(row_class_titles, of)), Ink::muted, Face::sans_bold);
    top += class_title;
    for (const BacktestRow& row : known.rows) {
        if (row.row_class != of || !is_figure(row)) continue;
        add_row(plot, row, top);
        top += score_name + score_row;
    }
    return top;
}

double height_of(const Backtest& known) {
    double height = key_height;
    for (const RowClass of : scored_classes) {
        const auto is_shown = [of](const BacktestRow& row) { return row.row_class == of && is_figure(row); };
        const auto rows = static_cast<double>(std::ranges::count_if(known.rows, is_shown));
        height += class_title + rows * (score_name + score_row);
    }
    return height;
}

void add_key(Plot& plot) {
    double x = dot_radius;
    const auto name = [&](std::string_view words) {
        plot.add(Text{{x + 9, 14}, std::string(words), Ink::muted, Face::sans, small_size});
        x += 9 + plot.measure(words, Face::sans, small_size) + 18;
    };
    plot.add(Dot{{x, 9.5}, dot_radius, Ink::ink});
    name("the model");
    add_ring(plot, x, 9.5);
    name("plain rules");
    plot.add(vertical(x, 3, 16, Ink::muted, 1.5));
    name("known");
}

}  // namespace

Figure score_figure(const Backtest& known, const FigureOptions& options, const Measure& measure) {
    FigureOptions whole = options;
    whole.height = height_of(known) + axis_height;
    Plot plot{measure, blank(whole, measure, key_height, height_of(known))};
    Figure& figure = plot.figure;
    figure.title = "How far from what is known";
    figure.description = figure.title + ".";
    figure.plot_left = 0;
    figure.plot_right = options.width - measure("+100%", Face::sans_bold, small_size) - 12;
    const double from = plot.x_of(-met_within), until = plot.x_of(met_within);
    plot.add(Box{from, key_height, until - from, figure.plot_bottom - key_height, Ink::track, 0});
    plot.add(vertical(plot.x_of(0), key_height, figure.plot_bottom, Ink::muted, 1.5));
    add_key(plot);
    double top = key_height;
    for (const RowClass of : scored_classes) top = add_rows(plot, known, of, top);
    for (const auto& [error, words] : {std::pair{-0.5, "−50%"}, {0.0, "as known"}, {0.5, "+50%"}}) {
        const double x = plot.x_of(error);
        plot.add(vertical(x, figure.plot_bottom, figure.plot_bottom + 4, Ink::outline, 1));
        plot.add(Text{{x, figure.plot_bottom + 17}, words, Ink::muted, Face::sans, small_size, Align::centre});
    }
    return std::move(plot.figure);
}

}  // namespace fr
