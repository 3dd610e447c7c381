// Characters of text from outside: which of them cannot be seen or set, and such text made fit to be shown in a
// sentence, a terminal or a picture. Bytes are read as UTF-8; what is none reads as U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fr {

struct Letter {
    char32_t code;      // U+FFFD where the bytes are no UTF-8
    std::size_t bytes;  // at least one
};
Letter letter_at(std::string_view text, std::size_t at);  // `at` below the size
std::size_t letter_count(std::string_view text);

// Control characters, marks that turn the direction of writing, spaces without width, and what is no character at all:
// not to be seen, able to disguise what stands beside them, and partly forbidden in XML.
bool is_unseen(char32_t code);
std::string code_name(char32_t code);  // "U+202E"

// The first letters of a text for a message: what is unseen is spelt out, as "<U+202E>", and what is left out is "…".
std::string shown(std::string_view text, std::size_t most_letters = 60);
// The whole text, spelt out in the same way; line breaks and tabs stay.
std::string spelt_out(std::string_view text);

// An id as part of a file's name, whatever it is: "../x y" is "---x-y".
std::string file_part(std::string_view id, std::size_t most_bytes);

}  // namespace fr
