// The AGI clause: its sentence, how the test is read, the readings as curves, and two ways in which it could be
// another: as popular accounts tell it, and dropped for Microsoft's support.
#include <algorithm>
#include <array>

#include "core/words/format.h"
#include "core/words/names.h"
#include "ui/look/draw_figure.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

// The readings in the order of the input's choices: booked, ability, declared.
constexpr auto readings = [] {
    std::array<std::string_view, names::reading_words.size()> words;
    std::ranges::transform(names::reading_words, words.begin(), &names::Word::word);
    return words;
}();
constexpr std::array<std::string_view, 3> short_readings{"has earned", "could earn", readings[2]};

const Param& reading_param() { return *find_param("agi.reading"); }

float draw_readings(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    constexpr std::string_view lead = "Read as:";
    const float from = column.left + pen.width(lead, Face::sans, 14) + 12;
    const bool is_tight = from + choice_width(pen, readings) > column.right;
    pen.text(column.left, y + stage.target() / 2 + 5, lead, Ink::muted, Face::sans, 14);
    const int now = static_cast<int>(stage.app.state.inputs.agi_reading);
    const auto& words = is_tight ? short_readings : readings;
    if (const auto chosen = choices(stage, "reading", words, now, {from, column.right}, y)) {
        stage.actions.push_back(SetInput{&reading_param(), static_cast<double>(*chosen)});
        stage.actions.push_back(EndStep{});
    }
    return y - stage.target() / 2 + 17;
}

// --- Two other clauses.

bool is_edited(const AppState& state, const Clause& clause, EditKind kind) {
    return std::ranges::contains(state.deal.edits(), Edit{clause.id, kind});
}

// The clause of the deal that names the test last, or the variant that popular accounts tell; null where there is none.
const Clause* agi_clause(const AppState& state, bool variant) {
    const Clause* found = nullptr;
    for (const Clause& clause : state.base().clauses) {
        const auto* rule = std::get_if<AgiTriggerRule>(&clause.rule);
        if (rule && rule->trigger != Trigger::none && clause.variant == variant) found = &clause;
    }
    return found;
}

float draw_switch(Stage& stage, const char* id, std::string_view word, const Clause& clause, EditKind kind,
                  Column column, float y) {
    const bool is_on = is_edited(stage.app.state, clause, kind);
    float left = column.left;
    if (!tick_box(stage, id, word, is_on, left, y + stage.target() / 2)) return y + stage.target();
    // The clause cannot be another and gone.
    const Clause* other = agi_clause(stage.app.state, !clause.variant);
    if (!is_on && other) stage.actions.push_back(EditClause{other->id, std::nullopt});
    stage.actions.push_back(EditClause{clause.id, is_on ? std::nullopt : std::optional(kind)});
    return y + stage.target();
}

bool has_been_dropped(const AppState& state) {
    return std::ranges::any_of(state.contract().clauses, [](const Clause& clause) {
        const auto* rule = std::get_if<AgiTriggerRule>(&clause.rule);
        return rule && rule->trigger == Trigger::none && !clause.off;
    });
}

// How much support, and what it buys.
float draw_support(Stage& stage, Column column, float y) {
    const Param& param = *find_param("money.support");
    const Pen& pen = stage.pen;
    const float half = stage.target() / 2, middle = y + half;
    const double value = stage.app.state.inputs.money_support;
    ImGui::PushID("support");
    constexpr std::string_view label = "Microsoft’s support";
    const float more = column.right - half, less = more - 2 * half - 2, value_right = less - half - 8;
    const float value_left = value_right - pen.width("$100 bn", Face::sans_bold, 15);
    const float fit = fitting(pen, label, Face::sans, 15, value_left - 10 - column.left);
    pen.text(column.left, middle + 5, label, Ink::ink, Face::sans, fit);
    const auto step = [&](const char* id, Icon icon, float x, double by, bool can) {
        if (icon_button(stage, id, icon, x, middle, can, true))
            stage.actions.push_back(SetInput{&param, snapped(param, value + by)});
        if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
    };
    step("less", Icon::minus, less, -param.step, value > param.low);
    step("more", Icon::plus, more, param.step, value < param.high);
    typed_value(stage, param, value, value_text(param, value), value_right, middle + 5, Face::sans_bold, 15);
    ImGui::PopID();
    y += stage.target();
    const std::string& bought = stage.results.reading.support_sentence;
    return paragraph(pen, bought.empty() ? "No amount is known; with none, dropping the clause buys nothing." : bought,
                     column, y, {bought.empty() ? Ink::muted : Ink::ink, 15, 20});
}

// In how many of the runs that meet what is known of 2025 each reading is met in time.
float draw_chances(const Stage& stage, Column column, float y) {
    const auto& bands = stage.results.background.bands;
    if (!bands || bands->kept_runs() == 0) return y;
    const auto& ten = stage.results.reading.agi_readings;
    std::string words =
        kept_sentence(*bands) + " Of these, by " + long_month_text(stage.app.state.contract().horizon) + ": ";
    for (std::size_t i = 0; i < ten.size(); ++i)
        words += (i ? ", " : "") + std::string(ten[i].word) + " " + whole_text(bands->readings()[i].by_horizon);
    return paragraph(stage.pen, words + ".", column, y + 4, {Ink::muted, 14, 19});
}

// The test read in ten ways: the range first, then each as a date, then how often.
float draw_ten(Stage& stage, Column column, float y) {
    const Reading& reading = stage.results.reading;
    const Contract& contract = stage.app.state.contract();
    y = paragraph(stage.pen, reading.agi_range, column, y, {Ink::ink, 16, 22});
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    const Figure figure = agi_dates_figure(reading.agi_readings, contract.horizon, options, measure_of(stage.pen));
    draw_figure(stage.pen, figure, column.left, y + 6);
    y += 6 + static_cast<float>(figure.height);
    return draw_chances(stage, column, y);
}

float draw_others(Stage& stage, Column column, float y) {
    const AppState& state = stage.app.state;
    if (const Clause* popular = agi_clause(state, true))
        y = draw_switch(stage, "popular", "Popular reading: all access is lost", *popular, EditKind::agreed, column, y);
    if (const Clause* clause = agi_clause(state, false))
        y = draw_switch(stage, "drop", "Drop the clause for support", *clause, EditKind::dropped, column, y);
    return has_been_dropped(state) ? draw_support(stage, column, y) : y;
}

}  // namespace

float draw_agi(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    pen.text(column.left, y + 19, names::group_words.back().word, Ink::ink, Face::serif, 22);
    y = draw_readings(stage, column, y + 43 - stage.target() / 2);
    constexpr float size = 16, leading = 22;
    const auto lines = wrapped(pen, stage.results.reading.agi_sentence, Face::sans, size, column.width());
    float baseline = y + 20;
    for (const std::string_view line : lines) {
        pen.text(column.left, baseline, line, Ink::ink, Face::sans, size);
        baseline += leading;
    }
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    options.height = 214;
    if (stage.results.pinned) options.ghost = &stage.results.pinned->run;
    options.ranges = shown_ranges(stage);
    const AppState& state = stage.app.state;
    const Figure figure =
        agi_figure(state.inputs, state.contract(), stage.results.reading.run, options, measure_of(pen));
    const float top = baseline - 4;
    draw_figure(pen, figure, column.left, top);
    y = draw_ten(stage, column, top + static_cast<float>(figure.height) + 14);
    return draw_others(stage, column, y + 6);
}

}  // namespace fr
