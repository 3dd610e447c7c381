/* Dear ImGui's OpenGL backend asks for the context's whole state in every frame, to put it back afterwards. In a browser
 * the first such question waits until the graphics process has finished the frame before: under software graphics that
 * was 70 % of the time of a drag. Nothing else draws in the lab's context, so between frames it is as it began. */
#include <GLES3/gl3.h>

void lab_gl_get_integer(GLenum name, GLint* value) {
    switch (name) {
        case GL_ACTIVE_TEXTURE: *value = GL_TEXTURE0; break;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *value = GL_FUNC_ADD; break;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA: *value = GL_ONE; break;
        case GL_BLEND_DST_RGB:
        case GL_BLEND_DST_ALPHA: *value = GL_ZERO; break;
        case GL_CURRENT_PROGRAM:
        case GL_TEXTURE_BINDING_2D:
        case GL_SAMPLER_BINDING:
        case GL_ARRAY_BUFFER_BINDING:
        case GL_VERTEX_ARRAY_BINDING: *value = 0; break;
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: value[0] = value[1] = value[2] = value[3] = 0; break;
        default: glGetIntegerv(name, value); /* limits and versions: asked once */
    }
}

GLboolean lab_gl_is_enabled(GLenum name) {
    (void)name;
    return GL_FALSE;
}
