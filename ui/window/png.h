// A picture as a PNG file in memory.
#pragma once

#include <span>
#include <string>

namespace fr {

// Rows of red, green and blue from the top, not compressed: for looking at, not for shipping.
std::string png(int width, int height, std::span<const unsigned char> rgb);

}  // namespace fr
