// What the strip tells, row by row: which clauses take part, how the row stands in each month, and that in words.
#pragma once

#include <optional>

#include "core/picture/figure.h"

namespace fr {

// How a row stands over some months, as its bar shows it. In part: with an exception, for training only, or for earlier
// systems only.
enum class Force { whole, part, straining, ended };

struct StripSegment {
    Month from, until;  // inclusive
    Force force;
    int clause;   // index in the contract
    bool by_agi;  // ended by the AGI clause or with it
};

struct StripRow {
    std::string_view name;  // of the kind of clause, "Cloud exclusivity"
    std::vector<int> clauses{};
    std::vector<StripSegment> segments{};  // in order; gaps: nothing is agreed
    std::vector<std::string> statuses{};   // how it ends or stands, from long to short
    std::string_view doubt{};              // how well its weakest clause is known, where that is less than is relied on
    bool breaks = false;                   // the AGI clause ends it for good
};

std::vector<StripRow> strip_rows(const Contract& contract, const Reading& reading, Month first, Month last,
                                 Grade weakest);

// The name of the longest row, so that room can be kept for it.
std::string_view longest_strip_name();

// One month of a row in words: "Cloud exclusivity, May 2025: straining, since more demand goes unserved than the deal
// bears." A gap says why nothing is there.
std::string strip_words(const Contract& contract, const ClauseSpans& spans, const StripBand& band, Month month);

}  // namespace fr
