// Standard output that is checked: a closed pipe ends the program quietly, a full disk does not pass for success.
#pragma once

#include <string>
#include <string_view>

namespace pact {

void print(std::string_view text);
// What comes before the first thing that is printed.
void begin_with(std::string_view text);
// A line on standard error, with what cannot be seen spelt out: it may quote a file or an argument.
void complain(const std::string& line);
// Flushes what was printed; false where it could not be written.
bool finish_output();

}  // namespace pact
