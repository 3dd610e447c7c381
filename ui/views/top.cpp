// The first line: which deal is run, the way back from what was tried, and what is wrong with a file that was no deal.
#include <algorithm>

#include "core/files/assets.h"
#include "core/files/problem.h"
#include "ui/views/list.h"

namespace fr {

namespace {

float line_height(const Stage& stage) { return stage.is_large() ? 44.0f : 36.0f; }

constexpr float title_size = 16, leading = 19;
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

// The deal's title in a rounded frame; pressing it shows the list. Returns its height.
float draw_picker(Stage& stage, float left, float right, float y) {
    const Pen& pen = stage.pen;
    constexpr float padding = 16, arrow = 20;
    const float room = right - left - 2 * padding - arrow;
    const std::string title = shortened(pen, stage.app.state.contract().title, Face::sans_bold, title_size, room, 3);
    const auto lines = balanced(pen, title, Face::sans_bold, title_size, room);
    float widest = 0;
    for (const std::string_view line : lines) widest = std::max(widest, pen.width(line, Face::sans_bold, title_size));
    const float width = widest + 2 * padding + arrow;
    const float height = line_height(stage) + leading * static_cast<float>(lines.size() - 1);
    const Touched hand = touch(stage, "deal", left, y, width, height);
    if (hand.clicked) ImGui::OpenPopup("deals");
    if (hand.hovered) stage.show_cursor("pointer");
    const float radius = line_height(stage) / 2;
    if (hand.hovered) pen.box(left, y, left + width, y + height, Ink::track, radius);
    pen.frame(left, y, left + width, y + height, hand.hovered ? Ink::ink : Ink::outline, radius);
    float baseline = y + radius + 5.5f;
    for (const std::string_view line : lines) {
        pen.text(left + padding, baseline, line, Ink::ink, Face::sans_bold, title_size);
        baseline += leading;
    }
    baseline = y + height / 2 + 5.5f;
    const float tip = left + width - padding - 5;
    pen.list->AddTriangleFilled({tip - 5, baseline - 7}, {tip + 5, baseline - 7}, {tip, baseline - 1.5f},
                                pen.colour(Ink::ink));
    draw_deals(stage, left, y + height + 6);
    return height;
}

// That a deal of the reader's own stays here.
float draw_own_note(const Stage& stage, Column column, float y) {
    if (stage.app.state.base().shipped) return y;
    y += 6;
    for (const std::string_view line : wrapped(stage.pen, own_note, Face::sans, 14, column.width()))
        stage.pen.text(column.left, (y += leading) - 5, line, Ink::muted, Face::sans, 14);
    return y;
}

}  // namespace

float draw_top_line(Stage& stage, Column column, float y) {
    const bool is_wide = column.width() > 480;
    const float middle = y + line_height(stage) / 2;
    const float pitch = stage.target() + 4;
    float right = column.right;
    if (stage.view.requests.can_export && !is_wide) right = draw_keep(stage, right, middle) - 4;
    right -= stage.target() / 2;
    if (icon_button(stage, "redo", Icon::redo, right, middle, !stage.app.future.empty()))
        stage.actions.push_back(Redo{});
    right -= pitch;
    if (icon_button(stage, "undo", Icon::undo, right, middle, !stage.app.past.empty())) stage.actions.push_back(Undo{});
    right -= stage.target() / 2 + 10;
    if (stage.view.requests.can_export && is_wide) right = draw_keep(stage, right, middle) - 22;
    const bool has_reset = is_wide && !changed_inputs(stage.app).empty();
    if (has_reset && text_button(stage, "reset", "Reset", right, middle + 5)) stage.actions.push_back(Reset{});
    if (is_wide) right -= 54;
    y += draw_picker(stage, column.left, right, y);
    return draw_own_note(stage, column, y);
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
    if (!stage.app.refused) return y;
    const Pen& pen = stage.pen;
    const auto& [name, problems] = *stage.app.refused;
    const float top = y + 14;
    const Column inside{column.left + 18, std::min(column.right - 2, column.left + 780)};
    const float close_width = 76;
    const std::string what = name + " was not opened: ";
    y = draw_words(pen,
                   shortened(pen, what + "the deal above still runs.", Face::sans_bold, problem_size,
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
            stage.view.hand.pressed = 0;  // the rest comes above it, and is what the reader wants to see
        }
        y += stage.target();
    }
    if (text_button(stage, "dismiss", "Dismiss", inside.right, top + 15)) stage.actions.push_back(DismissRefusal{});
    pen.box(column.left, top, column.left + 3, y, Ink::alarm, 0);
    return y + 4;
}

}  // namespace fr
