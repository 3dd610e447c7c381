// What a desktop window lays over the lab where a page has elements of its own: a field to type a value in, and notices
// of what was wrong with a file or link.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/picture/ink.h"
#include "ui/views/lab.h"

namespace fr {

struct Overlay {
    const Param* param = nullptr;  // whose value is being typed; null: no field
    Zone zone;                     // the value's place in the lab
    std::array<char, 64> text{};
    std::string mistake;  // why what was typed is no value
    bool is_new = false;  // takes the keyboard in its first frame
    std::vector<std::string> notice;
    Ink tone = Ink::alarm;  // of its first line

    bool is_typing() const { return param != nullptr; }
};

void ask_value(Overlay& overlay, const char* key, const char* value, Zone zone);

// Inside a frame, after the lab. A notice stands at `bottom`, the lower edge of what is seen of the lab.
void draw_overlay(Overlay& overlay, Lab& lab, float bottom);

}  // namespace fr
