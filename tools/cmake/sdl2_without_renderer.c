/* SDL's own 2D renderer is not part of the trimmed SDL2; its windows and Dear ImGui's backend ask for it by name. */
#include <SDL.h>

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { (void)window; return NULL; }
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
    (void)renderer; (void)width; (void)height;
    return -1;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
