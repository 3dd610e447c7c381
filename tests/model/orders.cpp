// Promises of the order book: no rule reads backwards. What is quicker never serves later, what is offered never stands
// idle, more demand never leaves less of it unserved, and Microsoft passes on only what it cannot offer.
#include "core/model/orders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "core/model/reading.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

constexpr std::array<std::string_view, 4> dated_deals{"january-2025", "as-amended", "exclusive-2023", "clause-dropped"};

int months_of_shortage(const Run& run) {
    return static_cast<int>(std::ranges::count_if(run.rows, [](const Row& row) { return row.unserved_share > 0.01; }));
}

// The largest share of what runs that serves nobody, from 2025 on.
double most_idle(const Run& run) {
    double most = 0;
    for (std::size_t m = 12; m < run.rows.size(); ++m)
        most = std::max(most, (run.rows[m].online_gw - run.rows[m].served_gw) / run.rows[m].online_gw);
    return most;
}

// Dated terms do not move with demand, but for what the AGI clause ends.
bool has_same_terms(const Contract& contract, const Run& a, const Run& b, Month month) {
    return terms_at(contract, month, a.facts) == terms_at(contract, month, b.facts);
}

}  // namespace

TEST_CASE("a shorter lead or a quicker answer never lengthens the shortage") {
    for (const std::string_view deal : dated_deals)
        for (const std::string_view key : {"azure.lead", "others.lead-leased", "others.lead-greenfield", "rofr.answer"})
            for (const double growth : {2.0, 2.5, 3.0, 3.5}) {
                const Param& lead = *find_param(key);
                int shorter = -1;
                for (double value = lead.low; value <= lead.high; ++value) {
                    const Inputs inputs = with(with(default_inputs(), "demand.growth", growth), key, value);
                    const int months = months_of_shortage(simulate(inputs, contract_named(deal)));
                    CAPTURE(deal);
                    CAPTURE(key);
                    CAPTURE(growth);
                    CAPTURE(value);
                    CHECK(months >= shorter);
                    shorter = months;
                }
            }
}

TEST_CASE("a lever that serves no other gigawatt in the deal as it opens says where it acts") {
    const Contract& deal = contract_named("january-2025");
    const double served = served_gw_months(simulate(default_inputs(), deal));
    int silent = 0;
    for (const Param& param : params) {
        if (param.unit.starts_with("$")) continue;  // money serves nobody, and says dollars
        const auto moves = [&](double value) {
            Inputs inputs = default_inputs();
            inputs.*param.field = value;
            return served_gw_months(simulate(inputs, deal)) != served;
        };
        const bool has_effect = moves(param.low) || moves(param.high);
        const bool is_of_test = param.group == "agi" || param.group == "money";
        if (has_effect || (is_of_test && param.help.find("acts") == std::string_view::npos)) continue;
        ++silent;
        CAPTURE(param.key);
        CHECK(param.help.find("acts") != std::string_view::npos);
    }
    CHECK(silent > 0);
}

TEST_CASE("a lead matters: new sites after three and a half years keep the shortage years longer than after one") {
    const Contract& deal = contract_named("january-2025");
    const auto months = [&](double lead) {
        return months_of_shortage(simulate(with(default_inputs(), "others.lead-greenfield", lead), deal));
    };
    CHECK(months(43) > months(12) + 24);
}

TEST_CASE("more that Azure can offer adds at most a tenth of what runs to what stands idle") {
    for (const Contract& deal : shipped_contracts())
        for (const double growth : {1.2, 2.0, 3.0, 4.0, 5.0}) {
            double least = 1;  // with this offer or any smaller one
            for (double offer = 0.2; offer <= 6; offer += 0.2) {
                const Inputs inputs = with(with(default_inputs(), "demand.growth", growth), "azure.offer",
                                           snapped(*find_param("azure.offer"), offer));
                const double idle = most_idle(simulate(inputs, deal));
                least = std::min(least, idle);
                CAPTURE(deal.id);
                CAPTURE(growth);
                CAPTURE(offer);
                CHECK(idle <= least + 0.1);
            }
        }
}

TEST_CASE("under dated terms more demand never leaves a smaller share of it unserved, in any month") {
    int compared = 0;
    for (const std::string_view name : dated_deals)
        for (const double offer : {0.2, 0.9, 3.0}) {
            const Contract& deal = contract_named(name);
            const Param& growth = *find_param("demand.growth");
            const Inputs inputs = with(default_inputs(), "azure.offer", offer);
            Run before = simulate(with(inputs, "demand.growth", growth.low), deal);
            for (double value = growth.low; value < growth.high;) {
                value = snapped(growth, value + growth.step);
                const Run run = simulate(with(inputs, "demand.growth", value), deal);
                for (std::size_t m = 0; m < month_count; ++m) {
                    const Month month = run.rows[m].month;
                    if (!has_same_terms(deal, before, run, month)) continue;
                    const double less = before.rows[m].unserved_share - run.rows[m].unserved_share;
                    if (less > 1e-9) {
                        CAPTURE(name);
                        CAPTURE(value);
                        CAPTURE(m);
                        CHECK(less <= 1e-9);
                    }
                    ++compared;
                }
                before = run;
            }
        }
    CHECK(compared > 100000);
}

TEST_CASE("where a term follows demand, more demand may be served better, and only after that term has changed") {
    const Contract& deal = contract_named("under-pressure");
    const Run slow = simulate(with(default_inputs(), "demand.growth", 2.25), deal);
    const Run fast = simulate(with(default_inputs(), "demand.growth", 2.5), deal);
    CHECK(slow.exclusivity_breaks > fast.exclusivity_breaks);
    for (std::size_t m = 0; m < month_count; ++m)
        if (slow.rows[m].unserved_share > fast.rows[m].unserved_share + 1e-9)
            CHECK(fast.rows[m].month > fast.exclusivity_breaks);
}

TEST_CASE("an offer passes on when the time to answer is up, where Azure cannot take it") {
    for (const double answer : {0.0, 3.0, 6.0}) {
        const Inputs inputs = with(default_inputs(), "rofr.answer", answer);
        const Run run = simulate(inputs, contract_named("january-2025"));
        CAPTURE(answer);
        CHECK(run.first_refusal_passes == next(month_of(2025, 1), static_cast<int>(answer)));
    }
}

TEST_CASE("what Azure can offer in time is not passed on: with enough of it others build nothing under first refusal") {
    const Contract& deal = contract_named("january-2025");
    const Run run = simulate(with(default_inputs(), "azure.offer", 6), deal);
    CHECK(run.first_refusal_passes == never);
    for (const Row& row : run.rows)
        if (row.month <= deal.horizon) CHECK(row.passed_on_gw == 0);
    const Inputs slow_demand = with(default_inputs(), "demand.growth", 1.5);
    CHECK(simulate(slow_demand, deal).first_refusal_passes == never);
}

TEST_CASE("of an order no gigawatt is lost: what is missing ahead is taken, passed on, waiting or turned away") {
    for (const State& state : states_at_ends())
        for (const Row& row : simulate(state.inputs, *state.contract).rows) {
            if (row.azure_takes_gw + row.passed_on_gw <= row.placed_gw + 1e-12 &&
                row.turned_away_gw <= row.wanted_gw + 1e-9 && row.waiting_gw <= row.wanted_gw + 1e-9)
                continue;
            CAPTURE(state.name);
            CAPTURE(row.month.index);
            CHECK(false);
        }
}

TEST_CASE("what others have standing runs within months of first refusal, as CoreWeave's and Amazon's first did") {
    const auto bought_directly = [](const Run& run, Month month) {
        const Row& row = run.at(month);
        return row.others_gw + row.own_gw - row.exception_gw;
    };
    const Contract& deal = contract_named("january-2025");
    const Run run = simulate(default_inputs(), deal);
    CHECK(bought_directly(run, month_of(2025, 5)) == doctest::Approx(0));
    CHECK(bought_directly(run, month_of(2025, 12)) > 0.05);
    const Run none_ready = simulate(with(default_inputs(), "others.ready-share", 0), deal);
    CHECK(bought_directly(none_ready, month_of(2026, 5)) == doctest::Approx(0));
    CHECK(bought_directly(none_ready, month_of(2026, 7)) > 0);
}

TEST_CASE("others can start less in 2024 than in 2025: their ability grows into the rate that is set for 2025") {
    const Contract anyone;  // no clause: nobody is bound
    const Run run = simulate(default_inputs(), anyone);
    const auto others_start = [&](Month month) {
        const Row& row = run.at(month);
        return row.placed_gw - row.azure_takes_gw;
    };
    CHECK(others_start(Month{0}) <= 6.0 / 1.4 / 12 + 1e-9);
    CHECK(others_start(month_of(2025, 1)) <= 6.0 / 12 + 1e-9);
}

}  // namespace fr
