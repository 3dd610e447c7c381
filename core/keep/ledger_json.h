// The ledger and its sums as JSON: the same for the command line and the page.
#pragma once

#include "core/ask/promised.h"
#include "core/files/json_values.h"

namespace fr {

Json to_json(const std::vector<Pledge>& ledger, const std::vector<PromisedYear>& years);

}  // namespace fr
