// Tables: widths are counted in characters, not bytes, so that "×" and "–" do not bend a column.
#include "tools/pact/table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/files/json_values.h"
#include "core/words/csv.h"
#include "core/words/format.h"

namespace pact {

namespace {

std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

bool is_number(const std::string& cell) {
    const std::string_view figures = "0123456789+-−.,%$";
    return !cell.empty() && std::ranges::all_of(cell, [&](char c) { return figures.find(c) != std::string::npos; });
}

// A column of numbers, with or without gaps, and at least one number.
bool stands_right(const Table& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        if (!row[column].empty() && !is_number(row[column])) return false;
        any = any || !row[column].empty();
    }
    return any;
}

std::string escaped(const std::string& cell) {
    std::string text;
    for (const char c : cell) text += c == '|' ? "\\|" : std::string(1, c);
    return text;
}

// The cells of a row between two ends, each passed through `dress`.
template <class Dress>
std::string joined(const std::vector<std::string>& cells, const char* between, const Dress& dress) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i ? between : "") + dress(cells[i], i);
    return line;
}

std::string cell_of(const fr::Json& value, bool for_readers) {
    if (value.is_null()) return "";
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float() && for_readers) return fr::decimals(value.get<double>(), 2);
    if (!value.is_array()) return value.dump();
    std::string words;
    for (const fr::Json& word : value) words += (words.empty() ? "" : " ") + cell_of(word, for_readers);
    return words;
}

}  // namespace

std::string text_of(const Table& table) {
    std::vector<std::size_t> widths;
    std::vector<bool> right;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        widths.push_back(width(table.header[column]));
        for (const auto& row : table.rows) widths[column] = std::max(widths[column], width(row[column]));
        right.push_back(stands_right(table, column));
    }
    const auto aligned = [&](const std::string& cell, std::size_t column) {
        const std::string gap(widths[column] - width(cell), ' ');
        return right[column] ? gap + cell : cell + gap;
    };
    const auto line = [&](const std::vector<std::string>& cells) {
        const std::string whole = joined(cells, "  ", aligned);
        return whole.substr(0, whole.find_last_not_of(' ') + 1) + "\n";
    };
    std::string text = line(table.header);
    for (const auto& row : table.rows) text += line(row);
    return text;
}

std::string csv_of(const Table& table) {
    const auto line = [](const std::vector<std::string>& cells) {
        return joined(cells, ",", [](const std::string& cell, std::size_t) { return fr::csv_cell(cell); }) + "\n";
    };
    std::string csv = line(table.header);
    for (const auto& row : table.rows) csv += line(row);
    return csv;
}

std::string markdown_of(const Table& table) {
    const auto line = [](const std::vector<std::string>& cells) {
        return "| " + joined(cells, " | ", [](const std::string& cell, std::size_t) { return escaped(cell); }) + " |\n";
    };
    std::string text = line(table.header) + "|";
    for (std::size_t column = 0; column < table.header.size(); ++column)
        text += stands_right(table, column) ? "---:|" : "---|";
    text += "\n";
    for (const auto& row : table.rows) text += line(row);
    return text;
}

Table table_of(const fr::Json& list, bool for_readers) {
    Table table;
    for (const fr::Json& item : list) {
        if (table.header.empty())
            for (const auto& [key, value] : item.items()) table.header.push_back(key);
        std::vector<std::string> row;
        for (const std::string& key : table.header) row.push_back(cell_of(item.value(key, fr::Json()), for_readers));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace pact
