// A contract as a file that parse_contract accepts.
#pragma once

#include <string>

#include "core/deal/contract.h"

namespace fr {

std::string contract_text(const Contract& contract);

}  // namespace fr
