// The deal as a strip: a bar for each kind of clause on the months of the chart. How it stands is told by the bar's
// form, not by its colour: solid in force, half as high in part, hatched under strain, a thin line when ended.
#include <algorithm>
#include <array>

#include "core/picture/plot.h"
#include "core/picture/strip.h"
#include "core/words/names.h"

namespace fr {

namespace {

using namespace plot;

constexpr double strip_name_size = 14, key_line = 20;

// Where the parts of a row lie. Names stand before the bars, or above them.
struct Layout {
    double row_height, bar_height, bar_down, baseline;
};

Layout layout_of(const FigureOptions& options) {
    if (options.before <= 0) return {36, 9, 21, 14};
    const double bar = options.row_height >= 20 ? 11 : 9, middle = options.row_height / 2;
    return {options.row_height, bar, middle - bar / 2, middle + 4.5};
}

struct Strip {
    const FigureOptions& options;
    const Measure& measure;
    const Layout layout;
    Figure figure;

    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    double x(Month month) const { return std::min(x_of(figure, month), figure.plot_right); }
    double width_of(std::string_view words, double size) const { return measure(words, Face::sans, size); }
};

void add_bar(Strip& strip, double left, double right, double top, Force force) {
    const double width = right - left, height = strip.layout.bar_height;
    if (width < 1) return;
    switch (force) {
        case Force::whole:
            return strip.add(Box{left, top, width, height, Ink::muted, 1.5});
        case Force::part:
            return strip.add(Box{left, top + height / 2, width, height / 2, Ink::muted, 1});
        case Force::ended:
            return strip.add(horizontal(top + height / 2, left, right, Ink::outline, 1));
        case Force::straining:
            break;
    }
    strip.add(Box{left, top, width, height, Ink::track});
    strip.add(Hatch{{{left, top}, {right, top}}, {{left, top + height}, {right, top + height}}, Ink::muted});
    strip.add(Box{left + 0.5, top + 0.5, width - 1, height - 1, Ink::muted, 0, false});
}

void add_break(Strip& strip, double x, double top) {
    strip.add(vertical(x, top - 3, top + strip.layout.bar_height + 3, Ink::alarm, 2.5));
}

// The bars, the last no further than `right`: the row's state stands there.
void add_segments(Strip& strip, const std::vector<StripSegment>& row, double top, double right) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        const StripSegment& segment = row[i];
        const double left = strip.x(segment.from), end = strip.x(next(segment.until)) - (i + 1 < row.size() ? 1.5 : 0);
        add_bar(strip, left, segment.force == Force::ended ? std::min(end, right) : end, top, segment.force);
        if (i > 0 && segment.by_agi) add_break(strip, left - 1, top);
    }
}

Ink state_ink(const StripRow& row) { return row.breaks ? Ink::alarm : Ink::muted; }

// Above the bar: the name, what it rests on, and how it stands.
void add_names_above(Strip& strip, const StripRow& row, double top) {
    const double baseline = top + strip.layout.baseline, width = strip.options.width;
    const Text name{{0, baseline}, std::string(row.name), Ink::ink, Face::sans_bold, strip_name_size};
    strip.add(name);
    double left = text_rect(name, strip.measure).right + 14;
    if (!row.doubt.empty()) {
        const Text text{{left - 6, baseline}, "· only " + std::string(row.doubt), Ink::muted, Face::sans, label_size};
        const double right = text_rect(text, strip.measure).right + 14;
        if (right + strip.width_of(row.statuses.back(), label_size) <= width) {
            strip.add(text);
            left = right;
        }
    }
    for (const std::string& words : row.statuses) {
        const Text text{{width, baseline}, words, state_ink(row), Face::sans, label_size, Align::right};
        if (text_rect(text, strip.measure).left >= left) return strip.add(text);
    }
}

// Before the bar; a question mark where it rests on less than is relied on.
void add_name_before(Strip& strip, const StripRow& row, double top, Part part) {
    const double baseline = top + strip.layout.baseline;
    const std::string mark = row.doubt.empty() ? "" : " ?";
    for (const double size : {strip_name_size, 13.0, 12.0, 11.0, 10.0}) {
        const Face face = strip.options.parts.has(part) ? Face::sans_bold : Face::sans;
        const Text text{{0, baseline}, std::string(row.name) + mark, Ink::ink, face, size};
        if (text_rect(text, strip.measure).right <= strip.figure.plot_left - 6) return strip.add(text);
    }
}

// How the row stands, at its end: over what is ended or blank, beyond what is in force. Where it begins.
double add_state(Strip& strip, const StripRow& row, double top) {
    double free = strip.figure.plot_left;
    for (const StripSegment& segment : row.segments)
        if (segment.force != Force::ended) free = strip.x(next(segment.until));
    for (const std::string& words : row.statuses) {
        const Text text{{strip.options.width, top + strip.layout.baseline},
                        words,
                        state_ink(row),
                        Face::sans,
                        label_size,
                        Align::right};
        const double left = text_rect(text, strip.measure).left;
        if (left < free + 8) continue;
        strip.add(text);
        return left - 6;
    }
    return strip.figure.plot_right;
}

void add_playhead(Strip& strip, double top) {
    const Month month = strip.options.selected;
    if (month < strip.figure.first || month > strip.figure.last) return;
    strip.add(vertical(strip.x(month), top - 3, top + strip.layout.bar_height + 3, Ink::ink, 1.25));
}

// A row that is not emphasised steps back under a veil of paper; its name and how it stands stay.
void add_veil(Strip& strip, Part part, double top, double right) {
    if (!strip.options.parts.steps_back(part)) return;
    const double left = strip.figure.plot_left, high = top - 4, low = top + strip.layout.bar_height + 4;
    strip.add(Area{{{left, high}, {right, high}}, {{left, low}, {right, low}}, Ink::paper, veil_opacity});
}

void add_row(Strip& strip, const StripRow& row, double top, Part part) {
    const bool is_beside = strip.options.before > 0;
    double right = strip.figure.plot_right;
    if (is_beside) {
        add_name_before(strip, row, top, part);
        right = std::min(right, add_state(strip, row, top));
    } else {
        add_names_above(strip, row, top);
    }
    const double bar = top + strip.layout.bar_down;
    add_segments(strip, row.segments, bar, right);
    add_veil(strip, part, bar, right);
    if (strip.x(strip.options.selected) < right) add_playhead(strip, bar);
    strip.figure.bands.push_back({row.clauses, top, top + strip.layout.row_height, row.name});
}

// --- The key: every form that a bar can have, so that it stays where it is whatever the deal does.

struct KeyEntry {
    std::string words;
    double sample;  // its width
    void (*draw)(Strip&, double left, double top);
};

template <Force force>
void draw_sample(Strip& strip, double left, double top) {
    add_bar(strip, left, left + 20, top, force);
}

std::vector<KeyEntry> key_entries(bool has_doubt) {
    std::vector<KeyEntry> entries{
        {std::string(names::word_of(ClauseState::in_force).word), 20, draw_sample<Force::whole>},
        {"in part", 20, draw_sample<Force::part>},
        {"straining", 20, draw_sample<Force::straining>},
        {"ended", 20, draw_sample<Force::ended>},
        {"by AGI clause", 5, [](Strip& strip, double left, double top) { add_break(strip, left + 2, top); }},
        {"blank: not agreed", 0, [](Strip&, double, double) {}}};
    if (has_doubt) entries.push_back({"? rests on less", 0, [](Strip&, double, double) {}});
    return entries;
}

double entry_width(const Strip& strip, const KeyEntry& entry) {
    return (entry.sample > 0 ? entry.sample + 6 : 0) + strip.width_of(entry.words, small_size);
}

// From x in as many lines as it needs; where it ends.
double add_entries(Strip& strip, const std::vector<KeyEntry>& entries, double left, double baseline) {
    constexpr double gap = 15;
    double x = left;
    for (const KeyEntry& entry : entries) {
        if (x > left && x + entry_width(strip, entry) > strip.options.width) {
            x = left;
            baseline += key_line;
        }
        entry.draw(strip, x, baseline - 4.5 - strip.layout.bar_height / 2);
        const double words = entry.sample > 0 ? x + entry.sample + 6 : x;
        strip.add(Text{{words, baseline}, entry.words, Ink::muted, Face::sans, small_size});
        x += entry_width(strip, entry) + gap;
    }
    return baseline;
}

// Beside the bars the key begins where they do; above them it follows the title. Where the rows begin.
double add_key(Strip& strip, bool has_doubt) {
    constexpr double first = 14;
    const auto entries = key_entries(has_doubt && strip.options.before > 0);
    if (strip.options.before > 0)
        return add_entries(strip, entries, std::max(strip.figure.plot_left, strip.options.title_room), first) + 10;
    strip.add(Text{{0, first}, std::string(strip_title), Ink::ink, Face::sans_bold, strip_title_size});
    return add_entries(strip, entries, 0, first + key_line + 2) + 8;
}

}  // namespace

double strip_room(const Measure& measure) { return measure(longest_strip_name(), Face::sans, strip_name_size) + 24; }

Figure strip_figure(const Contract& contract, const Reading& reading, const FigureOptions& options,
                    const Measure& measure) {
    Strip strip{options, measure, layout_of(options), blank(options, measure, 0, 0)};
    const auto rows = strip_rows(contract, reading, options.first, options.last, options.weakest);
    const bool has_doubt = std::ranges::any_of(rows, [](const StripRow& row) { return !row.doubt.empty(); });
    strip.figure.title = strip_title;
    double top = add_key(strip, has_doubt);
    strip.figure.plot_top = top;
    for (int part = first_strip_part; const StripRow& row : rows) {
        add_row(strip, row, top, static_cast<Part>(part++));
        strip.figure.description += std::string(row.name) + ": " + row.statuses.front() + ". ";
        top += strip.layout.row_height;
    }
    strip.figure.plot_bottom = strip.figure.height = top;
    return std::move(strip.figure);
}

}  // namespace fr
