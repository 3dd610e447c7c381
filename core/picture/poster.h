// A state as one still picture with its sentence: for articles without scripts, feeds, print and previews of links.
#pragma once

#include <string>

#include "core/picture/figure.h"

namespace fr {

constexpr double min_poster_width = 280, max_poster_width = 2400;

struct PosterOptions {
    double width = 720;  // CSS pixels, min_poster_width to max_poster_width
    bool dark = false;
    Month today = never;
    bool with_clauses = true;  // the strip below the chart; with neither, the chart alone without margins
    bool with_sentence = true;
    // As the reader looks at it.
    bool in_gw = false;
    Month first = Month{0};
    Month selected = never;
    const Run* ghost = nullptr;
    Parts parts{};
    bool shows_known = true;  // as in FigureOptions
};

// The sentence, who serves the demand, the clauses, and what was assumed: the same shapes as in the lab. The title and
// the description inside the SVG say it in words.
std::string poster_svg(const Inputs& inputs, const Contract& contract, const Reading& reading,
                       const PosterOptions& options);

}  // namespace fr
