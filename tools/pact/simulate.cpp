// pact simulate: one run, as a page of text, as JSON with everything, or its monthly rows as CSV.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/keep/export.h"
#include "core/keep/results_json.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"
#include "tools/pact/summary.h"

namespace pact {

namespace {

void simulate(const Options& options) {
    const State state = state_of(options);
    const fr::Reading reading = fr::evaluate(state.inputs, state.contract());
    if (options.format == Format::csv) return print(fr::csv_text(state.inputs, state.deal, reading));
    if (options.format == Format::text) return print(summary(state, reading));
    fr::Json json = fr::Json::object();
    if (!state.deal.base().shipped) json["own"] = true;  // whatever its id says
    json.update(fr::to_json(state.inputs, state.contract(), reading, true));
    print(json.dump(1) + "\n");
}

}  // namespace

void add_simulate(CLI::App& program) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("simulate", "Run the model: what happens, and why");
    add_options(*command, *options);
    command->callback([options] { simulate(*options); });
}

}  // namespace pact
