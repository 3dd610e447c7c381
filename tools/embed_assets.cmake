# Writes the C++ source that holds assets/: each contract, the news and the ledger as text without indentation, the ids
# and grades of the facts as a sorted table, and when the ledger's deals with others are to run. Run with -DASSETS=… -DCONTRACTS=… -DVERSION=… -DOUTPUT=… -P.
cmake_minimum_required(VERSION 3.25)

function(minified path out)
    file(READ "${path}" text)
    # A line break in JSON is never inside a string, so a break and the indentation after it can go.
    string(REGEX REPLACE "\r?\n *" "" text "${text}")
    # Nor is a space behind a quotation mark that ends a string and what follows it, unless a string begins so.
    if(text MATCHES "[[{,:] *\"[,:] ")
        message(FATAL_ERROR "${path}: a text in it begins with “: ” or “, ”, which would lose its space")
    endif()
    string(REGEX REPLACE "([^\\])\"([,:]) +" "\\1\"\\2" text "${text}")
    if(text MATCHES "\\)json\"")
        message(FATAL_ERROR "${path}: holds the characters )json\", which would end the C++ literal it becomes")
    endif()
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

set(contract_lines "")
foreach(contract IN LISTS CONTRACTS)
    minified("${ASSETS}/contracts/${contract}.json" text)
    string(APPEND contract_lines "    R\"json(${text})json\",\n")
endforeach()
minified("${ASSETS}/news.json" news)
minified("${ASSETS}/backtest.json" backtest)
minified("${ASSETS}/disputes.json" disputes)
minified("${ASSETS}/ledger.json" ledger)

# A month as C++ has it: "2025-08" is month_of(2025, 8).
function(month_call json out)
    string(JSON text GET "${json}" ${ARGN})
    string(REGEX REPLACE "^([0-9]+)-0?([0-9]+)$" "month_of(\\1, \\2)" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

file(READ "${ASSETS}/ledger.json" ledger_json)
string(JSON deal_count ERROR_VARIABLE mistake LENGTH "${ledger_json}" deals)
if(mistake)
    message(FATAL_ERROR "${ASSETS}/ledger.json: ${mistake}")
endif()
set(ramp_lines "")
math(EXPR last_deal "${deal_count} - 1")
foreach(index RANGE ${last_deal})
    string(JSON deal GET "${ledger_json}" deals ${index})
    string(JSON by_azure ERROR_VARIABLE ignored GET "${deal}" by_azure)
    string(JSON ramp_count ERROR_VARIABLE none LENGTH "${deal}" ramps)
    if(none OR by_azure)
        continue()
    endif()
    math(EXPR last_ramp "${ramp_count} - 1")
    foreach(which RANGE ${last_ramp})
        string(JSON ramp GET "${deal}" ramps ${which})
        month_call("${ramp}" from from)
        month_call("${ramp}" until until)
        string(JSON gw GET "${ramp}" gw)
        string(APPEND ramp_lines "    {${from}, ${until}, ${gw}},\n")
    endforeach()
endforeach()
minified("${ASSETS}/story.json" story)

# The story without its words: what a state knows of it. Of what may be left out some chapters have none.
set(outline "${story}")
function(without json out)
    string(JSON rest ERROR_VARIABLE none REMOVE "${json}" ${ARGN})
    if(NOT none)
        set(${out} "${rest}" PARENT_SCOPE)
    endif()
endfunction()
string(JSON chapter_count LENGTH "${outline}" chapters)
math(EXPR last_chapter "${chapter_count} - 1")
foreach(chapter RANGE ${last_chapter})
    foreach(key title says reveal act lever alternative facts)
        without("${outline}" outline chapters ${chapter} ${key})
    endforeach()
    foreach(bet RANGE 4) # more than any chapter has: the reader allows five
        foreach(key asks step close unit times answer)
            without("${outline}" outline chapters ${chapter} bets ${bet} ${key})
        endforeach()
        foreach(key value fact)
            without("${outline}" outline chapters ${chapter} bets ${bet} known ${key})
        endforeach()
        foreach(option RANGE 5)
            foreach(key says at_most)
                without("${outline}" outline chapters ${chapter} bets ${bet} options ${option} ${key})
            endforeach()
        endforeach()
    endforeach()
endforeach()
string(REGEX REPLACE "\n[ \t]*" "" outline "${outline}")
string(REPLACE " : " ":" outline "${outline}")

file(READ "${ASSETS}/facts.json" facts)
string(JSON fact_count ERROR_VARIABLE mistake LENGTH "${facts}" facts)
if(mistake)
    message(FATAL_ERROR "${ASSETS}/facts.json: ${mistake}")
endif()
string(JSON list GET "${facts}" facts)
set(fact_lines "")
math(EXPR last "${fact_count} - 1")
foreach(index RANGE ${last})
    string(JSON fact GET "${list}" ${index})
    string(JSON id GET "${fact}" id)
    string(JSON grade GET "${fact}" grade)
    string(REPLACE "-" "_" grade "${grade}")
    list(APPEND fact_lines "    {\"${id}\", Grade::${grade}},\n")
endforeach()
list(SORT fact_lines COMPARE STRING)
list(JOIN fact_lines "" fact_lines)

file(WRITE "${OUTPUT}.new" "// Generated from assets/ by tools/embed_assets.cmake.
#include \"core/files/assets.h\"
#include \"core/files/ledger.h\"

namespace fr {
namespace {
constexpr Ramp ramp_table[] = {
${ramp_lines}};
}  // namespace
const std::span<const Ramp> announced_ramps{ramp_table};
}  // namespace fr

namespace fr::assets {
namespace {
constexpr std::string_view contract_table[] = {
${contract_lines}};
constexpr FactGrade fact_table[] = {
${fact_lines}};
}  // namespace

const std::span<const std::string_view> contract_texts{contract_table};
const std::string_view news_text{R\"json(${news})json\"};
const std::string_view backtest_text{R\"json(${backtest})json\"};
const std::string_view disputes_text{R\"json(${disputes})json\"};
const std::string_view ledger_text{R\"json(${ledger})json\"};
extern const std::string_view story_text;  // declared in core/story/story.h
const std::string_view story_text{R\"json(${story})json\"};
extern const std::string_view outline_text;  // declared in core/story/outline.h
const std::string_view outline_text{R\"json(${outline})json\"};
const std::span<const FactGrade> facts{fact_table};
const std::string_view version{\"${VERSION}\"};
}  // namespace fr::assets
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
