// The suite's entry: runs the promises, then prints one fingerprint over all rows of all shipped contracts with each
// input at both ends, and over some uncertainty runs. Native and WebAssembly must print the same.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#include "core/ask/uncertainty.h"
#include "tests/states.h"

namespace fr {

namespace {

std::uint64_t fingerprint_of_everything() {
    std::uint64_t hash = tests::hash_start;
    for (const tests::State& state : tests::states_at_ends())
        hash = fingerprint(simulate(state.inputs, *state.contract), hash);
    for (const Contract& contract : shipped_contracts())
        for (std::uint64_t run = 0; run < 50; ++run)
            hash = fingerprint(simulate(drawn(opening_inputs(contract), {}, 1, run), contract), hash);
    return hash;
}

}  // namespace

}  // namespace fr

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    const int failed = context.run();
    if (context.shouldExit()) return failed;
    std::printf("fingerprint: %016llx\n", static_cast<unsigned long long>(fr::fingerprint_of_everything()));
    return failed;
}
