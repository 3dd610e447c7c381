// The strip's promises: every form of a bar is explained in its key, no colour of who serves stands for a clause, its
// months are the picture's, and each month of each row can be told in words.
#include "core/picture/strip.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/picture/advances.h"
#include "core/picture/labels.h"
#include "tests/states.h"

using namespace fr;
using namespace fr::tests;

namespace {

FigureOptions beside(double width) {
    FigureOptions options;
    options.width = width;
    options.height = 300;
    options.before = strip_room(measured_width);
    options.selected = month_of(2026, 5);
    return options;
}

struct Dealt {
    const Contract& contract;
    Reading reading;
};

std::vector<Dealt> states() {
    std::vector<Dealt> all;
    for (const Contract& contract : shipped_contracts())
        for (const double growth : {1.2, 3.0, 5.0})
            all.push_back({contract, evaluate(with(default_inputs(), "demand.growth", growth), contract)});
    return all;
}

bool says(const Figure& figure, std::string_view words) {
    return std::ranges::any_of(figure.shapes, [&](const Shape& shape) {
        const Text* text = std::get_if<Text>(&shape);
        return text && text->text == words;
    });
}

std::vector<Rect> words_of(const Figure& figure) {
    std::vector<Rect> places;
    for (const Shape& shape : figure.shapes)
        if (const Text* text = std::get_if<Text>(&shape)) places.push_back(text_rect(*text, measured_width));
    return places;
}

Ink ink_of(const Shape& shape) {
    return std::visit([](const auto& one) { return one.ink; }, shape);
}

}  // namespace

TEST_CASE("every form of the strip's bars is in its key, at every width") {
    for (const Dealt& state : states())
        for (const double width : {288.0, 358.0, 390.0, 620.0, 790.0, 1344.0}) {
            CAPTURE(width);
            FigureOptions options = beside(width);
            if (width < 620) options.before = 0;
            const Figure figure = strip_figure(state.contract, state.reading, options, measured_width);
            for (const char* words :
                 {"in force", "in part", "straining", "ended", "by AGI clause", "blank: not agreed"}) {
                CAPTURE(words);
                CHECK(says(figure, words));
            }
        }
}

TEST_CASE("a clause never has the colour of who serves") {
    for (const Dealt& state : states())
        for (const Shape& shape : strip_figure(state.contract, state.reading, beside(790), measured_width).shapes) {
            const Ink ink = ink_of(shape);
            CHECK(!std::ranges::contains(std::array{Ink::azure, Ink::others, Ink::own}, ink));
        }
}

TEST_CASE("the strip stands on the picture's own months") {
    for (const Dealt& state : states())
        for (const double width : {620.0, 790.0, 1344.0}) {
            const Figure strip = strip_figure(state.contract, state.reading, beside(width), measured_width);
            const Figure picture = capacity_figure(state.contract, state.reading.run, beside(width), measured_width);
            CHECK(x_of(strip, Month{0}) == x_of(picture, Month{0}));
            CHECK(x_of(strip, Month{90}) == x_of(picture, Month{90}));
        }
}

TEST_CASE("rows of 16 to 21 px touch neither each other nor themselves, whatever the deal does") {
    for (const Dealt& state : states())
        for (const double height : {16.0, 18.0, 21.0})
            for (const double width : {620.0, 700.0, 790.0, 1344.0}) {
                FigureOptions options = beside(width);
                options.row_height = height;
                options.weakest = Grade::primary;
                const Figure figure = strip_figure(state.contract, state.reading, options, measured_width);
                CAPTURE(state.contract.id);
                CAPTURE(height);
                CAPTURE(width);
                const auto places = words_of(figure);
                for (std::size_t a = 0; a < places.size(); ++a) {
                    CHECK(places[a].right <= width + 0.5);
                    for (std::size_t b = a + 1; b < places.size(); ++b) {
                        CHECK(!overlap(places[a], places[b]));
                    }
                }
                CHECK(figure.bands.back().bottom - figure.bands.front().top == doctest::Approx(7 * height));
            }
}

TEST_CASE("the strip is as high whatever the deal does: nothing jumps while demand is dragged") {
    for (const double width : {288.0, 358.0, 790.0}) {
        FigureOptions options = beside(width);
        if (width < 620) options.before = 0;
        const Dealt first = states().front();
        const double height = strip_figure(first.contract, first.reading, options, measured_width).height;
        for (const Dealt& state : states()) {
            const Figure figure = strip_figure(state.contract, state.reading, options, measured_width);
            CHECK(figure.height == height);
        }
    }
}

TEST_CASE("each month of each row is told in words; a gap says why nothing is there") {
    const Contract& contract = contract_named("january-2025");
    const Reading reading = evaluate(default_inputs(), contract);
    const ClauseSpans& all = reading.spans;
    const Figure figure = strip_figure(contract, reading, beside(790), measured_width);
    const auto told = [&](std::size_t row, int year, int month) {
        return strip_words(contract, all, figure.bands[row], month_of(year, month));
    };
    CHECK(told(0, 2024, 2).starts_with("Cloud exclusivity, Feb 2024: "));
    CHECK(told(1, 2024, 5) == "First refusal, May 2024: nothing is agreed; it begins in January 2025.");
    for (const StripBand& band : figure.bands)
        for (int month = 0; month < 96; ++month) {
            const std::string words = strip_words(contract, all, band, Month{month});
            CAPTURE(words);
            CHECK(words.starts_with(std::string(band.name) + ", "));
            CHECK(words.ends_with("."));
            CHECK(words.find(", .") == std::string::npos);
        }
    for (int month = 0; month < 96; ++month) MESSAGE(told(0, 2024 + month / 12, 1 + month % 12));
}
