// Promised and running: the sums that the sources give, and the run in which only what is announced is built.
#include "core/ask/promised.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::vector<PromisedYear> years_of(const Inputs& inputs, const char* contract = "january-2025") {
    return promised_years(shipped_ledger(), simulate(inputs, contract_named(contract)));
}

Inputs announced(const Inputs& inputs) { return with(inputs, "others.build", 1); }

const PromisedYear& at(const std::vector<PromisedYear>& years, int year) {
    return *std::ranges::find(years, year, &PromisedYear::year);
}

}  // namespace

TEST_CASE("promised by the end of 2025: $610 bn and 4.5 GW of sites; by the end of 2026: $730 bn and 15.3 GW") {
    const auto years = years_of(default_inputs());
    CHECK(at(years, 2024).usd_bn == 0);
    CHECK(at(years, 2025).usd_bn == doctest::Approx(610.4));
    CHECK(at(years, 2025).sites_gw == doctest::Approx(4.5));
    CHECK(at(years, 2026).usd_bn == doctest::Approx(730.4));
    CHECK(at(years, 2026).sites_gw == doctest::Approx(15.25));
}

TEST_CASE("plans and chips are listed and never added") {
    double all_bn = 0;
    for (const Pledge& pledge : shipped_ledger()) all_bn += pledge.usd_bn.value_or(0);
    CHECK(all_bn == doctest::Approx(730.4 + 500 + 100));  // the Stargate plan, and Nvidia's letter
    CHECK(std::ranges::count(shipped_ledger(), PledgeKind::chips, &Pledge::kind) == 3);
}

TEST_CASE("only what is announced: others never run more than the dated deals give by then, under any contract") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(announced(state.inputs), *state.contract);
        CAPTURE(state.name);
        for (const Row& row : run.rows) CHECK(direct_gw(row) <= announced_gw(row.month) + 1e-9);
    }
}

TEST_CASE("only what is announced never serves more than what is needed, in sum to the horizon") {
    for (const State& state : states_at_ends()) {
        const auto served = [&](const Inputs& inputs) { return served_gw_months(simulate(inputs, *state.contract)); };
        CAPTURE(state.name);
        CHECK(served(announced(state.inputs)) <= served(with(state.inputs, "others.build", 0)) * (1 + 1e-9));
    }
}

TEST_CASE("only what is announced leaves more unserved in 2027 and 2030, and the run says that this is the limit") {
    const Contract& contract = contract_named("january-2025");
    const Run needed = simulate(default_inputs(), contract), only = simulate(announced(default_inputs()), contract);
    for (const Month month : {month_of(2027, 12), month_of(2030, 12)}) {
        CHECK(only.at(month).unserved_share > needed.at(month).unserved_share + 0.1);
        CHECK(only.at(month).unserved_by == cause_of(&Inputs::others_build));
    }
    const auto years = years_of(announced(default_inputs()));
    CHECK(at(years, 2028).unnamed_gw == 0);
    CHECK(promised_sentence(years).ends_with("all of it in named deals."));
}

TEST_CASE("what has no named deal yet is what others run beyond the dated deals, and never below nothing") {
    for (const State& state : states_at_ends())
        for (const PromisedYear& year : promised_years(shipped_ledger(), simulate(state.inputs, *state.contract))) {
            CAPTURE(state.name);
            CAPTURE(year.year);
            CHECK(year.unnamed_gw == doctest::Approx(std::max(0.0, year.others_gw - year.announced_gw)).epsilon(1e-5));
        }
    const auto years = years_of(default_inputs());
    CHECK(at(years, 2030).unnamed_gw > 0);
    CHECK(promised_sentence(years).ends_with("have no named deal yet."));
}

TEST_CASE("where others run no more than the dated deals give, all of it is in named deals") {
    const auto years = years_of(with(default_inputs(), "demand.growth", 1.2));
    CHECK(at(years, 2028).unnamed_gw == 0);
    CHECK(promised_sentence(years).ends_with("all of it in named deals."));
}

}  // namespace fr
