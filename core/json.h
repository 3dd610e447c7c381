// Text from outside into values, and results into JSON. Every check on a contract file is here: a syntax error names
// line and column; otherwise all mistakes of meaning come together, each with its path and what would have been right.
#pragma once

#include <expected>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/explain.h"

namespace fr {

using Json = nlohmann::ordered_json;

// One mistake in text from outside: where ("clauses[3].rate", "line 4, column 7") and what would have been right.
struct Problem {
    std::string where, what;
    std::string text() const { return where.empty() ? what : where + ": " + what; }
};
template <class T>
using Parsed = std::expected<T, std::vector<Problem>>;

// Limits of contract files.
constexpr std::size_t max_contract_bytes = 1'000'000;
constexpr std::size_t max_clauses = 500;
constexpr int max_depth = 32;

Parsed<Contract> parse_contract(std::string_view text);
std::vector<News> parse_news(std::string_view text);  // shipped text only: asserts that it is right

// "3", "ability", "2027-03", "never" → the stored value of an input; the error names the allowed range.
std::expected<double, std::string> parse_value(const Param& param, std::string_view text);
// "a number from 1.2 to 5", "a month from 2025-01 to 2035-12, or never", "one of booked, ability, declared".
std::string allowed_text(const Param& param);
// The key of the table nearest to a mistyped one.
std::string_view nearest_key(std::string_view key);
// The one of some names (at least one) that is the fewest changes of a letter away from a mistyped one.
std::string_view nearest(std::string_view mistyped, std::span<const std::string_view> names);

// The result of a state as pact simulate prints it; rows only where asked for.
Json to_json(const Inputs& inputs, const Contract& contract, const Outcome& outcome, bool with_rows);
Json month_json(Month month);                       // "2027-02", null for never
Json value_json(const Param& param, double value);  // of an input: a number, "ability", "2027-03"
Json words_json(std::string_view words);            // "A1 A2" as a list
Json row_json(const Row& row);
Json headline_json(const Headline& headline);
Json inputs_json();                                   // the table
std::string contract_text(const Contract& contract);  // as a file that parse_contract accepts
std::string rows_csv(const Run& run);                 // without a header of where it comes from: see csv_text

}  // namespace fr
