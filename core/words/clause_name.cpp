// Looks for clauses of the same name.
#include "core/words/clause_name.h"

#include <algorithm>

namespace fr {

std::string clause_name(const Contract& contract, int clause) {
    const Clause& self = contract.at(clause);
    const auto is_alike = [&](const Clause& other) { return other.name == self.name; };
    if (std::ranges::count_if(contract.clauses, is_alike) == 1) return self.name;
    const Month* from = std::get_if<Month>(&self.from);
    return self.name + (from ? " of " + std::to_string(year_of(*from)) : " under strain");
}

}  // namespace fr
