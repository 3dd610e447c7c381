// The fonts of the figure as TTF files in memory, cut down at build time to the characters it uses. All three have
// tabular digits; none has ↺ or ↻, and only the sans has arrows.
#pragma once

#include <array>
#include <span>

namespace fr {

// In the order of Face: Source Sans 3 Regular and SemiBold, Newsreader SemiBold. The bytes stay their owner's, who
// keeps them as long as Dear ImGui's context lives.
using Fonts = std::array<std::span<const unsigned char>, 3>;

// Those that a native program carries in itself; a page gives the lab the files that its own text is set in.
Fonts embedded_fonts();

}  // namespace fr
