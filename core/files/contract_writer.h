// A contract as a file that parse_contract accepts.
#pragma once

#include <string>

#include "core/deal/contract.h"
#include "core/files/json_values.h"

namespace fr {

Json contract_tree(const Contract& contract);
std::string contract_text(const Contract& contract);  // indented, where that is not too large to be read

}  // namespace fr
