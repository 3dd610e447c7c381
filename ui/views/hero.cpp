// The hero: the slider of compute demand.
#include "core/words/format.h"
#include "ui/views/list.h"

namespace fr {

namespace {

void step_by(Stage& stage, const Param& param, double value, double by) {
    stage.actions.push_back(SetInput{&param, snapped(param, value + by)});
}

// How far it is to the next flip on either side; only to the nearest where both have no room.
void draw_next_flips(const Stage& stage, double value, Column column, float baseline) {
    constexpr float size = 14;
    std::string words, shorter;
    for (const Flip& flip : next_flips(stage.results.background.tips[index_of(hero)], value)) {
        shorter = words.empty() ? flip_text(flip) : shorter;
        words += (words.empty() ? "" : " · ") + flip_text(flip);
    }
    const bool fits = stage.pen.width(words, Face::sans, size) <= column.width();
    stage.pen.text(column.left, baseline, fits ? words : shorter, Ink::muted, Face::sans, size);
}

}  // namespace

std::vector<Tick> ticks_of(const Stage& stage, std::size_t input) {
    std::vector<Tick> ticks;
    for (const Outcome outcome : marked_outcomes)
        for (const Tip& tip : stage.results.background.tips[input])
            if (tip.outcome == outcome && is_marked(tip))
                ticks.push_back({(tip.low + tip.high) / 2, tip_word(tip) + " →"});
    return ticks;
}

float draw_hero(Stage& stage, Column column, float y) {
    const Param& param = hero;
    const Pen& pen = stage.pen;
    const double value = stage.app.state.inputs.*param.field;
    const float pitch = stage.target() + (stage.is_large() ? 2.0f : 6.0f);
    const float baseline = y + 22, middle = baseline - 6;

    const float plus = column.right - stage.target() / 2, minus = plus - pitch;
    const float value_right = minus - stage.target() / 2 - 8;
    const std::string full = value_text(param, value);
    const float widest = pen.width(param.label, Face::sans_bold, 17) + 12 + pen.width(full, Face::sans_bold, 17);
    const bool is_tight = column.left + widest > value_right;
    const std::string words = is_tight ? full.substr(0, full.find(' ')) : full;
    const float label_room = value_right - pen.width(words, Face::sans_bold, 17) - 10 - column.left;
    const float label_size = fitting(pen, param.label, Face::sans_bold, 17, label_room);
    pen.text(column.left, baseline, param.label, Ink::ink, Face::sans_bold, label_size);
    const float noted = column.left + pen.width(param.label, Face::sans_bold, label_size) + 12;
    typed_value(stage, param, value, words, value_right, baseline, Face::sans_bold, 17);
    const float room = value_right - pen.width("×0.00 a year", Face::sans_bold, 17) - 12 - noted;
    for (const std::string_view note : {"growth a year, to 2026 · assumed", "to 2026 · assumed", "assumed"})
        if (pen.width(note, Face::sans, 15) <= room) {
            pen.text(noted, baseline, note, Ink::muted, Face::sans, 15);
            break;
        }
    if (icon_button(stage, "less", Icon::minus, minus, middle, value > param.low, true))
        step_by(stage, param, value, -param.step);
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
    if (icon_button(stage, "more", Icon::plus, plus, middle, value < param.high, true))
        step_by(stage, param, value, param.step);
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});

    const float track_y = y + 60;
    const std::vector<Tick> ticks = ticks_of(stage, index_of(hero));
    const auto dragged = track(stage, "demand", param, {value, param.standard, ticks}, column, track_y);
    if (dragged) {
        stage.view.hand.is_holding = true;
        stage.actions.push_back(SetInput{&param, snapped(param, *dragged)});
    }
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
    draw_next_flips(stage, value, column, track_y + 64);
    return track_y + 68;  // with room for two lines of words at ticks, and these, that are not known yet
}

}  // namespace fr
