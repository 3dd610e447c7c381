// A state as a share link's hash, and back: "1" (format), a contract id, and a permanent two-letter code with a decimal
// value per changed input, e.g. "1january-2025~dg4.05zo1.2*3f0a". At most 200 characters where no bet was placed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deal/params.h"
#include "core/deal/terms.h"
#include "core/model/model.h"
#include "core/story/outline.h"

namespace fr {

// What the panel beside the picture shows.
enum class Tab { story, why, levers, clauses, sure, compare, money, record };
inline constexpr std::array<std::string_view, 8> tab_names{"story", "why",     "levers", "clauses",
                                                           "sure",  "compare", "money",  "record"};

struct LinkState {
    std::string contract;  // a shipped contract's id
    Inputs inputs;
    std::vector<Edit> edits;
    Tab tab = Tab::story;
    std::optional<std::size_t> chapter{};  // of the shipped story
    Bets bets{};
};
struct OpenedLink {
    LinkState state;
    std::vector<std::string> dropped;  // what could not be read, one sentence each
    std::optional<int> stamp;          // of the numbers the link was made with; see stamp_of
};

// Writes what differs from the contract as it opens: inputs, then edits ("!n" never agreed, "!d" dropped, "!a" agreed,
// each with a short name of the clause), then bets ("=", a short name and the value), the chapter ("$api"), the tab
// unless it is the first ("@levers"), and the stamp.
std::string write_link(const LinkState& state, int stamp);
// 0 to 65,535: says whether today's model gives the numbers that a link was made with.
int stamp_of(std::uint64_t fingerprint);
// The one reader of links, however they were passed on: opens what it can, says what it dropped; empty: the default.
OpenedLink read_link(std::string_view hash);

}  // namespace fr
