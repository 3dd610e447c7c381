// The ledger: dated deals for OpenAI's computing power, as the facts give them (assets/ledger.json). Read and checked
// like a contract: all mistakes are told, each with its path and what would have been right.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deal/contract.h"
#include "core/files/problem.h"
#include "core/model/announced.h"

namespace fr {

enum class PledgeKind { sites, plan, chips };  // added up; no contract; what runs at sites: neither is added
inline constexpr std::array<std::string_view, 3> pledge_kind_names{"sites", "plan", "chips"};

// When what a deal promises is to run.
struct PledgedRamp {
    Ramp ramp;
    std::string assumed;  // what no fact says of it
};
struct Pledge {
    std::string id, partner;
    Month date;
    PledgeKind kind;
    bool by_azure;
    std::optional<double> gw, usd_bn, years;  // as far as they were said
    std::optional<double> reckoned_gw;        // of money over years, where no gigawatts were said
    std::vector<PledgedRamp> ramps;
    std::vector<std::string> facts;
    Grade grade;        // of the weakest fact
    std::string later;  // what became of it, and what was not said
};

namespace assets {
extern const std::string_view ledger_text;  // generated (tools/embed_assets.cmake)
}

Parsed<std::vector<Pledge>> parse_ledger(std::string_view text);
const std::vector<Pledge>& shipped_ledger();  // by date

}  // namespace fr
