// The figures' promises: words never touch words or lines at any width, areas add up, and the SVG stands on its own.
#include "core/picture/figure.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ask/uncertainty.h"
#include "core/files/assets.h"
#include "core/picture/known_capacity.h"
#include "core/picture/labels.h"
#include "core/picture/promised_figure.h"
#include "core/picture/score_figure.h"
#include "core/picture/svg.h"
#include "core/words/format.h"
#include "tests/forms.h"

using namespace fr;

namespace {

constexpr double columns_px[]{288, 342, 390, 557, 704, 768, 800, 1344};

struct Case {
    Contract contract;
    Inputs inputs;
    Reading reading;
};

Case made(std::string_view contract, double growth) {
    Case result{*find_contract(contract), default_inputs(), {}};
    result.inputs.demand_growth = growth;
    result.reading = evaluate(result.inputs, result.contract);
    return result;
}

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const Contract& contract : shipped_contracts())
        for (const double growth : {1.2, 3.0, 5.0}) all.push_back(made(contract.id, growth));
    return all;
}

Measure widened(double factor) {
    return
        [factor](std::string_view text, Face face, double size) { return factor * estimated_width(text, face, size); };
}

FigureOptions options(double width, bool in_gw, Month selected) {
    FigureOptions result;
    result.width = width;
    result.height = 372;
    result.in_gw = in_gw;
    result.selected = selected;
    result.today = month_of(2026, 11);
    return result;
}

struct Words {
    std::size_t index;  // among the shapes: later ones lie over earlier ones
    const Text* text;
    Rect place;
};

std::vector<Words> words_of(const Figure& figure, const Measure& measure) {
    std::vector<Words> words;
    for (std::size_t i = 0; i < figure.shapes.size(); ++i)
        if (const Text* text = std::get_if<Text>(&figure.shapes[i]))
            words.push_back({i, text, text_rect(*text, measure)});
    return words;
}

// Whether a card between the line and the words hides the line.
bool is_covered(const Figure& figure, std::size_t line, const Words& words) {
    for (std::size_t i = line + 1; i < words.index; ++i) {
        const Box* box = std::get_if<Box>(&figure.shapes[i]);
        if (box && box->filled && contains({box->x, box->y, box->x + box->width, box->y + box->height}, words.place))
            return true;
    }
    return false;
}

bool crosses_any(const std::vector<Point>& points, const Rect& rect) {
    for (std::size_t i = 1; i < points.size(); ++i)
        if (crosses(points[i - 1], points[i], rect)) return true;
    return false;
}

// The first fault found, in words; empty: none.
std::string fault(const Figure& figure, const Measure& measure) {
    const std::vector<Words> words = words_of(figure, measure);
    for (std::size_t a = 0; a < words.size(); ++a)
        for (std::size_t b = a + 1; b < words.size(); ++b)
            if (overlap(words[a].place, words[b].place)) return words[a].text->text + " touches " + words[b].text->text;
    for (const Words& word : words) {
        if (word.place.left < -0.5 || word.place.right > figure.width + 0.5 ||
            word.place.bottom > figure.height + 0.5 || word.place.top < -0.5)
            return word.text->text + " is cut";
        for (std::size_t i = 0; i < figure.shapes.size(); ++i) {
            const Line* line = std::get_if<Line>(&figure.shapes[i]);
            const Area* area = std::get_if<Area>(&figure.shapes[i]);
            const bool is_hit = (line && crosses_any(line->points, word.place)) ||
                                (area && (crosses_any(area->top, word.place) || crosses_any(area->bottom, word.place)));
            if (is_hit && !is_covered(figure, i, word)) return word.text->text + " is crossed";
        }
    }
    return {};
}

bool has_words(const Figure& figure, std::string_view words) {
    return std::ranges::any_of(figure.shapes, [&](const Shape& shape) {
        const Text* text = std::get_if<Text>(&shape);
        return text && text->text.find(words) != std::string::npos;
    });
}

std::vector<const Area*> areas_of(const Figure& figure) {
    std::vector<const Area*> areas;
    for (const Shape& shape : figure.shapes)
        if (const Area* area = std::get_if<Area>(&shape)) areas.push_back(area);
    return areas;
}

}  // namespace

TEST_CASE("what is emphasised keeps its ink, all else steps back under a veil, and nothing is hidden") {
    const Contract& contract = *find_contract("january-2025");
    const Reading reading = evaluate(default_inputs(), contract);
    FigureOptions options;
    options.before = 120;
    const auto veils = [](const Figure& figure) {
        return std::ranges::count_if(figure.shapes, [](const Shape& shape) {
            const auto* area = std::get_if<Area>(&shape);
            return area && area->ink == Ink::paper && area->opacity < 1;
        });
    };
    const auto texts = [](const Figure& figure) {
        std::vector<std::string> all;
        for (const Shape& shape : figure.shapes)
            if (const auto* text = std::get_if<Text>(&shape)) all.push_back(text->text);
        return all;
    };
    const auto capacity = [&] { return capacity_figure(contract, reading.run, options, estimated_width); };
    const auto strip = [&] { return strip_figure(contract, reading, options, estimated_width); };
    const Figure plain_capacity = capacity(), plain_strip = strip();
    CHECK(veils(plain_capacity) == 0);
    CHECK(veils(plain_strip) == 0);
    options.parts.add(Part::azure);
    options.parts.add(Part::first_refusal);
    CHECK(veils(capacity()) == 3);  // others, own sites, what is unserved
    CHECK(veils(strip()) == 6);     // all rows but one
    CHECK(texts(capacity()) == texts(plain_capacity));
    CHECK(texts(strip()) == texts(plain_strip));
}

TEST_CASE("a bet in gigawatts is a point of its month at its height") {
    FigureOptions options;
    options.in_gw = true;
    options.bets = {{month_of(2025, 12), 4}};
    const Contract& contract = *find_contract("january-2025");
    const Figure figure = capacity_figure(contract, simulate(default_inputs(), contract), options, estimated_width);
    const double x = x_of(figure, month_of(2025, 12));
    const double y = figure.plot_bottom - 4 / figure.axis_top_gw * (figure.plot_bottom - figure.plot_top);
    CHECK(std::ranges::any_of(figure.shapes, [&](const Shape& shape) {
        const auto* dot = std::get_if<Dot>(&shape);
        return dot && dot->radius == 5 && std::abs(dot->centre.x - x) < 1e-9 && std::abs(dot->centre.y - y) < 1e-9;
    }));
}

TEST_CASE(
    "no words of the big picture touch others, are crossed by a line or cut, at any width, deal, growth and month") {
    for (const double wide : {1.0, 1.4})
        for (const double width : columns_px)
            for (const Case& state : cases())
                for (const bool in_gw : {false, true})
                    for (const int month : {0, 10, 28, 83}) {
                        const Measure measure = widened(wide);
                        const auto figure = capacity_figure(state.contract, state.reading.run,
                                                            options(width, in_gw, Month{month}), measure);
                        CAPTURE(width);
                        CAPTURE(wide);
                        CAPTURE(state.contract.id);
                        CAPTURE(state.inputs.demand_growth);
                        CAPTURE(in_gw);
                        CAPTURE(month);
                        CHECK(fault(figure, measure) == "");
                    }
}

TEST_CASE("no words of the strip touch others, are crossed by a line or cut") {
    for (const double wide : {1.0, 1.4})
        for (const double width : columns_px)
            for (const Case& state : cases()) {
                const Measure measure = widened(wide);
                const auto figure =
                    strip_figure(state.contract, state.reading, options(width, false, Month{28}), measure);
                CAPTURE(width);
                CAPTURE(wide);
                CAPTURE(state.contract.id);
                CHECK(fault(figure, measure) == "");
            }
}

TEST_CASE("no words of the AGI picture touch others, are crossed by a line or cut") {
    for (const double wide : {1.0, 1.4})
        for (const double width : {288.0, 310.0, 342.0, 400.0, 442.0})
            for (Case& state : cases())
                for (const double reading : {0.0, 1.0, 2.0}) {
                    state.inputs.agi_reading = reading;
                    state.inputs.agi_declared = month_of(2029, 3).index;
                    state.reading = evaluate(state.inputs, state.contract);
                    const Measure measure = widened(wide);
                    FigureOptions wanted = options(width, false, never);
                    wanted.height = 214;
                    const auto figure = agi_figure(state.inputs, state.contract, state.reading.run, wanted, measure);
                    CAPTURE(width);
                    CAPTURE(wide);
                    CAPTURE(state.contract.id);
                    CAPTURE(state.inputs.demand_growth);
                    CAPTURE(reading);
                    CHECK(fault(figure, measure) == "");
                }
}

namespace {

Ranges ranges_of(const Case& state) {
    Bands bands(state.inputs, state.contract, under_pressure(), {}, 1, 64);
    bands.add_runs(64);
    Ranges ranges;
    for (std::size_t curve = 0; curve < curve_count; ++curve) ranges[curve] = bands.range(static_cast<Curve>(curve));
    return ranges;
}

}  // namespace

TEST_CASE("a month beyond the chart stands at its edge, with its numbers: playhead, pill and readout do not vanish") {
    const Case state = made("exclusive-2023", 4);
    const Month late = month_of(2034, 3);
    for (const double before : {0.0, 130.0}) {
        FigureOptions wanted = options(800, false, late);
        wanted.before = before;
        const Figure figure = capacity_figure(state.contract, state.reading.run, wanted, widened(1));
        CHECK(has_words(figure, "Mar 2034 →"));
        CHECK(has_words(figure, "not served"));
        // The pill hides no word of the axis.
        for (const Shape& shape : figure.shapes)
            if (const Box* box = std::get_if<Box>(&shape); box && box->ink == Ink::ink)
                for (const Words& words : words_of(figure, widened(1))) {
                    const Rect pill{box->x, box->y, box->x + box->width, box->y + box->height};
                    if (words.text->text == "0%") CHECK(!overlap(pill, words.place));
                }
        CHECK(std::ranges::any_of(figure.shapes, [&](const Shape& shape) {
            const Line* line = std::get_if<Line>(&shape);
            return line && line->ink == Ink::ink && !line->dashed && line->points.front().x == figure.plot_right &&
                   line->points.back().x == figure.plot_right;
        }));
        CHECK(fault(figure, widened(1)) == "");
    }
}

TEST_CASE("the big picture is legible from 150 to 352 px high: its plot keeps half the height, its words clear") {
    for (const double wide : {1.0, 1.4})
        for (const double width : {320.0, 358.0, 500.0, 640.0, 790.0, 1200.0})
            for (const double height : {150.0, 200.0, 240.0, 300.0, 352.0})
                for (const Case& state : cases())
                    for (const bool in_gw : {false, true}) {
                        FigureOptions wanted = options(width, in_gw, Month{28});
                        wanted.height = height;
                        if (width >= 620) wanted.before = strip_room(widened(wide));
                        const Figure figure = capacity_figure(state.contract, state.reading.run, wanted, widened(wide));
                        CAPTURE(wide);
                        CAPTURE(width);
                        CAPTURE(height);
                        CAPTURE(state.contract.id);
                        CAPTURE(in_gw);
                        CHECK(fault(figure, widened(wide)) == "");
                        CHECK(figure.plot_bottom - figure.plot_top >= height / 2);
                        if (!in_gw) CHECK(has_words(figure, "Azure"));
                        CHECK(has_words(figure, "May 2026"));
                    }
}

TEST_CASE(
    "the chosen curve of the AGI picture never leaves it before its test is met; what leaves carries its number") {
    for (Case& state : cases())
        for (const double reading : {0.0, 1.0}) {
            state.inputs.agi_reading = reading;
            state.reading = evaluate(state.inputs, state.contract);
            FigureOptions wanted = options(790, false, never);
            wanted.height = 300;
            const Figure figure = agi_figure(state.inputs, state.contract, state.reading.run, wanted, widened(1));
            const Month met = entry(state.reading.run.agi_by_reading, reading);
            const Month until = std::min(met, Month{month_count - 1});
            double from = 1e9, to = -1e9;
            for (const Shape& shape : figure.shapes)
                if (const Line* line = std::get_if<Line>(&shape); line && line->width == 2.5) {
                    from = std::min(from, line->points.front().x);
                    to = std::max(to, line->points.back().x);
                }
            CAPTURE(state.contract.id);
            CAPTURE(state.inputs.demand_growth);
            CAPTURE(reading);
            if (until.index < 2) continue;
            CHECK(from == doctest::Approx(x_of(figure, Month{0})));
            CHECK(to >= x_of(figure, Month{until.index - 1}) - 0.5);
        }
}

TEST_CASE("the ten readings as dates: no words touch or are cut, every month is told, what is met has its dot") {
    for (Case& state : cases()) {
        const auto readings = agi_readings(state.inputs, state.contract);
        for (const double wide : {1.0, 1.4})
            for (const double width : {288.0, 358.0, 620.0, 790.0, 1200.0}) {
                const Measure measure = widened(wide);
                const Figure figure =
                    agi_dates_figure(readings, state.contract.horizon, options(width, false, never), measure);
                CAPTURE(width);
                CAPTURE(wide);
                CAPTURE(state.contract.id);
                CAPTURE(state.inputs.demand_growth);
                CHECK(figure.plot_right - figure.plot_left > 40);
                std::size_t dots = 0;
                for (const Shape& shape : figure.shapes) dots += std::holds_alternative<Dot>(shape);
                CHECK(dots == static_cast<std::size_t>(std::ranges::count_if(
                                  readings, [](const TestReading& reading) { return reading.met != never; })));
                const auto words = words_of(figure, measure);
                for (std::size_t a = 0; a < words.size(); ++a) {
                    CHECK(words[a].place.left >= -0.5);
                    CHECK(words[a].place.right <= width + 0.5);
                    for (std::size_t b = a + 1; b < words.size(); ++b) CHECK(!overlap(words[a].place, words[b].place));
                }
                for (const TestReading& reading : readings) {
                    CHECK(has_words(figure, std::string(reading.word)));
                    CHECK(has_words(figure, reading.met == never ? "not by 2035" : month_text(reading.met)));
                }
            }
    }
}

TEST_CASE("the dots of known capacity are figures of the scorecard, and what is planned is a projection") {
    const Backtest known = backtest(default_inputs(), *find_contract("as-amended"));
    for (const auto& [end, gw, is_planned] : known_capacity) {
        const auto is_row = [&](const BacktestRow& row) {
            const bool is_capacity = row.what.starts_with("Running capacity") && row.month == month_id(end);
            return is_capacity && row.expected == gw_text(gw) && (row.row_class == RowClass::projection) == is_planned;
        };
        CAPTURE(month_id(end));
        CHECK(std::ranges::count_if(known.rows, is_row) == 1);
    }
}

TEST_CASE("known capacity stands as a dot where it was, in gigawatts") {
    const Contract& contract = *find_contract("january-2025");
    FigureOptions options;
    options.in_gw = true;
    options.selected = month_of(2026, 5);
    const Run run = simulate(default_inputs(), contract);
    const Figure figure = capacity_figure(contract, run, options, estimated_width);
    const auto dots = [](const Figure& drawn) {
        return std::ranges::count_if(drawn.shapes,
                                     [](const Shape& shape) { return std::holds_alternative<Dot>(shape); });
    };
    options.shows_known = false;
    CHECK(dots(capacity_figure(contract, run, options, estimated_width)) == 0);
    options.shows_known = true;
    options.height = 180;  // no room for what the dots mean
    CHECK(dots(capacity_figure(contract, run, options, estimated_width)) == 0);
    for (const auto& [end, gw, is_planned] : known_capacity) {
        const double share = gw / figure.axis_top_gw;
        const double y = figure.plot_bottom - share * (figure.plot_bottom - figure.plot_top), x = x_of(figure, end);
        const auto is_here = [&](const Shape& shape) {
            const Dot* dot = std::get_if<Dot>(&shape);
            return dot && std::abs(dot->centre.x - x) < 0.01 && std::abs(dot->centre.y - y) < 0.01;
        };
        CAPTURE(month_id(end));
        CHECK(std::ranges::count_if(figure.shapes, is_here) == (is_planned ? 3 : 2));
    }
}

TEST_CASE("the dot plot of the scorecard: the model stands as far from what is known as the row says") {
    const Backtest known = backtest(default_inputs(), *find_contract("as-amended"));
    for (const double width : {288.0, 800.0}) {
        FigureOptions options;
        options.width = width;
        const Figure figure = score_figure(known, options, estimated_width);
        for (const BacktestRow& row : known.rows) {
            const bool is_shown = (row.row_class == RowClass::outcome || row.row_class == RowClass::projection) &&
                                  row.error_text.ends_with("%");
            CAPTURE(row.what);
            CHECK((figure.description.find(" " + row.what + ": " + row.error_text + ".") != std::string::npos) ==
                  is_shown);
        }
        for (const Shape& shape : figure.shapes)
            if (const Text* text = std::get_if<Text>(&shape)) {
                const Rect place = text_rect(*text, estimated_width);
                CAPTURE(text->text);
                CHECK(place.left >= -0.5);
                CHECK(place.right <= width + 0.5);
            }
    }
}

TEST_CASE("promised and running: no words touch or are cut, and the axis holds what is promised and what runs") {
    for (const Case& state : cases())
        for (const double wide : {1.0, 1.4})
            for (const double width : {288.0, 358.0, 620.0, 1200.0}) {
                const Measure measure = widened(wide);
                FigureOptions wanted = options(width, false, never);
                wanted.height = 236;
                const Figure figure = promised_figure(shipped_ledger(), state.reading.run, wanted, measure);
                CAPTURE(width);
                CAPTURE(wide);
                CAPTURE(state.contract.id);
                CAPTURE(state.inputs.demand_growth);
                CHECK(figure.plot_bottom - figure.plot_top >= 80);
                for (const Shape& shape : figure.shapes)
                    if (const Line* line = std::get_if<Line>(&shape))
                        for (const Point& point : line->points) CHECK(point.y >= 0);
                const auto words = words_of(figure, measure);
                for (std::size_t a = 0; a < words.size(); ++a) {
                    CHECK(words[a].place.left >= -0.5);
                    CHECK(words[a].place.right <= width + 0.5);
                    for (std::size_t b = a + 1; b < words.size(); ++b) CHECK(!overlap(words[a].place, words[b].place));
                }
            }
}

TEST_CASE("with the range of the runs drawn, still no words touch others, are crossed by a line or cut") {
    for (const Case& state : cases()) {
        const Ranges ranges = ranges_of(state);
        for (const double wide : {1.0, 1.4})
            for (const double width : columns_px)
                for (const bool in_gw : {false, true}) {
                    const Measure measure = widened(wide);
                    FigureOptions wanted = options(width, in_gw, Month{28});
                    const Figure without = capacity_figure(state.contract, state.reading.run, wanted, measure);
                    wanted.ranges = &ranges;
                    const Figure figure = capacity_figure(state.contract, state.reading.run, wanted, measure);
                    CAPTURE(width);
                    CAPTURE(wide);
                    CAPTURE(state.contract.id);
                    CAPTURE(state.inputs.demand_growth);
                    CAPTURE(in_gw);
                    CHECK(fault(figure, measure) == "");
                    CHECK(areas_of(figure).size() == areas_of(without).size() + (in_gw ? 2 : 1));
                    // What stood there stands where it stood.
                    for (const Words& words : words_of(without, measure))
                        CHECK(std::ranges::any_of(words_of(figure, measure), [&](const Words& other) {
                            return other.text->text == words.text->text && other.text->at.x == words.text->at.x &&
                                   other.text->at.y == words.text->at.y;
                        }));
                }
        for (const double wide : {1.0, 1.4})
            for (const double width : {288.0, 310.0, 342.0, 400.0, 442.0}) {
                const Measure measure = widened(wide);
                FigureOptions wanted = options(width, false, never);
                wanted.height = 214;
                wanted.ranges = &ranges;
                CAPTURE(width);
                CAPTURE(wide);
                CAPTURE(state.contract.id);
                CAPTURE(state.inputs.demand_growth);
                CHECK(fault(agi_figure(state.inputs, state.contract, state.reading.run, wanted, measure), measure) ==
                      "");
            }
    }
}

TEST_CASE("the range of the runs says what it is, and is not drawn beside a state that is compared with") {
    const Case state = made("january-2025", 3);
    const Ranges ranges = ranges_of(state);
    for (const double width : {342.0, 390.0, 800.0})
        for (const bool in_gw : {false, true}) {
            CAPTURE(width);
            CAPTURE(in_gw);
            FigureOptions wanted = options(width, in_gw, Month{28});
            wanted.ranges = &ranges;
            CHECK(has_words(capacity_figure(state.contract, state.reading.run, wanted, widened(1)), "8 of 10 runs"));
            wanted.ghost = &state.reading.run;
            CHECK(!has_words(capacity_figure(state.contract, state.reading.run, wanted, widened(1)), "8 of 10 runs"));
        }
}

TEST_CASE("clauses that rest on less than is relied on are marked in the strip, at every width") {
    const Case state = made("january-2025", 3);
    for (const double wide : {1.0, 1.4})
        for (const double width : columns_px) {
            CAPTURE(width);
            const Measure measure = widened(wide);
            FigureOptions wanted = options(width, false, Month{28});
            CHECK(!has_words(strip_figure(state.contract, state.reading, wanted, measure), "· only"));
            wanted.weakest = Grade::primary_quoted;
            const Figure figure = strip_figure(state.contract, state.reading, wanted, measure);
            CHECK(fault(figure, measure) == "");
            if (width >= 390 && wide == 1) CHECK(has_words(figure, "only reported"));
        }
}

TEST_CASE("the untouched picture names its areas and its worst month at phone and desktop widths") {
    const Case state = made("january-2025", 3);
    for (const double width : {342.0, 390.0, 800.0}) {
        CAPTURE(width);
        const auto figure =
            capacity_figure(state.contract, state.reading.run, options(width, false, Month{28}), widened(1));
        for (const char* name : {"Azure", "Oracle, AWS, others", "own sites", "34%", "exclusivity ends", "May 2026"}) {
            CAPTURE(name);
            CHECK(has_words(figure, name));
        }
    }
}

TEST_CASE("the areas stack to the whole of demand") {
    const Case state = made("january-2025", 3);
    for (const bool in_gw : {false, true}) {
        const auto figure = capacity_figure(state.contract, state.reading.run, options(800, in_gw, never), widened(1));
        const auto areas = areas_of(figure);
        REQUIRE(areas.size() == 4);  // unserved, own, others, Azure: from the top down
        for (std::size_t i = 0; i < areas[0]->top.size(); ++i) {
            const double demand = state.reading.run.rows[i].demand_gw;
            const double whole = in_gw ? demand / figure.axis_top_gw : 1;
            const double height = figure.plot_bottom - figure.plot_top;
            CHECK(areas[0]->top[i].y == doctest::Approx(figure.plot_bottom - whole * height));
            for (std::size_t k = 0; k + 1 < areas.size(); ++k)
                CHECK(areas[k]->bottom[i].y == doctest::Approx(areas[k + 1]->top[i].y));
            CHECK(areas[3]->bottom[i].y == doctest::Approx(figure.plot_bottom));
        }
    }
}

TEST_CASE("demand that leaves a fixed axis carries its number") {
    const Case state = made("january-2025", 4);
    FigureOptions wanted = options(800, true, never);
    wanted.axis_top_gw = 40;
    const auto figure = capacity_figure(state.contract, state.reading.run, wanted, widened(1));
    CHECK(figure.axis_top_gw == 40);
    CHECK(has_words(figure, "demand, to "));
}

TEST_CASE("a pointer finds the month that is drawn under it") {
    const Case state = made("january-2025", 3);
    const auto figure = capacity_figure(state.contract, state.reading.run, options(800, false, never), widened(1));
    for (int month = 0; month < 96; ++month) CHECK(month_at(figure, x_of(figure, Month{month})) == Month{month});
    CHECK(month_at(figure, -50) == Month{0});
    CHECK(month_at(figure, 5000) == month_of(2031, 12));
}

TEST_CASE("an SVG has title and description, no inline style, and is under 30 kB") {
    for (const Case& state : cases())
        for (const bool in_gw : {false, true})
            for (const bool dark : {false, true}) {
                const auto figure =
                    capacity_figure(state.contract, state.reading.run, options(800, in_gw, Month{28}), widened(1));
                const std::string svg = to_svg(figure, {.dark = dark});
                CHECK(svg.find("<title>Who serves OpenAI’s demand</title>") != std::string::npos);
                CHECK(svg.find("<desc>" + figure.description + "</desc>") != std::string::npos);
                CHECK(svg.find("style=") == std::string::npos);
                CHECK(svg.size() < 30'000);
            }
}

TEST_CASE("a picture is XML whatever words are in it") {
    Figure figure{};
    figure.width = figure.height = 10;
    for (const char* words :
         {"a & b < c > \"d\"", "\uFFFE\uFFFF", "\x01\x1b[0m", "\xff\xc3", "\u202E]]>", "<!--", "ü 漢 𝄞"}) {
        CAPTURE(words);
        figure.title = figure.description = words;
        figure.shapes = {Text{{0, 5}, words, Ink::alarm, Face::sans, 12}};
        CHECK(tests::is_xml(to_svg(figure, {})));
    }
    CHECK_FALSE(tests::is_xml("<a>\uFFFE</a>"));
    CHECK_FALSE(tests::is_xml("<a><b></a></b>"));
    CHECK_FALSE(tests::is_xml("<a>x & y</a>"));
}

namespace {

double linear(std::uint32_t channel) {
    // Relative luminance needs a power of 2.4; x^2.4 = x² · (x²)^(1/5), by Newton.
    const double c = static_cast<double>(channel) / 255;
    if (c <= 0.04045) return c / 12.92;
    const double x = (c + 0.055) / 1.055, square = x * x;
    double root = 1;
    for (int i = 0; i < 60; ++i) root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
    return square * root;
}

double luminance(std::uint32_t rgb) {
    return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
}

double contrast(Ink a, Ink b, Shade shade) {
    const double one = luminance(rgb(a, shade)), other = luminance(rgb(b, shade));
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace

TEST_CASE("text has a contrast of 4.5 to 1 and lines of 3 to 1; with more contrast text has 7 and separators have 3") {
    for (const bool dark : {false, true})
        for (const bool more : {false, true}) {
            CAPTURE(dark);
            CAPTURE(more);
            const auto against = [shade = Shade{dark, more}](Ink a, Ink b) { return contrast(a, b, shade); };
            const double readable = more ? 7 : 4.5;
            // On the paper, on a chosen row, on cards, and on each area.
            for (const Ink text : {Ink::ink, Ink::muted, Ink::alarm})
                for (const Ink ground : {Ink::paper, Ink::track}) CHECK(against(text, ground) >= readable);
            CHECK(against(Ink::on_azure, Ink::azure) >= readable);
            CHECK(against(Ink::on_others, Ink::others) >= readable);
            CHECK(against(Ink::on_own, Ink::own) >= readable);
            CHECK(against(Ink::paper, Ink::ink) >= readable);
            // Bars, ticks, frames and curves; what is only a ground needs none.
            for (const Ink line : {Ink::ink, Ink::muted, Ink::alarm, Ink::outline, Ink::azure})
                CHECK(against(line, Ink::paper) >= (more ? 4.5 : 3));
            CHECK(against(Ink::hatch, Ink::track) >= (more ? 4.5 : 3));
            if (more) CHECK(against(Ink::hairline, Ink::paper) >= 3);
        }
}
