// What is said of states beside the present one: another deal, an input's other end, a clause lifted, a bet. Each
// number and month is read back out of the words and held against a run of that state, made here.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/ask/whatif.h"
#include "core/files/assets.h"
#include "core/story/telling.h"
#include "tests/read_back.h"
#include "tests/states.h"
#include "tests/tables.h"

namespace fr {

namespace {

using namespace tests;

// Every deal at low, opening and high demand.
std::vector<State> some_states() {
    std::vector<State> states;
    for (const Contract& contract : shipped_contracts())
        for (const double growth : {1.6, 3.0, 4.5})
            states.push_back({&contract, with(opening_inputs(contract), "demand.growth", growth),
                              contract.id + ", growth " + shortest(growth)});
    return states;
}

// A state with all that is worked out of it, whichever outcome is asked about.
struct WorkedOut {
    App app;
    Results results{};
    Background background{};

    explicit WorkedOut(const State& of)
        : app{.state = {.inputs = of.inputs, .deal = shipped_deal(*of.contract), .doubt = {}, .asked = {}}} {
        refresh(results, app);
        background = finished(results, app.state);
    }
    std::vector<Table> tables_asked(Outcome asked) {
        app.state.asked = asked;
        refresh(results, app);
        return tables(app, results, background);
    }
};

const std::vector<Table>& tables_of(const State& state) {
    static std::map<std::string, std::vector<Table>> known;
    auto& all = known[state.name];
    if (all.empty()) all = WorkedOut(state).tables_asked(Outcome::max_unserved);
    return all;
}

// What a run says of an outcome, as words of a table: read from its rows, and not from a headline.
std::optional<std::string> told_by(const Run& run, Outcome outcome) {
    switch (outcome) {
        case Outcome::exclusivity_breaks:
            return month_text(run.exclusivity_breaks);
        case Outcome::agi_trips:
            return month_text(run.facts.agi_tripped);
        case Outcome::agi_booked:
            return month_text(run.met(AgiReading::booked));
        case Outcome::agi_ability:
            return month_text(run.met(AgiReading::ability));
        case Outcome::first_refusal_passes:
            return month_text(run.first_refusal_passes);
        case Outcome::azure_share_2030:
            return percent_text(run.at(month_of(2030, 12)).azure_share);
        case Outcome::api_lock_binds: {
            const auto first = std::ranges::find(run.rows, true, &Row::api_lock_binds);
            return month_text(first == run.rows.end() ? never : first->month);
        }
        default:
            return std::nullopt;
    }
}

std::optional<Outcome> outcome_named(std::string_view name) {
    for (std::size_t i = 0; i < outcome_names.size(); ++i)
        if (outcome_name(static_cast<Outcome>(i)) == name) return static_cast<Outcome>(i);
    return std::nullopt;
}

const Param& param_labelled(std::string_view label) {
    const auto found = std::ranges::find(params, label, &Param::label);
    REQUIRE(found != std::ranges::end(params));
    return *found;
}

// "A → B" → A, B.
std::pair<std::string, std::string> ends_of(const std::string& words) {
    const std::size_t at = words.find(" → ");
    REQUIRE(at != std::string::npos);
    return {words.substr(0, at), words.substr(at + std::string_view(" → ").size())};
}

// An end of an input: its value, how that is said, and what is said to be so there.
struct End {
    const Param* param;
    double value;
    std::string said, then;
};
void check_end(const State& state, Outcome asked, const End& end) {
    CHECK(end.said == value_text(*end.param, end.value));
    const Inputs inputs = with(state.inputs, end.param->key, end.value);
    CHECK(end.then == *told_by(simulate(inputs, *state.contract), asked));
}

}  // namespace

TEST_CASE("the table of another deal has each outcome that differs, as the two runs have it, and no other") {
    int rows = 0;
    for (const State& state : some_states()) {
        CAPTURE(state.name);
        const Run here = simulate(state.inputs, *state.contract);
        const auto& all = tables_of(state);
        for (const Contract& other : shipped_contracts()) {
            if (other.id == state.contract->id) continue;
            CAPTURE(other.id);
            const Table* table = table_named(all, "What “" + other.title + "” would change");
            REQUIRE(table);
            const Run there = simulate(state.inputs, other);
            std::set<Outcome> told;
            for (const auto& row : table->rows) {
                const auto outcome = outcome_named(row[0]);
                if (!outcome) continue;
                told.insert(*outcome);
                CAPTURE(row[0]);
                if (const auto words = told_by(here, *outcome)) CHECK(row[1] == *words);
                if (const auto words = told_by(there, *outcome)) CHECK(row[2] == *words);
                ++rows;
            }
            for (std::size_t i = 0; i < outcome_names.size(); ++i) {
                const auto outcome = static_cast<Outcome>(i);
                CAPTURE(outcome_names[i]);
                if (told_by(here, outcome))
                    CHECK(told.contains(outcome) == (told_by(here, outcome) != told_by(there, outcome)));
            }
        }
    }
    CHECK(rows > 100);
}

TEST_CASE("the table of what moves an outcome most says what a run at either end says") {
    int rows = 0;
    for (const State& state : some_states()) {
        WorkedOut worked_out(state);
        for (const Outcome asked : {Outcome::azure_share_2030, Outcome::agi_trips, Outcome::first_refusal_passes}) {
            CAPTURE(state.name);
            const auto all = worked_out.tables_asked(asked);
            const Table* table = table_named(all, "What moves it most");
            REQUIRE(table);
            CHECK(table->note == "As set: " + *told_by(simulate(state.inputs, *state.contract), asked) + ".");
            for (const auto& row : table->rows) {
                CAPTURE(row[0]);
                const Param& param = param_labelled(row[0]);
                const auto [from, to] = ends_of(row[1]);
                const auto [low, high] = ends_of(row[2]);
                const bool is_whole = is_decision(param);
                check_end(state, asked, {&param, is_whole ? param.low : param.spread_low, from, low});
                check_end(state, asked, {&param, is_whole ? param.high : param.spread_high, to, high});
                rows += 2;
            }
        }
    }
    CHECK(rows > 150);
}

TEST_CASE("the table of what is promised has at each year’s end what the run has there") {
    int rows = 0;
    for (const State& state : some_states()) {
        CAPTURE(state.name);
        const Run run = simulate(state.inputs, *state.contract);
        const auto& all = tables_of(state);
        const Table* table = table_named(all, "Promised and running");
        REQUIRE(table);
        for (const auto& row : table->rows) {
            const Row& end = run.at(month_of(std::stoi(row[0]), 12));
            CHECK(row[4] == gw_text(end.others_gw - end.exception_gw + end.own_gw));
            ++rows;
        }
    }
    CHECK(rows > 50);
}

TEST_CASE("the card of a clause's worth says what its two runs differ by, and months of these two only") {
    int amounts = 0;
    for (const State& state : some_states()) {
        const auto& [contract_of, inputs, name] = state;
        const Contract& contract = *contract_of;
        const Run with = simulate(inputs, contract);
        const Month last = last_counted(contract);
        const Headline head = headline_of(inputs, contract, under_pressure());
        for (const Worth& worth : worths(inputs, contract)) {
            const Run lifted = simulate(inputs, without_kind(contract, worth.clause));
            const std::string words = worth_text(worth, contract, head);
            CAPTURE(words);
            const double served = served_gw_months(lifted, last) - served_gw_months(with, last);
            const double paid = lifted.at(last).cumulative_share_bn - with.at(last).cumulative_share_bn;
            const auto said_served = amount_read(words, " GW-months ", "more");
            const auto said_paid = amount_read(words, " bn ", "more");
            CHECK(std::fabs(said_served.value_or(0) - served) < 0.051);
            CHECK(std::fabs(said_paid.value_or(0) - paid) < 0.051);
            amounts += (said_served ? 1 : 0) + (said_paid ? 1 : 0);
            const Month* from = std::get_if<Month>(&contract.at(worth.clause).from);
            const std::set<Month> known{last,
                                        contract.horizon,
                                        from ? *from : last,
                                        with.exclusivity_breaks,
                                        lifted.exclusivity_breaks,
                                        with.facts.agi_tripped,
                                        lifted.facts.agi_tripped};
            for (const Month month : months_in(words)) CHECK(known.contains(month));
        }
    }
    CHECK(amounts > 60);
}

namespace {

// The first number of some words: "×2.15 a year" → 2.15.
std::optional<double> number_in(std::string_view words) {
    std::size_t from = 0;
    while (from < words.size() && !is_digit(words[from])) ++from;
    if (from == words.size()) return std::nullopt;
    std::size_t end = from;
    while (end < words.size() && (is_digit(words[end]) || words[end] == '.')) ++end;
    if (words[end - 1] == '.') --end;
    return std::stod(std::string(words.substr(from, end - from)));
}

std::string after_colon(const std::string& words, std::size_t which) {
    std::size_t at = 0;
    for (; which > 0; --which) at = words.find(": ", at) + 2;
    return words.substr(at);
}

}  // namespace

TEST_CASE("a bet, the answer and the verdict between them add up as they are said, wherever the bet is placed") {
    int compared = 0;
    for (const Chapter& chapter : shipped_story().chapters) {
        const ChapterNumbers numbers = numbers_of(chapter);
        for (std::size_t i = 0; i < chapter.bets.size(); ++i) {
            const Bet& bet = chapter.bets[i];
            CAPTURE(bet.id);
            const auto answer = numbers.answers[i];
            const std::string answered = answer_words(bet, answer);
            CAPTURE(answered);
            if (!bet.options.empty()) {
                int right = 0;
                for (std::size_t option = 0; option < bet.options.size(); ++option) {
                    const std::string said = verdict(bet, static_cast<double>(option), answer);
                    const bool is_right = said.ends_with(": so it is.");
                    CHECK(is_right == (after_colon(answered, 1) == bet.options[option].says + "."));
                    right += is_right ? 1 : 0;
                }
                CHECK(right == 1);
                continue;
            }
            REQUIRE(answer.has_value());
            for (double value = bet.low; value <= bet.high + bet.step / 2; value += bet.step) {
                const std::string said = verdict(bet, value, answer);
                CAPTURE(said);
                const auto placed = number_in(after_colon(said, 1)), right = number_in(after_colon(answered, 1));
                REQUIRE((placed && right));
                CHECK(std::fabs(*placed - value) < bet.step / 2);
                if (said.ends_with(": as near as the scale tells.")) {
                    CHECK(std::fabs(value - *answer) <= bet.step / 2 + 1e-9);
                    continue;
                }
                const bool high = said.ends_with(" too high.");
                CHECK(high == (*placed > *right));
                CHECK((high || said.ends_with(" too low.")));
                const auto off = number_in(after_colon(said, 2));
                REQUIRE(off.has_value());
                CHECK(std::fabs(std::fabs(*placed - *right) - *off) < 1e-6);
                CHECK((said.find(": close, ") != std::string::npos) == (std::fabs(value - *answer) <= bet.close));
                ++compared;
            }
        }
    }
    CHECK(compared > 100);
}

}  // namespace fr
