// The state that a command is about, as its options give it: a contract, shipped or from a file, the inputs that it
// opens with, and what --set changes about them.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/keep/saved.h"
#include "core/words/param_text.h"

namespace pact {

// What was asked is wrong: one line or more for standard error; the program ends with status 2.
struct Mistake {
    explicit Mistake(std::string lines_of_text) : lines(std::move(lines_of_text)) {}
    std::string lines;
};

enum class Format { text, json, csv, markdown };

struct Options {
    std::string contract;
    std::optional<std::string> link;
    std::vector<std::string> settings;
    Format format = Format::text;
};

// The options --contract, --state and --set, where wanted, and --format with the formats that the command has.
void add_options(CLI::App& command, Options& options, bool with_state = true, bool with_markdown = false);

// The deal is shipped or from a file; it has edits, a chapter and bets where a share link has some.
struct State : fr::Saved {
    const fr::Contract& contract() const { return deal.contract(); }
};
State state_of(const Options& options);  // throws Mistake, with everything that is wrong

fr::Contract contract_from_file(const std::string& path);               // throws Mistake with all that is wrong
std::string file_text(const std::string& path, std::size_t max_bytes);  // of standard input where the path is "-"
const fr::Param* param_of(const std::string& key);  // never null; throws Mistake with the nearest key
std::string nearest(const std::string& mistyped, const std::vector<std::string>& names);
std::string listed(const std::vector<std::string>& names);

}  // namespace pact
