/* In place of SDL's cursors and its software framebuffer for the browser: the page shows the cursor and WebGL draws, and
 * without these all of SDL's conversions between pixel formats stay out of the download. */
#include "SDL_internal.h"

#include "video/SDL_sysvideo.h"
#include "SDL_emscriptenframebuffer.h"
#include "SDL_emscriptenmouse.h"

void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window* window, Uint32* format, void** pixels, int* pitch) {
    (void)_this; (void)window; (void)format; (void)pixels; (void)pitch;
    return SDL_SetError("No software framebuffer here");
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window* window, const SDL_Rect* rects, int count) {
    (void)_this; (void)window; (void)rects; (void)count;
    return SDL_SetError("No software framebuffer here");
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window* window) { (void)_this; (void)window; }
