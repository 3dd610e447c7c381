// Money: what comes in and goes out in the month shown and at the end of each year, and the limits it runs against.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/deal/terms.h"
#include "core/picture/promised_figure.h"
#include "core/words/format.h"
#include "ui/look/draw_figure.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

struct Line {
    std::string_view what;
    double Row::* field;
};
constexpr std::array<Line, 6> money_lines{{{"OpenAI’s revenue, a year", &Row::revenue_bn_per_year},
                                           {"Cost of compute, a year", &Row::compute_cost_bn_per_year},
                                           {"Share paid to Microsoft, a year", &Row::share_bn_per_year},
                                           {"Microsoft’s receipts, a year", &Row::microsoft_receipts_bn_per_year},
                                           {"OpenAI’s profit, a year", &Row::profit_bn_per_year},
                                           {"Cumulative profit", &Row::cumulative_profit_bn}}};
constexpr std::size_t column_count = 6;  // the month shown, and five ends of a year

std::string number_text(double bn) {
    const std::string number = decimals(std::fabs(bn), std::fabs(bn) < 99.95 ? 1 : 0);
    return bn < 0 && number != "0.0" ? "−" + number : number;
}

std::array<const Row*, column_count> rows_of(const Stage& stage) {
    const Run& run = stage.results.reading.run;
    std::array<const Row*, column_count> shown{&run.at(shown_month(stage.app, stage.results))};
    for (int i = 1; i < static_cast<int>(column_count); ++i) entry(shown, i) = &run.at(month_of(2025 + i, 12));
    return shown;
}

// The names stand beside the numbers where there is room, else above them.
float draw_money_table(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const bool is_wide = column.width() >= 620;
    const float first = is_wide ? column.left + 220 : column.left;
    const float pitch = (column.right - first) / static_cast<float>(column_count);
    const auto shown = rows_of(stage);
    const auto cell = [&](std::size_t i, float baseline, const std::string& words, Ink ink, Face face) {
        const float right = first + pitch * static_cast<float>(i + 1);
        const float size = fitting(pen, words, face, is_wide ? 15.0f : 13.5f, pitch - 4);
        pen.text(right, baseline, words, ink, face, size, Align::right);
    };
    if (is_wide) pen.text(column.left, y + 18, "Billions of dollars", Ink::muted, Face::sans, 14);
    for (std::size_t i = 0; i < column_count; ++i)
        cell(i, y + 18, i == 0 ? month_text(shown[0]->month) : std::to_string(2025 + static_cast<int>(i)), Ink::muted,
             i == 0 ? Face::sans_bold : Face::sans);
    y += 26;
    pen.rule(column.left, column.right, y, Ink::outline);
    for (const Line& line : money_lines) {
        pen.text(column.left, y + 20, line.what, is_wide ? Ink::ink : Ink::muted, Face::sans, is_wide ? 15.0f : 14.0f);
        if (!is_wide) y += 20;
        for (std::size_t i = 0; i < column_count; ++i)
            cell(i, y + 20, number_text(shown[i]->*line.field), Ink::ink, i == 0 ? Face::sans_bold : Face::sans);
        y += 29;
        pen.rule(column.left, column.right, y, Ink::hairline);
    }
    if (!is_wide) y = paragraph(pen, "Billions of dollars; years at their end.", column, y + 4, {Ink::muted, 14, 19});
    return y;
}

// How far the revenue share is from its cap, and Azure's use of the purchase commitment.
float draw_limits(Stage& stage, Column column, float y) {
    const Pen& pen = stage.pen;
    const Row& row = *rows_of(stage)[0];
    const Terms terms = terms_at(stage.app.state.contract(), row.month, stage.results.reading.run.facts);
    const std::string by = "By " + long_month_text(row.month) + " OpenAI has ";
    y = paragraph(pen,
                  by + "paid Microsoft " + bn_text(row.cumulative_share_bn) + " of its revenue; " +
                      (terms.share_cap_bn ? "the share ends at " + bn_text(*terms.share_cap_bn) + "."
                                          : std::string("no cap is agreed.")),
                  column, y + 10);
    if (terms.clause(Kind::purchase_commitment) < 0) return y;
    return paragraph(pen,
                     by + "bought " + bn_text(row.azure_purchase_used_bn) + " at Azure under its commitment" +
                         (terms.purchase_bn ? " of " + bn_text(*terms.purchase_bn) + "."
                                            : std::string("; the size of that was not published.")),
                     column, y + 4);
}

// What others have promised beside what they run here.
float draw_promised(Stage& stage, Column column, float y) {
    const Run& run = stage.results.reading.run;
    y = draw_heading(stage.pen, "Promised and running", column, y);
    y = paragraph(stage.pen, promised_sentence(promised_years(shipped_ledger(), run)), column, y);
    FigureOptions options;
    options.width = static_cast<double>(column.width());
    options.height = 236;
    const Figure figure = promised_figure(shipped_ledger(), run, options, measure_of(stage.pen));
    draw_figure(stage.pen, figure, column.left, y + 8);
    return y + 8 + static_cast<float>(figure.height);
}

}  // namespace

float draw_money(Stage& stage, Column column, float y) {
    const Row& now = *rows_of(stage)[0];
    y = paragraph(stage.pen,
                  "In " + long_month_text(now.month) + " OpenAI takes in " + bn_text(now.revenue_bn_per_year) +
                      " a year and pays Microsoft " + bn_text(now.share_bn_per_year) + ".",
                  column, y + 4);
    y = draw_money_table(stage, column, y + 8);
    y = draw_limits(stage, column, y);
    return draw_promised(stage, column, y + 24);
}

}  // namespace fr
