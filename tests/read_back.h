// Reads words back: the months, percentages, amounts and names that are said in them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/deal/units.h"
#include "core/words/format.h"

namespace fr::tests {

inline bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// "January", "Jan", "February", …: as the project writes them.
inline const std::array<std::string, 24>& month_names() {
    static const auto names = [] {
        std::array<std::string, 24> found;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Month month = month_of(2025, static_cast<int>(i / 2) + 1);
            const std::string text = i % 2 == 0 ? long_month_text(month) : month_text(month);
            found[i] = text.substr(0, text.find(' '));
        }
        return found;
    }();
    return names;
}

// "January 2025", "Jan 2025" → the month that begins at `at`, and how long it is; nothing where none begins.
inline std::optional<std::pair<Month, std::size_t>> month_read(std::string_view text, std::size_t at) {
    for (int i = 0; const std::string& word : month_names()) {
        const int number = i++ / 2 + 1;
        const std::size_t year = at + word.size() + 1;
        if (text.substr(at, word.size()) != word || year + 4 > text.size() || text[year - 1] != ' ') continue;
        if (!is_digit(text[year]) || !is_digit(text[year + 3])) continue;
        return std::pair{month_of(std::stoi(std::string(text.substr(year, 4))), number), word.size() + 5};
    }
    return std::nullopt;
}

inline std::vector<Month> months_in(std::string_view text) {
    std::vector<Month> found;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (const auto month = month_read(text, at)) found.push_back(month->first);
    return found;
}

// "38% is not served" → "38%".
inline std::vector<std::string> percentages_in(std::string_view text) {
    std::vector<std::string> found;
    for (std::size_t end = text.find('%'); end != std::string_view::npos; end = text.find('%', end + 1)) {
        std::size_t from = end;
        while (from > 0 && (is_digit(text[from - 1]) || text[from - 1] == '.')) --from;
        if (from < end) found.emplace_back(text.substr(from, end + 1 - from));
    }
    return found;
}

// What stands in “quotation marks”.
inline std::vector<std::string> quotations_in(std::string_view text) {
    constexpr std::string_view open = "“", close = "”";
    std::vector<std::string> found;
    for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
        const std::size_t from = at + open.size();
        found.emplace_back(text.substr(from, text.find(close, from) - from));
    }
    return found;
}

// The words that stand on a picture.
inline std::string texts_of(std::string_view svg) {
    std::string words;
    for (std::size_t at = svg.find("<text"); at != std::string_view::npos; at = svg.find("<text", at + 1)) {
        const std::size_t from = svg.find('>', at) + 1;
        words += std::string(svg.substr(from, svg.find("</text>", from) - from)) + "\n";
    }
    return words;
}

// The months that follow some words: "trips in January 2027" → January 2027 after "trips in ".
inline std::vector<Month> months_after(std::string_view text, std::string_view words) {
    std::vector<Month> found;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        if (const auto month = month_read(text, at + words.size())) found.push_back(month->first);
    return found;
}

// "12.3" in "… 12.3 GW-months …", with its sign by what follows; nothing where no such amount is said.
inline std::optional<double> amount_read(std::string_view text, std::string_view unit, std::string_view more) {
    const std::size_t end = text.find(unit);
    if (end == std::string_view::npos) return std::nullopt;
    std::size_t from = end;
    while (from > 0 && (is_digit(text[from - 1]) || text[from - 1] == '.' || text[from - 1] == ',')) --from;
    std::string digits(text.substr(from, end - from));
    std::erase(digits, ',');
    const double amount = std::stod(digits);
    return text.substr(end + unit.size()).starts_with(more) ? amount : -amount;
}

}  // namespace fr::tests
