// The engine's entry in a browser: the explainer without a canvas, for the accessible view, the embed's first picture
// and browsers without WebGL2. A page may hold several; each is one state.
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <nlohmann/json.hpp>

#include "web/exports.h"

using namespace fr;
using namespace fr::web;

EM_JS_DEPS(engine, "$UTF8ToString,$stringToNewUTF8");

// clang-format off
EM_JS(void, tell_page, (const char* json), { Module["onPublish"](UTF8ToString(json)); });
// clang-format on

namespace {

struct Engine {
    App app = make_app();
    Results results;
};

Engine& engine() {
    static Engine only;
    return only;
}

void act(Action action) {
    Engine& it = engine();
    const unsigned before = it.app.revision;
    update(it.app, action);
    if (it.app.revision == before) return;
    refresh(it.results, it.app);
    tell_page(text_of(describe(it.app, it.results)).c_str());
}

}  // namespace

Session& fr::web::session() {
    static Session only{engine().app, engine().results, act};
    return only;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void fr_start() { refresh(engine().results, engine().app); }

// Works on what sharpens with time (tipping points, bands) for about budget_ms; whether more is left.
EMSCRIPTEN_KEEPALIVE bool fr_advance(double budget_ms) {
    Background& background = engine().results.background;
    if (!background.is_finished()) advance(background, emscripten_get_now, budget_ms);
    return !background.is_finished();
}
}
