// A figure as SVG: the poster, print, and the page without WebGL. Presentation attributes only, because a strict
// content policy refuses inline styles.
#pragma once

#include <string>

#include "core/picture/figure.h"

namespace fr {

std::string to_svg(const Figure& figure, Shade shade);

}  // namespace fr
