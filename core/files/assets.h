// The shipped texts, embedded at build time from assets/: contracts, news, and which facts exist with which grade.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/deal/contract.h"
#include "core/deal/deal.h"
#include "core/model/reading.h"

namespace fr {

struct FactGrade {
    std::string_view id;
    Grade grade;
};

// Generated from assets/ (tools/embed_assets.cmake).
namespace assets {
extern const std::span<const std::string_view> contract_texts;  // january-2025 first
extern const std::string_view news_text;
extern const std::string_view backtest_text;
extern const std::string_view disputes_text;
extern const std::span<const FactGrade> facts;  // sorted by id
extern const std::string_view version;          // of the project, from CMake
}  // namespace assets

std::optional<Grade> grade_of_fact(std::string_view id);
const std::vector<Contract>& shipped_contracts();  // parsed once; january-2025 (the default) first
const Contract* find_contract(std::string_view id);
Deal shipped_deal(const Contract& shipped, std::vector<Edit> edits = {});  // shares the contract, which lasts
const Contract& under_pressure();
const std::vector<News>& shipped_news();

}  // namespace fr
