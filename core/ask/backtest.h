// The backtest: what is known of 2024 to today, replayed by the deal as amended, each figure and date with its
// tolerance and result. Figures and tolerances are data (assets/backtest.json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/reading.h"

namespace fr {

enum class BacktestResult { hit, miss, not_modelled };
inline constexpr std::array<std::string_view, 3> backtest_result_names{"hit", "miss", "not_modelled"};

struct BacktestRow {
    std::string what;
    std::string month;          // "2025-12", or "2025" for a whole year
    std::string expected, got;  // as readers see them; got is empty where it is not modelled
    std::string tolerance;      // "±20 %", "±3 months"
    std::vector<std::string> facts;
    BacktestResult result;
};

struct Backtest {
    int hits = 0, misses = 0, not_modelled = 0;
    std::vector<BacktestRow> rows;
};

// Replays `contract` (the deal as amended, for the shipped table) under `inputs`.
Backtest backtest(const Inputs& inputs, const Contract& contract);

}  // namespace fr
