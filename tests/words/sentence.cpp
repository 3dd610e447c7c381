// The program's prose: for any state one sentence, whose numbers are all in the rows, the inputs or the outcomes, and
// whose words agree with them.
#include "core/words/sentence.h"

#include <doctest/doctest.h>

#include "core/ask/evaluate.h"
#include "core/ask/trade.h"
#include "core/files/assets.h"
#include "tests/numbers.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

constexpr std::size_t longest = 330;
// Characters for which web/src/article/embed-size.ts keeps room.
constexpr std::size_t longest_wide = 180, longest_narrow = 84, longest_outcomes = 88;

}  // namespace

TEST_CASE("every number in the sentence is in the rows, the inputs or the outcomes") {
    for (const State& state : states_at_ends()) {
        const Reading result = evaluate(state.inputs, *state.contract);
        const Headline head = result.headline;
        Known known;
        known.inputs(state.inputs);
        known.headline(head);
        known.month(state.contract->horizon);
        known.text("2025 2026 2035");  // the deal's month, the end of the slider's growth, and of the model
        const Row& worst = worst_month(result.run, deal_month);
        known.row(worst);
        known.number(1 - worst.unserved_share);  // what OpenAI gets
        CAPTURE(state.name);
        CAPTURE(result.sentence);
        CAPTURE(result.agi_sentence);
        CHECK(known.unknown_in(result.sentence) == "");
        CHECK(known.unknown_in(result.agi_sentence) == "");
    }
}

TEST_CASE("the sentence is one sentence, of a length that a headline bears") {
    for (const State& state : states_at_ends()) {
        const std::string sentence = evaluate(state.inputs, *state.contract).sentence;
        CAPTURE(sentence);
        CHECK(sentence.starts_with("With compute demand "));
        CHECK(sentence.ends_with("."));
        CHECK(sentence.find(". ") == std::string::npos);
        CHECK(sentence.size() <= longest);
    }
}

TEST_CASE(
    "no demand that the slider can ask for, and no input at its end, makes more words than an article keeps room for") {
    const auto check = [](const Inputs& inputs, const Contract& contract) {
        const Reading reading = evaluate(inputs, contract);
        std::string outcomes;
        for (const Chip& chip : reading.chips) outcomes += (outcomes.empty() ? "" : " · ") + chip.text();
        CAPTURE(contract.id);
        CAPTURE(reading.wide_sentence);
        CAPTURE(reading.narrow_sentence);
        CAPTURE(outcomes);
        CHECK(reading.wide_sentence.size() <= longest_wide);
        CHECK(reading.narrow_sentence.size() <= longest_narrow);
        CHECK(outcomes.size() - 2 <= longest_outcomes);  // a point in the middle is two bytes
    };
    for (const State& state : states_at_ends()) check(state.inputs, *state.contract);
    for (const Contract& contract : shipped_contracts()) {
        Inputs inputs = opening_inputs(contract);
        for (int step = 0; hero.low + step * hero.step <= hero.high; ++step) {
            inputs.demand_growth = hero.low + step * hero.step;
            check(inputs, contract);
        }
    }
}

TEST_CASE("the untouched page tells the story") {
    const Reading result = evaluate(default_inputs(), shipped_contracts().front());
    CAPTURE(result.sentence);
    CHECK(result.sentence.contains("tripling every year to 2026, then slowing"));
    CHECK(result.sentence.contains("ended in January 2025"));
    CHECK(result.sentence.contains("$100 bn test would be met in"));
    CHECK(result.sentence.contains("read as ability, in December 2033 as money earned"));
}

TEST_CASE("the words agree with the outcomes, in every state") {
    for (const State& state : states_at_ends()) {
        const Reading result = evaluate(state.inputs, *state.contract);
        const Headline head = result.headline;
        CAPTURE(state.name);
        CAPTURE(result.sentence);
        const bool says_holds = result.sentence.contains("exclusivity holds to 2035");
        CHECK(says_holds == (head.exclusivity_breaks == never &&
                             (head.exclusivity_would_break == never || state.contract->id == "under-pressure")));
        if (head.exclusivity_would_break != never)
            CHECK(result.sentence.contains(long_month_text(head.exclusivity_would_break)));
        const bool trips = head.agi_trips != never;
        const bool says_none = result.sentence.contains("no AGI clause is left");
        if (trips) CHECK_FALSE(says_none);
        if (state.contract->id == "as-amended" || state.contract->id == "clause-dropped")
            CHECK(says_none == !trips);  // who is not in the deal is not spoken of
        const bool undone = result.sentence.contains("is not met") || result.sentence.contains("is not declared");
        if (undone) CHECK_FALSE(trips);
        const bool all_served = worst_month(result.run, deal_month).unserved_share <= 0.005;
        CHECK((result.sentence.contains("gets all") || result.sentence.contains("alone is enough")) == all_served);
    }
}

TEST_CASE("the headline speaks of slowing only where growth fades") {
    const Reading steady = evaluate(with(default_inputs(), "demand.fade", 0), shipped_contracts().front());
    CHECK(steady.sentence.contains("tripling every year, "));
    CHECK_FALSE(steady.sentence.contains("slowing"));
}

TEST_CASE("a board that declares first is named, and contesting the money test is told") {
    const Inputs declared = with(default_inputs(), "agi.declared", 24);
    CHECK(evaluate(declared, shipped_contracts().front()).sentence.contains("AGI is declared in January 2026"));
    CHECK(evaluate(declared, shipped_contracts().front()).agi_sentence.contains("By declaration"));
    CHECK(evaluate(with(default_inputs(), "agi.contest", 6), shipped_contracts().front())
              .agi_sentence.contains("contested until"));
}

TEST_CASE("demand that is low enough needs nobody but Azure") {
    const Reading result = evaluate(with(default_inputs(), "demand.growth", 1.2), contract_named("exclusive-2023"));
    CHECK(result.sentence.contains("Azure alone is enough"));
}

TEST_CASE("no sentence says that AGI is reached") {
    for (const State& state : states_at_ends()) {
        const Reading result = evaluate(state.inputs, *state.contract);
        for (const char* words : {"AGI reached", "AGI is reached", "AGI will", "reaches AGI"}) {
            CHECK_FALSE(result.sentence.contains(words));
            CHECK_FALSE(result.agi_sentence.contains(words));
        }
    }
}

TEST_CASE("the AGI line says what ends, and where supply sets the date") {
    const Reading standard = evaluate(default_inputs(), shipped_contracts().front());
    CAPTURE(standard.agi_sentence);
    CHECK(standard.agi_sentence.contains("Microsoft keeps earlier systems and loses later ones"));
    CHECK(standard.agi_sentence.contains("before the deal's horizon of December 2030"));
    CHECK(standard.agi_sentence.contains("Supply, not demand") == standard.run.agi_set_by_supply);
    const Reading amended = evaluate(default_inputs(), contract_named("as-amended"));
    CAPTURE(amended.agi_sentence);
    CHECK(amended.agi_sentence.contains("nothing ends"));
    const Reading booked = evaluate(with(default_inputs(), "agi.reading", 0), shipped_contracts().front());
    CHECK(booked.agi_sentence.contains("after the deal's horizon"));
}

TEST_CASE("every stretch, span and event has words, with a name and no empty quotation") {
    for (const State& state : states_at_ends()) {
        const Contract& contract = *state.contract;
        const Run run = simulate(state.inputs, contract);
        CAPTURE(state.name);
        const auto check = [](const std::string& text) {
            CAPTURE(text);
            CHECK(text.size() > 5);
            CHECK(text.find("“”") == std::string::npos);
        };
        for (const Stretch& stretch : stretches(run)) check(says(contract, stretch));
        for (const Event& event : events(contract, run, shipped_news())) check(says(contract, event, shipped_news()));
        const ClauseSpans all = spans(contract, run);
        for (int i = 0; i < static_cast<int>(contract.clauses.size()); ++i) {
            const auto& own = entry(all, i);
            CHECK_FALSE(clause_status(contract, own, i).empty());
            for (const Span& span : own) check(why(contract, i, span));
        }
    }
}

TEST_CASE("exclusivity that was not agreed is not told as ended, and one that began late ends once, in one month") {
    const Contract never_agreed =
        edited(contract_named("january-2025"),
               {{"cloud-exclusivity", EditKind::never_agreed}, {"oracle-exception", EditKind::never_agreed}});
    const Reading none = evaluate(default_inputs(), never_agreed);
    CHECK_FALSE(none.headline.has_exclusivity);
    CHECK(none.headline.exclusivity_breaks == never);
    CHECK(none.chips[0].text() == "exclusivity not in force");
    CHECK_FALSE(none.chips[0].breaks);
    CHECK(none.sentence.contains("; there is no exclusivity; "));
    CHECK(std::ranges::none_of(none.events,
                               [](const Event& event) { return event.kind == EventKind::exclusivity_ends; }));

    const Contract later = edited(contract_named("january-2025"), {{"cloud-exclusivity", EditKind::never_agreed}});
    const Reading from_2024 = evaluate(default_inputs(), later);  // the Oracle exception begins in June 2024
    CHECK(from_2024.headline.exclusivity_breaks == month_of(2025, 1));
    CHECK(from_2024.chips[0].text() == "exclusivity ended Jan 2025");
    const auto end = std::ranges::find(from_2024.events, EventKind::exclusivity_ends, &Event::kind);
    REQUIRE(end != from_2024.events.end());
    CHECK(end->month == month_of(2025, 1));
    CHECK(std::ranges::none_of(from_2024.events, [](const Event& event) { return event.kind == EventKind::excepted; }));
}

TEST_CASE("exclusivity that begins late, pauses or ends on a date beside a condition is told by its own months") {
    const auto said = [](const Contract& contract) { return evaluate(default_inputs(), contract).sentence; };
    Contract late = contract_named("exclusive-2023");
    Clause& term = late.clauses[static_cast<std::size_t>(clause_named(late, "cloud-exclusivity"))];
    term.from = month_of(2030, 1);
    CHECK(said(late).contains("; exclusivity begins in January 2030 and holds to 2035; "));
    term.until = month_of(2032, 12);
    CHECK(said(late).contains("; exclusivity begins in January 2030 and ends in January 2033; "));

    Contract paused = contract_named("exclusive-2023");
    Clause first = paused.clauses[static_cast<std::size_t>(clause_named(paused, "cloud-exclusivity"))];
    paused.clauses[static_cast<std::size_t>(clause_named(paused, "cloud-exclusivity"))].until = month_of(2025, 12);
    first.id = "again";
    first.from = month_of(2027, 1);
    paused.clauses.push_back(first);
    CHECK(said(paused).contains("; exclusivity ends in January 2026, to begin again in January 2027; "));

    Contract dated = contract_named("under-pressure");
    Clause asked = dated.clauses[static_cast<std::size_t>(clause_named(dated, "cloud-exclusivity"))];
    asked.id = "asked";
    asked.rule = SupplyRule{Supply::first_refusal};
    asked.from = month_of(2024, 9);
    dated.clauses.push_back(asked);
    CHECK(said(dated).contains("; exclusivity, ended in September 2024, would have broken in "));

    // By the test of the AGI clause, not by what demand does; and by what was past before its condition came, not at
    // all.
    Contract tested = contract_named("under-pressure");
    std::erase_if(tested.clauses, [](const Clause& clause) {
        return kind_of(clause) == Kind::supply && clause.id != "cloud-exclusivity";
    });
    asked.from = Fact::agi_test_met;
    tested.clauses.push_back(asked);
    const Reading by_test = evaluate(default_inputs(), tested);
    CHECK(by_test.sentence.contains("; exclusivity ends in "));
    CHECK(by_test.chips[0].text().starts_with("exclusivity ended "));
    tested.clauses.back().until = month_of(2024, 6);
    const auto check_past = [&] {
        const Reading past = evaluate(default_inputs(), tested);
        CHECK_FALSE(past.chips[0].breaks);
        CHECK(clause_status(tested, spans(tested, past.run).back(), tested.size() - 1) == "never comes");
    };
    check_past();
    tested.clauses.back().until = Fact::strained;  // years before the test
    check_past();
    // What gives way breaks, also where nothing follows.
    tested.clauses.pop_back();
    tested.clauses[static_cast<std::size_t>(clause_named(tested, "cloud-exclusivity"))].until = Fact::strained;
    const Reading by_strain = evaluate(default_inputs(), tested);
    CHECK(by_strain.sentence.contains("; exclusivity breaks under that pressure in "));
    CHECK(by_strain.chips[0].text().starts_with("exclusivity breaks "));
}

TEST_CASE(
    "exclusivity that ends on its own date, with nothing after it, is told as ended, and nothing as governing then") {
    Contract contract = contract_named("exclusive-2023");
    contract.clauses[static_cast<std::size_t>(clause_named(contract, "cloud-exclusivity"))].until = month_of(2027, 12);
    const Reading reading = evaluate(default_inputs(), contract);
    CHECK(reading.chips[0].text() == "exclusivity ended Jan 2028");
    CHECK(std::ranges::count(reading.event_words, std::string("Exclusivity ends.")) == 1);
}

TEST_CASE("events come in order of months, each once, and agree with the headline") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        Month before = first_contract_month;
        int ends = 0, passes = 0, met = 0;
        CAPTURE(state.name);
        for (const Event& event : events(*state.contract, run, shipped_news())) {
            CHECK(event.month >= before);
            before = event.month;
            ends += event.kind == EventKind::exclusivity_ends;
            passes += event.kind == EventKind::first_refusal_passes;
            met += event.kind == EventKind::agi_test_met;
        }
        CHECK(ends == (run.exclusivity_breaks != never));
        CHECK(passes == (run.first_refusal_passes != never));
        CHECK(met == (run.facts.month(Fact::agi_test_met) != never));
    }
}

TEST_CASE(
    "offered, taken, passed on: in every deal that asks Microsoft first, to the month in which it no longer does") {
    const auto offered = [](const char* deal) {
        const Contract& contract = contract_named(deal);
        return offered_words(contract, simulate(opening_inputs(contract), contract)).whole;
    };
    CHECK(offered("january-2025").starts_with("Asked first to December 2030, Microsoft is offered "));
    CHECK(offered("as-amended").starts_with("Asked first to October 2025, "));
    CHECK(offered("exclusive-2023").empty());
    const Contract& contract = contract_named("january-2025");
    const Run run = simulate(default_inputs(), contract);
    const Offered sum = offered_until(contract, run, month_of(2030, 12));
    CHECK(offered("january-2025")
              .contains(decimals(sum.offered_gw, 1) + " GW of orders, takes " + decimals(sum.taken_gw, 1) +
                        " and passes on " + decimals(sum.passed_gw, 1)));
    CHECK(offered_words(contract, run).brief == "Microsoft is offered " + decimals(sum.offered_gw, 1) +
                                                    " GW to Dec 2030 and takes " + decimals(sum.taken_gw, 1));
}

TEST_CASE("what Microsoft may use and sell follows the clauses, month by month") {
    const auto rights = [](const char* deal, int year, int month) {
        const Contract& contract = contract_named(deal);
        return rights_sentence(contract, simulate(opening_inputs(contract), contract), month_of(year, month));
    };
    CHECK(
        rights("january-2025", 2025, 6) ==
        "Microsoft may use OpenAI’s models and research until December 2030, nobody else may; the API is sold through "
        "Azure and by OpenAI itself.");
    CHECK(rights("january-2025", 2028, 1).contains("OpenAI’s earlier models only"));  // the AGI clause has tripped
    CHECK(rights("as-amended", 2026, 6).contains("others may too; the API may be sold through any cloud"));
    CHECK(rights("as-amended", 2026, 1).contains("until December 2032"));
    CHECK(rights("as-amended", 2035, 1).contains("Microsoft has no licence"));
}

TEST_CASE("the trade of clause for support has two sides: share kept, and what the support builds") {
    const Contract& contract = contract_named("clause-dropped");
    const Inputs inputs = opening_inputs(contract);
    const Run run = simulate(inputs, contract);
    const Trade both = trade(inputs, contract, run);
    CHECK(both.support_bn == inputs.money_support);
    CHECK(both.share_bn > 100);  // a share that the clause would have ended early in 2027
    CHECK(both.more_gw_months > 0);
    const Trade gift =
        trade(with(inputs, "money.support", 0), contract, simulate(with(inputs, "money.support", 0), contract));
    CHECK(gift.more_gw_months < both.more_gw_months);
    CHECK(evaluate(inputs, contract).support_sentence.contains("more of revenue for $50.0 bn of support"));
}

TEST_CASE("the AGI sentence tells which trigger fires, what ends by it and no more, and what new terms bring back") {
    using Wish = std::pair<std::string_view, double>;
    const auto said = [](std::string_view id, const std::vector<Wish>& wishes) {
        const Contract& contract = contract_named(id);
        Inputs inputs = opening_inputs(contract);
        for (const auto& [key, value] : wishes) inputs = with(inputs, key, value);
        return evaluate(inputs, contract).agi_sentence;
    };
    const double declared = static_cast<double>(AgiReading::declared);
    const auto index = [](int year, int month) { return month_of(year, month).index; };
    CHECK(said("january-2025", {})
              .ends_with(": Microsoft keeps earlier systems and loses later ones, the revenue share stops, and the API "
                         "is free of "
                         "Azure. Supply, not demand, sets that date."));
    // Hardly anything is short in that month.
    CHECK(said("january-2025", {{"agi.threshold", 200}}).ends_with("and the API is free of Azure."));
    // A declaration comes before a long contest is over.
    const std::string first = said("january-2025", {{"agi.contest", 24}, {"agi.declared", index(2027, 6)}});
    CHECK(first.starts_with("By declaration, AGI is declared in June 2027, before"));
    CHECK(!first.contains("contested"));
    // Where the board's declaration alone is left, no other test counts.
    const Contract board = edited(contract_named("january-2025"), {{"agi-clause", EditKind::never_agreed}});
    CHECK(evaluate(opening_inputs(board), board)
              .agi_sentence.ends_with("No clause in force then depends on it: nothing ends."));
    CHECK(said("exclusive-2023", {{"agi.contest", 24}}).ends_with(". The contest outlasts the clause: nothing ends."));
    CHECK(said("as-amended", {{"agi.declared", index(2026, 2)}})
              .ends_with(". Verification outlasts the clause: nothing ends."));
    CHECK(
        said("as-amended", {{"agi.declared", index(2025, 1)}}).contains("the revenue share stops until October 2025"));
    // What was to end in that month anyway does not end by it.
    CHECK(said("january-2025", {{"agi.reading", declared}, {"agi.declared", index(2030, 12)}})
              .ends_with(", the very month of the deal's horizon: nothing ends."));
}

TEST_CASE("what Microsoft is offered has an end only where the clause has one, and no part of it is 0.0") {
    const Contract& contract = contract_named("under-pressure");
    const Inputs inputs = with(with(opening_inputs(contract), "others.ready-share", 30), "rofr.answer", 0);
    CHECK(evaluate(inputs, contract).offered.whole.starts_with("Asked first to 2035, Microsoft is offered "));
    for (const State& state : states_at_ends()) {
        const std::string words = evaluate(state.inputs, *state.contract).offered.whole;
        CAPTURE(state.name);
        CHECK(!words.contains("never"));
    }
}

TEST_CASE("a clause whose date has come says its own date, not the deal's horizon") {
    for (const State& state : states_at_ends()) {
        const Run run = simulate(state.inputs, *state.contract);
        const ClauseSpans all = spans(*state.contract, run);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const Span& span : all[i]) {
                if (span.reason != SpanReason::date_reached) continue;
                const Clause& clause = state.contract->clauses[i];
                const Month* until = clause.until ? std::get_if<Month>(&*clause.until) : nullptr;
                CAPTURE(state.name);
                CAPTURE(clause.id);
                if (until && *until < span.from)
                    CHECK(why(*state.contract, static_cast<int>(i), span).ends_with(long_month_text(*until)));
            }
    }
}

}  // namespace fr
