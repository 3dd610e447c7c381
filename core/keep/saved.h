// A state as JSON: the inputs, the contract (whole, where it is a reader's own), what the reader changed about its
// clauses, and how far the reader is in the story. Receipts carry it, and it moves from one module of the page to the
// other.
#pragma once

#include "core/deal/deal.h"
#include "core/files/contract_reader.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/story/outline.h"

namespace fr {

struct Saved {
    Inputs inputs;
    Deal deal;
    std::optional<std::size_t> chapter{};  // of the shipped story
    Bets bets{};
};

// The largest saved state: it, and another to compare with, each with a contract of the reader's own and its edits.
constexpr std::size_t max_saved_bytes = 4 * max_contract_bytes + 100'000;

// format, contract or contract_file, inputs, edits; where there are some, chapter and bets
Json saved_json(const Saved& saved);
// All its problems. Keys, chapters and bets that it does not know are left alone.
Parsed<Saved> read_saved(const Json& json);

}  // namespace fr
