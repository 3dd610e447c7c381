// An amount carries the cause that limits it, from the place where it was limited. That is how every outcome can say
// why without any prose in the model.
#pragma once

#include <cstdint>

namespace fr {

// What set a number: a clause (index in the contract), an input (index in the table), or nothing.
struct Cause {
    enum class Kind : std::uint8_t { none, clause, input };
    Kind kind = Kind::none;
    std::int16_t index = 0;
    friend constexpr bool operator==(Cause, Cause) = default;
    explicit constexpr operator bool() const { return kind != Kind::none; }
};

constexpr Cause clause_cause(int index) { return {Cause::Kind::clause, static_cast<std::int16_t>(index)}; }
constexpr Cause input_cause(int index) { return {Cause::Kind::input, static_cast<std::int16_t>(index)}; }

struct Amount {
    double value = 0;
    Cause cause;
};

// The smaller of two amounts, with its cause; the first where they are equal.
constexpr Amount smaller(Amount a, Amount b) { return b.value < a.value ? b : a; }
// The larger of two amounts, with its cause; the first where they are equal.
constexpr Amount larger(Amount a, Amount b) { return b.value > a.value ? b : a; }

}  // namespace fr
