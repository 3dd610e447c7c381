// What is wrong with text from outside: every mistake with its place.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace fr {

// One mistake in text from outside: where ("clauses[3].rate", "line 4, column 7") and what would have been right.
struct Problem {
    std::string where, what;
    std::string text() const { return where.empty() ? what : where + ": " + what; }
};
template <class T>
using Parsed = std::expected<T, std::vector<Problem>>;

}  // namespace fr
