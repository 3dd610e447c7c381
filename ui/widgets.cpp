// Buttons, choices, pills and the slider.
#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "core/labels.h"

namespace fr {

namespace {

struct Touched {
    bool hovered, held, clicked;
};

// An invisible button over a rectangle.
Touched touch(const Stage& stage, const char* id, float left, float top, float width, float height) {
    ImGui::SetCursorScreenPos({left, top});
    const bool clicked = ImGui::InvisibleButton(id, {width, height});
    const bool hovered = ImGui::IsItemHovered() && !stage.surface.touch;
    return {hovered, ImGui::IsItemActive(), clicked};
}

// An arrow that turns back on itself; the fonts have none.
void draw_turn(const Pen& pen, float x, float y, bool back, ImU32 colour) {
    const float side = back ? 1.0f : -1.0f;
    ImDrawList* list = pen.list;
    list->PathLineTo({x - 5.5f * side, y - 2.5f});
    list->PathLineTo({x + 1.5f * side, y - 2.5f});
    list->PathBezierCubicCurveTo({x + 8 * side, y - 2.5f}, {x + 8 * side, y + 5.5f}, {x + 1.5f * side, y + 5.5f});
    list->PathLineTo({x - 2.5f * side, y + 5.5f});
    list->PathStroke(colour, 0, 1.6f);
    list->PathLineTo({x - 2.2f * side, y - 6});
    list->PathLineTo({x - 5.8f * side, y - 2.5f});
    list->PathLineTo({x - 2.2f * side, y + 1});
    list->PathStroke(colour, 0, 1.6f);
}

void draw_icon(const Pen& pen, Icon icon, float x, float y, ImU32 colour) {
    constexpr float arm = 5;
    if (icon == Icon::undo || icon == Icon::redo) return draw_turn(pen, x, y, icon == Icon::undo, colour);
    pen.list->AddRectFilled({x - arm, y - 0.75f}, {x + arm, y + 0.75f}, colour);
    if (icon == Icon::plus) pen.list->AddRectFilled({x - 0.75f, y - arm}, {x + 0.75f, y + arm}, colour);
}

}  // namespace

bool icon_button(const Stage& stage, const char* id, Icon icon, float x, float y, bool enabled, bool repeats) {
    const float half = stage.target() / 2, radius = stage.is_large() ? 19.0f : 15.0f;
    ImGui::BeginDisabled(!enabled);
    ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, repeats);
    const Touched hand = touch(stage, id, x - half, y - half, 2 * half, 2 * half);
    ImGui::PopItemFlag();
    ImGui::EndDisabled();
    const Pen& pen = stage.pen;
    const bool lit = enabled && (hand.hovered || hand.held);
    if (lit) pen.list->AddCircleFilled({x, y}, radius, pen.colour(Ink::track));
    pen.list->AddCircle({x, y}, radius, pen.colour(lit ? Ink::ink : enabled ? Ink::outline : Ink::hairline), 0, 1);
    draw_icon(pen, icon, x, y, pen.colour(enabled ? Ink::ink : Ink::outline, enabled ? 1.0f : 0.6f));
    if (hand.hovered && enabled) stage.show_cursor("pointer");
    return hand.clicked;
}

bool text_button(const Stage& stage, const char* id, std::string_view word, float x, float baseline, Align align) {
    const float width = stage.pen.width(word, Face::sans, 15), height = stage.target();
    const float left = align == Align::right ? x - width : x;
    const Touched hand = touch(stage, id, left - 6, baseline - 5 - height / 2, width + 12, height);
    stage.pen.text(left, baseline, word, hand.hovered ? Ink::ink : Ink::muted, Face::sans, 15);
    if (hand.hovered) stage.show_cursor("pointer");
    return hand.clicked;
}

namespace {

constexpr float choice_size = 14, choice_gap = 16;

}  // namespace

float choice_width(const Pen& pen, std::span<const std::string_view> words) {
    float width = -choice_gap;
    for (const std::string_view word : words) width += pen.width(word, Face::sans_bold, choice_size) + choice_gap;
    return width;
}

std::optional<int> choice(const Stage& stage, const char* id, std::span<const std::string_view> words, int chosen,
                          float left, float baseline) {
    const Pen& pen = stage.pen;
    std::optional<int> pressed;
    ImGui::PushID(id);
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const std::string_view word = words[static_cast<std::size_t>(i)];
        const float width = pen.width(word, Face::sans_bold, choice_size), height = stage.target();
        ImGui::PushID(i);
        const Touched hand =
            touch(stage, "word", left - choice_gap / 2, baseline - 5 - height / 2, width + choice_gap, height);
        ImGui::PopID();
        const bool is_chosen = i == chosen;
        pen.text(left, baseline, word, is_chosen || hand.hovered ? Ink::ink : Ink::muted,
                 is_chosen ? Face::sans_bold : Face::sans, choice_size);
        if (is_chosen) pen.box(left, baseline + 4, left + width, baseline + 6, Ink::ink, 0);
        if (hand.hovered) stage.show_cursor("pointer");
        if (hand.clicked && !is_chosen) pressed = i;
        left += width + choice_gap;
    }
    ImGui::PopID();
    return pressed;
}

float pill_width(const Pen& pen, std::string_view word) { return pen.width(word, Face::sans, 12.5f) + 18; }

float pill(const Pen& pen, std::string_view word, float right, float baseline, Ink ink) {
    const float width = pill_width(pen, word);
    pen.frame(right - width, baseline - 15, right, baseline + 6, Ink::outline, 10.5f);
    pen.text(right - width + 9, baseline, word, ink, Face::sans, 12.5f);
    return width;
}

namespace {

constexpr float grab_radius = 13;

struct Scale {
    const Param& param;
    float left, right;
    float x_of(double value) const {
        const double share = (value - param.low) / (param.high - param.low);
        return left + static_cast<float>(share) * (right - left);
    }
    double value_at(float x) const {
        const double share = static_cast<double>((x - left) / (right - left));
        return param.low + std::clamp(share, 0.0, 1.0) * (param.high - param.low);
    }
};

// A word starts at its tick, or ends there, or goes into a second line.
std::optional<Rect> word_place(const Occupied& occupied, const Scale& scale, float x, float width, float top) {
    constexpr float height = 13, leading = 16;
    for (const float line : {top, top + leading})
        for (const float from : {x - 1, x + 1 - width}) {
            const Rect place{from, line, from + width, line + height};
            const bool is_inside = from >= scale.left - grab_radius && from + width <= scale.right + grab_radius;
            if (is_inside && occupied.is_free({place.left - 8, place.top, place.right + 8, place.bottom})) return place;
        }
    return std::nullopt;
}

// Ticks where something breaks, each with its word where the words leave room; the first ticks come first.
void draw_ticks(const Pen& pen, std::span<const Tick> ticks, const Scale& scale, float y) {
    Occupied occupied;
    for (const Tick& tick : ticks) {
        const float x = scale.x_of(tick.value);
        pen.box(x - 1, y - 13, x + 1, y + 13, Ink::alarm, 0);
        const float width = pen.width(tick.label, Face::sans, 13);
        if (const auto place = word_place(occupied, scale, x, width, y + 17)) {
            occupied.add(*place);
            pen.text(static_cast<float>(place->left), static_cast<float>(place->bottom) - 1, tick.label, Ink::alarm,
                     Face::sans, 13);
        }
    }
}

void draw_standard(const Stage& stage, const Scale& scale, double standard, float y) {
    const float x = scale.x_of(standard);
    stage.pen.list->AddTriangleFilled({x - 4.5f, y - 21}, {x + 4.5f, y - 21}, {x, y - 14.5f},
                                      stage.pen.colour(Ink::muted));
}

void draw_grab(const Stage& stage, float x, float y, bool lit) {
    const Pen& pen = stage.pen;
    const float radius = stage.is_large() ? 16.0f : grab_radius;
    pen.list->AddCircleFilled({x, y}, radius + (lit ? 1.0f : 0.0f), pen.colour(Ink::ink));
    pen.list->AddCircleFilled({x, y}, radius - 3, pen.colour(Ink::paper));
    pen.list->AddCircleFilled({x, y}, 5, pen.colour(Ink::ink));
}

}  // namespace

std::optional<double> track(Stage& stage, const char* id, const Param& param, const TrackValues& values, Column column,
                            float y) {
    const Pen& pen = stage.pen;
    const auto [left, right] = column;
    const Scale scale{param, left + grab_radius, right - grab_radius};
    const float half = 24, x = scale.x_of(values.value);
    const Touched hand = touch(stage, id, left, y - half, right - left, 2 * half);
    stage.view.draggable.push_back({left, y - half, right, y + half});
    if (hand.hovered || hand.held) stage.show_cursor("ew-resize");

    std::optional<double> dragged;
    const float pointer = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActivated()) {
        const bool on_grab = std::fabs(pointer - x) <= grab_radius + 6;
        stage.view.held_from = on_grab ? static_cast<double>(x - pointer) : 0;
    }
    if (hand.held) dragged = scale.value_at(pointer + static_cast<float>(stage.view.held_from));

    pen.box(left, y - 2, right, y + 2, Ink::hairline, 2);
    pen.box(left, y - 2, x, y + 2, Ink::ink, 2);
    if (std::fabs(values.value - values.standard) > param.step / 2) draw_standard(stage, scale, values.standard, y);
    draw_ticks(pen, values.ticks, scale, y);
    draw_grab(stage, x, y, hand.held || hand.hovered);
    return dragged;
}

}  // namespace fr
