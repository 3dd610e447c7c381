// Numbers and months as readers see them, the same on every machine: no locale, no streams.
#pragma once

#include <string>
#include <string_view>

#include "core/deal/params.h"
#include "core/deal/units.h"
#include "core/model/outputs.h"

namespace fr {

std::string decimals(double value, int digits);  // "1.25", never "-0.00"
std::string shortest(double value);              // to a millionth, without zeros at its end; see kept_value
std::string whole_text(int number);              // "1,000"; from 0 to 999,999
std::string gw_text(double gw);                  // "0.58 GW", "4.8 GW", "31 GW"
std::string bn_text(double bn);                  // "$4.0 bn", "$350 bn", "−$18.6 bn"
std::string percent_text(double share);          // 0.382 → "38%"
std::string months_text(double months);          // "1 month", "12 months"
std::string count_text(double count, std::string_view none);  // "no" or "none", "one" to "twelve", "13"
std::string month_text(Month month);                          // "Mar 2027"; never: "never"
std::string long_month_text(Month month);                     // "March 2027"
std::string month_id(Month month);                            // "2027-03"; never: "never"
std::string output_text(const Output& output, double value);
std::string value_text(const Param& param,
                       double value);  // with unit, as at a slider: "×3.0 a year", "12 months", "ability"
std::string value_id(const Param& param,
                     double value);  // as in JSON, links and the command line: "3", "ability", "2027-03"

std::string capitalised(std::string text);  // "ends" → "Ends"

}  // namespace fr
