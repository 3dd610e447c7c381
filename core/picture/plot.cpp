// Time axis and playhead.
#include "core/picture/plot.h"

#include <algorithm>
#include <cmath>

#include "core/words/format.h"

namespace fr {

double x_of(const Figure& figure, Month month) {
    const double share =
        static_cast<double>(month.index - figure.first.index) / (figure.last.index - figure.first.index);
    return figure.plot_left + share * (figure.plot_right - figure.plot_left);
}

Month month_at(const Figure& figure, double x) {
    const double share = (x - figure.plot_left) / (figure.plot_right - figure.plot_left);
    const double within = std::clamp(share, 0.0, 1.0) * (figure.last.index - figure.first.index);
    return Month{figure.first.index + static_cast<int>(within + 0.5)};
}

double estimated_width(std::string_view text, Face face, double size) {
    double ems = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte & 0xC0) == 0x80) continue;  // the rest of a longer character
        if (std::string_view(" .,:;'|!ijl·").find(letter) != std::string_view::npos)
            ems += 0.27;
        else if (std::string_view("mwMW%").find(letter) != std::string_view::npos)
            ems += 0.84;
        else if (byte >= 'A' && byte <= 'Z')
            ems += 0.6;
        else
            ems += 0.52;
    }
    return ems * size * (face == Face::sans ? 1.0 : 1.06);
}

namespace plot {

Line vertical(double x, double top, double bottom, Ink ink, double width, bool dashed) {
    return {{{x, top}, {x, bottom}}, ink, width, dashed};
}

Line horizontal(double y, double left, double right, Ink ink, double width, bool dashed) {
    return {{{left, y}, {right, y}}, ink, width, dashed};
}

Figure blank(const FigureOptions& options, const Measure& measure, double top, double bottom) {
    Figure figure{};
    figure.width = options.width;
    figure.height = options.height;
    figure.plot_left = options.before;
    figure.plot_right = options.width - measure("500 GW", Face::sans, small_size) - 8;
    figure.plot_top = top;
    figure.plot_bottom = bottom;
    figure.first = options.first;
    figure.last = options.last;
    return figure;
}

void add_spread(Figure& figure, const Spread& spread, Ink ink, double opacity) {
    figure.shapes.emplace_back(Area{spread.high, spread.low, ink, opacity});
    figure.shapes.emplace_back(Line{spread.middle, ink, 1});
}

namespace {

bool overlaps(const Spread& spread, const Rect& rect) {
    const double step = spread.high[1].x - spread.high[0].x;
    for (std::size_t i = 0; i < spread.high.size(); ++i) {
        const bool is_beside = spread.high[i].x > rect.left - step && spread.high[i].x < rect.right + step;
        if (is_beside && spread.high[i].y <= rect.bottom && spread.low[i].y >= rect.top) return true;
    }
    return false;
}

}  // namespace

void add_ground(Figure& figure, const Text& text, Ink ink, const std::vector<Spread>& spreads, const Measure& measure) {
    const Rect place = grown(text_rect(text, measure), 2);
    if (std::ranges::none_of(spreads, [&](const Spread& spread) { return overlaps(spread, place); })) return;
    figure.shapes.emplace_back(Box{place.left, place.top, place.width(), place.height(), ink, 2});
}

void add_spread_name(Figure& figure, const Spread& spread, const Occupied& occupied, const Measure& measure) {
    const Text wanted{{}, "8 of 10 runs", Ink::ink, Face::sans, small_size};
    auto text = placed_in({spread.high, spread.low}, wanted, occupied, measure);
    for (std::size_t i = spread.high.size(); i > 0 && !text; --i) {
        const auto [x, high] = spread.high[i - 1];
        for (double y = high; y <= spread.low[i - 1].y && !text; y += 6) {
            Text tried = wanted;
            tried.align = Align::centre;
            tried.at = {x, y + 4};
            const Rect place = grown(text_rect(tried, measure), 3);
            const bool is_inside = place.left > figure.plot_left && place.right < figure.plot_right &&
                                   place.top > figure.plot_top && place.bottom < figure.plot_bottom;
            if (is_inside && occupied.is_free(place)) text = tried;
        }
    }
    if (!text) return;
    add_ground(figure, *text, Ink::paper, {spread}, measure);
    figure.shapes.emplace_back(*text);
}

namespace {
constexpr double pill_gap = 4;
}

Rect pill_place(const Figure& figure, Month month, const std::string& text, Pill at, const Measure& measure) {
    constexpr double height = 20, aside = 3;
    const double width = measure(text, Face::sans_bold, small_size) + 16;
    const double most = figure.width - width - measure("0%", Face::sans, small_size) - 4;  // beside the axis
    const double left = std::clamp(x_of(figure, std::min(month, figure.last)) - width / 2, figure.plot_left, most);
    const double top = figure.plot_bottom + (at == Pill::below_axis ? aside : -aside - height);
    return {left - pill_gap, top, left + width + pill_gap, top + height};
}

void add_pill(Figure& figure, Month month, const std::string& text, Pill at, const Measure& measure) {
    const Rect place = pill_place(figure, month, text, at, measure);
    const double left = place.left + pill_gap, width = place.width() - 2 * pill_gap, height = place.height();
    figure.shapes.emplace_back(Box{left, place.top, width, height, Ink::ink, height / 2});
    figure.shapes.emplace_back(
        Text{{left + width / 2, place.top + 14.5}, text, Ink::paper, Face::sans_bold, small_size, Align::centre});
}

void add_years(Figure& figure, const Measure& measure, Occupied& occupied) {
    const double a_year = x_of(figure, Month{12}) - x_of(figure, Month{0});
    const bool is_tight = measure("2024", Face::sans, label_size) + 8 > a_year;
    const double y = figure.plot_bottom + 17;
    for (int year_number = year_of(figure.first); year_number <= year_of(figure.last); ++year_number) {
        const double left = x_of(figure, std::max(month_of(year_number, 1), figure.first));
        const double right = std::min(x_of(figure, month_of(year_number + 1, 1)), figure.plot_right);
        figure.shapes.emplace_back(vertical(left, figure.plot_bottom, figure.plot_bottom + 5, Ink::outline, 1));
        const std::string year = std::to_string(year_number);
        const Text text{{(left + right) / 2, y},
                        is_tight ? year.substr(2) : year,
                        Ink::muted,
                        Face::sans,
                        label_size,
                        Align::centre};
        const Rect place = text_rect(text, measure);
        if (!occupied.is_free(place) || place.width() > right - left) continue;
        occupied.add(place);
        figure.shapes.emplace_back(text);
    }
}

double nice_step(double value, int steps) {
    double power = 0.1;
    for (;; power *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor * power * steps >= value) return factor * power;
}

}  // namespace plot

}  // namespace fr
