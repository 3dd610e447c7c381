// Numbers that are typed, in the story and in what the page says of the model, against the facts and the model.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "core/files/json_values.h"
#include "core/model/orders.h"
#include "core/story/story.h"
#include "core/words/format.h"
#include "tests/states.h"

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

Json asset(const std::string& name) {
    std::ifstream file(SOURCE_FOLDER "/assets/" + name + ".json");
    return Json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

// A number that is typed must stand in one of the chapter's facts; the years of the model are everybody's.
TEST_CASE("every number that is typed into the story stands in a fact of its chapter") {
    const Json facts = asset("facts")["facts"];
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

TEST_CASE(
    "numbers in what the page says is left out are the model’s, and a site that fails or a Microsoft that declines "
    "pushes the way it says") {
    using namespace tests;
    const Contract& deal = contract_named("january-2025");
    const Inputs opening = opening_inputs(deal);
    const Json words = asset("words");
    std::string all;
    for (const Json& line : words["leaves_out"]) all += line.get<std::string>() + "\n";
    const auto says = [&](const std::string& claim) { return all.find(claim) != std::string::npos; };
    CHECK(says(value_text(*find_param("others.ready-share"), opening.others_ready_share) + " of what they can start"));
    CHECK(says("it knows demand four years ahead exactly"));
    CHECK(look_ahead_months / 12 == 4);
    const Contract& amended = contract_named("as-amended");
    const auto& share = std::get<RevenueShareRule>(amended.at(clause_named(amended, "revenue-share-capped")).rule);
    CHECK(says("The " + shortest(100 * share.rate) + " percent share and the $" + shortest(*share.cap_bn) +
               " billion cap"));
    CHECK(says("The $" + shortest(opening.agi_threshold) + " billion test"));
    const Run usual = simulate(opening, deal);
    const double modelled_2025 = usual.at(month_of(2025, 12)).online_gw;
    CAPTURE(modelled_2025);
    CHECK(says("near the known 1.9 GW"));
    CHECK(std::fabs(modelled_2025 - 1.9) < 0.1);
    // By default no site fails, and where some do less runs.
    CHECK(says("By default none does, so capacity from 2026 on is too high."));
    CHECK(opening.others_slip == 0);
    const Run late = simulate(with(opening, "others.slip", 30), deal);
    for (int year = 2026; year <= 2030; ++year) {
        const Month end = month_of(year, 12);
        CAPTURE(year);
        CHECK(late.at(end).online_gw < usual.at(end).online_gw);
    }
    // “A Microsoft that declines more leaves more to others.”
    CHECK(says("a Microsoft that declines more leaves more to others"));
    const Run declining = simulate(with(opening, "azure.appetite", 50), deal);
    CHECK(declining.at(month_of(2030, 12)).azure_share < usual.at(month_of(2030, 12)).azure_share);
}

}  // namespace fr
