// The law in one month: the clauses of a contract folded into one flat value, each part with the clause that set it.
// The model sees only this.
#pragma once

#include <array>
#include <optional>

#include "core/deal/amount.h"
#include "core/deal/contract.h"

namespace fr {

// The month in which each fact was established; `never` until then. A fact of one month is read by the next.
struct Facts {
    std::array<Month, fact_count> established{never, never, never, never, never};
    Month agi_tripped = never;  // the month the governing AGI trigger tripped
    int agi_clause = -1;        // the clause that tripped, index in the contract

    Month month(Fact fact) const { return entry(established, fact); }
    bool known_before(Fact fact, Month month) const { return this->month(fact) < month; }
    void establish(Fact fact, Month month);  // latches: a later call changes nothing
    bool operator==(const Facts&) const = default;
};

struct Terms {
    std::array<int, kind_count> governing;  // index of the clause in force for each kind, or -1

    Supply supply = Supply::anyone;
    double exception_limit_gw_per_year = 0;
    int exception_lead_months = 0;
    OwnBuilding own_building = OwnBuilding::anything;
    bool api_only_on_azure = false;
    bool products_only_on_azure = false;
    double revenue_share = 0, reverse_share = 0;  // 0 to 1
    std::optional<double> share_cap_bn;
    Month share_since = never;  // the month from which the cap counts
    Trigger trigger = Trigger::none;
    AgiEnds agi_ends;
    Month trigger_since = never;
    bool licence_in_force = false, later_systems_licensed = false, research_licensed = false;
    std::optional<double> purchase_bn;
    Month purchase_since = never;

    // The clause that governs a kind, as a cause; none where nobody is bound.
    Cause cause(Kind kind) const;
    int clause(Kind kind) const { return entry(governing, kind); }
    bool operator==(const Terms&) const = default;
};

// The first month in which a clause applies, given the facts so far; `never` while its condition has not come.
Month start_of(const Clause& clause, const Facts& facts);
// How what ruled a kind came to an end: on an agreed date, because the deal was strained, or by another condition.
// `after` is the first month in which it does not rule.
enum class Ending { date, strain, condition };
Ending ending_of(const Contract& contract, Kind kind, Month after, const Facts& facts);
// The last month in which a clause applies; `never` for no end so far.
Month end_of(const Clause& clause, const Facts& facts);

// Whether a clause never governs because its end is past when what it waits for comes.
bool is_past(const Clause& clause, const Facts& facts);
// Whether a fact is that demand has strained the deal.
constexpr bool is_strain(Fact fact) { return fact == Fact::strained || fact == Fact::strained_again; }

// The terms of a month (from July 2019 on). A later clause of a kind replaces the earlier; when it ends nobody is
// bound.
Terms terms_at(const Contract& contract, Month month, const Facts& facts);

// The month that is named as the end of what ruled a kind until `after`, the first month in which it does not: where
// another clause replaces it that is the month itself, whose beginning it still saw, else the month before.
Month named_end(const Contract& contract, Kind kind, Month after, const Facts& facts);

// The months of the model in which the calendar changes the terms. Beyond these they change only in the month after a
// fact is established.
std::array<bool, month_count> turning_months(const Contract& contract);

// The contract in which a clause was never agreed: what it replaced stays, without end. For a clause that is not part
// of the deal the contract is returned as it was.
Contract without(const Contract& contract, int clause);
// The contract in which a variant clause is part of the deal.
Contract with_variant(const Contract& contract, int clause);
// The contract in which the restriction of a clause is lifted from its own month on: "anyone", "anywhere", "none".
// For clauses that restrict nothing, or are not part of the deal, the contract is returned as it was.
Contract dropped(const Contract& contract, int clause);
// Whether a kind of rule is a restriction that can be lifted so.
bool is_restriction(Kind kind);
// Whether a rule is what lifting a restriction of its kind would put in its place.
bool binds_nobody(const Rule& rule);
// The contract in which from a clause's own month on no clause of its kind binds anybody; of a revenue share under a
// cap, the contract without the cap. Unchanged where `dropped` changes nothing.
Contract without_kind(const Contract& contract, int clause);

// What a reader changed about a clause: never agreed, its restriction dropped, or (a variant) agreed after all.
enum class EditKind { never_agreed, dropped, agreed };
struct Edit {
    std::string clause;  // id
    EditKind kind;
    bool operator==(const Edit&) const = default;
};
// The contract with a reader's edits, in order; indices of the base stay valid. Every clause must be in the contract.
Contract edited(const Contract& base, const std::vector<Edit>& edits);

}  // namespace fr
