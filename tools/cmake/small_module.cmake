# What travels is made small once it is linked. Binaryen takes a module's control flow apart and builds it anew, shorter, which
# its own -Oz leaves out. Closure shortens the glue; its native binary comes pinned from npm.
file(GLOB closure "${CMAKE_CURRENT_SOURCE_DIR}/web/node_modules/google-closure-compiler-linux*/compiler")

function(first_refusal_small_module module)
    target_link_options(${module} PRIVATE -Oz -flto "-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz")
    if(NOT closure)
        message(WARNING "web/node_modules has no Closure compiler: the glue of ${module} will be about twice as large")
        return()
    endif()
    target_link_options(${module} PRIVATE --closure=1)
    set_target_properties(${module} PROPERTIES RULE_LAUNCH_LINK
        "${CMAKE_COMMAND} -E env \"EM_CLOSURE_COMPILER=${closure}\"")
endfunction()
