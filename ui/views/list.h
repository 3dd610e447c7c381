// The lab's views, one a file. Those of the stage draw in a place of their own; those of the panel draw from `y` down
// within a column and return where they end.
#pragma once

#include <span>

#include "ui/look/widgets.h"
#include "ui/state/tables.h"
#include "ui/views/layout.h"
#include "ui/views/stage.h"

namespace fr {

// --- The stage.

void draw_bar(Stage& stage, const Layout& layout);       // which deal, undo, redo, what can be kept
void draw_sentence(Stage& stage, const Layout& layout);  // the headline
void draw_hero(Stage& stage, const Layout& layout);      // the slider of compute demand
void draw_capacity(Stage& stage, const Layout& layout);  // who serves the demand
void draw_strip(Stage& stage, const Layout& layout);     // the deal, clause by clause
void draw_chips(Stage& stage, const Layout& layout);     // or its outcomes, where there is little room

// --- The panel.

Tab shown_tab(const Stage& stage);  // the state's; a window without a story, or with a refused file, tells why
void draw_tabs(Stage& stage, const Layout& layout);
float draw_refusal(Stage& stage, Column column, float y);  // what is wrong with the last file, if one is
float draw_why_tab(Stage& stage, const Layout& layout,
                   float y);                               // why an outcome is what it is, and what would change it
float draw_levers(Stage& stage, Column column, float y);   // every input of the model
float draw_clauses(Stage& stage, Column column, float y);  // clause by clause, and what other deals change
float draw_sure(Stage& stage, Column column, float y);     // the uncertainty runs, and what moves an outcome most
float draw_compare(Stage& stage, Column column, float y);  // a state kept as A, beside the present one
float draw_money(Stage& stage, Column column, float y);
float draw_record(Stage& stage, Column column, float y);  // the backtest

// --- Parts of them.

float draw_agi(Stage& stage, Column column, float y);        // the AGI clause
float draw_why(Stage& stage, Column column, float y);        // the trace of an outcome
float draw_questions(Stage& stage, Column column, float y);  // which outcome
float draw_stretches(Stage& stage, Column column, float y);  // what sets the chosen month
float draw_change(Stage& stage, Column column, float y);     // what would change it
float draw_disputes(Stage& stage, Column column, float y);   // rival statements, and which one is taken
float draw_differences(const Pen& pen, const Difference& heads, std::span<const Difference> rows, Column column,
                       float y);
// How the picture is looked at: its axis and its first year.
void draw_axis_choice(Stage& stage, float right, float baseline);
void draw_year_choice(Stage& stage, float left, float baseline);
float axis_choice_width(const Pen& pen);
float year_choice_width(const Pen& pen);

// The button that shows the last step again for as long as it is held, its right end at `right`. Returns where it
// begins.
float draw_replay(Stage& stage, float right, float middle, bool is_named);

// The button that offers what can be taken along, its right end at `right`. Returns where it begins.
float draw_keep(Stage& stage, float right, float middle);

// A list that falls down from a button, over everything else; drawn where begin_menu says so, and then end_menu.
bool begin_menu(Stage& stage, const char* id, float left, float top, float width);
void end_menu();
// One choice of it: a title and what it is. True when it was pressed, which closes the list.
struct MenuItem {
    const char* id;
    std::string_view title, says;
    bool is_chosen = false;
};
bool draw_menu_item(Stage& stage, const MenuItem& item);

// Where dragging an input makes exclusivity, the shortage or the AGI clause flip, as far as that is worked out.
std::vector<TickWords> ticks_of(const Stage& stage, const Param& param);

// The value as the deal opens: the default, or what the deal brings along.
double opening_value(const App& app, const Param& param);

// The nearest value that an input can take; after the last month comes "never".
double settled(const Param& param, double value);
// Nothing is queued for a value that the input has.
void set_input(Stage& stage, const Param& param, double value);
void hold_input(Stage& stage, const Param& param, double value);  // while the hand is on its slider

// Where the uncertainty runs lie, for the pictures; null while it is not known or not wanted, and while a hand holds
// what it depends on.
const Ranges* shown_ranges(const Stage& stage);

}  // namespace fr
