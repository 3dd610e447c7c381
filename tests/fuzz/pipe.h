// The end of the pipe: what opens can be run, told, drawn, written as CSV, saved, receipted and verified, and as a
// file.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/ask/evaluate.h"
#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/keep/export.h"
#include "core/keep/receipt.h"
#include "core/keep/results_json.h"
#include "core/keep/saved.h"
#include "core/picture/poster.h"
#include "tests/forms.h"
#include "tests/fuzz/fuzz.h"

namespace fr::fuzz {

inline void check_rows(const Run& run) {
    for (const Row& row : run.rows) {
        claim(std::isfinite(row.served_gw) && std::isfinite(row.cumulative_profit_bn), "rows are finite");
        claim(row.served_gw <= row.demand_gw && row.served_gw <= row.online_gw, "served is at most what there is");
        claim(row.unserved_share >= 0 && row.unserved_share <= 1, "shares are from 0 to 1");
    }
}

inline void check_saved(const Saved& state) {
    const std::string text = saved_json(state).dump();
    claim(text.size() <= max_saved_bytes, "what is saved may be read");
    const Parsed<Saved> again = read_saved(Json::parse(text));
    claim(again && again->deal == state.deal && again->inputs == state.inputs && again->chapter == state.chapter &&
              again->bets == state.bets,
          "what is saved reads the same");
}

inline void check_receipt(const Saved& state) {
    const auto receipt = receipt_text(state);
    claim(receipt.has_value() || !receipt.error().empty(), "a receipt that is refused is refused with a reason");
    if (!receipt) return;
    const auto verified = verify_receipt(*receipt);
    claim(verified && verified->differences.empty(), "a receipt is verified");
}

inline void check_file(const Inputs& inputs, const Contract& contract) {
    const auto file = contract_file(inputs, contract);
    claim(file.has_value() || !file.error().empty(), "a file that is refused is refused with a reason");
    if (file) claim(parse_contract(*file).has_value(), "a file that is written may be read");
}

inline void check_all(const Saved& state) {
    const Contract& contract = state.deal.contract();
    const Reading reading = evaluate(state.inputs, contract);
    check_rows(reading.run);
    claim(!to_json(state.inputs, contract, reading, false).dump().empty(), "a deal that was read can be told");
    claim(tests::is_monthly_csv(csv_text(state.inputs, state.deal, reading), month_count), "CSV is CSV");
    claim(tests::is_xml(poster_svg(state.inputs, contract, reading, {})), "a picture is XML");
    check_saved(state);
    check_receipt(state);
    check_file(state.inputs, contract);
}

}  // namespace fr::fuzz
