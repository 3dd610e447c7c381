// The sentences of a run, a month and an offer. Numbers come from the run through format.*.
#include "core/words/sentence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/deal/terms.h"
#include "core/words/format.h"

namespace fr {

std::string no_shortage_words(const Headline& head) {
    return head.max_unserved.share > hair ? "no shortage over 1% from 2025 on" : "no shortage from 2025 on";
}

// Of the growth up to 2026.
std::string growth_words(double growth, Room room) {
    if (growth == 2) return "doubling every year";
    if (growth == 3) return "tripling every year";
    if (growth == 4) return "quadrupling every year";
    return (room == Room::wide ? "growing ×" : "×") + shortest(growth) + " a year";
}

namespace {

std::string count_of(double number, std::string_view thing) {
    return count_text(number, "no") + " " + std::string(thing) + (number == 1 ? "" : "s");
}

std::string threshold_words(const Inputs& inputs) { return "$" + shortest(inputs.agi_threshold) + " bn"; }

// The slider's growth holds until growth fades.
std::string fading_words(const Inputs& inputs) { return inputs.demand_fade > 0 ? " to 2026, then slowing" : ""; }

// When the rest of what is wanted in a month comes: "five months later"; empty where nothing waits.
std::string rest_words(const Run& run, Month month) {
    const std::optional<int> wait = wait_months(run, month);
    if (wait == 0) return {};
    return ", the rest " + (wait ? count_of(*wait, "month") + " later" : std::string("after 2035"));
}

// What demand finds: "OpenAI gets 62% of what it wants in May 2026".
std::string served_words(const Run& run) {
    const Row& worst = worst_month(run, deal_month);
    const bool others = run.rows.back().azure_share < 1;
    if (!is_short(worst))
        return others ? "OpenAI gets all the compute it wants from 2025 on" : "Azure alone is enough from 2025 on";
    return "OpenAI gets " + percent_text(1 - worst.unserved_share) + " of what it wants in " +
           long_month_text(worst.month);
}

// The same with the delay: "…, the rest five months later".
std::string shortage_words(const Run& run) {
    const Row& worst = worst_month(run, deal_month);
    return served_words(run) + (is_short(worst) ? rest_words(run, worst.month) : std::string());
}

// Exclusivity on paper and under demand alone.
std::string exclusivity_words(const Headline& head) {
    const Month paper = head.exclusivity_breaks, demand = head.exclusivity_would_break;
    if (paper == never)
        return demand == never
                   ? "exclusivity holds to 2035"
                   : "exclusivity stays on paper, although demand would have broken it in " + long_month_text(demand);
    const std::string ended = "exclusivity, ended in " + long_month_text(paper) + ", ";
    if (demand == never) return ended + "would otherwise have held to 2035";
    if (demand == paper) return ended + "broke just when demand alone would have broken it";
    if (demand < paper) return ended + "would have broken in " + long_month_text(demand) + " already";
    return ended + "would have broken in " + long_month_text(demand) + " anyway";
}

// Demand itself can end it, as in the deal without dates.
bool can_give_way(const Contract& contract) {
    const auto by_strain = [](const Bound& bound) {
        const Fact* fact = std::get_if<Fact>(&bound);
        return fact && is_strain(*fact);
    };
    return std::ranges::any_of(contract.clauses, [&](const Clause& clause) {
        return kind_of(clause) == Kind::supply && !clause.off &&
               (by_strain(clause.from) || (clause.until && by_strain(*clause.until)));
    });
}

// Exclusivity that is not one stretch from the model's first month on: what demand alone would have broken is another.
std::string exclusivity_in_parts(const Run& run, Ending ending) {
    const Month from = run.exclusive_from, ends = run.exclusivity_breaks, again = run.exclusive_again;
    std::string words = "exclusivity ";
    if (from > Month{0}) words += "begins in " + long_month_text(from) + " and ";
    const std::string verb = ending == Ending::strain ? "breaks in " : "ends in ";
    words += ends == never ? "holds to 2035" : verb + long_month_text(ends);
    return again == never ? words : words + ", to begin again in " + long_month_text(again);
}

std::string reading_words(AgiReading reading) {
    switch (reading) {
        case AgiReading::booked:
            return "booked profit";
        case AgiReading::ability:
            return "what its systems could earn";
        case AgiReading::declared:
            return "declaration";
    }
    return {};
}

std::string test_words(const Inputs& inputs, Month met) {
    const std::string test = "the " + threshold_words(inputs) + " test ";
    return met == never ? test + "is not met" : test + "would be met in " + long_month_text(met);
}

std::string declaration_words(Month declared) {
    return declared == never ? "AGI is not declared" : "AGI is declared in " + long_month_text(declared);
}

// Whether a clause can still trip in the month in which what it asks for comes, or at the deal's horizon.
bool has_trigger(const Contract& contract, const Run& run, Month comes) {
    return terms_at(contract, std::min(comes, contract.horizon), run.facts).trigger != Trigger::none;
}

// By what its systems could earn and by what it has earned: the same words, two dates.
std::string agi_words(const Inputs& inputs, const Contract& contract, const Run& run) {
    const auto reading = static_cast<AgiReading>(inputs.agi_reading);
    const bool declares = is_by_declaration(inputs, contract, run);
    const Month comes = run.met(declares ? AgiReading::declared : reading);
    if (!has_trigger(contract, run, comes)) return "no AGI clause is left to trip";
    if (declares) return declaration_words(comes);
    const Month booked = run.met(AgiReading::booked);
    if (reading == AgiReading::booked) return test_words(inputs, booked) + ", read as booked profit";
    const std::string earned = booked == never ? "not by 2035" : "in " + long_month_text(booked);
    return test_words(inputs, comes) + " read as ability, " + earned + " as money earned";
}

std::string supply_words(const Contract& contract, const Run& run, const Headline& head) {
    if (!head.has_exclusivity) return "there is no exclusivity";
    const Month breaks = head.exclusivity_breaks;
    const Ending ending = breaks == never ? Ending::date : ending_of(contract, Kind::supply, breaks, run.facts);
    if (run.exclusive_from > Month{0} || run.exclusive_again < never) return exclusivity_in_parts(run, ending);
    if (breaks == never && can_give_way(contract)) return "exclusivity holds to 2035";
    switch (ending) {
        case Ending::date:
            return exclusivity_words(head);
        case Ending::strain:
            return "exclusivity breaks under that pressure in " + long_month_text(breaks);
        case Ending::condition:
            return "exclusivity ends in " + long_month_text(breaks);
    }
    return {};
}

}  // namespace

std::string stage_sentence(const Inputs& inputs, const Contract& contract, const Run& run, const Headline& head,
                           Room room) {
    const std::string growth = growth_words(inputs.demand_growth, room), served = served_words(run);
    if (room == Room::narrow) return "Demand " + growth + ": " + served + ".";
    return "With compute demand " + growth + ", " + served + "; " + supply_words(contract, run, head) + ".";
}

std::string consequence(const Inputs& inputs, const Contract& contract, const Run& run, const Headline& head) {
    return "With compute demand " + growth_words(inputs.demand_growth) + fading_words(inputs) + ", " +
           shortage_words(run) + "; " + supply_words(contract, run, head) + "; " + agi_words(inputs, contract, run) +
           ".";
}

namespace {

using Holds = bool (*)(const Terms&);

// The first month after the trip in which a clause begins and it holds; `never` where none brings it back.
Month comes_back(const Contract& contract, const Run& run, Holds holds) {
    Month back = never;
    for (const Clause& clause : contract.clauses) {
        const Month start = start_of(clause, run.facts);
        const bool is_later = start > run.facts.agi_tripped && start <= run.rows.back().month;
        if (is_later && start < back && holds(terms_at(contract, start, run.facts))) back = start;
    }
    return back;
}

// What holds in the month in which the clause trips and in the next only if it did not; what new terms bring back says
// so.
std::string ends_words(const Contract& contract, const Run& run) {
    const Month tripped = run.facts.agi_tripped, after = next(tripped);
    Facts otherwise = run.facts;
    otherwise.agi_tripped = otherwise.established[static_cast<std::size_t>(Fact::agi_verified)] = never;
    otherwise.agi_clause = -1;
    const Terms before = terms_at(contract, tripped, run.facts), stays = terms_at(contract, after, otherwise);
    const Terms now = terms_at(contract, after, run.facts);
    struct End {
        Holds holds;
        const char* words;
    };
    constexpr std::array ends{
        End{[](const Terms& in) { return in.licence_in_force; }, "Microsoft loses its right to the technology"},
        End{[](const Terms& in) { return in.later_systems_licensed; },
            "Microsoft keeps earlier systems and loses later ones"},
        End{[](const Terms& in) { return in.research_licensed; }, "Microsoft loses research IP and keeps models"},
        End{[](const Terms& in) { return in.revenue_share > 0; }, "the revenue share stops"},
        End{[](const Terms& in) { return in.api_only_on_azure; }, "the API is free of Azure"}};
    std::vector<std::string> parts;
    const bool all_is_lost = before.licence_in_force && stays.licence_in_force && !now.licence_in_force;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto [holds, what] = ends[i];
        const bool is_part_of_all = (i == 1 || i == 2) && all_is_lost;
        if (is_part_of_all || !holds(before) || !holds(stays) || holds(now)) continue;
        const Month back = comes_back(contract, run, holds);
        parts.push_back(what + (back < never ? " until " + long_month_text(back) : std::string()));
    }
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i)
        words += (i == 0 ? "" : i + 1 == parts.size() ? ", and " : ", ") + parts[i];
    return words.empty() ? "nothing ends" : words;
}

std::string horizon_words(Month comes, Month horizon) {
    if (comes == horizon) return ", the very month of the deal's horizon";
    return (comes < horizon ? ", before the deal's horizon of " : ", after the deal's horizon of ") +
           long_month_text(horizon);
}

// Why nothing trips although the test is met.
std::string untripped_words(const Contract& contract, const Run& run, Month comes) {
    const Terms terms = terms_at(contract, comes, run.facts);
    // The board's declaration has no other test.
    if (terms.trigger == Trigger::none || terms.trigger == Trigger::board)
        return ". No clause in force then depends on it: nothing ends.";
    const std::string what = terms.trigger == Trigger::panel ? "Verification" : "The contest";
    const Terms last = terms_at(contract, run.rows.back().month, run.facts);
    const bool stays = last.clause(Kind::agi_trigger) == terms.clause(Kind::agi_trigger);
    return ". " + what + (stays ? " takes beyond 2035" : " outlasts the clause") + ": nothing ends.";
}

}  // namespace

std::string agi_sentence(const Inputs& inputs, const Contract& contract, const Run& run) {
    const auto reading = static_cast<AgiReading>(inputs.agi_reading);
    const bool declares = is_by_declaration(inputs, contract, run);
    const Month comes = run.met(declares ? AgiReading::declared : reading);
    const std::string start = declares ? "By declaration, " + declaration_words(comes)
                                       : "Read as " + reading_words(reading) + ", " + test_words(inputs, comes);
    if (comes == never) return start + " within the model: nothing ends by it.";
    const std::string when = start + horizon_words(comes, contract.horizon);
    if (run.facts.agi_clause < 0) return when + untripped_words(contract, run, comes);
    const auto& rule = std::get<AgiTriggerRule>(contract.at(run.facts.agi_clause).rule);
    const std::string later = rule.trigger == Trigger::panel ? "; verified in " : "; contested until ";
    const std::string until = run.facts.agi_tripped == comes ? "" : later + long_month_text(run.facts.agi_tripped);
    const bool by_supply = !declares && reading == AgiReading::ability && run.agi_set_by_supply;
    return when + until + ": " + ends_words(contract, run) + "." +
           (by_supply ? " Supply, not demand, sets that date." : "");
}

namespace {

std::string month_served_words(const Run& run, const Row& row) {
    const std::string in = "In " + long_month_text(row.month) + " OpenAI wants " + gw_text(row.demand_gw);
    if (!is_short(row)) return in + " and gets all of it.";
    return in + " and gets " + percent_text(1 - row.unserved_share) + " of it" + rest_words(run, row.month) + ".";
}

// Of what is to be ordered in a month for the years ahead: who may take it, and what each takes in that month.
std::string asked_words(const Row& row, Supply supply) {
    constexpr double worth_telling_gw = 0.005;
    if (row.wanted_gw < worth_telling_gw) return "No new capacity has to be ordered in this month.";
    const std::string wanted =
        gw_text(row.wanted_gw) + " of new capacity has still to be ordered for the four years ahead; ";
    const std::string takes = row.azure_takes_gw < worth_telling_gw ? "nothing" : gw_text(row.azure_takes_gw);
    const double others_gw = row.placed_gw - row.azure_takes_gw;
    const auto told = [&](double gw, const char* what) {
        return gw < worth_telling_gw ? std::string() : ", " + gw_text(gw) + what;
    };
    switch (supply) {
        case Supply::azure_only:
            return wanted + "only Azure may supply it and takes " + takes + " this month" +
                   told(row.turned_away_gw, " of it is beyond what Azure could ever add in time") + ".";
        case Supply::exception:
            return wanted + "Azure takes " + takes + " this month" + told(others_gw, " may go to Oracle through it") +
                   ".";
        case Supply::first_refusal:
            return wanted + "Microsoft is asked first and takes " + takes + " this month" +
                   told(row.passed_on_gw, " passes on to others") + told(row.waiting_gw, " waits for its answer") + ".";
        case Supply::anyone:
            return wanted + "nobody must be asked first: this month Azure takes " + takes + told(others_gw, " others") +
                   ".";
    }
    return {};
}

// The names of the clauses that stand so, each once.
std::string names_of(const Contract& contract, const std::vector<int>& clauses) {
    std::string names;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const std::string& name = contract.at(clauses[i]).name;
        const auto is_same = [&](int other) { return contract.at(other).name == name; };
        const bool is_known = std::any_of(clauses.begin(), clauses.begin() + static_cast<std::ptrdiff_t>(i), is_same);
        if (!is_known) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

std::string clauses_words(const Contract& contract, const ClauseSpans& spans, Month month) {
    std::vector<int> in_force, straining, ended;
    for (std::size_t i = 0; i < spans.size(); ++i)
        for (const Span& span : spans[i]) {
            if (span.from > month || span.until < month) continue;
            if (span.state == ClauseState::in_force) in_force.push_back(static_cast<int>(i));
            if (span.state == ClauseState::straining) straining.push_back(static_cast<int>(i));
            // Replaced by a clause of the same name is not ended.
            const bool goes_on = span.by >= 0 && span.reason == SpanReason::replaced &&
                                 contract.at(span.by).name == contract.clauses[i].name;
            if (span.state == ClauseState::ended && !goes_on) ended.push_back(static_cast<int>(i));
        }
    std::string words;
    const auto tell = [&](const char* state, const std::vector<int>& clauses) {
        if (!clauses.empty())
            words += (words.empty() ? "" : " ") + std::string(state) + names_of(contract, clauses) + ".";
    };
    tell("Straining: ", straining);
    tell("In force: ", in_force);
    tell("Ended: ", ended);
    return words;
}

}  // namespace

MonthWords month_words(const Contract& contract, const Run& run, const ClauseSpans& spans, Month month) {
    const Row& row = run.at(month);
    const Supply supply = terms_at(contract, month, run.facts).supply;
    return {month_served_words(run, row), asked_words(row, supply), rights_sentence(contract, run, month),
            clauses_words(contract, spans, month)};
}

OfferedWords offered_words(const Contract& contract, const Run& run) {
    const auto asks_first = [&](const Row& row) {
        return terms_at(contract, row.month, run.facts).supply == Supply::first_refusal;
    };
    const auto last = std::find_if(run.rows.rbegin(), run.rows.rend(), asks_first);
    if (last == run.rows.rend()) return {};
    const Offered sum = offered_until(contract, run, last->month);
    const Month end = named_end(contract, Kind::supply, next(last->month), run.facts);
    const bool has_end = last->month < run.rows.back().month;
    const std::string until = has_end ? long_month_text(end) : "2035", short_until = has_end ? month_text(end) : "2035";
    const std::string offered = decimals(sum.offered_gw, 1) + " GW", taken = decimals(sum.taken_gw, 1);
    if (sum.offered_gw < 0.05)
        return {"Asked first to " + until + ", Microsoft is offered next to nothing.",
                "Microsoft is offered next to nothing to " + short_until};
    const bool is_little = sum.passed_gw > 0 && sum.passed_gw < 0.05;
    const std::string passed = is_little ? "less than 0.1" : decimals(sum.passed_gw, 1);
    return {"Asked first to " + until + ", Microsoft is offered " + offered + " of orders, takes " + taken +
                " and passes on " + passed + ".",
            "Microsoft is offered " + offered + " to " + short_until + " and takes " + taken};
}

namespace {

std::string licence_words(const Contract& contract, const Terms& terms) {
    if (!terms.licence_in_force) return "Microsoft has no licence to OpenAI’s technology";
    const auto& rule = std::get<IpLicenceRule>(contract.at(terms.clause(Kind::ip_licence)).rule);
    const std::string what = terms.later_systems_licensed ? "OpenAI’s models" : "OpenAI’s earlier models only";
    const std::string until = " until " + long_month_text(rule.models_until);
    const std::string research = !terms.research_licensed                   ? "; research no more"
                                 : rule.research_until == rule.models_until ? " and research"
                                                                            : "";
    const bool is_apart = terms.research_licensed && research.empty();
    return "Microsoft may use " + what + (is_apart ? "" : research) + until +
           (is_apart ? " and research until " + long_month_text(rule.research_until) : "") +
           (rule.exclusive ? ", nobody else may" : ", others may too");
}

std::string channel_words(const Contract& contract, const Terms& terms) {
    const int clause = terms.clause(Kind::sales_channels);
    const bool is_tied =
        clause >= 0 && std::get<SalesChannelsRule>(contract.at(clause).rule).channels == Channels::azure_and_direct;
    return is_tied ? "the API is sold through Azure and by OpenAI itself" : "the API may be sold through any cloud";
}

}  // namespace

std::string rights_sentence(const Contract& contract, const Run& run, Month month) {
    const Terms terms = terms_at(contract, month, run.facts);
    return licence_words(contract, terms) + "; " + channel_words(contract, terms) + ".";
}

std::string support_sentence(const Inputs& inputs, const Run& run) {
    const auto brings = [](const Row& row) { return static_cast<bool>(row.support_under); };
    const auto first = std::ranges::find_if(run.rows, brings);
    if (first == run.rows.end()) return {};
    const auto last = std::find_if(run.rows.rbegin(), run.rows.rend(), brings);
    return "Microsoft pays $" + shortest(inputs.money_support) + " bn for dropping the AGI clause: at $" +
           shortest(inputs.money_capex) + " bn per GW that is " + gw_text(inputs.money_support / inputs.money_capex) +
           " more at Azure, complete by " + long_month_text(last->month) + ".";
}

}  // namespace fr
