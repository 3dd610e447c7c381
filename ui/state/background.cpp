// Slices by the clock, not by the frame: a throttled page does the same work later.
#include "ui/state/background.h"

#include <algorithm>
#include <utility>

#include "core/files/assets.h"

namespace fr {

namespace {

constexpr int runs_a_slice = 16;
constexpr auto asked = [] {
    std::array<Outcome, questions.size()> outcomes{};
    std::ranges::transform(questions, outcomes.begin(), &Question::about);
    return outcomes;
}();
constexpr std::array drawn_at{first_runs, 256, all_runs};  // runs after which the ranges are worked out anew

}  // namespace

const std::vector<Sensitivity>& Background::moves_of(Outcome outcome) const {
    const std::size_t place = question_of(outcome);
    return moves[place < moves.size() ? place : 0];
}

const Worth* Background::worth_of(int clause) const {
    if (!worths) return nullptr;
    const auto found = std::ranges::find(*worths, clause, &Worth::clause);
    return found == worths->end() ? nullptr : &*found;
}

bool Background::is_finished() const {
    return !deal || (bands && bands->is_finished() && !is_range_due() && worths &&
                     std::ranges::all_of(tips_known, std::identity{}) && moved == input_count &&
                     elsewhere.size() == shipped_contracts().size() && known);
}

bool Background::is_range_due() const {
    return times_drawn < drawn_at.size() && bands->runs_done() >= drawn_at[times_drawn];
}

void Background::work_out_range() {
    drawn[curves_drawn] = bands->range(static_cast<Curve>(curves_drawn));
    if (++curves_drawn < curve_count) return;
    ranges = drawn;
    curves_drawn = 0;
    ++times_drawn;
}

// One piece of what is not asked for before the rest is known.
void Background::work_out_last() {
    if (moved < input_count) {
        if (moved == 0) present = headline_of(inputs, deal->contract(), under_pressure());
        const auto all = effects(params[moved++], asked, present, inputs, deal->contract(), under_pressure());
        for (std::size_t i = 0; i < moves.size(); ++i) moves[i].push_back(all[i]);
        if (moved == input_count)
            for (auto& ranked : moves) rank(ranked);
    } else if (elsewhere.size() == shipped_contracts().size()) {
        known = backtest(default_inputs(), *find_contract("as-amended"));
    } else {
        const Contract& other = shipped_contracts()[elsewhere.size()];
        elsewhere.push_back(headline_of(inputs, other, under_pressure()));
    }
}

void restart(Background& background, const Inputs& inputs, const Deal& deal, const Doubt& doubt) {
    const bool same_deal = background.deal == deal;
    if (same_deal && inputs == background.inputs && doubt == background.doubt) return;
    const auto differs = [&](const Param& param) { return inputs.*param.field != background.inputs.*param.field; };
    const bool keeps_own = same_deal && std::ranges::count_if(params, differs) == 1;
    for (std::size_t i = 0; i < input_count; ++i) {
        if (keeps_own && differs(params[i])) continue;
        background.tips_known[i] = false;
        if (!keeps_own) background.tips[i].clear();
    }
    background.inputs = inputs;
    background.deal = deal;
    background.doubt = doubt;
    for (auto& ranked : background.moves) ranked.clear();
    background.elsewhere.clear();
    background.worths.reset();
    background.moved = background.curves_drawn = background.times_drawn = 0;
    background.bands.emplace(inputs, background.deal->contract(), under_pressure(), doubt, band_seed, all_runs);
}

void advance(Background& background, double (*now_ms)(), double budget_ms) {
    double now = now_ms(), longest = 0;  // of the pieces so far: none is begun that would end too late
    const double end = now + budget_ms;
    const auto is_known = [&](std::size_t i) { return background.tips_known[i]; };
    std::size_t unknown = 0;
    while (!background.is_finished()) {
        while (unknown < input_count && is_known(unknown)) ++unknown;
        Bands& bands = *background.bands;
        // The hero's tipping points and a first band come before the rest.
        const bool has_first_band = bands.runs_done() >= first_runs;
        const bool bands_next = (unknown > 0 && !has_first_band) || unknown == input_count;
        if (background.is_range_due()) {
            background.work_out_range();
        } else if (has_first_band && !background.worths) {
            background.worths = worths(background.inputs, background.deal->contract());
        } else if (bands.is_finished() && unknown == input_count) {
            background.work_out_last();
        } else if (bands_next) {
            bands.add_runs(runs_a_slice);
        } else {
            background.tips[unknown] =
                tips(params[unknown], background.inputs, background.deal->contract(), under_pressure());
            background.tips_known[unknown] = true;
        }
        const double before = std::exchange(now, now_ms());
        longest = std::max(longest, now - before);
        if (now + longest >= end) return;
    }
}

}  // namespace fr
