// The fonts of the figure as TTF files in memory, cut down at build time to the characters it uses. All three have
// tabular digits; none has ↺ or ↻, and only the sans has arrows.
#pragma once

#include <span>

namespace fr::fonts {

extern const std::span<const unsigned char> serif_semibold;  // Newsreader SemiBold: headline, panel titles
extern const std::span<const unsigned char> sans_regular;    // Source Sans 3 Regular: everything else
extern const std::span<const unsigned char> sans_semibold;   // Source Sans 3 SemiBold: emphasis

}  // namespace fr::fonts
