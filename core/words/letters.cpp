// A small UTF-8 reader, strict where it matters: overlong forms, surrogates and cut sequences are no letters.
#include "core/words/letters.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

namespace fr {

namespace {

constexpr char32_t no_letter = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

struct Range {
    char32_t first, last;
};
constexpr auto unseen = std::to_array<Range>({
    {0x0000, 0x001F},
    {0x007F, 0x009F},  // control characters
    {0x00AD, 0x00AD},
    {0x061C, 0x061C},
    {0x180E, 0x180E},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0xFDD0, 0xFDEF},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xE0000, 0xE0FFF},
});

bool breaks_lines(char32_t code) { return code == '\n' || code == '\r' || code == '\t'; }

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return {first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || text.size() - at < bytes) return {no_letter, 1};
    char32_t code = first & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte_at(text, at + i) & 0xC0) != 0x80) return {no_letter, 1};
        code = code << 6 | (byte_at(text, at + i) & 0x3F);
    }
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[bytes] || code > 0x10FFFF || is_surrogate) return {no_letter, 1};
    return {code, bytes};
}

std::size_t letter_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += letter_at(text, at).bytes) ++count;
    return count;
}

bool is_unseen(char32_t code) {
    if ((code & 0xFFFE) == 0xFFFE) return true;  // U+FFFE, U+1FFFF …: never characters
    return std::ranges::any_of(unseen, [&](const Range& range) { return range.first <= code && code <= range.last; });
}

std::string code_name(char32_t code) {
    std::array<char, 16> name;
    std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(code));
    return name.data();
}

namespace {

std::string spelt(std::string_view text, std::size_t at, const Letter& letter) {
    if (is_unseen(letter.code)) return "<" + code_name(letter.code) + ">";
    return letter.code == no_letter ? "\uFFFD" : std::string(text.substr(at, letter.bytes));
}

}  // namespace

std::string shown(std::string_view text, std::size_t most_letters) {
    std::string result;
    for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
        if (count == most_letters) return result + "…";
        const Letter letter = letter_at(text, at);
        result += spelt(text, at, letter);
        at += letter.bytes;
    }
    return result;
}

std::string spelt_out(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        result += breaks_lines(letter.code) ? std::string(1, text[at]) : spelt(text, at, letter);
        at += letter.bytes;
    }
    return result;
}

std::string file_part(std::string_view id, std::size_t most_bytes) {
    std::string part(id.substr(0, most_bytes));
    const auto is_plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    std::ranges::replace_if(part, std::not_fn(is_plain), '-');
    return part;
}

}  // namespace fr
