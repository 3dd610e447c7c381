// One limit both ways: a contract that may be read can be saved, receipted and verified, and what is written for the
// reader may be read again, or is refused with a sentence.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/files/contract_reader.h"
#include "core/files/contract_writer.h"
#include "core/keep/export.h"
#include "core/keep/receipt.h"
#include "core/keep/saved.h"
#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

// A contract file with so many clauses, without line breaks, filled up with words to a size in bytes.
std::string contract_of_size(std::size_t bytes, int clauses) {
    Json json = contract_tree(contract_named("as-amended"));
    const Json first =
        *std::ranges::find(json["clauses"], Json("revenue-share"), [](const Json& it) { return it["kind"]; });
    json["clauses"] = Json::array();
    for (int i = 0; i < clauses; ++i) {
        json["clauses"].push_back(first);
        json["clauses"].back()["id"] = "clause-" + std::to_string(i);
        json["clauses"].back()["cap_bn"] = 100'000.0;
    }
    std::size_t room = bytes - json.dump().size();
    for (Json& clause : json["clauses"]) {
        const std::size_t more = std::min<std::size_t>(room, 3600);
        clause["says"] = clause["says"].get<std::string>() + std::string(more, 'x');
        room -= more;
    }
    return json.dump();
}

Contract opened(const std::string& text) {
    const auto contract = parse_contract(text);
    REQUIRE(contract.has_value());
    return *contract;
}

}  // namespace

TEST_CASE("the largest contract that may be read is saved, read again, receipted and verified") {
    for (const int clauses : {270, 500}) {
        const std::string text = contract_of_size(max_contract_bytes, clauses);
        CHECK(text.size() > max_contract_bytes - 1000);
        const Contract own = opened(text);
        std::vector<Edit> edits;
        for (const Clause& clause : own.clauses) edits.push_back({clause.id, EditKind::never_agreed});

        CHECK(opened(contract_text(own)) == own);
        const Json saved = saved_json({default_inputs(), Deal(own).with(edits)});
        Json with_another = saved;
        with_another["pinned"] = saved;
        CHECK(with_another.dump().size() < max_saved_bytes);
        const auto again = read_saved(Json::parse(saved.dump()));
        REQUIRE(again.has_value());
        CHECK(again->deal.base() == own);
        CHECK(again->deal.edits() == edits);

        const auto receipt = receipt_text({default_inputs(), Deal(own)});
        REQUIRE(receipt.has_value());
        const auto verified = verify_receipt(*receipt);
        REQUIRE(verified.has_value());
        CHECK(verified->differences.empty());
    }
}

TEST_CASE("a contract that would be too large when it is written is refused when it is read") {
    std::string text = contract_of_size(max_contract_bytes + 1000, 400);
    const std::string written = "\"cap_bn\":100000.0", shorter = "\"cap_bn\":1e5";
    for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written, at))
        text.replace(at, written.size(), shorter);
    REQUIRE(text.size() < max_contract_bytes);
    const auto contract = parse_contract(text);
    REQUIRE_FALSE(contract.has_value());
    CHECK(contract.error().front().text() == "is larger than 1 MB when it is written out");
}

TEST_CASE("a contract file that would be more than may be read is not written, and the reader is told why") {
    const Contract full = opened(contract_of_size(900'000, 500));
    const Contract changed = edited(full, {{full.clauses.front().id, EditKind::dropped}});
    REQUIRE(changed.clauses.size() == max_clauses + 1);
    const auto refused = contract_file(default_inputs(), changed);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().find("at most 500 clauses") != std::string::npos);

    const auto kept = contract_file(default_inputs(), full);
    REQUIRE(kept.has_value());
    CHECK(kept->size() <= max_contract_bytes);
    CHECK(parse_contract(*kept).has_value());
}

}  // namespace fr
