// The lab without window, GPU or browser: what its views show, what a press on their words does, and that at every
// width no words touch others or are cut, also where they are 40 % longer.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/files/assets.h"
#include "tests/states.h"
#include "ui/look/theme.h"
#include "ui/views/lab.h"

namespace fr {

namespace {

using namespace tests;

std::string asked_for;  // the last thing that a lab asked of its host

// A lab with a hand: it finds words where they stand and presses them.
class Desk {
public:
    explicit Desk(float width, float widened = 1, bool touch = false) {
        ImGui::CreateContext();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ImGui::GetIO().IniFilename = nullptr;
        set_up_look(embedded_fonts());
        lab.surface.width = width;
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
        lab.surface.height = std::ceil(lab.content_height);
        for (int i = 0; i < 2; ++i) draw();
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
        const Written* one = find(wanted, after);
        REQUIRE(one != nullptr);
        press((one->left + one->right) / 2, (one->top + one->bottom) / 2);
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
    // Everything that folds, unfolded.
    void unfold() {
        for (const char* title :
             {"All the levers", "What each clause says", "Compare", "How sure", "Money", "Held against what is known"})
            press(title);
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
        io.DisplaySize = {lab.surface.width, lab.surface.height};
        io.DeltaTime = 1.0f / 60;
        ImGui::NewFrame();
        static const Host host{.open_contract = [] { asked_for = "a file"; },
                               .export_file = [](const char* kind) { asked_for = kind; }};
        frame(lab, host);
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
    }
};

// The lab's width on pages of 320, 390, 768, 1280 and 1920 px.
constexpr float widths[]{288, 358, 704, 1208, 1344};

}  // namespace

TEST_CASE("no words of the lab touch others or are cut, at any width, folded and unfolded, also 40 % longer") {
    for (const float width : widths)
        for (const float widened : {1.0f, 1.4f})
            for (const std::string contract : {"january-2025", "as-amended", "under-pressure"}) {
                CAPTURE(width);
                CAPTURE(widened);
                CAPTURE(contract);
                Desk desk(width, widened, width < 400);
                desk.act(PickContract{contract});
                desk.act(SetInput{find_param("demand.growth"), 4.35});
                desk.finish();
                CHECK(desk.faults() == "");
                desk.act(Pin{});
                desk.act(SetInput{find_param("others.rate"), 2});
                desk.unfold();
                desk.finish();
                CHECK(desk.faults() == "");
            }
}

TEST_CASE("the why panel traces the outcome that is asked about, in the month of the playhead, while it is dragged") {
    Desk desk(1208);
    CHECK(desk.shows("Why, in May 2026"));
    CHECK(desk.shows("Compute demand: ×3.0 a year"));
    desk.press("exclusivity");
    CHECK(desk.lab.results.why.outcome == Outcome::exclusivity_would_break);
    CHECK(desk.shows("Exclusivity ends in April 2025"));
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
    Desk desk(1208);
    const unsigned runs = desk.lab.app.run_revision;
    desk.press("API");
    desk.press("GW");
    desk.act(SelectMonth{month_of(2027, 1)});
    CHECK(desk.lab.app.past.empty());
    CHECK(desk.lab.app.run_revision == runs);
    CHECK(desk.lab.app.state.in_gw);
}

TEST_CASE("the strip and the picture run from 2019 where that is wanted, on the same months") {
    Desk desk(1208);
    CHECK_FALSE(desk.shows("the model begins in January 2024"));
    desk.press("from 2019");
    CHECK(desk.lab.app.state.from_2019);
    CHECK(desk.shows("the model begins in January 2024"));
    CHECK(desk.find("2020") != nullptr);
    CHECK(desk.faults() == "");
}

TEST_CASE("the month shown is told in words: what is served, who was asked, how the clauses stand") {
    Desk desk(1208);
    CHECK(desk.shows("In May 2026 OpenAI wants"));
    CHECK(desk.shows("Microsoft is asked first"));
    CHECK(desk.shows("Straining: "));
    desk.act(SelectMonth{month_of(2024, 2)});
    CHECK(desk.shows("only Azure may supply it"));
}

TEST_CASE("the AGI clause can be dropped for support, which buys capacity, and be told as popular accounts do") {
    Desk desk(1208);
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
    Desk desk(1208);
    desk.press("What each clause says");
    CHECK(desk.find("May 2026") != nullptr);
    const Written* lead = desk.find("As it stood in");
    REQUIRE(lead != nullptr);
    desk.drag(120, lead->bottom + 32, 1);  // to the left end of the track
    CHECK(desk.lab.view.as_of == first_contract_month);
    CHECK(desk.find("July 2019") != nullptr);
    CHECK(desk.shows("not yet in force"));
    desk.press("back to the playhead");
    CHECK(desk.lab.view.as_of == never);
}

TEST_CASE("what would change it: each value given tips the outcome that it names, and one step before it does not") {
    Desk desk(1208);
    desk.finish();
    CHECK(desk.shows("What would change it"));
    CHECK(desk.find("exclusivity holds") != nullptr);
}

TEST_CASE("the backtest is shown with its score, each figure as known and as the model has it") {
    Desk desk(1208);
    desk.finish();
    const Backtest& known = *desk.lab.results.background.known;
    desk.press("Held against what is known");
    CHECK(desk.shows(std::to_string(known.hits) + " of " + std::to_string(known.hits + known.misses)));
    for (const BacktestRow& row : known.rows) {
        CAPTURE(row.what);
        CHECK(desk.shows(row.expected));
        if (row.result == BacktestResult::hit) CHECK(desk.shows(row.got + ": hit"));
    }
}

TEST_CASE("a clause's card says what the deal without it would come to, and whether its evidence is relied on") {
    Desk desk(1208);
    desk.finish();
    desk.press("What each clause says");
    desk.press("First refusal", "As it stood in");
    CHECK(desk.shows("Without it "));
    CHECK(desk.shows("less would be served"));
    CHECK_FALSE(desk.shows("not relied on"));
    desk.act(UseEvidence{Grade::primary_quoted});
    CHECK(desk.shows("reported, not relied on"));
    CHECK_FALSE(desk.shows("quoted, not relied on"));
}

TEST_CASE("switches of a clause: never agreed and back, by their words") {
    Desk desk(1208);
    desk.press("What each clause says");
    desk.press("First refusal", "As it stood in");
    desk.press("Never agreed");
    CHECK(desk.lab.app.state.deal.edits() == std::vector<Edit>{{"first-refusal", EditKind::never_agreed}});
    CHECK(desk.shows("stands instead"));
    desk.press("Never agreed");
    CHECK(desk.lab.app.state.deal.edits().empty());
}

TEST_CASE("each entry of “Save and cite” asks for its file, and the list of deals ends with one of the reader's own") {
    Desk desk(1208);
    constexpr std::pair<std::string_view, std::string_view> entries[]{
        {"Copy a link", "link"},   {"Picture as PNG", "png"},        {"Picture as SVG", "svg"},
        {"Numbers as CSV", "csv"}, {"Contract as JSON", "contract"}, {"Receipt", "receipt"}};
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

TEST_CASE("a refused file is listed under the picker, six mistakes of many, all on demand, and dismissed") {
    Desk desk(1208);
    const float height = desk.lab.content_height;
    std::string clauses;
    for (int i = 0; i < 12; ++i) clauses += std::string(i ? "," : "") + "7";
    desk.act(file_action(R"({"format": 1, "id": "x", "title": "X", "clauses": [)" + clauses + "]}", "mine.json"));
    CHECK(desk.shows("mine.json was not opened: the deal above still runs."));
    CHECK(desk.shows("clauses[5] must be an object"));
    CHECK_FALSE(desk.shows("clauses[6]"));
    desk.press("Show all 12 mistakes");
    CHECK(desk.shows("clauses[11] must be an object"));
    desk.press("Show the first 6");
    CHECK_FALSE(desk.shows("clauses[6]"));
    desk.press("Dismiss");
    CHECK_FALSE(desk.shows("mine.json"));
    CHECK(desk.lab.content_height == height);
    CHECK(desk.lab.app.past.empty());
}

TEST_CASE("words of a contract of the reader's own, and its mistakes, are neither cut nor touch at any width") {
    const std::string words[]{std::string(5'000, 'x'), "Short", "<script>alert(1)</script> & more of it",
                              "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"};
    for (const float width : widths)
        for (const std::string& title : words) {
            CAPTURE(width);
            CAPTURE(title.substr(0, 40));
            Desk desk(width, 1, width < 400);
            Contract own = shipped_contracts().front();
            own.title = title;
            own.shipped = false;
            desk.act(LoadContract{own});
            CHECK(desk.shows("it does not travel in the link"));
            CHECK(desk.faults() == "");
            desk.act(file_action("{\"" + title + "\": 1}", title + ".json"));
            CHECK(desk.faults() == "");
        }
}

}  // namespace fr
