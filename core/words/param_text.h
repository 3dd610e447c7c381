// Values of inputs from text, and what is allowed in words; the nearest of some names to a mistyped one.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/deal/params.h"
#include "core/deal/terms.h"

namespace fr {

// A value of an input as it is stored: to a millionth, so that the text it is written as reads back as the very same
// double. (The count of millionths is exact, and one division rounds as reading the decimal does.) Within a range.
constexpr double kept_value(double value) {
    return static_cast<double>(static_cast<long long>(value * 1e6 + 0.5)) / 1e6;
}
// A number from decimal digits, a sign and an exponent, and nothing else.
std::optional<double> decimal_from(std::string_view text);
// A stored value from decimal digits: within the input's range, kept to a millionth; nothing where it is not allowed.
std::optional<double> stored_from(const Param& param, std::string_view text);
// "3", "ability", "2027-03", "never" → the stored value of an input; the error names the allowed range.
std::expected<double, std::string> parse_value(const Param& param, std::string_view text);
// "a number from 1.2 to 5", "a month from 2025-01 to 2035-12, or never", "one of booked, ability, declared".
std::string allowed_text(const Param& param);
// "2027-03" or "2027-03-21", July 2019 to December 2035; the day is checked and dropped.
std::optional<Month> month_from(std::string_view text);
// The same of the months that are modelled, without a day.
std::optional<Month> model_month_from(std::string_view text);

// "never_agreed", "dropped", "agreed".
std::optional<EditKind> edit_kind(std::string_view name);

using Names = std::span<const std::string_view>;
std::string listed(Names names);  // "a, b, c"
std::optional<std::size_t> index_in(Names names, std::string_view name);
// The key of the table nearest to a mistyped one.
std::string_view nearest_key(std::string_view key);
// The one of some names (at least one) that is the fewest changes of a letter away from a mistyped one.
std::string_view nearest(std::string_view mistyped, Names names);

}  // namespace fr
