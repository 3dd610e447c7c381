// What is worked out in slices while nothing else happens: tipping points, uncertainty bands, what moves an outcome
// most, and what other deals would come to. They sharpen over a few frames and then stand still.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/backtest.h"
#include "core/uncertainty.h"
#include "core/whatif.h"

namespace fr {

constexpr int first_runs = 64;  // enough for a first band
constexpr int all_runs = 1000;
constexpr std::uint64_t band_seed = 1;  // common random numbers: a band moves with the inputs, not with chance

inline constexpr std::array<Key, 2> moved_keys{Key::exclusivity_would_break, Key::agi_trips};

struct Background {
    std::array<std::vector<Tip>, input_count> tips;  // by input; what is not known yet is empty
    std::array<bool, input_count> tips_known{};
    std::optional<Bands> bands;
    // Known when all else is: ranked by effect, for the keys of moved_keys; and each shipped deal under these inputs.
    std::array<std::vector<Sensitivity>, moved_keys.size()> moves;
    std::vector<Headline> elsewhere;
    std::optional<Backtest> known;  // of the untouched model under the deal as amended; once

    bool is_finished() const;

private:
    friend void restart(Background&, const Inputs&, const Contract&, const Doubt&);
    friend void advance(Background&, double (*now_ms)(), double budget_ms);
    Inputs inputs{};
    Contract contract;
    Doubt doubt;
    Headline present{};
    std::size_t moved = 0;  // inputs whose effect is known
    bool started = false;

    void work_out_last();
};

// Begins anew for a state, unless it is the same as before. The tipping points of an input do not depend on its own
// value: they stay while it is dragged.
void restart(Background& background, const Inputs& inputs, const Contract& contract, const Doubt& doubt);
// Works until about budget_ms have passed by the host's clock (at least one piece: under 3 ms natively).
void advance(Background& background, double (*now_ms)(), double budget_ms);

}  // namespace fr
