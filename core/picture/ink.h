// The colours of every picture, as roles: one table for the lab, for SVG and for the tests that check their contrast.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/deal/units.h"

namespace fr {

enum class Ink {
    paper,     // what everything lies on
    ink,       // text and lines that matter
    muted,     // secondary text
    hairline,  // separators
    outline,   // shapes that are there but empty: at least 3:1 on paper
    azure,     // Microsoft's capacity; nothing else
    others,    // Oracle, AWS, CoreWeave and others
    own,       // OpenAI's own sites
    hatch,     // lines of what is unserved
    track,     // the ground under hatching, the empty part of a slider
    alarm,     // what ended, and tipping points; nothing else
    on_azure,  // text on the three areas
    on_others,
    on_own,
    grid,  // thin lines over the areas
};
constexpr std::size_t ink_count = 15;

struct InkPair {
    std::uint32_t light, dark;  // 0xRRGGBB
};

inline constexpr std::array<InkPair, ink_count> inks{{
    {0xFBF9F4, 0x15171B},
    {0x1C1B19, 0xEDEAE3},
    {0x6B665C, 0xA09A8E},
    {0xE3DDD0, 0x2C3036},
    {0x958D80, 0x6E7278},
    {0x2C67AE, 0x4C8BD6},
    {0xD9893B, 0xE09A52},
    {0x9A9284, 0x8C857A},
    {0x857D70, 0x757A82},
    {0xF1ECE1, 0x22262C},
    {0xB3261E, 0xF0645C},
    {0xFFFFFF, 0x0C1522},
    {0x1C1B19, 0x1C1409},
    {0x1C1B19, 0x121110},
    {0xFBF9F4, 0x15171B},
}};

constexpr std::uint32_t rgb(Ink ink, bool dark) {
    const InkPair& pair = entry(inks, ink);
    return dark ? pair.dark : pair.light;
}

}  // namespace fr
