// Words at a slider's ticks: each on its own side, none over another or cut, from phones to wide screens; and true.
#include "core/picture/ticks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/ask/tick_words.h"
#include "core/picture/advances.h"
#include "tests/states.h"

using namespace fr;
using namespace fr::tests;

namespace {

struct Track {
    const Param& param;
    double left, right;
    double x_of(double value) const { return left + (value - param.low) / (param.high - param.low) * (right - left); }
};

std::vector<TickWords> words_for(const Contract& contract, const Param& param) {
    const Inputs inputs = opening_inputs(contract);
    const std::vector<Tip> all = tips(param, inputs, contract, under_pressure());
    return tick_words(all, inputs.*param.field);
}

// The tick and the form of it that a text is; null where it is none.
struct Match {
    const TrackTick* tick = nullptr;
    const TickForm* form = nullptr;
};

Match match(const Text& text, const std::vector<TrackTick>& ticks) {
    for (const TrackTick& tick : ticks)
        for (const TickForm& form : tick.forms)
            if (form.words == text.text && std::abs(tick.x - text.at.x) <= 1.5) return {&tick, &form};
    return {};
}

std::vector<TrackTick> ticks_on(const Track& track, const std::vector<TickWords>& words) {
    std::vector<TrackTick> ticks;
    for (const TickWords& tick : words) ticks.push_back({track.x_of(tick.value), tick.forms});
    return ticks;
}

void check_places(const std::vector<TickWords>& words, const Track& track, int lines) {
    const std::vector<TrackTick> ticks = ticks_on(track, words);
    const TickRoom room{track.left - 13, track.right + 13, 0, lines};
    const std::vector<Text> texts = placed_words(ticks, room, measured_width);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Rect place = text_rect(texts[i], measured_width);
        const auto [tick, form] = match(texts[i], ticks);
        CAPTURE(texts[i].text);
        REQUIRE(tick != nullptr);
        CHECK(place.left >= room.left);
        CHECK(place.right <= room.right);
        CHECK(form->is_below == (place.left + place.right < 2 * tick->x));
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            CHECK(!overlap(grown(place, 2), text_rect(texts[k], measured_width)));
        }
    }
}

}  // namespace

TEST_CASE("words at ticks stand on their own side, touch no other and are not cut, from 320 to 1920 px") {
    for (const Contract& contract : shipped_contracts()) {
        CAPTURE(contract.id);
        const Param& param = params.front();
        const auto words = words_for(contract, param);
        for (double width = 260; width <= 1900; width += 20) {
            CAPTURE(width);
            check_places(words, {param, 13, width - 13}, 2);
            check_places(words, {param, 13, width - 13}, 1);
        }
    }
}

TEST_CASE("the demand slider says in plain words what would be otherwise, and from which value on") {
    const auto words = words_for(contract_named("january-2025"), params.front());
    const auto says = [&](std::string_view where, std::string_view what) {
        return std::ranges::any_of(words, [&](const TickWords& tick) {
            const std::string& full = tick.forms.front().words;
            return full.starts_with(where) && full.ends_with(what);
        });
    };
    CHECK(says("below ×2.", " exclusivity would have held"));
    CHECK(says("above ×3.", " the shortage never ends"));
    CHECK(says("below ×1.", " the AGI clause never trips"));
}

TEST_CASE("every tick of demand has words, at 1280 px and on a phone") {
    const Param& param = params.front();
    const auto words = words_for(contract_named("january-2025"), param);
    for (const double width : {740.0, 390.0, 358.0, 328.0}) {
        CAPTURE(width);
        const auto texts = placed_words(ticks_on({param, 13, width - 13}, words), {0, width, 0, 2}, measured_width);
        for (const Text& text : texts) MESSAGE(text.text);
        CHECK(texts.size() == words.size());
    }
}

TEST_CASE("what a tick says is so on its side: the model says the same one step beyond") {
    for (const Contract& contract : shipped_contracts())
        for (const Param& param : params) {
            if (param.kind == InputKind::choice) continue;
            const Inputs opening = opening_inputs(contract);
            const std::vector<Tip> all = tips(param, opening, contract, under_pressure());
            const auto words = tick_words(all, opening.*param.field);
            std::size_t told = 0;
            for (const Outcome outcome : marked_outcomes)
                for (const Tip& tip : all) {
                    if (tip.outcome != outcome || !is_marked(tip)) continue;
                    const TickWords& tick = words[told++];
                    CAPTURE(contract.id);
                    CAPTURE(param.key);
                    CAPTURE(tick.forms.front().words);
                    Inputs there = opening;
                    there.*param.field = tick.forms.front().is_below ? tip.low : tip.high;
                    const Headline head = headline_of(there, contract, under_pressure());
                    const bool has_none = outcome == Outcome::shortage_ends && !has_shortage(head);
                    const bool comes = has_none || month_of(head, outcome) < never;
                    const std::string_view full = tick.forms.front().words;
                    const bool says_so = full.ends_with("broken") || full.ends_with("trips") || full.ends_with("lasts");
                    const bool never_ends = full.ends_with("never ends"), never_trips = full.ends_with("never trips");
                    CHECK((says_so && !never_ends && !never_trips) == comes);
                    // Where nothing is ever short, no shortage "never ends".
                    if (never_ends) CHECK(head.max_unserved.share > 0.01);
                }
            CHECK(told == words.size());
        }
}
