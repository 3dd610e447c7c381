// Reads the ledger.
#include "core/files/ledger.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/files/json_reader.h"

namespace fr {

namespace {

constexpr double most_gw = 100, most_bn = 10'000, most_years = 50, least_said = 0.001;

class LedgerReader : JsonReader {
public:
    Parsed<std::vector<Pledge>> read(const Json& tree) {
        if (!tree.is_object()) fail("", "a ledger must be an object with says, usd_bn_per_gw_year and deals");
        if (problems.empty()) read_top(tree);
        if (!problems.empty()) return std::unexpected(problems);
        return pledges;
    }

private:
    void read_top(const Json& tree) {
        static constexpr auto known = std::to_array<std::string_view>({"says", "usd_bn_per_gw_year", "deals"});
        only(tree, "", known);
        text(tree, "", "says", true, max_says);
        bn_per_gw_year = number(tree, "", "usd_bn_per_gw_year", 1, 100).value_or(1);
        const Json* deals = member(tree, "", "deals");
        if (!deals) return;
        if (!deals->is_array() || deals->empty()) return fail("deals", "must be a list of at least one deal");
        for (std::size_t i = 0; i < deals->size(); ++i) {
            const std::string where = "deals[" + std::to_string(i) + "]";
            if ((*deals)[i].is_object())
                read_deal((*deals)[i], where);
            else
                fail(where, "must be an object");
        }
    }

    void read_deal(const Json& object, const std::string& where) {
        static constexpr auto known = std::to_array<std::string_view>(
            {"id", "date", "partner", "kind", "by_azure", "gw", "usd_bn", "years", "facts", "later", "ramps"});
        only(object, where, known);
        Pledge pledge{};
        pledge.id = text(object, where, "id");
        if (std::ranges::contains(pledges, pledge.id, &Pledge::id))
            fail(path(where, "id"), "“" + pledge.id + "” is another deal's id; ids must differ");
        pledge.partner = text(object, where, "partner");
        pledge.date = month(object, where, "date");
        if (!pledges.empty() && pledge.date < pledges.back().date)
            fail(path(where, "date"), "must not be before that of the deal above, " + month_id(pledges.back().date));
        pledge.kind = static_cast<PledgeKind>(one_of(object, where, "kind", pledge_kind_names));
        pledge.by_azure = truth(object, where, "by_azure", false);
        pledge.gw = number(object, where, "gw", least_said, most_gw, false);
        pledge.usd_bn = number(object, where, "usd_bn", least_said, most_bn, false);
        pledge.years = number(object, where, "years", 1, most_years, false);
        pledge.later = text(object, where, "later", false, max_says);
        pledge.facts = fact_ids(object, where, "facts");
        for (const std::string& id : pledge.facts) pledge.grade = std::max(pledge.grade, *grade_of_fact(id));
        const bool is_reckoned = pledge.kind == PledgeKind::sites && !pledge.gw && pledge.usd_bn && pledge.years;
        if (is_reckoned) pledge.reckoned_gw = *pledge.usd_bn / *pledge.years / bn_per_gw_year;
        if (object.contains("ramps")) read_ramps(object["ramps"], path(where, "ramps"), pledge);
        pledges.push_back(std::move(pledge));
    }

    void read_ramps(const Json& list, const std::string& where, Pledge& pledge) {
        if (pledge.kind != PledgeKind::sites) return fail(where, "only a deal for sites has ramps");
        if (!list.is_array() || list.empty()) return fail(where, "must be a list of at least one ramp");
        double all_gw = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            pledge.ramps.push_back(read_ramp(list[i], where + "[" + std::to_string(i) + "]", pledge.date));
            all_gw += pledge.ramps.back().ramp.gw;
        }
        check_sum(where, pledge, all_gw);
    }

    PledgedRamp read_ramp(const Json& object, const std::string& where, Month agreed) {
        static constexpr auto known = std::to_array<std::string_view>({"from", "until", "gw", "assumed"});
        PledgedRamp found{};
        if (!object.is_object()) {
            fail(where, "must be an object");
            return found;
        }
        only(object, where, known);
        found.ramp = {month(object, where, "from"), month(object, where, "until"),
                      number(object, where, "gw", least_said, most_gw).value_or(0)};
        found.assumed = text(object, where, "assumed", false, max_says);
        if (found.ramp.from < agreed)
            fail(path(where, "from"), "must not be before the deal's date, " + month_id(agreed));
        if (found.ramp.until < found.ramp.from)
            fail(path(where, "until"), "must not be before “from” (" + month_id(found.ramp.from) + ")");
        return found;
    }

    // A ramp's gigawatts are what was said, or what is reckoned of the money: no more and no less.
    void check_sum(const std::string& where, const Pledge& pledge, double all_gw) {
        const std::optional<double> said = pledge.gw ? pledge.gw : pledge.reckoned_gw;
        if (!said) return fail(where, "are of a deal that says neither gigawatts nor money with years");
        if (std::fabs(all_gw - *said) < least_said) return;
        const std::string how = pledge.gw ? "as the deal says"
                                          : shortest(*pledge.usd_bn) + " ÷ " + shortest(*pledge.years) + " years ÷ " +
                                                shortest(bn_per_gw_year);
        fail(where, "hold " + decimals(all_gw, 3) + " GW together; must be " + decimals(*said, 3) + ", " + how);
    }

    std::vector<Pledge> pledges;
    double bn_per_gw_year = 1;
};

}  // namespace

Parsed<std::vector<Pledge>> parse_ledger(std::string_view text) {
    const Parsed<Json> tree = parse_json(text, max_contract_bytes, max_depth);
    if (!tree) return std::unexpected(tree.error());
    return LedgerReader{}.read(*tree);
}

const std::vector<Pledge>& shipped_ledger() {
    static const std::vector<Pledge> ledger = [] {
        auto parsed = parse_ledger(assets::ledger_text);
        assert(parsed);
        return *std::move(parsed);
    }();
    return ledger;
}

}  // namespace fr
