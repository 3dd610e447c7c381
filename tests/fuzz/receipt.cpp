// Any bytes as a receipt: refused with reasons, verified, or with differences that say something; and the state that it
// holds has a receipt of its own, which is verified.
#include "core/keep/receipt.h"

#include "core/files/json_tree.h"
#include "core/files/problem.h"
#include "tests/fuzz/pipe.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace fr;
    using fuzz::claim;
    const std::string_view text = fuzz::text_of(bytes, size);
    const auto result = verify_receipt(text);
    if (!result) {
        claim(!result.error().empty(), "a refusal has a reason");
        for (const Problem& problem : result.error()) claim(!problem.what.empty(), "a problem says what is wrong");
        return 0;
    }
    claim(result->fingerprint.size() == 16, "what was run has a fingerprint");
    claim(result->differences.size() <= 21, "differences are told up to twenty, the rest is counted");
    for (const std::string& difference : result->differences) claim(!difference.empty(), "a difference says what");
    const Parsed<Json> json = parse_json(text, max_receipt_bytes, max_depth);
    const Parsed<Saved> state = read_saved(*json);
    claim(state.has_value(), "what was run can be saved");
    fuzz::check_all(*state);
    return 0;
}
