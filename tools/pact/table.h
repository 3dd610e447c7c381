// A table of texts, and its three looks: aligned for a terminal, CSV, and Markdown for the README.
#pragma once

#include <string>
#include <vector>

#include "core/files/json_values.h"

namespace pact {

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

std::string text_of(const Table& table);  // columns whose cells are all numbers stand right
std::string csv_of(const Table& table);   // RFC 4180
std::string markdown_of(const Table& table);

// A list of flat JSON objects: one column per key of the first. Lists of texts become words, null an empty cell;
// numbers are exact, or rounded to two decimals for readers.
Table table_of(const fr::Json& list, bool for_readers);

}  // namespace pact
