// One run as a page of text: the sentence, the headline, year-ends, clauses with their states, and what happened.
#pragma once

#include <string>

#include "core/ask/evaluate.h"
#include "tools/pact/state.h"

namespace pact {

std::string summary(const State& state, const fr::Reading& reading);

}  // namespace pact
