// Any bytes as a link's hash: what is read is a state that can be run, and what is written of it reads the same;
// a link of which nothing was dropped goes to the end of the pipe.
#include <algorithm>

#include "core/files/assets.h"
#include "core/keep/link.h"
#include "tests/fuzz/pipe.h"

namespace {

using namespace fr;
using fuzz::claim;

void check_state(const LinkState& state) {
    const Contract* contract = find_contract(state.contract);
    claim(contract, "the deal is a shipped one");
    for (const Param& param : params) claim(is_allowed(param, state.inputs.*param.field), "every input is allowed");
    for (const Edit& edit : state.edits) {
        claim(std::ranges::contains(contract->clauses, edit.clause, &Clause::id), "an edit names a clause of the deal");
        claim(std::ranges::count(state.edits, edit.clause, &Edit::clause) == 1, "a clause is edited once");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const OpenedLink opened = read_link(fuzz::text_of(bytes, size));
    check_state(opened.state);
    for (const std::string& sentence : opened.dropped) claim(!sentence.empty(), "what was dropped is said");
    const std::string written = write_link(opened.state, 0x3f0a);
    const OpenedLink again = read_link(written);
    claim(again.dropped.empty(), "nothing of a written link is dropped");
    claim(again.stamp == 0x3f0a, "the stamp is kept");
    claim(again.state.contract == opened.state.contract, "the deal is kept");
    claim(again.state.edits == opened.state.edits, "the edits are kept");
    claim(again.state.chapter == opened.state.chapter, "the chapter is kept");
    claim(again.state.bets == opened.state.bets, "the bets are kept");
    claim(again.state.inputs == opened.state.inputs, "the inputs are kept to the last bit");
    if (opened.dropped.empty())
        fuzz::check_all({opened.state.inputs, shipped_deal(*find_contract(opened.state.contract), opened.state.edits)});
    return 0;
}
