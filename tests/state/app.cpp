// The state of the explainer: what can happen to it, what is one step back, and what it says about itself.
#include "ui/state/app.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "core/files/contract_writer.h"
#include "core/files/json_values.h"
#include "core/keep/results_json.h"
#include "core/words/format.h"
#include "core/words/param_text.h"
#include "core/words/sentence.h"
#include "tests/states.h"
#include "ui/state/described.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

using namespace tests;

void set(App& app, std::string_view key, double value) { update(app, SetInput{find_param(key), value}); }

Json described(const App& app) {
    Results results;
    refresh(results, app);
    return describe(app, results);
}

std::string link_of(const App& app) { return described(app)["link"].get<std::string>(); }

}  // namespace

TEST_CASE("it opens with the deal of January 2025, untouched") {
    const App app = make_app();
    CHECK(app.state.contract().id == "january-2025");
    CHECK(app.state.inputs == default_inputs());
    CHECK(changed_inputs(app).empty());
    CHECK(app.past.empty());
}

TEST_CASE("a chapter sets what is run, the month, the axis and what it is compared with, in one step back") {
    App app = make_app();
    set(app, "demand.growth", 4);
    const AppState before = app.state;
    for (std::size_t i = 0; i < shipped_scenes().size(); ++i) {
        const Scene& scene = shipped_scenes()[i];
        update(app, TellChapter{i, false});
        CAPTURE(i);
        CHECK(app.state.chapter == i);
        CHECK(app.state.inputs == scene.inputs);
        CHECK(app.state.deal == scene.deal);
        CHECK(app.state.selected == scene.month);
        CHECK(app.state.in_gw == scene.in_gw);
        CHECK(app.pinned.has_value() == scene.against.has_value());
        CHECK(described(app)["chapter"]["is_set"] == true);
        CHECK(app.past.back() == before);
        update(app, Undo{});
        CHECK(app.state == before);
    }
}

TEST_CASE("what the reader changed is told, restored by the chapter, or kept while the story goes on") {
    App app = make_app();
    CHECK(described(app)["chapter"] == nullptr);
    update(app, *chapter_action("break", false));
    set(app, "demand.growth", 4);
    const Inputs readers = app.state.inputs;
    CHECK(described(app)["chapter"] == Json{{"id", "break"}, {"number", 4}, {"is_set", false}});
    update(app, *chapter_action("5", true));
    CHECK(app.state.inputs == readers);
    CHECK(described(app)["chapter"]["id"] == "first-refusal");
    update(app, *chapter_action("4", false));
    CHECK(app.state.inputs == shipped_scenes()[3].inputs);
}

TEST_CASE("a bet begins the story where it stands, is no step, stays through undo, and travels in the link") {
    App app = make_app();
    set(app, "demand.growth", 4);
    const std::size_t steps = app.past.size();
    update(app, *bet_action("azure-2024", "2"));
    CHECK(app.state.chapter == 0);
    CHECK(app.state.inputs.demand_growth == 4);
    CHECK(app.past.size() == steps);
    update(app, Undo{});
    CHECK(described(app)["bets"] == Json{{"azure-2024", 2.0}});
    App other = make_app();
    update(other, OpenLink{link_of(app)});
    CHECK(other.state.bets == app.state.bets);
    update(app, *bet_action("azure-2024", "none"));
    CHECK(described(app)["bets"] == Json::object());
}

TEST_CASE(
    "a link to a chapter opens what the chapter sets beside the inputs too, and of an untouched page nothing changes") {
    App app = make_app();
    update(app, *chapter_action("your-turn", false));
    App other = make_app();
    update(other, OpenLink{link_of(app)});
    CHECK(other.state == app.state);
    CHECK(other.pinned == app.pinned);
    CHECK(link_of(make_app()).find_first_of("$=") == std::string::npos);
}

TEST_CASE("what is known to have run is kept off the picture while a chapter asks for it") {
    App app = make_app();
    const auto draws_it = [&app] {
        Results results;
        refresh(results, app);
        return picture_of(app, results, 800, false, never).find(">planned<") != std::string::npos;
    };
    CHECK(draws_it());
    CHECK_FALSE(asks_what_is_known(app.state));
    update(app, *chapter_action("tripled", false));
    CHECK_FALSE(draws_it());  // the view in words shows this picture
    CHECK(asks_what_is_known(app.state));
    update(app, *bet_action("capacity-2024", "1"));
    CHECK(asks_what_is_known(app.state));
    update(app, *bet_action("capacity-2025", "2"));
    CHECK_FALSE(asks_what_is_known(app.state));
    CHECK(draws_it());
    update(app, *chapter_action("one-cloud", false));
    CHECK_FALSE(asks_what_is_known(app.state));
}

TEST_CASE("chapters and bets from outside are answered: by id or number, and what would have been right") {
    CHECK(chapter_of("one-cloud") == 0);
    CHECK(chapter_of("8") == 7);
    for (const std::string_view name : {"0", "9", "-1", "", "1.0", "One-cloud", "one-cloud "}) {
        CAPTURE(name);
        REQUIRE_FALSE(chapter_of(name).has_value());
        CHECK(chapter_of(name).error().contains("there are 1 to 8: one-cloud, tripled"));
    }
    CHECK(bet_action("none", "1").error() == "There is no bet “none”.");
    CHECK(bet_action("azure-2024", "4").error() == "The bet azure-2024 is a number from 0 to 2, not “4”.");
}

TEST_CASE("a chapter is told with its own numbers and says whether the figure is as it has it") {
    App app = make_app();
    Results results;
    refresh(results, app);
    CHECK(told_chapter(shipped_story(), app, results, 0)["is_set"] == true);
    CHECK(told_chapter(shipped_story(), app, results, 3)["is_set"] == false);
    const Json before = told_chapter(shipped_story(), app, results, 3)["reveal"];
    set(app, "demand.growth", 4);
    refresh(results, app);
    CHECK(told_chapter(shipped_story(), app, results, 3)["reveal"] == before);
}

TEST_CASE("undo and redo walk through every change and back, to the bit") {
    App app = make_app();
    std::vector<AppState> seen{app.state};
    const auto after = [&](const Action& action) {
        update(app, action);
        update(app, EndStep{});
        seen.push_back(app.state);
    };
    after(SetInput{find_param("demand.growth"), 4});
    after(PickContract{"as-amended"});
    after(EditClause{"first-refusal", EditKind::never_agreed});
    after(SetInput{find_param("agi.reading"), 0});
    after(Reset{});
    for (std::size_t i = seen.size() - 1; i > 0; --i) {
        CHECK(app.state == seen[i]);
        update(app, Undo{});
    }
    CHECK(app.state == seen.front());
    update(app, Undo{});
    CHECK(app.state == seen.front());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        update(app, Redo{});
        CHECK(app.state == seen[i]);
    }
    update(app, Redo{});
    CHECK(app.state == seen.back());
}

TEST_CASE("a drag is one step back, until it ends or another input moves") {
    App app = make_app();
    for (const double value : {3.1, 3.2, 3.3}) set(app, "demand.growth", value);
    CHECK(app.past.size() == 1);
    update(app, EndStep{});
    set(app, "demand.growth", 3.4);
    CHECK(app.past.size() == 2);
    set(app, "azure.offer", 2);
    set(app, "demand.growth", 3.5);
    CHECK(app.past.size() == 4);
    update(app, Undo{});
    update(app, Undo{});
    update(app, Undo{});
    CHECK(app.state.inputs.demand_growth == 3.3);
    update(app, Undo{});
    CHECK(app.state.inputs == default_inputs());
}

TEST_CASE("a change after an undo forgets what could be redone") {
    App app = make_app();
    set(app, "demand.growth", 4);
    update(app, Undo{});
    set(app, "demand.growth", 2);
    CHECK(app.future.empty());
    update(app, Redo{});
    CHECK(app.state.inputs.demand_growth == 2);
}

TEST_CASE("what changes nothing is no step and raises no revision") {
    App app = make_app();
    const unsigned before = app.revision;
    set(app, "demand.growth", 3);
    update(app, Reset{});
    update(app, PickContract{"january-2025"});
    CHECK(app.past.empty());
    CHECK(app.revision == before);
}

TEST_CASE("another deal under the same demand: what the reader set stays, presets come and go with their deal") {
    App app = make_app();
    set(app, "demand.growth", 4);
    update(app, PickContract{"clause-dropped"});
    CHECK(app.state.inputs.demand_growth == 4);
    CHECK(app.state.inputs.money_support == 50);
    update(app, PickContract{"january-2025"});
    CHECK(app.state.inputs.money_support == 0);
    CHECK(app.state.inputs.demand_growth == 4);
    CHECK(changed_inputs(app).size() == 1);
}

TEST_CASE("reset brings the inputs and clauses of the deal on screen back, and can be undone") {
    App app = make_app();
    update(app, PickContract{"clause-dropped"});
    set(app, "demand.growth", 4);
    update(app, EditClause{"first-refusal", EditKind::dropped});
    const AppState before = app.state;
    update(app, Reset{});
    CHECK(app.state.contract().id == "clause-dropped");
    CHECK(app.state.deal.edits().empty());
    CHECK(app.state.inputs == opening_inputs(contract_named("clause-dropped")));
    update(app, Undo{});
    CHECK(app.state == before);
}

TEST_CASE("values from outside are refused with what is allowed: never clamped, never thrown") {
    for (const Param& param : params)
        for (const char* value : {"", "x", "nan", "inf", "1e99", "-1e99"}) {
            CAPTURE(param.key);
            CAPTURE(value);
            const auto action = set_action(param.key, value);
            REQUIRE_FALSE(action.has_value());
            CHECK(action.error().find(allowed_text(param)) != std::string::npos);
        }
    const auto unknown = set_action("demand.growht", "3");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().find("demand.growth") != std::string::npos);
    const auto deal = pick_action("january-2026");
    REQUIRE_FALSE(deal.has_value());
    for (const Contract& contract : shipped_contracts()) CHECK(deal.error().find(contract.id) != std::string::npos);
}

TEST_CASE("every allowed value from outside is taken as it is") {
    for (const Param& param : params)
        for (const double value : {param.low, param.standard, param.high}) {
            const auto action = set_action(param.key, value_id(param, value));
            CAPTURE(param.key);
            REQUIRE(action.has_value());
            App app = make_app();
            update(app, *action);
            CHECK(app.state.inputs.*param.field == value);
        }
}

TEST_CASE("describe is the result without rows, and how it is looked at") {
    App app = make_app();
    set(app, "demand.growth", 4);
    const Json json = described(app);
    for (const char* key : {"version", "contract", "inputs", "events", "clauses", "stretches", "headline", "sentence",
                            "fingerprint", "selected", "changed", "link", "busy", "notices", "can_undo", "can_redo"}) {
        CAPTURE(key);
        CHECK(json.contains(key));
    }
    CHECK_FALSE(json.contains("rows"));
    CHECK(json["changed"] == Json::array({"demand.growth"}));
    CHECK(json["inputs"]["demand.growth"] == 4.0);
    CHECK(json["can_undo"] == true);
    CHECK(json["can_redo"] == false);
}

TEST_CASE("describe says the same as a run of the same inputs") {
    App app = make_app();
    update(app, PickContract{"as-amended"});
    set(app, "azure.offer", 2);
    const Json json = described(app);
    const Contract& contract = contract_named("as-amended");
    const Inputs inputs = with(default_inputs(), "azure.offer", 2);
    const Json direct = to_json(inputs, contract, evaluate(inputs, contract), false);
    for (const auto& [key, value] : direct.items()) {
        CAPTURE(key);
        CHECK(json[key] == value);
    }
}

TEST_CASE("the playhead shows its row, and the worst month while none is chosen") {
    App app = make_app();
    const Json untouched = described(app);
    const Run run = simulate(default_inputs(), app.state.contract());
    CHECK(untouched["selected"]["month"] == month_id(worst_month(run, deal_month).month));
    update(app, SelectMonth{month_of(2028, 4)});
    const Json chosen = described(app);
    CHECK(chosen["selected"]["month"] == "2028-04");
    CHECK(chosen["selected"]["row"]["served_gw"] == run.rows[51].served_gw);
    CHECK(app.past.empty());  // looking is no step
}

TEST_CASE("every state's link opens the same state") {
    App app = make_app();
    update(app, PickContract{"as-amended"});
    set(app, "demand.growth", 4.05);
    update(app, EditClause{"first-refusal", EditKind::never_agreed});
    App other = make_app();
    update(other, OpenLink{link_of(app)});
    CHECK(other.notices.empty());
    CHECK(other.state == app.state);
    CHECK(described(other)["fingerprint"] == described(app)["fingerprint"]);
    update(other, Undo{});
    CHECK(other.state == make_app().state);
}

TEST_CASE("a damaged link opens what is readable and leaves a notice, until the next deal") {
    App app = make_app();
    update(app, OpenLink{"1as-amended~dg4zo77"});
    CHECK(app.state.inputs.demand_growth == 4);
    CHECK(app.state.contract().id == "as-amended");
    REQUIRE(app.notices.size() == 1);
    CHECK(described(app)["notices"].size() == 1);
    update(app, PickContract{"january-2025"});
    CHECK(app.notices.empty());
}

TEST_CASE("whatever a link holds, describe is text that every browser reads") {
    App app = make_app();
    for (const char* hash : {"1\xff\xfe", "1january-2025~\xc3(\x80", "\xe2\x82",
                             "1january-2025~d\xe2\x82\xac"
                             "4"}) {
        update(app, OpenLink{hash});
        CHECK_FALSE(app.notices.empty());
        const std::string text = described(app).dump(-1, ' ', false, Json::error_handler_t::replace);
        CHECK(Json::parse(text, nullptr, false)["notices"].size() == app.notices.size());
    }
}

TEST_CASE("a link made with other numbers says so") {
    App app = make_app();
    const std::string link = link_of(app);
    update(app, OpenLink{link});
    CHECK(app.notices.empty());
    const std::string other = link.substr(0, link.size() - 4) + (link.ends_with("0000") ? "0001" : "0000");
    update(app, OpenLink{other});
    REQUIRE(app.notices.size() == 1);
    CHECK(app.notices[0].find("another version") != std::string::npos);
}

TEST_CASE("links made before the numbers moved open as they were set, say so, and are written with the new numbers") {
    struct Pair {
        const char *before, *now;
    };
    const auto links =
        std::to_array<Pair>({{"1january-2025*9af7", "1january-2025*e62b"},
                             {"1january-2025~dg4.05zo1.2!dsc3g*520f", "1january-2025~dg4.05zo1.2!dsc3g*e246"},
                             {"1as-amended*c954", "1as-amended*d80b"},
                             {"1as-amended~dg2.5!n1odv*4b79", "1as-amended~dg2.5!n1odv*1ca9"},
                             {"1exclusive-2023*9087", "1exclusive-2023*f84e"},
                             {"1exclusive-2023~dg3.5!dzw8a*2bfe", "1exclusive-2023~dg3.5!dzw8a*bf2e"},
                             {"1under-pressure*0f3c", "1under-pressure*1f65"},
                             {"1under-pressure~ra0pp10*ddd1", "1under-pressure~ra0pp10*5153"},
                             {"1clause-dropped*ab42", "1clause-dropped*87ef"},
                             {"1clause-dropped~dg3.5ms20!nonsh*89ed", "1clause-dropped~dg3.5ms20!nonsh*6c78"}});
    for (const auto& [before, now] : links) {
        CAPTURE(before);
        App app = make_app();
        update(app, OpenLink{before});
        REQUIRE(app.notices.size() == 1);
        CHECK(app.notices[0].find("another version") != std::string::npos);
        CHECK(link_of(app) == now);
        App again = make_app();
        update(again, OpenLink{now});
        CHECK(again.notices.empty());
        CHECK(link_of(again) == now);
    }
}

TEST_CASE("a contract of the reader's own runs as it is; its link carries the inputs alone") {
    App app = make_app();
    Contract own = contract_named("exclusive-2023");
    own.id = "mine";
    own.shipped = false;
    update(app, LoadContract{own});
    set(app, "demand.growth", 2);
    CHECK(described(app)["contract"] == "mine");
    App other = make_app();
    update(other, OpenLink{link_of(app)});
    CHECK(other.notices.empty());
    CHECK(other.state.contract().id == "january-2025");
    CHECK(other.state.inputs.demand_growth == 2);
}

TEST_CASE("a step of undo shares its contracts with the state that it leaves") {
    App app = make_app();
    update(app, EditClause{"first-refusal", EditKind::never_agreed});
    set(app, "demand.growth", 4);
    update(app, EndStep{});
    set(app, "azure.offer", 2);
    REQUIRE(app.past.size() == 3);
    CHECK(&app.past[2].contract() == &app.state.contract());
    CHECK(&app.past[1].contract() == &app.state.contract());
    CHECK(&app.past[0].contract() == &app.state.base());  // before the edit: as shipped, by whoever holds it
    CHECK(&app.state.base() == &contract_named("january-2025"));
    CHECK(sizeof(AppState) < 1024);
}

TEST_CASE("refresh runs the model only when something has changed") {
    App app = make_app();
    Results results;
    refresh(results, app);
    results.reading.sentence = "kept";
    refresh(results, app);
    CHECK(results.reading.sentence == "kept");
    set(app, "demand.growth", 4);
    refresh(results, app);
    CHECK(results.reading.sentence == evaluate(app.state.inputs, app.state.contract()).sentence);
}

TEST_CASE("a file that is no contract is told of with all its mistakes, and the deal before it still runs") {
    App app = make_app();
    set(app, "demand.growth", 4);
    const Json before = described(app);
    update(app, file_action(R"({"format": 2, "id": "x", "title": " ", "clauses": [{}]})", "mine.json"));
    const Json after = described(app);
    CHECK(after["refused"]["name"] == "mine.json");
    CHECK(after["refused"]["problems"].size() > 3);
    CHECK(after["refused"]["problems"][0] == "format: must be 1, the only format so far");
    CHECK(after["fingerprint"] == before["fingerprint"]);
    CHECK(after["contract"] == before["contract"]);
    CHECK(app.past.size() == 1);
    update(app, DismissRefusal{});
    CHECK(described(app)["refused"] == nullptr);
}

TEST_CASE("what was refused is forgotten with the next contract that opens") {
    App app = make_app();
    update(app, file_action("{", "mine.json"));
    REQUIRE(app.refused.has_value());
    update(app, PickContract{"january-2025"});  // the one that runs already
    CHECK_FALSE(app.refused.has_value());
    update(app, file_action("{", "mine.json"));
    update(app, LoadContract{contract_named("as-amended")});
    CHECK_FALSE(app.refused.has_value());
}

TEST_CASE("what was asked of another deal does nothing to this one") {
    App app = make_app();
    update(app, PickContract{"exclusive-2023"});
    const AppState before = app.state;
    update(app, EditClause{"first-refusal", EditKind::dropped});  // asked while January 2025 was open
    CHECK(app.state == before);
    int tried = 0;
    for (const Dispute& dispute : shipped_disputes())
        for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
            if (is_offered(dispute.sides[side], app.state.base())) continue;
            update(app, TakeSide{&dispute, side});
            CHECK(app.state == before);
            ++tried;
        }
    CHECK(tried > 0);
}

TEST_CASE("what a reader's dropping added is marked as added, and a clause of one's own with such an id is not") {
    App app = make_app();
    Contract own = contract_named("as-amended");
    own.clauses.front().id = "mine-dropped";
    update(app, file_action(contract_text(own), "mine.json"));
    const Json opened = described(app);
    for (const Json& clause : opened["clauses"]) CHECK(clause["added"] == false);
    update(app, EditClause{"mine-dropped", EditKind::dropped});
    CHECK(described(app)["clauses"].back()["added"] == true);
    CHECK(described(app)["clauses"].back()["id"] == "mine-dropped-dropped");
}

TEST_CASE("a contract of the reader's own says so, undo brings the old one back, and reset keeps it") {
    App app = make_app();
    CHECK(described(app)["own"] == false);
    Contract own = contract_named("as-amended");
    own.title = "Mine";
    update(app, file_action(contract_text(own), "mine.json"));
    CHECK(described(app)["own"] == true);
    CHECK(described(app)["contract_title"] == "Mine");
    set(app, "demand.growth", 4);
    update(app, Reset{});
    CHECK(described(app)["contract_title"] == "Mine");
    update(app, Undo{});
    update(app, Undo{});
    update(app, Undo{});
    CHECK(app.state.contract().id == "january-2025");
    CHECK(described(app)["own"] == false);
    update(app, Redo{});
    CHECK(described(app)["contract_title"] == "Mine");
}

}  // namespace fr
