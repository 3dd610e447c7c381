// Reads values as people write them, and says what would have been right.
#include "core/words/param_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/names.h"

namespace fr {

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) { return std::atoi(std::string(digits).c_str()); }

int days_of(int year, int month_number) {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month_number == 2 && is_leap ? 29 : entry(days, month_number - 1);
}

// Edit distance, for the nearest key to a mistyped one.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, change});
        }
    }
    return row.back();
}

}  // namespace

std::string listed(Names names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) text += (i ? ", " : "") + std::string(names[i]);
    return text;
}

std::optional<std::size_t> index_in(Names names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<Month> month_from(std::string_view text) {
    const bool has_day = text.size() == 10 && text[7] == '-' && is_digits(text.substr(8));
    if ((text.size() != 7 && !has_day) || text[4] != '-') return std::nullopt;
    if (!is_digits(text.substr(0, 4)) || !is_digits(text.substr(5, 2))) return std::nullopt;
    const int month_number = number_of(text.substr(5, 2)), day = has_day ? number_of(text.substr(8)) : 1;
    const int year = number_of(text.substr(0, 4));
    if (month_number < 1 || month_number > 12 || day < 1 || day > days_of(year, month_number)) return std::nullopt;
    const Month month = month_of(year, month_number);
    if (month < first_contract_month || month >= never) return std::nullopt;
    return month;
}

std::optional<Month> model_month_from(std::string_view text) {
    const auto month = month_from(text);
    return text.size() == 7 && month && month->index >= 0 ? month : std::nullopt;
}

std::optional<EditKind> edit_kind(std::string_view name) {
    const auto index = index_in(names::edits, name);
    if (!index) return std::nullopt;
    return static_cast<EditKind>(*index);
}

std::string allowed_text(const Param& param) {
    if (param.kind == InputKind::choice) return "must be one of " + listed(choices_of(param));
    if (param.kind == InputKind::month) {
        const auto id = [](double index) { return month_id(Month{static_cast<int>(index)}); };
        return "must be a month from " + id(param.low) + " to " + id(param.high) + ", or never";
    }
    const std::string kind = is_whole(param) ? "must be a whole number from " : "must be a number from ";
    return kind + shortest(param.low) + " to " + shortest(param.high) +
           (param.unit.empty() ? "" : " (" + std::string(param.unit) + ")");
}

std::optional<double> decimal_from(std::string_view text) {
    const std::string copy(text);
    char* end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    const bool is_decimal = copy.find_first_not_of("+-.0123456789eE") == std::string::npos;  // no hex, inf, nan, spaces
    return copy.empty() || *end != '\0' || !is_decimal ? std::nullopt : std::optional(value);
}

std::optional<double> stored_from(const Param& param, std::string_view text) {
    const auto value = decimal_from(text);
    if (!value) return std::nullopt;
    const bool is_never = param.kind == InputKind::month && *value == table::months_to_never;
    if (!is_never && !(*value >= param.low && *value <= param.high)) return std::nullopt;
    return is_allowed(param, kept_value(*value)) ? std::optional(kept_value(*value)) : std::nullopt;
}

namespace {

// A comma is never guessed at: "1,000" is a thousand to some and one to others.
std::string comma_hint(const Param& param, std::string_view text) {
    std::string pointed(text);
    std::ranges::replace(pointed, ',', '.');
    if (pointed == text || !stored_from(param, pointed)) return {};
    return "; the decimal sign is a point: " + pointed;
}

}  // namespace

std::expected<double, std::string> parse_value(const Param& param, std::string_view text) {
    const auto refused = [&] {
        return std::unexpected(std::string(param.key) + " " + allowed_text(param) + ", not “" + shown(text, 40) + "”" +
                               comma_hint(param, text));
    };
    if (param.kind == InputKind::choice) {
        const auto index = index_in(choices_of(param), text);
        if (!index) return refused();
        return static_cast<double>(*index);
    }
    if (param.kind == InputKind::month) {
        if (text == "never") return table::months_to_never;
        const auto month = month_from(text);
        if (!month || !is_allowed(param, month->index)) return refused();
        return month->index;
    }
    if (const auto value = stored_from(param, text)) return *value;
    return refused();
}

std::string_view nearest(std::string_view mistyped, Names names) {
    const std::string_view cut = mistyped.substr(0, 100);
    return *std::ranges::min_element(names, {}, [&](std::string_view name) { return distance(cut, name); });
}

std::string_view nearest_key(std::string_view key) {
    std::array<std::string_view, input_count> keys;
    std::ranges::transform(params, keys.begin(), &Param::key);
    return nearest(key, keys);
}

}  // namespace fr
