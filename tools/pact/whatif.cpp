// pact why, worth, agi, ledger, tips, sensitivity, uncertainty, backtest and disputes.
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/ask/disputes.h"
#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "core/keep/answers_json.h"
#include "core/keep/ledger_json.h"
#include "core/keep/results_json.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/param_text.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"
#include "tools/pact/table.h"

namespace pact {

namespace {

using fr::Json;

std::string words_of(const Json& list) {
    std::string words;
    for (const Json& word : list) words += (words.empty() ? "" : " ") + word.get<std::string>();
    return words;
}

// The whole as JSON; its list of flat objects as a table for readers, spreadsheets and pages.
void print_rows(Format format, const Json& json, const Json& rows) {
    if (format == Format::json) return print(json.dump(1) + "\n");
    if (format == Format::csv) return print(csv_of(table_of(rows, false)));
    const Table table = table_of(rows, true);
    print(rows.empty() ? "none\n" : format == Format::markdown ? markdown_of(table) : text_of(table));
}

fr::Outcome outcome_of(const std::string& name) {
    const auto found = std::ranges::find(fr::outcome_names, name);
    if (found != fr::outcome_names.end()) return static_cast<fr::Outcome>(found - fr::outcome_names.begin());
    const std::vector<std::string> known(fr::outcome_names.begin(), fr::outcome_names.end());
    throw Mistake("there is no outcome “" + name.substr(0, 60) + "”; the nearest is " + nearest(name, known) +
                  "; there are " + listed(known));
}

fr::Month month_of(const std::string& text) {
    if (const auto month = fr::model_month_from(text)) return *month;
    throw Mistake("--month must be a month from 2024-01 to 2035-12, not “" + text.substr(0, 40) + "”");
}

struct WhatIf : Options {
    std::string outcome = "exclusivity_would_break", month;
    int runs = 1000;
    std::uint64_t seed = 1;
    std::string grade = "unseen";
};

void why(const WhatIf& options) {
    const State state = state_of(options);
    const fr::Outcome outcome = outcome_of(options.outcome);
    std::optional<fr::Month> month;
    if (!options.month.empty()) month = month_of(options.month);
    const fr::Why found = fr::why(outcome, month, state.inputs, state.contract(), fr::under_pressure());
    const Json json = fr::to_json(found, fr::contract_of(outcome, state.contract(), fr::under_pressure()));
    if (options.format != Format::text) return print_rows(options.format, json, json["steps"]);
    std::string text = options.outcome + ", with the numbers of " + fr::long_month_text(found.month) + "\n";
    for (const Json& step : json["steps"]) {
        const std::string evidence = step["grade"].get<std::string>(), sources = words_of(step["sources"]);
        text += "  " + step["kind"].get<std::string>() + std::string(13 - step["kind"].get<std::string>().size(), ' ') +
                step["says"].get<std::string>() + (evidence.empty() ? "" : "  [" + evidence + "]") +
                (sources.empty() ? "" : "  " + sources) + "\n";
    }
    print(text);
}

void worth(const WhatIf& options) {
    const State state = state_of(options);
    const Json json = fr::to_json(fr::worths(state.inputs, state.contract()), state.contract());
    print_rows(options.format, json, json);
}

void tips(const WhatIf& options) {
    const State state = state_of(options);
    std::vector<fr::Tip> all;
    for (const fr::Param& param : fr::params)
        for (const fr::Tip& tip : fr::tips(param, state.inputs, state.contract(), fr::under_pressure()))
            all.push_back(tip);
    const Json json = fr::to_json(all);
    print_rows(options.format, json, json);
}

void sensitivity(const WhatIf& options) {
    const State state = state_of(options);
    const fr::Outcome outcome = outcome_of(options.outcome);
    const Json json =
        fr::to_json(fr::sensitivities(outcome, state.inputs, state.contract(), fr::under_pressure()), outcome);
    print_rows(options.format, json, json);
}

void uncertainty(const WhatIf& options) {
    const State state = state_of(options);
    fr::Doubt doubt;
    doubt.weakest =
        static_cast<fr::Grade>(std::ranges::find(fr::names::grades, options.grade) - fr::names::grades.begin());
    fr::Bands bands(state.inputs, state.contract(), fr::under_pressure(), doubt, options.seed, options.runs);
    bands.add_runs(options.runs);
    const Json json = fr::to_json(bands, options.seed);
    Json rows = Json::array();
    for (const auto& [quantity, months] : json["bands"].items())
        for (const Json& at : months) {
            // For readers year-ends are enough.
            if (options.format == Format::text && !at["month"].get<std::string>().ends_with("-12")) continue;
            Json row{{"quantity", quantity}};
            row.update(at);
            rows.push_back(std::move(row));
        }
    const auto runs = std::to_string(bands.runs_done());
    if (options.format == Format::text) {
        print("In how many of " + runs + " runs by the deal's horizon, " +
              fr::long_month_text(state.contract().horizon) + ":\n");
        for (std::size_t i = 0; i < fr::month_outcome_count; ++i) {
            const auto outcome = static_cast<fr::Outcome>(i);
            const std::string count = std::to_string(bands.chance(outcome).by_horizon);
            print(std::string(runs.size() + 2 - count.size(), ' ') + count + "  " +
                  std::string(fr::happening(outcome)) + "\n");
        }
        print("\n");
    }
    print_rows(options.format, json, rows);
}

void agi(const WhatIf& options) {
    const State state = state_of(options);
    const Json json = fr::to_json(fr::agi_readings(state.inputs, state.contract()), state.inputs);
    print_rows(options.format, json, json["readings"]);
    if (options.format == Format::text) print("\n" + json["range"].get<std::string>() + "\n");
}

// In tables a deal's ramps are left to JSON.
void ledger(const WhatIf& options) {
    const State state = state_of(options);
    const auto years = fr::promised_years(fr::shipped_ledger(), fr::simulate(state.inputs, state.contract()));
    const Json json = fr::to_json(fr::shipped_ledger(), years);
    Json deals = json["deals"];
    for (Json& deal : deals) deal.erase("ramps");
    print_rows(options.format, json, deals);
    if (options.format != Format::text) return;
    print("\n");
    print_rows(options.format, json, json["years"]);
    print("\n" + json["says"].get<std::string>() + "\n");
}

void backtest(const WhatIf& options) {
    const State state = state_of(options);
    const fr::Backtest found = fr::backtest(state.inputs, state.contract());
    const Json json = fr::to_json(found);
    Json rows = json["rows"];
    for (std::size_t i = 0; i < rows.size(); ++i) {  // in tables errors are words
        std::string plain;
        for (const fr::Baseline& baseline : found.rows[i].baselines)
            plain +=
                (plain.empty() ? "" : "; ") + baseline.name + ": " + baseline.got + " (" + baseline.error_text + ")";
        rows[i]["baselines"] = plain;
        rows[i]["error"] = rows[i]["error_text"];
        rows[i].erase("error_text");
    }
    print_rows(options.format, json, rows);
    if (options.format != Format::text) return;
    print("\n");
    for (std::size_t i = 0; i < fr::row_class_names.size(); ++i)
        print(std::string(fr::row_class_titles[i]) + ": " + std::to_string(found.scores[i].hits) + " of " +
              std::to_string(found.scores[i].of) + " met\n");
}

// "money.revenue-per-gw = 13.5", "agi-clause: dropped", "as agreed".
std::string effect_of(const Json& side) {
    std::string text;
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
    for (const auto& [key, value] : side["inputs"].items())
        add(key + " = " + (value.is_string() ? value.get<std::string>() : fr::shortest(value.get<double>())));
    for (const Json& edit : side["edits"])
        add(edit["clause"].get<std::string>() + ": " + edit["kind"].get<std::string>());
    return text.empty() ? "as agreed" : text;
}

void disputes(const WhatIf& options) {
    const State state = state_of(options);
    const Json json = fr::disputes_json(state.deal.base(), {state.inputs, state.deal.edits()});
    Json rows = Json::array();
    std::string text;
    for (const Json& dispute : json) {
        text += dispute["question"].get<std::string>() + "\n";
        for (const Json& side : dispute["sides"]) {
            const std::string name = side["name"], says = side["says"], grade = side["grade"], effect = effect_of(side);
            const bool chosen = side["chosen"];
            rows.push_back({{"question", dispute["question"]},
                            {"side", name},
                            {"says", says},
                            {"facts", side["facts"]},
                            {"grade", grade},
                            {"sets", effect}});
            if (options.format == Format::csv) rows.back()["chosen"] = chosen ? "yes" : "no";
            text += std::string(chosen ? "  * " : "  - ") + name + ". " + says + "  [" + grade + "]  " +
                    words_of(side["facts"]) + "\n      " + effect + "\n";
        }
        const std::string note = dispute["note"];
        text += (note.empty() ? "" : "    " + note + "\n") + std::string("\n");
    }
    if (options.format == Format::text) return print(text + "* as this state has it\n");
    print_rows(options.format, json, rows);
}

}  // namespace

void add_whatif(CLI::App& program) {
    const auto add = [&](const char* name, const char* says, void (*answer)(const WhatIf&)) {
        CLI::App* command = program.add_subcommand(name, says);
        const auto options = std::make_shared<WhatIf>();
        add_options(*command, *options, true, true);
        command->callback([options, answer] { answer(*options); });
        return std::pair{command, options};
    };
    const auto [why_command, why_options] = add("why", "Trace one outcome: input, quantity, test, consequence", why);
    why_command->add_option("outcome", why_options->outcome, "A headline key, e.g. agi_trips")->required();
    why_command->add_option("-m,--month", why_options->month, "The month to explain; otherwise the one it happens in");

    add("worth", "What each clause is worth: the deal with nobody bound in its kind minus the deal, to the horizon",
        worth);
    add("agi", "The $100 bn test read in ten ways, each with its month", agi);
    add("ledger", "Dated deals for computing power, added up, beside what the model lets others run", ledger);
    add("disputes", "Where sources contradict each other: the rival answers, and what each sets", disputes);
    add("tips", "Values of each input at which an outcome comes, goes or crosses the deal's horizon", tips);

    const auto [command, options] = add("sensitivity", "Which inputs move an outcome most, ranked", sensitivity);
    command->add_option("outcome", options->outcome, "A headline key")->capture_default_str();

    const auto [uncertain, drawn] = add("uncertainty", "Bands and chances over the inputs' spreads", uncertainty);
    uncertain->add_option("-r,--runs", drawn->runs, "How many runs")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    uncertain->add_option("--seed", drawn->seed, "Seed of the draws")->capture_default_str();
    uncertain->add_option("--evidence", drawn->grade, "Weakest grade to trust; inputs below it take their whole range")
        ->check(CLI::IsMember(std::vector<std::string>(fr::names::grades.begin(), fr::names::grades.end())))
        ->capture_default_str();

    const auto [replay, deal] = add("backtest", "2024 to today replayed against what is known", backtest);
    deal->contract = "as-amended";
    replay->get_option("--contract")->capture_default_str();
}

}  // namespace pact
