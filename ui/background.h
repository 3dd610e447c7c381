// What is worked out in slices while nothing else happens: tipping points and uncertainty bands. They sharpen over a
// few frames and then stand still.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/uncertainty.h"
#include "core/whatif.h"

namespace fr {

constexpr int first_runs = 64;  // enough for a first band
constexpr int all_runs = 1000;
constexpr std::uint64_t band_seed = 1;  // common random numbers: a band moves with the inputs, not with chance

struct Background {
    std::array<std::vector<Tip>, input_count> tips;  // by input; what is not known yet is empty
    std::array<bool, input_count> tips_known{};
    std::optional<Bands> bands;

    bool is_finished() const;

private:
    friend void restart(Background&, const Inputs&, const Contract&, const Doubt&);
    friend void advance(Background&, double (*now_ms)(), double budget_ms);
    Inputs inputs{};
    Contract contract;
    Doubt doubt;
    bool started = false;
};

// Begins anew for a state, unless it is the same as before. The tipping points of an input do not depend on its own
// value: they stay while it is dragged.
void restart(Background& background, const Inputs& inputs, const Contract& contract, const Doubt& doubt);
// Works until about budget_ms have passed by the host's clock (at least one piece: under 3 ms natively).
void advance(Background& background, double (*now_ms)(), double budget_ms);

}  // namespace fr
