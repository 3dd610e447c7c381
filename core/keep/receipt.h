// A receipt is a state with everything needed to run it again: inputs, contract, edits, chapter and bets, version,
// fingerprint, rows, the traces of its headlines and the facts they rest on. Whoever holds it can check it bit for bit.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/files/problem.h"
#include "core/keep/saved.h"

namespace fr {

// The receipt of a state, as JSON text. A contract that is not shipped is carried whole.
// An error where that would be more than may be read: it is a sentence.
constexpr std::size_t max_receipt_bytes = 8'000'000;
std::expected<std::string, std::string> receipt_text(const Saved& state);

struct Verification {
    std::vector<std::string> differences;  // "rows[28].served_gw is 2.31 in the receipt and 2.24 here"; empty: verified
    std::string contract, fingerprint;     // what was run
    std::string made_by;  // the version in the receipt, where that is all that differs; then it is verified
};
// Runs a receipt again. Problems where the text is no receipt of this explainer (not JSON, another format, unknown
// contract or input); differences where it is one and says something else than this model.
Parsed<Verification> verify_receipt(std::string_view text);

}  // namespace fr
