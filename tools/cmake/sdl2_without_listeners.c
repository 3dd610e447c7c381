/* In place of SDL's own listeners on canvas, window and document. Those would block the wheel and touches that scroll
 * the article, swallow its keys (Tab too) and hold a beforeunload that keeps the page out of the back-forward cache;
 * the page's pointer events are put into SDL's queue by us. */
#include "SDL_internal.h"

#include "SDL_emscriptenvideo.h"
#include "SDL_emscriptenevents.h"

void Emscripten_RegisterEventHandlers(SDL_WindowData* data) { (void)data; }
void Emscripten_UnregisterEventHandlers(SDL_WindowData* data) { (void)data; }
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* user) {
    (void)type; (void)reserved; (void)user;
    return 0;
}
