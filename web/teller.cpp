// The story in words, which the lab alone tells: its text comes with the page, which has the same words for readers
// already, and is no part of what an article's frame loads.
#include <emscripten/emscripten.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "core/files/problem.h"
#include "ui/state/described.h"
#include "web/exports.h"

using namespace fr;
using namespace fr::web;

namespace {

std::optional<Story>& story() {
    static std::optional<Story> only;
    return only;
}

}  // namespace

extern "C" {

// The story's text: {ok: true}, or {ok: false, error} with the first mistake in it.
EMSCRIPTEN_KEEPALIVE const char* fr_load_story(char* text) {
    const Given given{text};
    Parsed<Story> parsed = parse_story(text);
    if (!parsed) return answer({{"ok", false}, {"error", parsed.error().front().text()}});
    session().results.chapters.clear();
    story() = std::move(*parsed);
    return answer({{"ok", true}});
}

// How a chapter is told, by its number from 1; null where there is none, or no story yet.
EMSCRIPTEN_KEEPALIVE const char* fr_told(unsigned number) {
    if (!story() || number < 1 || number > story()->chapters.size()) return answer(nullptr);
    return answer(told_chapter(*story(), session().app, session().results, number - 1));
}
}
