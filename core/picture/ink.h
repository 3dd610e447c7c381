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

// How a picture is coloured: for a dark room, and with more contrast where the reader asks for it.
struct Shade {
    bool dark = false, more_contrast = false;
};

struct InkShades {
    std::uint32_t light, dark, light_more, dark_more;  // 0xRRGGBB
};

inline constexpr std::array<InkShades, ink_count> inks{{
    {0xFBF9F4, 0x15171B, 0xFBF9F4, 0x15171B},
    {0x1C1B19, 0xEDEAE3, 0x1C1B19, 0xEDEAE3},
    {0x6B665C, 0xA09A8E, 0x3D3931, 0xD8D3C8},
    {0xE3DDD0, 0x2C3036, 0x857E70, 0x8B9098},
    {0x958D80, 0x6E7278, 0x5E574B, 0xA9AEB6},
    {0x2C67AE, 0x4C8BD6, 0x1D4F8F, 0x7DB1EE},
    {0xD9893B, 0xE09A52, 0xD9893B, 0xE8A964},
    {0x9A9284, 0x8C857A, 0xA0988A, 0xA29B8F},
    {0x857D70, 0x757A82, 0x4F493F, 0xB4BAC2},
    {0xF1ECE1, 0x22262C, 0xF4F0E7, 0x1B1E23},
    {0xB3261E, 0xF0645C, 0x8F1A14, 0xFF9A92},
    {0xFFFFFF, 0x0C1522, 0xFFFFFF, 0x000000},
    {0x1C1B19, 0x1C1409, 0x000000, 0x000000},
    {0x1C1B19, 0x121110, 0x000000, 0x000000},
    {0xFBF9F4, 0x15171B, 0xFBF9F4, 0x15171B},
}};

constexpr std::uint32_t rgb(Ink ink, Shade shade) {
    const InkShades& of = entry(inks, ink);
    if (shade.more_contrast) return shade.dark ? of.dark_more : of.light_more;
    return shade.dark ? of.dark : of.light;
}

}  // namespace fr
