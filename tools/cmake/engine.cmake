# The engine for the web: engine.mjs and engine.wasm, the explainer without a canvas. What lab and engine share are the
# functions of web/exports.cpp.
add_executable(engine
    web/engine.cpp
    web/exports.cpp)
target_link_libraries(engine PRIVATE app_state small_libc)
first_refusal_folders_as_one(engine)
set_target_properties(engine PROPERTIES SUFFIX .mjs)
target_link_options(engine PRIVATE
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sEXPORT_NAME=createEngine --no-entry
    -sFILESYSTEM=0 -sMALLOC=emmalloc -sSUPPORT_LONGJMP=0 -sASSERTIONS=0 -sDYNAMIC_EXECUTION=0
    -sALLOW_MEMORY_GROWTH -sINITIAL_HEAP=4mb -sSTACK_SIZE=1mb
    -sINCOMING_MODULE_JS_API=locateFile,onAbort,wasmBinary
    -sEXPORTED_RUNTIME_METHODS=stringToNewUTF8,UTF8ToString)
first_refusal_small_module(engine)
