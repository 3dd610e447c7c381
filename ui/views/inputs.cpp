// How a slider or step sets an input: to a value that it can take, and only where that is another one.
#include <imgui.h>

#include "core/words/format.h"
#include "ui/views/list.h"

namespace fr {

double settled(const Param& param, double value) {
    const bool is_never = param.kind == InputKind::month && value > param.high + param.step / 2;
    return is_never ? table::months_to_never : snapped(param, value);
}

void set_input(Stage& stage, const Param& param, double value) {
    const double wanted = settled(param, value);
    if (wanted != stage.app.state.inputs.*param.field) stage.actions.push_back(SetInput{&param, wanted});
}

void hold_input(Stage& stage, const Param& param, double value) {
    stage.hand.is_holding = true;
    set_input(stage, param, value);
}

double opening_value(const App& app, const Param& param) {
    for (const auto& [key, value] : app.state.base().presets)
        if (key == param.key) return value;
    return param.standard;
}

}  // namespace fr
