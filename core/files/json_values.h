// Months, values of inputs, lists of words and edits as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "core/deal/params.h"
#include "core/deal/terms.h"

namespace fr {

using Json = nlohmann::ordered_json;

Json month_json(Month month);                       // "2027-02", null for never
Json value_json(const Param& param, double value);  // of an input: a number, "ability", "2027-03"
Json words_json(std::string_view words);            // "A1 A2" as a list
Json edits_json(const std::vector<Edit>& edits);    // by clause: "never_agreed", "dropped", "agreed"

}  // namespace fr
