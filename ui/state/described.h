// A state as the page, articles and files are told it: as JSON, as a picture, as a chapter of the story.
#pragma once

#include <string>

#include "core/files/json_values.h"
#include "ui/state/results.h"

namespace fr {

// The picture to keep, as SVG: what the lab shows, with its sentence and clauses. The width is in CSS pixels.
std::string picture_of(const App& app, const Results& results, double width, bool dark, Month today);

// The JSON of `pact simulate` without rows, plus selected, changed, link, busy, warnings,
// why, notices, own, pinned, refused, tab, chapter, bets.
Json describe(const App& app, const Results& results);
std::string described(const App& app, const Results& results);  // as text; what is not UTF-8 in it is replaced

// A chapter as it is told to the reader: chapter_json, and whether the figure is as the chapter sets it (`is_set`).
Json told_chapter(const Story& story, const App& app, Results& results, std::size_t chapter);

}  // namespace fr
