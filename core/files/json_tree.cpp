// A handler for nlohmann's event parser that builds the tree and refuses what a reader would not see.
#include "core/files/json_tree.h"
#include "core/files/json_values.h"
#include "core/files/problem.h"

#include <algorithm>

namespace fr {

namespace {

std::string line_and_column(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
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
        if (branch.back()->contains(name))
            problems.push_back({path_to(name), "appears twice in the same object; keep one"});
        pending = name;
        return true;
    }

    bool parse_error(std::size_t position, const std::string& last, const nlohmann::detail::exception&) {
        const bool at_end = position > text.size();
        const std::string found = at_end ? "the text ends too early" : "unexpected “" + last.substr(0, 40) + "”";
        problems.assign(1, {line_and_column(text, position), "not valid JSON: " + found});
        return false;
    }

private:
    Json* put(Json value, int) {
        if (branch.empty()) return &(tree = std::move(value));
        Json& parent = *branch.back();
        if (parent.is_array()) return &parent.emplace_back(std::move(value));
        return &(parent[pending] = std::move(value));
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
        return true;
    }
    bool close() {
        branch.pop_back();
        keys.pop_back();
        return true;
    }
    std::string path_to(const std::string& name) const {
        std::string path;
        for (std::size_t i = 1; i < keys.size(); ++i)
            path += branch[i - 1]->is_array() ? "[" + std::to_string(branch[i - 1]->size() - 1) + "]"
                                              : (path.empty() ? "" : ".") + keys[i];
        return (path.empty() ? "" : path + ".") + name;
    }

    std::string_view text;
    int limit;
    std::vector<Json*> branch;  // stays valid: only the innermost container grows
    std::vector<std::string> keys;
    std::string pending;
};

}  // namespace

Parsed<Json> parse_json(std::string_view text, std::size_t max_bytes, int depth_limit) {
    using Problems = std::vector<Problem>;
    if (text.size() > max_bytes)
        return std::unexpected(Problems{{"", "is larger than " + std::to_string(max_bytes / 1'000'000) + " MB"}});
    TreeBuilder builder(text, depth_limit);
    Json::sax_parse(text, &builder);
    if (!builder.problems.empty()) return std::unexpected(builder.problems);
    return builder.tree;
}

}  // namespace fr
