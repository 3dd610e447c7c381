// The numbers in a text, and a set of numbers that it may contain: what is said about a state must be in its rows, its
// inputs or its outcomes.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/files/json_values.h"
#include "core/keep/results_json.h"
#include "core/model/reading.h"
#include "core/words/format.h"

namespace fr::tests {

// "runs 13.5 GW in May 2026" → 13.5, 2026.
inline std::vector<std::string> numbers_in(std::string_view text) {
    const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    std::vector<std::string> found;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (is_digit(end) || (end > i && text[end] == '.' && is_digit(end + 1))) ++end;
        if (end > i) found.emplace_back(text.substr(i, end - i));
        i = std::max(end, i + 1);
    }
    return found;
}

// Numbers as readers see them.
class Known {
public:
    void text(std::string_view words) {
        for (std::string& number : numbers_in(words)) numbers.insert(std::move(number));
    }
    void number(double value) {
        for (const std::string& form : {gw_text(value), bn_text(value), percent_text(value), decimals(value, 0),
                                        decimals(value, 1), shortest(value)})
            text(form);
    }
    void month(Month value) { text(month_id(value)); }
    void inputs(const Inputs& values) {
        for (const Param& param : params) {
            text(value_text(param, values.*param.field));
            text(value_id(param, values.*param.field));
            number(values.*param.field);
            number(values.*param.field / 100);  // percentages as shares
        }
    }
    void row(const Row& row) {
        month(row.month);
        const Json json = row_json(row);
        for (const auto& [key, value] : json.items())
            if (value.is_number()) number(value.get<double>());
    }
    void headline(const Headline& head) {
        for (const Month value : {head.exclusivity_breaks, head.exclusivity_would_break, head.agi_trips,
                                  head.api_lock_binds, head.first_refusal_passes, head.shortage_ends,
                                  head.agi_by_reading[0], head.agi_by_reading[1], head.agi_by_reading[2]})
            month(value);
        if (head.wait_at_worst) number(*head.wait_at_worst);
    }
    // The first number of a text that is not known; empty if all are.
    std::string unknown_in(std::string_view words) const {
        for (const std::string& number : numbers_in(words))
            if (!numbers.contains(number)) return number;
        return {};
    }

private:
    std::set<std::string> numbers;
};

// Takes every occurrence of a quotation out of a text.
inline std::string without_words(std::string text, const std::string& words) {
    for (std::size_t at = text.find(words); !words.empty() && at != std::string::npos; at = text.find(words))
        text.erase(at, words.size());
    return text;
}

}  // namespace fr::tests
