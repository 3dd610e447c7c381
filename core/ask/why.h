// Why: the trace of one outcome, from input over quantity and clause test to consequence, each line with its cause;
// inputs and clauses with their sources and grade.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ask/whatif.h"

namespace fr {

struct WhyStep {
    enum class Kind { input, quantity, test, consequence };
    Kind kind;
    std::string says;  // "Azure can offer 0.9 GW a year"
    double value;
    std::string unit;
    Cause cause;                       // the input or clause behind it
    std::vector<std::string> sources;  // fact ids
    std::string evidence;              // a grade for clauses, a status for inputs, else that it is modelled
};
inline constexpr std::array<std::string_view, 4> why_kind_names{"input", "quantity", "test", "consequence"};

struct Why {
    Outcome outcome;
    Month month;  // the month that is explained
    std::vector<WhyStep> steps;
};

// Explains an outcome at a month; without one, at the month it happens, or at the worst month where it never does.
// `exclusivity_would_break` is explained in the deal without dates, whose clauses its causes then name (`contract_of`).
Why why(Outcome outcome, std::optional<Month> month, const Inputs& inputs, const Contract& contract,
        const Contract& under_pressure);
// The contract whose clauses the causes of an outcome's trace name.
const Contract& contract_of(Outcome outcome, const Contract& contract, const Contract& under_pressure);

}  // namespace fr
