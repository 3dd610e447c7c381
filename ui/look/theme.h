// How the lab looks: the three faces, the colours by role, and a pen that writes and rules in CSS pixels.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "core/picture/figure.h"
#include "ui/look/fonts.h"

namespace fr {

// Once, after ImGui::CreateContext and before the first frame: fonts and style.
void set_up_look(const Fonts& fonts);

// Where words were put: for tests of what the lab shows and whether it has the room.
struct Written {
    std::string words;
    float left, top, right, bottom;
};

// Draws on one ImGui draw list. Coordinates are CSS pixels of the lab; text is placed by its baseline.
struct Pen {
    ImDrawList* list = nullptr;
    Shade shade;
    float density = 1;  // device pixels in a CSS pixel
    float widened = 1;  // every text takes so much more room than it needs
    std::vector<Written>* written = nullptr;

    ImU32 colour(Ink ink, float alpha = 1) const;
    float snapped(float css) const;  // to the nearest device pixel
    float width(std::string_view text, Face face, float size) const;
    void text(float x, float baseline, std::string_view text, Ink ink, Face face, float size,
              Align align = Align::left) const;
    void text(float x, float baseline, std::string_view text, ImU32 colour, Face face, float size) const;
    void rule(float left, float right, float y, Ink ink) const;  // one device-sharp pixel
    void box(float left, float top, float right, float bottom, Ink ink, float radius) const;
    void frame(float left, float top, float right, float bottom, Ink ink, float radius, float line = 1) const;
};

// The size, at most `size`, at which words take no more than a width: long words shrink before they are cut.
float fitting(const Pen& pen, std::string_view words, Face face, float size, float width);

// The lines of a text broken at spaces to a width; a word that is wider breaks where it must.
std::vector<std::string_view> wrapped(const Pen& pen, std::string_view text, Face face, float size, float width);

// The same number of lines, but of even length: no word is left alone on the last one.
std::vector<std::string_view> balanced(const Pen& pen, std::string_view text, Face face, float size, float width);

// A text that needs no more than so many lines of a width: what is too long ends with “…”.
std::string shortened(const Pen& pen, std::string_view text, Face face, float size, float width, std::size_t lines);

// The lab's fonts as a Measure, for figures.
Measure measure_of(const Pen& pen);

}  // namespace fr
