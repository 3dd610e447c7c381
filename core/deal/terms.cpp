// Folds dated clauses into the terms of a month. Time goes one way: a fact established in a month is read by the next.
#include "core/deal/terms.h"

#include <algorithm>
#include <cassert>

namespace fr {

void Facts::establish(Fact fact, Month month) {
    Month& known = entry(established, fact);
    if (known == never) known = month;
}

Cause Terms::cause(Kind kind) const {
    const int index = clause(kind);
    return index < 0 ? Cause{} : clause_cause(index);
}

Month start_of(const Clause& clause, const Facts& facts) {
    if (const Month* month = std::get_if<Month>(&clause.from)) return *month;
    return next(facts.month(std::get<Fact>(clause.from)));
}

Month end_of(const Clause& clause, const Facts& facts) {
    if (!clause.until) return never;
    if (const Month* month = std::get_if<Month>(&*clause.until)) return *month;
    return facts.month(std::get<Fact>(*clause.until));
}

bool is_past(const Clause& clause, const Facts& facts) { return end_of(clause, facts) < start_of(clause, facts); }

namespace {

// The clause of each kind that started last and has not ended; -1 where nobody is bound.
std::array<int, kind_count> governing_clauses(const Contract& contract, Month month, const Facts& facts) {
    std::array<int, kind_count> governing;
    std::array<Month, kind_count> since;
    governing.fill(-1);
    since.fill(Month{first_contract_month.index - 1000});
    for (int i = 0; i < contract.size(); ++i) {
        const Clause& clause = contract.at(i);
        const Month start = start_of(clause, facts);
        const auto kind = static_cast<std::size_t>(kind_of(clause));
        if (clause.off || is_past(clause, facts) || start > month || start < since[kind]) continue;
        since[kind] = start;
        governing[kind] = i;
    }
    for (int& index : governing)
        if (index >= 0 && end_of(contract.at(index), facts) < month) index = -1;
    return governing;
}

struct Apply {
    Terms& terms;
    Month since, month;
    const Facts& facts;
    bool agi_ended;  // the AGI trigger tripped while this clause was in force

    bool ended(bool AgiEnds::* what) const { return agi_ended && terms.agi_ends.*what; }
    void operator()(const SupplyRule& rule) const {
        terms.supply = rule.supply;
        terms.exception_limit_gw_per_year = rule.limit_gw_per_year;
        terms.exception_lead_months = rule.lead_months;
    }
    void operator()(const OwnBuildingRule& rule) const { terms.own_building = rule.allowed; }
    void operator()(const ApiHostingRule& rule) const {
        const bool verified = facts.known_before(Fact::agi_verified, month);
        terms.api_only_on_azure = !ended(&AgiEnds::api_hosting) && rule.where != Hosting::anywhere &&
                                  !(rule.where == Hosting::azure_until_verified_agi && verified);
    }
    void operator()(const ProductsHostingRule& rule) const {
        terms.products_only_on_azure = rule.where == Hosting::azure_only;
    }
    void operator()(const RevenueShareRule& rule) const {
        const bool capped = rule.cap_bn && facts.known_before(Fact::share_cap_reached, month);
        const bool over = capped || ended(&AgiEnds::revenue_share);
        terms.revenue_share = over ? 0 : rule.rate;
        terms.reverse_share = ended(&AgiEnds::revenue_share) ? 0 : rule.reverse_rate;
        terms.share_cap_bn = rule.cap_bn;
        terms.share_since = since;
    }
    void operator()(const IpLicenceRule& rule) const {
        terms.licence_in_force = month <= rule.models_until && !ended(&AgiEnds::technology);
        terms.later_systems_licensed =
            terms.licence_in_force && (rule.covers_post_agi || !ended(&AgiEnds::later_systems));
        terms.research_licensed =
            month <= rule.research_until && !ended(&AgiEnds::research_ip) && !ended(&AgiEnds::technology);
    }
    void operator()(const AgiTriggerRule& rule) const {
        terms.trigger = rule.trigger;
        terms.trigger_since = since;
    }
    void operator()(const PurchaseRule& rule) const {
        terms.purchase_bn = rule.amount_bn;
        terms.purchase_since = since;
    }
    void operator()(const StakeRule&) const {}
    void operator()(const SalesChannelsRule&) const {}
};

}  // namespace

Terms terms_at(const Contract& contract, Month month, const Facts& facts) {
    Terms terms;
    terms.governing = governing_clauses(contract, month, facts);
    const bool tripped = facts.agi_tripped < month;
    if (tripped && facts.agi_clause >= 0)
        terms.agi_ends = std::get<AgiTriggerRule>(contract.at(facts.agi_clause).rule).ends;
    for (const int index : terms.governing) {
        if (index < 0) continue;
        const Clause& clause = contract.at(index);
        const Month since = start_of(clause, facts);
        // New terms agreed after the trigger tripped are not ended by it.
        std::visit(Apply{terms, since, month, facts, tripped && since <= facts.agi_tripped}, clause.rule);
    }
    return terms;
}

Ending ending_of(const Contract& contract, Kind kind, Month after, const Facts& facts) {
    const int follows = terms_at(contract, after, facts).clause(kind);
    const bool is_replaced = follows >= 0 && start_of(contract.at(follows), facts) == after;
    const int ended = terms_at(contract, Month{after.index - 1}, facts).clause(kind);
    assert(is_replaced || (ended >= 0 && contract.at(ended).until));
    const Bound& by = is_replaced ? contract.at(follows).from : *contract.at(ended).until;
    const Fact* fact = std::get_if<Fact>(&by);
    if (!fact) return Ending::date;
    return is_strain(*fact) ? Ending::strain : Ending::condition;
}

Month named_end(const Contract& contract, Kind kind, Month after, const Facts& facts) {
    const int clause = terms_at(contract, after, facts).clause(kind);
    const bool is_replaced = clause >= 0 && start_of(contract.at(clause), facts) == after;
    return is_replaced ? after : Month{after.index - 1};
}

std::array<bool, month_count> turning_months(const Contract& contract) {
    std::array<bool, month_count> turns{};
    const auto turn = [&](Month month) {
        if (month.index >= 0 && month.index < month_count) entry(turns, month.index) = true;
    };
    for (const Clause& clause : contract.clauses) {
        if (const Month* from = std::get_if<Month>(&clause.from)) turn(*from);
        if (const Month* until = clause.until ? std::get_if<Month>(&*clause.until) : nullptr) turn(next(*until));
        if (const IpLicenceRule* licence = std::get_if<IpLicenceRule>(&clause.rule))
            for (const Month last : {licence->models_until, licence->research_until}) turn(next(last));
    }
    return turns;
}

namespace {

// By month where both clauses have one; conditions, and clauses of one month, follow each other as they are listed.
bool starts_before(const Contract& contract, int a, int b) {
    const Month* first = std::get_if<Month>(&contract.at(a).from);
    const Month* second = std::get_if<Month>(&contract.at(b).from);
    return first && second && *first != *second ? *first < *second : a < b;
}

// The clause of the same kind that a clause replaced when it came; -1 where there was none.
int replaced_by(const Contract& contract, int clause) {
    const Kind kind = kind_of(contract.at(clause));
    int found = -1;
    for (int i = 0; i < contract.size(); ++i) {
        const Clause& other = contract.at(i);
        if (other.off || kind_of(other) != kind || !starts_before(contract, i, clause)) continue;
        if (found < 0 || starts_before(contract, found, i)) found = i;
    }
    return found;
}

}  // namespace

Contract without(const Contract& contract, int clause) {
    Contract changed = contract;
    Clause& gone = changed.at(clause);
    if (gone.off) return changed;
    gone.off = true;
    const int replaced = replaced_by(contract, clause);
    if (replaced >= 0) changed.at(replaced).until.reset();
    return changed;
}

Contract with_variant(const Contract& contract, int clause) {
    Contract changed = contract;
    changed.at(clause).off = false;
    return changed;
}

namespace {

// The rule that lifts a restriction; empty where a kind restricts nothing that can be lifted.
std::optional<Rule> lifted(Kind kind) {
    switch (kind) {
        case Kind::supply:
            return SupplyRule{Supply::anyone};
        case Kind::own_building:
            return OwnBuildingRule{OwnBuilding::anything};
        case Kind::api_hosting:
            return ApiHostingRule{Hosting::anywhere};
        case Kind::products_hosting:
            return ProductsHostingRule{Hosting::anywhere};
        case Kind::revenue_share:
            return RevenueShareRule{};
        case Kind::agi_trigger:
            return AgiTriggerRule{Trigger::none, {}};
        case Kind::sales_channels:
            return SalesChannelsRule{Channels::any};
        case Kind::ip_licence:
        case Kind::purchase_commitment:
        case Kind::stake:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool is_restriction(Kind kind) { return lifted(kind).has_value(); }

Contract edited(const Contract& base, const std::vector<Edit>& edits) {
    Contract contract = base;
    for (const Edit& edit : edits) {
        const auto found = std::ranges::find(contract.clauses, edit.clause, &Clause::id);
        assert(found != contract.clauses.end());
        const int index = static_cast<int>(found - contract.clauses.begin());
        switch (edit.kind) {
            case EditKind::never_agreed:
                contract = without(contract, index);
                break;
            case EditKind::dropped:
                contract = dropped(contract, index);
                break;
            case EditKind::agreed:
                contract = with_variant(contract, index);
                break;
        }
    }
    return contract;
}

Contract dropped(const Contract& contract, int clause) {
    const Clause& kept = contract.at(clause);
    const std::optional<Rule> free = lifted(kind_of(kept));
    if (!free || kept.off) return contract;
    Contract changed = contract;
    Clause lifting = kept;
    while (std::ranges::contains(changed.clauses, lifting.id, &Clause::id)) lifting.id += "-dropped";
    lifting.rule = *free;
    lifting.until.reset();
    lifting.assumed = "What if: the reader drops this restriction from its own month on.";
    lifting.added = true;
    lifting.variant = false;
    changed.clauses.push_back(lifting);
    return changed;
}

bool binds_nobody(const Rule& rule) { return lifted(static_cast<Kind>(rule.index())) == rule; }

Contract without_kind(const Contract& contract, int clause) {
    const Clause& kept = contract.at(clause);
    Contract changed = contract;
    if (const auto* share = std::get_if<RevenueShareRule>(&kept.rule); share && share->cap_bn && !kept.off) {
        std::get<RevenueShareRule>(changed.at(clause).rule).cap_bn.reset();
        return changed;
    }
    changed = dropped(contract, clause);
    if (changed.clauses.size() == contract.clauses.size()) return changed;
    for (int i = 0; i < static_cast<int>(contract.clauses.size()); ++i) {
        Clause& other = changed.at(i);
        if (kind_of(other) == kind_of(kept) && !starts_before(contract, i, clause)) other.off = true;
    }
    return changed;
}

}  // namespace fr
