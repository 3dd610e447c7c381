// Flags above the big picture's plot: what changes in who may supply, the horizon, today.
#include <algorithm>

#include "core/deal/few.h"
#include "core/deal/terms.h"
#include "core/picture/capacity_picture.h"
#include "core/words/format.h"

namespace fr {

namespace {

using namespace plot;

constexpr double flag_height = 17, flag_size = 13;

// Where little height is left, the plot comes first: fewer rows of flags, and no numbers above it.
int flag_rows(const FigureOptions& options) {
    if (options.height < 200) return 1;
    return options.width >= 620 || options.height < 300 ? 2 : 3;
}

struct Flag {
    Month month;
    std::vector<std::string> texts;  // from long to short
    Ink ink = Ink::ink;
    int worth = 1;  // of what finds no room, what is worth least goes first
};

std::string lower_first(std::string text) {
    const bool is_word = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
    if (is_word && text[0] >= 'A' && text[0] <= 'Z' && !text.starts_with("Oracle"))
        text[0] = static_cast<char>(text[0] + 32);
    return text;
}

// One flag for each change of who may supply, named by the clause that governs from then on.
std::vector<Flag> supply_flags(const Picture& picture) {
    const Facts& facts = picture.run.facts;
    std::vector<Flag> flags;
    Terms before = terms_at(picture.contract, picture.figure.first, facts);
    for (Month month = next(picture.figure.first); month <= picture.figure.last; month = next(month)) {
        const Terms terms = terms_at(picture.contract, month, facts);
        const int clause = terms.clause(Kind::supply);
        if (clause != before.clause(Kind::supply) && clause >= 0) {
            const std::string name = lower_first(picture.contract.at(clause).name);
            const bool ends = terms.supply >= Supply::first_refusal && before.supply < Supply::first_refusal;
            if (ends) flags.push_back({month, {"exclusivity ends: " + name, "exclusivity ends"}, Ink::alarm, 4});
            if (!ends) flags.push_back({month, {name}});
        }
        before = terms;
    }
    return flags;
}

std::vector<Flag> flags_of(const Picture& picture) {
    std::vector<Flag> flags = supply_flags(picture);
    const Month horizon = picture.contract.horizon;
    if (horizon <= picture.figure.last)
        flags.push_back({horizon, {"deal horizon, " + month_text(horizon), "horizon"}, Ink::ink, 3});
    const Month trips = picture.run.facts.agi_tripped;
    const bool has_room = picture.options.width >= 620;  // elsewhere the strip alone tells it
    if (has_room && trips <= picture.figure.last)
        flags.push_back({trips, {"AGI clause trips", "AGI clause"}, Ink::alarm, 2});
    const Month today = picture.options.today;
    if (today > picture.figure.first && today < picture.figure.last) flags.push_back({today, {"today"}, Ink::muted, 0});
    sort_few(flags, [](const Flag& a, const Flag& b) { return a.month > b.month; });
    return flags;
}

// A flag's text in a row above the plot, its pole down to the plot.
struct Planted {
    Text text;
    Rect place;
    Line pole;
};

bool clash(const Planted& a, const Planted& b) {
    const auto pole_hits = [](const Line& pole, const Rect& rect) {
        return crosses(pole.points[0], pole.points[1], grown(rect, 2));
    };
    return overlap(grown(a.place, 4), b.place) || pole_hits(a.pole, b.place) || pole_hits(b.pole, a.place);
}

Planted planted(const Picture& picture, const Flag& flag, const std::string& words, int row, Align align) {
    const double x = x_of(picture.figure, flag.month), y = picture.figure.plot_top - 6 - row * flag_height;
    const double from = align == Align::left ? x + 5 : x - 5;
    const Text text{{from, y}, words, flag.ink, Face::sans, flag_size, align};
    const Line pole = vertical(x, y - 10, picture.figure.plot_top, flag.ink, 1);
    return {text, text_rect(text, picture.measure), pole};
}

// Plants the flags one after the other, going back where a later one finds no room. `tries` bounds the search.
bool plant(const Picture& picture, const std::vector<Flag>& flags, int rows, std::vector<Planted>& all, int& tries) {
    if (all.size() == flags.size()) return true;
    const Flag& flag = flags[all.size()];
    for (const std::string& words : flag.texts)
        for (int row = 0; row < rows; ++row)
            for (const Align align : {Align::left, Align::right}) {
                if (--tries < 0) return false;
                const Planted tried = planted(picture, flag, words, row, align);
                if (tried.place.left < 0 || tried.place.right > picture.figure.plot_right + 4) continue;
                if (std::ranges::any_of(all, [&](const Planted& other) { return clash(tried, other); })) continue;
                all.push_back(tried);
                if (plant(picture, flags, rows, all, tries)) return true;
                all.pop_back();
            }
    return false;
}

}  // namespace

double flags_height(const FigureOptions& options) { return flag_rows(options) * flag_height + 4; }

// All flags if there is room; else without those that are worth least, one by one.
void add_flags(Picture& picture) {
    std::vector<Flag> flags = flags_of(picture);
    const int rows = flag_rows(picture.options);
    std::vector<Planted> all;
    for (int tries = 3000; !plant(picture, flags, rows, all, tries); tries = 3000) {
        flags.erase(std::ranges::min_element(flags, {}, &Flag::worth));
        all.clear();
    }
    for (const Planted& flag : all) {
        picture.add(flag.pole);
        picture.add_text(flag.text);
    }
}

}  // namespace fr
