// What callers from outside wish, as an action; or a sentence that says what would have been right.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "ui/state/app.h"

namespace fr {

// Never throws, never clamps.
std::expected<Action, std::string> set_action(std::string_view key, std::string_view value);
std::expected<Action, std::string> pick_action(std::string_view contract);
std::expected<Action, std::string> ask_action(std::string_view outcome);  // by its name in outcome_names
std::expected<Action, std::string> tab_action(std::string_view tab);      // by its name in tab_names
// A file that the reader has opened: loads it as a contract, or refuses it with every mistake in it.
Action file_action(std::string_view text, std::string_view name);
// By its id or its number, from 1.
std::expected<std::size_t, std::string> chapter_of(std::string_view name);
std::expected<Action, std::string> chapter_action(std::string_view name, bool keeps);
std::expected<Action, std::string> bet_action(std::string_view bet, std::string_view value);  // "none" takes it back
std::expected<Action, std::string> side_action(const App& app, std::string_view dispute, int side);

}  // namespace fr
