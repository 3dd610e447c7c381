// Composes the CSV's header and the contract file.
#include "core/keep/export.h"

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/keep/link.h"
#include "core/keep/results_json.h"
#include "core/words/csv.h"
#include "core/words/format.h"
#include "core/words/names.h"
#include "core/words/sentence.h"

namespace fr {

namespace {

std::string with_sources(std::string_view known, const std::string& ids) {
    return " (" + std::string(known) + (ids.empty() ? "" : ": " + ids) + ")";
}

std::string input_line(const Param& param, double value) {
    const std::string_view known = entry(names::statuses, param.status);
    return "input " + std::string(param.key) + " = " + value_id(param, value) +
           (param.unit.empty() ? "" : " " + std::string(param.unit)) + with_sources(known, std::string(param.facts));
}

std::string clause_line(const Clause& clause) {
    std::string ids;
    for (const std::string& id : clause.sources) ids += (ids.empty() ? "" : " ") + id;
    return "clause " + clause.id + (clause.off ? " (never agreed)" : "") +
           with_sources(entry(names::grades, clause.grade), ids) + ": " + clause.says;
}

}  // namespace

std::string csv_text(const Inputs& inputs, const Deal& deal, const Reading& reading) {
    const Contract& contract = deal.contract();
    const bool is_shipped = deal.base().shipped;
    std::string text = csv_comment("First Refusal " + std::string(assets::version) + ": a model, not a forecast");
    text += csv_comment("contract " + contract.id + (is_shipped ? "" : " (a deal of the reader's own)") + ": " +
                        contract.title);
    text += csv_comment(reading.sentence);
    text += csv_comment(reading.agi_sentence);
    text += csv_comment(reading.money_sentence);
    if (is_shipped)
        text +=
            csv_comment("link #" + write_link({deal.base().id, inputs, deal.edits()}, stamp_of(reading.fingerprint)));
    else
        text += csv_comment("no link: a contract of the reader's own does not travel in one");
    for (const Param& param : params) text += csv_comment(input_line(param, inputs.*param.field));
    for (const Clause& clause : contract.clauses) text += csv_comment(clause_line(clause));
    text += csv_comment("Sources are the statements of assets/facts.json, listed on the page.");
    return text + rows_csv(reading.run);
}

std::expected<std::string, std::string> contract_file(const Inputs& inputs, const Contract& contract) {
    Contract file = contract;
    file.presets.clear();
    for (const Param& param : params)
        if (inputs.*param.field != param.standard) file.presets.emplace_back(param.key, inputs.*param.field);
    std::string text = contract_text(file);
    if (const Parsed<Contract> again = parse_contract(text); !again)
        return std::unexpected("With what is set and changed here this deal is more than a contract file may hold: " +
                               again.error().front().text() + ".");
    return text;
}

std::string citation_text(const Contract& contract, const Reading& reading) {
    return reading.sentence + " First Refusal " + std::string(assets::version) + ", “" + contract.title +
           "”: a model, not a forecast.";
}

}  // namespace fr
