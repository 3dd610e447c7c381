// The answers to "why", "what if" and "how sure" as JSON: the same for the command line, the page and receipts.
#pragma once

#include <nlohmann/json.hpp>

#include "core/ask/agi_readings.h"
#include "core/ask/backtest.h"
#include "core/ask/uncertainty.h"
#include "core/ask/warnings.h"
#include "core/ask/why.h"
#include "core/files/json_values.h"
#include "core/keep/results_json.h"

namespace fr {

Json to_json(const Why& why, const Contract& contract);  // the contract its causes name
Json to_json(const std::vector<Worth>& worths, const Contract& contract);
Json to_json(const std::vector<Tip>& tips);
Json to_json(const std::vector<Sensitivity>& sensitivities, Outcome outcome);
Json to_json(const Bands& bands, std::uint64_t seed);  // finished or not; every month of every quantity
Json to_json(const Backtest& backtest);
Json to_json(const std::vector<TestReading>& readings, const Inputs& inputs);
Json to_json(const std::vector<Warning>& warnings);

}  // namespace fr
