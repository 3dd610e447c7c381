// Which clauses make a row, and how they follow each other in it.
#include "core/picture/strip.h"

#include <algorithm>
#include <array>

#include "core/ask/uncertainty.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

template <class Wanted>
const Wanted* rule_of(const Clause& clause) {
    return std::get_if<Wanted>(&clause.rule);
}

struct RowKind {
    std::string_view name;
    bool (*holds)(const Clause&);
};

constexpr std::array<RowKind, 7> row_kinds{{
    {"Cloud exclusivity",
     [](const Clause& clause) {
         const auto* rule = rule_of<SupplyRule>(clause);
         return rule && rule->supply <= Supply::exception;
     }},
    {"First refusal",
     [](const Clause& clause) {
         const auto* rule = rule_of<SupplyRule>(clause);
         return rule && rule->supply == Supply::first_refusal;
     }},
    {"API only on Azure",
     [](const Clause& clause) {
         const auto* rule = rule_of<ApiHostingRule>(clause);
         return rule && rule->where != Hosting::anywhere;
     }},
    {"OpenAI may build",
     [](const Clause& clause) {
         const auto* rule = rule_of<OwnBuildingRule>(clause);
         return rule && rule->allowed != OwnBuilding::no;
     }},
    {"IP licence", [](const Clause& clause) { return rule_of<IpLicenceRule>(clause) != nullptr; }},
    {"Revenue share", [](const Clause& clause) { return rule_of<RevenueShareRule>(clause) != nullptr; }},
    {"AGI clause",
     [](const Clause& clause) {
         const auto* rule = rule_of<AgiTriggerRule>(clause);
         return rule && rule->trigger != Trigger::none;
     }},
}};

// Clauses that take part: of the row's kind, and part of the deal.
std::vector<int> clauses_of(const Contract& contract, const RowKind& kind) {
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(contract.clauses.size()); ++i)
        if (kind.holds(contract.at(i)) && !contract.at(i).off) found.push_back(i);
    return found;
}

bool is_live(ClauseState state) { return state == ClauseState::in_force || state == ClauseState::straining; }

bool is_partial(const Clause& clause) {
    const auto* supply = rule_of<SupplyRule>(clause);
    const auto* building = rule_of<OwnBuildingRule>(clause);
    return (supply && supply->supply == Supply::exception) ||
           (building && building->allowed == OwnBuilding::training_and_research);
}

Force force_of(const Clause& clause, const Span& span) {
    if (span.state == ClauseState::ended) return Force::ended;
    if (span.reason == SpanReason::earlier_systems_only) return Force::part;
    if (span.state == ClauseState::straining) return Force::straining;
    return is_partial(clause) ? Force::part : Force::whole;
}

struct Told {
    int clause;
    const Span* span;
};

// What a row shows in a month: a clause that is in force, else the first of those that have ended.
std::optional<Told> told_in(const std::vector<int>& clauses, const ClauseSpans& spans, Month month) {
    std::optional<Told> shown;
    for (const int clause : clauses)
        for (const Span& span : entry(spans, clause)) {
            if (span.from > month || span.until < month) continue;
            const bool counts = is_live(span.state) || span.state == ClauseState::ended;
            if (counts && (!shown || !is_live(shown->span->state))) shown = Told{clause, &span};
        }
    return shown;
}

std::vector<StripSegment> segments(const Contract& contract, const std::vector<int>& clauses, const ClauseSpans& spans,
                                   Month first, Month last) {
    std::vector<StripSegment> row;
    for (Month month = first; month <= last; month = next(month)) {
        const auto told = told_in(clauses, spans, month);
        if (!told) continue;
        const Force force = force_of(contract.at(told->clause), *told->span);
        const bool continues = !row.empty() && next(row.back().until) == month && row.back().force == force &&
                               (row.back().clause == told->clause || force == Force::ended);
        if (continues) {
            row.back().until = month;
            continue;
        }
        const SpanReason reason = told->span->reason;
        const bool by_agi = reason == SpanReason::agi_ended || reason == SpanReason::condition_reached;
        row.push_back({month, month, force, told->clause, force == Force::ended && by_agi});
    }
    return row;
}

// How the last clause that came at all stands, from long to short.
std::vector<std::string> statuses_of(const Contract& contract, const Facts& facts, const ClauseSpans& spans,
                                     const StripRow& row) {
    if (row.clauses.empty()) return {"not in this deal", "none"};
    const auto came = [&](int index) {
        const Clause& clause = contract.at(index);
        return start_of(clause, facts) < never && !is_past(clause, facts);
    };
    const auto last = std::ranges::find_if(row.clauses.rbegin(), row.clauses.rend(), came);
    if (last == row.clauses.rend()) return {"never comes"};
    const std::string whole = clause_status(contract, entry(spans, *last), *last);
    std::vector<std::string> all{whole, whole.substr(0, whole.find(','))};
    if (row.segments.empty()) return all;
    const Force force = row.segments.back().force;
    if (force == Force::straining) all.push_back("straining");
    if (force == Force::part) all.push_back("in part");
    if (force == Force::ended && whole.size() > 12) all.push_back("ended");
    return all;
}

std::string_view doubt_of(const Contract& contract, const std::vector<int>& clauses, Grade least) {
    Grade weakest = Grade::primary;
    for (const int clause : clauses)
        if (is_below(contract.at(clause), least)) weakest = std::max(weakest, contract.at(clause).grade);
    return weakest == Grade::primary ? std::string_view{} : names::word_of(weakest).word;
}

}  // namespace

std::vector<StripRow> strip_rows(const Contract& contract, const Reading& reading, Month first, Month last,
                                 Grade weakest) {
    const ClauseSpans& spans = reading.spans;
    std::vector<StripRow> rows;
    for (const RowKind& kind : row_kinds) {
        StripRow row{.name = kind.name, .clauses = clauses_of(contract, kind)};
        row.segments = segments(contract, row.clauses, spans, first, last);
        row.statuses = statuses_of(contract, reading.run.facts, spans, row);
        row.doubt = doubt_of(contract, row.clauses, weakest);
        row.breaks = !row.segments.empty() && row.segments.back().force == Force::ended &&
                     std::ranges::any_of(row.segments, &StripSegment::by_agi);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string_view longest_strip_name() {
    return std::ranges::max_element(row_kinds, {}, [](const RowKind& kind) { return kind.name.size(); })->name;
}

int telling_clause(const StripBand& band, const ClauseSpans& spans, Month month) {
    const auto told = told_in(band.clauses, spans, month);
    return told ? told->clause : band.clauses.front();
}

namespace {

const Span* span_at(const std::vector<Span>& spans, Month month) {
    const auto found =
        std::ranges::find_if(spans, [month](const Span& span) { return span.from <= month && span.until >= month; });
    return found == spans.end() ? nullptr : &*found;
}

std::string_view state_words(Force force) {
    switch (force) {
        case Force::whole:
            return names::word_of(ClauseState::in_force).word;
        case Force::part:
            return "in force in part";
        case Force::straining:
            return "straining";
        case Force::ended:
            return "ended";
    }
    return {};
}

// What the clause of a live month is, where its row does not say it; why for all other months.
std::string reason_words(const Contract& contract, int clause, const Span& span, Force force) {
    const Clause& self = contract.at(clause);
    if (force == Force::whole || (force == Force::part && span.reason == SpanReason::agreed))
        return "“" + self.name + "”";
    return why(contract, clause, span);
}

}  // namespace

std::string strip_words(const Contract& contract, const ClauseSpans& spans, const StripBand& band, Month month) {
    const std::string start = std::string(band.name) + ", " + month_text(month) + ": ";
    if (band.clauses.empty()) return start + "not in this deal.";
    const int clause = telling_clause(band, spans, month);
    const Span* span = span_at(entry(spans, clause), month);
    if (!span) return start + "nothing is agreed.";
    const bool is_there = is_live(span->state) || span->state == ClauseState::ended;
    if (!is_there) return start + "nothing is agreed; it " + why(contract, clause, *span) + ".";
    const Force force = force_of(contract.at(clause), *span);
    return start + std::string(state_words(force)) + ", " + reason_words(contract, clause, *span, force) + ".";
}

}  // namespace fr
