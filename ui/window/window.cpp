// Dear ImGui on SDL2 and OpenGL: events in, frames out.
#include "ui/window/window.h"

#include <SDL.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "core/picture/ink.h"

namespace fr {

namespace {

constexpr double slice_ms = 8;  // of background work between two frames

}  // namespace

void attach(SDL_Window* window, const char* glsl_version, const Fonts& fonts) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;  // the host shows the cursor
    set_up_look(fonts);
    ImGui_ImplSDL2_InitForOpenGL(window, nullptr);
    ImGui_ImplOpenGL3_Init(glsl_version);
}

void detach() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
}

namespace {

struct Pointer {
    Uint32 window, mouse;
    int x, y;
};

void push_move(const Pointer& pointer) {
    SDL_Event event{};
    event.motion.type = SDL_MOUSEMOTION;
    event.motion.windowID = pointer.window;
    event.motion.which = pointer.mouse;
    event.motion.x = pointer.x;
    event.motion.y = pointer.y;
    SDL_PushEvent(&event);
}

void push_button(const Pointer& pointer, bool is_down) {
    SDL_Event event{};
    event.button.type = is_down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
    event.button.windowID = pointer.window;
    event.button.which = pointer.mouse;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.state = is_down ? SDL_PRESSED : SDL_RELEASED;
    event.button.x = pointer.x;
    event.button.y = pointer.y;
    SDL_PushEvent(&event);
}

void push_leave(const Pointer& pointer) {
    SDL_Event event{};
    event.window.type = SDL_WINDOWEVENT;
    event.window.windowID = pointer.window;
    event.window.event = SDL_WINDOWEVENT_LEAVE;
    SDL_PushEvent(&event);
}

}  // namespace

void push_pointer(SDL_Window* window, PointerEvent event, float x, float y, bool is_touch) {
    const Pointer pointer{SDL_GetWindowID(window), is_touch ? SDL_TOUCH_MOUSEID : 0, static_cast<int>(std::floor(x)),
                          static_cast<int>(std::floor(y))};
    const bool is_button = event == PointerEvent::down || event == PointerEvent::up;
    if (event == PointerEvent::cancel) {
        ImGui::ClearActiveID();  // before the release, which would press the button under it
        push_button(pointer, false);
    }
    if (event == PointerEvent::move || is_button) push_move(pointer);
    if (is_button) push_button(pointer, event == PointerEvent::down);
    // A finger that is lifted hovers over nothing.
    if (event == PointerEvent::leave || event == PointerEvent::cancel || (event == PointerEvent::up && is_touch))
        push_leave(pointer);
}

void push_escape() {
    for (const bool is_down : {true, false}) ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, is_down);
}

void take_event(const SDL_Event& event) { ImGui_ImplSDL2_ProcessEvent(&event); }

void pump_events() {
    SDL_Event event;
    while (SDL_PollEvent(&event)) take_event(event);
}

namespace {

// Device pixels in a CSS pixel, so that the backend's truncated product is exactly the number of pixels.
float scale_of(float css, int pixels) {
    const float scale = static_cast<float>(pixels) / css;
    return static_cast<int>(css * scale) == pixels ? scale : std::nextafter(scale, scale + 1);
}

// Seconds since the last call.
float time_step() {
    static Uint64 last = 0;
    const Uint64 now = SDL_GetPerformanceCounter();
    const double seconds =
        static_cast<double>(now - std::exchange(last, now)) / static_cast<double>(SDL_GetPerformanceFrequency());
    return static_cast<float>(std::clamp(seconds, 1e-4, 1 / 30.0));
}

// The backend's own beginning of a frame asks the system where the mouse is.
void begin_frame(const Display& display) {
    ImGui_ImplOpenGL3_NewFrame();
    if (!display.is_scaled) ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {display.css_width, display.css_height};
    io.DisplayFramebufferScale = {scale_of(display.css_width, display.pixel_width),
                                  scale_of(display.css_height, display.pixel_height)};
    io.DeltaTime = display.is_scaled ? time_step() : std::min(io.DeltaTime, 1 / 30.0f);  // after a sleep nothing jumps
    ImGui::NewFrame();
}

void one_pass(Lab& lab, const Host& host, const Display& display, void (*overlay)()) {
    begin_frame(display);
    frame(lab, host);
    if (overlay) overlay();
    ImGui::Render();
}

// --- Most frames after the first that follows an input are the same again: they are made, and not painted.

constexpr std::uint64_t nothing = 0;
std::uint64_t made = nothing, painted = nothing;  // digests of the frame made and painted last

std::uint64_t folded(std::uint64_t digest, std::uint64_t word) {
    return (std::rotl(digest, 29) ^ word) * 0x9e3779b97f4a7c15u;
}

template <class Row>
std::uint64_t folded(std::uint64_t digest, const Row* rows, int count) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(rows);
    std::size_t left = sizeof(Row) * static_cast<std::size_t>(count);
    while (left > 0) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(left, sizeof word);
        std::memcpy(&word, bytes, size);
        digest = folded(digest, word);
        bytes += size;
        left -= size;
    }
    return digest;
}

// Of all that the picture is made of; none where a texture has changed, which only painting brings to the display.
std::optional<std::uint64_t> digest_of(const ImDrawData& data, const std::array<float, 3>& paper) {
    for (const ImTextureData* texture : *data.Textures)
        if (texture->Status != ImTextureStatus_OK) return std::nullopt;
    std::uint64_t digest = folded(1, paper.data(), 3);
    digest = folded(digest, &data.DisplaySize, 1);
    digest = folded(digest, &data.FramebufferScale, 1);
    for (const ImDrawList* list : data.CmdLists) {
        digest = folded(digest, list->VtxBuffer.Data, list->VtxBuffer.Size);
        digest = folded(digest, list->IdxBuffer.Data, list->IdxBuffer.Size);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            digest = folded(digest, &command.ClipRect, 1);
            digest = folded(digest, command.GetTexID());
            digest = folded(digest, command.VtxOffset);
            digest = folded(digest, command.IdxOffset);
            digest = folded(digest, command.ElemCount);
        }
    }
    return digest;
}

}  // namespace

std::array<float, 3> paper_of(const Lab& lab) {
    const std::uint32_t paper = rgb(Ink::paper, lab.surface.shade);
    const auto part = [&](int shift) { return static_cast<float>(paper >> shift & 255) / 255; };
    return {part(16), part(8), part(0)};
}

// What the reader does in a pass shows in the next: a second pass before anything is drawn makes that the same frame. A
// hand that moves what it holds needs none.
bool make_frame(Lab& lab, const Host& host, const Display& display, void (*overlay)()) {
    one_pass(lab, host, display, overlay);
    if (!lab.queue.empty()) one_pass(lab, host, display, overlay);
    const auto digest = digest_of(*ImGui::GetDrawData(), paper_of(lab));
    made = digest.value_or(nothing);
    return !digest || made != painted;
}

void paint_frame() {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    painted = made;
}

void forget_painted() { painted = nothing; }

bool is_held() { return ImGui::IsAnyMouseDown(); }

bool has_work(const Lab& lab) { return !lab.results.background.is_finished(); }

void work(Lab& lab, const Host& host) {
    if (host.now_ms && has_work(lab)) advance(lab.results.background, host.now_ms, slice_ms);
}

bool wants_frame(const Lab& lab) {
    return is_unfinished(lab) || is_held() || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

void forget_graphics() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    forget_painted();
}

}  // namespace fr
