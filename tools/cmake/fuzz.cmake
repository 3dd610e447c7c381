# Fuzz targets: one for every reader of text from outside. Needs clang; the preset `native-sanitize` sets all
# that is needed.
foreach(reader contract link receipt)
    add_executable(fuzz_${reader} "tests/fuzz/${reader}.cpp")
    target_link_libraries(fuzz_${reader} PRIVATE pact_core)
    target_link_options(fuzz_${reader} PRIVATE -fsanitize=fuzzer)
endforeach()
# What the readers compare steers what is tried next.
file(GLOB readers CONFIGURE_DEPENDS core/files/*.cpp core/keep/*.cpp)
set_source_files_properties(${readers} PROPERTIES COMPILE_OPTIONS -fsanitize=fuzzer-no-link)
