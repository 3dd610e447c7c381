// The levers: every input of the model, a group each that folds. Each says how well it is known, where it tips
// the outcome, and how to come back.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/words/format.h"
#include "core/words/names.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float label_size = 16, leading = 20;
using names::group_words;

std::string fold_of(std::string_view group) { return "group-" + std::string(group); }

std::string_view status_of(const Param& param) { return names::word_of(param.status).word; }

void end_step_when_released(Stage& stage) {
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
}

// How well a value is known: filled where it has a source, half where it was derived, empty where it was assumed.
void draw_evidence(const Pen& pen, Status status, float x, float y) {
    constexpr float radius = 4.5f, quarter = 1.5707964f;
    const ImU32 colour = pen.colour(Ink::muted);
    pen.list->AddCircle({x, y}, radius, colour, 0, 1.3f);
    if (status == Status::sourced) pen.list->AddCircleFilled({x, y}, radius, colour);
    if (status != Status::derived) return;
    pen.list->PathArcTo({x, y}, radius, quarter, 3 * quarter);
    pen.list->PathFillConvex(colour);
}

// The room that the value needs at any setting: the label does not jump while it is dragged.
float widest_value(const Pen& pen, const Param& param, float size) {
    float widest = 0;
    for (const double value : {param.low, param.high, param.high - param.step})
        widest = std::max(widest, pen.width(value_text(param, value), Face::sans_bold, size));
    return widest;
}

// The size at which it leaves the label more than a third of the line.
float value_size(const Pen& pen, const Param& param, float room) {
    return std::min(label_size, std::floor(label_size * 0.55f * room / widest_value(pen, param, label_size)));
}

struct Lever {
    const Param& param;
    double value, opening;
    bool is_changed() const { return value != opening; }
};

// Label with its evidence (pressed, it unfolds the help), the way back, and the value.
float draw_label(Stage& stage, const Lever& lever, Column column, float y) {
    const Pen& pen = stage.pen;
    const Param& param = lever.param;
    const bool is_choice = param.kind == InputKind::choice;
    const float target = stage.target(), from = column.left + 18;
    const float size = value_size(pen, param, column.width());
    const float value_left = column.right - (is_choice ? 0 : widest_value(pen, param, size)),
                back = value_left - target / 2;
    const float right = back - target / 2 - 4;
    const auto lines = balanced(pen, param.label, Face::sans_bold, label_size, right - from);
    const float height = std::max(target, static_cast<float>(lines.size()) * leading + 8);
    const Touched hand = touch(stage, "help", column.left, y, right - column.left, height);
    if (hand.clicked) stage.view.folds.told = stage.view.folds.told == &param ? nullptr : &param;
    if (hand.hovered) stage.show_cursor("pointer");

    const float first = y + (height - static_cast<float>(lines.size() - 1) * leading) / 2 + 5;
    const Face face = lever.is_changed() ? Face::sans_bold : Face::sans;
    draw_evidence(pen, param.status, column.left + 6, first - 5);
    float baseline = first - leading;
    for (const std::string_view line : lines) pen.text(from, baseline += leading, line, Ink::ink, face, label_size);
    const std::string known = std::string(status_of(param)) + (stage.view.folds.told == &param ? " ▾" : " ▸");
    const float noted = from + pen.width(lines.back(), Face::sans_bold, label_size) + 10;
    if (noted + pen.width(known, Face::sans, 13.5f) <= right)
        pen.text(noted, baseline, known, hand.hovered ? Ink::ink : Ink::muted, Face::sans, 13.5f);

    if (lever.is_changed() && icon_button(stage, "back", Icon::revert, back, first - 5, true))
        stage.actions.push_back(ResetInput{&param});
    if (!is_choice)
        typed_value(stage, param, lever.value, value_text(param, lever.value), column.right, first, face, size);
    return y + height;
}

float draw_slider(Stage& stage, const Lever& lever, Column column, float y) {
    const Param& param = lever.param;
    const float half = stage.target() / 2, middle = y + half;
    const double last = param.kind == InputKind::month ? table::months_to_never : param.high;
    if (icon_button(stage, "less", Icon::minus, column.left + half, middle, lever.value > param.low, true))
        set_input(stage, param, lever.value - param.step);
    end_step_when_released(stage);
    if (icon_button(stage, "more", Icon::plus, column.right - half, middle, lever.value < last, true))
        set_input(stage, param, lever.value + param.step);
    end_step_when_released(stage);
    const Column room{column.left + 2 * half + 2, column.right - 2 * half - 2};
    const std::vector<TickWords> ticks = ticks_of(stage, param);
    const auto dragged = track(stage, "track", param, {lever.value, lever.opening, ticks, true}, room, middle);
    if (dragged) hold_input(stage, param, *dragged);
    end_step_when_released(stage);
    return y + 2 * half + 16;  // with room for a line of words at ticks that are not known yet
}

float draw_choice(Stage& stage, const Lever& lever, Column column, float y) {
    const int now = static_cast<int>(lever.value);
    if (const auto chosen =
            choice(stage, "choice", choices_of(lever.param), now, column.left + 18, y + stage.target() / 2 + 5)) {
        set_input(stage, lever.param, static_cast<double>(*chosen));
        stage.actions.push_back(EndStep{});
    }
    return y + stage.target() + 16;
}

float draw_paragraph(const Pen& pen, std::string_view text, Ink ink, Column column, float y) {
    constexpr float size = 14.5f, line_height = 19;
    for (const std::string_view line : wrapped(pen, text, Face::sans, size, column.width()))
        pen.text(column.left, (y += line_height) - 5, line, ink, Face::sans, size);
    return y;
}

// What the number means, how it is known, and whether the uncertainty runs may draw it.
float draw_help(Stage& stage, const Lever& lever, Column column, float y) {
    const Param& param = lever.param;
    const Column inner{column.left + 18, column.right};
    y = draw_paragraph(stage.pen, param.help, Ink::ink, inner, y);
    std::string known = "By default " + value_text(param, param.standard) + " · " + std::string(status_of(param));
    if (!param.facts.empty()) known += " · statements " + std::string(param.facts);
    y = draw_paragraph(stage.pen, known, Ink::muted, inner, y);
    if (is_decision(param)) return y + 14;
    constexpr std::array<std::string_view, 2> words{"drawn in the uncertainty runs", "fixed"};
    const bool is_fixed = stage.app.state.doubt.fixed[index_of(param)];
    if (const auto chosen = choices(stage, "doubt", words, is_fixed ? 1 : 0, inner, y))
        stage.actions.push_back(FixInput{&param, *chosen == 1});
    return y + 10;
}

float draw_lever(Stage& stage, const Param& param, Column column, float y) {
    const Lever lever{param, stage.app.state.inputs.*param.field, opening_inputs(stage.app.state.base()).*param.field};
    ImGui::PushID(param.key.data());
    y = draw_label(stage, lever, column, y);
    y = param.kind == InputKind::choice ? draw_choice(stage, lever, column, y) : draw_slider(stage, lever, column, y);
    if (stage.view.folds.told == &param) y = draw_help(stage, lever, column, y);
    ImGui::PopID();
    return y + 8;
}

// Two columns where there is room, row by row.
float draw_group(Stage& stage, std::string_view group, Column column, float y) {
    constexpr float gap = 44;
    const bool is_wide = column.width() >= 860;
    const float width = is_wide ? (column.width() - gap) / 2 : column.width();
    float low = y;
    bool is_left = true;
    for (const Param& param : params) {
        if (param.group != group) continue;
        const float left = is_left ? column.left : column.left + width + gap;
        low = std::max(low, draw_lever(stage, param, {left, left + width}, y));
        if (is_wide) is_left = !is_left;
        if (is_left) y = low;
    }
    return low;
}

std::string count_text(std::ptrdiff_t count) { return count == 0 ? "" : std::to_string(count) + " changed"; }

float draw_group_heading(Stage& stage, std::size_t index, std::ptrdiff_t changed, Column column, float y) {
    const Pen& pen = stage.pen;
    const float height = std::max(40.0f, stage.target()), baseline = y + height / 2 + 6;
    const std::string id = fold_of(group_words[index].id);
    const bool is_open = stage.view.folds.has(id);
    ImGui::PushID(static_cast<int>(index));
    const Touched hand = touch(stage, "group", column.left, y, column.width(), height);
    ImGui::PopID();
    if (hand.clicked) stage.view.folds.turn(id);
    if (hand.hovered) stage.show_cursor("pointer");
    const std::string_view title = group_words[index].word;
    pen.rule(column.left, column.right, y, Ink::hairline);
    fold_mark(pen, is_open, column.left, baseline - 5.5f, hand.hovered ? Ink::ink : Ink::muted);
    const std::string count = count_text(changed);
    const float count_width = count.empty() ? 0 : pen.width(count, Face::sans, 14) + 10;
    const float size = fitting(pen, title, Face::sans_bold, 16, column.width() - 18 - count_width);
    pen.text(column.left + 18, baseline, title, Ink::ink, Face::sans_bold, size);
    const float noted = column.left + 18 + pen.width(title, Face::sans_bold, size) + 10;
    pen.text(noted, baseline, count, Ink::muted, Face::sans, 14);
    return y + height;
}

// What the dots mean, and all groups at once.
float draw_key(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const float height = stage.target();
    float baseline = y + height / 2 + 5, x = column.left;
    for (const Status status : {Status::sourced, Status::derived, Status::assumed}) {
        const std::string_view word = names::word_of(status).word;
        draw_evidence(pen, status, x + 6, baseline - 4.5f);
        pen.text(x + 16, baseline, word, Ink::muted, Face::sans, 14);
        x += 16 + pen.width(word, Face::sans, 14) + 14;
    }
    const bool has_all = std::ranges::all_of(
        group_words, [&](const names::Word& group) { return stage.view.folds.has(fold_of(group.id)); });
    const std::string_view word = has_all ? "Fold all" : "Open all";
    if (x + pen.width(word, Face::sans, 15) > column.right) baseline += height;
    if (text_button(stage, "all", word, column.right, baseline))
        for (const names::Word& group : group_words)
            if (stage.view.folds.has(fold_of(group.id)) == has_all) stage.view.folds.turn(fold_of(group.id));
    return baseline + height / 2 - 1;
}

// A warning leads to the lever that it is about.
float draw_warning(Stage& stage, const Warning& warning, Column column, float y) {
    const Pen& pen = stage.pen;
    const Column inner{column.left + 16, std::min(column.right, column.left + 860)};
    const float top = y + 4;
    const float low =
        draw_paragraph(pen, warning.mend, Ink::muted, inner, draw_paragraph(pen, warning.says, Ink::ink, inner, top));
    pen.box(column.left, top + 3, column.left + 3, low + 1, Ink::ink, 0);
    ImGui::PushID(warning.input.c_str());
    const Touched hand = touch(stage, "warning", column.left, y, inner.right - column.left, low - y + 6);
    ImGui::PopID();
    if (hand.hovered) stage.show_cursor("pointer");
    const Param* param = find_param(warning.input);
    if (hand.clicked && param) {
        stage.view.folds.open.insert(fold_of(param->group));
        stage.view.folds.told = param;
    }
    return low + 8;
}

// How many differ from the deal as it opens, and the way back.
float draw_changed(Stage& stage, std::ptrdiff_t changed, Column column, float y) {
    constexpr float size = 14.5f;
    const Pen& pen = stage.pen;
    const float baseline = y + stage.target() / 2 + 5;
    const std::string count = changed == 0 ? "Nothing changed" : count_text(changed);
    pen.text(column.left, baseline, count, Ink::muted, Face::sans, size);
    const float right = column.left + pen.width(count, Face::sans, size) + 12;
    if (changed > 0 && text_button(stage, "reset", "Reset", right, baseline, Align::left))
        stage.actions.push_back(Reset{});
    return y + stage.target();
}

float draw_groups(Stage& stage, const std::vector<const Param*>& changed, Column column, float y) {
    y = draw_key(stage, column, y);
    for (std::size_t i = 0; i < group_words.size(); ++i) {
        const auto in_group = [&](const Param* param) { return param->group == group_words[i].id; };
        y = draw_group_heading(stage, i, std::ranges::count_if(changed, in_group), column, y);
        if (stage.view.folds.has(fold_of(group_words[i].id)))
            y = draw_group(stage, group_words[i].id, column, y + 4) + 8;
    }
    return y;
}

}  // namespace

namespace {

// How far compute demand is from what it would change.
float draw_flips(Stage& stage, Column column, float y) {
    std::string words;
    for (const Flip& flip :
         next_flips(stage.results.background.tips[index_of(hero)], stage.app.state.inputs.demand_growth))
        words += (words.empty() ? "Compute demand: " : ". ") + flip_text(flip);
    return words.empty() ? y : draw_paragraph(stage.pen, words + ".", Ink::muted, column, y + 10) + 8;
}

}  // namespace

float draw_levers(Stage& stage, Column column, float y) {
    const std::vector<const Param*> changed = changed_inputs(stage.app);
    y = draw_changed(stage, std::ssize(changed), column, y);
    y = draw_groups(stage, changed, column, y);
    // Below the levers, which must not move under the hand that drags one.
    y = draw_flips(stage, column, y);
    for (const Warning& warning : stage.results.warnings) y = draw_warning(stage, warning, column, y);
    return y;
}

}  // namespace fr
