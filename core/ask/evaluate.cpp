// Runs the model and reads all that a run says, in the order in which one thing is read from another.
#include "core/ask/evaluate.h"

#include "core/ask/trade.h"
#include "core/files/assets.h"
#include "core/words/money_sentence.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

// The same deal with nobody bound in who may supply.
Contract free_choice(const Contract& contract) {
    Contract changed = contract;
    std::erase_if(changed.clauses, [](const Clause& clause) { return kind_of(clause) == Kind::supply; });
    for (Clause& clause : changed.clauses)
        if (auto* own = std::get_if<OwnBuildingRule>(&clause.rule)) own->allowed = OwnBuilding::anything;
    return changed;
}

ClauseWords clause_words(const Contract& contract, const std::vector<Span>& spans, int clause) {
    ClauseWords words{clause_status(contract, spans, clause), {}};
    for (const Span& span : spans) words.why.push_back(why(contract, clause, span));
    return words;
}

void put_into_words(Reading& reading, const Inputs& inputs, const Contract& contract) {
    reading.sentence = consequence(inputs, contract, reading.run, reading.headline);
    reading.wide_sentence = stage_sentence(inputs, contract, reading.run, reading.headline, Room::wide);
    reading.narrow_sentence = stage_sentence(inputs, contract, reading.run, reading.headline, Room::narrow);
    reading.chips = outcome_chips(contract, reading.run);
    reading.agi_sentence = agi_sentence(inputs, contract, reading.run);
    reading.agi_readings = agi_readings(inputs, contract);
    reading.agi_range =
        agi_range_sentence(inputs, reading.agi_readings) + " " + agi_runs_sentence(reading.run, reading.agi_readings);
    reading.support_sentence = support_sentence(inputs, reading.run);
    if (!reading.support_sentence.empty())
        reading.support_sentence += " " + trade_sentence(trade(inputs, contract, reading.run), contract);
    reading.offered = offered_words(contract, reading.run);
    reading.money_sentence = money_sentence(reading.run);
    for (int i = 0; const std::vector<Span>& spans : reading.spans)
        reading.clauses.push_back(clause_words(contract, spans, i++));
    for (const Stretch& stretch : reading.stretches) reading.stretch_words.push_back(says(contract, stretch));
    for (const Event& event : reading.events) reading.event_words.push_back(says(contract, event, shipped_news()));
}

}  // namespace

Reading evaluate(const Inputs& inputs, const Contract& contract) {
    Reading reading{};
    reading.run = simulate(inputs, contract);
    const Run& run = reading.run;
    reading.headline = headline(run, exclusivity_breaks(inputs, under_pressure()),
                                served_gw_months(simulate(inputs, free_choice(contract))));
    reading.worst = worst_month(run, deal_month).month;
    reading.spans = spans(contract, run);
    reading.stretches = stretches(run);
    reading.events = events(contract, run, shipped_news());
    reading.fingerprint = fingerprint(run);
    put_into_words(reading, inputs, contract);
    return reading;
}

}  // namespace fr
