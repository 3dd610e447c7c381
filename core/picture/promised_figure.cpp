// Promised and running: what others run in this run, how much of it stands in dated deals and how much has no named
// deal yet, and the sites promised so far as steps.
#include "core/picture/promised_figure.h"

#include <algorithm>
#include <array>

#include "core/picture/plot.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double key_row = 19, key_mark = 14, key_gap = 18;

struct Promised {
    const Run& run;
    const Measure& measure;
    Figure figure;
    double top_gw;

    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    double y_of(double gw) const { return figure.plot_bottom - gw / top_gw * (figure.plot_bottom - figure.plot_top); }
    std::vector<Point> curve(auto gw_of) const {
        std::vector<Point> points;
        for (const Row& row : run.rows) points.push_back({x_of(figure, row.month), y_of(gw_of(row))});
        return points;
    }
};

double in_deals_gw(const Row& row) { return std::min(direct_gw(row), announced_gw(row.month)); }

// What each look is, in as few lines as the width allows; the height they take.
struct KeyMark {
    std::string_view words;
    Ink ink;
    enum class Look { area, hatch, line } look;
};
constexpr std::array<KeyMark, 3> key_marks{{{"others run, in dated deals", Ink::others, KeyMark::Look::area},
                                            {"others run, no named deal yet", Ink::others, KeyMark::Look::hatch},
                                            {"sites promised so far", Ink::ink, KeyMark::Look::line}}};

void add_mark(Figure& figure, const KeyMark& entry, double x, double y) {
    const double top = y - 10, right = x + key_mark;
    if (entry.look == KeyMark::Look::area) figure.shapes.emplace_back(Box{x, top, key_mark, 11, entry.ink});
    if (entry.look == KeyMark::Look::hatch)
        figure.shapes.emplace_back(Hatch{{{x, top}, {right, top}}, {{x, y + 1}, {right, y + 1}}, entry.ink});
    if (entry.look == KeyMark::Look::line) figure.shapes.emplace_back(horizontal(y - 4.5, x, right, entry.ink, 2));
}

double add_key(Figure& figure, const Measure& measure, double width) {
    double x = 0, y = 13;
    for (const KeyMark& entry : key_marks) {
        const double needed = key_mark + 6 + measure(entry.words, Face::sans, label_size);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += key_row;
        }
        add_mark(figure, entry, x, y);
        figure.shapes.emplace_back(
            Text{{x + key_mark + 6, y}, std::string(entry.words), Ink::muted, Face::sans, label_size});
        x += needed + key_gap;
    }
    return y + 12;
}

// Sites as they were promised, one step a deal.
Line promised(const Promised& chart, const std::vector<Pledge>& ledger) {
    Line line{{{x_of(chart.figure, chart.figure.first), chart.y_of(0)}}, Ink::ink, 2};
    double gw = 0;
    for (const Pledge& pledge : ledger) {
        if (pledge.kind != PledgeKind::sites || !pledge.gw) continue;
        const double x = x_of(chart.figure, pledge.date);
        line.points.push_back({x, chart.y_of(gw)});
        gw += *pledge.gw;
        line.points.push_back({x, chart.y_of(gw)});
    }
    line.points.push_back({x_of(chart.figure, chart.figure.last), chart.y_of(gw)});
    return line;
}

double most_gw(const Run& run, const std::vector<Pledge>& ledger) {
    double sites_gw = 0, most = 0;
    for (const Pledge& pledge : ledger)
        if (pledge.kind == PledgeKind::sites) sites_gw += pledge.gw.value_or(0);
    for (const Row& row : run.rows) most = std::max(most, direct_gw(row));
    return std::max(most, sites_gw);
}

void add_axis(Promised& chart) {
    const double step = nice_step(chart.top_gw, 4);
    for (double gw = 0; gw <= chart.top_gw; gw += step) {
        const double y = chart.y_of(gw);
        chart.add(horizontal(y, chart.figure.plot_left, chart.figure.plot_right, Ink::hairline, 1));
        const std::string words = gw == 0 ? "0" : shortest(gw) + " GW";
        chart.add(Text{{chart.figure.width, y + 4.5}, words, Ink::muted, Face::sans, small_size, Align::right});
    }
}

}  // namespace

Figure promised_figure(const std::vector<Pledge>& ledger, const Run& run, const FigureOptions& options,
                       const Measure& measure) {
    FigureOptions whole = options;
    whole.before = 0;
    whole.first = Month{0};
    whole.last = Month{month_count - 1};
    Promised chart{run, measure, blank(whole, measure, 0, options.height - axis_height), most_gw(run, ledger) * 1.05};
    Figure& figure = chart.figure;
    figure.title = "Promised and running";
    figure.plot_top = add_key(figure, measure, options.width) + 6;
    add_axis(chart);
    const auto ground = chart.curve([](const Row&) { return 0.0; });
    const auto named = chart.curve(in_deals_gw), all = chart.curve(direct_gw);
    chart.add(Area{named, ground, Ink::others});
    chart.add(Hatch{all, named, Ink::others});
    chart.add(Line{all, Ink::others, 1.5});
    chart.add(promised(chart, ledger));
    Occupied occupied;
    add_years(figure, measure, occupied);
    figure.description = figure.title + ". " + promised_sentence(promised_years(ledger, run));
    return std::move(figure);
}

}  // namespace fr
