// What the deal comes to in money, in one sentence.
#pragma once

#include <string>

#include "core/model/model.h"

namespace fr {

// From January 2024 to the end of 2030, the months' rates summed: what OpenAI loses or earns as booked, what it pays
// Microsoft less what flows back, and its first profitable year.
std::string money_sentence(const Run& run);

}  // namespace fr
