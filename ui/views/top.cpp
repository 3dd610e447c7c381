// The first line: which deal is run, the way back from what was tried, and what is wrong with a file that was no deal.
#include <algorithm>

#include "core/files/assets.h"
#include "core/files/problem.h"
#include "ui/state/replay.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float top_size = 16, smallest_title = 13, top_leading = 19, name_width = 160;
constexpr std::string_view own_note = "A contract of your own: it does not travel in the link.";

void draw_deals(Stage& stage, float left, float top) {
    const Contract& present = stage.app.state.base();
    if (!begin_menu(stage, "deals", left, top, std::min(480.0f, stage.surface.width - left - 2))) return;
    for (const Contract& deal : shipped_contracts()) {
        const bool is_chosen = present.shipped && present.id == deal.id;
        if (draw_menu_item(stage, {deal.id.c_str(), deal.title, deal.says, is_chosen}) && !is_chosen)
            stage.actions.push_back(PickContract{deal.id});
    }
    if (!present.shipped) draw_menu_item(stage, {"own", present.title, own_note, true});
    if (stage.view.requests.can_open &&
        draw_menu_item(stage, {"open", "Open a contract of your own …",
                               "A .json file like those that “Save and cite” writes. It is sent nowhere."}))
        stage.view.requests.wants_file = true;
    end_menu();
}

constexpr float button_padding = 14, arrow = 18;

// A title in one line of a width: set smaller where it is long, and cut where it has no end.
struct Title {
    std::string words;
    float size;
};
Title title_in(const Pen& pen, const std::string& title, float room) {
    const float size = std::max(smallest_title, fitting(pen, title, Face::sans_bold, top_size, room));
    return {shortened(pen, title, Face::sans_bold, size, room, 1), size};
}

float picker_width(const Pen& pen, const Title& title) {
    return pen.width(title.words, Face::sans_bold, title.size) + 2 * button_padding + arrow;
}

// The deal's title in a rounded frame; pressing it shows the list.
void draw_picker(Stage& stage, const Title& title, float left, float middle) {
    const Pen& pen = stage.pen;
    const float width = picker_width(pen, title), height = std::min(40.0f, stage.target() + 2), y = middle - height / 2;
    const Touched hand = touch(stage, "deal", left, middle - stage.target() / 2, width, stage.target());
    if (hand.clicked) ImGui::OpenPopup("deals");
    if (hand.hovered) stage.show_cursor("pointer");
    if (hand.hovered) pen.box(left, y, left + width, y + height, Ink::track, height / 2);
    pen.frame(left, y, left + width, y + height, hand.hovered ? Ink::ink : Ink::outline, height / 2);
    pen.text(left + button_padding, middle + 5.5f, title.words, Ink::ink, Face::sans_bold, title.size);
    const float tip = left + width - button_padding - 5;
    pen.list->AddTriangleFilled({tip - 5, middle - 1.5f}, {tip + 5, middle - 1.5f}, {tip, middle + 4},
                                pen.colour(Ink::ink));
    draw_deals(stage, left, y + height + 6);
}

// That a deal of the reader's own stays here.
float draw_own_note(const Stage& stage, Column column, float y) {
    if (stage.app.state.base().shipped) return y;
    y += 6;
    for (const std::string_view line : wrapped(stage.pen, own_note, Face::sans, 14, column.width()))
        stage.pen.text(column.left, (y += top_leading) - 5, line, Ink::muted, Face::sans, 14);
    return y;
}

}  // namespace

float draw_replay(Stage& stage, float right, float middle, bool is_named) {
    constexpr std::string_view name = "what changed";
    const Pen& pen = stage.pen;
    const float half = stage.target() / 2, gap = 4;
    const float reach = is_named ? pen.width(name, Face::sans, 15) + gap : 0;
    const bool is_possible = can_replay(stage.app);
    stage.view.replays = icon_held(stage, "what changed", Icon::both_ways, right - half, middle, is_possible, reach);
    right -= 2 * half;
    if (is_named)
        pen.text(right - gap, middle + 5, name, is_possible ? Ink::muted : Ink::outline, Face::sans, 15, Align::right);
    return right - reach;
}

void draw_bar(Stage& stage, const Layout& layout) {
    const Place& place = layout.bar;
    const Pen& pen = stage.pen;
    const bool is_wide = layout.form == Form::wide;
    const bool is_beside_name = layout.form != Form::above && stage.surface.width >= 480;
    const float middle = place.top + place.height() / 2, half = stage.target() / 2;
    float right = place.right;
    if (stage.view.requests.can_export) right = draw_keep(stage, right, middle) - (is_wide ? 16 : 4);
    if (icon_button(stage, "redo", Icon::redo, right - half, middle, !stage.app.future.empty()))
        stage.actions.push_back(Redo{});
    right -= 2 * half + 4;
    if (icon_button(stage, "undo", Icon::undo, right - half, middle, !stage.app.past.empty()))
        stage.actions.push_back(Undo{});
    right -= 2 * half + (is_wide ? 4 : 12);
    if (is_wide) right = draw_replay(stage, right, middle, true) - 16;
    const float room =
        is_wide ? std::min(320.0f, place.width() * 0.3f) : right - place.left - (is_beside_name ? name_width : 0);
    const Title title = title_in(pen, stage.app.state.contract().title, room - 2 * button_padding - arrow);
    draw_picker(stage, title, is_beside_name ? right - picker_width(pen, title) : place.left, middle);
    if (!is_beside_name) return;
    if (is_wide) pen.rule(0, stage.surface.width, place.bottom, Ink::ink);
    if (!stage.surface.in_page) pen.text(place.left, middle + 7, "First Refusal", Ink::ink, Face::serif, 22);
}

namespace {

constexpr std::size_t first_problems = 6;
constexpr float problem_size = 15, problem_leading = 20;

float draw_words(const Pen& pen, std::string_view words, Ink ink, Face face, Column column, float y) {
    for (const std::string_view line : wrapped(pen, words, face, problem_size, column.width()))
        pen.text(column.left, (y += problem_leading) - 5, line, ink, face, problem_size);
    return y;
}

// Where in the file, and what would have been right.
float draw_problem(const Pen& pen, const Problem& problem, Column column, float y) {
    const auto shown = [&](std::string_view words, Face face) {
        return shortened(pen, words, face, problem_size, column.width(), 4);
    };
    if (!problem.where.empty())
        y = draw_words(pen, shown(problem.where, Face::sans_bold), Ink::ink, Face::sans_bold, column, y);
    return draw_words(pen, shown(problem.what, Face::sans), Ink::ink, Face::sans, column, y) + 6;
}

}  // namespace

float draw_refusal(Stage& stage, Column column, float y) {
    y = draw_own_note(stage, column, y);
    if (!stage.app.refused) return y;
    const Pen& pen = stage.pen;
    const auto& [name, problems] = *stage.app.refused;
    const float top = y + 14;
    const Column inside{column.left + 18, std::min(column.right - 2, column.left + 780)};
    const float close_width = 76;
    const std::string what = name + " was not opened: ";
    y = draw_words(pen,
                   shortened(pen, what + "the deal before it still runs.", Face::sans_bold, problem_size,
                             inside.width() - close_width, 4),
                   Ink::alarm, Face::sans_bold, {inside.left, inside.right - close_width}, top) +
        8;
    const std::size_t count = problems.size();
    const bool shows_all = stage.view.folds.has("problems");
    const std::size_t shown = shows_all ? count : std::min(count, first_problems);
    for (std::size_t i = 0; i < shown; ++i) y = draw_problem(pen, problems[i], inside, y);
    if (count > first_problems) {
        const std::string more = shows_all ? "Show the first " + std::to_string(first_problems)
                                           : "Show all " + std::to_string(count) + " mistakes";
        if (text_button(stage, "problems", more, inside.left, y + 20, Align::left)) {
            stage.view.folds.turn("problems");
            stage.hand.pressed = 0;  // the rest comes above it, and is what the reader wants to see
        }
        y += stage.target();
    }
    if (text_button(stage, "dismiss", "Dismiss", inside.right, top + 15)) stage.actions.push_back(DismissRefusal{});
    pen.box(column.left, top, column.left + 3, y, Ink::alarm, 0);
    return y + 4;
}

}  // namespace fr
