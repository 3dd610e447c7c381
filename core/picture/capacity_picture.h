// The big picture under construction, and the parts of it that have files of their own: the readout, and the flags.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "core/picture/figure.h"
#include "core/picture/plot.h"

namespace fr {

// The picture under construction.
struct Picture {
    const Contract& contract;
    const Run& run;
    const FigureOptions& options;
    const Measure& measure;
    Figure figure;
    Occupied occupied;
    double top_value = 1;                 // of the axis: 1 (all of demand) or GW
    std::vector<plot::Spread> spreads{};  // where the runs lie; the first is named
    bool has_served_pill = false;         // above the axis

    Month first_row() const { return std::max(figure.first, Month{0}); }

    template <class Value>
    std::vector<Point> edge(const Value& value) const {
        std::vector<Point> points;
        for (Month month = first_row(); month <= figure.last; month = next(month))
            points.push_back({x_of(figure, month), y_of(value(run.at(month)))});
        return points;
    }
    double y_of(double value) const {
        const double share = std::clamp(value / top_value, 0.0, 1.0);
        return figure.plot_bottom - share * (figure.plot_bottom - figure.plot_top);
    }
    double unit(const Row& row) const { return options.in_gw ? 1 : 1 / row.demand_gw; }

    std::vector<Point> floor() const {
        return edge([](const Row&) { return 0; });
    }
    std::vector<Point> azure() const {
        return edge([this](const Row& row) { return row.served_azure_gw * unit(row); });
    }
    std::vector<Point> others() const {
        return edge([this](const Row& row) { return (row.served_azure_gw + row.served_others_gw) * unit(row); });
    }
    std::vector<Point> served() const {
        return edge([this](const Row& row) { return row.served_gw * unit(row); });
    }
    std::vector<Point> demand() const {
        return edge([this](const Row& row) { return row.demand_gw * unit(row); });
    }
    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    void add_text(const Text& text) {
        occupied.add(text_rect(text, measure));
        add(text);
    }
};

// Where the plot begins: under flags and, where they stand above it, the numbers of the chosen month.
double plot_top_of(const FigureOptions& options, const Measure& measure);

// What is known to run, and what was planned to: dots would be riddles without their key.
bool has_known(const FigureOptions& options, const Measure& measure);
void add_known(Picture& picture);
// The numbers of the chosen month: beside or above the plot, else one of them with its name.
void add_selected(Picture& picture);
// The pill of what is served, where the picture has no such numbers: of its own unless Azure's name would lose its
// room, then on the month's.
void keep_served_room(Picture& picture);

double flags_height(const FigureOptions& options);
// What changes in who may supply, the horizon, today.
void add_flags(Picture& picture);

}  // namespace fr
