// A search for the words at ticks, from the longest to the shortest.
#include "core/picture/ticks.h"

#include <algorithm>

namespace fr {

namespace {

struct Search {
    const TickRoom& room;
    const Measure& measure;
    std::vector<Text> placed{};

    bool is_free(const Text& text) const {
        constexpr double gap = 10;
        const Rect place = text_rect(text, measure);
        if (place.left < room.left || place.right > room.right) return false;
        const Rect kept{place.left - gap, place.top, place.right + gap, place.bottom};
        return std::ranges::none_of(placed,
                                    [&](const Text& other) { return overlap(kept, text_rect(other, measure)); });
    }

    Text text_of(const TrackTick& tick, const TickForm& form, int line) const {
        const double aside = form.is_below ? 1 : -1, baseline = room.top + tick_size - 2 + line * tick_leading;
        const Align align = form.is_below ? Align::right : Align::left;
        return {{tick.x + aside, baseline}, form.words, Ink::alarm, Face::sans, tick_size, align};
    }

    // Words no shorter than form `shortest` for every tick, going back where a later one finds no room. Beyond the last
    // form a tick may go without.
    bool place(std::span<const TrackTick> ticks, std::size_t shortest) {
        if (ticks.empty()) return true;
        const TrackTick& tick = ticks.front();
        for (std::size_t form = 0; form < tick.forms.size() && form <= shortest; ++form)
            for (int line = 0; line < room.lines; ++line) {
                const Text text = text_of(tick, tick.forms[form], line);
                if (!is_free(text)) continue;
                placed.push_back(text);
                if (place(ticks.subspan(1), shortest)) return true;
                placed.pop_back();
            }
        return shortest >= tick.forms.size() && place(ticks.subspan(1), shortest);
    }
};

}  // namespace

std::vector<Text> placed_words(std::span<const TrackTick> ticks, const TickRoom& room, const Measure& measure) {
    Search search{room, measure};
    for (std::size_t shortest = 0; !search.place(ticks, shortest); ++shortest) search.placed.clear();
    return search.placed;
}

}  // namespace fr
