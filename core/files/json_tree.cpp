// A handler for nlohmann's event parser that builds the tree and refuses what a reader would not see.
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"

#include <algorithm>
#include <set>

#include "core/words/letters.h"

namespace fr {

namespace {

std::string line_and_column(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

bool is_between(char32_t code, char32_t first, char32_t last) { return first <= code && code <= last; }

// What was meant by a character that JSON does not have, for those that word processors and web pages put in.
std::string meant_by(char32_t code) {
    if (code == '\'') return "a single quotation mark; type a double one: \"";
    if (is_between(code, 0x2018, 0x201F) || code == 0xAB || code == 0xBB || is_between(code, 0x2039, 0x203A))
        return "a typographic quotation mark; type a straight one: \"";
    if (is_between(code, 0x2010, 0x2015) || code == 0x2212) return "a dash; type a hyphen: -";
    if (code == 0xA0 || is_between(code, 0x2000, 0x200A) || code == 0x202F || code == 0x3000)
        return "a space of another kind; type an ordinary one";
    if (is_between(code, 0xFF01, 0xFF5E))
        return std::string("a full-width sign; type ") + static_cast<char>(code - 0xFF01 + '!');
    return is_unseen(code) ? "a character that cannot be seen; delete it" : "";
}

// What stands at the position of a syntax error, which counts from one.
std::string found_at(std::string_view text, std::size_t position, const std::string& last_read) {
    if (position > text.size() || position == 0) return "the text ends too early";
    const auto [code, bytes] = letter_at(text, position - 1);
    const std::string meant = meant_by(code);
    if (meant.empty()) return "unexpected “" + shown(last_read, 40) + "”";
    return (is_unseen(code) ? code_name(code) : shown(text.substr(position - 1, bytes))) + " is " + meant;
}

// Text that is no JSON before its first letter: in another encoding, or cut by a zero byte, where a parser would stop.
std::optional<Problem> unreadable(std::string_view text) {
    const bool is_marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool is_wide = text.size() > 1 && (text[0] == '\0') != (text[1] == '\0');
    if (is_marked || is_wide) return Problem{"", "is UTF-16 text; save it as UTF-8"};
    const std::size_t zero = text.find('\0');
    if (zero == std::string_view::npos) return std::nullopt;
    return Problem{line_and_column(text, zero + 1), "a zero byte, which no text has"};
}

class TreeBuilder {
public:
    TreeBuilder(std::string_view source, int depth_limit) : text(source), limit(depth_limit) {}

    Json tree;
    std::vector<Problem> problems;

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(Json::number_integer_t value) { return put(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        if (!names.back().insert(name).second)
            add_problem(problems, {path_to(shown(name)), "appears twice in the same object; keep one"});
        pending = name;
        return problems.size() <= most_problems;
    }

    bool parse_error(std::size_t position, const std::string& last, const nlohmann::detail::exception&) {
        problems.assign(1, {line_and_column(text, position), "not valid JSON: " + found_at(text, position, last)});
        return false;
    }

private:
    Json* put(Json value, int) {
        if (branch.empty()) return &(tree = std::move(value));
        Json& parent = *branch.back();
        if (parent.is_array()) return &parent.emplace_back(std::move(value));
        // At the end without looking for the name, which key() has done: operator[] would look at all before it.
        return &parent.get_ref<Json::object_t&>().emplace_back(pending, std::move(value)).second;
    }
    bool put(Json value) {
        put(std::move(value), 0);
        return true;
    }
    bool open(Json container) {
        if (static_cast<int>(branch.size()) >= limit) {
            problems.assign(1, {"", "is nested deeper than " + std::to_string(limit) + " levels"});
            return false;
        }
        branch.push_back(put(std::move(container), 0));
        keys.push_back(pending);
        names.emplace_back();
        return true;
    }
    bool close() {
        branch.pop_back();
        keys.pop_back();
        names.pop_back();
        return true;
    }
    std::string path_to(const std::string& name) const {
        std::string path;
        for (std::size_t i = 1; i < keys.size(); ++i)
            path += branch[i - 1]->is_array() ? "[" + std::to_string(branch[i - 1]->size() - 1) + "]"
                                              : (path.empty() ? "" : ".") + shown(keys[i]);
        return (path.empty() ? "" : path + ".") + name;
    }

    std::string_view text;
    int limit;
    std::vector<Json*> branch;  // stays valid: only the innermost container grows
    std::vector<std::string> keys;
    std::vector<std::set<std::string>> names;  // in each object of the branch so far
    std::string pending;
};

}  // namespace

void add_problem(std::vector<Problem>& problems, Problem problem) {
    if (problems.size() > most_problems) return;
    if (problems.size() == most_problems) problem = {"", "there are more mistakes than these"};
    problems.push_back(std::move(problem));
}

Parsed<Json> parse_json(std::string_view text, std::size_t max_bytes, int depth_limit) {
    using Problems = std::vector<Problem>;
    if (text.size() > max_bytes)
        return std::unexpected(Problems{{"", "is larger than " + std::to_string(max_bytes / 1'000'000) + " MB"}});
    if (const auto problem = unreadable(text)) return std::unexpected(Problems{*problem});
    TreeBuilder builder(text, depth_limit);
    Json::sax_parse(text, &builder);
    if (!builder.problems.empty()) return std::unexpected(builder.problems);
    return builder.tree;
}

}  // namespace fr
