// Numbers to text with snprintf, which is small in the browser and the same everywhere in the C locale.
#include "core/words/format.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace fr {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

std::string with_minus(double value, std::string text) { return value < 0 ? "\u2212" + text : text; }

// Two significant digits below ten, whole numbers above; what is less than a hundredth is not told as none.
int digits_of(double magnitude) {
    return magnitude < 0.01 && magnitude >= 0.00005 ? 4 : magnitude < 1 ? 2 : magnitude < 10 ? 1 : 0;
}

std::string_view name_of(Month month) { return entry(month_names, month_of_year(month) - 1); }

}  // namespace

std::string decimals(double value, int digits) {
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    const std::string result = text.data();
    const bool is_zero = result.find_first_of("123456789") == std::string::npos;
    return is_zero && result.front() == '-' ? result.substr(1) : result;
}

std::string shortest(double value) {
    std::string text = decimals(value, 6);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string whole_text(int number) {
    const std::string all = std::to_string(number);
    return number < 1000 ? all : all.substr(0, all.size() - 3) + "," + all.substr(all.size() - 3);
}

std::string gw_text(double gw) { return decimals(gw, digits_of(gw)) + " GW"; }

std::string bn_text(double bn) {
    const double magnitude = std::fabs(bn);
    return with_minus(bn, "$" + decimals(magnitude, magnitude < 100 ? 1 : 0) + " bn");
}

// With a decimal where a whole number would tell some as none, or most as all.
std::string percent_text(double share) {
    const std::string whole = decimals(share * 100, 0), fine = decimals(share * 100, 1);
    if (whole != "0" && whole != "100") return whole + "%";
    if (fine != whole + ".0") return fine + "%";
    constexpr double rounding = 1e-9;
    if (share > rounding && share < 0.5) return "<0.1%";
    if (share < 1 - rounding && share > 0.5) return ">99.9%";
    return whole + "%";
}

std::string months_text(double months) {
    const std::string number = decimals(months, 0);
    return number + (number == "1" ? " month" : " months");
}

std::string output_text(const Output& output, double value) {
    switch (output.unit) {
        case Unit::gw:
            return gw_text(value);
        case Unit::share:
            return percent_text(value);
        case Unit::months:
            return months_text(value);
        case Unit::bn:
        case Unit::bn_per_year:
            return bn_text(value);
    }
    return {};
}

std::string long_month_text(Month month) {
    if (month >= never) return "never";
    return std::string(name_of(month)) + " " + std::to_string(year_of(month));
}

std::string count_text(double count, std::string_view none) {
    static constexpr std::array<std::string_view, 12> words{"one",   "two",   "three", "four", "five",   "six",
                                                            "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    const auto whole = static_cast<std::size_t>(count);
    if (whole == 0) return std::string(none);
    return whole <= words.size() ? std::string(words[whole - 1]) : decimals(count, 0);
}

std::string month_text(Month month) {
    if (month >= never) return "never";
    return std::string(name_of(month).substr(0, 3)) + " " + std::to_string(year_of(month));
}

std::string month_id(Month month) {
    if (month >= never) return "never";
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%04d-%02d", year_of(month), month_of_year(month));
    return text.data();
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string value_text(const Param& param, double value) {
    if (param.kind == InputKind::choice) return std::string(entry(choices_of(param), value));
    if (param.kind == InputKind::month) return month_text(Month{static_cast<int>(value)});
    const std::string exact = shortest(value);
    const bool needs_decimal = param.step < 1 && exact.find('.') == std::string::npos;
    const std::string number = needs_decimal ? exact + ".0" : exact;
    const std::string_view unit = param.unit;
    if (unit.starts_with("×")) return "×" + number + std::string(unit.substr(std::string_view("×").size()));
    if (unit.starts_with("%")) return number + std::string(unit);
    if (unit.starts_with("$bn")) return "$" + number + " " + std::string(unit.substr(1));  // "$45 bn per GW"
    if (unit == "months" && number == "1") return "1 month";
    return unit.empty() ? number : number + " " + std::string(unit);
}

std::string value_id(const Param& param, double value) {
    if (param.kind == InputKind::choice) return std::string(entry(choices_of(param), value));
    if (param.kind == InputKind::month) return month_id(Month{static_cast<int>(value)});
    return shortest(value);
}

}  // namespace fr
