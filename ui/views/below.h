// The panels below the picture that fold: each draws from `y` down and returns where it ends.
#pragma once

#include <span>

#include "ui/look/widgets.h"
#include "ui/state/tables.h"
#include "ui/views/stage.h"

namespace fr {

// The heading of a panel; true while the panel is to be drawn. Moves y to below the heading.
bool fold(Stage& stage, const char* id, std::string_view title, std::string_view note, Column column, float& y);

float draw_deal(Stage& stage, Column column, float y);      // clause by clause, and what other deals change
float draw_compare(Stage& stage, Column column, float y);   // a state kept as A, beside the present one
float draw_sure(Stage& stage, Column column, float y);      // the uncertainty runs, and what moves an outcome most
float draw_disputes(Stage& stage, Column column, float y);  // part of it: rival statements, and which one is taken
float draw_money(Stage& stage, Column column, float y);
float draw_known(Stage& stage, Column column, float y);  // the backtest

float draw_differences(const Pen& pen, const Difference& heads, std::span<const Difference> rows, Column column,
                       float y);

}  // namespace fr
