// A state as a share link's hash, and back: "1" (format), a contract id, and a permanent two-letter code with a decimal
// value per changed input, e.g. "1january-2025~dg4.05zo1.2*3f0a". At most 200 characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deal/params.h"
#include "core/deal/terms.h"
#include "core/model/model.h"

namespace fr {

struct LinkState {
    std::string contract;  // a shipped contract's id
    Inputs inputs;
    std::vector<Edit> edits;
};
struct OpenedLink {
    LinkState state;
    std::vector<std::string> dropped;  // what could not be read, one sentence each
    std::optional<int> stamp;          // of the numbers the link was made with; see stamp_of
};

// Writes what differs from the contract as it opens: inputs, then edits ("!n" never agreed, "!d" dropped, "!a" agreed,
// each with a short name of the clause), then the stamp.
std::string write_link(const LinkState& state, int stamp);
// 0 to 65,535: says whether today's model gives the numbers that a link was made with.
int stamp_of(std::uint64_t fingerprint);
// Opens what is readable and says what was dropped; an empty hash is the default state.
OpenedLink read_link(std::string_view hash);

}  // namespace fr
