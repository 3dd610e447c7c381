// What a page may ask of the explainer, the same for the lab (a canvas) and the engine (none): plain C functions that
// take and give UTF-8. An entry file says where the state is and what follows a change.
#pragma once

#include <cstdlib>
#include <memory>
#include <nlohmann/json_fwd.hpp>

#include "core/files/json_values.h"
#include "ui/state/results.h"

namespace fr::web {

// Filled by the entry file.
struct Session {
    App& app;
    Results& results;            // fresh: refreshed after every action
    void (*act)(Action action);  // applies it, refreshes and tells the page
    bool asks = false;           // the story's bets can be placed here
};
Session& session();

// Text that the page has allocated for a call.
struct Free {
    void operator()(char* text) const { std::free(text); }
};
using Given = std::unique_ptr<char, Free>;

// The JSON's text, valid until the next call. What is not UTF-8 (text from outside may be cut) is replaced.
const char* answer(const Json& json);
std::string text_of(const Json& json);

}  // namespace fr::web
