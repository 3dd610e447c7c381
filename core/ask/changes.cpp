// Compares contracts as data: two clauses are the same when their files would read the same.
#include "core/ask/changes.h"
#include "core/files/contract_writer.h"

#include <algorithm>

namespace fr {

namespace {

int index_of(const Contract& contract, const std::string& id) {
    const auto found = std::ranges::find(contract.clauses, id, &Clause::id);
    return found == contract.clauses.end() ? -1 : static_cast<int>(found - contract.clauses.begin());
}

std::string text_of(const Clause& clause) {
    Contract one;
    one.clauses.push_back(clause);
    return contract_text(one);
}

}  // namespace

std::vector<ClauseChange> changes(const Contract& before, const Contract& after) {
    std::vector<ClauseChange> found;
    for (int i = 0; i < after.size(); ++i) {
        const Clause& now = after.at(i);
        const int was = index_of(before, now.id);
        if (was < 0) {
            found.push_back({ClauseChange::Kind::added, -1, i});
        } else if (text_of(before.at(was)) != text_of(now)) {
            found.push_back({ClauseChange::Kind::changed, was, i});
        }
    }
    for (int i = 0; i < before.size(); ++i)
        if (index_of(after, before.at(i).id) < 0) found.push_back({ClauseChange::Kind::dropped, i, -1});
    return found;
}

std::vector<Outcome> differing_outcomes(const Headline& a, const Headline& b) {
    std::vector<Outcome> found;
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        const Outcome outcome = static_cast<Outcome>(i);
        if (number_of(a, outcome) != number_of(b, outcome)) found.push_back(outcome);
    }
    return found;
}

}  // namespace fr
