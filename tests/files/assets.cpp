// The shipped texts: every clause and piece of news cites facts that exist, has the grade of its weakest fact, and a
// name that fits its bar.
#include "core/files/assets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

TEST_CASE("five contracts are shipped, the deal of January 2025 first") {
    const auto& contracts = shipped_contracts();
    REQUIRE(contracts.size() == 5);
    CHECK(contracts.front().id == "january-2025");
    for (const char* id : {"as-amended", "exclusive-2023", "under-pressure", "clause-dropped"})
        CHECK(find_contract(id) != nullptr);
    CHECK(find_contract("january-2026") == nullptr);
    CHECK(find_contract("") == nullptr);
}

TEST_CASE("every clause is named, worded, dated, graded and sourced from facts that exist") {
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses) {
            CAPTURE(contract.id);
            CAPTURE(clause.id);
            CHECK_FALSE(clause.name.empty());
            CHECK(letters(clause.name) <= 24);
            CHECK(clause.says.ends_with("."));
            CHECK_FALSE(clause.from_date.empty());
            REQUIRE_FALSE(clause.sources.empty());
            for (const std::string& source : clause.sources) {
                CAPTURE(source);
                CHECK(grade_of_fact(source).has_value());
            }
        }
}

TEST_CASE(
    "a clause's grade is that of its weakest fact, and weak where all that it rules is our reading of a silence, or a "
    "condition or an agreement that is ours") {
    const auto is_our_reading = [](const Clause& clause) {
        const Fact* condition = std::get_if<Fact>(&clause.from);
        const bool is_our_condition = condition && (*condition == Fact::strained || *condition == Fact::strained_again);
        const bool is_ours = is_our_condition || clause.id == "own-building-free" ||
                             clause.id == "products-anywhere-2025" || clause.id == "agi-clause-dropped";
        if (is_ours) CHECK_FALSE(clause.assumed.empty());  // and says so
        return is_ours;
    };
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses) {
            Grade weakest = Grade::primary;
            for (const std::string& source : clause.sources) weakest = std::max(weakest, *grade_of_fact(source));
            CAPTURE(contract.id);
            CAPTURE(clause.id);
            CHECK(clause.grade == (is_our_reading(clause) ? Grade::weak : weakest));
        }
}

TEST_CASE("clauses of one id are one clause: in every contract that has it, it is of one kind") {
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses)
            for (const Contract& other : shipped_contracts()) {
                const int index = clause_named(other, clause.id);
                if (index < 0) continue;
                CAPTURE(contract.id);
                CAPTURE(other.id);
                CAPTURE(clause.id);
                CHECK(kind_of(other.at(index)) == kind_of(clause));
            }
}

TEST_CASE("a variant is off until the reader agrees to it") {
    int variants = 0;
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses) {
            CAPTURE(clause.id);
            CHECK(clause.off == clause.variant);
            variants += clause.variant;
        }
    CHECK(variants > 0);
}

TEST_CASE("the default deal says that it has been amended, and lets its restrictions end with its horizon") {
    const Contract& contract = shipped_contracts().front();
    CHECK(contract.says.find("amended") != std::string::npos);
    CHECK(contract.horizon == month_of(2030, 12));
    CHECK(contract.presets.empty());
}

TEST_CASE("facts are sorted by id, each once") {
    std::string_view before;
    for (const FactGrade& fact : assets::facts) {
        CHECK(before < fact.id);
        before = fact.id;
    }
    CHECK(assets::facts.size() > 50);
    CHECK(grade_of_fact("A9") == Grade::secondary);
    CHECK_FALSE(grade_of_fact("Z1").has_value());
    CHECK_FALSE(grade_of_fact("").has_value());
}

TEST_CASE("news are in order, worded, and cite facts that exist") {
    Month before = first_contract_month;
    CHECK(shipped_news().size() >= 3);
    for (const News& news : shipped_news()) {
        CAPTURE(news.name);
        CHECK(news.month >= before);
        CHECK(grade_of_fact(news.fact).has_value());
        CHECK(news.says.ends_with("."));
        CHECK((news.contract.empty() || find_contract(news.contract)));
        before = news.month;
    }
    const auto is_stargate = [](const News& news) { return news.fact == "A9c"; };
    CHECK(std::ranges::any_of(shipped_news(), is_stargate));
}

}  // namespace fr
