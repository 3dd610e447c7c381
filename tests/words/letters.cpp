// What of a text from outside may be shown as it is.
#include "core/words/letters.h"

#include <doctest/doctest.h>

#include <string>

namespace fr {

using namespace std::string_literals;

TEST_CASE("letters are read as UTF-8, and what is none is U+FFFD, a byte at a time") {
    CHECK(letter_at("é", 0).code == 0xE9);
    CHECK(letter_at("€", 0).code == 0x20AC);
    CHECK(letter_at("𝄞", 0).code == 0x1D11E);
    for (const std::string& wrong :
         {"\xff"s, "\xc3"s, "\xc0\x80"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s, "\xe2\x82"s}) {
        CHECK(letter_at(wrong, 0).code == 0xFFFD);
        CHECK(letter_at(wrong, 0).bytes == 1);
    }
    CHECK(letter_count("é€𝄞x") == 4);
}

TEST_CASE("what turns, hides or is no character is spelt out, and all that can be seen stays") {
    CHECK(shown("a\u202Eb") == "a<U+202E>b");
    CHECK(shown("a\u200Bb\uFEFF") == "a<U+200B>b<U+FEFF>");
    CHECK(shown("\u009B31m") == "<U+009B>31m");
    CHECK(shown("\x1b[31m") == "<U+001B>[31m");
    CHECK(shown("\uFFFE\uFFFF") == "<U+FFFE><U+FFFF>");
    CHECK(shown("nul\0nul"s) == "nul<U+0000>nul");
    CHECK(shown("×3 “é” 漢字") == "×3 “é” 漢字");
    CHECK(spelt_out("a\tb\r\n\u2066") == "a\tb\r\n<U+2066>");
}

TEST_CASE("a text that is cut is cut between letters, and says so") {
    CHECK(shown("éééé", 3) == "ééé…");
    CHECK(shown("éééé", 4) == "éééé");
    CHECK(shown("é\xc3", 9) == "é\uFFFD");
}

TEST_CASE("an id in a file's name leaves its folder alone, whatever it is") {
    CHECK(file_part("january-2025", 40) == "january-2025");
    CHECK(file_part("../../etc/passwd", 40) == "------etc-passwd");
    CHECK(file_part("a b\\c:d", 40) == "a-b-c-d");
    CHECK(file_part("é", 40) == "--");
    CHECK(file_part("abcdef", 3) == "abc");
}

}  // namespace fr
