// What is told in tables says what the results hold, and nothing else.
#include "ui/state/tables.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/files/assets.h"
#include "core/words/format.h"
#include "tests/states.h"
#include "tests/tables.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

using namespace tests;

// A state with all that is worked out of it.
struct Known {
    App app = make_app();
    Results results;
    Background background;

    explicit Known(const std::vector<Action>& actions = {}) {
        for (const Action& action : actions) update(app, action);
        refresh(results, app);
        background = finished(results, app.state);
    }
    std::vector<Table> all() const { return tables(app, results, background); }
};

}  // namespace

TEST_CASE("every table of every shipped deal has a title, heads, and rows as long as these") {
    for (const Contract& contract : shipped_contracts()) {
        const Known known({PickContract{contract.id}, SetInput{find_param("demand.growth"), 4}, Pin{},
                           SetInput{find_param("azure.offer"), 2}});
        const auto all = known.all();
        CHECK(all.size() >= 10);
        for (const Table& table : all) {
            CAPTURE(contract.id);
            CAPTURE(table.title);
            CHECK_FALSE(table.title.empty());
            for (const auto& row : table.rows) {
                CHECK(row.size() == table.heads.size());
                CHECK_FALSE(row.front().empty());
            }
        }
    }
}

TEST_CASE("chances are counted in the same runs as the command line's, out of all of them") {
    const Known known;
    Bands bands(known.app.state.inputs, known.app.state.contract(), under_pressure(), {}, band_seed, all_runs);
    bands.add_runs(all_runs);
    const auto all = known.all();
    const Table* chances = table_named(all, "How often it happens by December 2030");
    REQUIRE(chances);
    const std::string wanted = whole_text(bands.chance(Outcome::exclusivity_would_break).by_horizon);
    const auto row = std::ranges::find(chances->rows, std::string(happening(Outcome::exclusivity_would_break)),
                                       [](const auto& cells) { return cells.front(); });
    REQUIRE(row != chances->rows.end());
    CHECK(row->back() == wanted);
}

TEST_CASE("A and B are compared only while a state is kept, by what was set and what comes of it") {
    CHECK(table_named(Known().all(), "A and B") == nullptr);
    const Known known({Pin{}, SetInput{find_param("demand.growth"), 2}});
    const auto all = known.all();
    const Table* set = table_named(all, "A and B: what you set");
    const Table* comes = table_named(all, "A and B: what comes of it");
    REQUIRE((set && comes));
    REQUIRE(set->rows.size() == 1);
    CHECK(set->rows.front()[1] == "×3.0 a year");
    CHECK(set->rows.front()[2] == "×2.0 a year");
    CHECK(
        std::ranges::any_of(comes->rows, [](const auto& row) { return row[0] == "Demand alone breaks exclusivity"; }));
}

TEST_CASE("an input that would change an outcome does so at the value told, and not a step before it") {
    const Known known;
    const auto changes = nearest_changes(known.app.state.inputs, known.background);
    CHECK(changes.size() >= 3);
    for (const Change& change : changes) {
        CAPTURE(std::string(change.param->key));
        CAPTURE(change.then);
        const double now = known.app.state.inputs.*change.param->field;
        const double step = change.value > now ? change.param->step : -change.param->step;
        const auto head = [&](double value) {
            Inputs inputs = known.app.state.inputs;
            inputs.*change.param->field = snapped(*change.param, value);
            return evaluate(inputs, known.app.state.contract()).headline;
        };
        const Headline there = head(change.value), before = head(change.value - step);
        const auto flips = [&](Outcome key) {
            return (month_of(there, key) == never) != (month_of(before, key) == never);
        };
        CHECK(std::ranges::any_of(marked_outcomes, flips));
    }
}

TEST_CASE("the outcome that is explained is asked for by its key; another name is refused with the nearest") {
    App app = make_app();
    const auto action = ask_action("agi_trips");
    REQUIRE(action.has_value());
    update(app, *action);
    CHECK(app.state.asked == Outcome::agi_trips);
    const auto refused = ask_action("agi_trip");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().find("agi_trips") != std::string::npos);
}

}  // namespace fr
