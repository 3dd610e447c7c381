// The story as it is told: its numbers worked out, and what became of a bet.
#pragma once

#include "core/files/json_values.h"
#include "core/story/story.h"

namespace fr {

// Where a story is told: the reader's state.
struct ReaderState {
    const Inputs& inputs;
    const Contract& contract;
    const Bets& bets;
};

// A chapter's numbers that do not depend on the reader, in the order of its prose and bets: worked out once.
struct ChapterNumbers {
    std::vector<std::optional<double>> in_prose, answers;
};
ChapterNumbers numbers_of(const Chapter& chapter);

std::string bet_words(const Bet& bet, double value);  // "×2.7 a year", "All of it"
// What the model, or the record, says to a bet: "The model says: ×2.15 a year."
std::string answer_words(const Bet& bet, std::optional<double> answer);
// How far off a placed bet is: "You bet ×2.70 a year: ×0.55 too high."
std::string verdict(const Bet& bet, double value, std::optional<double> answer);

// {id, number, title, says, reveal, act, lever, alternative, facts, parts, bets}; paragraphs are lists of texts and,
// where a number follows the reader's state, {"now": text}.
Json chapter_json(const Story& story, std::size_t index, const ChapterNumbers& numbers, const ReaderState& reader);

}  // namespace fr
