// The readout of the big picture: a legend that carries the numbers of the playhead's month, and the dots of what is
// known.
#include <algorithm>
#include <array>
#include <utility>

#include "core/picture/capacity_picture.h"
#include "core/picture/known_capacity.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double line_height = 20;

struct Entry {
    Ink ink;
    const char* name;
    std::string amount;
};

std::array<Entry, 4> entries(const Row& row, bool in_gw) {
    const auto amount = [&](double gw) { return in_gw ? gw_text(gw) : percent_text(gw / row.demand_gw); };
    return {{{Ink::azure, "Azure", amount(row.served_azure_gw)},
             {Ink::others, "others", amount(row.served_others_gw)},
             {Ink::own, "own sites", amount(row.served_own_gw)},
             {Ink::hatch, "not served", amount(row.demand_gw - row.served_gw)}}};
}

constexpr double swatch = 11, swatch_gap = 6, entry_gap = 18;

double entry_width(const Entry& entry, const char* amount, const Measure& measure) {
    return swatch + swatch_gap + measure(entry.name, Face::sans, label_size) + 5 +
           measure(amount, Face::sans_bold, label_size);
}

constexpr double known_radius = 3.2;

void add_known_dot(Picture& picture, Point at, bool is_planned) {
    picture.add(Dot{at, known_radius + 1.4, Ink::paper});
    picture.add(Dot{at, known_radius, Ink::ink});
    if (is_planned) picture.add(Dot{at, known_radius - 1.4, Ink::paper});
}

constexpr std::array<std::string_view, 2> known_names{"known", "planned"};

double known_key_width(const Measure& measure) {
    double width = entry_gap;
    for (const std::string_view name : known_names)
        width += swatch + swatch_gap + measure(name, Face::sans, label_size);
    return width;
}

// One beside the other or, with a leading, one below the other.
void add_known_key(Picture& picture, Point at, double leading) {
    for (std::size_t i = 0; i < known_names.size(); ++i) {
        add_known_dot(picture, {at.x + swatch / 2, at.y - 4.5}, i == 1);
        const double name_at = at.x + swatch + swatch_gap;
        picture.add_text({{name_at, at.y}, std::string(known_names[i]), Ink::muted, Face::sans, label_size});
        at.y += leading;
        if (leading == 0) at.x = name_at + picture.measure(known_names[i], Face::sans, label_size) + entry_gap;
    }
}

// Widths that hold any month's numbers, so that nothing moves while the playhead does.
using EntryWidths = std::array<double, 5>;
EntryWidths entry_widths(const Measure& measure, bool in_gw) {
    EntryWidths widths;
    const auto all = entries(Row{}, in_gw);
    for (std::size_t i = 0; i < all.size(); ++i) widths[i] = entry_width(all[i], in_gw ? "0.00 GW" : "100%", measure);
    widths.back() = known_key_width(measure);
    return widths;
}

std::array<Point, 5> entry_places(const EntryWidths& widths, double width) {
    std::array<Point, 5> places;
    double x = 0, y = 14;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (x > 0 && x + widths[i] > width) {
            x = 0;
            y += line_height;
        }
        places[i] = {x, y};
        x += widths[i] + entry_gap;
    }
    return places;
}

double numbers_height(const FigureOptions& options, const Measure& measure) {
    return entry_places(entry_widths(measure, options.in_gw), options.width).back().y + 8;
}

// Not where they stand before the plot, nor where they would leave it less than half the height.
bool has_numbers_above(const FigureOptions& options, const Measure& measure) {
    const double plot = options.height - axis_height - flags_height(options) - numbers_height(options, measure);
    return options.before <= 0 && options.height >= 240 && plot >= options.height / 2;
}

void add_swatch(Picture& picture, Ink ink, double x, double baseline) {
    const double top = baseline - 10, bottom = top + swatch;
    if (ink != Ink::hatch) return picture.add(Box{x, top, swatch, swatch, ink, 2});
    picture.add(Box{x, top, swatch, swatch, Ink::track});
    picture.add(Hatch{{{x, top}, {x + swatch, top}}, {{x, bottom}, {x + swatch, bottom}}, Ink::hatch});
    picture.add(Box{x, top, swatch, swatch, Ink::outline, 0, false});
}

// Above the plot.
void add_readout_above(Picture& picture, Month month) {
    const bool in_gw = picture.options.in_gw;
    const auto places = entry_places(entry_widths(picture.measure, in_gw), picture.options.width);
    if (has_known(picture.options, picture.measure)) add_known_key(picture, places.back(), 0);
    const auto all = entries(picture.run.at(month), in_gw);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto [x, y] = places[i];
        add_swatch(picture, all[i].ink, x, y);
        const double name_at = x + swatch + swatch_gap;
        picture.add_text({{name_at, y}, all[i].name, Ink::muted, Face::sans, label_size});
        const double amount_at = name_at + picture.measure(all[i].name, Face::sans, label_size) + 5;
        picture.add_text({{amount_at, y}, all[i].amount, Ink::ink, Face::sans_bold, label_size});
    }
}

// Before the plot, in the order of the areas: the month, four amounts, two dots, closer where the picture is low.
void add_readout_before(Picture& picture, Month month) {
    constexpr double aside = 14, first = 10, foot = 4;
    const double room = picture.figure.height - foot - picture.figure.plot_top - first;
    const double leading = std::min(20.0, room / 6);
    const bool in_gw = picture.options.in_gw;
    const double right = picture.figure.plot_left - aside;
    double y = picture.figure.plot_top + first;
    picture.add_text({{0, y}, month_text(month) + (in_gw ? ", GW" : ""), Ink::ink, Face::sans_bold, label_size});
    const auto all = entries(picture.run.at(month), in_gw);
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
        y += leading;
        const std::string number = in_gw ? entry->amount.substr(0, entry->amount.find(' ')) : entry->amount;
        add_swatch(picture, entry->ink, 0, y);
        picture.add_text({{swatch + swatch_gap, y}, entry->name, Ink::muted, Face::sans, label_size});
        picture.add_text({{right, y}, number, Ink::ink, Face::sans_bold, label_size, Align::right});
    }
    if (has_known(picture.options, picture.measure)) add_known_key(picture, {0, y + leading}, leading);
}

}  // namespace

bool has_known(const FigureOptions& options, const Measure& measure) {
    const bool has_key = options.selected < never && (options.before > 0 || has_numbers_above(options, measure));
    return options.shows_known && has_key;
}

// A plan that is a little more than all that is wanted stands at the top; what is far beyond is not shown.
void add_known(Picture& picture) {
    constexpr double most_over = 1.1;
    for (const auto& [end, gw, is_planned] : known_capacity) {
        if (end < picture.first_row() || end > picture.figure.last) continue;
        const double value = gw * picture.unit(picture.run.at(end));
        if (value > picture.top_value * most_over) continue;
        const Point at{x_of(picture.figure, end), picture.y_of(value)};
        add_known_dot(picture, at, is_planned);
        const double reach = known_radius + 2;
        picture.occupied.add(Rect{at.x - reach, at.y - reach, at.x + reach, at.y + reach});
    }
}

double plot_top_of(const FigureOptions& options, const Measure& measure) {
    return flags_height(options) + (has_numbers_above(options, measure) ? numbers_height(options, measure) : 6);
}

namespace {

bool has_numbers(const Picture& picture) {
    return picture.options.before > 0 || has_numbers_above(picture.options, picture.measure);
}
std::string served_percent(const Picture& picture) {
    return percent_text(1 - picture.run.at(picture.options.selected).unserved_share);
}
std::string served_words(const Picture& picture) { return served_percent(picture) + " served"; }

}  // namespace

void keep_served_room(Picture& picture) {
    if (has_numbers(picture)) return;
    const auto named = [&](const Occupied& occupied) {
        const Text name{{}, "Azure", Ink::ink, Face::sans_bold, label_size};
        return placed_in({picture.azure(), picture.floor()}, name, occupied, picture.measure).has_value();
    };
    Occupied beside = picture.occupied;
    beside.add(
        pill_place(picture.figure, picture.options.selected, served_words(picture), Pill::above_axis, picture.measure));
    picture.has_served_pill = named(beside) || !named(picture.occupied);
    if (picture.has_served_pill) picture.occupied = std::move(beside);
}

void add_selected(Picture& picture) {
    const Month month = picture.options.selected;
    if (month < picture.first_row() || month >= never) return;
    const bool is_above = has_numbers_above(picture.options, picture.measure), is_beside = picture.options.before > 0;
    if (is_above) add_readout_above(picture, month);
    if (is_beside) add_readout_before(picture, month);
    std::string name = month_text(month);
    if (!has_numbers(picture) && !picture.has_served_pill) name += " · " + served_percent(picture);
    if (month > picture.figure.last) name += " →";
    add_pill(picture.figure, month, name, Pill::below_axis, picture.measure);
    picture.occupied.add(pill_place(picture.figure, month, name, Pill::below_axis, picture.measure));
    if (picture.has_served_pill)
        add_pill(picture.figure, month, served_words(picture), Pill::above_axis, picture.measure);
}

}  // namespace fr
