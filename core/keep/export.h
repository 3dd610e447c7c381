// What a reader takes along from a state: its months as CSV, and its contract as a file. Both say what they were made
// from, so that a number in an article can be followed back.
#pragma once

#include <string>
#include <vector>

#include "core/deal/terms.h"
#include "core/model/reading.h"

namespace fr {

// The rows under lines that begin with "#": title, sentences, link, every input with how it is known, every clause with
// its grade and sources. Readers of CSV skip them as comments. The outcome is that of the base with the edits.
std::string csv_text(const Inputs& inputs, const Contract& base, const std::vector<Edit>& edits,
                     const Outcome& outcome);

// A contract file that opens with these inputs and clauses: what the reader never agreed to is a variant in it, and
// what the reader set are presets. parse_contract reads it to the same run.
std::string contract_file(const Inputs& inputs, const Contract& contract);

}  // namespace fr
