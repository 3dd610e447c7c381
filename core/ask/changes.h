// What changed between two contracts, clause by clause, and which headline outcomes differ.
#pragma once

#include <vector>

#include "core/ask/whatif.h"

namespace fr {

// Clauses of two contracts belong together by id.
struct ClauseChange {
    enum class Kind { added, dropped, changed };
    Kind kind;
    int before = -1, after = -1;  // indices; -1 where there is none
};
inline constexpr std::array<std::string_view, 3> change_names{"added", "dropped", "changed"};
// Only differences, in the order of the later contract, what was dropped last. Wording and sources count as changes.
std::vector<ClauseChange> changes(const Contract& before, const Contract& after);

// The headline keys whose number differs under the same inputs.
std::vector<Outcome> differing_outcomes(const Headline& a, const Headline& b);

}  // namespace fr
