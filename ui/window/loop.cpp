// Frames on demand.
#include "ui/window/loop.h"

#include <algorithm>

#include "ui/window/window.h"

namespace fr {

namespace {

constexpr int settling_frames = 3;  // Dear ImGui is at rest two frames after the last input
constexpr int slices_a_frame = 12;  // of background work, before what it has found so far is drawn

void work_between_frames(Loop& loop, Lab& lab, const Host& host) {
    if (loop.frames_to_draw > 0 || !has_work(lab)) return;  // until the last input has been drawn
    work(lab, host);
    if (!has_work(lab) || ++loop.slices % slices_a_frame == 0) loop.frames_to_draw = 1;
}

}  // namespace

void wake(Loop& loop) { loop.frames_to_draw = settling_frames; }

bool is_due(const Loop& loop, const Lab& lab) { return loop.frames_to_draw > 0 || wants_frame(lab); }

bool is_busy(const Loop& loop, const Lab& lab) { return is_due(loop, lab) || has_work(lab); }

void take_turn(Loop& loop, Lab& lab, const Host& host, void (*draw)()) {
    if (is_due(loop, lab)) draw();
    loop.frames_to_draw = std::max(0, loop.frames_to_draw - 1);
    work_between_frames(loop, lab, host);
}

}  // namespace fr
