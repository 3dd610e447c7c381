// The tabs of the panel: as many as have room, the others in a list under “More”.
#include <algorithm>
#include <array>

#include "ui/views/list.h"

namespace fr {

namespace {

struct Named {
    std::string_view word, says;
};
constexpr std::array<Named, tab_names.size()> names{{
    {"Story", "What happened, and where you would have bet."},
    {"Why", "What an outcome follows from, and what would change it."},
    {"Levers", "Every input of the model."},
    {"Clauses", "The deal, clause by clause, and without each."},
    {"How sure", "A thousand runs with doubtful inputs."},
    {"Compare", "This state beside another."},
    {"Money", "What comes in, what goes out."},
    {"Record", "The model held against what is known."},
}};
constexpr float tab_size = 14.5f, tab_gap = 16;
constexpr std::string_view more_tabs = "More";

const Named& named(Tab tab) { return entry(names, tab); }

std::vector<Tab> offered(const Stage& stage) {
    std::vector<Tab> tabs;
    for (std::size_t i = stage.surface.in_page ? 0 : 1; i < names.size(); ++i) tabs.push_back(static_cast<Tab>(i));
    return tabs;
}

float width_of(const Pen& pen, std::string_view word) { return pen.width(word, Face::sans_bold, tab_size); }

// How many fit in a line, beside “More” where that is not all of them. The gaps may shrink to two thirds.
struct Fitting {
    std::size_t count;
    float gap;
};
Fitting fitting_of(const Pen& pen, const std::vector<Tab>& tabs, float room) {
    float words = 0;
    for (const Tab tab : tabs) words += width_of(pen, named(tab).word);
    const float gaps = static_cast<float>(tabs.size() - 1);
    if (words + gaps * tab_gap * 2 / 3 <= room) return {tabs.size(), std::min(tab_gap, (room - words) / gaps)};
    float rest = width_of(pen, more_tabs);  // or the name of one of them
    for (const Tab tab : tabs) rest = std::max(rest, width_of(pen, named(tab).word));
    std::size_t count = 0;
    for (float x = rest + 14; count < tabs.size(); ++count) {
        x += width_of(pen, named(tabs[count]).word) + tab_gap;
        if (x > room) break;
    }
    return {count, tab_gap};
}

bool draw_word(Stage& stage, const char* id, std::string_view word, bool is_chosen, float left, Place place) {
    const Pen& pen = stage.pen;
    const float width = width_of(pen, word), baseline = place.top + place.height() / 2 + 5;
    const Touched hand = touch(stage, id, left - tab_gap / 3, place.top, width + tab_gap * 2 / 3, place.height());
    if (hand.hovered) stage.show_cursor("pointer");
    pen.text(left, baseline, word, is_chosen || hand.hovered ? Ink::ink : Ink::muted,
             is_chosen ? Face::sans_bold : Face::sans, tab_size);
    if (is_chosen) pen.box(left, place.bottom - 3, left + width, place.bottom, Ink::ink, 0);
    return hand.clicked;
}

void draw_more(Stage& stage, std::span<const Tab> rest, Tab shown, float left, Place place) {
    const Pen& pen = stage.pen;
    const bool holds_shown = std::ranges::contains(rest, shown);
    const std::string_view word = holds_shown ? named(shown).word : more_tabs;
    if (draw_word(stage, "other tabs", word, holds_shown, left, place)) ImGui::OpenPopup("tabs");
    const float tip = left + pen.width(word, holds_shown ? Face::sans_bold : Face::sans, tab_size) + 8,
                middle = place.top + place.height() / 2;
    pen.list->AddTriangleFilled({tip - 4, middle - 2}, {tip + 4, middle - 2}, {tip, middle + 3},
                                pen.colour(Ink::muted));
    const float width = std::min(320.0f, place.width());
    if (!begin_menu(stage, "tabs", place.right - width, place.bottom + 2, width)) return;
    for (const Tab tab : rest)
        if (draw_menu_item(stage, {named(tab).word.data(), named(tab).word, named(tab).says, tab == shown}))
            stage.actions.push_back(ShowTab{tab});
    end_menu();
}

}  // namespace

Tab shown_tab(const Stage& stage) {
    const bool has_story = stage.surface.in_page && !stage.app.refused;
    return stage.app.state.tab == Tab::story && !has_story ? Tab::why : stage.app.state.tab;
}

void draw_tabs(Stage& stage, const Layout& layout) {
    Place place = layout.tabs;
    stage.pen.rule(place.left, place.right, place.bottom - 1, Ink::hairline);
    if (layout.form != Form::wide)  // whose bar has no room for it
        place.right = draw_replay(stage, place.right, place.top + place.height() / 2, false) - 4;
    const std::vector<Tab> tabs = offered(stage);
    const Tab shown = shown_tab(stage);
    const auto [count, space] = fitting_of(stage.pen, tabs, place.width());
    float left = place.left;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view word = named(tabs[i]).word;
        if (draw_word(stage, word.data(), word, tabs[i] == shown, left, place))
            stage.actions.push_back(ShowTab{tabs[i]});
        left += width_of(stage.pen, word) + space;
    }
    if (count < tabs.size()) draw_more(stage, std::span(tabs).subspan(count), shown, left, place);
}

}  // namespace fr
