// Contract files, and the news beside them, into values. Every check on a contract file is here: a syntax error names
// line and column; otherwise all mistakes of meaning come together, each with its path and what would have been right.
#pragma once

#include <string_view>
#include <vector>

#include "core/files/problem.h"
#include "core/model/reading.h"

namespace fr {

// Limits of contract files.
constexpr std::size_t max_contract_bytes = 1'000'000;
constexpr std::size_t max_clauses = 500;
constexpr int max_depth = 32;
constexpr std::size_t max_id = 100, max_title = 200, max_says = 4000;  // letters

// A contract that is read can be written: its text without line breaks is within the limits too.
Parsed<Contract> parse_contract(std::string_view text);
std::vector<News> parse_news(std::string_view text);  // shipped text only: asserts that it is right

}  // namespace fr
