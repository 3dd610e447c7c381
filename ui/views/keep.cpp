// Save and cite: what can be taken along from the present state, and the list that falls down for it and for the deals.
#include <algorithm>
#include <array>

#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float way_title_size = 16, says_size = 14, says_leading = 19;

struct KeepWay {
    const char* kind;
    std::string_view title, says;
};
constexpr std::array<KeepWay, 7> keep_ways{{
    {"link", "Copy a link", "This state as an address, with the model’s version."},
    {"citation", "Copy citation", "The sentence, the deal, the version and the link."},
    {"png", "Picture as PNG", "Sentence, chart and clauses, as they stand."},
    {"svg", "Picture as SVG", "The same, sharp at any size."},
    {"csv", "Numbers as CSV", "Every month; inputs and sources above."},
    {"contract", "Contract as JSON", "With what you changed; opens to this run."},
    {"receipt", "Receipt", "This state, for anyone to run and check."},
}};
constexpr std::string_view own_link = "Your settings only: a contract of your own does not travel in the link.";

}  // namespace

bool begin_menu(Stage& stage, const char* id, float left, float top, float width) {
    ImGui::SetNextWindowPos({left, top});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_PopupBg, stage.pen.colour(Ink::paper));
    ImGui::PushStyleColor(ImGuiCol_Border, stage.pen.colour(Ink::outline));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {1, 8});
    const bool is_open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    if (is_open) {
        const ImVec2 from = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
        stage.view.menu = {from.x, from.y, from.x + size.x, from.y + size.y};
        if (ImGui::IsKeyPressed(ImGuiKey_Escape)) ImGui::CloseCurrentPopup();
    }
    return is_open;
}

void end_menu() { ImGui::EndPopup(); }

bool draw_menu_item(Stage& stage, const MenuItem& item) {
    constexpr float padding = 16;
    Pen pen = stage.pen;
    pen.list = ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x, room = width - 2 * padding;
    const std::string title = shortened(pen, item.title, Face::sans_bold, way_title_size, room, 1);
    const std::string says = shortened(pen, item.says, Face::sans, says_size, room, 4);
    const auto lines = wrapped(pen, says, Face::sans, says_size, room);
    const float height = 34 + says_leading * static_cast<float>(lines.size()) + 12;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(item.id, {width, height});
    if (ImGui::IsItemHovered()) {
        pen.box(at.x, at.y, at.x + width, at.y + height, Ink::track, 0);
        stage.show_cursor("pointer");
    }
    if (item.is_chosen) pen.box(at.x, at.y, at.x + 3, at.y + height, Ink::ink, 0);
    pen.text(at.x + padding, at.y + 25, title, Ink::ink, Face::sans_bold, way_title_size);
    float baseline = at.y + 46;
    for (const std::string_view line : lines) {
        pen.text(at.x + padding, baseline, line, Ink::muted, Face::sans, says_size);
        baseline += says_leading;
    }
    if (pressed) ImGui::CloseCurrentPopup();
    return pressed;
}

float draw_keep(Stage& stage, float right, float middle) {
    constexpr std::string_view word = "Save and cite";
    const bool is_small = stage.surface.width < 700;
    const float half = stage.target() / 2;
    const float left = is_small ? right - 2 * half : right - stage.pen.width(word, Face::sans, 15);
    const bool pressed = is_small ? icon_button(stage, "keep", Icon::more, right - half, middle, true)
                                  : text_button(stage, "keep", word, right, middle + 5);
    if (pressed) ImGui::OpenPopup("kept");
    const float width = std::min(400.0f, stage.surface.width - 4);
    const float from = std::clamp(left, 2.0f, std::max(2.0f, stage.surface.width - width - 2));
    if (begin_menu(stage, "kept", from, middle + half + 4, width)) {
        for (const KeepWay& kept : keep_ways) {
            const bool is_own_link = &kept == keep_ways.data() && !stage.app.state.base().shipped;
            if (draw_menu_item(stage, {kept.kind, kept.title, is_own_link ? own_link : kept.says}))
                stage.view.requests.exported = kept.kind;
        }
        end_menu();
    }
    return left;
}

}  // namespace fr
