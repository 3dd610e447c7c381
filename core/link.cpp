// Share links: only what differs from the contract as it opens is written.
#include "core/link.h"

#include <cstdlib>

#include "core/assets.h"
#include "core/format.h"
#include "core/json.h"

namespace fr {

namespace {

constexpr std::string_view format_version = "1";
constexpr char separator = '~';

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

}  // namespace

Inputs opening_inputs(std::string_view contract) {
    Inputs inputs = default_inputs();
    if (const Contract* found = find_contract(contract))
        for (const auto& [key, value] : found->presets) inputs.*find_param(key)->field = value;
    return inputs;
}

std::string write_link(std::string_view contract, const Inputs& inputs, const Inputs& base) {
    std::string link = std::string(format_version) + std::string(contract);
    std::string changes;
    for (const Param& param : params)
        if (inputs.*param.field != base.*param.field)
            changes += std::string(param.code) + shortest(inputs.*param.field);
    return changes.empty() ? link : link + separator + changes;
}

OpenedLink read_link(std::string_view hash) {
    const std::string_view default_id = shipped_contracts().front().id;
    OpenedLink link{{std::string(default_id), opening_inputs(default_id)}, {}};
    if (hash.empty()) return link;
    if (!hash.starts_with(format_version)) {
        link.dropped.push_back("The link does not begin with “1”: it is not one of this explainer's, or it is newer.");
        return link;
    }
    hash.remove_prefix(format_version.size());
    const std::size_t end = hash.find(separator);
    const std::string_view contract = hash.substr(0, end);
    if (find_contract(contract)) {
        link.state.contract = contract;
        link.state.inputs = opening_inputs(contract);
    } else {
        link.dropped.push_back("There is no deal named “" + std::string(contract.substr(0, 40)) + "”; this is " +
                               std::string(default_id) + ".");
    }
    if (end == std::string_view::npos) return link;
    std::string_view rest = hash.substr(end + 1);
    while (!rest.empty()) read_input(rest, link);
    return link;
}

}  // namespace fr
