// The hero: the slider of compute demand.
#include <string>
#include <vector>

#include "core/ask/warnings.h"
#include "core/words/format.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float type_size = 17, label_height = 24;

// What comes of the growth: "29 GW in 2030"; and where no plan has ever gone so far.
std::vector<std::string> notes_of(double wanted_2030_gw) {
    const std::string wanted = gw_text(wanted_2030_gw) + " in 2030";
    const std::string told = wanted_2030_gw > largest_plan_gw ? wanted + ", beyond any plan" : wanted;
    return {"growth a year, to 2026 · assumed · " + told, "to 2026 · assumed · " + told, "assumed · " + told, told,
            wanted};
}

// What is known of the number, as far as there is room for it.
void draw_note(const Stage& stage, float left, float right, float baseline) {
    constexpr float size = 15;
    const double wanted_gw = stage.results.reading.run.at(month_of(2030, 12)).demand_gw;
    for (const std::string& note : notes_of(wanted_gw))
        if (left + stage.pen.width(note, Face::sans, size) <= right)
            return stage.pen.text(left, baseline, note, Ink::muted, Face::sans, size);
}

// One step less and one more. Returns where they begin; a finger has none, since it can type.
float draw_steps(Stage& stage, const Param& param, double value, float right, float middle) {
    if (stage.is_large()) return right;
    const float half = stage.target() / 2, plus = right - half, minus = plus - 2 * half - 4;
    const auto step = [&](const char* id, Icon icon, float x, double by, bool can) {
        if (icon_button(stage, id, icon, x, middle, can, true)) set_input(stage, param, value + by);
        if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
    };
    step("less", Icon::minus, minus, -param.step, value > param.low);
    step("more", Icon::plus, plus, param.step, value < param.high);
    return minus - half - 8;
}

}  // namespace

std::vector<TickWords> ticks_of(const Stage& stage, const Param& param) {
    return tick_words(stage.results.background.tips[index_of(param)], opening_value(stage.app, param));
}

void draw_hero(Stage& stage, const Layout& layout) {
    const Place& place = layout.hero;
    if (place.height() <= 0) return;
    const Param& param = hero;
    const Pen& pen = stage.pen;
    const double value = stage.app.state.inputs.*param.field;
    const float baseline = place.top + 18;
    const float value_right = draw_steps(stage, param, value, place.right, baseline - 6);
    const float value_left = value_right - pen.width("×0.00 a year", Face::sans_bold, type_size);
    const float label_size = fitting(pen, param.label, Face::sans_bold, type_size, value_left - 10 - place.left);
    pen.text(place.left, baseline, param.label, Ink::ink, Face::sans_bold, label_size);
    const float noted = place.left + pen.width(param.label, Face::sans_bold, label_size) + 10;
    draw_note(stage, noted, value_left - 12, baseline);
    typed_value(stage, param, value, value_text(param, value), value_right, baseline, Face::sans_bold, type_size);

    const std::vector<TickWords> ticks = ticks_of(stage, param);
    const TrackValues values{value, param.standard, ticks, false, bet_on(stage.app, param), layout.tick_lines};
    const auto dragged = track(stage, "demand", param, values, place.column(), place.top + label_height + 22);
    if (dragged) hold_input(stage, param, *dragged);
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
}

}  // namespace fr
