// The first line: which deal is run, and the way back from what was tried.
#include <algorithm>

#include "core/assets.h"
#include "ui/view_list.h"

namespace fr {

namespace {

float line_height(const Stage& stage) { return stage.is_large() ? 44.0f : 36.0f; }

constexpr float title_size = 16, says_size = 14, says_leading = 19;

// One deal of the list: its title, and what it is.
void draw_deal(Stage& stage, const Pen& pen, const Contract& deal, float width) {
    constexpr float padding = 16;
    const auto lines = wrapped(pen, deal.says, Face::sans, says_size, width - 2 * padding);
    const float height = 34 + says_leading * static_cast<float>(lines.size()) + 12;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(deal.id.c_str(), {width, height});
    const bool is_chosen = stage.app.state.contract.id == deal.id;
    if (ImGui::IsItemHovered()) {
        pen.box(at.x, at.y, at.x + width, at.y + height, Ink::track, 0);
        stage.show_cursor("pointer");
    }
    if (is_chosen) pen.box(at.x, at.y, at.x + 3, at.y + height, Ink::azure, 0);
    pen.text(at.x + padding, at.y + 25, deal.title, Ink::ink, Face::sans_bold, title_size);
    float baseline = at.y + 46;
    for (const std::string_view line : lines) {
        pen.text(at.x + padding, baseline, line, Ink::muted, Face::sans, says_size);
        baseline += says_leading;
    }
    if (!pressed) return;
    if (!is_chosen) stage.actions.push_back(PickContract{deal.id});
    ImGui::CloseCurrentPopup();
}

void draw_deals(Stage& stage, float left, float top) {
    const float width = std::min(480.0f, stage.surface.width - left - 2);
    ImGui::SetNextWindowPos({left, top});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_PopupBg, stage.pen.colour(Ink::paper));
    ImGui::PushStyleColor(ImGuiCol_Border, stage.pen.colour(Ink::outline));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {1, 8});
    if (ImGui::BeginPopup("deals", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) {
        Pen pen = stage.pen;
        pen.list = ImGui::GetWindowDrawList();
        for (const Contract& deal : shipped_contracts()) draw_deal(stage, pen, deal, width - 2);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
}

// The deal's title in a rounded frame; pressing it shows the list. Returns its height.
float draw_picker(Stage& stage, float left, float right, float y) {
    const Pen& pen = stage.pen;
    constexpr float padding = 16, arrow = 20, leading = 19;
    const float room = right - left - 2 * padding - arrow;
    const auto lines = balanced(pen, stage.app.state.contract.title, Face::sans_bold, title_size, room);
    float widest = 0;
    for (const std::string_view line : lines) widest = std::max(widest, pen.width(line, Face::sans_bold, title_size));
    const float width = widest + 2 * padding + arrow;
    const float height = line_height(stage) + leading * static_cast<float>(lines.size() - 1);
    ImGui::SetCursorScreenPos({left, y});
    if (ImGui::InvisibleButton("deal", {width, height})) ImGui::OpenPopup("deals");
    const bool lit = ImGui::IsItemHovered() && !stage.surface.touch;
    if (lit) stage.show_cursor("pointer");
    const float radius = line_height(stage) / 2;
    if (lit) pen.box(left, y, left + width, y + height, Ink::track, radius);
    pen.frame(left, y, left + width, y + height, lit ? Ink::ink : Ink::outline, radius);
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

}  // namespace

float draw_top_line(Stage& stage, Column column, float y) {
    const float middle = y + line_height(stage) / 2;
    const float pitch = stage.target() + 4;
    float right = column.right - stage.target() / 2;
    if (icon_button(stage, "redo", Icon::redo, right, middle, !stage.app.future.empty()))
        stage.actions.push_back(Redo{});
    right -= pitch;
    if (icon_button(stage, "undo", Icon::undo, right, middle, !stage.app.past.empty())) stage.actions.push_back(Undo{});
    right -= stage.target() / 2 + 10;
    const bool has_reset = column.width() > 480 && !changed_inputs(stage.app).empty();
    if (has_reset && text_button(stage, "reset", "Reset", right, middle + 5)) stage.actions.push_back(Reset{});
    if (column.width() > 480) right -= 54;
    return y + draw_picker(stage, column.left, right, y);
}

}  // namespace fr
