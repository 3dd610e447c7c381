// The lab without window, GPU or browser: what its views show, what a press on their words does, that at every size no
// words touch others or are cut, also where they are 40 % longer, and that nothing moves under a hand.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/files/assets.h"
#include "tests/states.h"
#include "ui/look/theme.h"
#include "ui/state/wishes.h"
#include "ui/views/lab.h"

namespace fr {

namespace {

using namespace tests;

std::string asked_for;  // the last thing that a lab asked of its host

struct Size {
    float width, height;
};

// A lab with a hand: it finds words where they stand and presses them.
class Desk {
public:
    explicit Desk(Size size = {1280, 800}, float widened = 1, bool touch = false) {
        ImGui::CreateContext();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ImGui::GetIO().IniFilename = nullptr;
        set_up_look(embedded_fonts());
        lab.surface.width = size.width;
        lab.surface.height = size.height;
        lab.surface.widened = widened;
        lab.surface.touch = touch;
        lab.surface.today = month_of(2026, 11);
        lab.surface.written = &words;
        settle();
    }
    ~Desk() { ImGui::DestroyContext(); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    Lab lab;
    std::vector<Written> words;  // of the last frame

    void settle() {
        for (int i = 0; i < 3; ++i) draw();
    }
    void act(Action action) {
        lab.queue.push_back(std::move(action));
        settle();
    }
    // All that is worked out in the background.
    void finish() {
        static double clock = 0;
        while (!lab.results.background.is_finished()) advance(lab.results.background, [] { return clock += 1; }, 1e6);
        settle();
    }
    // The first of these words that is drawn after others.
    const Written* find(std::string_view wanted, std::string_view after = {}) const {
        auto from = words.begin();
        if (!after.empty()) from = std::ranges::find(words, after, &Written::words);
        const auto found = std::find_if(from, words.end(), [&](const Written& one) { return one.words == wanted; });
        return found == words.end() ? nullptr : &*found;
    }
    // All words in the order in which they were drawn, lines of a paragraph one after the other.
    bool shows(std::string_view part) const {
        std::string all;
        for (const Written& one : words) all += one.words + " ";
        return all.find(part) != std::string::npos;
    }
    void press(std::string_view wanted, std::string_view after = {}) {
        CAPTURE(wanted);
        REQUIRE(find(wanted, after) != nullptr);
        reveal(find(wanted, after)->bottom);
        const Written* one = find(wanted, after);
        press((one->left + one->right) / 2, (one->top + one->bottom) / 2);
        scroll(0);
    }
    void scroll(float to) {
        lab.surface.scrolled = to;
        draw();
    }
    // Scrolls the panel until what ends there is well in view.
    void reveal(float bottom) {
        constexpr float room = 120;
        scroll(lab.surface.scrolled + std::max(0.0f, bottom + room - lab.panel.place.bottom));
    }
    // Where each of these stands, by how it begins, had nothing been scrolled.
    std::optional<Size> place_of(std::string_view label) const {
        const Written* found = nullptr;
        for (const Written& one : words) {
            const bool is_in_panel =
                one.left >= lab.panel.place.left - 1 && one.top + lab.surface.scrolled >= lab.panel.place.top;
            const bool is_longer = !found || one.words.size() > found->words.size();  // than a heading's first word
            if (is_in_panel && is_longer && label.starts_with(one.words)) found = &one;
        }
        if (!found) return std::nullopt;
        return Size{found->left, found->top + lab.surface.scrolled};
    }
    void press(float x, float y) { drag(x, y, x); }
    void drag(float x, float y, float to) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(x, y);
        draw();
        io.AddMouseButtonEvent(0, true);
        draw();
        io.AddMousePosEvent(to, y);
        draw();
        io.AddMouseButtonEvent(0, false);
        draw();
        io.AddMousePosEvent(-1e9f, -1e9f);
        settle();
    }
    void show(Tab tab) { act(ShowTab{tab}); }
    // Everything of the present tab that folds, unfolded.
    void unfold() {
        if (find("Open all")) press("Open all");
    }
    // What is cut or touches, in words; empty where there is nothing.
    std::string faults() const {
        std::string all;
        for (const Written& one : words)
            if (one.left < -0.5f || one.right > lab.surface.width + 0.5f) all += "“" + one.words + "” is cut; ";
        for (std::size_t a = 0; a < words.size(); ++a)
            for (std::size_t b = a + 1; b < words.size(); ++b) {
                const Written &one = words[a], &other = words[b];
                const float across = std::min(one.right, other.right) - std::max(one.left, other.left);
                const float down = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
                if (across > 1 && down > 1) all += "“" + one.words + "” touches “" + other.words + "”; ";
            }
        return all;
    }

private:
    void draw() {
        words.clear();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {lab.surface.width, 8000};  // all of a panel is in reach
        io.DeltaTime = 1.0f / 60;
        ImGui::NewFrame();
        static const Host host{.open_contract = [] { asked_for = "a file"; },
                               .export_file = [](const char* kind) { asked_for = kind; }};
        frame(lab, host);
        tell(lab, host);
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
    }
};

constexpr Size sizes[]{{320, 568}, {390, 664}, {820, 1180}, {844, 390}, {1000, 620}, {1280, 800}, {1920, 1080}};

}  // namespace

TEST_CASE("no words of the lab touch others or are cut, at any size and under every tab, also 40 % longer") {
    for (const Size size : sizes)
        for (const float widened : {1.0f, 1.4f})
            for (const std::string contract : {"january-2025", "as-amended", "under-pressure"}) {
                CAPTURE(size.width);
                CAPTURE(widened);
                CAPTURE(contract);
                Desk desk(size, widened, size.width < 500);
                desk.act(PickContract{contract});
                desk.act(SetInput{find_param("demand.growth"), 4.35});
                desk.act(Pin{});
                desk.act(SetInput{find_param("others.rate"), 2});
                desk.finish();
                for (std::size_t tab = 1; tab < tab_names.size(); ++tab) {
                    CAPTURE(tab_names[tab]);
                    desk.show(static_cast<Tab>(tab));
                    desk.unfold();
                    CHECK(desk.faults() == "");
                }
            }
}

namespace {

// Where the labels of all levers stand.
std::string places_of_all(const Desk& desk) {
    std::string all;
    for (const Param& param : params) {
        const auto place = desk.place_of(param.label);
        all += " " + std::string(param.key);
        if (place) all += " " + std::to_string(place->width) + "," + std::to_string(place->height);
    }
    return all;
}

// The track under a lever's label, as it is in view.
Zone track_of(Desk& desk, const Param& param) {
    const auto label = desk.place_of(param.label);
    REQUIRE(label);
    desk.reveal(label->height - desk.lab.surface.scrolled);
    const float top = label->height - desk.lab.surface.scrolled;
    const auto& zones = desk.lab.view.hand.draggable;
    const auto found = std::ranges::find_if(zones, [&](const Zone& zone) {
        return zone.left >= desk.lab.panel.place.left && zone.top > top - 4 && !zone.mouse_only;
    });
    REQUIRE(found != zones.end());
    return *found;
}

}  // namespace

TEST_CASE(
    "nothing moves while any lever is dragged from one end to the other, and the stage answers in the same view") {
    for (const Size size : {Size{1280, 800}, Size{390, 664}}) {
        Desk desk(size, 1, size.width < 500);
        desk.show(Tab::levers);
        desk.unfold();
        desk.finish();
        const std::string before = places_of_all(desk);
        for (const Param& param : params) {
            if (param.kind == InputKind::choice) continue;
            CAPTURE(size.width);
            CAPTURE(param.key);
            const Inputs untouched = desk.lab.app.state.inputs;
            const Zone track = track_of(desk, param);
            const float middle = (track.top + track.bottom) / 2;
            const bool is_high = untouched.*param.field > (param.low + param.high) / 2;
            desk.drag(is_high ? track.right - 2 : track.left + 2, middle, is_high ? track.left + 2 : track.right - 2);
            CHECK(desk.lab.app.state.inputs.*param.field != untouched.*param.field);
            desk.scroll(0);
            CHECK(places_of_all(desk) == before);
            desk.act(ResetInput{&param});
        }
    }
}

TEST_CASE("the last step is shown again for as long as its key or button is held, and the state stays where it is") {
    Desk desk;
    CHECK(desk.find("what changed") != nullptr);
    desk.lab.replays = true;
    desk.settle();
    CHECK_FALSE(desk.shows("Before. "));  // nothing was done
    desk.act(*set_action("demand.growth", "4"));
    desk.lab.surface.reduced_motion = true;
    desk.settle();
    CHECK(desk.shows("Before. Then: Compute demand ×4.0 a year."));
    CHECK(desk.lab.replay->app.state.inputs.demand_growth == 3);
    CHECK(desk.lab.app.state.inputs.demand_growth == 4);
    CHECK(desk.lab.app.past.size() == 1);
    desk.lab.replays = false;
    desk.settle();
    CHECK_FALSE(desk.shows("Before. "));

    const Written* name = desk.find("what changed");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent((name->left + name->right) / 2, (name->top + name->bottom) / 2);
    desk.settle();
    io.AddMouseButtonEvent(0, true);
    desk.settle();
    CHECK(desk.shows("Before. Then: Compute demand ×4.0 a year."));
    io.AddMouseButtonEvent(0, false);
    desk.settle();
    CHECK_FALSE(desk.shows("Before. "));
    CHECK_FALSE(is_unfinished(desk.lab));
    CHECK(desk.lab.app.past.size() == 1);
}

TEST_CASE("the why panel traces the outcome that is asked about, in the month of the playhead, while it is dragged") {
    Desk desk;
    desk.show(Tab::why);
    CHECK(desk.shows("Why, in May 2026"));
    CHECK(desk.shows("Compute demand: ×3.0 a year"));
    desk.press("exclusivity");
    CHECK(desk.lab.results.why.outcome == Outcome::exclusivity_would_break);
    CHECK(desk.shows("Demand alone breaks exclusivity in April 2025"));
    desk.act(SelectMonth{month_of(2025, 3)});
    CHECK(desk.lab.results.why.month == month_of(2025, 3));
    CHECK(desk.shows("Months above it on end: "));
    desk.act(SetInput{find_param("demand.growth"), 2});
    CHECK(desk.shows("Exclusivity holds to 2035"));
    CHECK(desk.shows("Compute demand: ×2.0 a year"));
    desk.press("AGI", "Why, in March 2025");
    CHECK(desk.lab.results.why.outcome == Outcome::agi_trips);
}

TEST_CASE("asking and looking at another month is no step for undo and runs no model") {
    Desk desk;
    const unsigned runs = desk.lab.app.run_revision;
    desk.show(Tab::why);
    desk.press("API");
    desk.press("GW");
    desk.act(SelectMonth{month_of(2027, 1)});
    CHECK(desk.lab.app.past.empty());
    CHECK(desk.lab.app.run_revision == runs);
    CHECK(desk.lab.app.state.in_gw);
}

TEST_CASE("the strip and the picture run from 2019 where that is wanted, on the same months") {
    Desk desk;
    CHECK_FALSE(desk.shows("the model begins in January 2024"));
    desk.press("from 2019");
    CHECK(desk.lab.app.state.from_2019);
    CHECK(desk.shows("the model begins in January 2024"));
    CHECK(desk.find("2020") != nullptr);
    CHECK(desk.faults() == "");
}

TEST_CASE("the month shown is told in words: what is served, and who was asked") {
    Desk desk;
    desk.show(Tab::why);
    CHECK(desk.shows("In May 2026 OpenAI wants"));
    CHECK(desk.shows("Microsoft is asked first"));
    desk.act(SelectMonth{month_of(2024, 2)});
    CHECK(desk.shows("only Azure may supply it"));
}

TEST_CASE("the AGI clause can be dropped for support, which buys capacity, and be told as popular accounts do") {
    Desk desk;
    desk.show(Tab::why);
    const double served = served_gw_months(desk.lab.results.reading.run);
    desk.press("Drop the clause for support");
    CHECK(desk.lab.app.state.deal.edits() == std::vector<Edit>{{"agi-clause", EditKind::dropped}});
    CHECK(desk.shows("No amount is known"));
    desk.act(SetInput{find_param("money.support"), 50});
    CHECK(desk.shows("1.1 GW more at Azure"));
    CHECK(served_gw_months(desk.lab.results.reading.run) > served);
    desk.press("Drop the clause for support");
    CHECK(desk.lab.app.state.deal.edits().empty());
    desk.press("Popular reading: all access is lost");
    CHECK(desk.shows("Microsoft loses its right to the technology"));
}

TEST_CASE("the deal is shown as it stood in any month from 2019 on") {
    Desk desk;
    desk.show(Tab::clauses);
    CHECK(desk.find("May 2026") != nullptr);
    const Written* lead = desk.find("As it stood in");
    REQUIRE(lead != nullptr);
    desk.drag(lead->left + 120, lead->bottom + 32, lead->left + 1);  // to the left end of the track
    CHECK(desk.lab.view.as_of == first_contract_month);
    CHECK(desk.find("July 2019") != nullptr);
    CHECK(desk.shows("not yet in force"));
    desk.press("back to the playhead");
    CHECK(desk.lab.view.as_of == never);
}

TEST_CASE("what would change it: each value given tips the outcome that it names, and one step before it does not") {
    Desk desk;
    desk.show(Tab::why);
    desk.finish();
    CHECK(desk.shows("What would change it"));
    CHECK(desk.find("exclusivity holds") != nullptr);
}

TEST_CASE("the scorecard is shown by kind of test, each figure as known and as the model has it, with its error") {
    Desk desk;
    desk.finish();
    const Backtest& known = *desk.lab.results.background.known;
    desk.show(Tab::record);
    for (const std::string_view title : row_class_titles) CHECK(desk.shows(std::string(title)));
    for (const BacktestRow& row : known.rows) {
        CAPTURE(row.what);
        CHECK(desk.shows(row.expected));
        if (row.error) CHECK(desk.shows(row.got + " (" + row.error_text + ")"));
    }
}

TEST_CASE("a clause's card says what the deal without it would come to, and whether its evidence is relied on") {
    Desk desk;
    desk.finish();
    desk.show(Tab::clauses);
    desk.press("First refusal", "As it stood in");
    CHECK(desk.shows("With no clause of its kind from January 2025 on"));
    CHECK(desk.shows("more would be served by December 2030"));
    CHECK_FALSE(desk.shows("not relied on"));
    desk.act(UseEvidence{Grade::primary_quoted});
    CHECK(desk.shows("reported, not relied on"));
    CHECK_FALSE(desk.shows("quoted, not relied on"));
}

TEST_CASE("switches of a clause: never agreed and back, by their words") {
    Desk desk;
    desk.show(Tab::clauses);
    desk.press("First refusal", "As it stood in");
    desk.press("Never agreed");
    CHECK(desk.lab.app.state.deal.edits() == std::vector<Edit>{{"first-refusal", EditKind::never_agreed}});
    CHECK(desk.shows("stands instead"));
    desk.press("Never agreed");
    CHECK(desk.lab.app.state.deal.edits().empty());
}

TEST_CASE("each entry of “Save and cite” asks for its file, and the list of deals ends with one of the reader's own") {
    Desk desk;
    constexpr std::pair<std::string_view, std::string_view> entries[]{
        {"Copy a link", "link"},   {"Copy citation", "citation"}, {"Picture as PNG", "png"},
        {"Picture as SVG", "svg"}, {"Numbers as CSV", "csv"},     {"Contract as JSON", "contract"},
        {"Receipt", "receipt"}};
    for (const auto& [entry, kind] : entries) {
        CHECK(desk.find(entry) == nullptr);
        desk.press("Save and cite");
        desk.press(entry);
        CHECK(asked_for == kind);
    }
    desk.press("The deal of January 2025");
    desk.press("Open a contract of your own …");
    CHECK(asked_for == "a file");
    CHECK(desk.lab.app.past.empty());
}

TEST_CASE("a refused file is listed in the panel, six mistakes of many, all on demand, and dismissed") {
    Desk desk;
    const float height = desk.lab.panel.content;
    std::string clauses;
    for (int i = 0; i < 12; ++i) clauses += std::string(i ? "," : "") + "7";
    desk.act(file_action(R"({"format": 1, "id": "x", "title": "X", "clauses": [)" + clauses + "]}", "mine.json"));
    CHECK(desk.shows("mine.json was not opened: the deal before it still runs."));
    CHECK(desk.shows("clauses[5] must be an object"));
    CHECK_FALSE(desk.shows("clauses[6]"));
    desk.press("Show all 12 mistakes");
    CHECK(desk.shows("clauses[11] must be an object"));
    desk.press("Show the first 6");
    CHECK_FALSE(desk.shows("clauses[6]"));
    desk.press("Dismiss");
    CHECK_FALSE(desk.shows("mine.json"));
    CHECK(desk.lab.panel.content == height);
    CHECK(desk.lab.app.past.empty());
}

TEST_CASE("words of a contract of the reader's own, and its mistakes, are neither cut nor touch at any width") {
    const std::string words[]{std::string(5'000, 'x'), "Short", "<script>alert(1)</script> & more of it",
                              "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"};
    for (const Size size : sizes)
        for (const std::string& title : words) {
            CAPTURE(size.width);
            CAPTURE(title.substr(0, 40));
            Desk desk(size, 1, size.width < 500);
            Contract own = shipped_contracts().front();
            own.title = title;
            own.shipped = false;
            desk.act(LoadContract{own});
            desk.show(Tab::why);
            CHECK(desk.shows("it does not travel in the link"));
            CHECK(desk.faults() == "");
            desk.act(file_action("{\"" + title + "\": 1}", title + ".json"));
            CHECK(desk.faults() == "");
        }
}

}  // namespace fr
