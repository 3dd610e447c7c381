# Header-only libraries, each behind an include folder that holds a link to it and nothing else: /usr/include itself
# would bring the host's C library into a WebAssembly build.
set(FIRST_REFUSAL_HEADERS_DIR "/usr/include" CACHE PATH "Folder that holds nlohmann/, doctest/ and CLI/")
set(FIRST_REFUSAL_IMGUI_DIR "/usr/src/first-refusal/imgui" CACHE PATH "Sources of Dear ImGui 1.92")
set(FIRST_REFUSAL_SDL_DIR "/usr/src/first-refusal/sdl2" CACHE PATH "Sources of SDL 2.32")

function(first_refusal_headers name folder)
    if(NOT IS_DIRECTORY "${FIRST_REFUSAL_HEADERS_DIR}/${folder}")
        message(FATAL_ERROR "${FIRST_REFUSAL_HEADERS_DIR}/${folder} is missing: build in the box "
            "(tools/box/enter), or point FIRST_REFUSAL_HEADERS_DIR at a folder that holds ${folder}/")
    endif()
    set(links "${CMAKE_CURRENT_BINARY_DIR}/headers/${name}")
    file(MAKE_DIRECTORY "${links}")
    file(CREATE_LINK "${FIRST_REFUSAL_HEADERS_DIR}/${folder}" "${links}/${folder}" SYMBOLIC)
    add_library(headers_${name} INTERFACE)
    target_include_directories(headers_${name} SYSTEM INTERFACE "${links}")
    add_library(headers::${name} ALIAS headers_${name})
endfunction()

first_refusal_headers(json nlohmann)
first_refusal_headers(doctest doctest)
if(NOT EMSCRIPTEN)
    first_refusal_headers(cli11 CLI)
endif()
