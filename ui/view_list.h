// The lab's views, one a file. Each draws from `y` down within left and right and returns where it ends.
#pragma once

#include "ui/widgets.h"

namespace fr {

float draw_top_line(Stage& stage, Column column, float y);   // which deal, undo, redo, reset
float draw_sentence(Stage& stage, Column column, float y);   // the headline
float draw_hero(Stage& stage, Column column, float y);       // the slider of compute demand
float draw_capacity(Stage& stage, Column column, float y);   // who serves the demand
float draw_strip(Stage& stage, Column column, float y);      // the deal, clause by clause
float draw_agi(Stage& stage, Column column, float y);        // the AGI clause
float draw_why(Stage& stage, Column column, float y);        // why an outcome is what it is
float draw_stretches(Stage& stage, Column column, float y);  // what sets the chosen month
float draw_change(Stage& stage, Column column, float y);     // what would change it
float draw_levers(Stage& stage, Column column, float y);     // every input of the model

// Where dragging an input makes exclusivity, the shortage or the AGI clause flip, as far as that is worked out.
std::vector<Tick> ticks_of(const Stage& stage, std::size_t input);

}  // namespace fr
