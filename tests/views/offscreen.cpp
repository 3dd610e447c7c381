// Draws the lab without window, GPU or browser: the figure's triangles are filled in software and written as PNG. For
// looking at every size and theme, and for tests of what a pointer does: --places prints as JSON how high what the
// panel holds is and where each word and each slider stands, which is where they stand in a browser of the same width
// and height.
//
//   offscreen OUT.png [--width N] [--height N] [--scrolled N] [--page] [--density X] [--dark] [--touch] [--contract ID]
//   [--file FILE] [--set KEY=VALUE]…
//   [--link LINK] [--gw] [--ranges] [--places]
//             [--month YYYY-MM] [--hover X,Y] [--press WORDS[|AFTER]] [--click X,Y] [--drag X,Y,X,Y] [--today YYYY-MM]
#include <imgui.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "ui/look/theme.h"
#include "ui/state/wishes.h"
#include "ui/views/lab.h"
#include "ui/window/png.h"

namespace {

using namespace fr;

struct Picture {
    int width, height;
    std::vector<float> rgb;  // three a pixel, 0 to 1
};

struct Colour {
    float red, green, blue, alpha;
};

Colour unpacked(ImU32 colour) {
    const auto part = [&](int shift) { return static_cast<float>(colour >> shift & 255) / 255; };
    return {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)};
}

float texel(const ImTextureData& texture, int x, int y) {
    x = std::clamp(x, 0, texture.Width - 1);
    y = std::clamp(y, 0, texture.Height - 1);
    const unsigned char* pixel = texture.Pixels + (y * texture.Width + x) * texture.BytesPerPixel;
    return static_cast<float>(pixel[texture.BytesPerPixel - 1]) / 255;
}

// Bilinear coverage, as a graphics card samples it. The atlas is white with alpha.
float coverage(const ImTextureData& texture, float u, float v) {
    const float x = u * static_cast<float>(texture.Width) - 0.5f, y = v * static_cast<float>(texture.Height) - 0.5f;
    const float left = std::floor(x), top = std::floor(y), across = x - left, down = y - top;
    const int column = static_cast<int>(left), row = static_cast<int>(top);
    const float upper = texel(texture, column, row) * (1 - across) + texel(texture, column + 1, row) * across;
    const float lower = texel(texture, column, row + 1) * (1 - across) + texel(texture, column + 1, row + 1) * across;
    return upper * (1 - down) + lower * down;
}

void blend(Picture& picture, int x, int y, Colour colour) {
    float* pixel = &picture.rgb[static_cast<std::size_t>(y * picture.width + x) * 3];
    pixel[0] += (colour.red - pixel[0]) * colour.alpha;
    pixel[1] += (colour.green - pixel[1]) * colour.alpha;
    pixel[2] += (colour.blue - pixel[2]) * colour.alpha;
}

struct Corner {
    float x, y, u, v;
    Colour colour;
};

float side(const Corner& a, const Corner& b, float x, float y) {
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// A pixel on an edge that two triangles share belongs to one of them: the usual top-left rule.
bool owns_edge(const Corner& a, const Corner& b) { return a.y == b.y ? b.x > a.x : b.y < a.y; }

struct Clip {
    int left, top, right, bottom;
};

void fill(Picture& picture, std::array<Corner, 3> corners, Clip clip, const ImTextureData& texture) {
    float area = side(corners[0], corners[1], corners[2].x, corners[2].y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(corners[1], corners[2]);
        area = -area;
    }
    const auto& [a, b, c] = corners;
    const int left = std::max(clip.left, static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))));
    const int right = std::min(clip.right, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))));
    const int top = std::max(clip.top, static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))));
    const int bottom = std::min(clip.bottom, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))));
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
            const float ab = side(a, b, px, py), bc = side(b, c, px, py), ca = side(c, a, px, py);
            const auto in = [](float value, const Corner& from, const Corner& to) {
                return value > 0 || (value == 0 && owns_edge(from, to));
            };
            if (!in(ab, a, b) || !in(bc, b, c) || !in(ca, c, a)) continue;
            const float of_a = bc / area, of_b = ca / area, of_c = ab / area;
            const auto mixed = [&](float Colour::* part) {
                return a.colour.*part * of_a + b.colour.*part * of_b + c.colour.*part * of_c;
            };
            const float u = a.u * of_a + b.u * of_b + c.u * of_c, v = a.v * of_a + b.v * of_b + c.v * of_c;
            blend(picture, x, y,
                  {mixed(&Colour::red), mixed(&Colour::green), mixed(&Colour::blue),
                   mixed(&Colour::alpha) * coverage(texture, u, v)});
        }
}

void fill_list(Picture& picture, const ImDrawList& list, float density) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const auto device = [&](float css) { return static_cast<int>(std::lround(css * density)); };
        const Clip clip{std::max(0, device(command.ClipRect.x)), std::max(0, device(command.ClipRect.y)),
                        std::min(picture.width, device(command.ClipRect.z)),
                        std::min(picture.height, device(command.ClipRect.w))};
        const ImTextureData& texture = *command.TexRef._TexData;
        for (unsigned i = 0; i < command.ElemCount; i += 3) {
            std::array<Corner, 3> corners;
            for (unsigned k = 0; k < 3; ++k) {
                const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset;
                const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(index)];
                corners[k] = {vertex.pos.x * density, vertex.pos.y * density, vertex.uv.x, vertex.uv.y,
                              unpacked(vertex.col)};
            }
            fill(picture, corners, clip, texture);
        }
    }
}

void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy)
            texture->SetStatus(ImTextureStatus_Destroyed);
        else
            texture->SetStatus(ImTextureStatus_OK);
    }
}

Picture rasterised(const ImDrawData& data, float density, Colour paper) {
    const auto size = [&](float css) { return static_cast<int>(std::ceil(css * density)); };
    Picture picture{size(data.DisplaySize.x), size(data.DisplaySize.y), {}};
    for (int pixel = 0; pixel < picture.width * picture.height; ++pixel)
        picture.rgb.insert(picture.rgb.end(), {paper.red, paper.green, paper.blue});
    for (const ImDrawList* list : data.CmdLists) fill_list(picture, *list, density);
    return picture;
}

// --- The run.

Month month_named(const std::string& id) { return month_of(std::atoi(id.c_str()), std::atoi(id.c_str() + 5)); }

double now_ms() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

void draw(Lab& lab) {
    if (lab.surface.written) lab.surface.written->clear();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {lab.surface.width, lab.surface.height + bar_above(lab.surface.width, lab.surface.height)};
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    // It offers what a page does, and does nothing of it.
    static const Host host{.open_contract = [] {}, .export_file = [](const char*) {}};
    frame(lab, host);
    ImGui::Render();
    accept_textures();
}

void settle(Lab& lab) {
    for (int i = 0; i < 3 || is_unfinished(lab); ++i) {
        draw(lab);
        while (!lab.results.background.is_finished()) advance(lab.results.background, now_ms, 1e6);
    }
    for (int i = 0; i < 3; ++i) draw(lab);
}

bool fail(const std::string& words) {
    std::fprintf(stderr, "offscreen: %s\n", words.c_str());
    return false;
}

std::vector<float> numbers(const std::string& list) {
    std::vector<float> values;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t comma = std::min(list.find(',', start), list.size());
        values.push_back(std::strtof(list.substr(start, comma - start).c_str(), nullptr));
        start = comma + 1;
    }
    return values;
}

void press(Lab& lab, const std::vector<float>& path) {
    ImGuiIO& io = ImGui::GetIO();
    for (std::size_t i = 0; i + 1 < path.size(); i += 2) {
        io.AddMousePosEvent(path[i], path[i + 1]);
        draw(lab);
        if (i == 0) io.AddMouseButtonEvent(0, true);
        draw(lab);
        draw(lab);
    }
    io.AddMouseButtonEvent(0, false);
    draw(lab);
    io.AddMousePosEvent(-1e9f, -1e9f);
}

// The first of these words; of WORDS|AFTER the first WORDS that come after AFTER.
const Written* found(const std::vector<Written>& words, const std::string& wanted) {
    const std::size_t bar = wanted.find('|');
    auto one = words.begin();
    if (bar != std::string::npos) one = std::ranges::find(words, wanted.substr(bar + 1), &Written::words);
    one = std::ranges::find(one, words.end(), wanted.substr(0, bar), &Written::words);
    return one == words.end() ? nullptr : &*one;
}

// Words of the panel are scrolled to; afterwards it is scrolled as before.
bool press_words(Lab& lab, const std::vector<Written>& words, const std::string& wanted) {
    constexpr float below = 60;
    const float scrolled = std::exchange(lab.surface.scrolled, 0.0f);
    settle(lab);
    const Written* one = found(words, wanted);
    if (!one) return fail("nothing says “" + wanted + "”");
    lab.surface.scrolled = std::max(0.0f, one->bottom + below - lab.panel.place.bottom);
    settle(lab);
    one = found(words, wanted);
    press(lab, {(one->left + one->right) / 2, (one->top + one->bottom) / 2});
    lab.surface.scrolled = scrolled;
    return true;
}

struct Options {
    std::string out;
    float density = 1;
    bool prints = false, prints_places = false;
};

bool apply(Lab& lab, Options& options, const std::string& name, const std::string& value) {
    if (name == "--width")
        lab.surface.width = std::strtof(value.c_str(), nullptr);
    else if (name == "--height")
        lab.surface.height = std::strtof(value.c_str(), nullptr);
    else if (name == "--scrolled")
        lab.surface.scrolled = std::strtof(value.c_str(), nullptr);
    else if (name == "--density")
        options.density = std::strtof(value.c_str(), nullptr);
    else if (name == "--month")
        lab.queue.push_back(SelectMonth{month_named(value)});
    else if (name == "--today")
        lab.surface.today = month_named(value);
    else if (name == "--link")
        lab.queue.push_back(OpenLink{value});
    else if (name == "--contract") {
        const auto action = pick_action(value);
        if (!action) return fail(action.error());
        lab.queue.push_back(*action);
    } else if (name == "--file") {
        std::string text;
        std::FILE* file = std::fopen(value.c_str(), "rb");
        if (!file) return fail("cannot read " + value);
        for (int letter = std::fgetc(file); letter != EOF; letter = std::fgetc(file)) text += static_cast<char>(letter);
        std::fclose(file);
        lab.queue.push_back(file_action(text, value.substr(value.rfind('/') + 1)));
    } else if (name == "--set") {
        const auto equals = value.find('=');
        const auto action = set_action(value.substr(0, equals), value.substr(equals + 1));
        if (!action) return fail(action.error());
        lab.queue.push_back(*action);
    } else
        return fail("unknown option " + name);
    return true;
}

void print_places(const Lab& lab, const std::vector<Written>& words) {
    Json list = Json::array();
    for (const Written& one : words)
        list.push_back(
            {{"words", one.words}, {"left", one.left}, {"top", one.top}, {"right", one.right}, {"bottom", one.bottom}});
    const auto box = [](const auto& place) {
        return Json{{"left", place.left}, {"top", place.top}, {"right", place.right}, {"bottom", place.bottom}};
    };
    Json tracks = Json::array();
    for (const Zone& zone : lab.view.hand.draggable)
        if (!zone.mouse_only) tracks.push_back(box(zone));
    const Json all{{"height", lab.panel.content}, {"panel", box(lab.panel.place)}, {"words", list}, {"tracks", tracks}};
    std::printf("%s\n", all.dump().c_str());
}

bool run(int count, char** arguments) {
    Lab lab;
    Options options;
    lab.surface.today = never;
    std::vector<std::pair<std::string, std::string>> gestures;
    for (int i = 1; i < count; ++i) {
        const std::string name = arguments[i], value = i + 1 < count ? arguments[i + 1] : "";
        if (!name.starts_with("--"))
            options.out = name;
        else if (name == "--dark")
            lab.surface.shade.dark = true;
        else if (name == "--touch")
            lab.surface.touch = true;
        else if (name == "--page")
            lab.surface.in_page = true;
        else if (name == "--print")
            options.prints = true;
        else if (name == "--places")
            options.prints_places = true;
        else if (name == "--gw")
            lab.queue.push_back(ShowInGw{true});
        else if (name == "--ranges")
            lab.view.shows_ranges = true;
        else if (name == "--hover" || name == "--click" || name == "--drag" || name == "--press")
            gestures.emplace_back(name, value), ++i;
        else if (!apply(lab, options, name, value))
            return false;
        else
            ++i;
    }
    ImGui::CreateContext();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImGui::GetIO().DisplayFramebufferScale = {options.density, options.density};
    set_up_look(embedded_fonts());
    std::vector<Written> words;
    lab.surface.written = &words;
    settle(lab);
    for (const auto& [name, value] : gestures) {
        if (name == "--hover") {
            ImGui::GetIO().AddMousePosEvent(numbers(value)[0], numbers(value)[1]);
        } else if (name == "--press") {
            if (!press_words(lab, words, value)) return false;
        } else {
            press(lab, numbers(value));
        }
        settle(lab);
    }
    if (options.prints)
        std::printf("%s\nheight %.1f\n", lab.results.reading.sentence.c_str(), static_cast<double>(lab.panel.content));
    if (options.prints_places) print_places(lab, words);
    if (options.out.empty()) return true;
    std::FILE* file = std::fopen(options.out.c_str(), "wb");
    if (!file) return fail("cannot write " + options.out);
    const Picture picture = rasterised(*ImGui::GetDrawData(), options.density,
                                       unpacked(Pen{nullptr, lab.surface.shade}.colour(Ink::paper)));
    std::vector<unsigned char> rgb;
    for (const float value : picture.rgb) rgb.push_back(static_cast<unsigned char>(std::lround(value * 255)));
    const std::string bytes = png(picture.width, picture.height, rgb);
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    return true;
}

}  // namespace

int main(int count, char** arguments) { return run(count, arguments) ? 0 : 2; }
