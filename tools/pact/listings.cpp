// pact inputs, outputs, contracts and check: what there is, and whether a contract file is right.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/files/assets.h"
#include "core/files/contract_writer.h"
#include "core/files/json_values.h"
#include "core/keep/results_json.h"
#include "core/model/outputs.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/names.h"
#include "core/words/param_text.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"
#include "tools/pact/table.h"

namespace pact {

namespace {

Table inputs_table(Format format) {
    Table table{{"key", "what it is", "low", "default", "high", "step", "unit", "known how", "facts"}, {}};
    const std::string mark = format == Format::markdown ? "`" : "";
    for (const fr::Param& param : fr::params) {
        const auto value = [&](double number) { return fr::value_id(param, number); };
        const auto status = entry(fr::names::statuses, param.status);
        table.rows.push_back({mark + std::string(param.key) + mark, std::string(param.label), value(param.low),
                              value(param.standard), value(param.high),
                              param.kind == fr::InputKind::number ? fr::shortest(param.step) : "",
                              std::string(param.unit), status == "readers" ? "the reader's" : std::string(status),
                              std::string(param.facts)});
    }
    return table;
}

void inputs(Format format) {
    if (format == Format::json) return print(fr::inputs_json().dump(1) + "\n");
    const Table table = inputs_table(format);
    print(format == Format::csv ? csv_of(table) : format == Format::markdown ? markdown_of(table) : text_of(table));
}

Table outputs_table(Format format) {
    Table table{{"column", "unit", "exported", "in the fingerprint", "with a band", "in the backtest"}, {}};
    const std::string mark = format == Format::markdown ? "`" : "";
    const auto told = [](bool holds) { return std::string(holds ? "yes" : ""); };
    for (const fr::Output& output : fr::outputs)
        table.rows.push_back({mark + std::string(output.name) + mark, std::string(entry(fr::unit_names, output.unit)),
                              told(output.exported), told(output.counted > 0), told(output.banded),
                              told(output.backtested)});
    return table;
}

void outputs(Format format) {
    if (format == Format::json) {
        fr::Json list = fr::Json::array();
        for (const fr::Output& output : fr::outputs)
            list.push_back({{"name", output.name},
                            {"unit", entry(fr::unit_names, output.unit)},
                            {"exported", output.exported},
                            {"in_fingerprint", output.counted > 0},
                            {"banded", output.banded},
                            {"backtested", output.backtested}});
        return print(list.dump(1) + "\n");
    }
    const Table table = outputs_table(format);
    print(format == Format::csv ? csv_of(table) : format == Format::markdown ? markdown_of(table) : text_of(table));
}

fr::Json contract_json(const fr::Contract& contract) {
    fr::Json json{{"id", contract.id},
                  {"title", contract.title},
                  {"says", contract.says},
                  {"as_of", contract.as_of},
                  {"horizon", fr::month_id(contract.horizon)},
                  {"presets", fr::Json::object()},
                  {"clauses", fr::Json::array()}};
    for (const auto& [key, value] : contract.presets)
        json["presets"][key] = fr::value_json(*fr::find_param(key), value);
    for (const fr::Clause& clause : contract.clauses) json["clauses"].push_back(clause.id);
    return json;
}

void contracts(Format format) {
    if (format == Format::json) {
        fr::Json list = fr::Json::array();
        for (const fr::Contract& contract : fr::shipped_contracts()) list.push_back(contract_json(contract));
        return print(list.dump(1) + "\n");
    }
    Table table{{"id", "title", "as_of", "horizon", "clauses"}, {}};
    std::string text;
    for (const fr::Contract& contract : fr::shipped_contracts()) {
        table.rows.push_back({contract.id, contract.title, contract.as_of, fr::month_id(contract.horizon),
                              std::to_string(contract.clauses.size())});
        text += contract.id + "\n    " + contract.title + ". " + contract.says + "\n";
    }
    print(format == Format::csv ? csv_of(table) : text);
}

// A shipped contract as a file, to begin one's own from.
void file_of(const std::string& id) {
    if (const fr::Contract* contract = fr::find_contract(id)) return print(fr::contract_text(*contract));
    std::vector<std::string> ids;
    for (const fr::Contract& contract : fr::shipped_contracts()) ids.push_back(contract.id);
    throw Mistake("there is no contract “" + id + "”; the nearest is " + nearest(id, ids) + "; there are " +
                  listed(ids));
}

void check(const std::string& path) {
    const fr::Contract contract = contract_from_file(path);
    print(fr::spelt_out(path) + ": right: “" + contract.title + "”, " + std::to_string(contract.clauses.size()) +
          (contract.clauses.size() == 1 ? " clause\n" : " clauses\n"));
}

}  // namespace

void add_listings(CLI::App& program) {
    const auto of_inputs = std::make_shared<Options>(), of_outputs = std::make_shared<Options>(),
               of_contracts = std::make_shared<Options>();
    CLI::App* inputs_command = program.add_subcommand("inputs", "List the inputs: ranges, and how well each is known");
    add_options(*inputs_command, *of_inputs, false, true);
    inputs_command->callback([of_inputs] { inputs(of_inputs->format); });
    CLI::App* outputs_command = program.add_subcommand("outputs", "List the outputs: units, and what each is used for");
    add_options(*outputs_command, *of_outputs, false, true);
    outputs_command->callback([of_outputs] { outputs(of_outputs->format); });

    const auto id = std::make_shared<std::string>();
    CLI::App* contracts_command = program.add_subcommand("contracts", "List the shipped contracts");
    add_options(*contracts_command, *of_contracts, false);
    contracts_command->add_option("--file-of", *id, "Print one as a contract file, to begin your own from")
        ->type_name("ID");
    contracts_command->callback([=] { id->empty() ? contracts(of_contracts->format) : file_of(*id); });

    const auto path = std::make_shared<std::string>();
    CLI::App* check_command = program.add_subcommand("check", "Check a contract file: all its mistakes, each in place");
    check_command->add_option("file", *path, "A contract as JSON; - for standard input")->required()->type_name("FILE");
    check_command->callback([path] { check(*path); });
}

}  // namespace pact
