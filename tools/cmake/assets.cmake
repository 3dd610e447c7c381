# Makes one source file in the build tree from assets/: core reads no files, so contracts, news and the ids and grades
# of the facts are part of the program. The list is explicit: a new contract is a new line here.
set(FIRST_REFUSAL_CONTRACTS january-2025 as-amended exclusive-2023 under-pressure clause-dropped)

set(FIRST_REFUSAL_ASSETS_CPP "${CMAKE_CURRENT_BINARY_DIR}/generated/assets.cpp")
set(asset_files assets/news.json assets/backtest.json assets/disputes.json assets/ledger.json assets/story.json assets/facts.json)
foreach(contract IN LISTS FIRST_REFUSAL_CONTRACTS)
    list(APPEND asset_files "assets/contracts/${contract}.json")
endforeach()
list(TRANSFORM asset_files PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
add_custom_command(
    OUTPUT "${FIRST_REFUSAL_ASSETS_CPP}"
    COMMAND "${CMAKE_COMMAND}" "-DASSETS=${CMAKE_CURRENT_SOURCE_DIR}/assets" "-DOUTPUT=${FIRST_REFUSAL_ASSETS_CPP}"
        "-DCONTRACTS=${FIRST_REFUSAL_CONTRACTS}" "-DVERSION=${PROJECT_VERSION}" -P "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_assets.cmake"
    DEPENDS ${asset_files} "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_assets.cmake"
    COMMENT "Embedding contracts, news and facts"
    VERBATIM)
