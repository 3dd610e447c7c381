// What picture and strip share: the months they show, and the pointer on them.
#pragma once

#include "ui/views/list.h"

namespace fr {

FigureOptions options_for(const Stage& stage, const Layout& layout, Column column);
// Pressing or dragging over the months of a figure chooses the month; a mouse that merely passes shows it.
void choose_month(Stage& stage, const char* id, const Figure& figure, Column column, float top, float bottom);

}  // namespace fr
