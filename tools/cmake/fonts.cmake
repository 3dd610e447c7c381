# The three fonts, cut down at build time to the characters that we use (others fall back to the reader's own fonts): TTF
# embedded in the lab (about 8 kB each), WOFF2 in build/fonts for the page's own text, where only the headline's serif
# keeps its kerning. They come pinned from npm.
set(FIRST_REFUSAL_FONTS_DIR "${CMAKE_CURRENT_SOURCE_DIR}/web/node_modules/@expo-google-fonts" CACHE PATH
    "Folder of the npm packages newsreader and source-sans-3")
find_program(PYFTSUBSET pyftsubset REQUIRED)
if(NOT IS_DIRECTORY "${FIRST_REFUSAL_FONTS_DIR}/newsreader")
    message(FATAL_ERROR "The fonts are not in ${FIRST_REFUSAL_FONTS_DIR}: run `npm ci` in web/ first (./run does)")
endif()

set(fonts_generated "${CMAKE_CURRENT_BINARY_DIR}/generated")
set(fonts_page "${CMAKE_CURRENT_SOURCE_DIR}/build/fonts")
file(MAKE_DIRECTORY "${fonts_generated}" "${fonts_page}")
set(font_characters "${CMAKE_CURRENT_SOURCE_DIR}/tools/fonts/canvas.txt")
set(fonts_ttf "")
set(fonts_woff2 "")

function(first_refusal_font name page_features source)
    add_custom_command(
        OUTPUT "${fonts_generated}/${name}.ttf"
        COMMAND "${PYFTSUBSET}" "${source}" "--output-file=${fonts_generated}/${name}.ttf"
            "--unicodes-file=${font_characters}" --no-hinting --layout-features= --drop-tables+=GSUB,GPOS,GDEF,DSIG
            --name-IDs=0,13,14
        DEPENDS "${source}" "${font_characters}"
        COMMENT "Cutting ${name}.ttf" VERBATIM)
    add_custom_command(
        OUTPUT "${fonts_page}/${name}.woff2"
        COMMAND "${PYFTSUBSET}" "${source}" "--output-file=${fonts_page}/${name}.woff2" --flavor=woff2
            "--unicodes-file=${font_characters}" --no-hinting "--layout-features=${page_features}" --name-IDs=0,13,14
        DEPENDS "${source}" "${font_characters}"
        COMMENT "Cutting ${name}.woff2" VERBATIM)
    set(fonts_ttf ${fonts_ttf} "${fonts_generated}/${name}.ttf" PARENT_SCOPE)
    set(fonts_woff2 ${fonts_woff2} "${fonts_page}/${name}.woff2" PARENT_SCOPE)
endfunction()

first_refusal_font(serif_semibold kern "${FIRST_REFUSAL_FONTS_DIR}/newsreader/600SemiBold/Newsreader_600SemiBold.ttf")
first_refusal_font(sans_regular "" "${FIRST_REFUSAL_FONTS_DIR}/source-sans-3/400Regular/SourceSans3_400Regular.ttf")
first_refusal_font(sans_semibold "" "${FIRST_REFUSAL_FONTS_DIR}/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf")

set(FIRST_REFUSAL_FONTS_CPP "${fonts_generated}/fonts.cpp")
add_custom_command(
    OUTPUT "${FIRST_REFUSAL_FONTS_CPP}"
    COMMAND "${CMAKE_COMMAND}" "-DFONTS=${fonts_ttf}" "-DOUTPUT=${FIRST_REFUSAL_FONTS_CPP}"
        -P "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_fonts.cmake"
    DEPENDS ${fonts_ttf} "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_fonts.cmake"
    COMMENT "Embedding the fonts" VERBATIM)
add_custom_target(fonts ALL DEPENDS "${FIRST_REFUSAL_FONTS_CPP}" ${fonts_woff2})
