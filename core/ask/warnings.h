// Warnings: where inputs leave what the facts support, or contradict each other, and what would mend it.
#pragma once

#include <string>
#include <vector>

#include "core/model/reading.h"

namespace fr {

constexpr double largest_plan_gw = 33;  // announced for 2030 (C3)

struct Warning {
    std::string says;   // what is beyond the facts, with the number
    std::string mend;   // what would mend it
    std::string input;  // the key of the input to look at
    std::string facts;  // fact ids, separated by spaces
};
std::vector<Warning> warnings(const Inputs& inputs, const Contract& contract, const Run& run);

}  // namespace fr
