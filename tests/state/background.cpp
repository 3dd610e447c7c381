// What is worked out between frames: in slices, the most wanted first, and the same as when asked for at once.
#include "ui/state/background.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/files/assets.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

// A clock that stands at the end of every budget: each call of advance is one piece.
double no_time() { return 0; }

void advance_one_piece(Background& background) { advance(background, no_time, 0); }

}  // namespace

TEST_CASE("the worth of each clause comes with the first band, before the bands sharpen") {
    Background background;
    restart(background, default_inputs(), shipped_deal(contract_named("january-2025")), {});
    int pieces = 0;
    for (; !background.worths; ++pieces) {
        CHECK(background.worth_of(0) == nullptr);
        REQUIRE(!background.is_finished());
        advance_one_piece(background);
    }
    CHECK(background.bands->runs_done() == first_runs);
    CHECK(pieces == 1 + 4 + 5 + 1);  // the hero's tipping points, 64 runs, the curves, the worths
}

TEST_CASE("worths in the background are those asked for at once, by clause; a variant has none; a change begins anew") {
    const Contract& contract = contract_named("january-2025");
    const Inputs inputs = with(default_inputs(), "demand.growth", 4);
    Background background;
    restart(background, inputs, shipped_deal(contract), {});
    while (!background.worths) advance_one_piece(background);
    const std::vector<Worth> all = worths(inputs, contract);
    for (const Worth& worth : all) {
        REQUIRE(background.worth_of(worth.clause) != nullptr);
        CHECK(background.worth_of(worth.clause)->served_gw_months == worth.served_gw_months);
        CHECK(background.worth_of(worth.clause)->agi_trips == worth.agi_trips);
    }
    for (int clause = 0; clause < static_cast<int>(contract.clauses.size()); ++clause)
        if (contract.at(clause).off) CHECK(background.worth_of(clause) == nullptr);
    CHECK(all.size() < contract.clauses.size());
    restart(background, default_inputs(), shipped_deal(contract), {});
    CHECK(background.worth_of(all.front().clause) == nullptr);
}

TEST_CASE("work in the background ends, for every shipped deal and for one without clauses") {
    std::vector<Contract> deals = shipped_contracts();
    deals.push_back(deals.front());
    deals.back().clauses.clear();
    for (const Contract& contract : deals) {
        CAPTURE(contract.id);
        Background background;
        restart(background, default_inputs(), Deal(contract), {});
        int pieces = 0;
        for (; !background.is_finished() && pieces < 500; ++pieces) advance_one_piece(background);
        CHECK(background.is_finished());
        CHECK(background.worths->size() ==
              static_cast<std::size_t>(std::ranges::count(contract.clauses, false, &Clause::off)));
    }
}

}  // namespace fr
