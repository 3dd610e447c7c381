// The lab's entry in a browser: a canvas beside the functions that it shares with the engine. Frames are drawn on
// demand: with nothing to do the animation loop is stopped, not idling.
#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/em_js.h>
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/files/json_values.h"
#include "ui/state/described.h"
#include "ui/state/tables.h"
#include "ui/window/loop.h"
#include "ui/window/window.h"
#include "web/exports.h"

using namespace fr;
using namespace fr::web;

EM_JS_DEPS(lab, "$specialHTMLTargets,$UTF8ToString,$stringToNewUTF8");

// clang-format off
// SDL and Emscripten know the canvas by this name; the page may call it what it likes, and have several.
EM_JS(void, name_canvas, (), { specialHTMLTargets["#canvas"] = Module["canvas"]; });
EM_JS(void, tell_page, (const char* json), { Module["onPublish"](UTF8ToString(json)); });
EM_JS(void, tell_panel, (float left, float top, float width, float height, float content, int tab,
                       float menu_left, float menu_top, float menu_right, float menu_bottom),
      { Module["onPanel"](left, top, width, height, content, tab, menu_left, menu_top, menu_right, menu_bottom); });
EM_JS(float, scroll_page, (float css_px), { return Module["onSlide"](css_px); });
EM_JS(void, tell_cursor, (const char* css), { Module["onCursor"](UTF8ToString(css)); });
EM_JS(void, ask_value, (const char* key, const char* value, float x, float y, float width, float height),
      { Module["onEditValue"](UTF8ToString(key), UTF8ToString(value), x, y, width, height); });
EM_JS(void, ask_contract, (), { Module["onOpenContract"](); });
EM_JS(void, ask_export, (const char* kind), { Module["onExport"](UTF8ToString(kind)); });
// clang-format on

namespace {

constexpr const char* canvas = "#canvas";

struct Page {
    Lab lab;
    SDL_Window* window = nullptr;  // null: no WebGL2, the lab computes and draws nothing
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE graphics = 0;
    Display display;
    Loop loop;
    int frames_painted = 0;
    std::array<std::vector<unsigned char>, 3> fonts;  // as fetched by the page, in the order of Face
    bool is_running = false, is_visible = true, is_lost = false;

    bool can_draw() const { return window && is_visible && !is_lost && display.pixel_width > 0; }
};

Page& page() {
    static Page only;  // a module is one lab; a page may hold several modules
    return only;
}

void show_panel(const Panel& panel) {
    const Place &place = panel.place, &menu = panel.menu;
    tell_panel(place.left, place.top, place.width(), place.height(), panel.content, static_cast<int>(panel.tab),
               menu.left, menu.top, menu.right, menu.bottom);
}

const Host& host() {
    static const Host only{.publish = [](const std::string& json) { tell_page(json.c_str()); },
                           .set_panel = show_panel,
                           .set_cursor = tell_cursor,
                           .now_ms = emscripten_performance_now,
                           .edit_value = ask_value,
                           .open_contract = ask_contract,
                           .export_file = ask_export};
    return only;
}

bool make() { return make_frame(page().lab, host(), page().display); }

void paint() {
    Page& it = page();
    const auto [red, green, blue] = paper_of(it.lab);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    paint_frame();
    ++it.frames_painted;
}

void draw() {
    Page& it = page();
    pump_events();
    bool is_new = make();
    tell(it.lab, host());
    if (const float slid = std::exchange(it.lab.view.hand.slid, 0); slid != 0) {
        it.lab.surface.scrolled += scroll_page(slid);
        is_new = make();  // before anybody sees it elsewhere
        tell(it.lab, host());
    }
    if (is_new) paint();
}

bool draw_in_frame(double, void*) {
    Page& it = page();
    it.is_running = it.can_draw();
    if (!it.is_running) return false;
    take_turn(it.loop, it.lab, host(), draw);
    it.is_running = is_busy(it.loop, it.lab);
    return it.is_running;
}

void wake() {
    Page& it = page();
    wake(it.loop);
    if (it.is_running || !it.can_draw()) return;
    it.is_running = true;
    emscripten_request_animation_frame_loop(draw_in_frame, nullptr);
}

// What was done and what follows from it, told to the page at once: the page may not be showing the lab.
void settle() {
    Lab& lab = page().lab;
    const Actions queue = std::exchange(lab.queue, {});
    for (const Action& action : queue) update(lab.app, action);
    refresh(lab.results, lab.app);
    if (!is_news(lab)) return;
    tell_page(described(lab.app, lab.results).c_str());
}

void act(Action action) {
    page().lab.queue.push_back(std::move(action));
    settle();
    wake();
}

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE open_graphics() {
    EmscriptenWebGLContextAttributes wish;
    emscripten_webgl_init_context_attributes(&wish);
    wish.alpha = wish.depth = wish.stencil = wish.antialias = false;  // the figure smooths its own edges
    wish.majorVersion = 2;
    wish.enableExtensionsByDefault = false;
    const auto graphics = emscripten_webgl_create_context(canvas, &wish);
    if (graphics <= 0 || emscripten_webgl_make_context_current(graphics) != EMSCRIPTEN_RESULT_SUCCESS) return 0;
    return graphics;
}

SDL_Window* open_window() {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return nullptr;
    return SDL_CreateWindow(nullptr, 0, 0, 1, 1, 0);  // no title: the document keeps its own
}

void set_display(const Display& display, float seen_height) {
    Page& it = page();
    const bool resized =
        display.pixel_width != it.display.pixel_width || display.pixel_height != it.display.pixel_height;
    it.display = display;
    it.lab.surface.width = display.css_width;
    it.lab.surface.height = seen_height;
    if (!resized) return;
    emscripten_set_canvas_element_size(canvas, display.pixel_width, display.pixel_height);
    forget_painted();  // a resized canvas is blank
}

}  // namespace

Session& fr::web::session() {
    static Session only{page().lab.app, page().lab.results, act, true};
    return only;
}

extern "C" {

// Room for the bytes of a font, which the page fills before the start; `face` in the order of Face.
EMSCRIPTEN_KEEPALIVE unsigned char* fr_font(unsigned face, int size) {
    auto& font = page().fonts[face];
    font.resize(static_cast<std::size_t>(size));
    return font.data();
}

// Whether there is WebGL2 to draw with. Without it everything works but the picture.
EMSCRIPTEN_KEEPALIVE bool fr_start() {
    name_canvas();
    Page& it = page();
    it.graphics = open_graphics();
    if (it.graphics) it.window = open_window();
    if (it.window) attach(it.window, "#version 300 es", {it.fonts[0], it.fonts[1], it.fonts[2]});
    settle();
    return it.window != nullptr;
}

EMSCRIPTEN_KEEPALIVE void fr_close() {
    Page& it = page();
    if (!it.window) return;
    detach();
    SDL_DestroyWindow(std::exchange(it.window, nullptr));
    SDL_Quit();
    emscripten_webgl_destroy_context(std::exchange(it.graphics, 0));
}

// All that the lab tells in tables: [{title, note, heads, rows}], texts all of them. Needs no start.
EMSCRIPTEN_KEEPALIVE const char* fr_tables() {
    const Lab& lab = page().lab;
    Json list = Json::array();
    for (const Table& table : tables(lab.app, lab.results, finished(lab.results, lab.app.state)))
        list.push_back({{"title", table.title}, {"note", table.note}, {"heads", table.heads}, {"rows", table.rows}});
    return answer(list);
}

// How much higher than what is seen the canvas is, for the bar that leaves the view.
EMSCRIPTEN_KEEPALIVE float fr_bar_above(float css_width, float seen_height) {
    return bar_above(css_width, seen_height);
}

// Escape, wherever the page has its focus: what a pointer has opened on the canvas closes. Reaches nobody before the
// start.
EMSCRIPTEN_KEEPALIVE void fr_escape() {
    if (!page().window) return;
    push_escape();
    wake();
}

// The stage shows the last step again, for as long as a key of the page is held.
EMSCRIPTEN_KEEPALIVE void fr_replay(bool is_wanted) {
    page().lab.replays = is_wanted;
    wake();
}

// How far the page has scrolled the panel, in CSS pixels.
EMSCRIPTEN_KEEPALIVE void fr_scroll(float css_px) {
    page().lab.surface.scrolled = css_px;
    wake();
}

// The canvas has a new size, theme or density: drawn at once, since a resized canvas is blank. `has_story`: the page
// tells title and story itself.
EMSCRIPTEN_KEEPALIVE void fr_surface(float css_width, float css_height, float seen_height, int pixel_width,
                                     int pixel_height, bool dark, bool more_contrast, bool reduced_motion,
                                     bool has_story, int today_index) {
    Page& it = page();
    it.lab.surface.shade = {.dark = dark, .more_contrast = more_contrast};
    it.lab.surface.reduced_motion = reduced_motion;
    it.lab.surface.in_page = has_story;
    it.lab.surface.today = Month{today_index};
    set_display({css_width, css_height, pixel_width, pixel_height}, seen_height);
    if (it.can_draw()) draw();
    wake();
}

// Whether the point belongs to a control that drags.
EMSCRIPTEN_KEEPALIVE bool fr_pointer(int event, float x, float y, bool is_touch) {
    Page& it = page();
    if (!it.window) return false;
    it.lab.surface.touch = is_touch;
    push_pointer(it.window, static_cast<PointerEvent>(event), x, y, is_touch);
    wake();
    return is_draggable_at(it.lab, x, y);
}

EMSCRIPTEN_KEEPALIVE void fr_visible(bool is_visible) {
    page().is_visible = is_visible;
    forget_painted();  // some systems give up what is out of sight
    wake();
}

EMSCRIPTEN_KEEPALIVE void fr_wake() { wake(); }
EMSCRIPTEN_KEEPALIVE int fr_frames() { return page().frames_painted; }

// Textures and shaders are given up while the context is lost: later, the browser would warn of each.
EMSCRIPTEN_KEEPALIVE void fr_context_lost() {
    page().is_lost = true;
    if (page().window) forget_graphics();
}
EMSCRIPTEN_KEEPALIVE void fr_context_restored() {
    Page& it = page();
    if (!it.window) return;
    it.is_lost = false;
    it.lab.published = 0;  // the page has said that the figure is gone: it hears that it is back
    settle();
    wake();
}
}
