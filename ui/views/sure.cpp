// How sure: what 1,000 runs with doubtful inputs come to, how well an input must be known to count as known, and which
// inputs move an outcome most.
#include <algorithm>
#include <array>
#include <ranges>

#include "core/words/format.h"
#include "core/words/names.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float chance_height = 10;

// --- Chances.

float draw_chance(const Pen& pen, int count, int of, std::string_view what, Column column, float y) {
    const std::string number = whole_text(count);
    const float share = static_cast<float>(count) / static_cast<float>(of), width = column.width();
    pen.text(column.left, y + 18, number, Ink::ink, Face::sans_bold, 17);
    const float words = column.left + 56;
    const float low = paragraph(pen, what, {words, column.right}, y + 3);
    pen.box(column.left, low + 5, column.right, low + 5 + chance_height, Ink::track, 2);
    if (count > 0) pen.box(column.left, low + 5, column.left + share * width, low + 5 + chance_height, Ink::muted, 2);
    return low + 5 + chance_height + 10;
}

float draw_chances(Stage& stage, const Bands& bands, Column column, float y) {
    const Pen& pen = stage.pen;
    const int runs = bands.runs_done();
    const std::string so_far = bands.is_finished() ? "" : " so far";
    const std::string by = ", by " + long_month_text(stage.app.state.contract().horizon);
    y = draw_subtitle(pen, "In how many of " + whole_text(runs) + " runs" + so_far + by, column, y);
    for (const auto& [outcome, by_horizon] : told_chances(bands))
        y = draw_chance(pen, by_horizon, runs, happening(outcome), column, y);
    return y;
}

// --- Ranges: eight runs of ten lie within the bar, half of them on either side of the mark.

std::string range_name(const ToldRange& range) {
    const std::string year = std::to_string(year_of(range.month));
    switch (range.what) {
        case ToldRange::What::unserved:
            return "unserved, " + month_text(range.month);
        case ToldRange::What::azure_share:
            return "Azure’s share, " + year;
        case ToldRange::What::online:
            return "online, end of " + year;
    }
    return {};
}

float draw_range(const Pen& pen, const ToldRange& range, double top, Column column, float y) {
    const std::string name = range_name(range);
    const float name_width = std::max(140.0f, pen.width(name, Face::sans, 15) + 12);
    const std::string numbers = range_number(range, range.values.p10) + " – " + range_number(range, range.values.p90);
    const float number_width = std::max(112.0f, pen.width(numbers, Face::sans, 14) + 12);
    const bool is_tight = name_width + number_width + 48 > column.width();  // the bar then has a line of its own
    const float left = column.left + (is_tight ? 0 : name_width), right = column.right - (is_tight ? 0 : number_width);
    const float name_size = fitting(pen, name, Face::sans, 15, column.width() - number_width);
    const float middle = y + (is_tight ? 32 : 12);
    const auto x_of = [&](double value) {
        return left + static_cast<float>(std::clamp(value / top, 0.0, 1.0)) * (right - left);
    };
    pen.text(column.left, y + 17, name, Ink::ink, Face::sans, is_tight ? name_size : 15);
    pen.rule(left, right, middle, Ink::hairline);
    const float from = x_of(range.values.p10), to = std::max(x_of(range.values.p90), from + 2);
    pen.box(from, middle - 5, to, middle + 5, Ink::outline, 2);
    const float mark = x_of(range.values.p50);
    pen.box(mark - 1.5f, middle - 8, mark + 1.5f, middle + 8, Ink::ink, 0);
    pen.text(column.right, y + 17, numbers, Ink::ink, Face::sans, 14, Align::right);
    return y + (is_tight ? 46 : 26);
}

float draw_ranges(Stage& stage, const Bands& bands, Column column, float y) {
    const Pen& pen = stage.pen;
    y = draw_subtitle(pen, "Where eight runs of ten lie", column, y + 8);
    const std::vector<ToldRange> ranges = told_ranges(bands, stage.results.reading.worst);
    const double most_gw = ranges.back().values.p90;
    for (const ToldRange& range : ranges)
        y = draw_range(pen, range, range.what == ToldRange::What::online ? most_gw : 1, column, y);
    return y;
}

// --- Evidence.

// From what takes all statements for known to what takes only the first-hand ones.
constexpr auto trusts = [] {
    std::array<std::string_view, names::grade_words.size()> words;
    std::ranges::transform(std::views::reverse(names::grade_words), words.begin(), &names::Word::word);
    words.front() = "anything";
    return words;
}();
constexpr int last_grade = static_cast<int>(Grade::unseen);

float draw_trust(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    y = draw_subtitle(pen, "Take as known what is at least", column, y + 10);
    const int now = last_grade - static_cast<int>(stage.app.state.doubt.weakest);
    if (const auto pressed = choices(stage, "trust", trusts, now, column, y))
        stage.actions.push_back(UseEvidence{static_cast<Grade>(last_grade - static_cast<int>(*pressed))});
    return paragraph(pen, "Inputs that are known less well take any value of their slider in the runs.", column, y,
                     {Ink::muted, 14, 19});
}

// --- What moves an outcome most.

struct Axis {
    double low, high;
    Column column;
    float x_of(double value) const {
        return column.left + static_cast<float>((value - low) / (high - low)) * column.width();
    }
};

float draw_move(const Pen& pen, const Sensitivity& move, Outcome outcome, double present, const Axis& axis, float y) {
    const Param& param = *move.param;
    const auto [low, high] = range_text(move);
    const Column column = axis.column;
    pen.text(column.left, y + 17, param.label, Ink::ink, Face::sans, 15);
    const std::string range = low + " → " + high;
    const float used = column.left + pen.width(param.label, Face::sans, 15) + 12;
    if (used + pen.width(range, Face::sans, 13) <= column.right)
        pen.text(column.right, y + 17, range, Ink::muted, Face::sans, 13, Align::right);
    const float top = y + 23, middle = axis.x_of(present);
    pen.box(column.left, top, column.right, top + chance_height, Ink::track, 2);
    // The longer bar first, so that the shorter one is seen over it.
    const std::array<std::pair<double, Ink>, 2> ends{{{move.low, Ink::outline}, {move.high, Ink::ink}}};
    const bool low_is_longer = std::abs(move.low - present) >= std::abs(move.high - present);
    for (const auto& [value, ink] : {ends[low_is_longer ? 0 : 1], ends[low_is_longer ? 1 : 0]}) {
        const float x = axis.x_of(value);
        pen.box(std::min(x, middle), top, std::max(x, middle), top + chance_height, ink, 0);
    }
    pen.box(middle - 1, top - 3, middle + 1, top + chance_height + 3, Ink::ink, 0);
    const std::string goes = outcome_text(outcome, move.low) + " → " + outcome_text(outcome, move.high);
    pen.text(column.left, top + chance_height + 15, goes, Ink::muted, Face::sans, 13);
    return top + chance_height + 24;
}

float draw_key(const Pen& pen, Column column, float y) {
    float x = column.left;
    const auto entry = [&](Ink ink, std::string_view word) {
        if (x + 17 + pen.width(word, Face::sans, 13) > column.right) {
            x = column.left;
            y += 20;
        }
        pen.box(x, y + 5, x + 11, y + 16, ink, 2);
        pen.text(x + 17, y + 15, word, Ink::muted, Face::sans, 13);
        x += 17 + pen.width(word, Face::sans, 13) + 18;
    };
    entry(Ink::outline, "input at its low end");
    entry(Ink::ink, "at its high end");
    return y + 26;
}

float draw_moves(Stage& stage, Column column, float y) {
    constexpr std::size_t shown = 8;
    const Pen& pen = stage.pen;
    const Outcome outcome = stage.app.state.asked;
    const auto& all = stage.results.background.moves_of(outcome);
    const double present = number_of(stage.results.reading.headline, outcome);
    y = draw_subtitle(pen, "What moves it most", column, y);
    ImGui::PushID("moves");
    y = draw_questions(stage, column, y);
    ImGui::PopID();
    y = paragraph(pen, std::string(outcome_name(outcome)) + ": " + outcome_text(outcome, present), column, y,
                  {Ink::ink, 15, 20, Face::sans_bold});
    if (all.size() < params.size()) return paragraph(pen, "Being worked out …", column, y, {Ink::muted});
    const auto top = std::span(all).first(shown);
    if (top.front().effect == 0) return paragraph(pen, "No single input moves it.", column, y, {Ink::muted}) + 12;
    y = draw_key(pen, column, y + 4);
    Axis axis{present, present, column};
    for (const Sensitivity& move : top) {
        axis.low = std::min({axis.low, move.low, move.high});
        axis.high = std::max({axis.high, move.low, move.high});
    }
    for (const Sensitivity& move : top)
        if (move.effect > 0) y = draw_move(pen, move, outcome, present, axis, y);
    return y + 12;
}

float draw_switch(Stage& stage, Column column, float y) {
    float left = column.left + 4;
    bool& shows = stage.view.shows_ranges;
    if (tick_box(stage, "ranges", "Show this range in the pictures", shows, left, y + stage.target() / 2))
        shows = !shows;
    return y + stage.target() + 6;
}

float draw_runs(Stage& stage, const Bands& bands, Column column, float y) {
    y = draw_chances(stage, bands, column, y);
    y = draw_ranges(stage, bands, column, y);
    y = draw_switch(stage, column, y);
    return draw_trust(stage, column, y);
}

}  // namespace

const Ranges* shown_ranges(const Stage& stage) {
    const auto& ranges = stage.results.background.ranges;
    return stage.view.shows_ranges && !stage.hand.is_holding && ranges ? &*ranges : nullptr;
}

float draw_sure(Stage& stage, Column column, float y) {
    const auto& bands = stage.results.background.bands;
    if (!bands || bands->runs_done() == 0) return paragraph(stage.pen, "Being worked out …", column, y, {Ink::muted});
    y = draw_runs(stage, *bands, column, y);
    y = draw_moves(stage, column, y + 24);
    return draw_disputes(stage, column, y + 24);
}

}  // namespace fr
