// The numbers that the story names: each is what the rows say, and what is no name is told with what would have been
// one.
#include "core/story/number.h"

#include <doctest/doctest.h>

#include <initializer_list>

#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

const Contract& january() { return contract_named("january-2025"); }

double value_of(std::string_view name) {
    const auto number = parse_number(name);
    CAPTURE(name);
    REQUIRE(number.has_value());
    const auto value = value_of(*number, default_inputs(), january());
    REQUIRE(value.has_value());
    return *value;
}

std::string words_of(std::string_view name) {
    const auto number = parse_number(name);
    REQUIRE(number.has_value());
    return value_words(*number, value_of(*number, default_inputs(), january()));
}

}  // namespace

TEST_CASE(
    "an output in a month is the row's, and of several months or outputs their sum or the share of one in another") {
    const Run run = simulate(default_inputs(), january());
    const Row &december = run.at(month_of(2025, 12)), &june = run.at(month_of(2025, 6));
    CHECK(value_of("demand_gw@2025-12") == december.demand_gw);
    CHECK(value_of("cumulative_share_bn@2030-12|deal=clause-dropped") ==
          simulate(opening_inputs(contract_named("clause-dropped")), contract_named("clause-dropped"))
              .at(month_of(2030, 12))
              .cumulative_share_bn);
    CHECK(value_of("azure_gw+others_gw@2025-12") == december.azure_gw + december.others_gw);
    CHECK(value_of("azure_gw/azure_gw+others_gw@2025-12") ==
          december.azure_gw / (december.azure_gw + december.others_gw));
    double taken = 0;
    for (Month month = june.month; month <= december.month; month = next(month)) taken += run.at(month).azure_takes_gw;
    CHECK(value_of("azure_takes_gw@2025-06..2025-12") == taken);
    CHECK(words_of("demand_gw@2025-12") == gw_text(december.demand_gw));
    CHECK(words_of("azure_share@2025-12") == percent_text(december.azure_share));
}

TEST_CASE("what the story counts as offered, taken and passed on is what the reading counts under first refusal") {
    const Offered offered = offered_until(january(), simulate(default_inputs(), january()), month_of(2030, 12));
    CHECK(value_of("azure_takes_gw+passed_on_gw@2025-01..2030-12") == doctest::Approx(offered.offered_gw));
    CHECK(value_of("azure_takes_gw@2025-01..2030-12") == doctest::Approx(offered.taken_gw));
    CHECK(value_of("passed_on_gw@2025-01..2030-12") == doctest::Approx(offered.passed_gw));
}

TEST_CASE("an outcome is the headline's, with inputs that are so where it names some") {
    const Headline head = headline_of(default_inputs(), january(), under_pressure());
    CHECK(value_of("exclusivity_would_break") == head.exclusivity_would_break.index);
    CHECK(words_of("agi_by_reading.ability") == long_month_text(head.agi_by_reading[1]));
    const Inputs quick = with(default_inputs(), "agi.service-life", 1);
    CHECK(value_of("agi_by_reading.ability|agi.service-life=1") ==
          headline_of(quick, january(), under_pressure()).agi_by_reading[1].index);
    CHECK(words_of("agi_by_reading.declared") == "not by the end of 2035");
}

TEST_CASE("a tipping point is the first value at which the outcome comes or goes, and none where it does neither") {
    const Param& growth = *find_param("demand.growth");
    const double tip = value_of("tip:demand.growth:exclusivity_would_break");
    const auto breaks_at = [](double value) {
        return headline_of(with(default_inputs(), "demand.growth", value), january(), under_pressure())
            .exclusivity_would_break;
    };
    CHECK(breaks_at(tip) < never);
    CHECK(breaks_at(snapped(growth, tip - growth.step)) == never);
    CHECK(words_of("tip:demand.growth:exclusivity_would_break") == "at " + value_text(growth, tip));
    const auto none = parse_number("tip:agi.verification:exclusivity_would_break");
    REQUIRE(none.has_value());
    CHECK_FALSE(value_of(*none, default_inputs(), january()).has_value());
    CHECK(words_of("tip:agi.verification:exclusivity_would_break") == "at no value");
}

TEST_CASE("clauses still standing are counted by their state in the month") {
    const std::string both = ":cloud-exclusivity,first-refusal";
    CHECK(value_of("standing@2024-03" + both) == 1);
    CHECK(value_of("standing@2031-06" + both) == 0);
    CHECK(words_of("standing@2031-06" + both) == "none");
    CHECK(words_of("standing@2024-03" + both) == "one");
}

TEST_CASE("a name says whose the number is") {
    CHECK(parse_number("now:demand.growth")->whose == Whose::reader);
    CHECK(parse_number("opening:demand.growth")->whose == Whose::opening);
    CHECK(parse_number("demand.growth")->whose == Whose::chapter);
}

TEST_CASE("what is no name of a number is refused with what would have been one") {
    struct Refused {
        std::string_view name, says;
    };
    for (const auto& [name, says] :
         std::initializer_list<Refused>{{"", "is no outcome"},
                                        {"exclusivity_break", "the nearest is exclusivity_breaks"},
                                        {"demand_gw", "an output has a month after it"},
                                        {"demand_gw@2023-12", "no month from 2024-01"},
                                        {"demand_gw@2025-12..2025-01", "must not end before they begin"},
                                        {"demand_gw@2025-12..", "no month"},
                                        {"demand_gv@2025-12", "the nearest is demand_gw"},
                                        {"demand_gw+@2025-12", "is no output"},
                                        {"demand_gw/@2025-12", "is no output"},
                                        {"tip:demand.grow:agi_trips", "the nearest is demand.growth"},
                                        {"tip:demand.growth", "is no outcome"},
                                        {"standing@2025-13:first-refusal", "no month"},
                                        {"standing@2025-12:first-refusals", "a clause of no shipped deal"},
                                        {"agi_trips|agi.service-life=99", "agi.service-life"},
                                        {"agi_trips|agi.service", "is no input"},
                                        {"now:now:agi_trips", "is no outcome"}}) {
        CAPTURE(name);
        const auto number = parse_number(name);
        REQUIRE_FALSE(number.has_value());
        CAPTURE(number.error());
        CHECK(number.error().contains(says));
    }
}

}  // namespace fr
