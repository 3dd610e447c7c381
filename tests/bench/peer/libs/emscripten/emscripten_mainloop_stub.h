// Dear ImGui's example includes a file of this name to hand its loop to the browser; source packages leave its folder
// out.
#pragma once
#include <emscripten.h>

#include <functional>

static std::function<void()> example_frame;

// Between the two stands the body of the example's loop, which may `continue`.
#define EMSCRIPTEN_MAINLOOP_BEGIN example_frame = [&] {         \
        do
#define EMSCRIPTEN_MAINLOOP_END \
    while (false);              \
    }                           \
    ;                           \
    emscripten_set_main_loop([] { example_frame(); }, 0, true)
