// The big picture: who serves OpenAI's demand, month by month, as stacked areas of demand's share or of gigawatts.
#include "core/picture/capacity_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/deal/terms.h"
#include "core/model/reading.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double worth_telling = 0.02;  // an unserved share that is called out

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
        return picture.edge(
            [&](const Row& row) { return entry(range_of(*picture.options.ranges, curve), row.month.index).*quantile; });
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
    keep_served_room(picture);
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
    if (!is_short(worst)) return words + "All demand is served.";
    return words + "Worst in " + month_text(worst.month) + ": " + percent_text(worst.unserved_share) +
           " is not served.";
}

}  // namespace

Figure capacity_figure(const Contract& contract, const Run& run, const FigureOptions& options, const Measure& measure) {
    const double top = plot_top_of(options, measure), bottom = options.height - axis_height;
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
    add_flags(picture);
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
