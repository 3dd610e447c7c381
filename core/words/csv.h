// Cells of CSV that a spreadsheet reads as text: quoted where they must be, and never as a formula.
#pragma once

#include <string>
#include <string_view>

namespace fr {

std::string csv_cell(std::string_view text);
// A line that is one cell beginning with "#": a comment, whatever it says.
std::string csv_comment(std::string_view text);

}  // namespace fr
