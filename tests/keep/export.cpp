// What a reader takes along: the CSV says what it was made from and stays readable as CSV, and an exported contract
// opens to the run that it was taken from.
#include "core/keep/export.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/files/contract_reader.h"
#include "core/keep/results_json.h"
#include "core/words/csv.h"
#include "core/words/format.h"
#include "core/words/sentence.h"
#include "tests/forms.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

std::string csv_of(const Inputs& inputs, const Contract& base, const std::vector<Edit>& edits = {}) {
    const Deal deal = Deal(base).with(edits);
    return csv_text(inputs, deal, evaluate(inputs, deal.contract()));
}

std::vector<Edit> one_edit(const Clause& clause, EditKind kind) { return {{clause.id, kind}}; }

}  // namespace

TEST_CASE("the CSV's rows follow comments, and are the rows without them") {
    const Contract& contract = contract_named("as-amended");
    const Inputs inputs = opening_inputs(contract);
    std::string csv = csv_of(inputs, contract);
    while (csv.starts_with("\"#")) csv.erase(0, csv.find('\n') + 1);
    CHECK(csv == rows_csv(simulate(inputs, contract)));
}

TEST_CASE("the CSV's header has the sentence, the link, every input and every clause with its sources") {
    const Contract& contract = contract_named("january-2025");
    Inputs inputs = opening_inputs(contract);
    inputs.*find_param("azure.offer")->field = 1.5;
    const std::string csv = csv_of(inputs, contract);
    const auto has = [&](const std::string& line) {
        CAPTURE(line);
        CHECK(std::ranges::any_of(rows_of(csv), [&](const auto& row) { return row[0].starts_with("# " + line); }));
    };
    has(evaluate(inputs, contract).sentence);
    has("link #1january-2025~zo1.5*");
    has("input azure.offer = 1.5 GW a year (assumed: C23 C25 C26)");
    for (const Param& param : params) has("input " + std::string(param.key) + " = ");
    for (const Clause& clause : contract.clauses) has("clause " + clause.id + " (");
}

TEST_CASE("no word of a contract of the reader's own begins a line of the CSV") {
    Contract own = contract_named("january-2025");
    own.shipped = false;
    own.title = "Mine\n=HYPERLINK(\"x\")\r\n2024-01,1,2";
    own.clauses[0].says = "Says\n=1+1";
    const std::string csv = csv_of(default_inputs(), own);
    std::size_t rows = 0;
    for (const auto& row : rows_of(csv)) {
        const char first = row[0][0];
        rows += first != '#';
        CHECK((first == '#' || first == 'm' || first == '2'));
    }
    CHECK(rows == month_count + 1);
    CHECK(csv.find("link #") == std::string::npos);
}

TEST_CASE("whatever a title holds, a reader of CSV finds every row with all its cells, and comments of one cell") {
    Contract own = contract_named("january-2025");
    own.shipped = false;
    const std::string awkward = "Deal,\"amended";
    own.title = own.clauses[0].name = own.clauses[0].says = awkward;
    const auto rows = rows_of(csv_of(default_inputs(), own));
    std::size_t comments = 0, whole = 0;
    for (const auto& row : rows) (row[0].starts_with("#") ? comments : whole) += 1;
    CHECK(whole == month_count + 1);
    CHECK(comments == rows.size() - whole);
    for (const auto& row : rows) CHECK(row.size() == (row[0].starts_with("#") ? 1 : rows.back().size()));
    CHECK(rows[1][0] == "# contract january-2025 (a deal of the reader's own): " + awkward);
}

TEST_CASE("a cell that a spreadsheet would take for a formula is text, and a number stays one") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_cell("+x") == "'+x");
    CHECK(csv_cell("-x,y") == "\"'-x,y\"");
    CHECK(csv_cell("\t=1") == "'\t=1");
    CHECK(csv_cell("-1.5e-3") == "-1.5e-3");
    CHECK(csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(csv_cell("plain") == "plain");
}

TEST_CASE("an exported contract opens to the same run, whatever the reader changed about its clauses and inputs") {
    int tried = 0;
    for (const Contract& base : shipped_contracts())
        for (const Clause& clause : base.clauses)
            for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed}) {
                Inputs inputs = opening_inputs(base);
                inputs.*find_param("demand.growth")->field = 3.4;
                inputs.*find_param("agi.reading")->field = 0;
                const Contract contract = edited(base, one_edit(clause, kind));
                CAPTURE(base.id + " " + clause.id);
                const auto loaded = parse_contract(contract_file(inputs, contract).value());
                REQUIRE(loaded.has_value());
                CHECK(opening_inputs(*loaded) == inputs);
                CHECK(fingerprint(simulate(inputs, *loaded)) == fingerprint(simulate(inputs, contract)));
                ++tried;
            }
    CHECK(tried > 100);
}

TEST_CASE("an exported contract without changes is the shipped one") {
    for (const Contract& base : shipped_contracts()) {
        auto loaded = parse_contract(contract_file(opening_inputs(base), base).value());
        REQUIRE(loaded.has_value());
        loaded->shipped = true;
        loaded->presets = base.presets;  // the order may differ
        CHECK(*loaded == base);
    }
}

}  // namespace fr
