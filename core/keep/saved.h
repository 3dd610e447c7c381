// A state as JSON: the inputs, the contract (whole, where it is a reader's own) and what the reader changed about its
// clauses. Receipts carry it, and it moves from one module of the page to the other.
#pragma once

#include "core/deal/deal.h"
#include "core/files/contract_reader.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"

namespace fr {

struct Saved {
    Inputs inputs;
    Deal deal;
};

// The largest saved state: it, and another to compare with, each with a contract of the reader's own and its edits.
constexpr std::size_t max_saved_bytes = 4 * max_contract_bytes + 100'000;

Json saved_json(const Saved& saved);         // format, contract or contract_file, inputs, edits
Parsed<Saved> read_saved(const Json& json);  // all its problems; keys that it does not know are left alone

}  // namespace fr
