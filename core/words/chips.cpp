// The outcomes in a word and a month.
#include "core/words/chips.h"

#include <algorithm>

#include "core/deal/terms.h"
#include "core/words/format.h"

namespace fr {

namespace {

constexpr Month last_month{month_count - 1};

// On paper: what was agreed ends, what gives way breaks.
Chip exclusivity_chip(const Contract& contract, const Run& run) {
    const Month month = run.exclusivity_breaks;
    Chip chip{"exclusivity_would_break", "exclusivity", run.has_exclusivity ? "holds" : "not in force", month < never};
    if (!chip.breaks) return chip;
    const bool gives_way = ending_of(contract, Kind::supply, month, run.facts) == Ending::strain;
    chip.state = (gives_way ? "breaks " : "ended ") + month_text(month);
    return chip;
}

bool names_agi(const Contract& contract) {
    return std::ranges::any_of(contract.clauses, [](const Clause& clause) {
        const auto* rule = std::get_if<AgiTriggerRule>(&clause.rule);
        return rule && rule->trigger != Trigger::none && !clause.off;
    });
}

Chip agi_chip(const Contract& contract, const Run& run) {
    const Month month = run.facts.agi_tripped;
    Chip chip{"agi_trips", "AGI clause", "not by 2035", month < never};
    if (chip.breaks) chip.state = "trips " + month_text(month);
    if (!names_agi(contract)) chip.state = "not agreed";
    return chip;
}

// Until when the API may run on Azure only.
Chip api_chip(const Contract& contract, const Run& run) {
    const auto is_bound = [&](Month month) { return terms_at(contract, month, run.facts).api_only_on_azure; };
    Chip chip{"api_lock_binds", "API", "on any cloud", false};
    if (is_bound(last_month)) chip.state = "only on Azure";
    for (Month month = last_month; month > Month{0} && !is_bound(month); month = Month{month.index - 1})
        if (is_bound(Month{month.index - 1})) {
            chip.state = "only on Azure to " + month_text(named_end(contract, Kind::api_hosting, month, run.facts));
            chip.breaks = run.facts.agi_tripped == Month{month.index - 1};
        }
    return chip;
}

}  // namespace

std::array<Chip, 3> outcome_chips(const Contract& contract, const Run& run) {
    return {exclusivity_chip(contract, run), agi_chip(contract, run), api_chip(contract, run)};
}

}  // namespace fr
