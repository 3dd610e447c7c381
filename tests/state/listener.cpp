// Who listens is told once of all that has changed since the last time, undo included.
#include "ui/state/listener.h"

#include <doctest/doctest.h>

#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

struct Heard {
    App app = make_app();
    Results results{};
    Listener listener{};
    Response news() {
        refresh(results, app);
        return listener.news(app, results);
    }
    Response after(const Action& action) {
        update(app, action);
        update(app, EndStep{});
        return news();
    }
};

}  // namespace

TEST_CASE("nothing is told at first, and nothing twice") {
    Heard heard;
    CHECK(heard.news().whole() == "");
    CHECK(heard.after(SetInput{&hero, 2}).set == "Compute demand ×2.0 a year.");
    CHECK(heard.news().whole() == "");
}

TEST_CASE("thirty steps are told as one difference, and thirty there and back as none") {
    Heard heard, at_once;
    heard.news(), at_once.news();
    for (int step = 1; step <= 30; ++step) update(heard.app, SetInput{&hero, snapped(hero, 3 - step * hero.step)});
    CHECK(heard.news().whole() == at_once.after(SetInput{&hero, 1.5}).whole());
    update(heard.app, SetInput{&hero, 4});
    update(heard.app, SetInput{&hero, 1.5});
    CHECK(heard.news().whole() == "");
}

TEST_CASE("undo says of every action what the way back changes") {
    const std::vector<Action> actions{SetInput{&hero, 4},
                                      PickContract{"as-amended"},
                                      EditClause{"first-refusal", EditKind::never_agreed},
                                      EditClause{"api-on-azure", EditKind::dropped},
                                      SetInput{find_param("agi.reading"), 0},
                                      TakeSide{&shipped_disputes().front(), 1},
                                      Reset{}};
    for (const Action& action : actions) {
        Heard heard;
        heard.news();
        if (std::holds_alternative<Reset>(action)) heard.after(SetInput{&hero, 4});
        const Response there = heard.after(action), back = heard.after(Undo{}), again = heard.after(Redo{});
        CAPTURE(there.whole());
        CAPTURE(back.whole());
        CHECK(there.set != "");
        CHECK(back.set != "");
        CHECK(back.set != there.set);
        CHECK(again.whole() == there.whole());
    }
}

TEST_CASE("how it is looked at is not told: tab, axis, first month, and what is kept as A") {
    Heard heard;
    heard.news();
    for (const Action& action :
         std::vector<Action>{ShowTab{Tab::money}, ShowInGw{true}, ShowFrom2019{true}, Pin{}, Unpin{}})
        CHECK(heard.after(action).whole() == "");
}

TEST_CASE("what a reader has set is listed, and nothing where he has set nothing") {
    Heard heard;
    heard.news();
    CHECK(own_words(heard.app, heard.results).empty());
    heard.after(SetInput{&hero, 4});
    heard.after(EditClause{"first-refusal", EditKind::never_agreed});
    CHECK(own_words(heard.app, heard.results) ==
          std::vector<std::string>{"First refusal never agreed", "Compute demand ×4.0 a year"});
}

}  // namespace fr
