// Outcomes as chips, the stage's sentence and the terms it uses: short, and true to the run.
#include "core/words/chips.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ask/evaluate.h"
#include "core/words/format.h"
#include "core/words/sentence.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

long words_in(const std::string& text) { return std::ranges::count(text, ' ') + 1; }
long claims_in(const std::string& text) { return std::ranges::count(text, ';') + 1; }

}  // namespace

TEST_CASE("the stage's sentence has two claims and 30 words where there is room, one claim and 14 words where not") {
    for (const State& state : states_at_ends()) {
        const Reading reading = evaluate(state.inputs, *state.contract);
        const std::string &wide = reading.wide_sentence, &narrow = reading.narrow_sentence;
        CAPTURE(wide);
        CAPTURE(narrow);
        CHECK(words_in(wide) <= 30);
        CHECK(claims_in(wide) == 2);
        CHECK(words_in(narrow) <= 14);
        CHECK(claims_in(narrow) == 1);
        // Both say a part of what the whole sentence says, in its words.
        const std::size_t comma = wide.find(", ");
        const std::string served = wide.substr(comma, wide.find(';') - comma);
        CHECK(reading.sentence.find(served) != std::string::npos);
        CHECK(narrow.find(served.substr(2)) != std::string::npos);
        const double growth = state.inputs.demand_growth;
        CHECK(wide.find(growth_words(growth, Room::wide)) != std::string::npos);
        CHECK(narrow.find(growth_words(growth, Room::narrow)) != std::string::npos);
    }
}

TEST_CASE("a chip says the month that the run says, and is short") {
    for (const State& state : states_at_ends()) {
        const Reading reading = evaluate(state.inputs, *state.contract);
        const Headline& head = reading.headline;
        const auto& [exclusivity, agi, api] = reading.chips;
        CAPTURE(state.name);
        CAPTURE(exclusivity.text());
        CAPTURE(agi.text());
        CAPTURE(api.text());
        CHECK(exclusivity.breaks == (head.exclusivity_breaks < never));  // each deal has agreed it
        if (exclusivity.breaks) CHECK(exclusivity.state.ends_with(month_text(head.exclusivity_breaks)));
        if (!exclusivity.breaks) CHECK(exclusivity.state == "holds");
        CHECK(agi.breaks == (head.agi_trips < never));
        if (agi.breaks) CHECK(agi.state.ends_with(month_text(head.agi_trips)));
        CHECK((api.state == "only on Azure") ==
              terms_at(*state.contract, Month{month_count - 1}, reading.run.facts).api_only_on_azure);
        for (const Chip& chip : {exclusivity, agi, api}) {
            CHECK(chip.text().size() <= 32);
        }
    }
}

}  // namespace fr
