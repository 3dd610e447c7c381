// The names of things, in the order of the enums they name: ids as in files, links and JSON, and beside them what
// readers are told. The page is given the same words (core/keep/words_json.h); nothing else spells them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "core/deal/contract.h"
#include "core/deal/params.h"
#include "core/deal/terms.h"
#include "core/model/reading.h"

namespace fr::names {

using Name = std::string_view;
// An id, the word for it in the lab, where room is scarce, and the same spelled out where it is not.
struct Word {
    Name id, word;
    Name spelled = word;
};
template <std::size_t count>
constexpr std::array<Name, count> ids_of(const std::array<Word, count>& words) {
    std::array<Name, count> ids;
    std::ranges::transform(words, ids.begin(), &Word::id);
    return ids;
}

inline constexpr auto kinds =
    std::to_array<Name>({"supply", "own-building", "api-hosting", "products-hosting", "revenue-share", "ip-licence",
                         "agi-trigger", "purchase-commitment", "stake", "sales-channels"});
static_assert(kinds.size() == static_cast<std::size_t>(kind_count));
inline constexpr auto supply = std::to_array<Name>({"azure-only", "exception", "first-refusal", "anyone"});
inline constexpr auto own_building = std::to_array<Name>({"no", "training-and-research", "anything"});
inline constexpr auto hosting = std::to_array<Name>({"azure-only", "azure-until-verified-agi", "anywhere"});
inline constexpr auto products_hosting = std::to_array<Name>({"azure-only", "anywhere"});
inline constexpr auto triggers = std::to_array<Name>({"board", "ability-test", "panel", "none"});
inline constexpr auto channels = std::to_array<Name>({"azure-and-direct", "any"});
inline constexpr auto facts =
    std::to_array<Name>({"agi_test_met", "agi_verified", "strained", "strained_again", "share_cap_reached"});
inline constexpr auto grade_words = std::to_array<Word>({{"primary", "first-hand"},
                                                         {"primary-quoted", "quoted"},
                                                         {"secondary", "reported"},
                                                         {"weak", "weak"},
                                                         {"derived", "calculated"},
                                                         {"unseen", "unchecked"}});
inline constexpr auto grades = ids_of(grade_words);
inline constexpr auto status_words = std::to_array<Word>({{"sourced", "sourced"},
                                                          {"derived", "derived", "derived from sources"},
                                                          {"assumed", "assumed"},
                                                          {"readers", "yours to set"}});
inline constexpr auto statuses = ids_of(status_words);
inline constexpr Name modelled = "modelled";  // what the model works out: no grade of a statement is its
inline constexpr auto state_words = std::to_array<Word>({{"future", "not yet in force"},
                                                         {"in_force", "in force"},
                                                         {"straining", "straining"},
                                                         {"ended", "ended"},
                                                         {"off", "not part of the deal"}});
inline constexpr auto clause_states = ids_of(state_words);
inline constexpr auto reading_words =
    std::to_array<Word>({{reading_names[0], "has earned it", "Profit booked so far"},
                         {reading_names[1], "could earn it", "What the systems could earn"},
                         {reading_names[2], "declared", "When it is declared"}});
inline constexpr auto group_words = std::to_array<Word>({{"demand", "Demand"},
                                                         {"azure", "Azure"},
                                                         {"others", "Other providers and own building"},
                                                         {"deal", "Patience and answers"},
                                                         {"money", "Money"},
                                                         {"agi", "The AGI clause"}});
inline constexpr auto groups = ids_of(group_words);
static_assert(std::ranges::all_of(params,
                                  [](const Param& param) { return std::ranges::contains(groups, param.group); }));
inline constexpr auto edits = std::to_array<Name>({"never_agreed", "dropped", "agreed"});
inline constexpr auto agi_ends =
    std::to_array<Name>({"later-systems", "api-hosting", "revenue-share", "research-ip", "technology"});
inline constexpr std::array<bool AgiEnds::*, 5> agi_end_fields{&AgiEnds::later_systems, &AgiEnds::api_hosting,
                                                               &AgiEnds::revenue_share, &AgiEnds::research_ip,
                                                               &AgiEnds::technology};

constexpr const Word& word_of(Grade grade) { return entry(grade_words, grade); }
constexpr const Word& word_of(Status status) { return entry(status_words, status); }
constexpr const Word& word_of(ClauseState state) { return entry(state_words, state); }

}  // namespace fr::names
