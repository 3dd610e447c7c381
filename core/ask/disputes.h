// Where sources contradict each other: rival statements with what each means for the model, as inputs to set and
// clauses to change. Which side a state is on follows from its inputs and edits; nothing else is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/deal/terms.h"
#include "core/files/json_values.h"

namespace fr {

struct Side {
    std::string name, says;
    std::vector<std::string> facts;                       // ids
    std::vector<std::pair<const Param*, double>> inputs;  // the same ones on every side of a dispute
    std::vector<Edit> edits;      // of clauses; those that only another side changes are as agreed on this one
    Grade grade = Grade::unseen;  // of its weakest fact, or less
};
struct Dispute {
    std::string id, question;
    std::string note;  // how an input's value follows from the statements; empty where it is the statement itself
    std::vector<Side> sides;
};

std::vector<Dispute> parse_disputes(std::string_view text);  // shipped text only: asserts that it is right
const std::vector<Dispute>& shipped_disputes();

// Whether a deal has all the clauses that a side changes. A dispute is offered where two of its sides are.
bool is_offered(const Side& side, const Contract& base);
bool is_offered(const Dispute& dispute, const Contract& base);

// What a reader has made of a deal, and what becomes of it on a side (that the deal offers).
struct Choices {
    Inputs inputs;
    std::vector<Edit> edits;
};
Choices on_side(const Dispute& dispute, std::size_t side, Choices before);
// The side that a state is on; empty where it is on none (another value, or a clause changed in another way).
std::optional<std::size_t> side_of(const Dispute& dispute, const Contract& base, const Choices& now);

// By dispute that a deal offers, the side that a state is on, as on_side takes it; null for none.
Json sides_json(const Contract& base, const Choices& now);
// The same disputes with their texts, sources and grades.
Json disputes_json(const Contract& base, const Choices& now);

}  // namespace fr
