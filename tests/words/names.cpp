// One source of words: what readers are told of grades, statuses, groups, questions and states is written once. Reads
// the sources, so natively only.
#include "core/words/names.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "core/ask/whatif.h"

namespace fr {

namespace {

struct Source {
    std::string path, text;
};

// Every source file of core, ui and the page.
const std::vector<Source>& sources() {
    static const std::vector<Source> all = [] {
        namespace files = std::filesystem;
        const files::path project = SOURCE_FOLDER;
        std::vector<Source> found;
        for (const char* folder : {"core", "ui", "web/src"})
            for (const auto& entry : files::recursive_directory_iterator(project / folder)) {
                const std::string ending = entry.path().extension().string();
                if (ending != ".cpp" && ending != ".h" && ending != ".ts") continue;
                std::ifstream file(entry.path());
                found.push_back({files::relative(entry.path(), project).string(),
                                 {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
            }
        return found;
    }();
    return all;
}

std::string lower(std::string_view text) {
    std::string letters(text);
    for (char& letter : letters)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return letters;
}

// The files in which a text stands as a literal, in any case of its letters; each with a space after it.
std::string files_with(std::string_view word) {
    const std::string literal = "\"" + lower(word) + "\"";
    std::string found;
    for (const Source& source : sources())
        if (lower(source.text).find(literal) != std::string::npos) found += source.path + " ";
    return found;
}

void check_once(std::string_view word, std::string_view where) {
    CAPTURE(word);
    CHECK(files_with(word) == where);
}

void check_table(std::span<const names::Word> words) {
    for (const names::Word& word : words) {
        if (lower(word.word) != word.id) check_once(word.word, "core/words/names.h ");
        if (word.spelled != word.word) check_once(word.spelled, "core/words/names.h ");
    }
}

}  // namespace

TEST_CASE("the words for grades, statuses, states, readings and groups are written in one file") {
    check_table(names::grade_words);
    check_table(names::status_words);
    check_table(names::state_words);
    check_table(names::reading_words);
    check_table(std::span(names::group_words).first(names::group_words.size() - 1));
    check_once(names::group_words.back().word, "core/ask/whatif.h core/words/names.h ");  // the question about it too
}

TEST_CASE("the words for questions are written in one file") {
    for (const Question& question : questions) {
        const bool is_name_too = question.spelled == "First refusal";  // of a clause, and of this explainer
        const bool is_group_too = question.about == Outcome::agi_trips;
        if (!is_name_too && !is_group_too) check_once(question.spelled, "core/ask/whatif.h ");
    }
}

}  // namespace fr
