// One of the tables that are told of a state.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "ui/state/tables.h"

namespace fr::tests {

// The first whose title begins so; none where there is none.
inline const Table* table_named(const std::vector<Table>& all, std::string_view title) {
    const auto found = std::ranges::find_if(all, [&](const Table& table) { return table.title.starts_with(title); });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace fr::tests
