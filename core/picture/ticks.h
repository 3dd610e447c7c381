// Where the words at a slider's ticks stand: each on its own side of its tick, none over another.
#pragma once

#include <span>

#include "core/ask/tick_words.h"
#include "core/picture/labels.h"

namespace fr {

// A tick on a track, with what may stand at it from long to short.
struct TrackTick {
    double x;
    std::span<const TickForm> forms;  // below: the words end at the tick, else they begin there
};

// Where words may stand: between two edges, in lines below `top`.
struct TickRoom {
    double left, right, top;
    int lines;
};
inline constexpr double tick_size = 13, tick_leading = 17;

// The words in the longest forms that all find room together; where even the shortest do not, some go without.
std::vector<Text> placed_words(std::span<const TrackTick> ticks, const TickRoom& room, const Measure& measure);

}  // namespace fr
