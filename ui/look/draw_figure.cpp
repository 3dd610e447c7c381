// Shapes to ImDrawList.
#include "ui/look/draw_figure.h"

#include <algorithm>
#include <cmath>

namespace fr {

namespace {

struct Drawer {
    const Pen& pen;
    float left, top;

    ImVec2 at(Point point) const { return {left + static_cast<float>(point.x), top + static_cast<float>(point.y)}; }

    // An area is a strip of quads, since its outline is concave. Its upper edge fades out over a device pixel; its
    // lower edge reaches half a pixel under what is drawn after it, so that no paper shines through between two areas.
    void operator()(const Area& area) const {
        const int count = static_cast<int>(area.top.size());
        const float soft = 0.5f / pen.density;
        const ImU32 full = pen.colour(area.ink, static_cast<float>(area.opacity)), none = pen.colour(area.ink, 0);
        const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
        pen.list->PrimReserve((count - 1) * 12, count * 3);
        const unsigned first = pen.list->_VtxCurrentIdx;
        for (int i = 0; i < count; ++i) {
            const ImVec2 high = at(entry(area.top, i)), low = at(entry(area.bottom, i));
            const bool is_empty = low.y - high.y < 0.01f;
            pen.list->PrimWriteVtx({high.x, high.y - (is_empty ? 0 : soft)}, uv, none);
            pen.list->PrimWriteVtx({high.x, high.y + (is_empty ? 0 : soft)}, uv, is_empty ? none : full);
            pen.list->PrimWriteVtx({low.x, low.y + (is_empty ? 0 : soft)}, uv, is_empty ? none : full);
        }
        for (int i = 0; i + 1 < count; ++i) {
            const unsigned a = first + static_cast<unsigned>(i) * 3, b = a + 3;
            for (const unsigned row : {0u, 1u})
                for (const unsigned index : {a + row, b + row, b + row + 1, a + row, b + row + 1, a + row + 1})
                    pen.list->PrimWriteIdx(static_cast<ImDrawIdx>(index));
        }
    }

    // The part of the line y = level − x that lies within one strip of the hatched band.
    struct Part {
        double from, to;
        bool is_empty() const { return from >= to; }
    };
    static Part part_within(const Hatch& hatch, std::size_t i, double level) {
        const Point a = hatch.top[i], b = hatch.top[i + 1], c = hatch.bottom[i], d = hatch.bottom[i + 1];
        Part part{a.x, b.x};
        const double width = b.x - a.x;
        if (width <= 0) return {0, 0};
        const auto keep = [&](double start, double end) {  // where a linear function from start to end is ≥ 0
            if (start <= 0 && end <= 0) part = {0, 0};
            if (start * end >= 0) return;
            const double zero = a.x + width * start / (start - end);
            if (start < 0)
                part.from = std::max(part.from, zero);
            else
                part.to = std::min(part.to, zero);
        };
        keep(level - a.x - a.y, level - b.x - b.y);
        keep(c.y - (level - c.x), d.y - (level - d.x));
        return part;
    }

    void operator()(const Hatch& hatch) const {
        constexpr double spacing = 7;
        double lowest = 1e9, highest = -1e9;
        for (std::size_t i = 0; i < hatch.top.size(); ++i) {
            lowest = std::min(lowest, hatch.top[i].x + hatch.top[i].y);
            highest = std::max(highest, hatch.bottom[i].x + hatch.bottom[i].y);
        }
        const ImU32 colour = pen.colour(hatch.ink);
        for (double level = std::ceil(lowest / spacing) * spacing; level < highest; level += spacing) {
            Part run{0, 0};
            const auto flush = [&] {
                if (run.to - run.from > 0.3)
                    pen.list->AddLine(at({run.from, level - run.from}), at({run.to, level - run.to}), colour, 1);
                run = {0, 0};
            };
            for (std::size_t i = 0; i + 1 < hatch.top.size(); ++i) {
                const Part part = part_within(hatch, i, level);
                if (part.is_empty()) continue;
                if (part.from - run.to > 0.01) {
                    flush();
                    run = part;
                }
                run.to = part.to;
            }
            flush();
        }
    }

    void straight(ImVec2 from, ImVec2 to, ImU32 colour, float width) const {
        const float line = std::max(1.0f, std::round(width * pen.density)) / pen.density;
        if (from.x == to.x) {
            const float x = pen.snapped(from.x - line / 2);
            pen.list->AddRectFilled({x, pen.snapped(from.y)}, {x + line, pen.snapped(to.y)}, colour);
        } else {
            const float y = pen.snapped(from.y - line / 2);
            pen.list->AddRectFilled({pen.snapped(from.x), y}, {pen.snapped(to.x), y + line}, colour);
        }
    }

    void dashes(ImVec2 from, ImVec2 to, ImU32 colour, float width) const {
        constexpr float dash = 4, gap = 3;
        const float length = std::max(std::fabs(to.x - from.x), std::fabs(to.y - from.y));
        const float step_x = (to.x - from.x) / length, step_y = (to.y - from.y) / length;
        for (float start = 0; start < length; start += dash + gap) {
            const float end = std::min(start + dash, length);
            straight({from.x + step_x * start, from.y + step_y * start}, {from.x + step_x * end, from.y + step_y * end},
                     colour, width);
        }
    }

    void operator()(const Line& line) const {
        const ImU32 colour = pen.colour(line.ink, line.ink == Ink::grid ? 0.35f : 1.0f);
        const float width = static_cast<float>(line.width);
        const bool is_pair = line.points.size() == 2;
        const ImVec2 first = at(line.points.front()), last = at(line.points.back());
        const bool is_straight = is_pair && (first.x == last.x || first.y == last.y);
        if (is_straight && line.dashed) return dashes(first, last, colour, width);
        if (is_straight) return straight(first, last, colour, width);
        for (const Point& point : line.points) pen.list->PathLineTo(at(point));
        pen.list->PathStroke(colour, 0, width);
    }

    void operator()(const Box& box) const {
        const ImVec2 a = at({box.x, box.y}), b = at({box.x + box.width, box.y + box.height});
        const float radius = static_cast<float>(box.radius);
        if (box.filled)
            pen.box(a.x, a.y, b.x, b.y, box.ink, radius);
        else
            pen.frame(a.x, a.y - 0.5f, b.x, b.y + 0.5f, box.ink, radius);
    }
    void operator()(const Dot& dot) const {
        pen.list->AddCircleFilled(at(dot.centre), static_cast<float>(dot.radius), pen.colour(dot.ink));
    }
    void operator()(const Text& text) const {
        const ImVec2 place = at(text.at);
        pen.text(place.x, place.y, text.text, text.ink, text.face, static_cast<float>(text.size), text.align);
    }
};

}  // namespace

void draw_figure(const Pen& pen, const Figure& figure, float left, float top) {
    const Drawer drawer{pen, left, top};
    for (const Shape& shape : figure.shapes) std::visit(drawer, shape);
}

}  // namespace fr
