# Fuzz targets: one for every reader of text from outside. Needs clang; the preset `fuzz` sets all that is needed, and
# keeps assertions on.
foreach(reader contract link receipt)
    add_executable(fuzz_${reader} "tests/fuzz/${reader}.cpp")
    target_link_libraries(fuzz_${reader} PRIVATE pact_core)
    target_link_options(fuzz_${reader} PRIVATE -fsanitize=fuzzer)
endforeach()
