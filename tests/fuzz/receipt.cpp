// Any bytes as a receipt: refused with reasons, verified, or with differences that say something.
#include "core/keep/receipt.h"

#include "core/files/problem.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using fr::fuzz::claim;
    const auto result = fr::verify_receipt(fr::fuzz::text_of(bytes, size));
    if (!result) {
        claim(!result.error().empty(), "a refusal has a reason");
        for (const fr::Problem& problem : result.error()) claim(!problem.what.empty(), "a problem says what is wrong");
        return 0;
    }
    claim(result->fingerprint.size() == 16, "what was run has a fingerprint");
    claim(result->differences.size() <= 21, "differences are told up to twenty, the rest is counted");
    for (const std::string& difference : result->differences) claim(!difference.empty(), "a difference says what");
    return 0;
}
