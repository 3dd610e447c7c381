// The last step shown again: its ends are the states before and after it, what lies between is allowed, and the state
// of the explainer is not touched.
#include "ui/state/replay.h"

#include <doctest/doctest.h>

#include "core/words/param_text.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

struct Shown {
    App app = make_app();
    Results results;
    void act(const Action& action) {
        update(app, action);
        refresh(results, app);
    }
};

}  // namespace

TEST_CASE("nothing is shown again before something was done") {
    Shown it;
    refresh(it.results, it.app);
    CHECK_FALSE(can_replay(it.app));
    CHECK(last_step(it.app, it.results).whole().empty());
}

TEST_CASE("a step is shown from what was before it to what is, with what it changed in words") {
    Shown it;
    refresh(it.results, it.app);
    const AppState before = it.app.state;
    const std::uint64_t was = it.results.reading.fingerprint;
    it.act(*set_action("demand.growth", "4"));
    REQUIRE(can_replay(it.app));
    Replay replay(it.app, it.results);
    show_part(replay, 0);
    CHECK(replay.app.state == before);
    CHECK(replay.results.reading.fingerprint == was);
    CHECK(replay.results.reading.wide_sentence == "Before. Then: " + replay.changed.whole());
    CHECK(replay.changed.set == "Compute demand ×4.0 a year.");
    show_part(replay, 1);
    CHECK(replay.app.state == it.app.state);
    CHECK(replay.results.reading.fingerprint == it.results.reading.fingerprint);
    CHECK(replay.results.reading.wide_sentence.starts_with("After: "));
    CHECK(it.app.past.size() == 1);
    CHECK(last_step(it.app, it.results).whole() == replay.changed.whole());
}

TEST_CASE("between its ends every input is a value that may be set, and goes one way") {
    Shown it;
    refresh(it.results, it.app);
    it.act(*set_action("demand.growth", "4.35"));
    Replay replay(it.app, it.results);
    double last = it.app.past.back().inputs.demand_growth;
    for (int i = 0; i <= 40; ++i) {
        show_part(replay, i / 40.0);
        for (const Param& param : params) CHECK(is_allowed(param, replay.app.state.inputs.*param.field));
        CHECK(replay.app.state.inputs.demand_growth >= last);
        last = replay.app.state.inputs.demand_growth;
    }
    CHECK(last == 4.35);
}

TEST_CASE("what is drawn while a step is shown again belongs to one state: its trace, its month and its clauses") {
    Shown it;
    refresh(it.results, it.app);
    it.act(*pick_action("as-amended"));
    it.act(Ask{Outcome::agi_trips});
    Replay replay(it.app, it.results);
    show_part(replay, 0);
    Results alone;
    App before = it.app;
    before.state = replay.app.state;
    ++before.revision;
    ++before.run_revision;
    refresh(alone, before);
    CHECK(replay.app.state.asked == Outcome::agi_trips);
    CHECK(replay.results.why.month == alone.why.month);
    CHECK(replay.results.why.steps.size() == alone.why.steps.size());
    CHECK(replay.results.warnings.size() == alone.warnings.size());
    CHECK_FALSE(replay.results.background.worths.has_value());
    for (const WhyStep& step : replay.results.why.steps)
        if (step.cause.kind == Cause::Kind::clause) CHECK(step.cause.index < replay.app.state.contract().size());
}

TEST_CASE("what is looked at, asked and bet stays as it is; choices have nothing between them") {
    Shown it;
    refresh(it.results, it.app);
    it.act(SetInput{find_param("agi.reading"), it.app.state.inputs.agi_reading == 0 ? 2.0 : 0.0});
    it.act(ShowInGw{true});
    Replay replay(it.app, it.results);
    for (const double part : {0.0, 0.3, 0.6, 1.0}) {
        show_part(replay, part);
        CHECK(replay.app.state.in_gw);
        const double reading = replay.app.state.inputs.agi_reading;
        CHECK((reading == replay.before.inputs.agi_reading || reading == replay.after.inputs.agi_reading));
    }
}

TEST_CASE("a step that changes no outcome says so") {
    Shown it;
    refresh(it.results, it.app);
    it.act(TellChapter{5, false});
    it.act(TellChapter{6, false});
    CHECK(last_step(it.app, it.results).whole() != "");
}

TEST_CASE("another deal is shown as one or the other, and the tab stays where the reader looks") {
    Shown it;
    refresh(it.results, it.app);
    it.act(*pick_action("as-amended"));
    it.act(ShowTab{Tab::levers});
    Replay replay(it.app, it.results);
    show_part(replay, 0.4);
    CHECK(replay.app.state.base().id == "january-2025");
    CHECK(replay.app.state.tab == Tab::levers);
    show_part(replay, 0.6);
    CHECK(replay.app.state.base().id == "as-amended");
}

TEST_CASE("a step is shown to and fro without a jump, and where motion is unwanted as what was before") {
    double last = part_at(0, true);
    CHECK(last == 0);
    bool was_after = false;
    for (double seconds = 0; seconds < 7; seconds += 0.01) {
        const double part = part_at(seconds, true);
        CHECK(part >= 0);
        CHECK(part <= 1);
        CHECK((part - last) * (part - last) < 0.001);
        was_after = was_after || part == 1;
        last = part;
        CHECK(part_at(seconds, false) == 0);
    }
    CHECK(was_after);
}

}  // namespace fr
