// Quotes are doubled, as RFC 4180 says; what a spreadsheet would take for a formula begins with an apostrophe.
#include "core/words/csv.h"

#include <cstdlib>

namespace fr {

namespace {

bool is_number(std::string_view text) {
    const std::string copy(text);
    char* end = nullptr;
    std::strtod(copy.c_str(), &end);
    return copy.find_first_not_of("+-.0123456789eE") == std::string::npos && end == copy.c_str() + copy.size();
}

bool is_formula(std::string_view text) { return text.find_first_of("=+-@\t\r") == 0 && !is_number(text); }

std::string quoted(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + "\"";
}

}  // namespace

std::string csv_cell(std::string_view text) {
    const std::string safe = (is_formula(text) ? "'" : "") + std::string(text);
    return safe.find_first_of(",\"\r\n") == std::string::npos ? safe : quoted(safe);
}

std::string csv_comment(std::string_view text) {
    std::string line = "# " + std::string(text);
    for (char& letter : line)
        if (static_cast<unsigned char>(letter) < ' ') letter = ' ';
    return quoted(line) + "\n";
}

}  // namespace fr
