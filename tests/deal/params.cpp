// The table of inputs: every row is whole, and what it allows, snaps to and prints fit together.
#include "core/deal/params.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

#include <nlohmann/json.hpp>
#include "core/words/format.h"

#include "core/files/json_values.h"
#include "core/words/param_text.h"
#include "tests/states.h"

namespace fr {

TEST_CASE("keys and link codes are unique, and codes have two lower-case letters") {
    std::set<std::string_view> keys, codes;
    for (const Param& param : params) {
        CAPTURE(param.key);
        CHECK(keys.insert(param.key).second);
        CHECK(codes.insert(param.code).second);
        REQUIRE(param.code.size() == 2);
        for (const char letter : param.code) CHECK((letter >= 'a' && letter <= 'z'));
    }
    CHECK(keys.size() == input_count);
}

TEST_CASE("two rows never write the same field") {
    Inputs inputs{};
    for (const Param& param : params) {
        CAPTURE(param.key);
        CHECK(inputs.*param.field == 0);
        inputs.*param.field = 1;
    }
}

TEST_CASE("link codes are permanent: these were published") {
    const char* published =
        "dg df ds dt da zo zp zl or og oc os ol of ow ox ra pp pm mr mg mp mf mo mx mc ms ar at as ad av oy zc zy ac";
    std::string codes;
    for (const Param& param : params) codes += (codes.empty() ? "" : " ") + std::string(param.code);
    CHECK(codes.starts_with(published));  // new inputs come after
}

TEST_CASE("low ≤ default ≤ high, and the spread lies between low and high around the default") {
    for (const Param& param : params) {
        CAPTURE(param.key);
        const bool has_no_default = param.standard == table::months_to_never && param.kind == InputKind::month;
        CHECK(param.low < param.high);
        CHECK(param.step > 0);
        CHECK(is_allowed(param, param.standard));
        if (has_no_default) continue;
        CHECK(param.low <= param.standard);
        CHECK(param.standard <= param.high);
        CHECK(param.spread_low >= param.low);
        CHECK(param.spread_high <= param.high);
        CHECK(param.spread_low <= param.standard);
        CHECK(param.spread_high >= param.standard);
    }
}

TEST_CASE("low, default and high are on a step of the slider") {
    for (const Param& param : params)
        for (const double value : {param.low, param.standard, param.high}) {
            if (param.kind == InputKind::month && value == table::months_to_never) continue;
            CAPTURE(param.key);
            CAPTURE(value);
            CHECK(snapped(param, value) == doctest::Approx(value).epsilon(1e-12));
        }
}

TEST_CASE("a slider's values are allowed, and are what their decimal reads as") {
    for (const Param& param : params)
        for (double value = param.low; value <= param.high; value += param.step) {
            const double on_step = snapped(param, value);
            CAPTURE(param.key);
            CAPTURE(value);
            REQUIRE(is_allowed(param, on_step));
            REQUIRE(snapped(param, on_step) == on_step);
            const auto read_back = parse_value(param, value_id(param, on_step));
            REQUIRE(read_back.has_value());
            REQUIRE(*read_back == on_step);
        }
}

TEST_CASE("snapping takes values from outside to the nearest end") {
    for (const Param& param : params) {
        CAPTURE(param.key);
        CHECK(snapped(param, param.low - 100) == param.low);
        CHECK(snapped(param, param.high + 100) <= param.high);
        CHECK(snapped(param, param.high + 100) > param.high - param.step);
    }
}

TEST_CASE("what is not finite or out of range is refused with the range") {
    const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    for (const Param& param : params) {
        CAPTURE(param.key);
        for (const double value : {infinity, -infinity, nan, param.low - param.step, param.high + 2 * param.step})
            CHECK_FALSE(is_allowed(param, value));
        for (const char* text : {"", " ", "x", "nan", "inf", "1e999", "0x10", "1,5", "12 ", "--1", "1e"}) {
            CAPTURE(text);
            const auto refused = parse_value(param, text);
            REQUIRE_FALSE(refused.has_value());
            CHECK(refused.error().find(allowed_text(param)) != std::string::npos);
            CHECK(refused.error().find(param.key) != std::string::npos);
        }
    }
}

TEST_CASE("counts of months and choices are whole") {
    CHECK_FALSE(is_allowed(*find_param("azure.lead"), 12.5));
    CHECK_FALSE(is_allowed(*find_param("agi.reading"), 0.5));
    CHECK_FALSE(is_allowed(*find_param("agi.declared"), 20.5));
    CHECK(is_allowed(*find_param("agi.service-life"), 2.5));
}

TEST_CASE("outside, a choice is its name and a month its date") {
    CHECK(parse_value(*find_param("agi.reading"), "booked") == 0);
    CHECK_FALSE(parse_value(*find_param("agi.reading"), "1").has_value());
    CHECK(parse_value(*find_param("agi.declared"), "2027-03") == 38);
    CHECK(parse_value(*find_param("agi.declared"), "never") == table::months_to_never);
    CHECK_FALSE(parse_value(*find_param("agi.declared"), "2024-12").has_value());
    CHECK_FALSE(parse_value(*find_param("agi.declared"), "2027-13").has_value());
}

TEST_CASE("every input says what it is, how we know it, and cites facts that exist") {
    for (const Param& param : params) {
        CAPTURE(param.key);
        CHECK_FALSE(param.label.empty());
        CHECK_FALSE(param.help.empty());
        CHECK_FALSE(param.group.empty());
        CHECK(param.help.back() == '.');
        const Json facts = words_json(param.facts);
        for (const auto& fact : facts) {
            CAPTURE(fact.get<std::string>());
            CHECK(grade_of_fact(fact.get<std::string>()).has_value());
        }
        // What is called sourced or derived has a fact; what has none is called assumed, or is the reader's.
        const bool needs_fact = param.status == Status::sourced || param.status == Status::derived;
        CHECK((!needs_fact || !facts.empty()));
    }
}

TEST_CASE("the nearest key to a mistyped one is the one that was meant") {
    CHECK(nearest_key("demand.grwth") == "demand.growth");
    CHECK(nearest_key("azure-offer") == "azure.offer");
    CHECK(nearest_key("agi.treshold") == "agi.threshold");
    CHECK_FALSE(nearest_key("").empty());
    CHECK_FALSE(nearest_key(std::string(100'000, 'x')).empty());
}

}  // namespace fr
