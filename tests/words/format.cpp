// Numbers and months as readers see them.
#include "core/words/format.h"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" double small_strtod(const char* text, char** end);
extern "C" int small_sscanf(const char* text, const char* format, ...);

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
    CHECK(gw_text(0.0035) == "0.0035 GW");
    CHECK(gw_text(0) == "0.00 GW");
    CHECK(gw_text(2e-16) == "0.00 GW");
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
    CHECK(percent_text(0.003) == "0.3%");
    CHECK(percent_text(0.997) == "99.7%");
    CHECK(percent_text(1 - 1e-9) == "100%");
    CHECK(percent_text(0.0004) == "<0.1%");
    CHECK(percent_text(0.9996) == ">99.9%");
    CHECK(percent_text(1.004) == "100.4%");
    CHECK(months_text(1) == "1 month");
    CHECK(months_text(0) == "0 months");
    CHECK(months_text(12) == "12 months");
    CHECK(value_text(*find_param("rofr.answer"), 1) == "1 month");
    CHECK(value_text(*find_param("rofr.answer"), 3) == "3 months");
}

TEST_CASE("small counts are words, and none is said as the sentence needs it") {
    CHECK(count_text(0, "none") == "none");
    CHECK(count_text(0, "no") == "no");
    CHECK(count_text(1, "no") == "one");
    CHECK(count_text(12, "no") == "twelve");
    CHECK(count_text(13, "no") == "13");
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

// The nearest double, and where the number ends, as the C library says.
void check_strtod(const std::string& text) {
    char *end = nullptr, *expected_end = nullptr;
    const double value = small_strtod(text.c_str(), &end), expected = std::strtod(text.c_str(), &expected_end);
    CAPTURE(text);
    CHECK(std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(expected));
    CHECK(end == expected_end);
}

TEST_CASE("the download's own sscanf reads whole numbers between words as the C library does") {
    for (const char* format : {"%d", "#version %d", "%d.%d", "%d , %d", "at %d of %d"})
        for (const char* text : {"",
                                 " ",
                                 "7",
                                 "-7",
                                 "+7",
                                 " 12 x",
                                 "#version 300 es",
                                 "#version",
                                 "#version ",
                                 "#versions 300",
                                 "4.6.0",
                                 "4.",
                                 "3 ,4",
                                 "3,4",
                                 "at 5 of 8",
                                 "at 5 of",
                                 "at five",
                                 "2147483647",
                                 "-2147483648",
                                 "00012"}) {
            CAPTURE(format);
            CAPTURE(text);
            int ours[2] = {-1, -1}, theirs[2] = {-1, -1};
            CHECK(small_sscanf(text, format, &ours[0], &ours[1]) == std::sscanf(text, format, &theirs[0], &theirs[1]));
            CHECK(ours[0] == theirs[0]);
            CHECK(ours[1] == theirs[1]);
        }
}

TEST_CASE("the download's own strtod reads every decimal as the C library does") {
    for (const char* text : {"0",
                             "-0",
                             "3.05",
                             "1e22",
                             "1e23",
                             "2.2250738585072014e-308",
                             "2.2250738585072011e-308",
                             "4.9e-324",
                             "2.4703282292062327e-324",
                             "2.4703282292062328e-324",
                             "1.7976931348623158e308",
                             "1.7976931348623159e308",
                             "1e309",
                             "1e-400",
                             "1e99999999",
                             "0e99999999",
                             "0.0000e5",
                             ".5",
                             "5.",
                             ".",
                             "",
                             " +7",
                             "-",
                             "e5",
                             "1e",
                             "1e+",
                             "1e+5x",
                             "9007199254740993",
                             "9007199254740992.99999",
                             "9007199254740993.00000000000000000000000000000001",
                             "123456789012345678901234567890",
                             "0000000000000000000000000000000000001.5",
                             "1.2.3"})
        check_strtod(text);
    std::uint64_t bits = 88172645463325252ull;
    std::array<char, 64> text;
    for (int i = 0; i < 2000; ++i) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        const double value = std::bit_cast<double>(bits);
        if (!std::isfinite(value)) continue;
        std::snprintf(text.data(), text.size(), "%.*e", i % 20, value);
        check_strtod(text.data());
        std::snprintf(text.data(), text.size(), "%.*f", i % 18, static_cast<double>(bits % 1000000) / 997);
        check_strtod(text.data());
    }
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
