#include "core/words/money_sentence.h"

#include <cmath>

#include "core/model/reading.h"
#include "core/words/format.h"

namespace fr {

std::string money_sentence(const Run& run) {
    const Month last = month_of(2030, 12);
    const double profit_bn = run.at(last).cumulative_profit_bn;
    double paid_bn = 0;
    for (Month month{0}; month <= last; month = next(month))
        paid_bn += run.at(month).microsoft_receipts_bn_per_year / 12;
    const std::optional<int> year = first_profitable_year(run);
    return "2024 to 2030: OpenAI " + std::string(profit_bn < 0 ? "loses " : "earns ") + bn_text(std::fabs(profit_bn)) +
           " and pays Microsoft " + bn_text(paid_bn) +
           ". First profitable year: " + (year ? std::to_string(*year) : "none by 2035") + ".";
}

}  // namespace fr
