// What a change is said to change: of every input, clause, dispute, deal, reading and month, both ways. Only what
// differs is named, what weighs more comes first, and all of it can be heard in one breath.
#include "core/ask/response.h"

#include <doctest/doctest.h>

#include "core/ask/changes.h"
#include "core/ask/disputes.h"
#include "core/words/clause_name.h"
#include "tests/numbers.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

// A state with all that is read from it.
struct Case {
    Inputs inputs;
    Deal deal;
    Month chosen = never;
    Outcome asked = Outcome::max_unserved;
    Reading reading = evaluate(inputs, deal.contract());
    Seen seen() const { return {inputs, deal, reading, chosen, asked}; }
};

Case opening(const Contract& contract) { return {opening_inputs(contract), shipped_deal(contract)}; }

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::string lower(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
    return text;
}

std::vector<std::string> lines_of(const std::string& said) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < said.size();) {
        const std::size_t end = std::min(said.find("; ", from), said.size() - 1);
        lines.push_back(said.substr(from, end - from));
        from = end + 2;
    }
    return lines;
}

bool is_same_span(const Span& a, const Span& b) {
    return a.from == b.from && a.until == b.until && a.state == b.state && a.reason == b.reason;
}

// How a line about an outcome that is a month begins, in the order of the outcomes.
constexpr std::array<std::string_view, month_outcome_count> told_of{
    "exclusivity ends", "demand alone",  "the AGI clause",   "booked profit", "the systems could",
    "AGI is",           "the API’s tie", "Microsoft passes", "the shortage"};

// Of a state that differs from another: the lengths, the numbers, and that nothing is named which is the same in both.
void check(const Case& before, const Case& after) {
    const Response said = response(before.seen(), after.seen());
    CAPTURE(said.set);
    CAPTURE(said.follows);
    CHECK(word_count(said.whole()) <= most_heard);
    CHECK(said.follows != "");
    CHECK(said.follows.ends_with("."));
    const Headline &was = before.reading.headline, &now = after.reading.headline;
    const std::vector<std::string> lines = lines_of(said.follows);
    const bool is_same_base = before.deal.base() == after.deal.base();
    for (std::size_t i = 0; i < month_outcome_count; ++i) {
        const Outcome outcome = static_cast<Outcome>(i);
        const bool is_shortage = outcome == Outcome::shortage_ends;  // told also where there comes to be none
        if (month_of(was, outcome) != month_of(now, outcome) || is_shortage) continue;
        for (const std::string& line : lines)
            CHECK_FALSE((line.starts_with(told_of[i]) || lower(line).starts_with(told_of[i])));
    }
    const Contract &old = before.deal.contract(), &contract = after.deal.contract();
    for (int i = 0; is_same_base && i < std::min(old.size(), contract.size()); ++i)
        if (std::ranges::equal(entry(before.reading.spans, i), entry(after.reading.spans, i), is_same_span))
            for (const std::string& line : lines) CHECK_FALSE(line.starts_with(clause_name(contract, i) + " "));
    const bool is_same_run =
        before.reading.fingerprint == after.reading.fingerprint && differing_outcomes(was, now).empty();
    if (is_same_run && before.deal == after.deal)
        CHECK(said.follows == "Nothing in the outcomes changes.");
    else if (number_of(was, Outcome::azure_share_2030) != number_of(now, Outcome::azure_share_2030))
        CHECK(said.follows != "Nothing in the outcomes changes.");
}

// What is said of months is what the later state has: no month of it is made up.
void check_months(const Case& after, const std::string& said) {
    Known known;
    known.text("2025 2030 2035");
    known.headline(after.reading.headline);
    known.month(after.reading.worst);
    for (const auto& spans : after.reading.spans)
        for (const Span& span : spans) {
            known.month(span.from);
            if (span.from > first_contract_month) known.month(Month{span.from.index - 1});
        }
    for (const Clause& clause : after.deal.contract().clauses) known.text(clause.name);
    for (const std::string& line : lines_of(said)) {
        const std::size_t at = line.rfind(" in ");
        CAPTURE(line);
        if (at != std::string::npos) CHECK(known.unknown_in(line.substr(at)) == "");
    }
}

void check_both_ways(const Case& a, const Case& b) {
    check(a, b);
    check(b, a);
    check_months(b, response(a.seen(), b.seen()).follows);
    check_months(a, response(b.seen(), a.seen()).follows);
}

std::string said_set(const Case& before, const Case& after) { return response(before.seen(), after.seen()).set; }

}  // namespace

TEST_CASE("every input says its name and value, and what follows, and the way back says the same of the other") {
    for (const Contract& contract : shipped_contracts()) {
        const Case before = opening(contract);
        for (const Param& param : params)
            for (const double value : {param.low, param.high}) {
                if (value == before.inputs.*param.field) continue;
                Inputs inputs = before.inputs;
                inputs.*param.field = value;
                const Case after{inputs, before.deal};
                CAPTURE(contract.id);
                CAPTURE(param.key);
                check_both_ways(before, after);
                CHECK(said_set(before, after) == std::string(param.label) + " " + value_text(param, value) + ".");
                CHECK(said_set(after, before) ==
                      std::string(param.label) + " " + value_text(param, before.inputs.*param.field) + ".");
            }
    }
}

TEST_CASE("every step of compute demand says something, and never more than can be heard") {
    const Case opened = opening(shipped_contracts().front());
    Case before = opened;
    for (double growth = hero.low; growth <= hero.high; growth = snapped(hero, growth + hero.step)) {
        const Case after{with(opened.inputs, hero.key, growth), opened.deal};
        if (!(after.inputs == before.inputs)) check_both_ways(before, after);
        before = after;
        if (growth == hero.high) break;
    }
}

TEST_CASE("every clause that is switched says so, by a name that no other clause has") {
    for (const Contract& contract : shipped_contracts()) {
        const Case before = opening(contract);
        for (int i = 0; i < contract.size(); ++i)
            for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed}) {
                const Clause& clause = contract.at(i);
                const bool is_offered = clause.variant
                                            ? kind == EditKind::agreed
                                            : kind == EditKind::never_agreed ||
                                                  (kind == EditKind::dropped && is_restriction(kind_of(clause)));
                if (!is_offered) continue;
                const Case after{before.inputs, before.deal.with({{clause.id, kind}})};
                CAPTURE(contract.id);
                CAPTURE(clause.id);
                check_both_ways(before, after);
                CHECK(said_set(before, after).starts_with(clause_name(contract, i) + " "));
                CHECK(said_set(after, before) == clause_name(contract, i) + " as agreed.");
            }
    }
}

TEST_CASE("names of clauses are unique within a deal") {
    for (const Contract& contract : shipped_contracts())
        for (int i = 0; i < contract.size(); ++i)
            for (int other = 0; other < i; ++other) CHECK(clause_name(contract, i) != clause_name(contract, other));
}

TEST_CASE("every side of every dispute says what it sets") {
    for (const Contract& contract : shipped_contracts()) {
        const Case before = opening(contract);
        for (const Dispute& dispute : shipped_disputes())
            for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
                if (!is_offered(dispute, contract) || !is_offered(dispute.sides[side], contract)) continue;
                const Choices now = on_side(dispute, side, {before.inputs, before.deal.edits()});
                const Case after{now.inputs, before.deal.with(now.edits)};
                CAPTURE(dispute.id);
                if (after.inputs == before.inputs && after.deal == before.deal) continue;
                check_both_ways(before, after);
                CHECK(said_set(before, after) != "");
            }
    }
}

TEST_CASE("a clause that another replaces ends in the month in which that one begins, as the strip says") {
    const Case after = opening(contract_named("january-2025"));
    const Case before{after.inputs, after.deal.with({{"first-refusal", EditKind::never_agreed}})};
    const std::string said = response(before.seen(), after.seen()).whole();
    CAPTURE(said);
    CHECK(has(said, "Oracle exception now ends in January 2025"));
    const auto oracle = static_cast<std::size_t>(clause_named(after.deal.contract(), "oracle-exception"));
    CHECK(after.reading.clauses[oracle].status == "replaced Jan 2025");
}

TEST_CASE("another deal says its title, and never a clause that ends in the other") {
    for (const Contract& from : shipped_contracts())
        for (const Contract& to : shipped_contracts()) {
            if (from.id == to.id) continue;
            const Case before = opening(from), after = opening(to);
            check_both_ways(before, after);
            CHECK(said_set(before, after) == to.title + ".");
        }
}

TEST_CASE("every reading of the AGI test is said") {
    const Case before = opening(shipped_contracts().front());
    for (double reading = 0; reading < 3; ++reading) {
        const Case after{with(before.inputs, "agi.reading", reading), before.deal};
        if (!(after.inputs == before.inputs)) check_both_ways(before, after);
    }
}

TEST_CASE("every month says what is served and which clauses have changed since, and nothing else") {
    for (const Contract& contract : shipped_contracts()) {
        Case before = opening(contract);
        before.chosen = Month{0};
        for (int m = 1; m < month_count; ++m) {
            Case after = before;
            after.chosen = Month{m};
            for (const auto& [a, b] : {std::pair{&before, &after}, std::pair{&after, &before}}) {
                const Response said = response(a->seen(), b->seen());
                CAPTURE(said.set);
                CAPTURE(said.follows);
                CHECK(said.set == long_month_text(b->chosen) + ".");
                CHECK(word_count(said.whole()) <= most_heard);
                const auto served = [&](Month month) {
                    return percent_text(1 - b->reading.run.at(month).unserved_share);
                };
                const bool says_served = has(said.follows, " of demand is served");
                const bool has_more = has(said.follows, " more.");
                CHECK((says_served || has_more) == (served(a->chosen) != served(b->chosen) || has_more));
                if (says_served) CHECK(has(said.follows, served(b->chosen)));
                if (has(said.follows, " is in force"))
                    CHECK(!std::ranges::all_of(b->reading.spans, [&](const auto& spans) {
                        return std::ranges::none_of(spans, [&](const Span& span) {
                            return span.from == std::max(a->chosen, b->chosen) ||
                                   span.from == next(std::min(a->chosen, b->chosen));
                        });
                    }));
            }
            before = std::move(after);
        }
    }
}

TEST_CASE("every question that can be asked is answered") {
    Case before = opening(shipped_contracts().front());
    for (const Question& question : questions) {
        Case after = before;
        after.asked = question.about;
        if (after.asked == before.asked) continue;
        const Response said = response(before.seen(), after.seen());
        CHECK(said.set == "");
        CHECK(word_count(said.follows) > 4);
        CHECK(word_count(said.follows) <= most_heard);
    }
}

TEST_CASE("what has not changed is not told") {
    for (const Contract& contract : shipped_contracts()) {
        const Case one = opening(contract);
        CHECK(response(one.seen(), one.seen()).whole() == "");
    }
}

TEST_CASE("names of a reader's own, however long, leave room for what is said of them") {
    Contract own = shipped_contracts().front();
    own.shipped = false;
    own.title = std::string(400, 'W') + " and a title of many more words than anybody would want to hear at once";
    for (Clause& clause : own.clauses) clause.name = "A name of ten words that nobody can hear in passing " + clause.id;
    const Case before{opening_inputs(own), Deal(own)}, shipped = opening(shipped_contracts().front());
    for (const double growth : {1.2, 2.0, 4.0, 5.0}) {
        const Case after{with(before.inputs, "demand.growth", growth), before.deal};
        CHECK(word_count(response(before.seen(), after.seen()).whole()) <= most_heard);
    }
    for (const Clause& clause : own.clauses) {
        const Case after{before.inputs, before.deal.with({{clause.id, EditKind::never_agreed}})};
        const Response said = response(before.seen(), after.seen());
        CHECK(word_count(said.whole()) <= most_heard);
        CHECK(said.whole().size() < 400);
    }
    CHECK(word_count(response(shipped.seen(), before.seen()).whole()) <= most_heard);
}

}  // namespace fr
