// The words of contract files, in the order of the enums they name.
#pragma once

#include <array>
#include <string_view>

#include "core/deal/contract.h"
#include "core/deal/terms.h"

namespace fr::names {

using Name = std::string_view;
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
inline constexpr auto grades =
    std::to_array<Name>({"primary", "primary-quoted", "secondary", "weak", "derived", "unseen"});
inline constexpr auto statuses = std::to_array<Name>({"sourced", "derived", "assumed", "readers"});
inline constexpr auto edits = std::to_array<Name>({"never_agreed", "dropped", "agreed"});
inline constexpr auto agi_ends =
    std::to_array<Name>({"later-systems", "api-hosting", "revenue-share", "research-ip", "technology"});
inline constexpr std::array<bool AgiEnds::*, 5> agi_end_fields{&AgiEnds::later_systems, &AgiEnds::api_hosting,
                                                               &AgiEnds::revenue_share, &AgiEnds::research_ip,
                                                               &AgiEnds::technology};

}  // namespace fr::names
