// The lab's views, one a file. Each draws from `y` down within left and right and returns where it ends.
#pragma once

#include "ui/look/widgets.h"
#include "ui/state/tables.h"
#include "ui/views/stage.h"

namespace fr {

float draw_top_line(Stage& stage, Column column, float y);   // which deal, undo, redo, reset
float draw_refusal(Stage& stage, Column column, float y);    // what is wrong with the last file, where there is one
float draw_sentence(Stage& stage, Column column, float y);   // the headline
float draw_hero(Stage& stage, Column column, float y);       // the slider of compute demand
float draw_capacity(Stage& stage, Column column, float y);   // who serves the demand
float draw_strip(Stage& stage, Column column, float y);      // the deal, clause by clause
float draw_agi(Stage& stage, Column column, float y);        // the AGI clause
float draw_why(Stage& stage, Column column, float y);        // why an outcome is what it is
float draw_questions(Stage& stage, Column column, float y);  // part of it: which outcome
float draw_stretches(Stage& stage, Column column, float y);  // what sets the chosen month
float draw_change(Stage& stage, Column column, float y);     // what would change it
float draw_levers(Stage& stage, Column column, float y);     // every input of the model

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
std::vector<Tick> ticks_of(const Stage& stage, std::size_t input);

// Where the uncertainty runs lie, for the pictures; null while it is not known or not wanted, and while a hand holds
// what it depends on.
const Ranges* shown_ranges(const Stage& stage);

}  // namespace fr
