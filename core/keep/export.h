// What a reader takes along from a state: its months as CSV, and its contract as a file. Both say what they were made
// from, so that a number in an article can be followed back.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "core/ask/evaluate.h"
#include "core/deal/deal.h"

namespace fr {

// The rows under lines of one cell that begins with "#": title, sentences, link, every input with how it is known,
// every clause with its grade and sources. The reading is of the deal's contract.
std::string csv_text(const Inputs& inputs, const Deal& deal, const Reading& reading);

// A contract file that opens with these inputs and clauses: what the reader never agreed to is a variant in it, and
// what the reader set are presets. parse_contract reads it to the same run.
// An error where that would be more than may be read: it is a sentence.
std::expected<std::string, std::string> contract_file(const Inputs& inputs, const Contract& contract);

// What a footnote says of a state before its link: the sentence, the deal, the version, and that it is a model.
std::string citation_text(const Contract& contract, const Reading& reading);

}  // namespace fr
