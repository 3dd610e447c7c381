// Shapes to SVG elements, numbers to a tenth of a pixel.
#include "core/picture/svg.h"

#include <array>
#include <cstdio>

#include "core/picture/advances.h"
#include "core/words/format.h"
#include "core/words/letters.h"

namespace fr {

namespace {

// Most of what cannot be seen is forbidden in XML, and bytes that are no UTF-8 are.
bool is_right(char32_t code) { return code == '\n' || (code != 0xFFFD && !is_unseen(code)); }

std::string escaped(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (letter.code == '&')
            safe += "&amp;";
        else if (letter.code == '<')
            safe += "&lt;";
        else if (letter.code == '>')
            safe += "&gt;";
        else if (letter.code == '"')
            safe += "&quot;";
        else
            safe += !is_right(letter.code) ? "\uFFFD" : text.substr(at, letter.bytes);
        at += letter.bytes;
    }
    return safe;
}

std::string number(double value) {
    std::string text = decimals(value, 1);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value) { return attribute(name, number(value)); }

std::string path(const std::vector<Point>& points) {
    std::string text;
    for (const Point& point : points) text += (text.empty() ? "M" : "L") + number(point.x) + " " + number(point.y);
    return text;
}

std::string outline(const std::vector<Point>& top, const std::vector<Point>& bottom) {
    std::vector<Point> all = top;
    all.insert(all.end(), bottom.rbegin(), bottom.rend());
    return path(all) + "Z";
}

struct Writer {
    Shade shade;
    std::string text;

    std::string colour(Ink ink) const {
        std::array<char, 8> hex;
        std::snprintf(hex.data(), hex.size(), "#%06X", static_cast<unsigned>(rgb(ink, shade)));
        return hex.data();
    }
    std::string pattern_of(Ink ink) const { return "hatch-" + colour(ink).substr(1); }

    void operator()(const Area& area) {
        text += "<path" + attribute("fill", colour(area.ink)) +
                (area.opacity < 1 ? attribute("fill-opacity", decimals(area.opacity, 2)) : "") +
                attribute("d", outline(area.top, area.bottom)) + "/>\n";
    }
    void operator()(const Hatch& hatch) {
        text += "<path" + attribute("fill", "url(#" + pattern_of(hatch.ink) + ")") +
                attribute("d", outline(hatch.top, hatch.bottom)) + "/>\n";
    }
    void operator()(const Line& line) {
        text += "<path fill=\"none\"" + attribute("stroke", colour(line.ink)) + attribute("stroke-width", line.width) +
                (line.dashed ? " stroke-dasharray=\"4 3\"" : "") + " stroke-linejoin=\"round\"" +
                attribute("d", path(line.points)) + "/>\n";
    }
    void operator()(const Box& box) {
        text += "<rect" + attribute("x", box.x) + attribute("y", box.y) + attribute("width", box.width) +
                attribute("height", box.height) + (box.radius > 0 ? attribute("rx", box.radius) : "") +
                (box.filled ? attribute("fill", colour(box.ink))
                            : " fill=\"none\"" + attribute("stroke", colour(box.ink))) +
                "/>\n";
    }
    void operator()(const Dot& dot) {
        text += "<circle" + attribute("cx", dot.centre.x) + attribute("cy", dot.centre.y) + attribute("r", dot.radius) +
                attribute("fill", colour(dot.ink)) + "/>\n";
    }
    void operator()(const Text& words) {
        static constexpr std::array<std::string_view, 3> anchors{"start", "middle", "end"};
        const bool serif = words.face == Face::serif;
        text += "<text" + attribute("x", words.at.x) + attribute("y", words.at.y) +
                attribute("fill", colour(words.ink)) + attribute("font-size", words.size) +
                // Where the fonts are missing a stand-in takes their room and no more: nothing is cut or touches.
                attribute("textLength", measured_width(words.text, words.face, words.size)) +
                " lengthAdjust=\"spacingAndGlyphs\"" +
                attribute("font-family", serif ? "Newsreader, Georgia, serif" : "'Source Sans 3', Arial, sans-serif") +
                (words.face == Face::sans ? "" : " font-weight=\"600\"") +
                (words.align == Align::left ? "" : attribute("text-anchor", entry(anchors, words.align))) + ">" +
                escaped(words.text) + "</text>\n";
    }
};

// One pattern for each colour that hatches.
std::string patterns(const Figure& figure, const Writer& writer) {
    std::string text;
    for (const Shape& shape : figure.shapes) {
        const Hatch* hatch = std::get_if<Hatch>(&shape);
        if (!hatch || text.find(writer.pattern_of(hatch->ink)) != std::string::npos) continue;
        text += "<pattern" + attribute("id", writer.pattern_of(hatch->ink)) +
                " width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                "<path d=\"M3.5 0V7\"" +
                attribute("stroke", writer.colour(hatch->ink)) + "/></pattern>";
    }
    return "<defs>" + text + "</defs>\n";
}

}  // namespace

std::string to_svg(const Figure& figure, Shade shade) {
    Writer writer{shade, {}};
    const std::string size = number(figure.width) + " " + number(figure.height);
    writer.text = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("viewBox", "0 0 " + size) +
                  attribute("width", figure.width) + attribute("height", figure.height) + ">\n<title>" +
                  escaped(figure.title) + "</title>\n<desc>" + escaped(figure.description) + "</desc>\n" +
                  patterns(figure, writer) + "<rect width=\"100%\" height=\"100%\"" +
                  attribute("fill", writer.colour(Ink::paper)) + "/>\n";
    for (const Shape& shape : figure.shapes) std::visit(writer, shape);
    return writer.text + "</svg>\n";
}

}  // namespace fr
