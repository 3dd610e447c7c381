# What the bench measures the lab beside: Dear ImGui's own SDL2 example (examples/example_sdl2_opengl3), as it is in the
# box's sources, with stock SDL2, compiled with our flags. Built by `./run bench` only.
set(peer_sdl "${FIRST_REFUSAL_SDL_DIR}/src")
file(GLOB peer_sources CONFIGURE_DEPENDS
    "${peer_sdl}/*.c"
    "${peer_sdl}/atomic/*.c" "${peer_sdl}/audio/*.c" "${peer_sdl}/audio/dummy/*.c" "${peer_sdl}/audio/disk/*.c"
    "${peer_sdl}/audio/emscripten/*.c" "${peer_sdl}/cpuinfo/*.c" "${peer_sdl}/events/*.c" "${peer_sdl}/file/*.c"
    "${peer_sdl}/filesystem/emscripten/*.c" "${peer_sdl}/haptic/*.c" "${peer_sdl}/haptic/dummy/*.c"
    "${peer_sdl}/joystick/*.c" "${peer_sdl}/joystick/emscripten/*.c" "${peer_sdl}/loadso/dlopen/*.c"
    "${peer_sdl}/locale/*.c" "${peer_sdl}/locale/emscripten/*.c" "${peer_sdl}/misc/*.c" "${peer_sdl}/misc/emscripten/*.c"
    "${peer_sdl}/power/*.c" "${peer_sdl}/power/emscripten/*.c" "${peer_sdl}/render/*.c" "${peer_sdl}/render/*/*.c"
    "${peer_sdl}/sensor/*.c" "${peer_sdl}/sensor/dummy/*.c" "${peer_sdl}/stdlib/*.c" "${peer_sdl}/thread/*.c"
    "${peer_sdl}/thread/generic/*.c" "${peer_sdl}/timer/*.c" "${peer_sdl}/timer/unix/*.c" "${peer_sdl}/video/*.c"
    "${peer_sdl}/video/dummy/*.c" "${peer_sdl}/video/emscripten/*.c" "${peer_sdl}/video/yuv2rgb/yuv_rgb_std.c")

# As it is: what the lab changes about this file is a property of the file, not of the lab.
set(peer_backend "${CMAKE_CURRENT_BINARY_DIR}/peer/imgui_impl_opengl3.cpp")
file(CONFIGURE OUTPUT "${peer_backend}" CONTENT "#include \"${FIRST_REFUSAL_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp\"\n")

add_executable(peer EXCLUDE_FROM_ALL
    "${FIRST_REFUSAL_IMGUI_DIR}/examples/example_sdl2_opengl3/main.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_demo.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_draw.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_tables.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_widgets.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp"
    "${peer_backend}"
    ${peer_sources})
target_include_directories(peer SYSTEM PRIVATE
    "${FIRST_REFUSAL_IMGUI_DIR}" "${FIRST_REFUSAL_IMGUI_DIR}/backends"
    "${CMAKE_CURRENT_SOURCE_DIR}/tests/bench/peer/libs" "${FIRST_REFUSAL_SDL_DIR}/include")
target_compile_features(peer PRIVATE cxx_std_23)
target_compile_definitions(peer PRIVATE IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_IMPL_OPENGL_ES3 SDL_ASSERT_LEVEL=0)
target_compile_options(peer PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>)
target_link_options(peer PRIVATE
    -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc -sSUPPORT_LONGJMP=0 -sASSERTIONS=0 -sALLOW_MEMORY_GROWTH
    -sINITIAL_HEAP=4mb -sSTACK_SIZE=1mb -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
first_refusal_small_module(peer)
