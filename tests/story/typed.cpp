// The story's typed numbers against the file of facts.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "core/files/json_values.h"
#include "core/story/story.h"

namespace fr {

namespace {

std::string numbers_alone(std::string text) {
    for (char& c : text)
        if ((c < '0' || c > '9') && c != '.') c = ' ';
    return text;
}
std::set<std::string> numbers_in(const std::string& text) {
    std::set<std::string> all;
    std::string digits = numbers_alone(text) + " ";
    for (std::size_t at = 0, end; (end = digits.find(' ', at)) != std::string::npos; at = end + 1) {
        std::string number = digits.substr(at, end - at);
        while (number.ends_with('.')) number.pop_back();
        if (!number.empty()) all.insert(number);
    }
    return all;
}

}  // namespace

// A number that is typed must stand in one of the chapter's facts; the years of the model are everybody's.
TEST_CASE("every number that is typed into the story stands in a fact of its chapter") {
    std::ifstream file(SOURCE_FOLDER "/assets/facts.json");
    const Json facts = Json::parse(std::string(std::istreambuf_iterator<char>(file), {}))["facts"];
    for (const Chapter& chapter : shipped_story().chapters) {
        std::string known = "2024 2030";
        for (const Json& fact : facts)
            if (std::ranges::contains(chapter.facts, fact["id"].get<std::string>())) known += " " + fact.dump();
        const std::set<std::string> in_facts = numbers_in(known);
        for (const auto* paragraphs : {&chapter.says, &chapter.reveal, &chapter.act})
            for (const Paragraph& paragraph : *paragraphs)
                for (const Piece& piece : paragraph)
                    for (const std::string& number : numbers_in(piece.words)) {
                        CAPTURE(chapter.id);
                        CAPTURE(number);
                        CHECK(in_facts.contains(number));
                    }
        for (const Bet& bet : chapter.bets)
            if (!bet.known_by.empty()) CHECK(std::ranges::contains(chapter.facts, bet.known_by));
    }
}

}  // namespace fr
