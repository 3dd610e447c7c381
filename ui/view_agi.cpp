// The AGI clause: its sentence, how the test is read, and the readings as curves.
#include <array>

#include "ui/draw_figure.h"
#include "ui/view_list.h"

namespace fr {

namespace {

// The readings in the order of the input's choices: booked, ability, declared.
constexpr std::array<std::string_view, 3> readings{"has earned it", "could earn it", "declared"};
constexpr std::array<std::string_view, 3> short_readings{"has earned", "could earn", "declared"};

const Param& reading_param() { return *find_param("agi.reading"); }

float draw_readings(Stage& stage, Column column, float baseline) {
    const Pen& pen = stage.pen;
    constexpr std::string_view lead = "Read as:";
    const float from = column.left + pen.width(lead, Face::sans, 14) + 12;
    const bool is_tight = from + choice_width(pen, readings) > column.right;
    pen.text(column.left, baseline, lead, Ink::muted, Face::sans, 14);
    const int now = static_cast<int>(stage.app.state.inputs.agi_reading);
    if (const auto chosen = choice(stage, "reading", is_tight ? short_readings : readings, now, from, baseline)) {
        stage.actions.push_back(SetInput{&reading_param(), static_cast<double>(*chosen)});
        stage.actions.push_back(EndStep{});
    }
    return baseline + 12;
}

}  // namespace

float draw_agi(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    pen.text(column.left, y + 19, "The AGI clause", Ink::ink, Face::serif, 22);
    y = draw_readings(stage, column, y + 48);
    constexpr float size = 16, leading = 22;
    const auto lines = wrapped(pen, stage.results.agi_sentence, Face::sans, size, column.width());
    float baseline = y + 20;
    for (const std::string_view line : lines) {
        pen.text(column.left, baseline, line, Ink::ink, Face::sans, size);
        baseline += leading;
    }
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    options.height = 214;
    const AppState& state = stage.app.state;
    const Figure figure = agi_figure(state.inputs, state.contract, stage.results.outcome, options, measure_of(pen));
    const float top = baseline - 4;
    draw_figure(pen, figure, column.left, top);
    return top + static_cast<float>(figure.height);
}

}  // namespace fr
