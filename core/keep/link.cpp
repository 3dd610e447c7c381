// Share links: only what differs from the contract as it opens is written.
#include "core/keep/link.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "core/files/assets.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

constexpr std::string_view format_version = "1";
constexpr char separator = '~', edit_mark = '!', bet_mark = '=', chapter_mark = '$', tab_mark = '@', stamp_mark = '*';
constexpr std::string_view edit_letters = "nda";  // never agreed, dropped, agreed
constexpr std::size_t short_name_length = 4;
constexpr std::size_t longest_hash = 2000;  // ten times what is ever written
constexpr std::size_t longest_text = 8000;  // with an address before it, escapes, and what trackers add

// The id of a clause or a bet in four letters and digits, by hash: permanent as long as the id is.
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
    const std::string_view digits = rest.substr(code.size(), end - code.size());
    rest.remove_prefix(end);
    const Param* param = param_of_code(code);
    if (!param) {
        link.dropped.push_back("“" + shown(code) + std::string(digits) + "” names no input.");
        return;
    }
    if (const auto value = stored_from(*param, digits))
        link.state.inputs.*param->field = *value;
    else
        link.dropped.push_back(std::string(param->label) + ": “" + std::string(digits) + "” is not allowed; " +
                               allowed_text(*param) + ".");
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
    link.dropped.push_back("“" + shown(written) + "” changes no clause of this deal.");
}

// Reads "=", a bet's short name and its value from the front of `rest`.
void read_bet(std::string_view& rest, OpenedLink& link) {
    std::size_t end = std::min(1 + short_name_length, rest.size());
    while (end < rest.size() && is_number_part(rest[end])) ++end;
    const std::string_view written = rest.substr(0, end);
    rest.remove_prefix(end);
    const std::string_view name = written.substr(1, short_name_length);
    for (const Scene& scene : shipped_scenes())
        for (const Stake& stake : scene.stakes) {
            if (short_name(stake.id) != name) continue;
            const auto value = bet_value(stake, written.substr(1 + short_name_length));
            if (!value) break;
            link.state.bets = with_bet(std::move(link.state.bets), stake, *value);
            return;
        }
    link.dropped.push_back("“" + shown(written) + "” is no bet of the story.");
}

// Takes the chapter off the end of a hash.
void take_chapter(std::string_view& hash, OpenedLink& link) {
    const std::size_t mark = hash.rfind(chapter_mark);
    if (mark == std::string_view::npos) return;
    const std::string_view id = hash.substr(mark + 1);
    hash = hash.substr(0, mark);
    link.state.chapter = scene_named(id);
    if (!link.state.chapter) link.dropped.push_back("There is no chapter “" + shown(id, 40) + "”.");
}

void read_part(std::string_view& rest, OpenedLink& link) {
    if (rest.front() == edit_mark) return read_edit(rest, link);
    if (rest.front() == bet_mark) return read_bet(rest, link);
    read_input(rest, link);
}

int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

// Takes the stamp off the end of a hash; says where it is none.
void take_stamp(std::string_view& hash, OpenedLink& link) {
    const std::size_t mark = hash.rfind(stamp_mark);
    if (mark == std::string_view::npos) return;
    const std::string_view digits = hash.substr(mark + 1);
    hash = hash.substr(0, mark);
    int stamp = 0;
    for (const char c : digits) stamp = stamp < 0 || hex_digit(c) < 0 ? -1 : (stamp & 0xfff) << 4 | hex_digit(c);
    if (digits.size() == 4 && stamp >= 0)
        link.stamp = stamp;
    else
        link.dropped.push_back("The link is damaged at its end: “*" + shown(digits, 8) +
                               "” should be a star and four of 0 to 9 and a to f.");
}

// "%7E" is "~": mail programs and chats escape what they need not.
std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = [&](std::size_t at) {
            const char c = at < text.size() ? text[at] : ' ';
            return hex_digit(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
        };
        const int high = digit(i + 1), low = digit(i + 2);
        const bool is_escape = text[i] == '%' && high >= 0 && low >= 0;
        plain += is_escape ? static_cast<char>(high * 16 + low) : text[i];
        if (is_escape) i += 2;
    }
    return plain;
}

// What a sentence or a chat program leaves at the end of a link.
std::string_view without_punctuation(std::string_view hash) {
    static constexpr auto ends = std::to_array<std::string_view>(
        {".", ",", ";", ":", "!", ")", "]", "}", ">", "'", "\"", "_", "…", "”", "’", "“", "»", "«", "。"});
    for (;;) {
        const auto end = std::ranges::find_if(ends, [&](std::string_view one) { return hash.ends_with(one); });
        if (end == ends.end()) return hash;
        hash.remove_suffix(end->size());
    }
}

// The part of a link that is the state: after "#", without what follows for trackers, browsers or readers.
std::string_view state_part(std::string_view text) {
    text = text.substr(0, text.find(":~:"));  // a text fragment
    if (text.ends_with('#')) text.remove_suffix(1);
    if (const std::size_t sharp = text.rfind('#'); sharp != std::string_view::npos) text.remove_prefix(sharp + 1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return without_punctuation(text.substr(0, text.find_first_of("&? \t\r\n")));
}

// Takes the tab off the end of a hash.
void take_tab(std::string_view& hash, OpenedLink& link) {
    const std::size_t mark = hash.rfind(tab_mark);
    if (mark == std::string_view::npos) return;
    const std::string_view name = hash.substr(mark + 1);
    hash = hash.substr(0, mark);
    for (std::size_t i = 0; i < tab_names.size(); ++i)
        if (tab_names[i] == name) return void(link.state.tab = static_cast<Tab>(i));
    link.dropped.push_back("There is no tab “" + shown(name, 40) + "”.");
}

}  // namespace

std::string write_link(const LinkState& state, int stamp) {
    const Inputs base = opening_inputs(*find_contract(state.contract));
    std::string changes;
    for (const Param& param : params)
        if (state.inputs.*param.field != base.*param.field)
            changes += std::string(param.code) + shortest(state.inputs.*param.field);
    for (const Edit& edit : state.edits)
        changes += std::string(1, edit_mark) + entry(edit_letters, edit.kind) + short_name(edit.clause);
    for (const PlacedBet& bet : state.bets) changes += bet_mark + short_name(bet.id) + shortest(bet.value);
    const std::string link = std::string(format_version) + state.contract;
    std::array<char, 8> hex;
    std::snprintf(hex.data(), hex.size(), "%04x", static_cast<unsigned>(stamp) & 0xffffu);
    const std::string tab = state.tab == Tab::story ? "" : tab_mark + std::string(entry(tab_names, state.tab));
    const std::string chapter = state.chapter ? chapter_mark + shipped_scenes()[*state.chapter].id : "";
    return link + (changes.empty() ? "" : separator + changes) + chapter + tab + stamp_mark + hex.data();
}

int stamp_of(std::uint64_t fingerprint) {
    return static_cast<int>((fingerprint ^ fingerprint >> 16 ^ fingerprint >> 32 ^ fingerprint >> 48) & 0xffff);
}

// A link comes as a hash with or without "#" or as a whole address, escaped, with what chat programs and trackers add.
OpenedLink read_link(std::string_view text) {
    const Contract& standard = shipped_contracts().front();
    OpenedLink link{{standard.id, opening_inputs(standard), {}}, {}, {}};
    if (text.empty()) return link;
    const std::string plain = decoded(text.substr(0, longest_text));
    std::string_view hash = state_part(plain);
    if (text.size() > longest_text || hash.size() > longest_hash) {
        link.dropped.push_back("The link is far longer than any of this explainer's; this is the state it opens with.");
        return link;
    }
    take_stamp(hash, link);
    if (!hash.starts_with(format_version)) {
        link.dropped.push_back("The link does not begin with “1”: it is not one of this explainer's, or it is newer.");
        return link;
    }
    hash.remove_prefix(format_version.size());
    take_tab(hash, link);
    take_chapter(hash, link);
    const std::size_t end = hash.find(separator);
    const std::string_view contract = hash.substr(0, end);
    if (const Contract* found = find_contract(contract)) {
        link.state.contract = contract;
        link.state.inputs = opening_inputs(*found);
    } else {
        link.dropped.push_back("There is no deal named “" + shown(contract, 40) + "”; this is " + standard.id + ".");
    }
    if (end == std::string_view::npos) return link;
    std::string_view rest = hash.substr(end + 1);
    while (!rest.empty()) read_part(rest, link);
    return link;
}

}  // namespace fr
