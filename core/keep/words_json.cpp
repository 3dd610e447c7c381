// Loops over the tables of words.
#include "core/keep/words_json.h"

#include <nlohmann/json.hpp>
#include <span>

#include "core/ask/whatif.h"
#include "core/files/contract_reader.h"
#include "core/keep/saved.h"
#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

namespace {

Json word_json(std::string_view id, std::string_view word, std::string_view spelled) {
    return {{"id", id}, {"word", word}, {"spelled", spelled}};
}

Json table_json(std::span<const names::Word> words) {
    Json list = Json::array();
    for (const names::Word& word : words) list.push_back(word_json(word.id, word.word, word.spelled));
    return list;
}

}  // namespace

Json vocabulary_json() {
    Json json{{"grades", table_json(names::grade_words)},
              {"statuses", table_json(names::status_words)},
              {"states", table_json(names::state_words)},
              {"readings", table_json(names::reading_words)},
              {"groups", table_json(names::group_words)},
              {"questions", Json::array()},
              {"droppable", Json::array()}};
    for (const Question& question : questions)
        json["questions"].push_back(word_json(entry(outcome_names, question.about), question.word, question.spelled));
    for (std::size_t kind = 0; kind < names::kinds.size(); ++kind)
        if (is_restriction(static_cast<Kind>(kind))) json["droppable"].push_back(names::kinds[kind]);
    json["months"] = {{"first", month_id(Month{0})}, {"last", month_id(Month{month_count - 1})}};
    json["most_bytes"] = {{"contract", max_contract_bytes}, {"saved", max_saved_bytes}};
    return json;
}

}  // namespace fr
