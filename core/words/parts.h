// What in the figures can be emphasised, by name: the story says which of them a chapter is about, and the others step
// back.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace fr {

// Areas and the line of the picture, then the rows of the strip in their order.
enum class Part {
    azure,
    others,
    own,
    unserved,
    demand,
    exclusivity,
    first_refusal,
    api,
    own_building,
    ip_licence,
    revenue_share,
    agi_clause
};
inline constexpr std::array<std::string_view, 12> part_names{
    "azure",         "others", "own",          "unserved",   "demand",        "exclusivity",
    "first-refusal", "api",    "own-building", "ip-licence", "revenue-share", "agi-clause"};
inline constexpr int first_strip_part = static_cast<int>(Part::exclusivity);

// Some of them; none: nothing is emphasised, and nothing steps back.
class Parts {
public:
    constexpr void add(Part part) { bits |= bit(part); }
    constexpr bool has(Part part) const { return (bits & bit(part)) != 0; }
    constexpr bool steps_back(Part part) const { return bits != 0 && !has(part); }
    constexpr bool operator==(const Parts&) const = default;

private:
    static constexpr std::uint32_t bit(Part part) { return 1u << static_cast<int>(part); }
    std::uint32_t bits = 0;
};

}  // namespace fr
