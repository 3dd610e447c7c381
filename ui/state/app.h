// The state of the explainer and all that can happen to it. No drawing, no browser: the lab, the native window, the
// accessible view and the tests all drive this.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/ask/disputes.h"
#include "core/ask/whatif.h"
#include "core/files/problem.h"
#include "core/keep/link.h"
#include "core/story/outline.h"
#include "ui/state/background.h"

namespace fr {

// All that a link restores (and a contract of the reader's own, which a link cannot carry).
struct AppState {
    Inputs inputs;
    Deal deal;    // the contract, and what the reader changed about its clauses
    Doubt doubt;  // what the uncertainty runs draw
    // How it is looked at: no step of its own for undo.
    bool in_gw = false;                                   // the picture's axis
    bool from_2019 = false;                               // the strip's first month; otherwise January 2024
    Month selected = never;                               // the playhead; never: none chosen, the worst month is shown
    Outcome asked = Outcome::max_unserved;                // the outcome whose trace is shown
    Tab tab = Tab::story;                                 // what the panel holds
    std::optional<std::size_t> chapter{};                 // of the story; none: it has not begun
    Bets bets{};                                          // placed so far; undo leaves them
    const Contract& base() const { return deal.base(); }  // as shipped or loaded
    const Contract& contract() const { return deal.contract(); }  // with the edits: what is run
    bool operator==(const AppState&) const = default;             // a change that changes nothing is none
};

// All that can happen. Values are checked before they become actions (set_action, pick_action, parse_contract).
struct SetInput {
    const Param* param;
    double value;  // allowed (is_allowed)
};
struct ResetInput {
    const Param* param;
};
struct PickContract {
    std::string id;  // a shipped one
};
struct LoadContract {
    Contract contract;  // a reader's own
};
struct RefuseContract {
    std::string name;  // of the file
    std::vector<Problem> problems;
};
struct DismissRefusal {};
struct EditClause {
    std::string clause;            // id, in the base
    std::optional<EditKind> kind;  // empty: as in the file
};
struct TakeSide {
    const Dispute* dispute;  // a shipped one
    std::size_t side;        // offered by the deal (is_offered)
};
struct OpenLink {
    std::string hash;
};
struct SelectMonth {
    Month month;
};
struct Ask {
    Outcome outcome;  // whose trace is to be shown
};
struct ShowTab {
    Tab tab;
};
struct TellChapter {
    std::size_t chapter;  // of the story
    bool keeps;           // the figure as it is; otherwise the chapter sets it, and that is a step
};
struct PlaceBet {
    const Stake* stake;           // of the shipped story
    std::optional<double> value;  // none: taken back
};
struct ShowInGw {
    bool in_gw;
};
struct ShowFrom2019 {
    bool from_2019;
};
struct FixInput {
    const Param* param;  // drawn in no uncertainty run
    bool fixed;
};
struct UseEvidence {
    Grade weakest;  // statements known less well are doubted over their whole range
};
struct Pin {};  // keeps the present state as A, to compare with
struct Unpin {};
struct EndStep {};  // the end of a drag: what follows is a new undo step
struct Undo {};
struct Redo {};
struct Restore {
    AppState state;  // saved elsewhere, checked
    std::optional<AppState> pinned{};
};
struct Reset {};  // inputs and clauses of the contract as it opens; can be undone
using Action = std::variant<SetInput, ResetInput, PickContract, LoadContract, RefuseContract, DismissRefusal,
                            EditClause, TakeSide, OpenLink, SelectMonth, Ask, ShowTab, TellChapter, PlaceBet, ShowInGw,
                            ShowFrom2019, FixInput, UseEvidence, Pin, Unpin, EndStep, Undo, Redo, Restore, Reset>;
using Actions = std::vector<Action>;

struct App {
    AppState state;
    std::vector<AppState> past{}, future{};  // undo and redo, any depth
    unsigned pins = 0;                       // raised when A changes
    bool in_step = false;                    // consecutive changes of one input are one step until EndStep
    const Param* step_of = nullptr;
    unsigned revision = 1;               // raised only on a real change
    unsigned run_revision = 1;           // of these, only where the model must run again
    std::vector<std::string> notices{};  // what a damaged link or file dropped, for the reader
    std::optional<AppState> pinned{};    // A, while the present state is B
    // The last file that was no contract; the deal before it still runs. Goes when another is opened, or dismissed.
    std::optional<RefuseContract> refused{};
};

App make_app();  // the default contract, untouched
void update(App& app, const Action& action);

}  // namespace fr
