// The scorecard: what is known of 2024 to today, replayed by the deal as amended. Each row says what kind of test it
// is, how far off the model is, and, of outcomes, how far off two plain rules would be. Rows are data
// (assets/backtest.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/reading.h"

namespace fr {

// What meeting a row shows: the model was tested by it (outcome), agrees with a plan (projection), was set by it
// (fitted), could not miss it (construction), or says nothing of it.
enum class RowClass { outcome, projection, fitted, construction, not_modelled };
inline constexpr std::array<std::string_view, 5> row_class_names{"outcome", "projection", "fitted", "construction",
                                                                 "not_modelled"};
inline constexpr std::array<std::string_view, 5> row_class_titles{"Outcomes that set no input", "Plans and projections",
                                                                  "Figures that helped to set the inputs",
                                                                  "True by construction", "Not modelled"};

enum class BacktestResult { hit, miss, not_modelled };
inline constexpr std::array<std::string_view, 3> backtest_result_names{"hit", "miss", "not_modelled"};

// What a plain rule would have said, from what was known before.
struct Baseline {
    std::string name, got;
    double error;  // as of a row
    std::string error_text;
};

struct BacktestRow {
    std::string what;
    std::string month;  // "2025-12", "2025" for a whole year, "2026-01/2026-03" for a span
    RowClass row_class;
    std::string expected, got;    // as readers see them; got is empty where it is not modelled
    std::optional<double> error;  // of figures: got less expected, as a share of expected; of dates: in months
    std::string error_text;       // "−8%", "a month later"; empty where there is none
    std::vector<Baseline> baselines;
    std::vector<std::string> facts;
    BacktestResult result;
};

struct ClassScore {
    int hits = 0, of = 0;
};
struct Backtest {
    std::array<ClassScore, row_class_names.size()> scores{};
    std::vector<BacktestRow> rows;

    const ClassScore& score(RowClass of) const { return entry(scores, of); }
};

// Replays `contract` (the deal as amended, for the shipped table) under `inputs`.
Backtest backtest(const Inputs& inputs, const Contract& contract);

}  // namespace fr
