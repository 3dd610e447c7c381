// JSON text into a tree, with what a library's parser alone does not give: line and column of a syntax error without
// exceptions, duplicate keys, and a limit on depth and size.
#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/files/json_values.h"
#include "core/files/problem.h"

namespace fr {

// The tree of a text, or what is wrong with it: its size in bytes, its depth, its syntax, its duplicate keys.
Parsed<Json> parse_json(std::string_view text, std::size_t max_bytes, int depth_limit);

// Adds a mistake: a hundred, and then one that says that there are more.
inline constexpr std::size_t most_problems = 100;
void add_problem(std::vector<Problem>& problems, Problem problem);

}  // namespace fr
