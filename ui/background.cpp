// Slices by the clock, not by the frame: a throttled page does the same work later.
#include "ui/background.h"

#include <algorithm>

#include "core/assets.h"

namespace fr {

namespace {

constexpr int runs_a_slice = 16;

}  // namespace

bool Background::is_finished() const {
    return !started || (bands && bands->is_finished() && std::ranges::all_of(tips_known, std::identity{}) &&
                        moved == input_count && elsewhere.size() == shipped_contracts().size() && known);
}

// One piece of what is not asked for before the rest is known.
void Background::work_out_last() {
    if (moved < input_count) {
        if (moved == 0) present = headline(evaluate(inputs, contract, under_pressure()));
        const auto both = effects(params[moved++], moved_keys, present, inputs, contract, under_pressure());
        for (std::size_t i = 0; i < moves.size(); ++i) moves[i].push_back(both[i]);
        if (moved == input_count)
            for (auto& ranked : moves) rank(ranked);
    } else if (elsewhere.size() == shipped_contracts().size()) {
        known = backtest(default_inputs(), *find_contract("as-amended"));
    } else {
        const Contract& other = shipped_contracts()[elsewhere.size()];
        elsewhere.push_back(headline(evaluate(inputs, other, under_pressure())));
    }
}

void restart(Background& background, const Inputs& inputs, const Contract& contract, const Doubt& doubt) {
    const bool same = inputs == background.inputs && contract == background.contract && doubt == background.doubt;
    if (background.started && same) return;
    const auto differs = [&](const Param& param) { return inputs.*param.field != background.inputs.*param.field; };
    const auto changed = std::ranges::count_if(params, differs);
    const bool keeps_own = background.started && changed == 1 && contract == background.contract;
    for (std::size_t i = 0; i < input_count; ++i) {
        if (keeps_own && differs(params[i])) continue;
        background.tips_known[i] = false;
        if (!keeps_own) background.tips[i].clear();
    }
    background.inputs = inputs;
    background.contract = contract;
    background.doubt = doubt;
    background.started = true;
    for (auto& ranked : background.moves) ranked.clear();
    background.elsewhere.clear();
    background.moved = 0;
    background.bands.emplace(inputs, contract, under_pressure(), doubt, band_seed, all_runs);
}

void advance(Background& background, double (*now_ms)(), double budget_ms) {
    const double end = now_ms() + budget_ms;
    const auto is_known = [&](std::size_t i) { return background.tips_known[i]; };
    std::size_t unknown = 0;
    while (!background.is_finished()) {
        while (unknown < input_count && is_known(unknown)) ++unknown;
        Bands& bands = *background.bands;
        // The hero's tipping points and a first band come before the rest.
        const bool bands_next = (unknown > 0 && bands.runs_done() < first_runs) || unknown == input_count;
        if (bands.is_finished() && unknown == input_count) {
            background.work_out_last();
        } else if (bands_next) {
            bands.add_runs(runs_a_slice);
        } else {
            background.tips[unknown] = tips(params[unknown], background.inputs, background.contract, under_pressure());
            background.tips_known[unknown] = true;
        }
        if (now_ms() >= end) return;
    }
}

}  // namespace fr
