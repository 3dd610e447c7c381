// The width of a text in the figure's own fonts, from a table: posters and the page without a canvas place their labels
// as the lab does, with no font to ask.
#pragma once

#include <string_view>

#include "core/picture/figure.h"

namespace fr {

// In CSS pixels, for UTF-8 text. A character that the fonts lack counts as a wide one.
double measured_width(std::string_view text, Face face, double size);

}  // namespace fr
