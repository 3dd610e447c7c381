// Reads the embedded texts once. They are checked by the tests, so a mistake in them is an assertion here.
#include "core/files/assets.h"
#include "core/files/contract_reader.h"

#include <algorithm>
#include <cassert>

namespace fr {

std::optional<Grade> grade_of_fact(std::string_view id) {
    const auto found = std::ranges::lower_bound(assets::facts, id, {}, &FactGrade::id);
    if (found == assets::facts.end() || found->id != id) return std::nullopt;
    return found->grade;
}

const std::vector<Contract>& shipped_contracts() {
    static const std::vector<Contract> contracts = [] {
        std::vector<Contract> parsed;
        for (const std::string_view text : assets::contract_texts) {
            auto contract = parse_contract(text);
            assert(contract);
            contract->shipped = true;
            parsed.push_back(*std::move(contract));
        }
        return parsed;
    }();
    return contracts;
}

const Contract* find_contract(std::string_view id) {
    const auto& all = shipped_contracts();
    const auto found = std::ranges::find(all, id, &Contract::id);
    return found == all.end() ? nullptr : &*found;
}

Deal shipped_deal(const Contract& shipped, std::vector<Edit> edits) {
    assert(shipped.shipped);
    return Deal(std::shared_ptr<const Contract>(std::shared_ptr<void>(), &shipped), std::move(edits));
}

const Contract& under_pressure() {
    const Contract* found = find_contract("under-pressure");
    assert(found);
    return *found;
}

const std::vector<News>& shipped_news() {
    static const std::vector<News> news = parse_news(assets::news_text);
    return news;
}

}  // namespace fr
