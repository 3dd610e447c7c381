# What of the C library the download can do without; see its files. Under other names it is part of every suite, which
# holds it against the C library's.
set(small_sources "${CMAKE_CURRENT_LIST_DIR}/small_strtod.c" "${CMAKE_CURRENT_LIST_DIR}/small_sscanf.c")
add_library(small_named OBJECT ${small_sources})
target_compile_definitions(small_named PRIVATE SMALL_STRTOD=small_strtod SMALL_SSCANF=small_sscanf)
if(EMSCRIPTEN)
    add_library(small_libc OBJECT ${small_sources})
    target_compile_options(small_libc PRIVATE -fno-builtin -fno-lto)
endif()
