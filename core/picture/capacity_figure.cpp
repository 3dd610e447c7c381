// The big picture: who serves OpenAI's demand, month by month, as stacked areas of demand's share or of gigawatts.
#include "core/picture/figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/deal/few.h"
#include "core/deal/terms.h"
#include "core/model/reading.h"
#include "core/picture/known_capacity.h"
#include "core/picture/plot.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double line_height = 20, flag_height = 17, flag_size = 13;
constexpr double worth_telling = 0.02;  // an unserved share that is called out

// The picture under construction.
struct Picture {
    const Contract& contract;
    const Run& run;
    const FigureOptions& options;
    const Measure& measure;
    Figure figure;
    Occupied occupied;
    double top_value = 1;           // of the axis: 1 (all of demand) or GW
    std::vector<Spread> spreads{};  // where the runs lie; the first is named

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

// --- The readout: a legend that carries the numbers of the playhead's month.

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

// --- What is known to run, and what was planned to.

constexpr double known_radius = 3.2;

void add_known_dot(Picture& picture, Point at, bool is_planned) {
    picture.add(Dot{at, known_radius + 1.4, Ink::paper});
    picture.add(Dot{at, known_radius, Ink::ink});
    if (is_planned) picture.add(Dot{at, known_radius - 1.4, Ink::paper});
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

// Where little height is left, the plot comes first: fewer rows of flags, and no numbers above it.
int flag_rows(const FigureOptions& options) {
    if (options.height < 200) return 1;
    return options.width >= 620 || options.height < 300 ? 2 : 3;
}

double flags_height(const FigureOptions& options) { return flag_rows(options) * flag_height + 4; }

double numbers_height(const FigureOptions& options, const Measure& measure) {
    return entry_places(entry_widths(measure, options.in_gw), options.width).back().y + 8;
}

// Not where they stand before the plot, nor where they would leave it less than half the height.
bool has_numbers_above(const FigureOptions& options, const Measure& measure) {
    const double plot = options.height - axis_height - flags_height(options) - numbers_height(options, measure);
    return options.before <= 0 && options.height >= 240 && plot >= options.height / 2;
}

// Dots without their key would be riddles.
bool has_known(const FigureOptions& options, const Measure& measure) {
    const bool has_key = options.selected < never && (options.before > 0 || has_numbers_above(options, measure));
    return options.shows_known && has_key;
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

// --- Flags above the plot: what changes in who may supply, the horizon, today.

struct Flag {
    Month month;
    std::vector<std::string> texts;  // from long to short
    Ink ink = Ink::ink;
    int worth = 1;  // of what finds no room, what is worth least goes first
};

std::string lower_first(std::string text) {
    const bool is_word = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
    if (is_word && text[0] >= 'A' && text[0] <= 'Z' && !text.starts_with("Oracle"))
        text[0] = static_cast<char>(text[0] + 32);
    return text;
}

// One flag for each change of who may supply, named by the clause that governs from then on.
std::vector<Flag> supply_flags(const Picture& picture) {
    const Facts& facts = picture.run.facts;
    std::vector<Flag> flags;
    Terms before = terms_at(picture.contract, picture.figure.first, facts);
    for (Month month = next(picture.figure.first); month <= picture.figure.last; month = next(month)) {
        const Terms terms = terms_at(picture.contract, month, facts);
        const int clause = terms.clause(Kind::supply);
        if (clause != before.clause(Kind::supply) && clause >= 0) {
            const std::string name = lower_first(picture.contract.at(clause).name);
            const bool ends = terms.supply >= Supply::first_refusal && before.supply < Supply::first_refusal;
            if (ends) flags.push_back({month, {"exclusivity ends: " + name, "exclusivity ends"}, Ink::alarm, 4});
            if (!ends) flags.push_back({month, {name}});
        }
        before = terms;
    }
    return flags;
}

std::vector<Flag> flags_of(const Picture& picture) {
    std::vector<Flag> flags = supply_flags(picture);
    const Month horizon = picture.contract.horizon;
    if (horizon <= picture.figure.last)
        flags.push_back({horizon, {"deal horizon, " + month_text(horizon), "horizon"}, Ink::ink, 3});
    const Month trips = picture.run.facts.agi_tripped;
    const bool has_room = picture.options.width >= 620;  // elsewhere the strip alone tells it
    if (has_room && trips <= picture.figure.last)
        flags.push_back({trips, {"AGI clause trips", "AGI clause"}, Ink::alarm, 2});
    const Month today = picture.options.today;
    if (today > picture.figure.first && today < picture.figure.last) flags.push_back({today, {"today"}, Ink::muted, 0});
    sort_few(flags, [](const Flag& a, const Flag& b) { return a.month > b.month; });
    return flags;
}

// A flag's text in a row above the plot, its pole down to the plot.
struct Planted {
    Text text;
    Rect place;
    Line pole;
};

bool clash(const Planted& a, const Planted& b) {
    const auto pole_hits = [](const Line& pole, const Rect& rect) {
        return crosses(pole.points[0], pole.points[1], grown(rect, 2));
    };
    return overlap(grown(a.place, 4), b.place) || pole_hits(a.pole, b.place) || pole_hits(b.pole, a.place);
}

Planted planted(const Picture& picture, const Flag& flag, const std::string& words, int row, Align align) {
    const double x = x_of(picture.figure, flag.month), y = picture.figure.plot_top - 6 - row * flag_height;
    const double from = align == Align::left ? x + 5 : x - 5;
    const Text text{{from, y}, words, flag.ink, Face::sans, flag_size, align};
    const Line pole = vertical(x, y - 10, picture.figure.plot_top, flag.ink, 1);
    return {text, text_rect(text, picture.measure), pole};
}

// Plants the flags one after the other, going back where a later one finds no room. `tries` bounds the search.
bool plant(const Picture& picture, const std::vector<Flag>& flags, int rows, std::vector<Planted>& all, int& tries) {
    if (all.size() == flags.size()) return true;
    const Flag& flag = flags[all.size()];
    for (const std::string& words : flag.texts)
        for (int row = 0; row < rows; ++row)
            for (const Align align : {Align::left, Align::right}) {
                if (--tries < 0) return false;
                const Planted tried = planted(picture, flag, words, row, align);
                if (tried.place.left < 0 || tried.place.right > picture.figure.plot_right + 4) continue;
                if (std::ranges::any_of(all, [&](const Planted& other) { return clash(tried, other); })) continue;
                all.push_back(tried);
                if (plant(picture, flags, rows, all, tries)) return true;
                all.pop_back();
            }
    return false;
}

// All flags if there is room; else without those that are worth least, one by one.
void add_flags(Picture& picture, std::vector<Flag> flags, int rows) {
    std::vector<Planted> all;
    for (int tries = 3000; !plant(picture, flags, rows, all, tries); tries = 3000) {
        flags.erase(std::ranges::min_element(flags, {}, &Flag::worth));
        all.clear();
    }
    for (const Planted& flag : all) {
        picture.add(flag.pole);
        picture.add_text(flag.text);
    }
}

// --- The plot.

void add_axis(Picture& picture) {
    Figure& figure = picture.figure;
    const bool in_gw = picture.options.in_gw;
    const double step = in_gw ? nice_step(picture.top_value, 5) : 0.25;
    const int steps = static_cast<int>(picture.top_value / step + 0.5);
    for (int i = 0; i <= steps; ++i) {
        const double value = i == steps ? picture.top_value : i * step;
        const double y = picture.y_of(value);
        const bool is_inside = i > 0 && i < steps;
        if (is_inside) {
            const double from = x_of(figure, picture.first_row());
            const Line line = horizontal(y, from, figure.plot_right, Ink::grid, 1);
            picture.add(line);
            picture.occupied.add(line);
        }
        picture.add(horizontal(y, figure.plot_right, figure.plot_right + 4, Ink::outline, 1));
        const bool is_top = i == steps;
        const std::string number = decimals(value, step < 1 ? 1 : 0);
        const std::string words = !in_gw ? percent_text(value) : is_top ? number + " GW" : number;
        const Text text{{figure.width, y + 4.5}, words, Ink::muted, Face::sans, small_size, Align::right};
        const bool is_cut =
            in_gw && is_top && picture.measure(words, Face::sans, small_size) > figure.width - figure.plot_right - 6;
        picture.add_text(is_cut ? Text{text.at, number, text.ink, text.face, text.size, text.align} : text);
    }
}

// Behind the areas, where there is paper above them.
void add_ruling(Picture& picture) {
    const Figure& figure = picture.figure;
    const double step = nice_step(picture.top_value, 5);
    for (double value = step; value <= picture.top_value * 1.0001; value += step)
        picture.add(
            horizontal(picture.y_of(value), x_of(figure, picture.first_row()), figure.plot_right, Ink::hairline, 1));
}

// Where the months before the model's first are shown too: nothing but the reason why nothing is there.
void add_years_before(Picture& picture) {
    const double right = x_of(picture.figure, picture.first_row());
    if (right <= picture.figure.plot_left) return;
    const double middle = (picture.figure.plot_top + picture.figure.plot_bottom) / 2;
    picture.add(horizontal(picture.figure.plot_bottom, picture.figure.plot_left, right, Ink::hairline, 1));
    for (const char* words : {"the model begins in January 2024", "modelled from 2024", "from 2024"}) {
        const Text text{
            {(picture.figure.plot_left + right) / 2, middle}, words, Ink::muted, Face::sans, label_size, Align::centre};
        if (picture.measure(words, Face::sans, label_size) + 16 <= right - picture.figure.plot_left)
            return picture.add_text(text);
    }
}

// What is not emphasised steps back under a veil of paper.
void add_veil(Picture& picture, Part part, const std::vector<Point>& top, const std::vector<Point>& bottom) {
    if (picture.options.parts.steps_back(part)) picture.add(Area{top, bottom, Ink::paper, veil_opacity});
}

void add_areas(Picture& picture) {
    const auto floor = picture.floor(), azure = picture.azure(), others = picture.others();
    const auto served = picture.served(), demand = picture.demand();
    if (picture.options.in_gw) add_ruling(picture);
    picture.add(Area{demand, served, Ink::track});
    picture.add(Hatch{demand, served, Ink::hatch});
    picture.add(Area{served, others, Ink::own});
    picture.add(Area{others, azure, Ink::others});
    picture.add(Area{azure, floor, Ink::azure});
    add_veil(picture, Part::unserved, demand, served);
    add_veil(picture, Part::own, served, others);
    add_veil(picture, Part::others, others, azure);
    add_veil(picture, Part::azure, azure, floor);
    for (const auto& boundary : {azure, others, served}) picture.occupied.add(Line{boundary, Ink::paper, 1});
    if (picture.options.in_gw) {
        picture.add(Line{demand, Ink::ink, picture.options.parts.has(Part::demand) ? 3.0 : 1.75});
        picture.occupied.add(Line{demand, Ink::ink, 1.75});
    }
}

Spread spread(const Picture& picture, Curve curve) {
    const auto edge = [&](double Quantiles::* quantile) {
        return picture.edge([&](const Row& row) {
            return range_of(*picture.options.ranges, curve)[static_cast<std::size_t>(row.month.index)].*quantile;
        });
    };
    return {edge(&Quantiles::p10), edge(&Quantiles::p50), edge(&Quantiles::p90)};
}

// Where the runs lie: what they serve over the areas, in GW also what they want.
void add_ranges(Picture& picture) {
    if (!picture.options.ranges || picture.options.ghost) return;
    const auto add = [&](Curve curve, Ink ink, double opacity) {
        picture.spreads.push_back(spread(picture, curve));
        add_spread(picture.figure, picture.spreads.back(), ink, opacity);
    };
    if (picture.options.in_gw) add(Curve::demand_gw, Ink::muted, 0.12);
    add(picture.options.in_gw ? Curve::served_gw : Curve::served_share, Ink::paper, 0.22);
}

// What A serves, dashed: one month of two. Named where the words have room.
void add_ghost(Picture& picture) {
    if (!picture.options.ghost) return;
    std::vector<Point> served;
    for (Month month = picture.first_row(); month <= picture.figure.last; month = next(month)) {
        const Row& row = picture.options.ghost->at(month);
        served.push_back({x_of(picture.figure, month), picture.y_of(row.served_gw * picture.unit(row))});
    }
    for (std::size_t i = 0; i + 1 < served.size(); i += 2)
        picture.add(Line{{served[i], served[i + 1]}, Ink::ink, 1.75});
    picture.occupied.add(Line{served, Ink::ink, 1.75});
    for (std::size_t i = served.size() / 2; i > 0; --i)
        for (const double down : {-6.0, 16.0}) {
            const Text text{
                {served[i].x, served[i].y + down}, "A serves", Ink::ink, Face::sans_bold, label_size, Align::centre};
            const Rect place = text_rect(text, picture.measure);
            const bool is_inside = place.left > picture.figure.plot_left && place.top > picture.figure.plot_top &&
                                   place.bottom < picture.figure.plot_bottom;
            if (is_inside && picture.occupied.is_free(grown(place, 2))) return picture.add_text(text);
        }
}

void add_verticals(Picture& picture) {
    const Figure& figure = picture.figure;
    const auto add = [&](Month month, Ink ink, bool dashed) {
        if (month <= figure.first || month >= figure.last) return;
        const Line line = vertical(x_of(figure, month), figure.plot_top, figure.plot_bottom, ink, 1, dashed);
        picture.add(line);
        picture.occupied.add(line);
    };
    add(picture.contract.horizon, Ink::ink, true);
    add(picture.options.today, Ink::ink, true);
    if (picture.options.selected < picture.first_row() || picture.options.selected >= never) return;
    const double x = x_of(figure, std::min(picture.options.selected, figure.last));
    const Line playhead = vertical(x, figure.plot_top, figure.plot_bottom + 4, Ink::ink, 1.25);
    picture.add(playhead);
    picture.occupied.add(playhead);
}

// --- The callout at the worst month.

// The month that the sentence speaks of.
const Row& worst_row(const Picture& picture) { return worst_month(picture.run, deal_month); }

// What the callout may say, from most to least: a strong line, and a second that may be missing.
std::vector<std::array<std::string, 2>> callout_words(const Row& worst, std::optional<int> wait) {
    const std::string share = percent_text(worst.unserved_share);
    const std::string months = wait ? months_text(*wait) : "beyond 2035";
    std::vector<std::array<std::string, 2>> words;
    if (wait != 0) words.push_back({share + " is not served", "waits " + months});
    words.push_back({share + " is not served", ""});
    words.push_back({share, ""});
    return words;
}

// Where the callout's card may lie: within what is unserved, or, in GW, over the line of demand. Nearest to the worst.
std::optional<Rect> callout_place(const Picture& picture, double width, double height, double near_x) {
    const auto demand = picture.demand(), served = picture.served();
    const auto ceiling = picture.edge([&](const Row&) { return picture.top_value; });
    const Band band = picture.options.in_gw ? Band{ceiling, demand} : Band{demand, served};
    const double air = picture.options.in_gw ? 12 : 7;
    std::optional<Rect> best;
    double best_distance = 1e9;
    for (double left = demand.front().x + 6; left + width < picture.figure.plot_right - 6; left += 3) {
        const auto [top, bottom] = room(band, left - 4, left + width + 4);
        if (bottom - top < height + 2 * air) continue;
        const double y = picture.options.in_gw ? std::max(top + air, bottom - height - 46) : top + air;
        const double off = std::abs(left + width / 2 - near_x);
        if (off >= best_distance) continue;
        const bool interrupts = std::ranges::any_of(picture.occupied.lines, [&](const auto& line) {
            const bool is_other = line.first.x == line.second.x && std::abs(line.first.x - near_x) > 1;
            return is_other && crosses(line.first, line.second, {left - 4, y, left + width + 4, y + height});
        });
        const double distance = off + (interrupts ? width / 2 : 0);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = Rect{left, y, left + width, y + height};
    }
    return best;
}

void add_leader(Picture& picture, const Rect& card, Point worst) {
    constexpr double inset = 6;
    const double x = std::clamp(worst.x, card.left + inset, card.right - inset);
    const Line leader{{{x, card.bottom}, worst}, Ink::ink, 1};
    picture.add(leader);
    picture.occupied.add(leader);
}

void add_callout(Picture& picture) {
    const Row& worst = worst_row(picture);
    if (worst.unserved_share < worth_telling || worst.month > picture.figure.last) return;
    constexpr double padding = 9, leading = 17;
    const Point tip{x_of(picture.figure, worst.month), picture.y_of(worst.served_gw * picture.unit(worst))};
    for (const auto& [strong, second] : callout_words(worst, wait_months(picture.run, worst.month))) {
        const double width =
            std::max(picture.measure(strong, Face::sans_bold, 14), picture.measure(second, Face::sans, label_size)) +
            2 * padding;
        const auto place = callout_place(picture, width, second.empty() ? 25 : 25 + leading, tip.x);
        if (!place || std::abs(place->left + width / 2 - tip.x) > width) continue;
        add_leader(picture, *place, tip);
        picture.add(Box{place->left, place->top, width, place->height(), Ink::paper, 5});
        picture.occupied.add(*place);
        const double x = place->left + padding, y = place->top + 17.5;
        picture.add(Text{{x, y}, strong, Ink::ink, Face::sans_bold, 14});
        if (!second.empty()) picture.add(Text{{x, y + leading}, second, Ink::muted, Face::sans, label_size});
        return;
    }
}

// --- The names of the areas, and of demand where it is a line.

// Over a band words keep the ground that they were chosen for.
void add_words(Picture& picture, const Text& text, Ink ground) {
    add_ground(picture.figure, text, ground, picture.spreads, picture.measure);
    picture.add_text(text);
}

void add_name(Picture& picture, const Band& band, std::vector<std::string> names, Ink ink, Ink ground) {
    const double largest = picture.options.width < 500 ? 14 : 16;
    for (const double size : {largest, 13.0})
        for (const std::string& name : names)
            if (const auto text =
                    placed_in(band, {{}, name, ink, Face::sans_bold, size}, picture.occupied, picture.measure))
                return add_words(picture, *text, ground);
}

void add_names(Picture& picture) {
    // Over a veil words are as on paper.
    const auto on = [&](Part part, Ink ink) { return picture.options.parts.steps_back(part) ? Ink::ink : ink; };
    add_name(picture, {picture.azure(), picture.floor()}, {"Microsoft Azure", "Azure"}, on(Part::azure, Ink::on_azure),
             Ink::azure);
    add_name(picture, {picture.others(), picture.azure()}, {"Oracle, AWS, others", "others"},
             on(Part::others, Ink::on_others), Ink::others);
    add_name(picture, {picture.served(), picture.others()}, {"OpenAI’s own sites", "own sites"},
             on(Part::own, Ink::on_own), Ink::own);
}

// The name of the line of demand ends at the line, over it. Demand that leaves the top of a fixed axis carries the
// number it goes to.
void add_demand_name(Picture& picture) {
    const double last = picture.run.at(picture.figure.last).demand_gw;
    const std::string name = "OpenAI’s demand";
    const std::string number = last > picture.top_value ? ", to " + gw_text(last) : "";
    const std::vector<Point> demand = picture.demand();
    for (const std::string& words : {name + number, name})
        for (std::size_t i = demand.size() * 4 / 5; i > 0; --i)
            for (const double up : {2.0, 8.0, 14.0}) {
                const Text text{
                    {demand[i].x - 9, demand[i].y - up}, words, Ink::ink, Face::sans_bold, 14, Align::right};
                const Rect place = grown(text_rect(text, picture.measure), 3);
                const bool is_inside = place.left > picture.figure.plot_left && place.top > picture.figure.plot_top + 2;
                if (is_inside && picture.occupied.is_free(place)) return add_words(picture, text, Ink::paper);
            }
}

// Over the first bet, where nothing else is said.
void add_bet_name(Picture& picture, Point bet, bool is_one) {
    for (double up = 12; bet.y - up > picture.figure.plot_top + label_size; up += 6)
        for (const Align align : {Align::centre, Align::right, Align::left}) {
            const Text text{
                {bet.x, bet.y - up}, is_one ? "your bet" : "your bets", Ink::ink, Face::sans_bold, label_size, align};
            const Rect place = text_rect(text, picture.measure);
            if (place.left > picture.figure.plot_left && picture.occupied.is_free(grown(place, 2)))
                return add_words(picture, text, Ink::paper);
        }
}

void add_bets(Picture& picture) {
    const auto& bets = picture.options.bets;
    const auto at = [&](const BetPoint& bet) { return Point{x_of(picture.figure, bet.month), picture.y_of(bet.gw)}; };
    for (const BetPoint& bet : bets) {
        picture.add(Dot{at(bet), 6.5, Ink::paper});
        picture.add(Dot{at(bet), 5, Ink::ink});
        picture.add(Dot{at(bet), 2.5, Ink::paper});
    }
    if (!bets.empty()) add_bet_name(picture, at(bets.front()), bets.size() == 1);
}

std::string description(const Picture& picture) {
    const Row& worst = worst_row(picture);
    std::string words = picture.options.in_gw ? "Gigawatts" : "Shares of demand";
    words += " served by Azure, by others and by OpenAI’s own sites, " + month_text(picture.first_row()) + " to " +
             month_text(picture.figure.last) + ". ";
    if (worst.unserved_share < worth_telling) return words + "All demand is served.";
    return words + "Worst in " + month_text(worst.month) + ": " + percent_text(worst.unserved_share) +
           " is not served.";
}

double top_of(const FigureOptions& options, const Measure& measure) {
    return flags_height(options) + (has_numbers_above(options, measure) ? numbers_height(options, measure) : 6);
}

// The numbers of the chosen month: beside or above the plot, else one of them with its name.
void add_selected(Picture& picture) {
    const Month month = picture.options.selected;
    if (month < picture.first_row() || month >= never) return;
    const bool is_above = has_numbers_above(picture.options, picture.measure), is_beside = picture.options.before > 0;
    if (is_above) add_readout_above(picture, month);
    if (is_beside) add_readout_before(picture, month);
    const double share = 1 - picture.run.at(month).unserved_share;
    const std::string number = is_above || is_beside ? "" : " · " + percent_text(share) + " served";
    add_month_pill(picture.figure, month, number, picture.measure, picture.occupied);
}

}  // namespace

Figure capacity_figure(const Contract& contract, const Run& run, const FigureOptions& options, const Measure& measure) {
    const double top = top_of(options, measure), bottom = options.height - axis_height;
    Picture picture{contract, run, options, measure, blank(options, measure, top, bottom), {}};
    Figure& figure = picture.figure;
    if (options.in_gw) {
        double most = 0;
        for (Month month = picture.first_row(); month <= figure.last; month = next(month))
            most = std::max(most, run.at(month).demand_gw);
        picture.top_value =
            options.axis_top_gw > 0 ? options.axis_top_gw : std::ceil(most / nice_step(most, 5)) * nice_step(most, 5);
        figure.axis_top_gw = picture.top_value;
    }
    figure.title = "Who serves OpenAI’s demand";
    figure.description = description(picture);

    add_areas(picture);
    add_ranges(picture);
    add_years_before(picture);
    add_axis(picture);
    add_verticals(picture);
    add_ghost(picture);
    if (has_known(options, measure)) add_known(picture);
    add_flags(picture, flags_of(picture), flag_rows(options));
    add_callout(picture);
    add_names(picture);
    if (options.in_gw) add_bets(picture);
    if (options.in_gw) add_demand_name(picture);
    if (!picture.spreads.empty()) add_spread_name(figure, picture.spreads.front(), picture.occupied, measure);
    add_selected(picture);
    add_years(figure, measure, picture.occupied);
    return std::move(picture.figure);
}

}  // namespace fr
