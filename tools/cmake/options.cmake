# How our own code is compiled: the `pact_options` target carries the language, the flags and the warnings, so that
# third-party code compiled by other recipes is not held to them.
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)

# Errors from outside are values (std::expected), so nothing throws; a target whose library does says WITH_EXCEPTIONS.
set(FIRST_REFUSAL_FLAGS "$<$<NOT:$<BOOL:$<TARGET_PROPERTY:WITH_EXCEPTIONS>>>:-fno-exceptions;-fno-rtti>")
if(EMSCRIPTEN)
    # Copying memory and cutting doubles to whole numbers as single instructions, which all that have WebGL2 know: smaller
    # and much faster than the calls and checks that stand for them otherwise.
    set(FIRST_REFUSAL_WASM "-DNDEBUG -Oz -flto -mbulk-memory -mnontrapping-fptoint")
    set(CMAKE_CXX_FLAGS_RELEASE "${FIRST_REFUSAL_WASM}")
    set(CMAKE_C_FLAGS_RELEASE "${FIRST_REFUSAL_WASM}")
endif()

add_library(pact_options INTERFACE)
target_compile_features(pact_options INTERFACE cxx_std_23)
target_include_directories(pact_options INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
# FMA contraction would make a native run differ from the browser's in the last bit.
target_compile_options(pact_options INTERFACE -ffp-contract=off ${FIRST_REFUSAL_FLAGS}
    -Wall -Wextra $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow> -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast -Werror)
target_compile_definitions(pact_options INTERFACE JSON_NOEXCEPTION)

if(FIRST_REFUSAL_SANITIZE)
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -gline-tables-only")  # half the time of -O2 to compile; with assertions
    # The fuzz targets are of the same objects, so all of them say where a run has been; what it compares, only the readers
    # of text from outside (fuzz.cmake).
    # vptr asks for the type's name, which objects compiled without RTTI do not carry: false alarms where both meet.
    target_compile_options(pact_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
        -fsanitize-coverage=inline-8bit-counters,pc-table -fno-omit-frame-pointer)
    target_link_options(pact_options INTERFACE -fsanitize=address,undefined)
endif()

# The files of a folder are compiled as one, but those with options or definitions of their own: what they all read, and
# the templates that they all make, are made once. Names of a file's own are its folder's, then.
function(first_refusal_folders_as_one target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    foreach(source ${sources})
        get_filename_component(folder ${source} DIRECTORY)
        get_filename_component(folder ${folder} NAME)
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder})
    endforeach()
endfunction()
