// The deal as a strip: one bar for each kind of clause on the months of the chart. The state is told by fill and
// pattern: solid in force, hatched under strain, outlined when ended.
#include <algorithm>
#include <array>

#include "core/ask/uncertainty.h"
#include "core/picture/plot.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

using namespace plot;

constexpr double key_height = 30, row_height = 43, bar_height = 11, bar_down = 20, name_size = 14;

struct StripRow {
    const char* name;
    bool (*holds)(const Clause&);
};

template <class Wanted>
const Wanted* rule_of(const Clause& clause) {
    return std::get_if<Wanted>(&clause.rule);
}

constexpr std::array<StripRow, 7> strip_rows{{
    {"Cloud exclusivity",
     [](const Clause& clause) {
         const auto* rule = rule_of<SupplyRule>(clause);
         return rule && rule->supply <= Supply::exception;
     }},
    {"First refusal",
     [](const Clause& clause) {
         const auto* rule = rule_of<SupplyRule>(clause);
         return rule && rule->supply == Supply::first_refusal;
     }},
    {"API only on Azure",
     [](const Clause& clause) {
         const auto* rule = rule_of<ApiHostingRule>(clause);
         return rule && rule->where != Hosting::anywhere;
     }},
    {"OpenAI may build",
     [](const Clause& clause) {
         const auto* rule = rule_of<OwnBuildingRule>(clause);
         return rule && rule->allowed != OwnBuilding::no;
     }},
    {"Microsoft’s IP licence", [](const Clause& clause) { return rule_of<IpLicenceRule>(clause) != nullptr; }},
    {"Revenue share", [](const Clause& clause) { return rule_of<RevenueShareRule>(clause) != nullptr; }},
    {"AGI clause",
     [](const Clause& clause) {
         const auto* rule = rule_of<AgiTriggerRule>(clause);
         return rule && rule->trigger != Trigger::none;
     }},
}};

struct Segment {
    Month from, until;
    ClauseState state;
    int clause;
    bool by_agi;  // ended by the AGI clause or with it
};

struct Strip {
    const Contract& contract;
    const Reading& reading;
    const FigureOptions& options;
    const Measure& measure;
    Figure figure;

    void add(auto shape) { figure.shapes.emplace_back(std::move(shape)); }
    const std::vector<Span>& spans_of(int clause) const { return reading.spans[static_cast<std::size_t>(clause)]; }
    double x(Month month) const { return std::min(x_of(figure, month), figure.plot_right); }
};

const Clause& clause_at(const Strip& strip, int clause) { return strip.contract.at(clause); }

// A clause that takes part: it is of the row's kind and belongs to the deal.
std::vector<int> clauses_of(const Strip& strip, const StripRow& row) {
    std::vector<int> found;
    for (int i = 0; i < strip.contract.size(); ++i)
        if (row.holds(clause_at(strip, i)) && !clause_at(strip, i).off) found.push_back(i);
    return found;
}

bool is_live(ClauseState state) { return state == ClauseState::in_force || state == ClauseState::straining; }

// The clauses of a row in sequence: in each month the one that is in force, else the one that ended last.
std::vector<Segment> segments(const Strip& strip, const std::vector<int>& clauses) {
    std::vector<Segment> all;
    for (const int clause : clauses)
        for (const Span& span : strip.spans_of(clause)) {
            if (span.until < strip.figure.first || span.from > strip.figure.last) continue;
            const bool by_agi = span.reason == SpanReason::agi_ended || span.reason == SpanReason::condition_reached;
            all.push_back({std::max(span.from, strip.figure.first), std::min(span.until, strip.figure.last), span.state,
                           clause, by_agi});
        }
    std::vector<Segment> row;
    for (Month month = strip.figure.first; month <= strip.figure.last; month = next(month)) {
        const Segment* shown = nullptr;
        for (const Segment& segment : all) {
            if (segment.from > month || segment.until < month) continue;
            const bool counts = is_live(segment.state) || segment.state == ClauseState::ended;
            if (counts && (!shown || !is_live(shown->state))) shown = &segment;
        }
        if (!shown) continue;
        const bool continues = !row.empty() && next(row.back().until) == month && row.back().state == shown->state &&
                               (row.back().clause == shown->clause || !is_live(shown->state));
        if (continues) row.back().until = month;
        if (!continues) row.push_back({month, month, shown->state, shown->clause, shown->by_agi});
    }
    return row;
}

Ink ink_of(const Strip& strip, int clause) {
    const auto* supply = rule_of<SupplyRule>(clause_at(strip, clause));
    return supply && supply->supply == Supply::exception ? Ink::others : Ink::azure;
}

void add_bar(Strip& strip, double left, double right, double top, ClauseState state, Ink ink) {
    const double width = right - left;
    if (width < 1) return;
    if (state == ClauseState::ended)
        return strip.add(Box{left, top + 0.5, width, bar_height - 1, Ink::outline, 2, false});
    if (state == ClauseState::in_force) return strip.add(Box{left, top, width, bar_height, ink, 2});
    const double bottom = top + bar_height;
    strip.add(Box{left, top, width, bar_height, Ink::track});
    strip.add(Hatch{{{left, top}, {right, top}}, {{left, bottom}, {right, bottom}}, ink});
    strip.add(Box{left, top + 0.5, width, bar_height - 1, ink, 0, false});
}

void add_segments(Strip& strip, const std::vector<Segment>& row, double top) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Segment& segment = row[i];
        const double left = strip.x(segment.from), right = strip.x(next(segment.until));
        add_bar(strip, left, right - (i + 1 < row.size() ? 2 : 0), top, segment.state, ink_of(strip, segment.clause));
        const bool breaks = i > 0 && segment.state == ClauseState::ended && segment.by_agi;
        if (breaks) strip.add(vertical(left - 1, top - 3, top + bar_height + 3, Ink::alarm, 2.5));
    }
}

// What stands at the right end: the state of the last clause that came at all.
std::string status_of(const Strip& strip, const std::vector<int>& clauses) {
    if (clauses.empty()) return "not in this deal";
    const auto came = [&](int clause) { return start_of(clause_at(strip, clause), strip.reading.run.facts) < never; };
    const auto last = std::ranges::find_if(clauses.rbegin(), clauses.rend(), came);
    return last == clauses.rend() ? "never comes" : strip.reading.clauses[static_cast<std::size_t>(*last)].status;
}

// How well the weakest clause of a row is known, where that is less than what is relied on.
std::string_view doubt_of(const Strip& strip, const std::vector<int>& clauses) {
    Grade weakest = Grade::primary;
    for (const int clause : clauses)
        if (is_below(clause_at(strip, clause), strip.options.weakest))
            weakest = std::max(weakest, clause_at(strip, clause).grade);
    return weakest == Grade::primary ? std::string_view{} : names::word_of(weakest).word;
}

void add_names(Strip& strip, const StripRow& row, const std::vector<int>& clauses, bool breaks, double top) {
    const double baseline = top + 13, width = strip.options.width;
    const Text name{{0, baseline}, row.name, Ink::ink, Face::sans_bold, name_size};
    strip.add(name);
    double left = text_rect(name, strip.measure).right + 14;
    const std::string status = status_of(strip, clauses);
    const Ink ink = breaks ? Ink::alarm : Ink::muted;
    if (const std::string doubt(doubt_of(strip, clauses)); !doubt.empty()) {
        const Text text{{left - 6, baseline}, "· only " + doubt, Ink::muted, Face::sans, label_size};
        const double right = text_rect(text, strip.measure).right + 14;
        const std::string least = status.substr(0, status.find(','));
        if (right + strip.measure(least, Face::sans, label_size) <= width) {
            strip.add(text);
            left = right;
        }
    }
    for (const std::string& words : {status, status.substr(0, status.find(','))}) {
        const Text text{{width, baseline}, words, ink, Face::sans, label_size, Align::right};
        if (text_rect(text, strip.measure).left >= left) return strip.add(text);
    }
}

void add_playhead(Strip& strip, double top) {
    const Month month = strip.options.selected;
    if (month < strip.figure.first || month > strip.figure.last) return;
    strip.add(vertical(strip.x(month), top - 2, top + bar_height + 5, Ink::ink, 1.25));
}

void add_row(Strip& strip, const StripRow& row, double top) {
    const std::vector<int> clauses = clauses_of(strip, row);
    const std::vector<Segment> bars = segments(strip, clauses);
    const bool breaks =
        !bars.empty() && bars.back().state == ClauseState::ended &&
        std::ranges::any_of(bars, [](const Segment& bar) { return bar.state == ClauseState::ended && bar.by_agi; });
    add_names(strip, row, clauses, breaks, top);
    const double bar = top + bar_down;
    if (bars.empty())
        strip.add(horizontal(bar + bar_height / 2, strip.figure.plot_left, strip.figure.plot_right, Ink::hairline, 1));
    add_segments(strip, bars, bar);
    add_playhead(strip, bar);
    strip.figure.bands.push_back({clauses, top, top + row_height});
}

// How to read the bars, at the right of the strip's first line.
void add_key(Strip& strip) {
    constexpr std::array keys{ClauseState::in_force, ClauseState::straining, ClauseState::ended};
    const auto name_of = [](ClauseState state) { return names::word_of(state).word; };
    constexpr double sample = 22, gap = 16, baseline = 14;
    double width = -gap;
    for (const ClauseState state : keys)
        width += sample + 6 + strip.measure(name_of(state), Face::sans, small_size) + gap;
    const Text title{{0, baseline}, std::string(strip_title), Ink::ink, Face::sans_bold, strip_title_size};
    const double title_width = text_rect(title, strip.measure).right;
    strip.add(title);
    if (title_width + strip.options.title_room + 2 * gap + width > strip.options.width) return;
    double x = strip.options.width - width;
    for (const ClauseState state : keys) {
        add_bar(strip, x, x + sample, baseline - 10, state, Ink::azure);
        const std::string name(name_of(state));
        strip.add(Text{{x + sample + 6, baseline}, name, Ink::muted, Face::sans, small_size});
        x += sample + 6 + strip.measure(name, Face::sans, small_size) + gap;
    }
}

}  // namespace

int telling_clause(const StripBand& band, const ClauseSpans& spans, Month month) {
    int ended = -1;
    for (const int clause : band.clauses)
        for (const Span& span : spans[static_cast<std::size_t>(clause)]) {
            if (span.from > month || span.until < month) continue;
            if (is_live(span.state)) return clause;
            if (span.state == ClauseState::ended) ended = clause;
        }
    return ended >= 0 ? ended : band.clauses.front();
}

Figure strip_figure(const Contract& contract, const Reading& reading, const FigureOptions& options,
                    const Measure& measure) {
    const double height = key_height + row_height * strip_rows.size();
    Strip strip{contract, reading, options, measure, blank(options, measure, key_height, height)};
    strip.figure.height = height;
    strip.figure.title = strip_title;
    add_key(strip);
    double top = key_height;
    for (const StripRow& row : strip_rows) {
        add_row(strip, row, top);
        strip.figure.description += std::string(row.name) + ": " + status_of(strip, clauses_of(strip, row)) + ". ";
        top += row_height;
    }
    return std::move(strip.figure);
}

}  // namespace fr
