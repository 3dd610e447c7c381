// The headline: the one consequence sentence, with demand's growth in it to drag.
#include <algorithm>

#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float smallest_sentence = 13;

// The sentence in the lines that are kept for it: what is too long for them is set smaller, and nothing moves.
struct SentenceSetting {
    float size;
    std::vector<std::string_view> lines;
};

// Lines that stay where they are while the words change, unless the last would hold next to nothing.
std::vector<std::string_view> lines_of(const Pen& pen, std::string_view sentence, float size, float width) {
    const auto lines = wrapped(pen, sentence, Face::serif, size, width);
    const bool has_widow = lines.size() > 1 && pen.width(lines.back(), Face::serif, size) < width / 5;
    return has_widow ? balanced(pen, sentence, Face::serif, size, width) : lines;
}

SentenceSetting sentence_setting(const Pen& pen, std::string_view sentence, const Layout& layout) {
    float size = layout.type_size;
    const float width = layout.sentence.width();
    while (size > smallest_sentence && wrapped(pen, sentence, Face::serif, size, width).size() > layout.lines)
        size -= 1;
    SentenceSetting setting{size, lines_of(pen, sentence, size, width)};
    if (setting.lines.size() > layout.lines) setting.lines.resize(layout.lines);
    return setting;
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
void scrub(Stage& stage, Column part, float top, float bottom, int line) {
    constexpr float pixels_a_step = 8;
    const Param& param = hero;
    ImGui::PushID(line);
    const Touched hand = touch(stage, "growth", part.left, top, part.width(), bottom - top);
    ImGui::PopID();
    make_draggable(stage, {part.left, top, part.right, bottom});
    if (ImGui::IsItemActivated()) stage.hand.held_from = stage.app.state.inputs.demand_growth;
    if (hand.hovered || hand.held) stage.show_cursor("ew-resize");
    if (hand.held) {
        const float moved = ImGui::GetMouseDragDelta(0, 0).x;
        hold_input(stage, param, stage.hand.held_from + static_cast<double>(moved / pixels_a_step) * param.step);
    }
    if (ImGui::IsItemDeactivated()) stage.actions.push_back(EndStep{});
}

ImU32 emphasised(const Stage& stage) {
    constexpr double lasts = 0.25;
    const double left = (stage.view.emphasis_until - ImGui::GetTime()) / lasts;
    return stage.pen.colour(left > 0 ? Ink::alarm : Ink::ink);
}

std::string_view growth_in(std::string_view sentence, double growth, Room room) {
    const std::string words = growth_words(growth, room);
    const std::size_t at = sentence.find(words);
    return at == std::string_view::npos ? std::string_view{} : sentence.substr(at, words.size());
}

}  // namespace

void draw_sentence(Stage& stage, const Layout& layout) {
    const Place& place = layout.sentence;
    if (place.height() <= 0) return;
    const Room room = layout.form == Form::wide ? Room::wide : Room::narrow;
    const Results& results = stage.results;
    const std::string& sentence = room == Room::wide ? results.reading.wide_sentence : results.reading.narrow_sentence;
    const auto [size, lines] = sentence_setting(stage.pen, sentence, layout);
    const std::string_view growth = growth_in(sentence, stage.app.state.inputs.demand_growth, room);
    const ImU32 colour = emphasised(stage);
    float top = place.top;
    for (std::size_t i = 0; i < lines.size(); ++i, top += layout.leading) {
        const float baseline = top + layout.leading * 0.74f;
        stage.pen.text(place.left, baseline, lines[i], colour, Face::serif, size);
        const Column part = part_of(stage.pen, lines[i], growth, place.left, size);
        if (part.width() <= 0) continue;
        underline(stage.pen, part.left, part.right, baseline + size * 0.2f);
        scrub(stage, part, top, top + layout.leading, static_cast<int>(i));
    }
}

}  // namespace fr
