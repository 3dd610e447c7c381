// What a change has changed, in words: the difference of two readings, for live regions, articles and lists of what a
// reader has set. The same function for all of them, so that all of them say the same.
#pragma once

#include <string>
#include <vector>

#include "core/ask/evaluate.h"
#include "core/ask/whatif.h"
#include "core/deal/deal.h"

namespace fr {

// What of a state can be told of, with its reading.
struct Seen {
    const Inputs& inputs;
    const Deal& deal;
    const Reading& reading;
    Month chosen;   // the playhead; never: none chosen
    Outcome asked;  // the outcome whose trace is shown
};

// Together at most `most_heard` words, each part one sentence or empty. Both are empty where nothing has changed.
struct Response {
    std::string set;  // what was set: "Compute demand ×3.05 a year." A control that has just said so need not again
    std::string
        follows;  // what came of it: "First refusal now ends in October 2025; Azure’s share of 2030: 20% to 18%."
    std::string whole() const { return set + (set.empty() || follows.empty() ? "" : " ") + follows; }
};
inline constexpr std::size_t most_heard = 20;
Response response(const Seen& before, const Seen& after);

// All that was set between two states, each a line: "Compute demand ×3.05 a year", "First refusal never agreed".
std::vector<std::string> set_words(const Seen& before, const Seen& after);

// The first words of a name, so that one of a reader's own does not leave no room for what is said of it.
std::string few_words(std::string_view name);
std::size_t word_count(std::string_view text);

}  // namespace fr
