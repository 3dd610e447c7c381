// The outcomes as chips, where there is no room for the strip: each opens why it is so.
#include <algorithm>
#include <array>

#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float chip_size = 13.5f, smallest_chip = 12, chip_padding = 10, chip_gap = 6, chip_height = 28;

using Words = std::array<std::string, 3>;

// "Feb 2027" of "only on Azure to Feb 2027".
std::string month_of_state(const std::string& state) {
    const std::size_t space = state.rfind(' ', state.rfind(' ') - 1);
    return space == std::string::npos ? state : state.substr(space + 1);
}

// All that they say, or the month of what breaks, or names alone, which still open what they say.
std::array<Words, 3> forms_of(const std::array<Chip, 3>& chips) {
    std::array<Words, 3> forms;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const Chip& chip = chips[i];
        forms[0][i] = chip.text();
        forms[1][i] = std::string(chip.name) + (chip.breaks ? " " + month_of_state(chip.state) : "");
        forms[2][i] = chip.name;
    }
    return forms;
}

struct ChipSetting {
    Words words;
    float size;
};

ChipSetting chip_setting(const Pen& pen, const std::array<Chip, 3>& chips, float room) {
    const float free = room - 3 * 2 * chip_padding - 2 * chip_gap;
    const auto forms = forms_of(chips);
    for (const Words& words : forms) {
        float width = 0;
        for (const std::string& word : words) width += pen.width(word, Face::sans, chip_size);
        const float fit = width <= free ? chip_size : chip_size * free / width;
        if (fit >= smallest_chip) return {words, fit};
    }
    return {forms.back(), smallest_chip};
}

void open_why(Stage& stage, const Chip& chip) {
    const auto key = std::ranges::find(outcome_names, chip.key);
    if (key == outcome_names.end()) return;
    stage.actions.push_back(Ask{static_cast<Outcome>(key - outcome_names.begin())});
    stage.actions.push_back(ShowTab{Tab::why});
}

}  // namespace

void draw_chips(Stage& stage, const Layout& layout) {
    const Pen& pen = stage.pen;
    const Place& place = layout.strip;
    const auto& chips = stage.results.reading.chips;
    const auto [words, fit] = chip_setting(pen, chips, place.width());
    const float top = place.top + (place.height() - chip_height) / 2;
    float left = place.left;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const Chip& chip = chips[i];
        const float width = pen.width(words[i], Face::sans, fit) + 2 * chip_padding;
        const Touched hand = touch(stage, chip.key.data(), left, place.top, width, place.height());
        if (hand.hovered) stage.show_cursor("pointer");
        const Ink ink = chip.breaks ? Ink::alarm : Ink::ink, line = chip.breaks ? Ink::alarm : Ink::outline;
        pen.frame(left, top, left + width, top + chip_height, hand.hovered ? Ink::ink : line, chip_height / 2);
        pen.text(left + chip_padding, top + 19, words[i], ink, Face::sans, fit);
        if (hand.clicked) open_why(stage, chip);
        left += width + chip_gap;
    }
}

}  // namespace fr
