// A number that the story speaks of, named in its prose between braces and worked out when it is told: no number of the
// model is typed. The names:
//   azure_share_2030, agi_trips, …               an outcome, by its key in the headline
//   demand.growth, …                             an input
//   azure_gw@2025-12                             an output in a month; of several months, with ..2030-12, their sum
//   azure_takes_gw+passed_on_gw@2025-01..2030-12 of several outputs
//   azure_gw/azure_gw+others_gw@2025-12          the share of the one in the other
//   tip:azure.offer:exclusivity_would_break      the first value of an input at which an outcome comes or goes
//   standing@2026-05:first-refusal,ip-licence    how many of these clauses are in force
// Before a name, now: is of the reader's state and opening: of the contract as it opens; otherwise it is of the
// chapter's. After it, |agi.service-life=1 is with that input so, |deal=clause-dropped of that shipped deal as it
// opens.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/ask/whatif.h"
#include "core/model/outputs.h"

namespace fr {

struct Sum {
    std::vector<const Output*> parts;
    std::vector<const Output*> whole;  // that they are a share of; empty: of nothing
    Month from, until;                 // inclusive
};
struct TipPoint {
    const Param* param;
    Outcome outcome;
};
struct StillStanding {
    std::vector<std::string> clauses;  // ids
    Month month;
};
enum class Whose { chapter, reader, opening };

struct Number {
    Whose whose = Whose::chapter;
    std::variant<Outcome, const Param*, Sum, TipPoint, StillStanding> what;
    std::vector<std::pair<const Param*, double>> given;  // inputs that are so
    const Contract* under = nullptr;                     // the deal, where it is another
};

// What is no name of a number is told with what would have been one.
std::expected<Number, std::string> parse_number(std::string_view name);

// With these inputs under this contract; a month is its index. None: an input tips the outcome nowhere.
std::optional<double> value_of(const Number& number, const Inputs& inputs, const Contract& contract);
std::string value_words(const Number& number, std::optional<double> value);

}  // namespace fr
