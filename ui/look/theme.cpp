// Fonts, style and the pen.
#include "ui/look/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/words/wrap.h"

namespace fr {

namespace {

// Faces in the order they were added to ImGui's atlas.
ImFont* font_of(Face face) { return ImGui::GetIO().Fonts->Fonts[static_cast<int>(face)]; }

// ImGui sizes a font by its line, CSS by its em: the line's share of the em, from the font's own tables.
float line_per_em(std::span<const unsigned char> font) {
    const auto number = [&](std::size_t at) { return font[at] << 8 | font[at + 1]; };
    const auto signed_number = [&](std::size_t at) { return static_cast<std::int16_t>(number(at)); };
    std::size_t head = 0, hhea = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(number(4)); ++i) {
        const std::size_t entry = 12 + 16 * i;
        const std::string_view tag(reinterpret_cast<const char*>(&font[entry]), 4);
        const std::size_t offset =
            static_cast<std::size_t>(number(entry + 8)) << 16 | static_cast<std::size_t>(number(entry + 10));
        if (tag == "head") head = offset;
        if (tag == "hhea") hhea = offset;
    }
    const int line = signed_number(hhea + 4) - signed_number(hhea + 6);
    return static_cast<float>(line) / static_cast<float>(number(head + 18));
}

void add_font(std::span<const unsigned char> data) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // ImGui wants a writable pointer and, not owning the data, does not write to it.
    void* bytes = const_cast<unsigned char*>(data.data());
    ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(data.size()), 16 * line_per_em(data), &config);
}

// A font's own size is the one it was added with: 16 CSS pixels.
float imgui_size(Face face, float css_size) { return css_size * font_of(face)->LegacySize / 16; }

const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

}  // namespace

void set_up_look(const Fonts& fonts) {
    for (const auto font : fonts) add_font(font);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    io.MouseDragThreshold = 2;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ItemSpacing = {0, 0};
    style.PopupRounding = 10;
    style.PopupBorderSize = 1;
    style.CircleTessellationMaxError = 0.1f;
}

ImU32 Pen::colour(Ink ink, float alpha) const {
    const std::uint32_t value = rgb(ink, shade);
    return IM_COL32(value >> 16 & 255, value >> 8 & 255, value & 255, static_cast<int>(alpha * 255 + 0.5f));
}

float Pen::snapped(float css) const { return std::round(css * density) / density; }

float Pen::width(std::string_view text, Face face, float size) const {
    const float line = imgui_size(face, size);
    ImGui::PushFont(font_of(face), line);
    const float result = font_of(face)->CalcTextSizeA(line, FLT_MAX, 0, begin_of(text), end_of(text)).x;
    ImGui::PopFont();
    return result * widened;
}

void Pen::text(float x, float baseline, std::string_view words, ImU32 colour, Face face, float size) const {
    ImFont* font = font_of(face);
    const float line = imgui_size(face, size);
    if (written)
        written->push_back(
            {std::string(words), x, baseline - 0.72f * size, x + width(words, face, size), baseline + 0.2f * size});
    ImGui::PushFont(font, line);  // also sets the density at which the glyphs are made
    const float top = std::round(baseline - ImGui::GetFontBaked()->Ascent);
    list->AddText(font, line, {std::round(x), top}, colour, begin_of(words), end_of(words));
    ImGui::PopFont();
}

void Pen::text(float x, float baseline, std::string_view words, Ink ink, Face face, float size, Align align) const {
    const float share = align == Align::left ? 0.0f : align == Align::centre ? 0.5f : 1.0f;
    const float shift = share > 0 ? share * width(words, face, size) : 0;
    text(x - shift, baseline, words, colour(ink), face, size);
}

void Pen::rule(float left, float right, float y, Ink ink) const {
    const float line = std::max(1.0f, std::floor(density)) / density, top = snapped(y);
    list->AddRectFilled({snapped(left), top}, {snapped(right), top + line}, colour(ink));
}

void Pen::box(float left, float top, float right, float bottom, Ink ink, float radius) const {
    list->AddRectFilled({snapped(left), snapped(top)}, {snapped(right), snapped(bottom)}, colour(ink), radius);
}

void Pen::frame(float left, float top, float right, float bottom, Ink ink, float radius, float line) const {
    const float half = line / 2;
    list->AddRect({snapped(left) + half, snapped(top) + half}, {snapped(right) - half, snapped(bottom) - half},
                  colour(ink), radius, 0, line);
}

float fitting(const Pen& pen, std::string_view words, Face face, float size, float width) {
    const float needed = pen.width(words, face, size);
    return needed <= width ? size : std::floor(4 * size * std::max(width, 1.0f) / needed) / 4;
}

namespace {

// How much of a text fits, at least one character; characters are not cut apart.
std::size_t letters_fitting(const Pen& pen, std::string_view text, Face face, float size, float width) {
    const auto is_inside = [&](std::size_t at) { return at < text.size() && (text[at] & 0xc0) == 0x80; };
    std::size_t fits = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        if (is_inside(end)) continue;
        if (fits > 0 && pen.width(text.substr(0, end), face, size) > width) break;
        fits = end;
    }
    return fits;
}

}  // namespace

std::vector<std::string_view> wrapped(const Pen& pen, std::string_view text, Face face, float size, float width) {
    return wrapped(
        text, [&](std::string_view line) { return pen.width(line, face, size) <= width; },
        [&](std::string_view word) { return letters_fitting(pen, word, face, size, width); });
}

namespace {

float widest_word(const Pen& pen, std::string_view text, Face face, float size) {
    float widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        widest = std::max(widest, pen.width(text.substr(0, end), face, size));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

}  // namespace

std::vector<std::string_view> balanced(const Pen& pen, std::string_view text, Face face, float size, float width) {
    const auto lines = wrapped(pen, text, face, size, width);
    if (lines.size() < 2) return lines;
    float low = std::clamp(widest_word(pen, text, face, size), width / 2, width), high = width;
    while (high - low > 6) {
        const float middle = (low + high) / 2;
        (wrapped(pen, text, face, size, middle).size() > lines.size() ? low : high) = middle;
    }
    return wrapped(pen, text, face, size, high);
}

std::string shortened(const Pen& pen, std::string_view text, Face face, float size, float width, std::size_t lines) {
    const std::size_t longest = 100 * lines;  // bytes: more than ever fits, and little to measure
    if (text.size() <= longest && wrapped(pen, text, face, size, width).size() <= lines) return std::string(text);
    std::size_t kept = std::min(text.size(), longest);
    for (;;) {
        kept = kept * 7 / 8;
        while (kept > 0 && (text[kept] & 0xc0) == 0x80) --kept;
        const std::string cut = std::string(text.substr(0, kept)) + "…";
        if (kept == 0 || wrapped(pen, cut, face, size, width).size() <= lines) return cut;
    }
}

Measure measure_of(const Pen& pen) {
    return [pen](std::string_view text, Face face, double size) {
        return static_cast<double>(pen.width(text, face, static_cast<float>(size)));
    };
}

}  // namespace fr
