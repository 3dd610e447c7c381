// The page of text that `pact simulate` prints for readers.
#include "tools/pact/summary.h"

#include <cmath>

#include "core/ask/warnings.h"
#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/wrap.h"
#include "tools/pact/table.h"

namespace pact {

using namespace fr;

namespace {

// Texts broken at spaces, in lines of at most 100 characters.
std::string lines_of(std::string_view text) {
    std::string lines;
    for (const std::string_view line : wrapped(text, [](std::string_view words) { return words.size() <= 100; }))
        lines += std::string(line) + "\n";
    return lines;
}

std::string indented(const std::string& lines) {
    std::string text;
    std::size_t start = 0;
    while (start < lines.size()) {
        const std::size_t end = lines.find('\n', start) + 1;
        text += "  " + lines.substr(start, end - start);
        start = end;
    }
    return text;
}

std::string set_inputs(const State& state) {
    std::string text;
    for (const Param& param : params) {
        const double value = state.inputs.*param.field;
        if (value == param.standard) continue;
        text += "  " + std::string(param.key) + " = " + value_id(param, value) + " (" + value_text(param, value) +
                "; default " + value_text(param, param.standard) + ")\n";
    }
    return text.empty() ? "Every input is at its default.\n" : "Inputs that differ from their default:\n" + text;
}

std::string or_never(Month month) { return month == never ? "not by the end of 2035" : long_month_text(month); }

// Of the worst month: how long until what is wanted then is served.
std::string wait_text(const Run& run, Month month) {
    const std::optional<int> wait = wait_months(run, month);
    return wait ? months_text(*wait) : "not by the end of 2035";
}

std::string headline_text(const Run& run, const Headline& head) {
    const auto share_at = [](const MaxUnserved& at) { return percent_text(at.share) + " in " + month_text(at.month); };
    const Table table{
        {"", ""},
        {{"Exclusivity ends", !head.has_exclusivity ? "there is none" : or_never(head.exclusivity_breaks)},
         {"Demand alone would have broken it", or_never(head.exclusivity_would_break)},
         {"An offer first passes to others", or_never(head.first_refusal_passes)},
         {"The tie of the API to Azure first binds", or_never(head.api_lock_binds)},
         {"Most demand unserved", share_at(head.max_unserved)},
         {"Wait until that is served", wait_text(run, head.max_unserved.month)},
         {"Shortage ends", !has_shortage(head) ? "there is " + no_shortage_words(head) : or_never(head.shortage_ends)},
         {"The AGI clause trips", or_never(head.agi_trips)},
         {"  test met, read as booked profit", or_never(head.agi_by_reading[0])},
         {"  test met, read as ability", or_never(head.agi_by_reading[1])},
         {"  declared", or_never(head.agi_by_reading[2])},
         {"Azure's share at the end of 2030", percent_text(head.azure_share_2030)},
         {head.contract_costs_gw_months < 0 ? "The contract adds" : "The contract costs",
          decimals(std::abs(head.contract_costs_gw_months), 0) + " GW-months served"}}};
    const std::string text = text_of(table);
    return text.substr(text.find('\n') + 1);  // a list needs no header
}

std::string year_ends(const Run& run) {
    Table table{{"December", "demand", "online", "Azure", "others", "own", "served", "unserved", "wait", "revenue",
                 "compute", "share", "profit", "so far"},
                {}};
    for (int year = 2024; year <= 2035; ++year) {
        const Row& row = run.at(month_of(year, 12));
        std::vector<std::string> cells{std::to_string(year)};
        for (const double gw : {row.demand_gw, row.online_gw, row.azure_gw, row.others_gw, row.own_gw, row.served_gw})
            cells.push_back(decimals(gw, 2));
        cells.push_back(percent_text(row.unserved_share));
        const std::optional<int> wait = wait_months(run, row.month);
        cells.push_back(wait ? std::to_string(*wait) : "–");
        for (const double bn : {row.revenue_bn_per_year, row.compute_cost_bn_per_year, row.share_bn_per_year,
                                row.profit_bn_per_year, row.cumulative_profit_bn})
            cells.push_back(decimals(bn, 1));
        table.rows.push_back(std::move(cells));
    }
    return "Year-ends, in GW, months of waiting and $bn a year (the last column: cumulative profit in $bn)\n" +
           indented(text_of(table));
}

std::string clauses_text(const State& state, const Reading& reading) {
    Table table{{"clause", "name", "from", "state", "grade", "sources"}, {}};
    for (std::size_t i = 0; i < state.contract().clauses.size(); ++i) {
        const Clause& clause = state.contract().clauses[i];
        std::string sources;
        for (const std::string& source : clause.sources) sources += (sources.empty() ? "" : " ") + source;
        table.rows.push_back({clause.id, clause.name, clause.from_date, reading.clauses[i].status,
                              std::string(entry(names::grades, clause.grade)), sources});
    }
    return "Clauses\n" + indented(text_of(table));
}

std::string events_text(const Reading& reading) {
    std::string text = "What happened (news are facts; all else is the model)\n";
    for (std::size_t i = 0; i < reading.events.size(); ++i) {
        const Event& event = reading.events[i];
        text += "  " + month_text(event.month) + "  " + (event.kind == EventKind::news ? "news: " : "") +
                reading.event_words[i] + "\n";
    }
    return text;
}

std::string causes_text(const Reading& reading) {
    std::string text;
    for (std::size_t i = 0; i < reading.stretches.size(); ++i)
        if (reading.stretches[i].quantity == Quantity::served) text += "  " + reading.stretch_words[i] + "\n";
    return text.empty() ? "" : "Why demand goes unserved\n" + text + "\n";
}

std::string warnings_text(const State& state, const Run& run) {
    std::string text;
    for (const Warning& warning : warnings(state.inputs, state.contract(), run))
        text += "  " + warning.says + " " + warning.mend + "\n";
    return text.empty() ? "" : "Warnings\n" + text + "\n";
}

}  // namespace

std::string summary(const State& state, const Reading& reading) {
    const std::string whose = state.deal.base().shipped ? "" : ", a deal of your own";
    return state.contract().title + " (" + state.contract().id + whose + ")\n" + set_inputs(state) + "\n" +
           lines_of(reading.sentence) + lines_of(reading.agi_sentence) + lines_of(reading.offered.whole) +
           lines_of(reading.money_sentence) + "\n" + warnings_text(state, reading.run) +
           indented(headline_text(reading.run, reading.headline)) + "\n" + year_ends(reading.run) + "\n" +
           causes_text(reading) + clauses_text(state, reading) + "\n" + events_text(reading);
}

}  // namespace pact
