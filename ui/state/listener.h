// Somebody who is told what changes: a reader who hears the page, or the article around a figure. It remembers the
// state that was told of last, so that whatever happens in between is told once, as one difference.
#pragma once

#include <optional>

#include "core/ask/response.h"
#include "ui/state/results.h"

namespace fr {

class Listener {
public:
    // What has changed since it was last asked; at first nothing.
    Response news(const App& app, const Results& results);

private:
    struct Told {
        AppState state;
        Reading reading;
        unsigned revision;
    };
    std::optional<Told> told;
};

Seen seen(const AppState& state, const Reading& reading);

// What a reader has set of the deal as it opens, each a line.
std::vector<std::string> own_words(const App& app, const Results& results);

}  // namespace fr
