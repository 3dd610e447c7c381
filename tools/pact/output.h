// Standard output that is checked: a closed pipe ends the program quietly, a full disk does not pass for success.
#pragma once

#include <string_view>

namespace pact {

void print(std::string_view text);
// Flushes what was printed; false where it could not be written.
bool finish_output();

}  // namespace pact
