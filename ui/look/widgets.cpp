// Buttons, choices, pills and the slider.
#include "ui/look/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "core/picture/ticks.h"

namespace fr {

void follow_hand(const Brush& brush, float top) {
    Hand& hand = brush.hand;
    const ImGuiID id = ImGui::GetItemID();
    top += hand.scrolled;
    if (ImGui::IsItemActivated()) {
        hand.pressed = id;
        hand.pressed_top = top;
    }
    if (hand.pressed != id) return;
    hand.slid += top - hand.pressed_top;
    hand.pressed_top = top;
}

Touched touch(const Brush& brush, const char* id, float left, float top, float width, float height) {
    ImGui::SetCursorScreenPos({left, top});
    const bool clicked = ImGui::InvisibleButton(id, {width, height});
    follow_hand(brush, top);
    const bool hovered = ImGui::IsItemHovered() && !brush.surface.touch;
    return {hovered, ImGui::IsItemActive(), clicked};
}

void make_draggable(const Brush& brush, Zone zone) {
    const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin(), to = ImGui::GetWindowDrawList()->GetClipRectMax();
    zone.top = std::max(zone.top, from.y);
    zone.bottom = std::min(zone.bottom, to.y);
    if (zone.top < zone.bottom) brush.hand.draggable.push_back(zone);
}

void fold_mark(const Pen& pen, bool is_open, float x, float y, Ink ink) {
    const ImU32 colour = pen.colour(ink);
    if (is_open)
        pen.list->AddTriangleFilled({x, y - 3}, {x + 10, y - 3}, {x + 5, y + 3.5f}, colour);
    else
        pen.list->AddTriangleFilled({x + 1.5f, y - 5}, {x + 8, y}, {x + 1.5f, y + 5}, colour);
}

namespace {

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

// A circle that runs back to where it began.
void draw_revert(const Pen& pen, float x, float y, ImU32 colour) {
    constexpr float radius = 5.5f;
    pen.list->PathArcTo({x, y}, radius, -2.5f, 2.9f);
    pen.list->PathStroke(colour, 0, 1.6f);
    pen.list->AddTriangleFilled({x - 8, y - 6.5f}, {x - 1, y - 6}, {x - 6.5f, y + 0.5f}, colour);
}

// To and fro.
void draw_both_ways(const Pen& pen, float x, float y, ImU32 colour) {
    for (const float side : {1.0f, -1.0f}) {
        const float middle = y - 3 * side, tip = x + 6 * side;
        pen.list->PathLineTo({x - 6 * side, middle});
        pen.list->PathLineTo({tip, middle});
        pen.list->PathLineTo({tip - 3.5f * side, middle - 3 * side});
        pen.list->PathStroke(colour, 0, 1.6f);
    }
}

void draw_icon(const Pen& pen, Icon icon, float x, float y, ImU32 colour) {
    constexpr float arm = 5;
    if (icon == Icon::revert) return draw_revert(pen, x, y, colour);
    if (icon == Icon::undo || icon == Icon::redo) return draw_turn(pen, x, y, icon == Icon::undo, colour);
    if (icon == Icon::both_ways) return draw_both_ways(pen, x, y, colour);
    if (icon == Icon::more) {
        for (const float step : {-arm, 0.0f, arm}) pen.list->AddCircleFilled({x + step, y}, 1.6f, colour);
        return;
    }
    pen.list->AddRectFilled({x - arm, y - 0.75f}, {x + arm, y + 0.75f}, colour);
    if (icon == Icon::plus) pen.list->AddRectFilled({x - 0.75f, y - arm}, {x + 0.75f, y + arm}, colour);
}

}  // namespace

namespace {

Touched icon_touched(const Brush& brush, const char* id, Icon icon, float x, float y, bool enabled, bool repeats,
                     float reach = 0) {
    const float half = brush.target() / 2, radius = brush.is_large() ? 19.0f : 15.0f;
    ImGui::BeginDisabled(!enabled);
    ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, repeats);
    const Touched hand = touch(brush, id, x - half - reach, y - half, 2 * half + reach, 2 * half);
    ImGui::PopItemFlag();
    ImGui::EndDisabled();
    const Pen& pen = brush.pen;
    const bool lit = enabled && (hand.hovered || hand.held);
    if (lit) pen.list->AddCircleFilled({x, y}, radius, pen.colour(Ink::track));
    const Ink ring = lit ? Ink::ink : enabled ? Ink::outline : Ink::hairline;
    if (icon != Icon::revert) pen.list->AddCircle({x, y}, radius, pen.colour(ring), 0, 1);
    draw_icon(pen, icon, x, y, pen.colour(enabled ? Ink::ink : Ink::outline, enabled ? 1.0f : 0.6f));
    if (hand.hovered && enabled) brush.show_cursor("pointer");
    return hand;
}

}  // namespace

bool icon_button(const Brush& brush, const char* id, Icon icon, float x, float y, bool enabled, bool repeats) {
    return icon_touched(brush, id, icon, x, y, enabled, repeats).clicked;
}

bool icon_held(const Brush& brush, const char* id, Icon icon, float x, float y, bool enabled, float name_width) {
    const float half = brush.target() / 2;
    make_draggable(brush, {x - half - name_width, y - half, x + half, y + half});
    return icon_touched(brush, id, icon, x, y, enabled, false, name_width).held && enabled;
}

bool text_button(const Brush& brush, const char* id, std::string_view word, float x, float baseline, Align align) {
    const float width = brush.pen.width(word, Face::sans, 15), height = brush.target();
    const float left = align == Align::right ? x - width : x;
    const Touched hand = touch(brush, id, left - 6, baseline - 5 - height / 2, width + 12, height);
    brush.pen.text(left, baseline, word, hand.hovered ? Ink::ink : Ink::muted, Face::sans, 15);
    if (hand.hovered) brush.show_cursor("pointer");
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

std::optional<int> choice(const Brush& brush, const char* id, std::span<const std::string_view> words, int chosen,
                          float left, float baseline) {
    const Pen& pen = brush.pen;
    std::optional<int> pressed;
    ImGui::PushID(id);
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const std::string_view word = entry(words, i);
        const float width = pen.width(word, Face::sans_bold, choice_size), height = brush.target();
        ImGui::PushID(i);
        const Touched hand =
            touch(brush, "word", left - choice_gap / 2, baseline - 5 - height / 2, width + choice_gap, height);
        ImGui::PopID();
        const bool is_chosen = i == chosen;
        pen.text(left, baseline, word, is_chosen || hand.hovered ? Ink::ink : Ink::muted,
                 is_chosen ? Face::sans_bold : Face::sans, choice_size);
        if (is_chosen) pen.box(left, baseline + 4, left + width, baseline + 6, Ink::ink, 0);
        if (hand.hovered) brush.show_cursor("pointer");
        if (hand.clicked && !is_chosen) pressed = i;
        left += width + choice_gap;
    }
    ImGui::PopID();
    return pressed;
}

std::optional<int> choices(const Brush& brush, const char* id, std::span<const std::string_view> words, int chosen,
                           Column column, float& y) {
    std::optional<int> pressed;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t count = 1;
        while (first + count < words.size() &&
               choice_width(brush.pen, words.subspan(first, count + 1)) <= column.width())
            ++count;
        const int before = static_cast<int>(first);
        ImGui::PushID(before);
        const float baseline = y + brush.target() / 2 + 5;
        const auto here = choice(brush, id, words.subspan(first, count), chosen - before, column.left, baseline);
        ImGui::PopID();
        if (here) pressed = before + *here;
        y += brush.target();
        first += count;
    }
    return pressed;
}

void typed_value(const Brush& brush, const Param& param, double value, std::string_view words, float right,
                 float baseline, Face face, float size) {
    const Pen& pen = brush.pen;
    const float width = pen.width(words, face, size);
    pen.text(right, baseline, words, Ink::ink, face, size, Align::right);
    if (!brush.hand.can_type) return;
    const float height = brush.target();
    const Zone zone{right - width - 6, baseline - 5 - height / 2, right + 6, baseline - 5 + height / 2};
    const Touched hand = touch(brush, "value", zone.left, zone.top, zone.right - zone.left, height);
    pen.rule(right - width, right, baseline + 4, hand.hovered ? Ink::ink : Ink::outline);
    if (hand.hovered) brush.show_cursor("text");
    if (hand.clicked) brush.hand.typed = TypedValue{&param, value, zone};
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
    bool is_small;
    // After the last month comes "never".
    double top() const { return param.kind == InputKind::month ? table::months_to_never : param.high; }
    float x_of(double value) const {
        const double share = (value - param.low) / (top() - param.low);
        return left + static_cast<float>(share) * (right - left);
    }
    double value_at(float x) const {
        const double share = static_cast<double>((x - left) / (right - left));
        return param.low + std::clamp(share, 0.0, 1.0) * (top() - param.low);
    }
};

// Ticks where something breaks, each with its words on its own side.
void draw_ticks(const Pen& pen, std::span<const TickWords> ticks, const Scale& scale, int lines, float y) {
    const float half = scale.is_small ? 9.0f : 13.0f;
    std::vector<TrackTick> places;
    for (const TickWords& tick : ticks) {
        const float x = scale.x_of(tick.value);
        pen.box(x - 1, y - half, x + 1, y + half, Ink::alarm, 0);
        places.push_back({static_cast<double>(x), tick.forms});
    }
    const TickRoom room{static_cast<double>(scale.left - grab_radius), static_cast<double>(scale.right + grab_radius),
                        static_cast<double>(y + half + 4), lines};
    for (const Text& text : placed_words(places, room, measure_of(pen)))
        pen.text(static_cast<float>(text.at.x), static_cast<float>(text.at.y), text.text, text.ink, text.face,
                 static_cast<float>(text.size), text.align);
}

constexpr float bet_room = 150;  // in which a bet alone is named

// Where the deal opens; named on the side away from the grab, and not beside a bet.
void draw_standard(const Brush& brush, const Scale& scale, const TrackValues& values, float grab, float y) {
    const Pen& pen = brush.pen;
    const float x = scale.x_of(values.standard), top = scale.is_small ? y - 17 : y - 21;
    pen.list->AddTriangleFilled({x - 4.5f, top}, {x + 4.5f, top}, {x, top + 6.5f}, pen.colour(Ink::muted));
    if (scale.is_small || (values.bet && std::fabs(scale.x_of(*values.bet) - x) < bet_room)) return;
    constexpr std::string_view words = "our default";
    constexpr float size = 12.5f, aside = 8;
    const float width = pen.width(words, Face::sans, size), left = grab < x ? x + aside : x - aside - width;
    if (left >= scale.left - grab_radius && left + width <= scale.right + grab_radius)
        pen.text(left, top + 6, words, Ink::muted, Face::sans, size);
}

// A flag where the reader has bet.
void draw_bet(const Pen& pen, const Scale& scale, double bet, float y) {
    constexpr std::string_view words = "your bet";
    constexpr float size = 12.5f, height = 21, cloth = 9, aside = 5;
    const float x = scale.x_of(bet), top = y - height;
    pen.box(x - 1, top, x + 1, y, Ink::ink, 0);
    pen.list->AddTriangleFilled({x + 1, top}, {x + 1 + cloth, top + 4}, {x + 1, top + 8}, pen.colour(Ink::ink));
    const float width = pen.width(words, Face::sans, size), right = x + cloth + aside;
    const float left = right + width <= scale.right + grab_radius ? right : x - aside - width;
    pen.text(left, top + 6, words, Ink::ink, Face::sans, size);
}

void draw_grab(const Brush& brush, float x, float y, bool lit, bool is_small) {
    const Pen& pen = brush.pen;
    const float radius = (brush.is_large() ? 16.0f : grab_radius) - (is_small ? 4.0f : 0.0f);
    pen.list->AddCircleFilled({x, y}, radius + (lit ? 1.0f : 0.0f), pen.colour(Ink::ink));
    pen.list->AddCircleFilled({x, y}, radius - (is_small ? 2.0f : 3.0f), pen.colour(Ink::paper));
    if (!is_small) pen.list->AddCircleFilled({x, y}, 5, pen.colour(Ink::ink));
}

}  // namespace

double value_at(const HeldTrack& track, float x) {
    return Scale{*track.param, track.left, track.right, false}.value_at(x + track.off);
}

std::optional<double> track(const Brush& brush, const char* id, const Param& param, const TrackValues& values,
                            Column column, float y) {
    const Pen& pen = brush.pen;
    const auto [left, right] = column;
    const Scale scale{param, left + grab_radius, right - grab_radius, values.is_small};
    const float half = values.is_small ? brush.target() / 2 : 24.0f, x = scale.x_of(values.value);
    const Touched hand = touch(brush, id, left, y - half, right - left, 2 * half);
    make_draggable(brush, {left, y - half, right, y + half});
    if (hand.hovered || hand.held) brush.show_cursor("ew-resize");

    std::optional<double> dragged;
    const float pointer = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActivated()) {
        const bool on_grab = std::fabs(pointer - x) <= grab_radius + 6;
        brush.hand.held_from = on_grab ? static_cast<double>(x - pointer) : 0;
    }
    if (hand.held) {
        brush.hand.track = HeldTrack{&param, scale.left, scale.right, static_cast<float>(brush.hand.held_from)};
        dragged = value_at(*brush.hand.track, pointer);
    }

    pen.box(left, y - 2, right, y + 2, Ink::hairline, 2);
    pen.box(left, y - 2, x, y + 2, Ink::ink, 2);
    if (std::fabs(values.value - values.standard) > param.step / 2) draw_standard(brush, scale, values, x, y);
    draw_ticks(pen, values.ticks, scale, values.tick_lines, y);
    if (values.bet) draw_bet(pen, scale, *values.bet, y);
    draw_grab(brush, x, y, hand.held || hand.hovered, values.is_small);
    return dragged;
}

}  // namespace fr
