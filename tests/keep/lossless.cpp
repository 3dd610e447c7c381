// Nothing is lost on the way out and back: a state that a reader can reach comes back from its link, receipt, CSV,
// JSON and contract file as the same state with the same fingerprint.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "core/ask/evaluate.h"
#include "core/files/contract_reader.h"
#include "core/keep/export.h"
#include "core/keep/receipt.h"
#include "core/keep/results_json.h"
#include "core/keep/saved.h"
#include "core/keep/stamp.h"
#include "core/words/format.h"
#include "core/words/param_text.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

// A sequence of numbers for states, the same on every machine.
struct Draws {
    std::uint64_t seed;
    std::uint64_t below(std::uint64_t count) {
        seed = folded(seed, count);
        return (seed >> 20) % count;
    }
    double share() { return static_cast<double>(below(1'000'003)) / 1'000'002; }
};

// As somebody types it: with any number of digits, more than are kept too.
std::string typed(double value, Draws& draws) {
    std::array<char, 64> text;
    const char* forms[] = {"%.2f", "%.4f", "%.7f", "%.9f", "%.17g", "%e"};
    std::snprintf(text.data(), text.size(), forms[draws.below(6)], value);
    return text.data();
}

// A value of an input as a slider, a typed value, a message or a file gives it.
double reached(const Param& param, Draws& draws) {
    const double value = param.low + (param.high - param.low) * draws.share();
    if (draws.below(3) == 0) return snapped(param, value);
    if (param.kind == InputKind::number && !is_whole(param))
        if (const auto parsed = parse_value(param, typed(value, draws))) return *parsed;
    return draws.below(2) ? param.high : snapped(param, value);
}

struct Reached {
    const Contract* base;
    Inputs inputs;
    std::vector<Edit> edits;
    Deal deal() const { return shipped_deal(*base, edits); }
    Contract contract() const { return deal().contract(); }
    std::uint64_t print() const { return fingerprint(simulate(inputs, contract())); }
};

Reached random_state(Draws& draws) {
    const Contract& base = entry(shipped_contracts(), draws.below(shipped_contracts().size()));
    Reached state{&base, opening_inputs(base), {}};
    for (const Param& param : params)
        if (draws.below(3) == 0) state.inputs.*param.field = reached(param, draws);
    for (const Clause& clause : base.clauses)
        if (draws.below(5) == 0) state.edits.push_back({clause.id, static_cast<EditKind>(draws.below(3))});
    return state;
}

// The value that a line "# input demand.growth = 3.05 × a year (…)" of the CSV's header names.
Inputs inputs_of_csv(const std::string& csv) {
    Inputs inputs{};
    for (const Param& param : params) {
        const std::string start = "input " + std::string(param.key) + " = ";
        const std::size_t from = csv.find(start) + start.size();
        const auto value = parse_value(param, csv.substr(from, csv.find_first_of(" (\n", from) - from));
        REQUIRE(value.has_value());
        inputs.*param.field = *value;
    }
    return inputs;
}

template <class Check>
void for_random_states(int count, const Check& check) {
    Draws draws{2025};
    for (int i = 0; i < count; ++i) {
        const Reached state = random_state(draws);
        CAPTURE(i);
        CAPTURE(write_link({state.base->id, state.inputs, state.edits}, 0));
        check(state);
    }
}

}  // namespace

TEST_CASE("any state that can be reached comes back from its link to the last bit, and its stamp agrees") {
    for_random_states(3000, [](const Reached& state) {
        const int stamp = stamp_of(state.print());
        const OpenedLink opened = read_link(write_link({state.base->id, state.inputs, state.edits}, stamp));
        REQUIRE(opened.dropped.empty());
        REQUIRE(opened.state.contract == state.base->id);
        REQUIRE(opened.state.inputs == state.inputs);
        REQUIRE(opened.state.edits == state.edits);
        REQUIRE_FALSE(is_of_another_model(opened));
    });
}

TEST_CASE("any state that can be reached comes back from its receipt, which is verified") {
    for_random_states(40, [](const Reached& state) {
        const auto result = verify_receipt(receipt_text({state.inputs, state.deal()}).value());
        REQUIRE(result.has_value());
        CHECK(result->differences.empty());
        std::array<char, 20> print;
        std::snprintf(print.data(), print.size(), "%016llx", static_cast<unsigned long long>(state.print()));
        CHECK(result->fingerprint == print.data());
    });
}

TEST_CASE("any state that can be reached comes back from its JSON") {
    for_random_states(400, [](const Reached& state) {
        const std::string text = saved_json({state.inputs, state.deal()}).dump();
        const auto again = read_saved(Json::parse(text));
        REQUIRE(again.has_value());
        CHECK(again->inputs == state.inputs);
        CHECK(again->deal.edits() == state.edits);
        CHECK(fingerprint(simulate(again->inputs, again->deal.contract())) == state.print());
    });
}

TEST_CASE("the header of a CSV names every input so that it reads back as it was") {
    for_random_states(100, [](const Reached& state) {
        const Reading reading = evaluate(state.inputs, state.contract());
        CHECK(inputs_of_csv(csv_text(state.inputs, state.deal(), reading)) == state.inputs);
    });
}

TEST_CASE("any state that can be reached comes back from its contract file") {
    for_random_states(200, [](const Reached& state) {
        const auto again = parse_contract(contract_file(state.inputs, state.contract()).value());
        REQUIRE(again.has_value());
        const Inputs inputs = opening_inputs(*again);
        CHECK(inputs == state.inputs);
        CHECK(fingerprint(simulate(inputs, *again)) == state.print());
    });
}

TEST_CASE("a value is kept to a millionth when it enters, and is written as what is kept") {
    const Param& growth = *find_param("demand.growth");
    CHECK(parse_value(growth, "3.14159265") == 3.141593);
    CHECK(value_id(growth, 3.141593) == "3.141593");
    CHECK(parse_value(growth, "2.9999999") == 3);
    CHECK(value_text(growth, 1.1 * 3) == "×3.3 a year");
    CHECK_FALSE(parse_value(growth, "5.0000001").has_value());
    CHECK_FALSE(parse_value(growth, "1.1999999").has_value());
    CHECK(read_link("1january-2025~dg3.14159265").state.inputs.demand_growth == 3.141593);
    for (const Param& param : params)
        for (const double value : {param.low, param.standard, param.high, param.spread_low, param.spread_high})
            CHECK(kept_value(value) == value);
}

TEST_CASE("a decimal comma is refused with the point that is meant, never read as another number") {
    const Param& growth = *find_param("demand.growth");
    const auto refused = parse_value(growth, "3,5");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().find("the decimal sign is a point: 3.5") != std::string::npos);
    const auto far = parse_value(growth, "35,5");
    REQUIRE_FALSE(far.has_value());
    CHECK(far.error().find("decimal sign") == std::string::npos);
}

}  // namespace fr
