// What is worked out in slices while nothing else happens: tipping points, uncertainty bands, what moves an outcome
// most, and what other deals would come to. They sharpen over a few frames and then stand still.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/ask/backtest.h"
#include "core/ask/uncertainty.h"
#include "core/ask/whatif.h"
#include "core/deal/deal.h"

namespace fr {

constexpr int first_runs = 64;  // enough for a first band
constexpr int all_runs = 1000;
constexpr std::uint64_t band_seed = 1;  // common random numbers: a band moves with the inputs, not with chance

struct Background {
    std::array<std::vector<Tip>, input_count> tips;  // by input; what is not known yet is empty
    std::array<bool, input_count> tips_known{};
    std::optional<Bands> bands;
    // Where the runs lie, for the figures: known from the first band on, sharper with more runs. After a change those
    // of the state before stay until the new ones are known, a few frames later; null before the first.
    std::optional<Ranges> ranges;
    // Known when all else is: ranked by effect, for each of the questions; and each shipped deal under these inputs.
    std::array<std::vector<Sensitivity>, questions.size()> moves;
    std::vector<Headline> elsewhere;
    // What each clause of the present contract is worth; read one with worth_of. Known right after the hero's tipping
    // points and the first band; empty from each change until then.
    std::optional<std::vector<Worth>> worths;
    std::optional<Backtest> known;  // of the untouched model under the deal as amended; once

    bool is_finished() const;

    const std::vector<Sensitivity>& moves_of(Outcome outcome) const;
    // The worth of a clause by its index in the contract; null while it is not known and for a clause that is not in
    // the deal.
    const Worth* worth_of(int clause) const;

private:
    friend void restart(Background&, const Inputs&, const Deal&, const Doubt&);
    friend void advance(Background&, double (*now_ms)(), double budget_ms);
    Inputs inputs{};
    std::optional<Deal> deal;  // none before the first
    Doubt doubt;
    Headline present{};
    std::size_t moved = 0;  // inputs whose effect is known
    Ranges drawn{};         // in the making
    std::size_t curves_drawn = 0, times_drawn = 0;

    bool is_range_due() const;
    void work_out_range();
    void work_out_last();
};

// Begins anew for a state, unless it is the same as before. The tipping points of an input do not depend on its own
// value: they stay while it is dragged.
void restart(Background& background, const Inputs& inputs, const Deal& deal, const Doubt& doubt);
// Works for at most budget_ms by the host's clock, as far as the longest piece of the call foretells the next; at least
// one piece.
void advance(Background& background, double (*now_ms)(), double budget_ms);

}  // namespace fr
