// Draws a figure's shapes with Dear ImGui: anti-aliased areas and curves, hatching, lines that stay sharp at any
// density.
#pragma once

#include "ui/look/theme.h"

namespace fr {

void draw_figure(const Pen& pen, const Figure& figure, float left, float top);

}  // namespace fr
