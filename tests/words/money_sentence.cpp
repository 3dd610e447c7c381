// The deal in money: the sentence's sums are the rows', and money that moves moves the sentence.
#include "core/words/money_sentence.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/ask/evaluate.h"
#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::string said(const Inputs& inputs, std::string_view contract = "january-2025") {
    return money_sentence(simulate(inputs, contract_named(contract)));
}
}  // namespace

TEST_CASE("what is lost or earned, and paid to Microsoft, are the rows' months summed") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        double profit_bn = 0, paid_bn = 0;
        for (const Row& row : run.rows) {
            if (row.month > month_of(2030, 12)) break;
            profit_bn += row.profit_bn_per_year / 12;
            paid_bn += row.microsoft_receipts_bn_per_year / 12;
        }
        const std::string text = money_sentence(run);
        CAPTURE(state.name);
        CAPTURE(text);
        CHECK(text.contains((profit_bn < 0 ? "loses " : "earns ") + bn_text(std::fabs(profit_bn)) + " and"));
        CHECK(text.contains("pays Microsoft " + bn_text(paid_bn) + "."));
    }
}

TEST_CASE("the first profitable year is the first, and a year that is not there is said") {
    CHECK(said(default_inputs()).contains("First profitable year: 2030."));
    Inputs dear = default_inputs();
    for (const char* key : {"money.other-rate", "money.other-fixed", "money.price-per-gw"})
        dear = with(dear, key, find_param(key)->high);
    for (const char* key : {"money.revenue-per-gw", "money.revenue-growth", "money.price-fall"})
        dear = with(dear, key, find_param(key)->low);
    CHECK(said(dear).contains("First profitable year: none by 2035."));
}

TEST_CASE("each input that moves money alone is answered") {
    const std::string standard = said(default_inputs());
    for (const char* key : {"money.other-fixed", "money.other-rate", "money.revenue-per-gw"}) {
        CAPTURE(key);
        CHECK(said(with(default_inputs(), key, find_param(key)->high)) != standard);
    }
    Inputs promised = with(default_inputs(), "azure.commitment", 500);
    CHECK(said(promised) != standard);
    CHECK(said(with(promised, "azure.commitment-years", 4)) != said(promised));
}

}  // namespace fr
