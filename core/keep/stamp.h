// Whether a link says the same today as when it was made: its stamp is of the numbers that it was made with.
#pragma once

#include <string_view>

#include "core/keep/link.h"

namespace fr {

// False for a link without a stamp.
bool is_of_another_model(const OpenedLink& link);
inline constexpr std::string_view another_model =
    "This link was made with another version of the model: its numbers may have differed.";

}  // namespace fr
