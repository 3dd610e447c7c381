// Share links: only what differs from the contract as it opens is written.
#include "core/keep/link.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

constexpr std::string_view format_version = "1";
constexpr char separator = '~', edit_mark = '!', stamp_mark = '*';
constexpr std::string_view edit_letters = "nda";  // never agreed, dropped, agreed
constexpr std::size_t short_name_length = 4;
constexpr std::size_t longest_hash = 2000;  // ten times what is ever written

// A clause's id in four letters and digits, by hash: permanent as long as the id is.
std::string short_name(std::string_view id) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    hash ^= hash >> 32;
    std::string name;
    for (std::size_t i = 0; i < short_name_length; ++i, hash /= 36)
        name += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return name;
}

const Param* param_of_code(std::string_view code) {
    for (const Param& param : params)
        if (param.code == code) return &param;
    return nullptr;
}

bool is_number_part(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; }

// Reads one code and its value from the front of `rest`; says what it dropped.
void read_input(std::string_view& rest, OpenedLink& link) {
    const std::string_view code = rest.substr(0, 2);
    std::size_t end = code.size();
    while (end < rest.size() && is_number_part(rest[end])) ++end;
    const std::string digits(rest.substr(code.size(), end - code.size()));
    rest.remove_prefix(end);
    const Param* param = param_of_code(code);
    if (!param) {
        link.dropped.push_back("“" + std::string(code) + digits + "” names no input.");
        return;
    }
    char* after = nullptr;
    const double value = std::strtod(digits.c_str(), &after);
    if (digits.empty() || *after != '\0' || !is_allowed(*param, value)) {
        link.dropped.push_back(std::string(param->label) + ": “" + digits + "” is not allowed; " +
                               allowed_text(*param) + ".");
        return;
    }
    link.state.inputs.*param->field = value;
}

// Reads "!d" and a clause's short name from the front of `rest`.
void read_edit(std::string_view& rest, OpenedLink& link) {
    const std::string_view written = rest.substr(0, 2 + short_name_length);
    rest.remove_prefix(written.size());
    const std::size_t kind = written.size() < 2 ? std::string_view::npos : edit_letters.find(written[1]);
    for (const Clause& clause : find_contract(link.state.contract)->clauses) {
        if (kind == std::string_view::npos || short_name(clause.id) != written.substr(2)) continue;
        std::erase_if(link.state.edits, [&](const Edit& edit) { return edit.clause == clause.id; });
        link.state.edits.push_back({clause.id, static_cast<EditKind>(kind)});
        return;
    }
    link.dropped.push_back("“" + std::string(written) + "” changes no clause of this deal.");
}

// Takes the stamp off the end of a hash.
std::optional<int> take_stamp(std::string_view& hash) {
    const std::size_t mark = hash.rfind(stamp_mark);
    if (mark == std::string_view::npos) return std::nullopt;
    const std::string digits(hash.substr(mark + 1));
    hash = hash.substr(0, mark);
    char* end = nullptr;
    const long stamp = std::strtol(digits.c_str(), &end, 16);
    if (digits.size() != 4 || *end != '\0' || stamp < 0) return std::nullopt;
    return static_cast<int>(stamp);
}

}  // namespace

std::string write_link(const LinkState& state, int stamp) {
    const Inputs base = opening_inputs(*find_contract(state.contract));
    std::string changes;
    for (const Param& param : params)
        if (state.inputs.*param.field != base.*param.field)
            changes += std::string(param.code) + shortest(state.inputs.*param.field);
    for (const Edit& edit : state.edits)
        changes +=
            std::string(1, edit_mark) + edit_letters[static_cast<std::size_t>(edit.kind)] + short_name(edit.clause);
    const std::string link = std::string(format_version) + state.contract;
    std::array<char, 8> hex;
    std::snprintf(hex.data(), hex.size(), "%04x", static_cast<unsigned>(stamp) & 0xffffu);
    return link + (changes.empty() ? "" : separator + changes) + stamp_mark + hex.data();
}

int stamp_of(std::uint64_t fingerprint) {
    return static_cast<int>((fingerprint ^ fingerprint >> 16 ^ fingerprint >> 32 ^ fingerprint >> 48) & 0xffff);
}

OpenedLink read_link(std::string_view hash) {
    const Contract& standard = shipped_contracts().front();
    OpenedLink link{{standard.id, opening_inputs(standard), {}}, {}, {}};
    if (hash.empty()) return link;
    if (hash.size() > longest_hash) {
        link.dropped.push_back("The link is far longer than any of this explainer's; this is the state it opens with.");
        return link;
    }
    link.stamp = take_stamp(hash);
    if (!hash.starts_with(format_version)) {
        link.dropped.push_back("The link does not begin with “1”: it is not one of this explainer's, or it is newer.");
        return link;
    }
    hash.remove_prefix(format_version.size());
    const std::size_t end = hash.find(separator);
    const std::string_view contract = hash.substr(0, end);
    if (const Contract* found = find_contract(contract)) {
        link.state.contract = contract;
        link.state.inputs = opening_inputs(*found);
    } else {
        link.dropped.push_back("There is no deal named “" + std::string(contract.substr(0, 40)) + "”; this is " +
                               standard.id + ".");
    }
    if (end == std::string_view::npos) return link;
    std::string_view rest = hash.substr(end + 1);
    while (!rest.empty()) rest.front() == edit_mark ? read_edit(rest, link) : read_input(rest, link);
    return link;
}

}  // namespace fr
