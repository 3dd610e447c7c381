// What a finished run says, read once: headline, spans, stretches, events, and the sentences made from them. JSON,
// figures, tables and views are given it; nothing of it is worked out again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ask/agi_readings.h"
#include "core/model/reading.h"
#include "core/words/chips.h"
#include "core/words/sentence.h"

namespace fr {

// A clause in words: what a strip shows at its right end, and beside each of its spans why.
struct ClauseWords {
    std::string status;
    std::vector<std::string> why;
};

struct Reading {
    Run run;
    Headline headline;
    Month worst{};  // most is unserved in it, from the deal's month on
    ClauseSpans spans;
    std::vector<Stretch> stretches;
    std::vector<Event> events;
    std::uint64_t fingerprint = 0;
    // In words: the run, then by clause, and beside stretches and events.
    std::string sentence, agi_sentence, support_sentence, money_sentence;
    OfferedWords offered;
    std::string wide_sentence, narrow_sentence;  // of a stage, where the outcomes stand beside it
    std::array<Chip, 3> chips;
    std::vector<ClauseWords> clauses;
    std::vector<std::string> stretch_words, event_words;
    std::vector<TestReading> agi_readings;  // the test read in ten ways
    std::string agi_range;                  // in words
};

// Runs the contract, and beside it the deal without dates and the same deal under free choice, with the same inputs.
Reading evaluate(const Inputs& inputs, const Contract& contract);

}  // namespace fr
