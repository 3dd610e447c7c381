# SDL2 for the web, trimmed: only events, keyboard, mouse, hints and the Emscripten window, compiled from a listed set
# of its sources. No audio, joystick, haptic, sensor, threads, EGL or GLES (the WebGL2 context is made by us): 55 kB
# less to download than stock SDL2.
if(NOT EXISTS "${FIRST_REFUSAL_SDL_DIR}/src/SDL.c")
    message(FATAL_ERROR "No SDL2 sources in ${FIRST_REFUSAL_SDL_DIR}: build in the box (tools/box/enter), or point "
        "FIRST_REFUSAL_SDL_DIR at the sources of SDL 2.32")
endif()

# SDL's own configuration for Emscripten, with what we leave out taken out of it. It is found before SDL's and carries
# the same include guard, so the stock one is skipped.
file(READ "${FIRST_REFUSAL_SDL_DIR}/include/SDL_config_emscripten.h" sdl_config)
foreach(macro
        SDL_AUDIO_DRIVER_DISK SDL_AUDIO_DRIVER_DUMMY SDL_AUDIO_DRIVER_EMSCRIPTEN
        SDL_JOYSTICK_EMSCRIPTEN SDL_SENSOR_DUMMY SDL_LOADSO_DLOPEN HAVE_DLOPEN HAVE_ICONV HAVE_ICONV_H
        SDL_VIDEO_RENDER_OGL_ES2 SDL_VIDEO_OPENGL_ES2 SDL_VIDEO_OPENGL_EGL
        SDL_POWER_EMSCRIPTEN SDL_FILESYSTEM_EMSCRIPTEN)
    string(REGEX REPLACE "#define ${macro} 1\n" "" sdl_config "${sdl_config}")
endforeach()
string(REGEX REPLACE "#include \"SDL_platform.h\"" "#define SDL_config_h_\n#include \"SDL_platform.h\"" sdl_config
    "${sdl_config}")
string(APPEND sdl_config "
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_LOADSO_DUMMY 1
#define SDL_RENDER_DISABLED 1
#define SDL_POWER_DISABLED 1
#define SDL_FILESYSTEM_DUMMY 1
")
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/sdl2/SDL_config.h" CONTENT "${sdl_config}" @ONLY)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/sdl2/SDL_revision.h" CONTENT "#define SDL_REVISION \"\"\n")

set(sdl_sources
    SDL.c SDL_assert.c SDL_error.c SDL_guid.c SDL_hints.c SDL_list.c SDL_log.c SDL_utils.c
    atomic/SDL_atomic.c atomic/SDL_spinlock.c
    cpuinfo/SDL_cpuinfo.c
    events/SDL_clipboardevents.c events/SDL_displayevents.c events/SDL_dropevents.c events/SDL_events.c
    events/SDL_gesture.c events/SDL_keyboard.c events/SDL_keysym_to_scancode.c events/SDL_mouse.c events/SDL_quit.c
    events/SDL_scancode_tables.c events/SDL_touch.c events/SDL_windowevents.c
    file/SDL_rwops.c
    stdlib/SDL_crc16.c stdlib/SDL_crc32.c stdlib/SDL_getenv.c stdlib/SDL_iconv.c stdlib/SDL_malloc.c
    stdlib/SDL_qsort.c stdlib/SDL_stdlib.c stdlib/SDL_string.c stdlib/SDL_strtokr.c
    thread/SDL_thread.c thread/generic/SDL_syscond.c thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c
    thread/generic/SDL_systhread.c thread/generic/SDL_systls.c
    timer/SDL_timer.c timer/unix/SDL_systimer.c
    video/SDL_RLEaccel.c video/SDL_blit.c video/SDL_blit_0.c video/SDL_blit_1.c video/SDL_blit_A.c video/SDL_blit_N.c
    video/SDL_blit_auto.c video/SDL_blit_copy.c video/SDL_blit_slow.c video/SDL_bmp.c video/SDL_clipboard.c
    video/SDL_fillrect.c video/SDL_pixels.c video/SDL_rect.c video/SDL_shape.c video/SDL_stretch.c
    video/SDL_surface.c video/SDL_video.c video/SDL_yuv.c
    video/yuv2rgb/yuv_rgb_std.c
    video/emscripten/SDL_emscriptenvideo.c)
list(TRANSFORM sdl_sources PREPEND "${FIRST_REFUSAL_SDL_DIR}/src/")

add_library(sdl2 STATIC ${sdl_sources}
    "${CMAKE_CURRENT_LIST_DIR}/sdl2_without_joysticks.c"
    "${CMAKE_CURRENT_LIST_DIR}/sdl2_without_listeners.c"
    "${CMAKE_CURRENT_LIST_DIR}/sdl2_without_pixels.c"
    "${CMAKE_CURRENT_LIST_DIR}/sdl2_without_renderer.c")
target_include_directories(sdl2 SYSTEM BEFORE PUBLIC
    "${CMAKE_CURRENT_BINARY_DIR}/sdl2" "${FIRST_REFUSAL_SDL_DIR}/include")
target_include_directories(sdl2 PRIVATE
    "${FIRST_REFUSAL_SDL_DIR}/src" "${FIRST_REFUSAL_SDL_DIR}/src/video/emscripten")
target_compile_definitions(sdl2 PRIVATE SDL_LEAN_AND_MEAN=1 SDL_ASSERT_LEVEL=0)
target_compile_options(sdl2 PRIVATE -fno-strict-aliasing -w)
