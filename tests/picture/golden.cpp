// The shapes of the figures against golden ones in tests/golden, at five widths, light and dark: what moves by half a
// pixel or more, or says something else, is seen. Meant to change? GOLDEN=write build/native/suite -tc="golden*"
// writes the files anew; look at the difference before it is committed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "core/ask/uncertainty.h"
#include "core/picture/advances.h"
#include "core/picture/figure.h"
#include "core/picture/promised_figure.h"
#include "core/picture/score_figure.h"
#include "core/picture/svg.h"
#include "core/words/format.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

constexpr std::array<double, 5> widths_px{288, 358, 704, 800, 1200};
constexpr double tolerance_px = 0.5;
constexpr std::array<std::string_view, ink_count> ink_names{"paper", "ink",      "muted",     "hairline", "outline",
                                                            "azure", "others",   "own",       "hatch",    "track",
                                                            "alarm", "on_azure", "on_others", "on_own",   "grid"};

std::string number(double value) { return decimals(value, 1); }
std::string ink_name(Ink ink) { return std::string(entry(ink_names, ink)); }

// A curve by its ends and three points between: enough to see it move.
std::string points(const std::vector<Point>& all) {
    std::string text;
    const std::size_t last = all.size() - 1, stops = std::min<std::size_t>(last, 4);
    for (std::size_t i = 0; i <= stops; ++i) {
        const Point& point = all[stops == 0 ? 0 : i * last / stops];
        text += " " + number(point.x) + " " + number(point.y);
    }
    return text;
}

// A shape as a line of text: its kind, its colour's role, numbers and, after a bar, its words.
struct Teller {
    std::string operator()(const Area& area) const {
        return "area " + ink_name(area.ink) + " " + decimals(area.opacity, 2) + points(area.top) + " /" +
               points(area.bottom);
    }
    std::string operator()(const Hatch& hatch) const {
        return "hatch " + ink_name(hatch.ink) + points(hatch.top) + " /" + points(hatch.bottom);
    }
    std::string operator()(const Line& line) const {
        return "line " + ink_name(line.ink) + " " + number(line.width) + (line.dashed ? " dashed" : " solid") +
               points(line.points);
    }
    std::string operator()(const Box& box) const {
        return "box " + ink_name(box.ink) + (box.filled ? " filled " : " empty ") + number(box.x) + " " +
               number(box.y) + " " + number(box.width) + " " + number(box.height) + " " + number(box.radius);
    }
    std::string operator()(const Dot& dot) const {
        return "dot " + ink_name(dot.ink) + " " + number(dot.centre.x) + " " + number(dot.centre.y) + " " +
               number(dot.radius);
    }
    std::string operator()(const Text& text) const {
        constexpr std::array<std::string_view, 3> faces{"sans", "bold", "serif"}, sides{"left", "centre", "right"};
        return "text " + ink_name(text.ink) + " " + std::string(entry(faces, text.face)) + " " + number(text.size) +
               " " + std::string(entry(sides, text.align)) + " " + number(text.at.x) + " " + number(text.at.y) + " |" +
               text.text;
    }
};

struct Golden {
    std::string name;  // of its file
    std::function<Figure(double width)> figure;
};

FigureOptions options(double width, bool in_gw = false) {
    FigureOptions wanted;
    wanted.width = width;
    wanted.height = 372;
    wanted.in_gw = in_gw;
    wanted.selected = month_of(2026, 5);
    wanted.today = month_of(2026, 11);
    return wanted;
}

struct Run {
    const Contract& contract;
    Inputs inputs;
    Reading reading = evaluate(inputs, contract);
};

Ranges ranges_of(const Run& run) {
    Bands bands(run.inputs, run.contract, under_pressure(), {}, 1, 64);
    bands.add_runs(64);
    Ranges ranges;
    for (std::size_t curve = 0; curve < curve_count; ++curve) ranges[curve] = bands.range(static_cast<Curve>(curve));
    return ranges;
}

std::vector<Golden> goldens() {
    static const Run january{contract_named("january-2025"), default_inputs()};
    static const Run amended{contract_named("as-amended"), with(default_inputs(), "demand.growth", 4)};
    static const Run booked{january.contract, with(default_inputs(), "agi.reading", 0)};
    static const Ranges ranges = ranges_of(january);
    const auto capacity = [](const Run& run, const FigureOptions& wanted) {
        return capacity_figure(run.contract, run.reading.run, wanted, measured_width);
    };
    const auto agi = [](const Run& run, FigureOptions wanted) {
        wanted.height = 214;
        return agi_figure(run.inputs, run.contract, run.reading.run, wanted, measured_width);
    };
    const auto with_ranges = [](FigureOptions wanted) {
        wanted.ranges = &ranges;
        return wanted;
    };
    return {
        {"share", [=](double width) { return capacity(january, options(width)); }},
        {"share-amended", [=](double width) { return capacity(amended, options(width)); }},
        {"gw", [=](double width) { return capacity(january, options(width, true)); }},
        {"gw-ranges", [=](double width) { return capacity(january, with_ranges(options(width, true))); }},
        {"strip",
         [](double width) { return strip_figure(january.contract, january.reading, options(width), measured_width); }},
        {"agi", [=](double width) { return agi(january, options(width)); }},
        {"agi-booked-ranges", [=](double width) { return agi(booked, with_ranges(options(width))); }},
        {"agi-dates",
         [](double width) {
             const auto readings = agi_readings(january.inputs, january.contract);
             return agi_dates_figure(readings, january.contract.horizon, options(width), measured_width);
         }},
        {"promised",
         [](double width) {
             FigureOptions wanted = options(width);
             wanted.height = 236;
             return promised_figure(shipped_ledger(), january.reading.run, wanted, measured_width);
         }},
        {"score", [](double width) {
             const Backtest known = backtest(default_inputs(), contract_named("as-amended"));
             return score_figure(known, options(width), measured_width);
         }}};
}

std::vector<std::string> told(const Figure& figure) {
    std::vector<std::string> lines{"plot " + number(figure.plot_left) + " " + number(figure.plot_top) + " " +
                                   number(figure.plot_right) + " " + number(figure.plot_bottom)};
    for (const Shape& shape : figure.shapes) lines.push_back(std::visit(Teller{}, shape));
    return lines;
}

// Whether two lines are the same word for word, and number for number within the tolerance.
bool is_alike(const std::string& a, const std::string& b) {
    if (a.substr(std::min(a.find('|'), a.size())) != b.substr(std::min(b.find('|'), b.size()))) return false;
    std::istringstream one(a.substr(0, a.find('|'))), other(b.substr(0, b.find('|')));
    for (std::string x, y;;) {
        const bool has_x = static_cast<bool>(one >> x), has_y = static_cast<bool>(other >> y);
        if (!has_x || !has_y) return has_x == has_y;
        char *end_x = nullptr, *end_y = nullptr;
        const double number_x = std::strtod(x.c_str(), &end_x), number_y = std::strtod(y.c_str(), &end_y);
        const bool are_numbers = *end_x == 0 && *end_y == 0;
        if (are_numbers ? std::fabs(number_x - number_y) > tolerance_px : x != y) return false;
    }
}

// What differs first, in words; empty where nothing does.
std::string difference(const std::vector<std::string>& golden, const std::vector<std::string>& now) {
    for (std::size_t i = 0; i < std::max(golden.size(), now.size()); ++i) {
        const std::string was = i < golden.size() ? golden[i] : "nothing", is = i < now.size() ? now[i] : "nothing";
        if (!is_alike(was, is)) return "shape " + std::to_string(i) + " was: " + was + "\n          and is: " + is;
    }
    return {};
}

std::string path_of(const std::string& name) { return std::string(SOURCE_FOLDER "/tests/golden/") + name + ".txt"; }

bool is_writing() {
    const char* wish = std::getenv("GOLDEN");
    return wish && std::string_view(wish) == "write";
}

// The lines of a file under their headings, "== 288".
std::vector<std::string> lines_under(const std::string& name, const std::string& heading) {
    std::ifstream file(path_of(name));
    std::vector<std::string> lines;
    bool is_inside = false;
    for (std::string line; std::getline(file, line);) {
        const bool is_heading = line.starts_with("== ");
        if (is_inside && !is_heading) lines.push_back(line);
        if (is_heading) is_inside = line == heading;
    }
    return lines;
}

void write(const Golden& golden) {
    std::ofstream file(path_of(golden.name));
    for (const double width : widths_px) {
        file << "== " << number(width) << "\n";
        for (const std::string& line : told(golden.figure(width))) file << line << "\n";
    }
    REQUIRE(file.good());
}

std::string hexadecimal(std::uint32_t rgb) {
    std::array<char, 8> text;
    std::snprintf(text.data(), text.size(), "%06X", static_cast<unsigned>(rgb));
    return text.data();
}

constexpr std::array<Shade, 4> shades{
    {{}, {.dark = true}, {.more_contrast = true}, {.dark = true, .more_contrast = true}}};

// "muted #6B665C #A09A8E #3D3931 #D8D3C8": each role in each shade.
std::vector<std::string> palette() {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < ink_count; ++i) {
        const Ink ink = static_cast<Ink>(i);
        lines.push_back(ink_name(ink));
        for (const Shade shade : shades) lines.back() += " #" + hexadecimal(rgb(ink, shade));
    }
    return lines;
}

// The colour that a golden line has in a shade, by the golden palette.
std::string golden_colour(const std::vector<std::string>& roles, const std::string& line, std::size_t shade) {
    const std::size_t start = line.find(' ') + 1;
    const std::string role = line.substr(start, line.find(' ', start) - start) + " #";
    const auto found = std::ranges::find_if(roles, [&](const std::string& one) { return one.starts_with(role); });
    if (found == roles.end()) return "no such role: " + role;
    return found->substr(role.size() + 8 * shade, 6);
}

}  // namespace

TEST_CASE("golden shapes: every figure at five widths is as it was, to half a pixel and to the word") {
    for (const Golden& golden : goldens()) {
        if (is_writing()) write(golden);
        for (const double width : widths_px) {
            CAPTURE(golden.name);
            CAPTURE(width);
            const auto was = lines_under(golden.name, "== " + number(width));
            REQUIRE(!was.empty());
            CHECK(difference(was, told(golden.figure(width))) == "");
        }
    }
}

TEST_CASE(
    "golden colours: light and dark, with more contrast too, each shape of a figure's SVG has the colour of its role") {
    if (is_writing()) {
        std::ofstream file(path_of("inks"));
        file << "== inks\n";
        for (const std::string& line : palette()) file << line << "\n";
    }
    const auto roles = lines_under("inks", "== inks");
    CHECK(difference(roles, palette()) == "");
    for (const Golden& golden : goldens())
        for (const double width : widths_px)
            for (std::size_t shade = 0; shade < shades.size(); ++shade) {
                CAPTURE(golden.name);
                CAPTURE(width);
                CAPTURE(shade);
                const auto was = lines_under(golden.name, "== " + number(width));
                std::istringstream svg(to_svg(golden.figure(width), shades[shade]));
                std::string line;
                while (std::getline(svg, line) && !line.starts_with("<rect width=\"100%\"")) continue;
                CHECK(line.find(golden_colour(roles, "ground paper ", shade)) != std::string::npos);
                for (std::size_t i = 1; i < was.size() && std::getline(svg, line); ++i) {
                    CAPTURE(was[i]);
                    CAPTURE(line);
                    CHECK(line.find(golden_colour(roles, was[i], shade)) != std::string::npos);
                }
                std::getline(svg, line);
                CHECK(line == "</svg>");
            }
}

TEST_CASE("the stylesheet of page and frame has the colours of the figure, in each shade") {
    std::ifstream file(SOURCE_FOLDER "/web/common.css");
    std::map<std::string, std::vector<std::string>> written;  // by role, in the order of the file
    for (std::string line; std::getline(file, line);) {
        const std::size_t name = line.find("--"), colour = line.find(": #");
        if (name == std::string::npos || colour == std::string::npos) continue;
        std::string digits = line.substr(colour + 3, 6);
        for (char& digit : digits) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
        written[line.substr(name + 2, colour - name - 2)].push_back(digits);
    }
    for (const Ink ink : {Ink::paper, Ink::ink, Ink::muted, Ink::hairline, Ink::alarm}) {
        CAPTURE(ink_name(ink));
        std::vector<std::string> wanted;  // a dark one stands for the article's wish and for the reader's
        for (const std::size_t shade : {0, 1, 1, 2, 3, 3}) wanted.push_back(hexadecimal(rgb(ink, shades[shade])));
        const bool is_same = ink == Ink::paper || ink == Ink::ink;  // with more contrast too
        if (is_same) CHECK((wanted[3] == wanted[0] && wanted[4] == wanted[1]));
        wanted.resize(is_same ? 3 : 6);
        CHECK(written[ink_name(ink)] == wanted);
    }
    CHECK(written.size() == 5);
}

TEST_CASE("golden shapes: what moves by more than half a pixel, or says something else, is seen and named") {
    Figure figure = goldens().front().figure(358);
    const auto before = told(figure);
    CHECK(difference(before, before) == "");
    const auto moved_by = [&](double px) {
        Figure moved = figure;
        std::get<Area>(moved.shapes.front()).top.front().y += px;
        return difference(before, told(moved));
    };
    CHECK(moved_by(0.4) == "");
    CHECK(moved_by(0.7).starts_with("shape 1 was: area track"));
    for (Shape& shape : figure.shapes)
        if (Text* text = std::get_if<Text>(&shape)) text->text = "Azuro";
    CHECK(difference(before, told(figure)).find("Azuro") != std::string::npos);
    figure.shapes.pop_back();
    CHECK(difference(told(goldens().front().figure(358)), told(figure)) != "");
}

}  // namespace fr
