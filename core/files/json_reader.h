// Reads values out of a JSON object and collects every mistake, each with its path and what would have been right.
// Contracts, news and the ledger are read with it.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/names.h"
#include "core/words/param_text.h"

namespace fr {

inline constexpr std::string_view month_wanted =
    "must be a month from 2019-07 to 2035-12, like \"2025-01\" or \"2025-01-21\"";

class JsonReader {
public:
    std::vector<Problem> problems;

    void fail(const std::string& where, std::string what) { add_problem(problems, {where, std::move(what)}); }

    static std::string path(const std::string& object, std::string_view key) {
        return object.empty() ? shown(key) : object + "." + shown(key);
    }

    const Json* member(const Json& object, const std::string& where, std::string_view key, bool required = true) {
        const auto found = object.find(key);
        if (found != object.end()) return &*found;
        if (required) fail(path(where, key), "is missing");
        return nullptr;
    }

    // Line breaks and other control characters are spaces: these texts are set in one run.
    std::string text(const Json& object, const std::string& where, std::string_view key, bool required = true,
                     std::size_t most_letters = max_id) {
        const Json* value = member(object, where, key, required);
        return value ? text_of(*value, path(where, key), required, most_letters) : std::string{};
    }

    // The same of a value that has been found.
    std::string text_of(const Json& value, const std::string& where, bool required, std::size_t most_letters) {
        const auto* string = value.get_ptr<const std::string*>();
        std::string found = string ? *string : std::string{};
        std::ranges::replace_if(found, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
        const bool is_blank = found.find_first_not_of(' ') == std::string::npos;
        if (!string || (required && is_blank)) fail(where, "must be a text that is not empty");
        if (letter_count(found) > most_letters)
            fail(where, "must be at most " + std::to_string(most_letters) + " letters");
        check_letters(found, where);
        return found;
    }

    // What cannot be seen can disguise what is beside it, and is partly forbidden in XML.
    void check_letters(std::string_view found, const std::string& where) {
        for (std::size_t at = 0; at < found.size(); at += letter_at(found, at).bytes)
            if (const char32_t code = letter_at(found, at).code; is_unseen(code))
                return fail(where, "holds " + code_name(code) + ", which cannot be seen; delete it");
    }

    bool truth(const Json& object, const std::string& where, std::string_view key, bool required = true) {
        const Json* value = member(object, where, key, required);
        if (value && !value->is_boolean()) fail(path(where, key), "must be true or false");
        return value && value->is_boolean() && value->get<bool>();
    }

    std::optional<double> number(const Json& object, const std::string& where, std::string_view key, double low,
                                 double high, bool required = true) {
        const Json* value = member(object, where, key, required);
        if (!value) return std::nullopt;
        const double found = value->is_number() ? value->get<double>() : low - 1;
        if (found >= low && found <= high) return found;
        fail(path(where, key), "must be a number from " + shortest(low) + " to " + shortest(high));
        return std::nullopt;
    }

    int whole(const Json& object, const std::string& where, std::string_view key, int low, int high) {
        const double found = number(object, where, key, low, high).value_or(low);
        if (found == static_cast<int>(found)) return static_cast<int>(found);
        fail(path(where, key), "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        return low;
    }

    std::size_t one_of(const Json& object, const std::string& where, std::string_view key, Names names) {
        const Json* value = member(object, where, key);
        if (!value) return 0;
        const auto* string = value->get_ptr<const std::string*>();
        const auto index = string ? index_in(names, *string) : std::nullopt;
        if (!index) fail(path(where, key), "must be one of " + listed(names));
        return index.value_or(0);
    }

    // A published date: a day, or a month.
    std::string date(const Json& object, const std::string& where, std::string_view key) {
        const std::string found = text(object, where, key, false);
        if (!found.empty() && !month_from(found)) fail(path(where, key), std::string(month_wanted));
        return found;
    }

    Month month(const Json& object, const std::string& where, std::string_view key) {
        const std::string found = text(object, where, key);
        const auto month = month_from(found);
        if (!month && !found.empty()) fail(path(where, key), std::string(month_wanted));
        return month.value_or(Month{});
    }

    std::optional<Bound> bound(const Json& object, const std::string& where, std::string_view key, bool required) {
        const std::string found = text(object, where, key, required);
        if (found.empty()) return std::nullopt;
        if (const auto month = month_from(found)) return *month;
        if (const auto fact = index_in(names::facts, found)) return static_cast<Fact>(*fact);
        fail(path(where, key), std::string(month_wanted) + ", or one of " + listed(names::facts));
        return std::nullopt;
    }

    std::vector<std::string> fact_ids(const Json& object, const std::string& where, std::string_view key) {
        std::vector<std::string> ids;
        const Json* list = member(object, where, key);
        if (!list) return ids;
        if (!list->is_array() || list->empty()) fail(path(where, key), "must be a list of at least one fact id");
        for (std::size_t i = 0; list->is_array() && i < list->size(); ++i) {
            const auto* id = (*list)[i].get_ptr<const std::string*>();
            if (id && grade_of_fact(*id))
                ids.push_back(*id);
            else
                fail(path(where, key) + "[" + std::to_string(i) + "]",
                     "must be the id of a fact in assets/facts.json, like \"A9\"");
        }
        return ids;
    }

    // Keys that nobody reads are mistakes: most are typing errors.
    void only(const Json& object, const std::string& where, Names known) {
        for (const auto& [key, value] : object.items())
            if (!index_in(known, key)) fail(path(where, key), "is not known here; known are " + listed(known));
    }
};

}  // namespace fr
