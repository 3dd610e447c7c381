// Writes the lines of a trace from a traced run. Each outcome has its own few lines; the numbers are the run's.
#include "core/ask/why.h"

#include <algorithm>

#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

using Field = double Inputs::*;

class Teller {
public:
    Teller(const Inputs& with, const Contract& deal, std::optional<Month> asked, Outcome outcome)
        : inputs(with), contract(deal), run(simulate_traced(with, deal, trace)) {
        // What would break exclusivity is asked only in the deal without dates.
        const Month happens = month_of(headline(run, run.exclusivity_breaks), outcome);
        month = asked.value_or(happens != never ? deciding(happens, outcome) : worst_month(run, deal_month).month);
    }

    Month month;
    std::vector<WhyStep> steps;

    // Terms change in the month after the one that decides it.
    static Month deciding(Month happens, Outcome outcome) {
        const bool by_terms = outcome == Outcome::exclusivity_breaks || outcome == Outcome::exclusivity_would_break;
        return by_terms && happens.index > 0 ? Month{happens.index - 1} : happens;
    }
    const Row& row() const { return run.at(month); }
    const Terms& terms() const { return entry(trace, month.index).terms; }
    int strained_months() const { return entry(trace, month.index).strained_months; }
    const Run& whole() const { return run; }
    std::string when() const { return "in " + long_month_text(month); }

    void input(Field field) {
        const Cause cause = cause_of(field);
        const Param& param = entry(params, cause.index);
        const double value = inputs.*field;
        add(WhyStep::Kind::input, std::string(param.label) + ": " + value_text(param, value), value,
            std::string(param.unit), cause);
        rest_on_facts(param);
    }
    void gigawatts(std::string says, double gw, Cause cause = {}) {
        const std::string text = std::move(says) + ": " + gw_text(gw);
        add(WhyStep::Kind::quantity, text, gw, "GW", cause);
    }
    void billions(std::string says, double bn, std::string unit, Cause cause = {}) {
        add(WhyStep::Kind::quantity, std::move(says) + ": " + bn_text(bn), bn, std::move(unit), cause);
    }
    void clause(Kind kind) { clause(kind, month); }
    void clause(Kind kind, Month at) {
        const Cause cause = entry(trace, at.index).terms.cause(kind);
        if (!cause) return;
        const Clause& found = contract.at(cause.index);
        add(WhyStep::Kind::test, found.name + ": " + found.says, 0, "", cause);
        rest_on_clause(found);
    }
    void test(std::string says, double value, std::string unit, Cause cause = {}) {
        add(WhyStep::Kind::test, std::move(says), value, std::move(unit), cause);
    }
    void consequence(std::string says, double value = 0, std::string unit = "") {
        add(WhyStep::Kind::consequence, std::move(says), value, std::move(unit), {});
    }
    std::string name(Cause cause) const { return cause_name(contract, cause); }

private:
    // What the model works out is modelled, whatever it rests on; graded are inputs and clauses alone.
    void add(WhyStep::Kind kind, std::string says, double value, std::string unit, Cause cause) {
        const bool is_modelled = kind == WhyStep::Kind::quantity || kind == WhyStep::Kind::test;
        steps.push_back({kind, std::move(says), value, std::move(unit), cause, {}, {}});
        if (is_modelled) steps.back().evidence = names::modelled;
    }
    void rest_on_clause(const Clause& clause) {
        steps.back().sources = clause.sources;
        steps.back().evidence = entry(names::grades, clause.grade);
    }
    void rest_on_facts(const Param& param) {
        for (std::string_view rest = param.facts; !rest.empty();) {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            steps.back().sources.emplace_back(rest.substr(0, space));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
        steps.back().evidence = entry(names::statuses, param.status);
    }

    const Inputs& inputs;
    const Contract& contract;
    std::vector<MonthTrace> trace;
    Run run;
};

void explain_supply(Teller& tell) {
    const Row& row = tell.row();
    tell.input(&Inputs::demand_growth);
    tell.gigawatts("OpenAI wants " + tell.when(), row.demand_gw, cause_of(&Inputs::demand_growth));
    tell.input(&Inputs::azure_offer);
    tell.gigawatts("Azure runs for it", row.azure_gw, cause_of(&Inputs::azure_offer));
    if (row.others_gw + row.own_gw > 0)
        tell.gigawatts("Others and OpenAI itself run", row.others_gw + row.own_gw, row.supplied_under);
}

// `undated`: the deal in which demand alone decides, whose numbers are not those of the picture.
void explain_exclusivity(Teller& tell, const Inputs& inputs, Month breaks, bool undated) {
    explain_supply(tell);
    const Row& row = tell.row();
    const std::string deal = undated ? "Unserved in the deal without dates: " : "Unserved: ";
    tell.test(deal + percent_text(row.unserved_share) + ", against a patience of " +
                  percent_text(inputs.pressure_patience / 100),
              row.unserved_share, "share", cause_of(&Inputs::pressure_patience));
    tell.test("Months above it on end: " + std::to_string(tell.strained_months()) + " of " +
                  decimals(inputs.pressure_months, 0),
              tell.strained_months(), "months", cause_of(&Inputs::pressure_months));
    tell.clause(Kind::supply);
    if (breaks != never && breaks == next(tell.month)) tell.clause(Kind::supply, breaks);
    const std::string ends = undated ? "Demand alone breaks exclusivity in " : "Exclusivity ends in ";
    tell.consequence(!tell.whole().has_exclusivity ? "There is no exclusivity"
                     : breaks == never             ? "Exclusivity holds to 2035"
                                                   : ends + long_month_text(breaks),
                     breaks.index, "month");
}

void explain_agi(Teller& tell, const Inputs& inputs, AgiReading reading, Month met, bool asks_for_trip) {
    const Row& row = tell.row();
    switch (reading) {
        case AgiReading::ability:
            tell.gigawatts("Served " + tell.when(), row.served_gw, row.unserved_by);
            tell.input(&Inputs::money_revenue_per_gw);
            tell.billions("Revenue, run rate", row.revenue_bn_per_year, "$bn per year",
                          cause_of(&Inputs::money_revenue_per_gw));
            tell.input(&Inputs::agi_service_life);
            tell.billions("What today's systems could earn", row.earning_power_bn, "$bn",
                          cause_of(&Inputs::agi_service_life));
            break;
        case AgiReading::booked:
            tell.billions("Revenue, run rate " + tell.when(), row.revenue_bn_per_year, "$bn per year",
                          cause_of(&Inputs::money_revenue_per_gw));
            tell.billions("Cost of compute, run rate", row.compute_cost_bn_per_year, "$bn per year",
                          cause_of(&Inputs::money_price_per_gw));
            tell.billions("Profit after all costs, run rate", row.profit_bn_per_year, "$bn per year",
                          cause_of(&Inputs::money_other_fixed));
            tell.billions("Profit since January 2024, added up", row.cumulative_profit_bn, "$bn");
            break;
        case AgiReading::declared:
            tell.input(&Inputs::agi_declared);
            break;
    }
    if (reading != AgiReading::declared) {
        const double reached = reading == AgiReading::ability ? row.earning_power_bn : row.cumulative_profit_bn;
        tell.test("Test: " + bn_text(reached) + ", against " + bn_text(inputs.agi_threshold),
                  reached - inputs.agi_threshold, "$bn", cause_of(&Inputs::agi_threshold));
    }
    if (asks_for_trip) tell.clause(Kind::agi_trigger);
    const std::string name = asks_for_trip ? "The AGI clause trips" : "The test would be met";
    tell.consequence(met == never ? name + " in no month of the model" : name + " in " + long_month_text(met),
                     met.index, "month");
}

void explain_api(Teller& tell, Month binds) {
    const Row& row = tell.row();
    tell.gigawatts("OpenAI wants " + tell.when(), row.demand_gw, cause_of(&Inputs::demand_growth));
    tell.input(&Inputs::demand_training_share);
    tell.input(&Inputs::demand_api_share);
    tell.gigawatts("API demand that Azure cannot carry", row.unserved_api_gw, row.api_under);
    tell.gigawatts("Azure runs for it", row.azure_gw, cause_of(&Inputs::azure_offer));
    tell.clause(Kind::api_hosting);
    tell.consequence(
        binds == never ? "The lock on the API never binds" : "The lock binds from " + long_month_text(binds),
        binds.index, "month");
}

void explain_first_refusal(Teller& tell, Month passes) {
    const Row& row = tell.row();
    tell.gigawatts("Still to be ordered " + tell.when() + ", for the four years ahead", row.wanted_gw,
                   cause_of(&Inputs::demand_growth));
    tell.input(&Inputs::azure_offer);
    tell.gigawatts("Azure takes, this month", row.azure_takes_gw, cause_of(&Inputs::azure_offer));
    tell.clause(Kind::supply);
    tell.input(&Inputs::rofr_answer);
    tell.gigawatts("Passed on to others, this month", row.passed_on_gw, row.supplied_under);
    tell.consequence(
        passes == never ? "Microsoft passes on nothing" : "Microsoft first passes in " + long_month_text(passes),
        passes.index, "month");
}

void explain_shortage(Teller& tell, Outcome outcome, const Headline& head) {
    explain_supply(tell);
    const Row& row = tell.row();
    tell.gigawatts("Served", row.served_gw, row.unserved_by);
    if (row.unserved_by)
        tell.test("What binds: " + tell.name(row.unserved_by), row.unserved_share, "share", row.unserved_by);
    if (outcome == Outcome::azure_share_2030) {
        tell.consequence("Azure's share of what is online: " + percent_text(row.azure_share), row.azure_share, "share");
        return;
    }
    if (outcome == Outcome::shortage_ends && head.shortage_ends != never) {
        tell.consequence("The shortage ends in " + long_month_text(head.shortage_ends), head.shortage_ends.index,
                         "month");
        return;
    }
    const std::optional<int> wait = wait_months(tell.whole(), row.month);
    tell.consequence("Unserved: " + percent_text(row.unserved_share) + "; what is wanted then is served " +
                         (!wait       ? "not by the end of 2035"
                          : *wait > 0 ? months_text(*wait) + " later"
                                      : "at once"),
                     row.unserved_share, "share");
}

}  // namespace

const Contract& contract_of(Outcome outcome, const Contract& contract, const Contract& under_pressure) {
    return outcome == Outcome::exclusivity_would_break ? under_pressure : contract;
}

Why why(Outcome outcome, std::optional<Month> month, const Inputs& inputs, const Contract& contract,
        const Contract& under_pressure) {
    Teller tell(inputs, contract_of(outcome, contract, under_pressure), month, outcome);
    const Run& run = tell.whole();
    const auto reading = static_cast<AgiReading>(inputs.agi_reading);
    switch (outcome) {
        case Outcome::exclusivity_breaks:
        case Outcome::exclusivity_would_break:
            explain_exclusivity(tell, inputs, run.exclusivity_breaks, outcome == Outcome::exclusivity_would_break);
            break;
        case Outcome::agi_trips:
            explain_agi(tell, inputs, is_by_declaration(inputs, contract, run) ? AgiReading::declared : reading,
                        run.facts.agi_tripped, true);
            break;
        case Outcome::agi_booked:
            explain_agi(tell, inputs, AgiReading::booked, run.met(AgiReading::booked), false);
            break;
        case Outcome::agi_ability:
            explain_agi(tell, inputs, AgiReading::ability, run.met(AgiReading::ability), false);
            break;
        case Outcome::agi_declared:
            explain_agi(tell, inputs, AgiReading::declared, run.met(AgiReading::declared), false);
            break;
        case Outcome::api_lock_binds:
            explain_api(tell, headline(run).api_lock_binds);
            break;
        case Outcome::first_refusal_passes:
            explain_first_refusal(tell, run.first_refusal_passes);
            break;
        case Outcome::shortage_ends:
        case Outcome::max_unserved:
        case Outcome::azure_share_2030:
            explain_shortage(tell, outcome, headline(run));
            break;
    }
    return {outcome, tell.month, std::move(tell.steps)};
}

}  // namespace fr
