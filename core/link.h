// A state as a share link's hash, and back: "1" (format), a contract id, and a permanent two-letter code with a decimal
// value per changed input, e.g. "1january-2025~dg4.05zo1.2". At most 200 characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/params.h"

namespace fr {

struct LinkState {
    std::string contract;  // a shipped contract's id
    Inputs inputs;
};
struct OpenedLink {
    LinkState state;
    std::vector<std::string> dropped;  // what could not be read, one sentence each
};

// `base` are the inputs that need no mention: the defaults with the contract's presets.
std::string write_link(std::string_view contract, const Inputs& inputs, const Inputs& base);
// Opens what is readable and says what was dropped; an empty hash is the default state.
OpenedLink read_link(std::string_view hash);

// The inputs with which a contract opens: the defaults and its presets.
Inputs opening_inputs(std::string_view contract);

}  // namespace fr
