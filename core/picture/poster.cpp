// Puts figures and words below each other.
#include "core/picture/poster.h"

#include <algorithm>

#include "core/deal/deal.h"
#include "core/picture/advances.h"
#include "core/picture/svg.h"
#include "core/words/chips.h"
#include "core/words/format.h"
#include "core/words/sentence.h"
#include "core/words/wrap.h"

namespace fr {

namespace {

// 3, 1.25: no zeros at the end.
std::string short_number(double value) {
    std::string text = decimals(value, 2);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

struct Mover {
    double right, down;

    void operator()(Point& point) const {
        point.x += right;
        point.y += down;
    }
    void operator()(std::vector<Point>& points) const {
        for (Point& point : points) (*this)(point);
    }
    void operator()(Area& area) const {
        (*this)(area.top);
        (*this)(area.bottom);
    }
    void operator()(Hatch& hatch) const {
        (*this)(hatch.top);
        (*this)(hatch.bottom);
    }
    void operator()(Line& line) const { (*this)(line.points); }
    void operator()(Box& box) const {
        box.x += right;
        box.y += down;
    }
    void operator()(Dot& dot) const { (*this)(dot.centre); }
    void operator()(Text& text) const { (*this)(text.at); }
};

// What is laid out from top to bottom.
struct Sheet {
    Figure whole{};
    double margin, bottom;

    double width() const { return whole.width - 2 * margin; }
    void words(std::string_view text, Ink ink, Face face, double size, double leading) {
        const auto fits = [&](std::string_view line) { return measured_width(line, face, size) <= width(); };
        for (const std::string_view line : wrapped(text, fits)) {
            whole.shapes.push_back(Text{{margin, bottom + size}, std::string(line), ink, face, size});
            bottom += size * leading;
        }
    }
    void figure(Figure part) {
        for (Shape& shape : part.shapes) std::visit(Mover{margin, bottom}, shape);
        whole.shapes.insert(whole.shapes.end(), part.shapes.begin(), part.shapes.end());
        bottom += part.height;
    }
};

// "Compute demand 3 × a year": what differs from the contract as it opens is what makes this picture this picture.
std::string assumptions(const Inputs& inputs, const Contract& contract) {
    std::string text = contract.title;
    const Inputs opening = opening_inputs(contract);
    int more = 0;
    for (const Param& param : params) {
        const double value = inputs.*param.field;
        const bool is_hero = &param == &hero;
        if (!is_hero && value == opening.*param.field) continue;
        if (text.size() > 220) {
            ++more;
            continue;
        }
        text += " · " + std::string(param.label) + " ";
        text += param.kind == InputKind::number ? short_number(value) + " " + std::string(param.unit)
                                                : value_id(param, value);
    }
    if (more > 0) text += " · and " + std::to_string(more) + " more changed";
    return text + " · A model, not a forecast: First Refusal";
}

// What stands beside the sentence: "exclusivity ended Jan 2025 · AGI clause trips Feb 2027 · …"
std::string outcomes(const Reading& reading) {
    std::string words;
    for (const Chip& chip : reading.chips) words += (words.empty() ? "" : " · ") + chip.text();
    return words;
}

}  // namespace

std::string poster_svg(const Inputs& inputs, const Contract& contract, const Reading& reading,
                       const PosterOptions& options) {
    const double width = std::clamp(options.width, min_poster_width, max_poster_width);
    const bool is_narrow = width < 480, is_bare = !options.with_sentence && !options.with_clauses;
    Sheet column{.margin = is_bare ? 0.0 : is_narrow ? 12.0 : 20.0, .bottom = is_bare ? 0.0 : is_narrow ? 10.0 : 16.0};
    column.whole.width = width;
    if (options.with_sentence) {
        const std::string& sentence = is_narrow ? reading.narrow_sentence : reading.wide_sentence;
        column.words(sentence, Ink::ink, Face::serif, is_narrow ? 19 : 24, 1.28);
        column.bottom += 6;
        column.words(outcomes(reading), Ink::muted, Face::sans, 14, 1.4);
        column.bottom += 12;
    }
    FigureOptions figure;
    figure.width = column.width();
    figure.height = is_narrow ? 300 : 340;
    figure.today = options.today;
    figure.in_gw = options.in_gw;
    figure.first = options.first;
    figure.selected = options.selected;
    if (options.with_clauses && figure.width >= 620) figure.before = strip_room(measured_width);
    figure.ghost = options.ghost;
    figure.parts = options.parts;
    figure.shows_known = options.shows_known;
    const Figure capacity = capacity_figure(contract, reading.run, figure, measured_width);
    column.figure(capacity);
    if (options.with_clauses) {
        column.bottom += 10;
        column.figure(strip_figure(contract, reading, figure, measured_width));
    }
    if (!is_bare) {
        column.bottom += 8;
        column.words(assumptions(inputs, contract), Ink::muted, Face::sans, 13, 1.4);
        column.bottom += 12;
    }
    column.whole.height = column.bottom;
    column.whole.title = contract.title + ": who serves OpenAI’s demand for computing";
    column.whole.description = reading.sentence + " " + reading.agi_sentence + " " + capacity.description;
    return to_svg(column.whole, {.dark = options.dark});
}

}  // namespace fr
