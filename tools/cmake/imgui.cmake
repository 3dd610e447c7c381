# Dear ImGui with its SDL2 and OpenGL 3 backends, without what a finished page never shows: the demo, the debug tools,
# files, the built-in font. Obsolete names are off, because 1.92.8 swaps arguments behind some of them.
if(NOT EXISTS "${FIRST_REFUSAL_IMGUI_DIR}/imgui.cpp")
    message(FATAL_ERROR "No Dear ImGui sources in ${FIRST_REFUSAL_IMGUI_DIR}: build in the box (tools/box/enter), or "
        "point FIRST_REFUSAL_IMGUI_DIR at the sources of Dear ImGui 1.92")
endif()

add_library(imgui STATIC
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_draw.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/imgui_without_tables.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${FIRST_REFUSAL_IMGUI_DIR}")
target_compile_definitions(imgui PUBLIC
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS
    IMGUI_DISABLE_DEFAULT_FONT
    # The lab is one surface: with everything unfolded it has more than the 65,536 vertices that 16 bits can name.
    "ImDrawIdx=unsigned int")
target_compile_features(imgui PUBLIC cxx_std_23)
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w)

# The window side, for the entry files only: views draw with Dear ImGui and know neither SDL nor OpenGL. Natively it is
# there where their headers are, which the box for the checks and the desktop has.
if(NOT EMSCRIPTEN)
    find_package(SDL2 2.0.20 CONFIG)
    find_package(OpenGL)
    if(NOT SDL2_FOUND OR NOT OPENGL_FOUND)
        message(STATUS "No lab in a desktop window: SDL2 or OpenGL is not here")
        return()
    endif()
endif()
add_library(imgui_backends STATIC
    "${FIRST_REFUSAL_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp"
    "${FIRST_REFUSAL_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui_backends SYSTEM PUBLIC "${FIRST_REFUSAL_IMGUI_DIR}/backends")
target_compile_options(imgui_backends PRIVATE -fno-exceptions -fno-rtti -w)
if(EMSCRIPTEN)
    include(sdl2)
    target_sources(imgui_backends PRIVATE "${CMAKE_CURRENT_LIST_DIR}/imgui_without_queries.c")
    set_source_files_properties("${FIRST_REFUSAL_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp" PROPERTIES
        COMPILE_DEFINITIONS "glGetIntegerv=lab_gl_get_integer;glIsEnabled=lab_gl_is_enabled")
    target_compile_definitions(imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
    target_link_libraries(imgui_backends PUBLIC imgui sdl2)
else()
    target_link_libraries(imgui_backends PUBLIC imgui SDL2::SDL2 OpenGL::GL ${CMAKE_DL_LIBS})
endif()
