// Readers of what is written for others, as strict as theirs: the rows of a CSV, and whether a text is XML.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/words/letters.h"

namespace fr::tests {

// The cells of each row as RFC 4180 has them, by the rules that spreadsheets and csv libraries follow.
inline std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows;
    bool is_quoted = false, begins_row = true;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (begins_row) rows.push_back({""});
        begins_row = false;
        std::string& cell = rows.back().back();
        const bool is_quote = csv[i] == '"';
        if (is_quoted && is_quote && i + 1 < csv.size() && csv[i + 1] == '"')
            cell += csv[i++];
        else if (is_quote && (is_quoted || cell.empty()))
            is_quoted = !is_quoted;
        else if (!is_quoted && csv[i] == ',')
            rows.back().emplace_back();
        else if (!is_quoted && csv[i] == '\n')
            begins_row = true;
        else
            cell += csv[i];
    }
    return rows;
}

// A CSV of the months: comments of one cell, then a header and a row a month, all of as many cells.
inline bool is_monthly_csv(std::string_view csv, std::size_t months) {
    std::size_t whole = 0;
    const auto rows = rows_of(csv);
    for (const auto& row : rows) {
        const bool is_comment = row[0].starts_with("#");
        if (row.size() != (is_comment ? 1 : rows.back().size())) return false;
        whole += !is_comment;
    }
    return whole == months + 1;
}

// Only characters that XML allows, "&" only in entities, tags closed in the order in which they were opened.
inline bool is_xml(std::string_view text) {
    std::vector<std::string_view> open;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (letter.code != '\n' && is_unseen(letter.code)) return false;
        const bool is_cut = letter.code == 0xFFFD && text.substr(at, letter.bytes) != "\uFFFD";
        if (is_cut) return false;
        if (letter.code == '&') {
            static constexpr std::string_view entities[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
            const auto begins = [&](std::string_view entity) { return text.substr(at).starts_with(entity); };
            if (std::ranges::none_of(entities, begins)) return false;
        }
        if (letter.code == '<') {
            const std::string_view tag = text.substr(at, text.find('>', at) - at);
            const std::string_view name = tag.substr(tag.starts_with("</") ? 2 : 1);
            const std::string_view word = name.substr(0, name.find_first_of(" /\n"));
            if (tag.starts_with("</")) {
                if (open.empty() || open.back() != word) return false;
                open.pop_back();
            } else if (!tag.ends_with("/")) {
                open.push_back(word);
            }
            if (tag.substr(1).find('<') != std::string_view::npos || at + tag.size() >= text.size()) return false;
        }
        at += letter.bytes;
    }
    return open.empty();
}

}  // namespace fr::tests
