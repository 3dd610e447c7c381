// The commands. Each function adds one family of subcommands with its options; what they do runs as CLI11's callback
// once everything on the command line has been read.
#pragma once

#include <CLI/CLI.hpp>

namespace pact {

void add_simulate(CLI::App& program);
void add_listings(CLI::App& program);  // inputs, contracts, check
void add_whatif(CLI::App& program);    // why, worth, tips, sensitivity, uncertainty, backtest, disputes
void add_sweep(CLI::App& program);
void add_receipts(CLI::App& program);  // receipt, verify
void add_poster(CLI::App& program);

}  // namespace pact
