// The states that promises are tried on: every shipped contract as it opens, and with each input at its low and its
// high end. Contracts and clauses by id, so that a test reads like a claim.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/files/assets.h"
#include "core/keep/link.h"
#include "core/model/model.h"

namespace fr::tests {

// A test that asks for what there is not ends the run in every build, also where assertions are left out.
inline void require(bool is_so, std::string_view what) {
    if (is_so) return;
    std::fprintf(stderr, "error in a test: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

struct State {
    const Contract* contract;
    Inputs inputs;
    std::string name;  // "january-2025, azure.lead at 24"
};

inline std::vector<State> states_at_ends() {
    std::vector<State> states;
    for (const Contract& contract : shipped_contracts()) {
        const Inputs opening = opening_inputs(contract);
        states.push_back({&contract, opening, contract.id});
        for (const Param& param : params)
            for (const double value : {param.low, param.high}) {
                State state{&contract, opening, contract.id + ", " + std::string(param.key)};
                state.inputs.*param.field = value;
                state.name += " at " + std::to_string(value);
                states.push_back(std::move(state));
            }
    }
    return states;
}

inline const Contract& contract_named(std::string_view id) {
    const Contract* found = find_contract(id);
    require(found != nullptr, id);
    return *found;
}

inline int clause_named(const Contract& contract, std::string_view id) {
    for (std::size_t i = 0; i < contract.clauses.size(); ++i)
        if (contract.clauses[i].id == id) return static_cast<int>(i);
    return -1;
}

inline Inputs with(Inputs inputs, std::string_view key, double value) {
    const Param* param = find_param(key);
    require(param && is_allowed(*param, value), key);
    inputs.*param->field = value;
    return inputs;
}

// Folds a number into a hash: with these a test says that two long results are the same, bit for bit.
constexpr std::uint64_t hash_start = 14695981039346656037ull;
inline std::uint64_t folded(std::uint64_t hash, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ (number >> shift & 0xff)) * 1099511628211ull;
    return hash;
}

}  // namespace fr::tests
