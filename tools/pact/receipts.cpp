// pact receipt and verify: a state with everything needed to run it again, and the check of one.
#include <memory>

#include "core/files/problem.h"
#include "core/keep/receipt.h"
#include "core/words/letters.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"

namespace pact {

namespace {

// Exit status 1: the file is a receipt that says something else, or is no receipt at all.
[[noreturn]] void reject(const std::string& path, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) complain(path + ": " + line);
    throw CLI::RuntimeError(1);
}

void verify(const std::string& path) {
    const auto found = fr::verify_receipt(file_text(path, fr::max_receipt_bytes));
    std::vector<std::string> lines;
    if (!found) {
        for (const fr::Problem& problem : found.error()) lines.push_back(problem.text());
        reject(path, lines);
    }
    if (!found->differences.empty()) {
        lines = found->differences;
        lines.insert(lines.begin(), "not verified: this model says something else");
        reject(path, lines);
    }
    const std::string by = found->made_by.empty() ? "" : ", made by another version, " + found->made_by;
    print(fr::spelt_out(path) + ": verified: “" + found->contract + "”, fingerprint " + found->fingerprint + by + "\n");
}

}  // namespace

void add_receipts(CLI::App& program) {
    const auto options = std::make_shared<Options>();
    CLI::App* receipt = program.add_subcommand("receipt", "Print a receipt of a state: everything to run it again");
    add_options(*receipt, *options);
    receipt->callback([options] {
        const State state = state_of(*options);
        const auto text = fr::receipt_text(state);
        if (!text) throw Mistake(text.error());
        print(*text);
    });

    const auto path = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand("verify", "Run a receipt again: verified, or exactly what differs");
    command->add_option("file", *path, "A receipt")->required()->type_name("FILE");
    command->callback([path] { verify(*path); });
}

}  // namespace pact
