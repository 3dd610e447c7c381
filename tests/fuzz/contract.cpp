// Any bytes as a contract file: refused with reasons, or a deal that can be written, read again, run, told and edited.
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/deal/terms.h"
#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/files/problem.h"
#include "core/keep/results_json.h"
#include "core/model/reading.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace fr;
using fuzz::claim;

void check_rows(const Run& run) {
    for (const Row& row : run.rows) {
        claim(std::isfinite(row.served_gw) && std::isfinite(row.cumulative_profit_bn), "rows are finite");
        claim(row.served_gw <= row.demand_gw && row.served_gw <= row.online_gw, "served is at most what there is");
        claim(row.unserved_share >= 0 && row.unserved_share <= 1, "shares are from 0 to 1");
    }
}

Inputs opening(const Contract& contract) {
    Inputs inputs = default_inputs();
    for (const auto& [key, value] : contract.presets) inputs.*find_param(key)->field = value;
    return inputs;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const Parsed<Contract> contract = parse_contract(fuzz::text_of(bytes, size));
    if (!contract) {
        claim(!contract.error().empty(), "a refusal has a reason");
        for (const Problem& problem : contract.error()) claim(!problem.what.empty(), "a problem says what is wrong");
        return 0;
    }
    const Parsed<Contract> again = parse_contract(contract_text(*contract));
    claim(again && *again == *contract, "a contract that is written reads the same");
    const Inputs inputs = opening(*contract);
    check_rows(simulate(inputs, *contract));
    if (contract->clauses.size() > 40) return 0;  // what follows takes a run for each
    const Reading reading = evaluate(inputs, *contract);
    claim(!to_json(inputs, *contract, reading, false).dump().empty(), "a deal that was read can be told");
    const std::string& first = contract->clauses.front().id;
    for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed})
        check_rows(simulate(inputs, edited(*contract, {{first, kind}})));
    return 0;
}
