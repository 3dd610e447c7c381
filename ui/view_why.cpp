// Why: what set the outcomes of the chosen month, each with how well it is known.
#include <array>

#include "core/format.h"
#include "core/sentence.h"
#include "ui/view_list.h"

namespace fr {

namespace {

constexpr std::array<std::string_view, 6> grade_words{"first-hand", "quoted",     "reported",
                                                      "weak",       "calculated", "unchecked"};
constexpr std::array<std::string_view, 4> status_words{"sourced", "derived", "assumed", "yours"};

std::string_view evidence(const Contract& contract, Cause cause) {
    const auto index = static_cast<std::size_t>(cause.index);
    if (cause.kind == Cause::Kind::input) return status_words[static_cast<std::size_t>(params[index].status)];
    return grade_words[static_cast<std::size_t>(contract.clauses[index].grade)];
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

// A stretch's words without its months, which are told apart, and with a capital.
std::pair<std::string, std::string> told_apart(const std::string& says) {
    const std::size_t colon = says.find(": ");
    if (colon == std::string::npos) return {"", says};
    return {says.substr(0, colon), capitalised(says.substr(colon + 2))};
}

float draw_row(const Pen& pen, Column column, float y, const std::string& when, const std::string& words,
               std::string_view known) {
    constexpr float size = 15.5f, leading = 20;
    const float pill_left = column.right - pill_width(pen, known);
    const auto lines = balanced(pen, words, Face::sans, size, pill_left - 14 - column.left);
    float baseline = y + 22;
    pill(pen, known, column.right, baseline, Ink::muted);
    for (const std::string_view line : lines) {
        pen.text(column.left, baseline, line, Ink::ink, Face::sans, size);
        baseline += leading;
    }
    pen.text(column.left, baseline - 2, when, Ink::muted, Face::sans, 13);
    pen.rule(column.left, column.right, baseline + 8, Ink::hairline);
    return baseline + 9;
}

float draw_title(const Pen& pen, Column column, float y, std::string_view title) {
    for (const std::string_view line : wrapped(pen, title, Face::serif, 22, column.width())) {
        pen.text(column.left, y + 19, line, Ink::ink, Face::serif, 22);
        y += 27;
    }
    return y + 5;
}

constexpr std::array<std::string_view, 5> state_words{"to come", "in force", "straining", "ended", "not agreed"};

std::string since_words(const Clause& clause) {
    const Month* from = std::get_if<Month>(&clause.from);
    return from ? "from " + long_month_text(*from) : "from when the deal before it is strained";
}

// What a clause says and how it fares in the month.
float draw_clause(Stage& stage, Column column, float y, int index, Month month) {
    const Pen& pen = stage.pen;
    const Contract& contract = stage.app.state.contract;
    const Clause& clause = contract.clauses[static_cast<std::size_t>(index)];
    y = draw_title(pen, column, y, clause.name + ", in " + long_month_text(month));
    y = draw_row(pen, column, y, since_words(clause), clause.says, evidence(contract, clause_cause(index)));
    if (!clause.assumed.empty()) y = draw_row(pen, column, y, "our assumption", clause.assumed, "assumed");
    for (const Span& span : stage.results.spans[static_cast<std::size_t>(index)]) {
        if (span.from > month || span.until < month) continue;
        const std::string when = month_text(span.from) + " – " + month_text(span.until);
        y = draw_row(pen, column, y, when, capitalised(why(contract, index, span)),
                     state_words[static_cast<std::size_t>(span.state)]);
    }
    if (text_button(stage, "all", "All that set this month →", column.left, y + 28, Align::left)) stage.view.band = -1;
    return y + 40;
}

}  // namespace

float draw_why(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const Contract& contract = stage.app.state.contract;
    const Month month = shown_month(stage.app, stage.results);
    if (stage.view.band >= 0)
        return draw_clause(stage, column, y, telling_clause(stage.view.chosen, stage.results.spans, month), month);
    y = draw_title(pen, column, y, "Why, in " + long_month_text(month));
    bool is_empty = true;
    for (const Stretch& stretch : stage.results.stretches) {
        if (stretch.from > month || stretch.until < month) continue;
        const auto [when, words] = told_apart(says(contract, stretch));
        y = draw_row(pen, column, y, when, words, evidence(contract, stretch.cause));
        is_empty = false;
    }
    if (!is_empty) return y;
    pen.text(column.left, y + 20, "Nothing in the deal or in supply binds.", Ink::muted, Face::sans, 15.5f);
    return y + 34;
}

}  // namespace fr
