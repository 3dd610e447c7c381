// All prose that the program composes: the one consequence sentence, and the short lines that name a cause, a stretch,
// a span or an event. Every number in them is in the rows.
#pragma once

#include <string>

#include "core/model/reading.h"

namespace fr {

// Where has_shortage() is false: "no shortage from 2025 on", or none over 1%.
std::string no_shortage_words(const Headline& head);

// One sentence for any state: screen, screen reader, alt text, caption, poster, CSV.
std::string consequence(const Inputs& inputs, const Contract& contract, const Run& run, const Headline& headline);
// The same for a stage, where the outcomes stand beside it as chips: two claims and at most 30 words where there is
// room, one claim and at most 14 words where there is little.
enum class Room { wide, narrow };
std::string stage_sentence(const Inputs& inputs, const Contract& contract, const Run& run, const Headline& headline,
                           Room room);
// Demand's growth as these sentences say it, for a hand that drags it: "tripling every year", "growing ×2.5 a year",
// narrow "×2.5 a year".
std::string growth_words(double growth, Room room = Room::wide);
// The AGI panel's line: what the test's chosen reading does, when, and what ends.
std::string agi_sentence(const Inputs& inputs, const Contract& contract, const Run& run);

// One month in words: what of demand is served, who was asked for new capacity and what came of it, what Microsoft may
// use and sell, and how the clauses stand. `spans` are the contract's in this run.
struct MonthWords {
    std::string served, asked, rights, clauses;
};
MonthWords month_words(const Contract& contract, const Run& run, const ClauseSpans& spans, Month month);

// What Microsoft is offered as long as it is asked first: "Asked first to December 2030, Microsoft is offered 35.6 GW
// of orders, takes 5.4 and passes on 30.2.", and in brief; both empty where it is never asked first.
struct OfferedWords {
    std::string whole, brief;
};
OfferedWords offered_words(const Contract& contract, const Run& run);
// What Microsoft may use and sell in a month, until when and through whom: the licence and the ways to the API.
std::string rights_sentence(const Contract& contract, const Run& run, Month month);

// What Microsoft's support for dropping the AGI clause buys; empty where the clause is not dropped for support.
std::string support_sentence(const Inputs& inputs, const Run& run);

std::string cause_name(const Contract& contract, Cause cause);  // "First refusal", "What others can start"
std::string cause_id(const Contract& contract, Cause cause);    // clause id or input key; empty: none
std::string says(const Contract& contract, const Stretch& stretch);
std::string why(const Contract& contract, int clause, const Span& span);
std::string says(const Contract& contract, const Event& event, const std::vector<News>& news);
// What a strip shows at its right end: "ended Jan 2025", "in force to Dec 2030", …
std::string clause_status(const Contract& contract, const std::vector<Span>& spans, int clause);

}  // namespace fr
