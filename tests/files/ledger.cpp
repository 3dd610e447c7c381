// The ledger: what is shipped is read whole, and a mistake is told with its path and what would have been right.
#include "core/files/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/files/assets.h"

namespace fr {

namespace {

std::string ledger_with(const std::string& deals) {
    return R"({"says":"S.","usd_bn_per_gw_year":13.3,"deals":[)" + deals + "]}";
}

std::string deal_with(const std::string& more, const std::string& date = "2025-07") {
    return R"({"id":"d","date":")" + date + R"(","partner":"P","kind":"sites","facts":["A12"])" + more + "}";
}

void check_refused(const std::string& deals, const std::string& where, const std::string& what) {
    const auto parsed = parse_ledger(ledger_with(deals));
    CAPTURE(deals);
    REQUIRE_FALSE(parsed.has_value());
    REQUIRE(parsed.error().size() == 1);
    CHECK(parsed.error()[0].where == where);
    CAPTURE(parsed.error()[0].what);
    CHECK(parsed.error()[0].what.find(what) != std::string::npos);
}

const Pledge& deal(std::string_view id) {
    const auto found = std::ranges::find(shipped_ledger(), id, &Pledge::id);
    REQUIRE(found != shipped_ledger().end());
    return *found;
}

}  // namespace

TEST_CASE("the shipped ledger is read without a mistake, in the order of its dates") {
    REQUIRE(parse_ledger(assets::ledger_text).has_value());
    CHECK(std::ranges::is_sorted(shipped_ledger(), {}, &Pledge::date));
}

TEST_CASE("a deal's grade is that of its weakest fact") {
    CHECK(deal("oracle").grade == Grade::primary_quoted);
    CHECK(deal("ports-pike").grade == Grade::weak);  // A30b
}

TEST_CASE("where only money and years are given, gigawatts are reckoned at the Oracle contract's price") {
    CHECK(deal("aws-november").reckoned_gw.value() == doctest::Approx(38 / 7.0 / 13.3));
    CHECK_FALSE(deal("oracle").reckoned_gw.has_value());
    CHECK_FALSE(deal("azure").reckoned_gw.has_value());  // over how many years is not said
}

TEST_CASE("what others announce month by month is the ramps of the ledger's deals with them") {
    for (Month month{0}; month < never; month = next(month)) {
        double gw = 0;
        for (const Pledge& pledge : shipped_ledger())
            for (const auto& [ramp, assumed] : pledge.ramps)
                if (!pledge.by_azure) gw += running_gw(ramp, month);
        CAPTURE(month.index);
        CHECK(announced_gw(month) == gw);
    }
}

TEST_CASE("a ramp comes evenly from its first month to its last") {
    const Ramp ramp{month_of(2026, 1), month_of(2026, 12), 1.2};
    CHECK(running_gw(ramp, month_of(2025, 12)) == 0);
    CHECK(running_gw(ramp, month_of(2026, 3)) == doctest::Approx(0.3));
    CHECK(running_gw(ramp, month_of(2026, 12)) == 1.2);
    CHECK(running_gw(ramp, month_of(2035, 1)) == 1.2);
}

TEST_CASE("mistakes in a ledger are told with their place and what would have been right") {
    check_refused(deal_with(R"(,"gw":-1)"), "deals[0].gw", "must be a number from 0.001 to 100");
    check_refused(deal_with(R"(,"sites":4)"), "deals[0].sites", "is not known here; known are id, date");
    check_refused(deal_with("", "2025-13"), "deals[0].date", "must be a month");
    check_refused(deal_with("") + "," + deal_with(""), "deals[1].id", "another deal's id");
    check_refused(R"({"id":"e","date":"2025-07","partner":"P","kind":"sites","facts":["Z9"]})", "deals[0].facts[0]",
                  "must be the id of a fact");
    check_refused(R"({"id":"e","date":"2025-07","partner":"P","kind":"rumour","facts":["A12"]})", "deals[0].kind",
                  "must be one of sites, plan, chips");
    check_refused(deal_with(R"(,"gw":4.5,"ramps":[{"from":"2025-07","until":"2028-12","gw":4}])"), "deals[0].ramps",
                  "hold 4.000 GW together; must be 4.500, as the deal says");
    check_refused(deal_with(R"(,"usd_bn":38,"years":7,"ramps":[{"from":"2025-11","until":"2026-12","gw":0.5}])"),
                  "deals[0].ramps", "must be 0.408, 38 ÷ 7 years ÷ 13.3");
    check_refused(deal_with(R"(,"gw":1,"ramps":[{"from":"2025-06","until":"2028-12","gw":1}])"),
                  "deals[0].ramps[0].from", "must not be before the deal's date, 2025-07");
    check_refused(deal_with("") + "," + R"({"id":"e","date":"2025-01","partner":"P","kind":"plan","facts":["A12"]})",
                  "deals[1].date", "must not be before that of the deal above, 2025-07");
    CHECK(parse_ledger("[").error()[0].where == "line 1, column 2");
}

}  // namespace fr
