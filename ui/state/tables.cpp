// Rows of words out of results; nothing is computed here that is not in them.
#include "ui/state/tables.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/ask/agi_readings.h"
#include "core/ask/promised.h"
#include "core/deal/few.h"
#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

std::string kept_sentence(const Bands& bands) {
    return whole_text(bands.kept_runs()) + " of " + whole_text(bands.runs_done()) +
           " runs meet what is known of 2025 and are kept: compute and revenue within 20%, the loss within 30% (C1, "
           "D5).";
}

std::string_view outcome_name(Outcome outcome) {
    constexpr std::array<std::string_view, outcome_names.size()> names{
        "Exclusivity ends",        "Demand alone breaks exclusivity", "AGI clause trips",
        "Test met: has earned it", "Test met: could earn it",         "AGI declared",
        "API lock binds",          "Microsoft first passes",          "Shortage ends",
        "Most demand unserved",    "Azure’s share, end of 2030"};
    return entry(names, outcome);
}

std::string outcome_text(Outcome outcome, double number) {
    return is_month(outcome) ? month_text(Month{static_cast<int>(number)}) : percent_text(number);
}

namespace {

std::string outcome_text(const Headline& head, Outcome outcome) {
    if (outcome == Outcome::exclusivity_breaks && !head.has_exclusivity) return "there is none";
    return outcome_text(outcome, number_of(head, outcome));
}

std::string edit_text(const AppState& state, const std::string& clause) {
    const auto& edits = state.deal.edits();
    const auto found = std::ranges::find(edits, clause, &Edit::clause);
    if (found == edits.end()) return "as in the deal";
    return found->kind == EditKind::never_agreed ? "never agreed"
           : found->kind == EditKind::dropped    ? "restriction dropped"
                                                 : "counted in";
}

// The clauses that the reader changed in one state and not, or otherwise, in the other.
void add_edits(std::vector<Difference>& rows, const AppState& from, const AppState& a, const AppState& b) {
    for (const Edit& edit : from.deal.edits()) {
        const auto clause = std::ranges::find(from.base().clauses, edit.clause, &Clause::id);
        const Difference row{clause->name, edit_text(a, edit.clause), edit_text(b, edit.clause)};
        const bool is_known = std::ranges::contains(rows, row.what, &Difference::what);
        if (row.a != row.b && !is_known) rows.push_back(row);
    }
}

}  // namespace

std::vector<Difference> differences(const Headline& a, const Headline& b) {
    std::vector<Difference> found;
    for (const Outcome outcome : differing_outcomes(a, b)) {
        const Difference row{std::string(outcome_name(outcome)), outcome_text(a, outcome), outcome_text(b, outcome)};
        if (row.a != row.b) found.push_back(row);
    }
    return found;
}

std::vector<Difference> differing_settings(const AppState& a, const AppState& b) {
    std::vector<Difference> rows;
    if (a.base().title != b.base().title) rows.push_back({"The deal", a.base().title, b.base().title});
    add_edits(rows, a, a, b);
    add_edits(rows, b, a, b);
    for (const Param& param : params) {
        const double before = a.inputs.*param.field, after = b.inputs.*param.field;
        if (before != after)
            rows.push_back({std::string(param.label), value_text(param, before), value_text(param, after)});
    }
    return rows;
}

std::vector<Difference> known_rows(const Backtest& known, RowClass of) {
    std::vector<Difference> rows;
    for (const BacktestRow& row : known.rows) {
        if (row.row_class != of) continue;
        const std::string error = row.error_text.empty() ? "" : " (" + row.error_text + ")";
        std::string got = row.got.empty() ? "not modelled" : row.got + error;
        for (const Baseline& plain : row.baselines) got += "; " + plain.name + ": " + plain.got;
        rows.push_back({row.what, row.expected, got});
    }
    return rows;
}

std::string known_score(const Backtest& known, RowClass of) {
    if (of == RowClass::not_modelled) return "The model says nothing of these.";
    const ClassScore& score = known.score(of);
    return std::to_string(score.hits) + " of " + std::to_string(score.of) + " within 15%, dates within a few months.";
}

std::string change_counts(const std::vector<ClauseChange>& all) {
    std::string words;
    for (std::size_t i = 0; i < change_names.size(); ++i) {
        const auto count = std::ranges::count(all, static_cast<ClauseChange::Kind>(i), &ClauseChange::kind);
        words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(change_names[i]);
    }
    return words;
}

std::pair<std::string, std::string> range_text(const Sensitivity& move) {
    const Param& param = *move.param;
    const bool is_whole = is_decision(param);  // what could be decided is its whole range
    return {value_text(param, is_whole ? param.low : param.spread_low),
            value_text(param, is_whole ? param.high : param.spread_high)};
}

std::vector<ToldChance> told_chances(const Bands& bands) {
    // What happens in no run is told of these alone.
    constexpr std::array told_anyway{Outcome::exclusivity_would_break, Outcome::agi_trips};
    std::vector<ToldChance> told;
    for (std::size_t i = 0; i < month_outcome_count; ++i) {
        const auto outcome = static_cast<Outcome>(i);
        const Chance& chance = bands.chance(outcome);
        if (chance.ever > 0 || std::ranges::contains(told_anyway, outcome))
            told.push_back({outcome, chance.by_horizon});
    }
    return told;
}

std::vector<ToldRange> told_ranges(const Bands& bands, Month worst) {
    using enum ToldRange::What;
    constexpr Month december_2030 = month_of(2030, 12);
    std::vector<ToldRange> told{{unserved, worst, bands.at(band_named("unserved_share"), worst)},
                                {azure_share, december_2030, bands.at(band_named("azure_share"), december_2030)}};
    for (int year = 2026; year <= 2030; ++year)
        told.push_back({online, month_of(year, 12), bands.at(band_named("online_gw"), month_of(year, 12))});
    return told;
}

std::string range_number(const ToldRange& range, double value) {
    return range.what == ToldRange::What::online ? gw_text(value) : percent_text(value);
}

std::vector<Change> nearest_changes(const Inputs& inputs, const Background& background) {
    constexpr std::size_t of_each = 2;
    std::vector<Change> all;
    for (const Outcome outcome : marked_outcomes) {
        std::vector<std::pair<double, Change>> found;  // by distance, as a share of the input's range
        for (const Param& param : params) {
            if (&param == &hero || param.kind == InputKind::choice) continue;
            const auto flip = nearest_flip(background.tips[index_of(param)], outcome, inputs.*param.field);
            if (flip)
                found.push_back({flip->distance / (param.high - param.low), {&param, flip->value, beyond_text(*flip)}});
        }
        sort_few(found, [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < std::min(of_each, found.size()); ++i) all.push_back(std::move(found[i].second));
    }
    return all;
}

Background finished(const Results& results, const AppState& state) {
    Background background = results.background;
    restart(background, state.inputs, state.deal, state.doubt);
    while (!background.is_finished()) advance(background, [] { return 0.0; }, std::numeric_limits<double>::infinity());
    return background;
}

namespace {

Table table_of(std::string title, std::string note, std::vector<std::string> heads,
               const std::vector<Difference>& rows) {
    Table table{std::move(title), std::move(note), std::move(heads), {}};
    for (const Difference& row : rows) table.rows.push_back({row.what, row.a, row.b});
    return table;
}

Table chances_table(const Contract& contract, const Bands& bands) {
    const std::string runs = whole_text(bands.runs_done());
    Table table{"How often it happens by " + long_month_text(contract.horizon),
                "Inputs are drawn from what is possible; what the parties decide is not.",
                {"What happens", "In how many of " + runs + " runs"},
                {}};
    for (const auto& [outcome, by_horizon] : told_chances(bands))
        table.rows.push_back({std::string(happening(outcome)), whole_text(by_horizon)});
    return table;
}

std::string range_name(const ToldRange& range) {
    const std::string year = std::to_string(year_of(range.month));
    switch (range.what) {
        case ToldRange::What::unserved:
            return "Demand not served, " + long_month_text(range.month);
        case ToldRange::What::azure_share:
            return "Azure’s share, end of " + year;
        case ToldRange::What::online:
            return "Capacity online, end of " + year;
    }
    return {};
}

Table ranges_table(Month worst, const Bands& bands) {
    Table table{"Where eight runs of ten lie", "", {"What", "From", "In the middle", "To"}, {}};
    for (const ToldRange& range : told_ranges(bands, worst)) {
        const auto text = [&](double value) { return range_number(range, value); };
        table.rows.push_back(
            {range_name(range), text(range.values.p10), text(range.values.p50), text(range.values.p90)});
    }
    return table;
}

Table moves_table(const Headline& head, const std::vector<Sensitivity>& moves, Outcome outcome) {
    constexpr std::size_t shown = 6;
    Table table{"What moves it most: " + std::string(outcome_name(outcome)),
                "As set: " + outcome_text(head, outcome) + ".",
                {"Input", "Turned from … to …", "It goes from … to …"},
                {}};
    for (const Sensitivity& move : std::span(moves).first(std::min(shown, moves.size()))) {
        if (move.effect == 0) continue;
        const auto [low, high] = range_text(move);
        table.rows.push_back({std::string(move.param->label), low + " → " + high,
                              outcome_text(outcome, move.low) + " → " + outcome_text(outcome, move.high)});
    }
    return table;
}

Table worths_table(const Contract& contract, const Headline& head, const std::vector<Worth>& worths) {
    Table table{"What each clause is worth", "", {"Clause", "If nobody were bound"}, {}};
    for (const Worth& worth : worths)
        table.rows.push_back({contract.at(worth.clause).name, worth_text(worth, contract, head)});
    return table;
}

// The same words of one clause, read in ten ways.
Table agi_table(const Reading& reading, const Contract& contract, const Bands& bands) {
    Table table{"The AGI test, read in ten ways",
                reading.agi_range + " " + kept_sentence(bands),
                {"Read as", "Met in", "Kept runs that meet it by " + long_month_text(contract.horizon)},
                {}};
    for (std::size_t i = 0; i < reading.agi_readings.size(); ++i) {
        const TestReading& one = reading.agi_readings[i];
        table.rows.push_back({std::string(one.says),
                              one.met == never ? "not by the end of 2035" : long_month_text(one.met),
                              whole_text(bands.readings()[i].by_horizon)});
    }
    return table;
}

Table promised_table(const Run& run) {
    const auto years = promised_years(shipped_ledger(), run);
    Table table{"Promised and running",
                promised_sentence(years),
                {"End of", "Promised, $ bn", "Promised, GW of sites", "Others run, by dated deals", "Others run, here",
                 "No named deal yet"},
                {}};
    for (const PromisedYear& year : years)
        table.rows.push_back({std::to_string(year.year), whole_text(static_cast<int>(year.usd_bn + 0.5)),
                              gw_text(year.sites_gw), gw_text(year.announced_gw), gw_text(year.others_gw),
                              gw_text(year.unnamed_gw)});
    return table;
}

std::string facts_text(const Pledge& pledge) {
    std::string words(names::word_of(pledge.grade).word);
    for (const std::string& id : pledge.facts) words += " " + id;
    return words;
}

// Every deal of the ledger; what is not added up says what it is.
Table deals_table() {
    Table table{"Dated deals for computing power",
                "Plans and chips are not added up: a plan is no contract, and chips run at sites.",
                {"Month", "With", "Size", "Price", "Later", "Known from"},
                {}};
    for (const Pledge& pledge : shipped_ledger())
        table.rows.push_back({month_text(pledge.date), pledge.partner, size_text(pledge), price_text(pledge),
                              pledge.later, facts_text(pledge)});
    return table;
}

// Against another shipped deal: its clauses, and what comes of it under the same inputs.
Table elsewhere_table(const AppState& state, const Headline& head, const Contract& other, const Headline& there) {
    Table table{"What “" + other.title + "” would change", "", {"What", "This deal", "That deal"}, {}};
    const auto all = changes(state.contract(), other);
    table.note = "Clauses: " + change_counts(all) + ".";
    for (const ClauseChange& change : all) {
        const bool dropped = change.kind == ClauseChange::Kind::dropped;
        const Clause& clause = dropped ? state.contract().at(change.before) : other.at(change.after);
        const auto old = static_cast<std::size_t>(std::max(change.before, 0));
        table.rows.push_back(
            {clause.name, change.before < 0 ? "—" : state.contract().clauses[old].says, dropped ? "—" : clause.says});
    }
    for (const Difference& row : differences(head, there)) table.rows.push_back({row.what, row.a, row.b});
    return table;
}

}  // namespace

std::vector<Table> tables(const App& app, const Results& results, const Background& background) {
    const AppState& state = app.state;
    std::vector<Table> all;
    if (app.pinned && results.pinned) {
        all.push_back(
            table_of("A and B: what you set", "", {"What", "A", "B, now"}, differing_settings(*app.pinned, state)));
        all.push_back(table_of("A and B: what comes of it", "", {"What", "A", "B, now"},
                               differences(results.pinned->headline, results.reading.headline)));
    }
    all.push_back(chances_table(state.contract(), *background.bands));
    all.push_back(ranges_table(results.reading.worst, *background.bands));
    Table nearest{"What would change it", "The nearest values, all else as it is.", {"Input", "At", "Then"}, {}};
    for (const Change& change : nearest_changes(state.inputs, background))
        nearest.rows.push_back(
            {std::string(change.param->label), value_text(*change.param, change.value), change.then});
    all.push_back(std::move(nearest));
    all.push_back(moves_table(results.reading.headline, background.moves_of(state.asked), state.asked));
    all.push_back(agi_table(results.reading, state.contract(), *background.bands));
    all.push_back(promised_table(results.reading.run));
    all.push_back(deals_table());
    all.push_back(worths_table(state.contract(), results.reading.headline, *background.worths));
    for (std::size_t i = 0; i < shipped_contracts().size(); ++i)
        if (shipped_contracts()[i].id != state.base().id)
            all.push_back(
                elsewhere_table(state, results.reading.headline, shipped_contracts()[i], background.elsewhere[i]));
    for (std::size_t i = 0; i < row_class_titles.size(); ++i) {
        const auto of = static_cast<RowClass>(i);
        all.push_back(table_of("Held against what is known: " + std::string(row_class_titles[i]),
                               "The deal as amended, every input at its default. " + known_score(*background.known, of),
                               {"What", "Known", "The model"}, known_rows(*background.known, of)));
    }
    return all;
}

}  // namespace fr
