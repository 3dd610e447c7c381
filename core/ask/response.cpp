// Compares what two readings say, outcome by outcome, in the order of their weight, and tells as much as can be heard.
#include "core/ask/response.h"

#include <algorithm>
#include <optional>

#include "core/words/clause_name.h"
#include "core/words/format.h"

namespace fr {

std::size_t word_count(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
    return words;
}

std::string few_words(std::string_view name) {
    constexpr std::size_t most_words = 8, most_bytes = 48;
    std::size_t end = std::min(name.size(), most_bytes);
    for (std::size_t i = 0, words = 0; i < end; ++i)
        if (name[i] == ' ' && ++words == most_words) end = i;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;  // whole letters
    return std::string(name.substr(0, end)) + (end < name.size() ? "…" : "");
}

namespace {

using Lines = std::vector<std::string>;

// ---- what was set

std::string edit_words(std::optional<EditKind> kind) {
    if (!kind) return "as agreed";
    switch (*kind) {
        case EditKind::never_agreed:
            return "never agreed";
        case EditKind::dropped:
            return "without its restriction";
        case EditKind::agreed:
            return "part of the deal";
    }
    return {};
}

std::optional<EditKind> edit_of(const Deal& deal, const std::string& clause) {
    const auto found = std::ranges::find(deal.edits(), clause, &Edit::clause);
    if (found == deal.edits().end()) return std::nullopt;
    return found->kind;
}

bool is_same_base(const Seen& a, const Seen& b) { return a.deal.base() == b.deal.base(); }

void tell_edits(Lines& lines, const Seen& before, const Seen& after) {
    const Contract& base = after.deal.base();
    for (int i = 0; i < base.size(); ++i) {
        const auto now = edit_of(after.deal, base.at(i).id);
        const auto was = is_same_base(before, after) ? edit_of(before.deal, base.at(i).id) : std::nullopt;
        if (was != now) lines.push_back(few_words(clause_name(base, i)) + " " + edit_words(now));
    }
}

// With another deal come its presets: they are not what the reader set.
void tell_inputs(Lines& lines, const Seen& before, const Seen& after) {
    const bool is_same = is_same_base(before, after);
    const Inputs presets = opening_inputs(after.deal.base());
    for (const Param& param : params) {
        const double was = before.inputs.*param.field, now = after.inputs.*param.field;
        if (was == now || (!is_same && now == presets.*param.field)) continue;
        lines.push_back(std::string(param.label) + " " + value_text(param, now));
    }
}

// ---- what follows

// When a clause begins to matter, strains and ends in a run.
struct Fate {
    bool is_off = false, is_by_agi = false;
    Month begins = never, ends = never, strains = never, earlier_only = never;
    Month last = never;  // that is named as its end: what replaces it begins in the month itself
};

Fate fate_of(const std::vector<Span>& spans) {
    Fate fate;
    for (const Span& span : spans) {
        const auto first = [&](Month& month) { month = std::min(month, span.from); };
        if (span.state == ClauseState::off) fate.is_off = true;
        if (span.state == ClauseState::in_force || span.state == ClauseState::straining) first(fate.begins);
        if (span.state == ClauseState::straining)
            first(span.reason == SpanReason::earlier_systems_only ? fate.earlier_only : fate.strains);
        if (span.state == ClauseState::ended && fate.ends == never) {
            fate.ends = span.from;
            fate.last = span.reason == SpanReason::replaced ? span.from : Month{span.from.index - 1};
            fate.is_by_agi = span.reason == SpanReason::condition_reached || span.reason == SpanReason::agi_ended;
        }
    }
    return fate;
}

// A clause has a month from which something is so of it, or it never is.
void tell_month(Lines& lines, const std::string& what, Month was, Month now, const char* happens,
                const char* not_at_all) {
    if (was != now) lines.push_back(what + (now == never ? not_at_all : happens + long_month_text(now)));
}

// Both fates of a clause of the same deal, where nothing was set about it.
struct Fates {
    std::string name;
    Fate was, now;
};

std::vector<Fates> fates(const Seen& before, const Seen& after) {
    const Contract &old = before.deal.contract(), &contract = after.deal.contract();
    std::vector<Fates> found;
    for (int i = 0; i < contract.size(); ++i) {
        const std::string& id = contract.at(i).id;
        const auto place = std::ranges::find(old.clauses, id, &Clause::id);
        if (place == old.clauses.end() || edit_of(before.deal, id) != edit_of(after.deal, id)) continue;
        const Fate was = fate_of(entry(before.reading.spans, place - old.clauses.begin()));
        const Fate now = fate_of(entry(after.reading.spans, i));
        if (now.is_off || was.is_off) continue;
        found.push_back({few_words(clause_name(contract, i)), was, now});
    }
    return found;
}

// What the AGI clause ends is told with its month: once, and not clause by clause.
void tell_fates(Lines& lines, const std::vector<Fates>& all, bool tells_trip) {
    for (const auto& [name, was, now] : all) {
        tell_month(lines, name, was.begins, now.begins, " now begins in ", " now never begins");
        const bool is_told = tells_trip && (was.is_by_agi || now.is_by_agi);
        if (was.ends != now.ends && !is_told)
            lines.push_back(name +
                            (now.ends == never ? " now stays in force" : " now ends in " + long_month_text(now.last)));
        if (!tells_trip)
            tell_month(lines, name, was.earlier_only, now.earlier_only, " covers earlier systems only from ",
                       " now covers later systems too");
    }
}

void tell_strains(Lines& lines, const std::vector<Fates>& all) {
    for (const auto& [name, was, now] : all)
        tell_month(lines, name, was.strains, now.strains, " strains from ", " no longer strains");
}

// Of another deal its clauses have other names: what it does is told by the outcomes that stand beside the sentence.
void tell_chips(Lines& lines, const Seen& before, const Seen& after) {
    for (std::size_t i = 0; i < after.reading.chips.size(); ++i)
        if (before.reading.chips[i].text() != after.reading.chips[i].text())
            lines.push_back(after.reading.chips[i].text());
}

// An outcome that is a month, shorter than in an answer: what happens in it, and what is so where it never comes.
struct MonthSaid {
    std::string_view happens, never_happens;
};
constexpr std::array<MonthSaid, month_outcome_count> months_said{
    {{"exclusivity ends", "exclusivity does not end"},
     {"demand alone breaks exclusivity", "demand alone does not break exclusivity"},
     {"the AGI clause trips", "the AGI clause does not trip"},
     {"booked profit meets the test", "booked profit never meets the test"},
     {"the systems could meet the test", "the systems could not meet the test"},
     {"AGI is declared", "AGI is not declared"},
     {"the API’s tie leaves demand unserved", "the API’s tie leaves no demand unserved"},
     {"Microsoft passes on an offer", "Microsoft passes on no offer"},
     {"the shortage ends", "the shortage does not end"}}};

std::string outcome_words(const Reading& reading, Outcome outcome) {
    const Month month = month_of(reading.headline, outcome);
    const bool has_none = outcome == Outcome::shortage_ends && !has_shortage(reading.headline);
    if (has_none) return "there is " + no_shortage_words(reading.headline);
    const MonthSaid& said = entry(months_said, outcome);
    if (outcome == Outcome::exclusivity_breaks && !reading.headline.has_exclusivity) return "there is no exclusivity";
    if (month == never) return std::string(said.never_happens);
    return std::string(said.happens) + " in " + long_month_text(month);
}

// What is asked about, as it is now.
std::string answer_words(const Reading& reading, Outcome outcome) {
    if (outcome == Outcome::max_unserved)
        return "at most " + percent_text(reading.run.at(reading.worst).unserved_share) + " goes unserved, in " +
               long_month_text(reading.worst);
    if (outcome == Outcome::azure_share_2030)
        return "Azure’s share of 2030 is " + percent_text(reading.headline.azure_share_2030);
    return outcome_words(reading, outcome);
}

// Readings of the AGI test that say no more than that the clause trips are left out.
bool is_told_by_trip(const Headline& was, const Headline& now, Outcome outcome) {
    const bool is_reading = outcome > Outcome::agi_trips && outcome <= Outcome::agi_declared;
    return is_reading && month_of(was, outcome) == was.agi_trips && month_of(now, outcome) == now.agi_trips;
}

void tell_months(Lines& lines, const Seen& before, const Seen& after) {
    constexpr std::array by_weight{Outcome::first_refusal_passes,
                                   Outcome::exclusivity_breaks,
                                   Outcome::exclusivity_would_break,
                                   Outcome::agi_trips,
                                   Outcome::agi_ability,
                                   Outcome::agi_booked,
                                   Outcome::agi_declared,
                                   Outcome::api_lock_binds};
    static_assert(by_weight.size() + 1 == month_outcome_count, "the shortage's end is told with the shortage");
    const Headline &was = before.reading.headline, &now = after.reading.headline;
    const bool has_chips = !is_same_base(before, after);  // they have told the first two of these
    for (const Outcome outcome : by_weight) {
        if (outcome_words(before.reading, outcome) == outcome_words(after.reading, outcome)) continue;
        if (is_told_by_trip(was, now, outcome)) continue;
        if (has_chips && (outcome == Outcome::exclusivity_breaks || outcome == Outcome::agi_trips)) continue;
        lines.push_back(outcome_words(after.reading, outcome));
    }
}

// A number before and after; of the two with one word where they read the same.
void tell_number(Lines& lines, const char* what, const std::string& was, const std::string& now,
                 const char* unit = "") {
    if (was != now) lines.push_back(std::string(what) + ": " + was + " to " + now + unit);
}

void tell_numbers(Lines& lines, const Seen& before, const Seen& after) {
    const Reading &a = before.reading, &b = after.reading;
    const Headline &was = a.headline, &now = b.headline;
    const Row &worst_was = a.run.at(a.worst), &worst = b.run.at(b.worst);
    const Row &end_was = a.run.at(month_of(2030, 12)), &end = b.run.at(month_of(2030, 12));
    tell_number(lines, "Azure’s share of 2030", percent_text(was.azure_share_2030), percent_text(now.azure_share_2030));
    tell_number(lines, "most unserved", percent_text(worst_was.unserved_share), percent_text(worst.unserved_share));
    if (a.worst != b.worst) lines.push_back("the worst month is " + long_month_text(b.worst));
    tell_number(lines, "furthest behind", decimals(was.months_behind_max.months, 0),
                decimals(now.months_behind_max.months, 0), " months");
    if (outcome_words(a, Outcome::shortage_ends) != outcome_words(b, Outcome::shortage_ends))
        lines.push_back(outcome_words(b, Outcome::shortage_ends));
    tell_number(lines, "profit by 2030", bn_text(end_was.cumulative_profit_bn), bn_text(end.cumulative_profit_bn));
    tell_number(lines, "revenue of 2030", bn_text(end_was.revenue_bn_per_year), bn_text(end.revenue_bn_per_year));
    tell_number(lines, "paid to Microsoft by 2030", bn_text(end_was.cumulative_share_bn),
                bn_text(end.cumulative_share_bn));
}

Lines outcomes(const Seen& before, const Seen& after) {
    Lines lines;
    const bool tells_trip = before.reading.headline.agi_trips != after.reading.headline.agi_trips;
    const std::vector<Fates> of_clauses = is_same_base(before, after) ? fates(before, after) : std::vector<Fates>{};
    tell_fates(lines, of_clauses, tells_trip);
    if (!is_same_base(before, after)) tell_chips(lines, before, after);
    tell_months(lines, before, after);
    tell_strains(lines, of_clauses);
    tell_numbers(lines, before, after);
    if (!lines.empty()) return lines;
    const bool is_same_run = before.reading.fingerprint == after.reading.fingerprint;
    return {is_same_run ? "nothing in the outcomes changes" : "the outcomes hardly change"};
}

// ---- another month of the same run

ClauseState state_in(const std::vector<Span>& spans, Month month) {
    const auto found = std::ranges::find_if(spans, [&](const Span& span) { return month <= span.until; });
    return found == spans.end() ? ClauseState::off : found->state;
}

bool governs(ClauseState state) { return state == ClauseState::in_force || state == ClauseState::straining; }

// Of each kind the clause that has come to govern; where none has, the one that no longer does.
Lines clauses_between(const Contract& contract, const ClauseSpans& spans, Month was, Month now) {
    Lines came, went;
    std::array<bool, kind_count> has_come{};
    const auto state = [&](int clause, Month month) { return state_in(entry(spans, clause), month); };
    for (int i = 0; i < contract.size(); ++i) {
        if (!governs(state(i, now)) || state(i, now) == state(i, was)) continue;
        has_come[contract.at(i).rule.index()] = true;
        const bool strains = state(i, now) == ClauseState::straining;
        came.push_back(few_words(clause_name(contract, i)) + (strains ? " strains" : " is in force"));
    }
    for (int i = 0; i < contract.size(); ++i) {
        if (!governs(state(i, was)) || governs(state(i, now)) || has_come[contract.at(i).rule.index()]) continue;
        const bool is_yet_to_come = state(i, now) == ClauseState::future;
        went.push_back(few_words(clause_name(contract, i)) + (is_yet_to_come ? " is not yet in force" : " has ended"));
    }
    went.insert(went.end(), came.begin(), came.end());
    return went;
}

Lines month_difference(const Seen& before, const Seen& after) {
    const Month was = before.chosen != never ? before.chosen : before.reading.worst;
    const Month now = after.chosen != never ? after.chosen : after.reading.worst;
    Lines lines = clauses_between(after.deal.contract(), after.reading.spans, was, now);
    const auto served = [&](Month month) { return percent_text(1 - after.reading.run.at(month).unserved_share); };
    if (served(was) != served(now)) lines.push_back(served(now) + " of demand is served");
    if (lines.empty()) lines.push_back("as in " + long_month_text(was));
    return lines;
}

// ---- as much as can be heard

std::string counted(std::size_t number) { return "and " + std::to_string(number) + " more"; }
constexpr std::size_t count_words = 3;

// The first of some lines, and how many more there are.
std::string sentence_of(const Lines& lines, std::size_t most_words) {
    std::string text;
    std::size_t told = 0;
    for (; told < lines.size(); ++told) {
        const std::size_t words = word_count(text) + word_count(lines[told]);
        const bool is_last = told + 1 == lines.size();
        if (told > 0 && words + (is_last ? 0 : count_words) > most_words) break;
        text += (told > 0 ? "; " : "") + lines[told];
    }
    if (told < lines.size()) text += "; " + counted(lines.size() - told);
    return text.empty() ? text : capitalised(text) + ".";
}

}  // namespace

std::vector<std::string> set_words(const Seen& before, const Seen& after) {
    Lines lines;
    if (!is_same_base(before, after)) lines.push_back(few_words(after.deal.base().title));
    tell_edits(lines, before, after);
    tell_inputs(lines, before, after);
    return lines;
}

Response response(const Seen& before, const Seen& after) {
    constexpr std::size_t most_set = 11;
    Lines set = set_words(before, after);
    Lines follows;
    if (!set.empty())
        follows = outcomes(before, after);
    else if (before.chosen != after.chosen)
        follows = month_difference(before, after);
    else if (before.asked != after.asked)
        follows = {answer_words(after.reading, after.asked)};
    if (before.chosen != after.chosen && after.chosen != never) set.push_back(long_month_text(after.chosen));
    Response said{sentence_of(set, most_set), {}};
    said.follows = sentence_of(follows, most_heard - word_count(said.set));
    // What was set is told before how much more there is to tell.
    if (word_count(said.whole()) > most_heard) said.follows = capitalised(follows.front()) + ".";
    if (word_count(said.whole()) > most_heard) said = {"", sentence_of(follows, most_heard)};
    return said;
}

}  // namespace fr
