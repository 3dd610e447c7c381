// The deal, clause by clause: a card for each with its state and two switches, and what other deals change.
#include <algorithm>
#include <cmath>

#include "core/ask/changes.h"
#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

const Clause& clause_of(const Stage& stage, int index) { return stage.app.state.contract().at(index); }

std::optional<EditKind> edit_of(const Stage& stage, const Clause& clause) {
    const auto& edits = stage.app.state.deal.edits();
    const auto found = std::ranges::find(edits, clause.id, &Edit::clause);
    return found == edits.end() ? std::nullopt : std::optional(found->kind);
}

// The span of the month; the contract's timeline begins and ends with the model's.
const Span& span_in(const Stage& stage, int index, Month month) {
    const auto& all = entry(stage.results.reading.spans, index);
    const auto found = std::ranges::find_if(all, [&](const Span& span) { return span.until >= month; });
    return found == all.end() ? all.back() : *found;
}

std::string state_text(const Clause& clause, const Span& span) {
    if (span.state == ClauseState::off) return clause.variant ? "not in this deal" : "never agreed";
    if (span.reason == SpanReason::replaced) return "replaced in " + month_text(span.from);
    std::string words(names::word_of(span.state).word);
    const bool is_now = span.state != ClauseState::future;
    return is_now ? words + " since " + month_text(span.from) : words;
}

Ink ink_of(const Span& span) {
    if (span.reason == SpanReason::replaced) return Ink::muted;
    return span.state == ClauseState::ended ? Ink::alarm : Ink::ink;
}

std::string why_text(const Stage& stage, int index, const Span& span) {
    const Reading& reading = stage.results.reading;
    const auto clause = static_cast<std::size_t>(index);
    const auto place = static_cast<std::size_t>(&span - reading.spans[clause].data());
    std::string words = capitalised(reading.clauses[clause].why[place]);
    const bool ends = span.until < Month{month_count - 1} && span.state != ClauseState::future;
    if (ends) words += "; so until " + long_month_text(span.until);
    return words + ".";
}

// What governs in place of a clause that the reader has changed.
std::string instead_text(const Stage& stage, int index, Month month) {
    const Terms terms = terms_at(stage.app.state.contract(), month, stage.results.reading.run.facts);
    const int governing = terms.clause(kind_of(clause_of(stage, index)));
    const std::string when = "In " + long_month_text(month) + " ";
    if (governing < 0) return when + "nobody is bound instead.";
    if (governing == index) return when + "it governs.";
    const Clause& other = clause_of(stage, governing);
    if (other.added) return when + "nobody is bound: its restriction is lifted.";
    return when + "“" + other.name + "” stands instead.";
}

float draw_switches(Stage& stage, const Clause& clause, Column column, float y) {
    const auto edit = edit_of(stage, clause);
    const float middle = y + stage.target() / 2;
    float left = column.left;
    const auto offer = [&](EditKind kind, const char* id, std::string_view word) {
        const bool is_on = edit == kind;
        if (tick_box(stage, id, word, is_on, left, middle))
            stage.actions.push_back(EditClause{clause.id, is_on ? std::nullopt : std::optional(kind)});
        left += 24;
    };
    if (clause.variant) {
        offer(EditKind::agreed, "agreed", "Count it in");
    } else {
        offer(EditKind::never_agreed, "never", "Never agreed");
        if (is_restriction(kind_of(clause))) offer(EditKind::dropped, "dropped", "Drop the restriction");
    }
    return y + stage.target();
}

std::string sources_text(const Clause& clause) {
    std::string words = clause.sources.empty() ? "No source" : "Sources ";
    for (const std::string& id : clause.sources) words += (id == clause.sources.front() ? "" : ", ") + id;
    const bool is_dated = std::holds_alternative<Month>(clause.from) && !clause.from_date.empty();
    return words + (is_dated ? " · in force from " + clause.from_date : "");
}

float draw_inside(Stage& stage, int index, const Span& span, Month month, Column column, float y) {
    const Clause& clause = clause_of(stage, index);
    const Pen& pen = stage.pen;
    y = paragraph(pen, clause.says, column, y);
    y = paragraph(pen, why_text(stage, index, span), column, y + 4, {Ink::muted});
    if (!clause.assumed.empty()) y = paragraph(pen, "Assumed: " + clause.assumed, column, y + 4, {Ink::muted, 14, 19});
    if (const Worth* worth = stage.results.background.worth_of(index))
        y = paragraph(pen, worth_text(*worth, stage.app.state.contract(), stage.results.reading.headline), column,
                      y + 4);
    y = paragraph(pen, sources_text(clause), column, y + 4, {Ink::muted, 14, 19});
    y = draw_switches(stage, clause, column, y + 4);
    if (edit_of(stage, clause)) y = paragraph(pen, instead_text(stage, index, month), column, y);
    return y + 10;
}

// A bar of the strip that is chosen opens its card.
void follow_strip(const Stage& stage, Month month) {
    Folds& folds = stage.view.folds;
    const int band = stage.view.band;
    if (band == folds.followed) return;
    folds.followed = band;
    if (band < 0) return;
    folds.card = telling_clause(stage.view.chosen, stage.results.reading.spans, month);
}

float draw_card(Stage& stage, int index, Month month, Column column, float y) {
    const Clause& clause = clause_of(stage, index);
    const Span& span = span_in(stage, index, month);
    const std::string state = state_text(clause, span);
    const bool is_relied_on = !is_below(clause, stage.app.state.doubt.weakest);
    const std::string grade = std::string(names::word_of(clause.grade).word) + (is_relied_on ? "" : ", not relied on");
    const bool is_open = stage.view.folds.card == index;
    const Item item{"card", clause.name, state, grade, clause.off ? Ink::muted : Ink::ink, ink_of(span)};
    ImGui::PushID(clause.id.c_str());
    const bool pressed = draw_item(stage, item, is_open, column, y);
    if (is_open) y = draw_inside(stage, index, span, month, {column.left + item_indent, column.right}, y);
    ImGui::PopID();
    if (pressed) stage.view.folds.card = is_open ? -1 : index;
    stage.pen.rule(column.left, column.right, y, Ink::hairline);
    return y + 1;
}

// In two columns where there is room, read down the first and then the second.
float draw_cards(Stage& stage, Month month, Column column, float y) {
    const auto& clauses = stage.app.state.contract().clauses;
    const auto is_card = [](const Clause& clause) { return !clause.added; };
    const auto count = std::ranges::count_if(clauses, is_card);
    const bool is_wide = column.width() >= 860;
    const float half = (column.width() - 44) / 2;
    Column place = is_wide ? Column{column.left, column.left + half} : column;
    float at = y, low = y;
    int drawn = 0;
    for (int i = 0; i < static_cast<int>(clauses.size()); ++i) {
        if (!is_card(entry(clauses, i))) continue;
        if (is_wide && drawn++ == (count + 1) / 2) {
            place = {column.right - half, column.right};
            at = y;
        }
        at = draw_card(stage, i, month, place, at);
        low = std::max(low, at);
    }
    return low;
}

// --- The deal as it stood in a month: the playhead's, until another is chosen here.

constexpr Param any_month{.key = "as-of",
                          .code = "",
                          .field = nullptr,
                          .kind = InputKind::number,
                          .low = first_contract_month.index,
                          .standard = 0,
                          .high = month_count - 1,
                          .step = 1,
                          .spread_low = 0,
                          .spread_high = 0,
                          .unit = "",
                          .label = "",
                          .help = "",
                          .group = "",
                          .status = Status::readers,
                          .facts = ""};

std::string standing_text(const Stage& stage, Month month) {
    const auto& spans = stage.results.reading.spans;
    const auto stands = [&](const std::vector<Span>& own) {
        return std::ranges::any_of(own, [&](const Span& span) {
            const bool is_live = span.state == ClauseState::in_force || span.state == ClauseState::straining;
            return is_live && span.from <= month && month <= span.until;
        });
    };
    return std::to_string(std::ranges::count_if(spans, stands)) + " of its " + std::to_string(spans.size()) +
           " clauses in force";
}

float draw_date(Stage& stage, Month month, Column column, float y) {
    const Pen& pen = stage.pen;
    Month& chosen = stage.view.as_of;
    const float half = stage.target() / 2, baseline = y + half + 5;
    constexpr std::string_view lead = "As it stood in";
    pen.text(column.left, baseline, lead, Ink::ink, Face::sans, 16);
    float x = column.left + pen.width(lead, Face::sans, 16) + 6;
    const std::string date = long_month_text(month);
    pen.text(x, baseline, date, Ink::ink, Face::sans_bold, 16);
    x += pen.width(date, Face::sans_bold, 16) + 14;
    if (chosen != never) {
        if (text_button(stage, "follow", "back to the playhead", x, baseline, Align::left)) chosen = never;
    } else if (const std::string note = standing_text(stage, month);
               x + pen.width(note, Face::sans, 15) <= column.right) {
        pen.text(x, baseline, note, Ink::muted, Face::sans, 15);
    }
    y += 2 * half;
    const float middle = y + half;
    const auto step = [&](int by) {
        chosen = Month{std::clamp(month.index + by, first_contract_month.index, month_count - 1)};
    };
    if (icon_button(stage, "earlier", Icon::minus, column.left + half, middle, month > first_contract_month, true))
        step(-1);
    if (icon_button(stage, "later", Icon::plus, column.right - half, middle, month.index < month_count - 1, true))
        step(1);
    const Column room{column.left + 2 * half + 2, column.right - 2 * half - 2};
    const double value = month.index;
    const auto dragged = track(stage, "date", any_month, {value, value, {}, true}, room, middle);
    if (dragged) chosen = Month{static_cast<int>(std::lround(*dragged))};
    return y + 2 * half + 8;
}

// Against another shipped deal: its clauses that this one has not, and the other way round; and what comes of it.
float draw_against(Stage& stage, const Contract& other, const Headline& head, std::span<const ClauseChange> all,
                   Column column, float y) {
    const Pen& pen = stage.pen;
    for (const ClauseChange& change : all) {
        const bool dropped = change.kind == ClauseChange::Kind::dropped;
        const Clause& clause = dropped ? clause_of(stage, change.before) : other.at(change.after);
        const std::string words = capitalised(std::string(entry(change_names, change.kind)));
        pen.text(column.left, y + 15, words, dropped ? Ink::alarm : Ink::muted, Face::sans, 14);
        pen.text(column.left + 72, y + 15, clause.name, Ink::ink, Face::sans_bold, 15);
        y = paragraph(pen, clause.says, {column.left + 72, column.right}, y + 20, {Ink::muted, 14, 19}) + 8;
    }
    const auto rows = differences(stage.results.reading.headline, head);
    if (rows.empty()) return paragraph(pen, "Under your inputs nothing comes out differently.", column, y) + 12;
    return draw_differences(pen, {"Under your inputs", "this deal", "that deal"}, rows, column, y) + 16;
}

float draw_changes(Stage& stage, Column column, float y) {
    const auto& heads = stage.results.background.elsewhere;
    const auto& deals = shipped_contracts();
    if (heads.size() != deals.size()) return y;  // worked out last
    y = draw_subtitle(stage.pen, "What another deal would change", column, y + 16);
    for (std::size_t i = 0; i < deals.size(); ++i) {
        if (deals[i].id == stage.app.state.base().id) continue;
        const auto all = changes(stage.app.state.contract(), deals[i]);
        const std::string counts = change_counts(all);
        const std::string id = "against-" + deals[i].id;
        const bool is_open = stage.view.folds.has(id);
        const Item item{deals[i].id.c_str(), deals[i].title, counts, "", Ink::ink, Ink::muted};
        if (draw_item(stage, item, is_open, column, y)) stage.view.folds.turn(id);
        const Column inside{column.left + item_indent, column.right};
        if (is_open) y = draw_against(stage, deals[i], heads[i], all, inside, y);
        stage.pen.rule(column.left, column.right, y, Ink::hairline);
    }
    return y;
}

}  // namespace

float draw_clauses(Stage& stage, Column column, float y) {
    const Month playhead = shown_month(stage.app, stage.results);
    const Month month = stage.view.as_of != never ? stage.view.as_of : playhead;
    follow_strip(stage, playhead);
    y = draw_date(stage, month, column, y);
    y = draw_cards(stage, month, column, y);
    return draw_changes(stage, column, y);
}

}  // namespace fr
