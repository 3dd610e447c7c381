// The lab in a desktop window: SDL2 and OpenGL 3. It opens the same links and contract files as the page. Frames are
// drawn on demand: with nothing to do the program waits for the next event.
#include <SDL.h>
#include <SDL_opengl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>

#include "core/keep/export.h"
#include "ui/state/wishes.h"
#include "ui/window/desktop_files.h"
#include "ui/window/desktop_options.h"
#include "ui/window/loop.h"
#include "ui/window/overlay.h"
#include "ui/window/png.h"
#include "ui/window/window.h"

using namespace fr;

namespace {

constexpr float wheel_step = 80;  // CSS pixels of a notch

struct Cursor {
    const char* css;
    SDL_SystemCursor system;
};
constexpr std::array cursors{Cursor{"default", SDL_SYSTEM_CURSOR_ARROW}, Cursor{"pointer", SDL_SYSTEM_CURSOR_HAND},
                             Cursor{"ew-resize", SDL_SYSTEM_CURSOR_SIZEWE}, Cursor{"text", SDL_SYSTEM_CURSOR_IBEAM},
                             Cursor{"crosshair", SDL_SYSTEM_CURSOR_CROSSHAIR}};

struct Desk {
    Lab lab;
    Overlay overlay;
    DesktopOptions options;
    SDL_Window* window = nullptr;
    Display display;
    Loop loop;
    Tab tab = Tab::story;        // that was scrolled
    const char* kept = nullptr;  // what is to be written once the lab is at rest
    bool is_open = true;
};

Desk& desk() {
    static Desk only;  // the program is one window
    return only;
}

// --- What the lab may ask of the desktop.

// The headline is the window's title: lists of windows and screen readers tell it.
void tell_title(const std::string&) {
    SDL_SetWindowTitle(desk().window, ("First Refusal: " + desk().lab.results.reading.sentence).c_str());
}

void show_cursor(const char* css) {
    static std::array<SDL_Cursor*, cursors.size()> made{};
    const auto found =
        std::ranges::find_if(cursors, [&](const Cursor& one) { return std::string_view(one.css) == css; });
    const std::size_t index = found == cursors.end() ? 0 : static_cast<std::size_t>(found - cursors.begin());
    if (!made[index]) made[index] = SDL_CreateSystemCursor(cursors[index].system);
    SDL_SetCursor(made[index]);
}

double now_ms() {
    return static_cast<double>(SDL_GetPerformanceCounter()) * 1000 / static_cast<double>(SDL_GetPerformanceFrequency());
}

void type_value(const char* key, const char* value, float x, float y, float width, float height) {
    ask_value(desk().overlay, key, value, {x, y, x + width, y + height});
}

void show_panel(const Panel& panel);
void tell_how_to_open();
void keep_something(const char* kind);

const Host host{.publish = tell_title,
                .set_panel = show_panel,
                .set_cursor = show_cursor,
                .now_ms = now_ms,
                .edit_value = type_value,
                .open_contract = tell_how_to_open,
                .export_file = keep_something};

// --- The window's size, and how far its panel is scrolled.

void scroll_to(float top) {
    Lab& lab = desk().lab;
    lab.surface.scrolled = std::round(std::clamp(top, 0.0f, lab.panel.furthest()));
}

// Another tab begins at its top; what has become less is not scrolled past its end.
void show_panel(const Panel& panel) {
    Desk& it = desk();
    const bool is_same = std::exchange(it.tab, panel.tab) == panel.tab;
    scroll_to(is_same ? it.lab.surface.scrolled : 0);
    wake(it.loop);
}

void follow_size() {
    Desk& it = desk();
    int width = 0, height = 0;
    SDL_GetWindowSize(it.window, &width, &height);
    SDL_GL_GetDrawableSize(it.window, &it.display.pixel_width, &it.display.pixel_height);
    it.display.css_width = static_cast<float>(width) / it.options.scale;
    it.display.css_height = static_cast<float>(height) / it.options.scale;
    it.display.is_scaled = true;
    it.lab.surface.width = it.display.css_width;
    it.lab.surface.height = it.display.css_height - bar_above(it.display.css_width, it.display.css_height);
    scroll_to(it.lab.surface.scrolled);
    forget_painted();
}

Month this_month() {
    const std::time_t now = std::time(nullptr);
    const std::tm& date = *std::localtime(&now);
    return month_of(date.tm_year + 1900, date.tm_mon + 1);
}

// --- Links and files.

void say(std::vector<std::string> lines, Ink tone) {
    desk().overlay.notice = std::move(lines);
    desk().overlay.tone = tone;
}

void open_link(std::string link) {
    Desk& it = desk();
    if (const std::size_t hash = link.find('#'); hash != std::string::npos) link.erase(0, hash + 1);
    update(it.lab.app, OpenLink{link});
    say(it.lab.app.notices, Ink::alarm);
}

void open_contract(const std::string& id_or_path) {
    const bool is_path = id_or_path.find_first_of("./") != std::string::npos;
    const auto picked = pick_action(id_or_path);
    if (!picked && !is_path) return say({"No contract was opened.", picked.error()}, Ink::alarm);
    update(desk().lab.app, picked ? *picked : opened(id_or_path));
}

void tell_how_to_open() {
    say({"Drop a contract file on this window.", "Or begin with it: ./run native --contract FILE"}, Ink::ink);
}

void copy_link() { SDL_SetClipboardText(("#" + desk().lab.results.link).c_str()); }

// --- Events.

// Keys that the window takes for itself; all are the field's while a value is typed.
bool press(const SDL_Keysym& key) {
    Desk& it = desk();
    const bool control = (key.mod & KMOD_CTRL) != 0, shift = (key.mod & KMOD_SHIFT) != 0;
    const float page = it.lab.panel.place.height() * 0.9f, at = it.lab.surface.scrolled;
    if (control && key.sym == SDLK_q) return !(it.is_open = false);
    if (it.overlay.is_typing()) return false;
    switch (key.sym) {
        case SDLK_z:
            if (control) it.lab.queue.push_back(shift ? Action{Redo{}} : Action{Undo{}});
            return control;
        case SDLK_y:
            if (control) it.lab.queue.push_back(Redo{});
            return control;
        case SDLK_c:
            if (control) copy_link();
            return control;
        case SDLK_PAGEUP:
            scroll_to(at - page);
            return true;
        case SDLK_PAGEDOWN:
            scroll_to(at + page);
            return true;
        case SDLK_UP:
            scroll_to(at - wheel_step);
            return true;
        case SDLK_DOWN:
            scroll_to(at + wheel_step);
            return true;
        case SDLK_HOME:
            scroll_to(0);
            return true;
        case SDLK_END:
            scroll_to(it.lab.panel.content);
            return true;
        default:
            return false;
    }
}

// A pointer's place in the window to its place in the lab.
void place(Sint32& x, Sint32& y) {
    const Desk& it = desk();
    x = static_cast<Sint32>(std::floor(static_cast<float>(x) / it.options.scale));
    y = static_cast<Sint32>(std::floor(static_cast<float>(y) / it.options.scale));
}

std::string dropped(char* text) {
    const std::string copy = text;
    SDL_free(text);
    return copy;
}

void take(SDL_Event event) {
    Desk& it = desk();
    wake(it.loop);
    switch (event.type) {
        case SDL_QUIT:
            it.is_open = false;
            return;
        case SDL_MOUSEWHEEL:
            scroll_to(it.lab.surface.scrolled - event.wheel.preciseY * wheel_step);
            return;
        case SDL_DROPFILE:
            it.lab.queue.push_back(opened(dropped(event.drop.file)));
            return;
        case SDL_DROPTEXT:
            open_link(dropped(event.drop.file));
            return;
        case SDL_KEYDOWN:
            if (press(event.key.keysym)) return;
            break;
        case SDL_MOUSEMOTION:
            place(event.motion.x, event.motion.y);
            break;
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) follow_size();
            if (event.window.event == SDL_WINDOWEVENT_EXPOSED) forget_painted();
            // What is held is followed outside the window; otherwise nothing is under the mouse there.
            if (event.window.event == SDL_WINDOWEVENT_LEAVE && !is_held())
                ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
            break;
        default:
            break;
    }
    take_event(event);
}

// --- Frames.

void lay_over() {
    Desk& it = desk();
    draw_overlay(it.overlay, it.lab, it.display.css_height);
}

bool make() {
    Desk& it = desk();
    return make_frame(it.lab, host, it.display, lay_over);
}

void paint() {
    const auto [red, green, blue] = paper_of(desk().lab);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    paint_frame();
}

// Whether there is something new to show.
bool draw() {
    Lab& lab = desk().lab;
    bool is_new = make();
    const float from = lab.surface.scrolled;
    scroll_to(from + std::exchange(lab.view.hand.slid, 0));
    if (lab.surface.scrolled != from) is_new = make();  // before anybody sees it elsewhere
    tell(lab, host);
    if (is_new) paint();
    return is_new;
}

void draw_and_show() {
    if (draw())
        SDL_GL_SwapWindow(desk().window);  // which waits for the display
    else
        SDL_Delay(8);
}

void write_kept();

void one_turn() {
    Desk& it = desk();
    take_turn(it.loop, it.lab, host, draw_and_show);
    if (it.kept && it.loop.frames_to_draw == 0) write_kept();
}

// What the window shows, as the bytes of a PNG file. It is drawn again to be read: SDL_GL_SwapWindow leaves what was
// drawn undefined.
std::string picture() {
    make();
    paint();
    const Display& shown = desk().display;
    const std::size_t row = static_cast<std::size_t>(shown.pixel_width) * 3,
                      rows = static_cast<std::size_t>(shown.pixel_height);
    std::vector<unsigned char> upward(row * rows), rgb;
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, shown.pixel_width, shown.pixel_height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
    for (std::size_t y = rows; y-- > 0;)
        rgb.insert(rgb.end(), upward.begin() + static_cast<std::ptrdiff_t>(y * row),
                   upward.begin() + static_cast<std::ptrdiff_t>((y + 1) * row));
    return png(shown.pixel_width, shown.pixel_height, rgb);
}

// Into the folder that the program was told to keep things in, or to the clipboard. The list it was chosen from is
// gone before a picture is taken.
void keep_something(const char* kind) {
    Desk& it = desk();
    if (std::string_view(kind) == "link") {
        copy_link();
        return say({"The link is in the clipboard."}, Ink::ink);
    }
    if (std::string_view(kind) == "citation") {
        const std::string words = citation_text(it.lab.app.state.contract(), it.lab.results.reading);
        SDL_SetClipboardText((words + " #" + it.lab.results.link).c_str());
        return say({"The citation is in the clipboard."}, Ink::ink);
    }
    it.kept = kind;
}

void write_kept() {
    Desk& it = desk();
    const std::string_view kind = std::exchange(it.kept, nullptr);
    const auto kept =
        kind == "png" ? KeptText{".png", picture()}
                      : kept_text(it.lab.app, it.lab.results, kind, it.lab.surface.today, it.lab.surface.shade.dark);
    const KeptFile file = kept.and_then(
        [&](const KeptText& text) { return keep(it.lab.app, it.options.folder, text.ending, text.text); });
    if (file)
        say({"Saved.", *file}, Ink::ink);
    else
        say({"That could not be saved.", file.error()}, Ink::alarm);
    wake(it.loop);
}

bool write_screenshot() {
    Desk& it = desk();
    while (is_busy(it.loop, it.lab)) one_turn();
    draw();
    const std::string bytes = picture();
    std::FILE* file = std::fopen(it.options.screenshot.c_str(), "wb");
    const bool is_written = file && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    if (file && std::fclose(file) == 0 && is_written) return true;
    return fail("cannot write " + it.options.screenshot);
}

void run() {
    Desk& it = desk();
    SDL_Event event;
    while (it.is_open) {
        if (!is_busy(it.loop, it.lab) && SDL_WaitEvent(&event)) take(event);
        while (SDL_PollEvent(&event)) take(event);
        one_turn();
    }
}

// --- From the command line to a window.

bool open_window(const DesktopOptions& options) {
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return fail(std::string("there is no desktop to open a window on: ") + SDL_GetError());
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    constexpr Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    Desk& it = desk();
    it.window = SDL_CreateWindow("First Refusal", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, options.width,
                                 options.height, flags);
    if (!it.window || !SDL_GL_CreateContext(it.window))
        return fail(std::string("this desktop has no OpenGL 3.2 to draw with: ") + SDL_GetError());
    SDL_SetWindowMinimumSize(it.window, 360, 640);
    SDL_GL_SetSwapInterval(1);
    attach(it.window, "#version 150", embedded_fonts());
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    Desk& it = desk();
    if (!read_options(count, arguments, it.options)) return 2;
    if (!open_window(it.options)) return 1;
    it.lab.surface.shade.dark = it.options.dark;
    it.lab.surface.today = this_month();
    if (!it.options.contract.empty()) open_contract(it.options.contract);
    if (!it.options.link.empty()) open_link(it.options.link);
    follow_size();
    wake(it.loop);
    bool is_good = true;
    if (it.options.screenshot.empty())
        run();
    else
        is_good = write_screenshot();
    detach();
    SDL_Quit();
    return is_good ? 0 : 1;
}
