// Numbers and months as readers see them.
#include "core/format.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace fr {

TEST_CASE("decimals rounds, and never says minus zero") {
    CHECK(decimals(1.25, 1) == "1.2");  // half to even, as every libc
    CHECK(decimals(1.35, 1) == "1.4");
    CHECK(decimals(2, 0) == "2");
    CHECK(decimals(-0.001, 2) == "0.00");
    CHECK(decimals(-0.01, 2) == "-0.01");
}

TEST_CASE("the shortest decimal reads back as the number, for every value of every slider") {
    CHECK(shortest(3) == "3");
    CHECK(shortest(3.05) == "3.05");
    CHECK(shortest(0.1) == "0.1");
    for (const Param& param : params)
        for (double value = param.low; value <= param.high; value += param.step) {
            const double on_step = snapped(param, value);
            CAPTURE(param.key);
            CAPTURE(value);
            REQUIRE(std::strtod(shortest(on_step).c_str(), nullptr) == on_step);
        }
}

TEST_CASE("power has two figures below ten and whole numbers above") {
    CHECK(gw_text(0.58) == "0.58 GW");
    CHECK(gw_text(4.83) == "4.8 GW");
    CHECK(gw_text(31.4) == "31 GW");
}

TEST_CASE("money has a real minus, and no decimals from a hundred on") {
    CHECK(bn_text(4) == "$4.0 bn");
    CHECK(bn_text(350.4) == "$350 bn");
    CHECK(bn_text(-18.6) == "−$18.6 bn");
}

TEST_CASE("shares are percentages") {
    CHECK(percent_text(0.382) == "38%");
    CHECK(percent_text(1) == "100%");
    CHECK(percent_text(0) == "0%");
}

TEST_CASE("months in words and as ids, from July 2019 to December 2035") {
    CHECK(month_id(month_of(2027, 3)) == "2027-03");
    CHECK(month_text(month_of(2027, 3)) == "Mar 2027");
    CHECK(long_month_text(month_of(2027, 3)) == "March 2027");
    CHECK(month_id(first_contract_month) == "2019-07");
    CHECK(month_id(month_of(2035, 12)) == "2035-12");
    CHECK(month_id(never) == "never");
    CHECK(month_text(never) == "never");
    CHECK(year_of(Month{-1}) == 2023);
    CHECK(month_of_year(Month{-1}) == 12);
}

TEST_CASE("a value carries its unit as at its slider") {
    const auto text = [](std::string_view key, double value) { return value_text(*find_param(key), value); };
    CHECK(text("demand.growth", 3) == "×3.0 a year");
    CHECK(text("demand.growth", 3.05) == "×3.05 a year");
    CHECK(text("demand.fade", 33) == "33% a year");
    CHECK(text("azure.lead", 12) == "12 months");
    CHECK(text("money.capex", 45) == "$45 bn per GW");
    CHECK(text("agi.threshold", 100) == "$100 bn");
    CHECK(text("agi.reading", 1) == "ability");
    CHECK(text("agi.declared", 38) == "Mar 2027");
    CHECK(text("agi.declared", table::months_to_never) == "never");
}

}  // namespace fr
