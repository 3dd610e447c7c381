// Results as JSON and CSV: what the command line prints, the page reads and receipts keep.
#pragma once

#include <string>

#include "core/ask/evaluate.h"
#include "core/files/json_values.h"

namespace fr {

// The result of a state as pact simulate prints it; rows only where asked for.
Json to_json(const Inputs& inputs, const Contract& contract, const Reading& reading, bool with_rows);
Json row_json(const Row& row);
Json headline_json(const Headline& headline);
Json inputs_json();                    // the table
std::string rows_csv(const Run& run);  // without a header of where it comes from: see csv_text

}  // namespace fr
