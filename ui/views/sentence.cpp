// The headline: the one consequence sentence, with demand's growth in it to drag.
#include <algorithm>

#include "ui/views/list.h"

namespace fr {

namespace {

struct Type {
    float size, leading;
};

Type type_for(float width) {
    if (width >= 1000) return {31, 39};
    if (width >= 680) return {27, 34};
    if (width >= 430) return {24, 30};
    return {21, 27};
}

// The words of the sentence that tell demand's growth: from "demand" to the first comma.
std::string_view growth_in(std::string_view sentence) {
    constexpr std::string_view before = "demand ";
    const std::size_t start = sentence.find(before), comma = sentence.find(',');
    if (start == std::string_view::npos || comma == std::string_view::npos || comma < start) return {};
    return sentence.substr(start + before.size(), comma - start - before.size());
}

// The sentence keeps the most lines it has had, so that what lies under it does not move to and fro while dragging.
int lines_kept(Stage& stage, float width, int now) {
    View& view = stage.view;
    if (view.sentence_width != width || view.contract != stage.app.state.contract().id) {
        view.sentence_lines = 0;
        view.sentence_width = width;
    }
    view.sentence_lines = std::max(view.sentence_lines, now);
    return view.sentence_lines;
}

// Lines that stay where they are while the words change, unless the last would hold next to nothing.
std::vector<std::string_view> lines_of(const Pen& pen, std::string_view sentence, float size, float width) {
    const auto lines = wrapped(pen, sentence, Face::serif, size, width);
    const bool has_widow = lines.size() > 1 && pen.width(lines.back(), Face::serif, size) < width / 5;
    return has_widow ? balanced(pen, sentence, Face::serif, size, width) : lines;
}

void underline(const Pen& pen, float left, float right, float y) {
    for (float x = left; x < right; x += 5) pen.list->AddCircleFilled({x + 1.2f, y}, 1.2f, pen.colour(Ink::muted));
}

// The part of `words` within a line, as a stretch of x; empty where there is none.
Column part_of(const Pen& pen, std::string_view line, std::string_view words, float left, float size) {
    const char* from = std::max(words.data(), line.data());
    const char* to = std::min(words.data() + words.size(), line.data() + line.size());
    if (words.empty() || from >= to) return {0, 0};
    const auto before = static_cast<std::size_t>(from - line.data()),
               until = static_cast<std::size_t>(to - line.data());
    return {left + pen.width(line.substr(0, before), Face::serif, size),
            left + pen.width(line.substr(0, until), Face::serif, size)};
}

// Dragging the words sideways turns demand's growth: one step for each eight pixels.
void scrub(Stage& stage, Column part, float baseline, float size, int line) {
    constexpr float pixels_a_step = 8;
    const Param& param = hero;
    ImGui::PushID(line);
    ImGui::SetCursorScreenPos({part.left, baseline - size});
    ImGui::InvisibleButton("growth", {part.width(), size * 1.35f});
    follow_hand(stage, baseline - size);
    ImGui::PopID();
    stage.view.hand.draggable.push_back({part.left, baseline - size, part.right, baseline + size * 0.35f});
    if (ImGui::IsItemActivated()) stage.view.hand.held_from = stage.app.state.inputs.demand_growth;
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) stage.show_cursor("ew-resize");
    if (ImGui::IsItemActive()) {
        stage.view.hand.is_holding = true;
        const float moved = ImGui::GetMouseDragDelta(0, 0).x;
        const double value = stage.view.hand.held_from + static_cast<double>(moved / pixels_a_step) * param.step;
        stage.actions.push_back(SetInput{&param, snapped(param, value)});
    }
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
}

ImU32 emphasised(const Stage& stage) {
    constexpr double lasts = 0.25;
    const double left = (stage.view.emphasis_until - ImGui::GetTime()) / lasts;
    return stage.pen.colour(left > 0 ? Ink::alarm : Ink::ink);
}

}  // namespace

float draw_sentence(Stage& stage, Column column, float y) {
    const Type type = type_for(column.width());
    const std::string& sentence = stage.results.reading.sentence;
    const auto lines = lines_of(stage.pen, sentence, type.size, column.width());
    const std::string_view growth = growth_in(sentence);
    const ImU32 colour = emphasised(stage);
    float baseline = y + type.size * 0.86f;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        stage.pen.text(column.left, baseline, lines[i], colour, Face::serif, type.size);
        const Column part = part_of(stage.pen, lines[i], growth, column.left, type.size);
        if (part.width() > 0) {
            underline(stage.pen, part.left, part.right, baseline + type.size * 0.22f);
            scrub(stage, part, baseline, type.size, static_cast<int>(i));
        }
        baseline += type.leading;
    }
    const int kept = lines_kept(stage, column.width(), static_cast<int>(lines.size()));
    return y + static_cast<float>(kept) * type.leading;
}

}  // namespace fr
