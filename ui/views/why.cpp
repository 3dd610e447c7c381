// Why: the trace of an outcome in the chosen month, from input over quantity and test to consequence, or the clause of
// the strip that was pressed; and all that sets the month.
#include <algorithm>
#include <array>
#include <span>

#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

// The word of an id of evidence; what has none is told by its id.
std::string evidence_word(const std::string& id) {
    for (const auto words : {std::span<const names::Word>(names::grade_words), {names::status_words}})
        for (const names::Word& word : words)
            if (word.id == id) return std::string(word.word);
    return id;
}

// A stretch's words without its months, which are told apart, and with a capital.
std::pair<std::string, std::string> told_apart(const std::string& says) {
    const std::size_t colon = says.find(": ");
    if (colon == std::string::npos) return {"", says};
    return {says.substr(0, colon), capitalised(says.substr(colon + 2))};
}

std::string since_words(const Clause& clause) {
    const Month* from = std::get_if<Month>(&clause.from);
    return from ? "from " + long_month_text(*from) : "from when the deal before it is strained";
}

// What a clause says and how it fares in the month.
float draw_clause(Stage& stage, Column column, float y, int index, Month month) {
    const Pen& pen = stage.pen;
    const Contract& contract = stage.app.state.contract();
    const Clause& clause = contract.at(index);
    y = draw_heading(pen, clause.name + ", in " + long_month_text(month), column, y);
    const std::string grade(names::word_of(clause.grade).word);
    y = draw_line(pen, {clause.says, since_words(clause), grade}, column, y);
    if (!clause.assumed.empty())
        y = draw_line(pen, {clause.assumed, "our assumption", std::string(names::word_of(Status::assumed).word)},
                      column, y);
    const auto& spans = entry(stage.results.reading.spans, index);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Span& span = spans[i];
        if (span.from > month || span.until < month) continue;
        const std::string& words = entry(stage.results.reading.clauses, index).why[i];
        const std::string when = month_text(span.from) + " – " + month_text(span.until);
        y = draw_line(pen, {capitalised(words), when, std::string(names::word_of(span.state).word)}, column, y);
    }
    if (text_button(stage, "all", "← Why, in this month", column.left, y + 28, Align::left)) stage.view.band = -1;
    return y + 40;
}

// --- The trace of an outcome.

// Below a clause's words: from when it is, and the statements it rests on; below an input's, the statements.
std::string ground_words(const WhyStep& step, const Contract& contract) {
    std::string words;
    if (step.kind == WhyStep::Kind::test && step.cause.kind == Cause::Kind::clause)
        words = since_words(contract.at(step.cause.index));
    for (const std::string& id : step.sources) words += (words.empty() ? "" : " · ") + id;
    return words;
}

float draw_trace(const Stage& stage, Column column, float y) {
    const Why& why = stage.results.why;
    const Contract& contract = contract_of(why.outcome, stage.app.state.contract(), under_pressure());
    for (const WhyStep& step : why.steps) {
        const bool is_last = step.kind == WhyStep::Kind::consequence;
        const bool has_ground = step.kind == WhyStep::Kind::input || step.kind == WhyStep::Kind::test;
        y = draw_line(stage.pen,
                      {step.says, has_ground ? ground_words(step, contract) : "", evidence_word(step.evidence),
                       is_last ? Face::sans_bold : Face::sans},
                      column, y);
    }
    return y;
}

}  // namespace

float draw_questions(Stage& stage, Column column, float y) {
    std::array<std::string_view, questions.size()> words;
    std::ranges::transform(questions, words.begin(), &Question::word);
    const int now = static_cast<int>(question_of(stage.app.state.asked));
    if (const auto pressed = choices(stage, "asked", words, now, column, y))
        stage.actions.push_back(Ask{entry(questions, *pressed).about});
    return y + 4;
}

float draw_why(Stage& stage, Column column, float y) {
    const Month month = shown_month(stage.app, stage.results);
    if (stage.view.band >= 0)
        return draw_clause(stage, column, y, telling_clause(stage.view.chosen, stage.results.reading.spans, month),
                           month);
    y = draw_heading(stage.pen, "Why, in " + long_month_text(month), column, y);
    y = draw_questions(stage, column, y);
    return draw_trace(stage, column, y);
}

float draw_stretches(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const Month month = shown_month(stage.app, stage.results);
    y = draw_subtitle(pen, "What sets " + long_month_text(month), column, y);
    bool is_empty = true;
    const Reading& reading = stage.results.reading;
    for (std::size_t i = 0; i < reading.stretches.size(); ++i) {
        const Stretch& stretch = reading.stretches[i];
        if (stretch.from > month || stretch.until < month) continue;
        const auto [when, words] = told_apart(reading.stretch_words[i]);
        y = draw_line(pen, {words, when, ""}, column, y);
        is_empty = false;
    }
    if (is_empty) y = paragraph(pen, "Nothing in the deal or in supply binds.", column, y, {Ink::muted});
    return y;
}

namespace {

// How the picture is looked at, where the stage has no room to ask.
float draw_choices(Stage& stage, Column column, float y) {
    constexpr float gap = 28;
    const float axis = axis_choice_width(stage.pen), years = year_choice_width(stage.pen);
    const bool fits = axis + gap + years <= column.width();
    float baseline = y + stage.target() / 2 + 5;
    draw_axis_choice(stage, column.left + axis, baseline);
    if (!fits) baseline += stage.target();
    draw_year_choice(stage, fits ? column.left + axis + gap : column.left, baseline);
    return baseline + stage.target() / 2 - 5;
}

}  // namespace

float draw_why_tab(Stage& stage, const Layout& layout, float y) {
    const Column column = layout.panel.column();
    const bool is_small = layout.form != Form::wide;
    const auto& [served, asked, rights, clauses] = stage.results.month;
    const std::string& offered = stage.results.reading.offered.whole;
    if (is_small)
        y = paragraph(stage.pen, stage.results.reading.sentence, column, y, {Ink::ink, 18, 24, Face::serif}) + 6;
    if (is_small) y = draw_choices(stage, column, y);
    y = draw_why(stage, column, y + 6);
    y = paragraph(stage.pen, served + " " + asked + " " + rights, column, y + 14, {Ink::muted});
    if (!offered.empty()) y = paragraph(stage.pen, offered, column, y + 6, {Ink::muted});
    y = draw_agi(stage, column, y + 22);
    y = draw_change(stage, column, y + 24);
    return draw_stretches(stage, column, y + 16);
}

}  // namespace fr
