// What a clause is called where several stand together, as in lists and announcements.
#pragma once

#include <string>

#include "core/deal/contract.h"

namespace fr {

// Its name; where another clause of the contract has the same, with when it begins: "Revenue share of 2025".
std::string clause_name(const Contract& contract, int clause);

}  // namespace fr
