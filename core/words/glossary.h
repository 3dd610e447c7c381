// What a term means, in one sentence: it opens where the term is first met, as a dotted word.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace fr {

struct Term {
    std::string_view word;  // as it stands in sentences, strips and headings
    std::string_view says;
};

inline constexpr std::array<Term, 6> glossary{{
    {"exclusivity", "OpenAI may buy computing from Microsoft alone."},
    {"first refusal",
     "Whatever new computing OpenAI wants is offered to Microsoft first; others get what Microsoft does not take."},
    {"bn test",
     "A reported term: AGI counts as reached once OpenAI’s systems could earn about $100 bn in profit, the most that "
     "early investors may receive."},
    {"AGI clause",
     "When AGI is reached, Microsoft loses rights that it has until then: which ones depends on the deal."},
    {"straining", "Still in force, although more goes unserved, and for longer, than the deal is assumed to bear."},
    {"GW", "A gigawatt of computers that run: about as much power as one large reactor gives."},
}};

// A term where a text first uses it.
struct DottedWord {
    std::size_t from, length;
    const Term* term;
};
// Every term of the glossary that a text uses, in the order of the text.
std::vector<DottedWord> dotted_words(std::string_view text);

}  // namespace fr
