// A field and a notice in the lab's own look.
#include "ui/window/overlay.h"

#include <algorithm>
#include <cstring>

#include "ui/look/theme.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

constexpr float narrowest = 96, type_size = 16, padding = 12, leading = 22;
constexpr std::size_t most_lines = 12;
constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse;

Pen pen_of(const Lab& lab) {
    return {ImGui::GetWindowDrawList(), lab.surface.shade, ImGui::GetIO().DisplayFramebufferScale.x};
}

// A value that is none stays to be mended.
void take_value(Overlay& overlay, Lab& lab) {
    const auto action = set_action(overlay.param->key, overlay.text.data());
    if (!action) {
        overlay.mistake = action.error();
        return;
    }
    lab.queue.push_back(*action);
    lab.queue.push_back(EndStep{});
    overlay.param = nullptr;
}

void draw_mistake(const Overlay& overlay, const Lab& lab) {
    const Pen pen{ImGui::GetForegroundDrawList(), lab.surface.shade, ImGui::GetIO().DisplayFramebufferScale.x};
    const auto lines = wrapped(pen, overlay.mistake, Face::sans, type_size, 280);
    const float height = leading * static_cast<float>(lines.size()) + padding, top = overlay.zone.bottom + 4;
    const float left = std::max(0.0f, overlay.zone.right - 280 - 2 * padding);
    pen.box(left, top, overlay.zone.right, top + height, Ink::paper, 6);
    pen.frame(left, top, overlay.zone.right, top + height, Ink::alarm, 6);
    float baseline = top + padding / 2 + 16;
    for (const std::string_view line : lines) {
        pen.text(left + padding, baseline, line, Ink::alarm, Face::sans, type_size);
        baseline += leading;
    }
}

void draw_field(Overlay& overlay, Lab& lab) {
    const Zone& zone = overlay.zone;
    const float width = std::max(zone.right - zone.left, narrowest);
    ImGui::SetNextWindowPos({std::max(0.0f, zone.right - width), zone.top});
    ImGui::SetNextWindowSize({width, zone.bottom - zone.top});
    ImGui::Begin("value", nullptr, bare & ~ImGuiWindowFlags_NoNav);  // the keyboard comes by the way of navigation
    const Pen pen = pen_of(lab);
    const float line = ImGui::GetIO().Fonts->Fonts[0]->LegacySize;
    ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[0], line);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, pen.colour(Ink::paper));
    ImGui::PushStyleColor(ImGuiCol_Text, pen.colour(Ink::ink));
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, pen.colour(Ink::ink));
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, pen.colour(Ink::ink, 0.2f));
    ImGui::PushStyleColor(ImGuiCol_Border, pen.colour(Ink::ink));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {6, (zone.bottom - zone.top - line) / 2});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    if (overlay.is_new) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(width);
    const bool entered = ImGui::InputText("##value", overlay.text.data(), overlay.text.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool left_by_hand = ImGui::IsItemDeactivated() && !entered;
    overlay.is_new = false;
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(5);
    ImGui::PopFont();
    ImGui::End();
    if (!overlay.mistake.empty()) draw_mistake(overlay, lab);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        overlay.param = nullptr;
    } else if (entered) {
        take_value(overlay, lab);
        overlay.is_new = overlay.is_typing();  // refused: the keyboard stays
    } else if (left_by_hand) {
        if (overlay.mistake.empty()) take_value(overlay, lab);
        overlay.param = nullptr;
    }
}

void draw_notice(Overlay& overlay, Lab& lab, float bottom) {
    const float width = std::min(640.0f, lab.surface.width - 2 * padding);
    const Pen measuring{nullptr, lab.surface.shade, 1};
    std::vector<std::string_view> lines;
    for (const std::string& words : overlay.notice)
        for (const std::string_view line : wrapped(measuring, words, Face::sans, type_size, width - 2 * padding))
            lines.push_back(line);
    const std::size_t shown = std::min(lines.size(), most_lines);
    const std::string more = shown < lines.size() ? std::to_string(lines.size() - shown) + " more lines" : "";
    const float height = leading * static_cast<float>(shown + 1) + 2 * padding;
    const float left = (lab.surface.width - width) / 2, top = bottom - height - padding;
    ImGui::SetNextWindowPos({left, top});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, measuring.colour(Ink::paper));
    ImGui::Begin("notice", nullptr, bare);
    const Pen pen = pen_of(lab);
    pen.frame(left, top, left + width, top + height, overlay.tone, 0);
    float baseline = top + padding + 16;
    for (std::size_t i = 0; i < shown; ++i, baseline += leading)
        pen.text(left + padding, baseline, lines[i], i == 0 ? overlay.tone : Ink::ink,
                 i == 0 ? Face::sans_bold : Face::sans, type_size);
    pen.text(left + padding, baseline, more, Ink::muted, Face::sans, type_size);
    pen.text(left + width - padding, baseline, "Dismiss (Esc)", Ink::ink, Face::sans_bold, type_size, Align::right);
    ImGui::SetCursorScreenPos({left, top});
    const bool pressed = ImGui::InvisibleButton("dismiss", {width, height});
    ImGui::End();
    ImGui::PopStyleColor();
    if (pressed || (!overlay.is_typing() && ImGui::IsKeyPressed(ImGuiKey_Escape))) overlay.notice.clear();
}

}  // namespace

void ask_value(Overlay& overlay, const char* key, const char* value, Zone zone) {
    overlay.param = find_param(key);
    overlay.zone = zone;
    overlay.mistake.clear();
    overlay.text.fill('\0');
    std::strncpy(overlay.text.data(), value, overlay.text.size() - 1);
    overlay.is_new = true;
}

void draw_overlay(Overlay& overlay, Lab& lab, float bottom) {
    if (!overlay.notice.empty()) draw_notice(overlay, lab, bottom);
    if (overlay.is_typing()) draw_field(overlay, lab);
}

}  // namespace fr
