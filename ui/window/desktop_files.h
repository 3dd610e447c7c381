// Files of the desktop: contracts that are opened, and what is kept of a state.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "ui/state/results.h"

namespace fr {

// What follows from opening a file: its contract is loaded, or refused with what is wrong.
Action opened(const std::string& path);

// A file's path, or why it could not be written.
using KeptFile = std::expected<std::string, std::string>;

// Writes bytes into a folder as first-refusal-CONTRACT-ENDING, or with a number where that is taken: nothing is
// overwritten.
KeptFile keep(const App& app, const std::string& folder, std::string_view ending, std::string_view bytes);

// Something of the present state as text: its file's ending and its content. `kind`: "svg", "csv", "contract" or
// "receipt". `today` and `dark` are those of the picture.
struct KeptText {
    std::string_view ending;
    std::string text;
};
// An error is a sentence: there is more than may be read again.
std::expected<KeptText, std::string> kept_text(const App& app, const Results& results, std::string_view kind,
                                               Month today, bool dark);

}  // namespace fr
