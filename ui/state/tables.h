// What is told in tables, as text: drawn by the lab, and read out by the view in words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ask/changes.h"
#include "ui/state/results.h"

namespace fr {

// Something that is not the same on two sides.
struct Difference {
    std::string what, a, b;
};
std::vector<Difference> differences(const Headline& a, const Headline& b);         // outcomes
std::vector<Difference> differing_settings(const AppState& a, const AppState& b);  // deal, clauses, inputs
std::vector<Difference> known_rows(const Backtest& known, RowClass of);            // what is known, and the model
std::string change_counts(const std::vector<ClauseChange>& all);                   // "2 added, 0 dropped, 1 changed"
std::string known_score(const Backtest& known, RowClass of);                       // "3 of 7 within 15%, …"

// An outcome that some runs have, or that is told of even if none has.
struct ToldChance {
    Outcome outcome;
    int by_horizon;  // runs
};
std::vector<ToldChance> told_chances(const Bands& bands);
// "612 of 1,000 runs meet what is known of 2025 and are kept: …": of which the readings of the AGI test are counted.
std::string kept_sentence(const Bands& bands);
// Where eight runs of ten lie: of what is unserved in the worst month, of Azure's share and of what is online.
struct ToldRange {
    enum class What { unserved, azure_share, online } what;
    Month month;
    Quantiles values;
};
std::vector<ToldRange> told_ranges(const Bands& bands, Month worst);
std::string range_number(const ToldRange& range, double value);

// An input's nearest value at which an outcome tips, and what is so there.
struct Change {
    const Param* param;
    double value;
    std::string then;
};
// For each of the marked outcomes the nearest few, by any input but compute demand, as far as they are worked out.
std::vector<Change> nearest_changes(const Inputs& inputs, const Background& background);

std::string_view outcome_name(Outcome outcome);
std::string outcome_text(Outcome outcome, double number);  // a month, or a share; of number_of
// From where to where an input is turned to see what it moves.
std::pair<std::string, std::string> range_text(const Sensitivity& move);

struct Table {
    std::string title, note;  // the note may be empty
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;  // each as long as heads
};
// All that the lab tells in tables of the present state. `background` has finished.
std::vector<Table> tables(const App& app, const Results& results, const Background& background);
// A background that has: the results' own, or worked out here in one go (about 0.1 s in a browser).
Background finished(const Results& results, const AppState& state);

}  // namespace fr
