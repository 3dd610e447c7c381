# What of the C library the download can do without; see small_strtod.c. Under another name it is part of every suite,
# which holds it against the C library's.
add_library(small_strtod OBJECT "${CMAKE_CURRENT_LIST_DIR}/small_strtod.c")
target_compile_definitions(small_strtod PRIVATE SMALL_STRTOD=small_strtod)
if(EMSCRIPTEN)
    add_library(small_libc OBJECT "${CMAKE_CURRENT_LIST_DIR}/small_strtod.c")
    target_compile_options(small_libc PRIVATE -fno-builtin -fno-lto)
endif()
