// Keeps what was told last, and compares.
#include "ui/state/listener.h"

namespace fr {

Seen seen(const AppState& state, const Reading& reading) {
    return {state.inputs, state.deal, reading, state.selected, state.asked};
}

Response Listener::news(const App& app, const Results& results) {
    if (told && told->revision == app.revision) return {};
    Response said;
    if (told) said = response(seen(told->state, told->reading), seen(app.state, results.reading));
    told = {app.state, results.reading, app.revision};
    return said;
}

std::vector<std::string> own_words(const App& app, const Results& results) {
    AppState opening = app.state;
    opening.inputs = opening_inputs(app.state.base());
    opening.deal = app.state.deal.with({});
    return set_words(seen(opening, results.reading), seen(app.state, results.reading));
}

}  // namespace fr
