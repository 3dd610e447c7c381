// Any bytes as a contract file: refused with reasons, or a deal that can be written, read again and taken to the end of
// the pipe, as it is and edited.
#include "core/files/contract_reader.h"

#include "core/files/contract_writer.h"
#include "core/files/problem.h"
#include "tests/fuzz/pipe.h"

using namespace fr;
using fuzz::claim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const Parsed<Contract> contract = parse_contract(fuzz::text_of(bytes, size));
    if (!contract) {
        claim(!contract.error().empty(), "a refusal has a reason");
        for (const Problem& problem : contract.error()) claim(!problem.what.empty(), "a problem says what is wrong");
        return 0;
    }
    const Parsed<Contract> again = parse_contract(contract_text(*contract));
    claim(again && *again == *contract, "a contract that is written reads the same");
    const Inputs inputs = opening_inputs(*contract);
    fuzz::check_all({inputs, Deal(*contract)});
    const std::string& first = contract->clauses.front().id;
    for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed}) {
        fuzz::check_rows(simulate(inputs, edited(*contract, {{first, kind}})));
        fuzz::check_saved({inputs, Deal(*contract).with({{first, kind}})});
        fuzz::check_file(inputs, edited(*contract, {{first, kind}}));
    }
    return 0;
}
