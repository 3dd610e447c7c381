// Finds the terms that a text uses.
#include "core/words/glossary.h"

#include "core/deal/few.h"

namespace fr {

namespace {

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

// Whole words only, and in a sentence's beginning with a capital too.
std::size_t find_word(std::string_view text, std::string_view word) {
    for (std::size_t from = 0; from + word.size() <= text.size(); ++from) {
        const std::string_view here = text.substr(from, word.size());
        const bool starts_alike = here[0] == word[0] || here[0] == (word[0] >= 'a' ? word[0] - 32 : word[0]);
        if (!starts_alike || here.substr(1) != word.substr(1)) continue;
        const bool ends = from + word.size() == text.size() || !is_letter(text[from + word.size()]);
        if (ends && (from == 0 || !is_letter(text[from - 1]))) return from;
    }
    return std::string_view::npos;
}

}  // namespace

std::vector<DottedWord> dotted_words(std::string_view text) {
    std::vector<DottedWord> found;
    for (const Term& term : glossary) {
        std::size_t from = find_word(text, term.word), length = term.word.size();
        if (from == std::string_view::npos) continue;
        // "$100 bn test": the amount belongs to it.
        const std::size_t amount = term.word == "bn test" ? text.rfind('$', from) : std::string_view::npos;
        if (amount != std::string_view::npos) length += from - amount, from = amount;
        found.push_back({from, length, &term});
    }
    sort_few(found, [](const DottedWord& a, const DottedWord& b) { return a.from < b.from; });
    return found;
}

}  // namespace fr
