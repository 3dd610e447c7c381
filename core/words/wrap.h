// Words in lines: for a terminal, a poster and the lab, which differ in what a line holds.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace fr {

// Lines broken at spaces, each as long as `fits` allows. Of a word that is longer than a line, `cut` says how much goes
// on it: the word's size leaves it whole.
template <class Fits, class Cut>
std::vector<std::string_view> wrapped(std::string_view text, Fits fits, Cut cut) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t end = 0, word = 0;
        while (end < text.size()) {
            word = std::min(text.find(' ', end + 1), text.size());
            if (!fits(text.substr(0, word))) break;
            end = word;
        }
        if (end == 0) end = cut(text.substr(0, word));
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    return lines;
}

// The same with words that stay whole.
template <class Fits>
std::vector<std::string_view> wrapped(std::string_view text, Fits fits) {
    return wrapped(text, fits, [](std::string_view word) { return word.size(); });
}

}  // namespace fr
