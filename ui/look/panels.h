// What the panels share: headings, lines of lists, switches and paragraphs.
#pragma once

#include <string>

#include "ui/look/widgets.h"

namespace fr {

// One of a list of things that unfold: its name, its state and how well it is known. True when pressed.
struct Item {
    const char* id;
    std::string_view name, state, known;
    Ink name_ink, state_ink;
};
constexpr float item_indent = 20;
bool draw_item(const Brush& brush, const Item& item, bool is_open, Column column, float& y);

// A box to tick, with its word; true when pressed. Its right edge goes to `left`.
bool tick_box(const Brush& brush, const char* id, std::string_view word, bool is_on, float& left, float middle);

// A paragraph; where it ends.
struct Style {
    Ink ink = Ink::ink;
    float size = 15, leading = 20;
    Face face = Face::sans;
};
float paragraph(const Pen& pen, std::string_view words, Column column, float y, Style style = {});

// The heading of a part beside the picture; where it ends.
float draw_heading(const Pen& pen, std::string_view words, Column column, float y);

// A line of a list: words, small ones under them (may be empty), and a word on a pill (may be empty); a rule below.
struct ListLine {
    std::string words, under, pill;
    Face face = Face::sans;
};
float draw_line(const Pen& pen, const ListLine& line, Column column, float y);

// A heading within a panel; where it ends.
float draw_subtitle(const Pen& pen, std::string_view words, Column column, float y);

}  // namespace fr
