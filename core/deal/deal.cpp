// The edited contract is made once, where the edits are.
#include "core/deal/deal.h"

#include <utility>

namespace fr {

namespace {

bool is_same(const std::shared_ptr<const Contract>& a, const std::shared_ptr<const Contract>& b) {
    return a == b || *a == *b;
}

}  // namespace

Deal::Deal(std::shared_ptr<const Contract> base, std::vector<Edit> edits)
    : as_published(std::move(base)),
      as_edited(edits.empty() ? as_published : std::make_shared<const Contract>(edited(*as_published, edits))),
      changes(std::move(edits)) {}

Deal::Deal(Contract own) : Deal(std::make_shared<const Contract>(std::move(own))) {}

bool Deal::operator==(const Deal& other) const {
    return changes == other.changes && is_same(as_published, other.as_published);
}

Inputs opening_inputs(const Contract& contract) {
    Inputs inputs = default_inputs();
    for (const auto& [key, value] : contract.presets) inputs.*find_param(key)->field = value;
    return inputs;
}

}  // namespace fr
