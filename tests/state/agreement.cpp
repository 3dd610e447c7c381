// Nothing that is said contradicts anything else that is said: months, percentages and names are read back out of the
// words of every place that speaks of a state, and held against its rows, so that no two places can differ.
#include <doctest/doctest.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/ask/agi_readings.h"
#include "core/keep/export.h"
#include "core/picture/figure.h"
#include "core/words/format.h"
#include "tests/read_back.h"
#include "tests/states.h"
#include "tests/tables.h"
#include "ui/state/described.h"

namespace fr {

namespace {

using namespace tests;

// --- A state, and all that is said of it.

struct Said {
    std::string place, words;
};

struct Told {
    App app;
    Results results{};
    std::vector<Said> all{};
    std::set<int> explained{};  // the months that traces are about

    const Contract& contract() const { return app.state.contract(); }
    const Inputs& inputs() const { return app.state.inputs; }
    const Reading& reading() const { return results.reading; }
    const Headline& head() const { return results.reading.headline; }
    const Run& run() const { return results.reading.run; }
    void say(std::string place, std::string words) { all.push_back({std::move(place), std::move(words)}); }
};

void hear_reading(Told& told) {
    const Reading& reading = told.reading();
    told.say("sentence", reading.sentence);
    told.say("wide", reading.wide_sentence);
    told.say("narrow", reading.narrow_sentence);
    told.say("AGI sentence", reading.agi_sentence);
    told.say("support", reading.support_sentence);
    for (const Chip& chip : reading.chips) told.say("chip", std::string(chip.name) + " " + chip.state);
    for (const std::string& words : reading.event_words) told.say("event", words);
    for (const ClauseWords& words : reading.clauses) {
        told.say("clause", words.status);
        for (const std::string& why : words.why) told.say("span", why);
    }
}

void hear_why(Told& told) {
    for (std::size_t i = 0; i < outcome_names.size(); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        const Why why = fr::why(outcome, {}, told.inputs(), told.contract(), under_pressure());
        told.explained.insert(why.month.index);
        for (const WhyStep& step : why.steps) told.say("why " + std::string(outcome_names[i]), step.says);
    }
}

void hear_figures(Told& told) {
    told.say("picture", texts_of(picture_of(told.app, told.results, 800, false, never)));
    const FigureOptions options;
    const Figure picture = capacity_figure(told.contract(), told.run(), options, estimated_width);
    told.say("picture described", picture.description);
    told.say("AGI curves",
             agi_figure(told.inputs(), told.contract(), told.run(), options, estimated_width).description);
    told.say("AGI range", told.reading().agi_range);
}

// Every sentence of the one value that page, text view and articles are told by.
void hear_described(Told& told) {
    const std::set<std::string> apart{"next_flips", "yours", "contract_title",
                                      "assumed"};  // other states, the contract
    const auto hear = [&](const auto& self, const std::string& place, const Json& value) -> void {
        if (value.is_string()) told.say("described " + place, value.get<std::string>());
        if (value.is_array())
            for (const Json& one : value) self(self, place, one);
        if (!value.is_object()) return;
        for (const auto& [key, one] : value.items())
            if (!apart.contains(key)) self(self, key, one);
    };
    hear(hear, "", describe(told.app, told.results));
}

// What a file of rows opens with: three sentences of the state, then its inputs and clauses.
void hear_csv(Told& told) {
    const std::string text = csv_text(told.inputs(), told.app.state.deal, told.reading());
    std::size_t from = 0;
    for (int line = 0; line < 5; ++line) {
        const std::size_t end = text.find('\n', from);
        told.say("CSV", text.substr(from, end - from));
        from = end + 1;
    }
}

// The table that speaks of this state alone; others try states beside it.
void hear_agi_table(Told& told) {
    const auto all = tables(told.app, told.results, finished(told.results, told.app.state));
    const Table* table = table_named(all, "The AGI test");
    REQUIRE(table);
    told.say("table", table->title + ". " + table->note);
    for (const auto& row : table->rows)
        for (const std::string& cell : row) told.say("cell", cell);
}

Told told_of(const Contract& contract, const Inputs& inputs) {
    Told told{{.state = {.inputs = inputs, .deal = shipped_deal(contract), .doubt = {}}}};
    refresh(told.results, told.app);
    hear_described(told);
    hear_csv(told);
    hear_reading(told);
    hear_why(told);
    hear_figures(told);
    told.say("month", told.results.month.served + " " + told.results.month.asked + " " + told.results.month.rights);
    told.say("offered", told.reading().offered.whole);
    told.say("offered, in brief", told.reading().offered.brief);
    told.say("citation", citation_text(told.contract(), told.reading()));
    for (const Warning& warning : told.results.warnings) told.say("warning", warning.says);
    return told;
}

// All deals, each input at both ends, and demand over its range.
std::vector<State> all_states() {
    std::vector<State> states = states_at_ends();
    for (const Contract& contract : shipped_contracts())
        for (double growth = 1.5; growth < 5; growth += 0.25)
            states.push_back({&contract, tests::with(opening_inputs(contract), "demand.growth", growth),
                              contract.id + ", growth " + shortest(growth)});
    return states;
}

// --- What the rows allow to be said.

std::set<int> dates_of(const Contract& contract) {
    std::set<int> dates{contract.horizon.index};
    for (const Clause& clause : contract.clauses) {
        if (const Month* from = std::get_if<Month>(&clause.from)) dates.insert(from->index);
        const Month* until = clause.until ? std::get_if<Month>(&*clause.until) : nullptr;
        if (until) dates.insert(until->index);
        if (const auto* licence = std::get_if<IpLicenceRule>(&clause.rule)) {
            dates.insert(licence->models_until.index);
            dates.insert(licence->research_until.index);
        }
    }
    return dates;
}

std::set<int> months_known(const Told& told) {
    std::set<int> known = dates_of(told.contract());
    known.insert({0, FigureOptions{}.last.index});  // the first month of the model, the last of the picture
    known.insert(told.explained.begin(), told.explained.end());
    for (const Row& row : told.run().rows)
        if (row.support_under) known.insert(row.month.index);
    known.merge(dates_of(under_pressure()));  // the run that tells when demand alone would have decided
    const Headline& head = told.head();
    for (const Month month :
         {head.exclusivity_breaks, head.exclusivity_would_break, head.agi_trips, head.api_lock_binds,
          head.first_refusal_passes, head.shortage_ends, head.agi_by_reading[0], head.agi_by_reading[1],
          head.agi_by_reading[2], head.max_unserved.month, told.results.why.month, told.results.reading.worst})
        known.insert(month.index);
    for (const Event& event : told.reading().events) known.insert(event.month.index);
    for (const TestReading& reading : told.reading().agi_readings) known.insert(reading.met.index);
    for (const auto& spans : told.reading().spans)
        for (const Span& span : spans)
            if (span.reason != SpanReason::replaced) known.insert(span.from.index);
    return known;
}

// "Jan 2025 – May 2025: …", or one month: of a stretch of this run.
bool tells_stretch(const Told& told, std::string_view words) {
    return std::ranges::any_of(told.reading().stretches, [&](const Stretch& stretch) {
        const std::string from = month_text(stretch.from), until = " – " + month_text(stretch.until);
        return words.starts_with(from + (stretch.from == stretch.until ? "" : until) + ": ");
    });
}

std::string month_unknown(const std::set<int>& known, std::string_view words) {
    for (const Month month : months_in(words))
        if (!known.contains(month.index) && month < never) return month_text(month);
    return {};
}

bool is_name(const Told& told, const std::string& name) {
    const auto is_clause_of = [&](const Contract& contract) {
        return std::ranges::contains(contract.clauses, name, &Clause::name);
    };
    return is_clause_of(told.contract()) || is_clause_of(under_pressure()) || name == told.contract().title;
}

// Of demand and of capacity in the months that are spoken of, in this run and where demand alone decides; of inputs.
std::set<std::string> percentages_known(const Told& told) {
    std::set<std::string> known{"0%", "25%", "50%", "75%", "100%", percent_text(told.head().azure_share_2030)};
    const Run undated = simulate(told.inputs(), under_pressure());
    std::set<int> months = told.explained;
    months.insert({told.results.reading.worst.index, told.results.why.month.index});
    for (const Run* run : {&told.run(), &undated})
        for (const int month : months) {
            const Row& row = run->at(Month{month});
            for (const double gw : {row.served_azure_gw, row.served_others_gw, row.served_own_gw, row.served_gw,
                                    row.demand_gw - row.served_gw})
                known.insert(percent_text(gw / row.demand_gw));
            for (const double share : {row.unserved_share, 1 - row.unserved_share, row.azure_share})
                known.insert(percent_text(share));
        }
    for (const Param& param : params)
        for (std::string& percentage : percentages_in(value_text(param, told.inputs().*param.field)))
            known.insert(std::move(percentage));
    known.insert(percent_text(told.inputs().pressure_patience / 100));
    return known;
}

std::string percentage_unknown(const std::set<std::string>& known, std::string_view words) {
    for (const std::string& percentage : percentages_in(words))
        if (!known.contains(percentage)) return percentage;
    return {};
}

// Words that say one thing, and the month that it must be.
struct Saying {
    std::string_view words;
    Month (*month)(const Told&);
};
constexpr std::array<Saying, 12> sayings{{
    {"exclusivity ended ", [](const Told& told) { return told.head().exclusivity_breaks; }},
    {"exclusivity breaks ", [](const Told& told) { return told.head().exclusivity_breaks; }},
    {"exclusivity, ended in ", [](const Told& told) { return told.head().exclusivity_breaks; }},
    {"Exclusivity ends in ", [](const Told& told) { return told.head().exclusivity_breaks; }},
    {"Demand alone breaks exclusivity in ", [](const Told& told) { return told.head().exclusivity_would_break; }},
    {"AGI clause trips ", [](const Told& told) { return told.head().agi_trips; }},
    {"AGI clause trips in ", [](const Told& told) { return told.head().agi_trips; }},
    {"Could earn it: ", [](const Told& told) { return told.head().agi_by_reading[1]; }},
    {"Has earned it: ", [](const Told& told) { return told.head().agi_by_reading[0]; }},
    {"The shortage ends in ", [](const Told& told) { return told.head().shortage_ends; }},
    {"Microsoft first passes in ", [](const Told& told) { return told.head().first_refusal_passes; }},
    {"The lock binds from ", [](const Told& told) { return told.head().api_lock_binds; }},
}};

// "gets 66% of what it wants in May 2026", "Worst in May 2026: 34% is not served".
bool agrees(const Told& told, std::string_view words) {
    const auto is_share = [&](Month month, std::string_view text, bool served) {
        const double unserved = told.run().at(month).unserved_share;
        return text == percent_text(served ? 1 - unserved : unserved);
    };
    for (const auto& [before, served] : {std::pair{"gets ", true}, std::pair{"Worst in ", false}})
        for (std::size_t at = words.find(before); at != std::string_view::npos; at = words.find(before, at + 1)) {
            const std::string_view claim = words.substr(at, words.find_first_of(".;,", at) - at);
            const auto shares = percentages_in(claim);
            const auto months = months_in(claim);
            if (shares.size() == 1 && months.size() == 1 && !is_share(months[0], shares[0], served)) return false;
        }
    return true;
}

using Sayings = std::map<std::string_view, int>;  // how often each saying was heard

void check_words(const Told& told, Sayings& heard) {
    const std::set<int> known = months_known(told);
    const std::set<std::string> shares = percentages_known(told);
    for (const auto& [place, words] : told.all) {
        CAPTURE(place);
        CAPTURE(words);
        if (!tells_stretch(told, words)) CHECK(month_unknown(known, words) == "");
        CHECK(percentage_unknown(shares, words) == "");
        CHECK(agrees(told, words));
        for (const std::string& name : quotations_in(words)) CHECK(is_name(told, name));
        for (const Saying& saying : sayings)
            for (const Month month : months_after(words, saying.words)) {
                ++heard[saying.words];
                CAPTURE(saying.words);
                CHECK(month_text(month) == month_text(saying.month(told)));
            }
    }
}

void check_profitable_year(const Told& told) {
    const std::optional<int> year = first_profitable_year(told.run());
    const std::string said = "First profitable year: " + (year ? std::to_string(*year) : "none by 2035");
    const auto says = [&](std::string_view place) {
        return std::ranges::any_of(
            told.all, [&](const Said& one) { return one.place == place && one.words.find(said) != std::string::npos; });
    };
    CHECK(says("described money_sentence"));
    CHECK(says("CSV"));
}

// Where profit is booked in another month in the strip of dates than on the curve, both are said side by side.
bool books_twice(const Told& told) {
    const Month own = told.reading().agi_readings.back().met, here = told.head().agi_by_reading[0];
    if (own == here) return false;
    const auto said = months_in(told.reading().agi_range);
    for (const Month month : {own, here}) CHECK((month == never || std::ranges::contains(said, month)));
    return true;
}

}  // namespace

TEST_CASE(
    "every month, percentage and name that is said anywhere is one of the contract, the inputs or the run, and meant "
    "so") {
    Sayings heard;
    int booked_twice = 0;
    for (const State& state : all_states()) {
        const Told told = told_of(*state.contract, state.inputs);
        CAPTURE(state.name);
        check_words(told, heard);
        check_profitable_year(told);
        booked_twice += books_twice(told);
    }
    CHECK(booked_twice > 0);
    for (const Saying& saying : sayings) {
        CAPTURE(saying.words);
        CHECK(heard[saying.words] > 0);  // what nobody says any more is no test
    }
}

TEST_CASE("the table of the AGI test's readings says months of this run and its readings only") {
    for (const Contract& contract : shipped_contracts()) {
        Told told = told_of(contract, opening_inputs(contract));
        told.all.clear();
        hear_agi_table(told);
        const std::set<int> known = months_known(told);
        CAPTURE(contract.id);
        CHECK(told.all.size() > test_reading_count);
        for (const auto& [place, words] : told.all) {
            CAPTURE(words);
            CHECK(month_unknown(known, words) == "");
        }
    }
}

}  // namespace fr
