# The fonts, three as TTF, cut down at build time to the characters that we use (others fall back to the reader's own
# fonts). They come pinned from npm. On the page the same files set its text and the lab's, so that they travel once; only
# the headline's serif keeps its kerning, which the lab does not read (4.7 kB of its 14.3). A native program embeds them.
set(FIRST_REFUSAL_FONTS_DIR "${CMAKE_CURRENT_SOURCE_DIR}/web/node_modules/@expo-google-fonts" CACHE PATH
    "Folder of the npm packages newsreader and source-sans-3")
find_program(PYFTSUBSET pyftsubset REQUIRED)
if(NOT IS_DIRECTORY "${FIRST_REFUSAL_FONTS_DIR}/newsreader")
    message(FATAL_ERROR "The fonts are not in ${FIRST_REFUSAL_FONTS_DIR}: run `npm ci` in web/ first (./run does)")
endif()

set(fonts_folder "${CMAKE_CURRENT_BINARY_DIR}/fonts")
file(MAKE_DIRECTORY "${fonts_folder}")
set(font_characters "${CMAKE_CURRENT_SOURCE_DIR}/tools/fonts/canvas.txt")
set(fonts_ttf "") # in the order of fr::Face

function(first_refusal_font name features source)
    add_custom_command(
        OUTPUT "${fonts_folder}/${name}.ttf"
        COMMAND "${PYFTSUBSET}" "${source}" "--output-file=${fonts_folder}/${name}.ttf"
            "--unicodes-file=${font_characters}" --no-hinting "--layout-features=${features}"
            --drop-tables+=GSUB,GDEF,DSIG,STAT,gasp --name-IDs=0,13,14
        DEPENDS "${source}" "${font_characters}"
        COMMENT "Cutting ${name}.ttf" VERBATIM)
    set(fonts_ttf ${fonts_ttf} "${fonts_folder}/${name}.ttf" PARENT_SCOPE)
endfunction()

first_refusal_font(sans_regular "" "${FIRST_REFUSAL_FONTS_DIR}/source-sans-3/400Regular/SourceSans3_400Regular.ttf")
first_refusal_font(sans_semibold "" "${FIRST_REFUSAL_FONTS_DIR}/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf")
first_refusal_font(serif_semibold kern "${FIRST_REFUSAL_FONTS_DIR}/newsreader/600SemiBold/Newsreader_600SemiBold.ttf")

# For an article's frame, which has the lab only when it is asked for: two, as small as they can be.
function(first_refusal_frame_font name from)
    add_custom_command(
        OUTPUT "${fonts_folder}/${name}.woff2"
        COMMAND "${PYFTSUBSET}" "${fonts_folder}/${from}.ttf" "--output-file=${fonts_folder}/${name}.woff2"
            "--unicodes-file=${font_characters}" --flavor=woff2 "--layout-features=" "--name-IDs=0,13,14"
        DEPENDS "${fonts_folder}/${from}.ttf" "${font_characters}"
        COMMENT "Packing ${name}.woff2" VERBATIM)
    set(fonts_woff2 ${fonts_woff2} "${fonts_folder}/${name}.woff2" PARENT_SCOPE)
endfunction()
set(fonts_woff2 "")
if(EMSCRIPTEN)
    first_refusal_frame_font(frame_sans sans_regular)
    first_refusal_frame_font(frame_serif serif_semibold)
endif()
add_custom_target(fonts ALL DEPENDS ${fonts_ttf} ${fonts_woff2})

if(NOT EMSCRIPTEN)
    set(FIRST_REFUSAL_FONTS_CPP "${CMAKE_CURRENT_BINARY_DIR}/generated/fonts.cpp")
    add_custom_command(
        OUTPUT "${FIRST_REFUSAL_FONTS_CPP}"
        COMMAND "${CMAKE_COMMAND}" "-DFONTS=${fonts_ttf}" "-DOUTPUT=${FIRST_REFUSAL_FONTS_CPP}"
            -P "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_fonts.cmake"
        DEPENDS ${fonts_ttf} "${CMAKE_CURRENT_SOURCE_DIR}/tools/embed_fonts.cmake"
        COMMENT "Embedding the fonts" VERBATIM)
endif()
