// The short lines that name a cause, a stretch, a span or an event.
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

std::string cause_id(const Contract& contract, Cause cause) {
    const auto index = static_cast<std::size_t>(cause.index);
    switch (cause.kind) {
        case Cause::Kind::none:
            return {};
        case Cause::Kind::clause:
            return contract.clauses[index].id;
        case Cause::Kind::input:
            return std::string(params[index].key);
    }
    return {};
}

std::string cause_name(const Contract& contract, Cause cause) {
    const auto index = static_cast<std::size_t>(cause.index);
    switch (cause.kind) {
        case Cause::Kind::none:
            return {};
        case Cause::Kind::clause:
            return contract.clauses[index].name;
        case Cause::Kind::input:
            return std::string(params[index].label);
    }
    return {};
}

namespace {

std::string period(Month from, Month until) {
    return from == until ? month_text(from) : month_text(from) + " – " + month_text(until);
}

// What an input, as the cause of a shortage or of orders held back, means in words.
std::string input_words(const Contract& contract, const Stretch& stretch) {
    const Param& param = entry(params, stretch.cause.index);
    if (param.field == &Inputs::others_rate) return "held back by how fast others can build, not by the contract";
    if (param.field == &Inputs::others_ceiling) return "held back by the most that others can ever build in a year";
    if (param.field == &Inputs::demand_start)
        return "more is wanted than was under way when 2024 began, and what has been ordered since does not run yet";
    if (param.field == &Inputs::azure_offer)
        return "held back by what Azure can offer: nobody else’s sites could run yet";
    if (param.field == &Inputs::others_lead_leased)
        return "waiting for leased sites: what may be ordered by now is still being built";
    if (param.field == &Inputs::others_lead_greenfield) return "waiting for new sites that are still being built";
    if (param.field == &Inputs::others_build) return "held back to what others have announced";
    if (param.field == &Inputs::others_slip) return "held back by sites that come a year late";
    if (param.field == &Inputs::demand_growth) return "demand is a hair ahead of what was planned";
    return "held back by " + cause_name(contract, stretch.cause);
}

std::string clause_words(const Contract& contract, const Stretch& stretch) {
    const Clause& clause = contract.at(stretch.cause.index);
    const std::string name = "“" + clause.name + "”";
    switch (stretch.quantity) {
        case Quantity::served:
            return "demand goes unserved because of " + name;
        case Quantity::new_capacity:
            return "new capacity is held back most by " + name;
        case Quantity::who_may_supply:
            return name + " decides who may supply what Azure does not";
        case Quantity::own_building:
            return name + " decides what OpenAI may build itself";
        case Quantity::api_hosting:
            return name + " decides where the API may run";
        case Quantity::products_hosting:
            return name + " decides where other products may run";
        case Quantity::support:
            return name + " brings the capacity at Azure that Microsoft's support pays for";
    }
    return {};
}

}  // namespace

std::string says(const Contract& contract, const Stretch& stretch) {
    const bool clause = stretch.cause.kind == Cause::Kind::clause;
    return period(stretch.from, stretch.until) + ": " +
           (clause ? clause_words(contract, stretch) : input_words(contract, stretch));
}

namespace {

// The last month for which it was agreed, of those before the span: its own, or that of what it licenses.
Month agreed_end(const Clause& clause, const Span& span) {
    const Month* until = clause.until ? std::get_if<Month>(&*clause.until) : nullptr;
    const auto* licence = std::get_if<IpLicenceRule>(&clause.rule);
    Month end = until && *until < span.from ? *until : never;
    if (licence && licence->models_until < span.from) end = std::min(end, licence->models_until);
    return end < never ? end : Month{span.from.index - 1};
}

std::string waits_words(Fact fact) {
    switch (fact) {
        case Fact::strained:
        case Fact::strained_again:
            return "begins only if the deal before it is strained for long enough";
        case Fact::agi_test_met:
            return "begins only once the test of the AGI clause would be met";
        case Fact::agi_verified:
            return "begins only once a panel has verified AGI";
        case Fact::share_cap_reached:
            return "begins only once the revenue share has reached its cap";
    }
    return {};
}

}  // namespace

std::string why(const Contract& contract, int clause, const Span& span) {
    const Clause& self = contract.at(clause);
    const std::string by = span.by >= 0 ? contract.at(span.by).name : "";
    switch (span.reason) {
        case SpanReason::not_yet:
            return "begins in " + long_month_text(std::get<Month>(self.from));
        case SpanReason::waits_for_condition:
            if (const Month* until = self.until ? std::get_if<Month>(&*self.until) : nullptr;
                until && *until < span.until)
                return "its own end comes before what it waits for";
            return waits_words(std::get<Fact>(self.from));
        case SpanReason::agreed:
            return "agreed, and nothing has ended it";
        case SpanReason::shortage:
            return "more demand goes unserved than the deal bears";
        case SpanReason::lock_binds:
            return "Azure alone cannot carry all API demand, and the API may run nowhere else";
        case SpanReason::earlier_systems_only:
            return "covers earlier systems only since the AGI clause tripped";
        case SpanReason::replaced:
            return by.empty() ? "replaced by a later clause" : "replaced by “" + by + "”";
        case SpanReason::date_reached:
            return "its end was agreed for " + long_month_text(agreed_end(self, span));
        case SpanReason::condition_reached:
            return "the condition that ends it has come";
        case SpanReason::agi_ended:
            return "ended by “" + by + "”";
        case SpanReason::cap_reached:
            return "the agreed total has been paid";
        case SpanReason::never_agreed:
            return "switched off: as if it had never been agreed";
        case SpanReason::not_in_deal:
            return "not part of the deal: a reading found in popular accounts";
    }
    return {};
}

std::string says(const Contract& contract, const Event& event, const std::vector<News>& news) {
    const std::string name = event.clause >= 0 ? "“" + contract.at(event.clause).name + "”" : "the deal";
    switch (event.kind) {
        case EventKind::strained:
            return "More demand has gone unserved, for longer, than " + name + " bears.";
        case EventKind::eased:
            return "The shortage eases below the patience assumed.";
        case EventKind::excepted:
            return "A first exception to exclusivity: " + name + ".";
        case EventKind::exclusivity_ends:
            return event.clause < 0 ? "Exclusivity ends." : "Exclusivity ends; what governs now is " + name + ".";
        case EventKind::first_refusal_passes:
            return "For the first time Microsoft passes and an offer goes to others.";
        case EventKind::api_lock_binds:
            return "API demand goes beyond what Azure can carry while " + name + " keeps it there.";
        case EventKind::share_cap_reached:
            return "The revenue share reaches its cap and stops.";
        case EventKind::agi_test_met:
            return "The test of the " + name + " would be met.";
        case EventKind::agi_verified:
            return "The expert panel would have verified it.";
        case EventKind::right_ends:
            return "Microsoft's right to later systems ends, through " + name + ".";
        case EventKind::licence_ends:
            return "Microsoft's licence ends: " + name + ".";
        case EventKind::news:
            return entry(news, event.news).says;
    }
    return {};
}

std::string clause_status(const Contract& contract, const std::vector<Span>& all, int clause) {
    // What ended it first counts, not what would have ended it later.
    std::size_t index = all.size() - 1;
    while (index > 0 && all[index].state == ClauseState::ended && all[index - 1].state == ClauseState::ended) --index;
    const Span& last = all[index];
    const Clause& self = contract.at(clause);
    switch (last.state) {
        case ClauseState::off:
            return self.variant ? "not in this deal" : "never agreed";
        case ClauseState::future:
            return "never comes";
        case ClauseState::ended: {
            // What replaces it begins in this month; what ends by itself was last in force in the month before.
            if (last.reason == SpanReason::replaced) return "replaced " + month_text(last.from);
            const std::string date = month_text(Month{last.from.index - 1});
            return last.reason == SpanReason::agi_ended ? "ends " + date + ", AGI clause" : "ends " + date;
        }
        case ClauseState::straining:
            if (last.reason == SpanReason::earlier_systems_only)
                return "earlier systems only, " + month_text(last.from);
            return "strains since " + month_text(last.from);
        case ClauseState::in_force:
            return std::string(names::word_of(last.state).word);
    }
    return {};
}

}  // namespace fr
