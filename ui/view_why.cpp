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

// A stretch's words without its months, which are told apart, and with a capital.
std::pair<std::string, std::string> told_apart(const std::string& says) {
    const std::size_t colon = says.find(": ");
    if (colon == std::string::npos) return {"", says};
    std::string rest = says.substr(colon + 2);
    if (rest[0] >= 'a' && rest[0] <= 'z') rest[0] = static_cast<char>(rest[0] - 32);
    return {says.substr(0, colon), rest};
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

}  // namespace

float draw_why(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const Contract& contract = stage.app.state.contract;
    const Month month = shown_month(stage.app, stage.results);
    pen.text(column.left, y + 19, "Why, in " + long_month_text(month), Ink::ink, Face::serif, 22);
    y += 32;
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
