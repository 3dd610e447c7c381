// A contract is a list of dated clauses. Clause kinds are code, clauses are data (assets/contracts/*.json); nothing
// here acts: terms.* says what the clauses mean in a month.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/deal/units.h"

namespace fr {

enum class Grade { primary, primary_quoted, secondary, weak, derived, unseen };  // best to worst, as in the facts

// Who may supply new capacity, from strictest to loosest.
enum class Supply { azure_only, exception, first_refusal, anyone };
enum class OwnBuilding { no, training_and_research, anything };
enum class Hosting { azure_only, azure_until_verified_agi, anywhere };
enum class Trigger { board, ability_test, panel, none };
enum class Channels { azure_and_direct, any };

struct SupplyRule {
    Supply supply;
    double limit_gw_per_year = 0;  // of the exception only
    int lead_months = 0;           // of the exception only
    bool operator==(const SupplyRule&) const = default;
};
struct OwnBuildingRule {
    OwnBuilding allowed;
    bool operator==(const OwnBuildingRule&) const = default;
};
struct ApiHostingRule {
    Hosting where;
    bool operator==(const ApiHostingRule&) const = default;
};
struct ProductsHostingRule {
    Hosting where;
    bool operator==(const ProductsHostingRule&) const = default;
};
struct RevenueShareRule {
    double rate = 0, reverse_rate = 0;  // 0 to 1; rate: OpenAI to Microsoft
    std::optional<double> cap_bn;       // counted from the clause's month
    bool operator==(const RevenueShareRule&) const = default;
};
struct IpLicenceRule {
    Month models_until = never, research_until = never;
    bool exclusive = false, covers_post_agi = false;
    bool operator==(const IpLicenceRule&) const = default;
};
// What ends when the trigger trips.
struct AgiEnds {
    bool later_systems = false, api_hosting = false, revenue_share = false, research_ip = false, technology = false;
    bool operator==(const AgiEnds&) const = default;
};
struct AgiTriggerRule {
    Trigger trigger;
    AgiEnds ends;
    bool operator==(const AgiTriggerRule&) const = default;
};
struct PurchaseRule {
    std::optional<double> amount_bn;
    bool operator==(const PurchaseRule&) const = default;
};  // empty: unpublished, shown and not computed
struct StakeRule {
    std::optional<double> share;
    bool operator==(const StakeRule&) const = default;
};  // 0 to 1; empty: not a plain percentage
struct SalesChannelsRule {
    Channels channels;
    bool operator==(const SalesChannelsRule&) const = default;
};

using Rule = std::variant<SupplyRule, OwnBuildingRule, ApiHostingRule, ProductsHostingRule, RevenueShareRule,
                          IpLicenceRule, AgiTriggerRule, PurchaseRule, StakeRule, SalesChannelsRule>;

// The index of the alternative in Rule; names as in the files, see kind_names in json.cpp.
enum class Kind {
    supply,
    own_building,
    api_hosting,
    products_hosting,
    revenue_share,
    ip_licence,
    agi_trigger,
    purchase_commitment,
    stake,
    sales_channels
};
constexpr int kind_count = static_cast<int>(std::variant_size_v<Rule>);

// Facts that a month establishes and the next reads. They latch.
enum class Fact { agi_test_met, agi_verified, strained, strained_again, share_cap_reached };
constexpr int fact_count = 5;

// A bound of a clause: a month, or the month after a fact is established.
using Bound = std::variant<Month, Fact>;

struct Clause {
    std::string id, name, says;
    std::string assumed;  // which part of the rule is our assumption; empty: none
    Rule rule;
    Bound from = Month{};
    std::optional<Bound> until;  // last month in force, or the fact that ends it; empty: no end
    std::string from_date;       // as published, e.g. "2025-01-21"; a condition's name where it is one
    Grade grade = Grade::unseen;
    std::vector<std::string> sources;  // fact ids
    bool variant = false;              // not part of the deal unless the reader switches it on
    bool off = false;                  // never agreed: what it replaced stays
    bool added = false;                // appended by "drop the restriction", not in the file
    bool operator==(const Clause&) const = default;
};

inline Kind kind_of(const Clause& clause) { return static_cast<Kind>(clause.rule.index()); }

struct Contract {
    std::string id, title, says, as_of;
    Month horizon = month_of(2030, 12);
    std::vector<std::pair<std::string, double>> presets;  // input key and value
    std::vector<Clause> clauses;
    bool shipped = false;
    const Clause& at(auto index) const { return entry(clauses, index); }
    Clause& at(auto index) { return entry(clauses, index); }
    int size() const { return static_cast<int>(clauses.size()); }
    bool operator==(const Contract&) const = default;
};

}  // namespace fr
