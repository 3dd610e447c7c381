// When a frame is drawn and what is done between two, the same in a page and in a window. With nothing to do nothing
// runs: who calls the turns stops calling.
#pragma once

#include "ui/views/lab.h"

namespace fr {

struct Loop {
    int frames_to_draw = 0;
    int slices = 0;  // of background work, since the start
};

void wake(Loop& loop);  // something has happened: as many frames as Dear ImGui takes to come to rest
bool is_due(const Loop& loop, const Lab& lab);   // a frame
bool is_busy(const Loop& loop, const Lab& lab);  // or anything else
// A frame if one is due, then a slice of the work in the background: what it finds is drawn now and then, and at its
// end.
void take_turn(Loop& loop, Lab& lab, const Host& host, void (*draw)());

}  // namespace fr
