// The engine's entry in a browser: the explainer without a canvas, for the accessible view, the embed's first picture
// and browsers without WebGL2. A page may hold several; each is one state.
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <nlohmann/json.hpp>

#include "ui/state/described.h"
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

// Tipping points and bands are the lab's: here nothing is left to work out, and nothing says that it is.
void renew(Engine& it) {
    refresh(it.results, it.app);
    it.results.background = {};
}

void act(Action action) {
    Engine& it = engine();
    const unsigned before = it.app.revision;
    update(it.app, action);
    if (it.app.revision == before) return;
    renew(it);
    tell_page(text_of(describe(it.app, it.results)).c_str());
}

}  // namespace

Session& fr::web::session() {
    static Session only{engine().app, engine().results, act};
    return only;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void fr_start() { renew(engine()); }
}
