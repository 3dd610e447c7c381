// The same deal is run again with the clause in place, which brings no support.
#include "core/ask/trade.h"

#include <algorithm>
#include <cmath>

#include "core/model/reading.h"
#include "core/words/format.h"

namespace fr {

namespace {

Contract with_clause(Contract contract) {
    std::erase_if(contract.clauses, [](const Clause& clause) {
        const auto* rule = std::get_if<AgiTriggerRule>(&clause.rule);
        return rule && rule->trigger == Trigger::none;
    });
    return contract;
}

}  // namespace

Trade trade(const Inputs& inputs, const Contract& contract, const Run& run) {
    const Run before = simulate(inputs, with_clause(contract));
    const Month last = last_counted(contract);
    return {inputs.money_support, run.at(last).cumulative_share_bn - before.at(last).cumulative_share_bn,
            served_gw_months(run, last) - served_gw_months(before, last)};
}

std::string trade_sentence(const Trade& trade, const Contract& contract) {
    return "Against the deal with the clause, by " + long_month_text(contract.horizon) + " Microsoft is paid " +
           bn_text(std::abs(trade.share_bn)) + (trade.share_bn < 0 ? " less" : " more") + " of revenue for " +
           bn_text(trade.support_bn) + " of support, and OpenAI is served " +
           decimals(std::abs(trade.more_gw_months), 1) + " GW-months " + (trade.more_gw_months < 0 ? "less" : "more") +
           ". What Microsoft’s stake returns is not counted.";
}

}  // namespace fr
