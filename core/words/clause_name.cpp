// Looks for clauses of the same name.
#include "core/words/clause_name.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

namespace {

std::string begins_words(const Contract& contract, const Clause& self) {
    const Month* from = std::get_if<Month>(&self.from);
    if (!from) return " under strain";
    const auto is_of_that_year = [&](const Clause& other) {
        const Month* its = std::get_if<Month>(&other.from);
        return &other != &self && other.name == self.name && its && year_of(*its) == year_of(*from);
    };
    const bool is_vague = std::ranges::any_of(contract.clauses, is_of_that_year);
    return is_vague ? ", " + month_text(*from) : " of " + std::to_string(year_of(*from));
}

}  // namespace

std::string clause_name(const Contract& contract, int clause) {
    const Clause& self = contract.at(clause);
    const auto count = std::ranges::count(contract.clauses, self.name, &Clause::name);
    return count == 1 ? self.name : self.name + begins_words(contract, self);
}

}  // namespace fr
