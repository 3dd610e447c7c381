// The AGI clause for support: what both sides of the trade get, against the same deal with the clause.
#pragma once

#include <string>

#include "core/model/model.h"

namespace fr {

struct Trade {
    double support_bn;      // from Microsoft
    double share_bn;        // that Microsoft is paid more, to the deal's horizon
    double more_gw_months;  // served more, to the horizon
};
// Of a contract in which the clause is dropped, and its run.
Trade trade(const Inputs& inputs, const Contract& contract, const Run& run);
// "Against the deal with the clause Microsoft is paid $174 bn more share by December 2030, for $50 bn of support; …"
std::string trade_sentence(const Trade& trade, const Contract& contract);

}  // namespace fr
