// Share links: what is written opens again, what is damaged opens as far as it can be read and says what it dropped.
#include "core/keep/stamp.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/states.h"

namespace fr {

namespace {

using namespace tests;

LinkState opening(const Contract& contract) { return {contract.id, opening_inputs(contract), {}}; }

void check_same(const OpenedLink& opened, const LinkState& state) {
    CHECK(opened.dropped.empty());
    CHECK(opened.state.contract == state.contract);
    CHECK(opened.state.inputs == state.inputs);
    CHECK(opened.state.edits == state.edits);
}

}  // namespace

TEST_CASE("the untouched state of every deal makes a short link that opens it") {
    for (const Contract& contract : shipped_contracts()) {
        const std::string link = write_link(opening(contract), 0x3f0a);
        CAPTURE(link);
        CHECK(link == "1" + contract.id + "*3f0a");
        const OpenedLink opened = read_link(link);
        check_same(opened, opening(contract));
        CHECK(opened.stamp == 0x3f0a);
    }
}

TEST_CASE("every input at either end survives a link, under every deal") {
    for (const Contract& contract : shipped_contracts())
        for (const Param& param : params)
            for (const double value : {param.low, param.standard, param.high}) {
                LinkState state = opening(contract);
                state.inputs.*param.field = value;
                CAPTURE(contract.id);
                CAPTURE(param.key);
                CAPTURE(value);
                check_same(read_link(write_link(state, 0)), state);
            }
}

TEST_CASE("every value of the hero slider survives a link") {
    const Param& growth = *find_param("demand.growth");
    for (double value = growth.low; value <= growth.high; value += growth.step) {
        LinkState state = opening(shipped_contracts().front());
        state.inputs.demand_growth = snapped(growth, value);
        CHECK(read_link(write_link(state, 0)).state.inputs == state.inputs);
    }
}

TEST_CASE("with every input changed a link has at most 200 characters, in characters that need no escape") {
    for (const Contract& contract : shipped_contracts())
        for (const bool high : {false, true}) {
            LinkState state = opening(contract);
            for (const Param& param : params) {
                const double end = high ? param.high : param.low, other = high ? param.low : param.high;
                state.inputs.*param.field = state.inputs.*param.field == end ? other : end;
            }
            const std::string link = write_link(state, 0xffff);
            CAPTURE(link);
            CHECK(link.size() <= 200);
            CHECK(link.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.~*!") == std::string::npos);
            check_same(read_link(link), state);
        }
}

TEST_CASE("every edit of every clause survives a link") {
    for (const Contract& contract : shipped_contracts())
        for (const Clause& clause : contract.clauses)
            for (const EditKind kind : {EditKind::never_agreed, EditKind::dropped, EditKind::agreed}) {
                LinkState state = opening(contract);
                state.edits = {{clause.id, kind}};
                CAPTURE(contract.id);
                CAPTURE(clause.id);
                check_same(read_link(write_link(state, 1)), state);
            }
}

TEST_CASE("a link opens on the tab it was made on, and on the story where it names none or none that is known") {
    LinkState state = opening(shipped_contracts().front());
    for (std::size_t i = 0; i < tab_names.size(); ++i) {
        state.tab = static_cast<Tab>(i);
        const OpenedLink opened = read_link(write_link(state, 0x3f0a));
        check_same(opened, state);
        CHECK(opened.state.tab == state.tab);
        CHECK(opened.stamp == 0x3f0a);
    }
    state.inputs.demand_growth = 4.05;
    state.tab = Tab::levers;
    CHECK(write_link(state, 0x3f0a) == "1january-2025~dg4.05@levers*3f0a");
    CHECK(read_link("1january-2025~dg4.05").state.tab == Tab::story);
    const OpenedLink unknown = read_link("1january-2025~dg4.05@cellar*3f0a");
    CHECK(unknown.state.tab == Tab::story);
    CHECK(unknown.state.inputs.demand_growth == 4.05);
    CHECK(unknown.dropped == std::vector<std::string>{"There is no tab “cellar”."});
}

TEST_CASE("a link opens on the chapter it was made on, with the bets that were placed, and says which are none") {
    LinkState state = opening(contract_named("under-pressure"));
    state.inputs.demand_growth = 1.5;
    state.chapter = scene_named("break");
    state.bets = {{"azure-2024", 2}, {"breaking-growth", 2.75}};
    const std::string link = write_link(state, 0x3f0a);
    CHECK(link == "1under-pressure~dg1.5=2kfl2=uowz2.75$break*3f0a");  // permanent: these are in readers' links
    const OpenedLink opened = read_link(link);
    check_same(opened, state);
    CHECK(opened.state.chapter == state.chapter);
    CHECK(opened.state.bets == state.bets);
    state.tab = Tab::levers;
    CHECK(read_link(write_link(state, 0x3f0a)).state.tab == Tab::levers);

    CHECK(read_link("1january-2025$cellar").dropped == std::vector<std::string>{"There is no chapter “cellar”."});
    for (const std::string bet : {"=2kfl3", "=2kfl1.5", "=2kfl", "=2kfl-1", "=zzzz1", "="}) {
        const OpenedLink damaged = read_link("1january-2025~" + bet + "$api");
        CAPTURE(bet);
        CHECK(damaged.state.bets.empty());
        CHECK(damaged.state.chapter == scene_named("api"));
        CHECK(!damaged.dropped.empty());
    }
}

TEST_CASE("links that were published open as they did") {
    const OpenedLink growth = read_link("1january-2025~dg4.05zo1.2*3f0a");
    CHECK(growth.dropped.empty());
    CHECK(growth.state.contract == "january-2025");
    CHECK(growth.state.inputs.demand_growth == 4.05);
    CHECK(growth.state.inputs.azure_offer == 1.2);
    const OpenedLink reading = read_link("1as-amended~ar0ad38");
    CHECK(reading.dropped.empty());
    CHECK(reading.state.contract == "as-amended");
    CHECK(reading.state.inputs.agi_reading == 0);
    CHECK(reading.state.inputs.agi_declared == 38);
    CHECK_FALSE(reading.stamp.has_value());
    CHECK_FALSE(growth.state.chapter.has_value());
    CHECK(growth.state.bets.empty());
}

TEST_CASE("an empty hash is the default state, and nothing was dropped") {
    const OpenedLink opened = read_link("");
    check_same(opened, opening(shipped_contracts().front()));
}

TEST_CASE("a damaged link opens what is readable and says what it dropped") {
    const OpenedLink value = read_link("1january-2025~dg99zo1.2");
    CHECK(value.state.inputs.demand_growth == 3);
    CHECK(value.state.inputs.azure_offer == 1.2);
    REQUIRE(value.dropped.size() == 1);
    CHECK(value.dropped[0].find("Compute demand") != std::string::npos);
    CHECK(value.dropped[0].find("1.2 to 5") != std::string::npos);

    const OpenedLink code = read_link("1january-2025~qq7dg4");
    CHECK(code.state.inputs.demand_growth == 4);
    CHECK(code.dropped.size() == 1);

    const OpenedLink contract = read_link("1january-2052~dg4");
    CHECK(contract.state.contract == "january-2025");
    CHECK(contract.state.inputs.demand_growth == 4);
    CHECK(contract.dropped.size() == 1);

    CHECK(read_link("2january-2025~dg4").dropped.size() == 1);
    CHECK(read_link("1january-2025~dg").dropped.size() == 1);
    CHECK(read_link("1january-2025~dg4.0.5").dropped.size() == 1);
    CHECK(read_link("1january-2025~!n").dropped.size() == 1);
    CHECK(read_link("1january-2025~!nzzzz").dropped.size() == 1);
}

TEST_CASE("a link is the same however it was passed on") {
    const std::string plain = "1january-2025~dg4.05zo1.2!nsiq2*3f0a";
    const auto wanted = read_link(plain);
    for (const std::string& text : std::to_array<std::string>(
             {"#" + plain, "https://example.org/first-refusal/#" + plain, "https://example.org/?a=b#" + plain,
              "1january-2025%7Edg4.05zo1.2%21nsiq2%2A3f0a", "1january-2025%7edg4.05zo1.2!nsiq2%2a3f0a",
              "https://example.org/%231january-2025%7Edg4.05zo1.2!nsiq2*3f0a", plain + ".", plain + ").", plain + "”,",
              "<https://example.org/#" + plain + ">", "  #" + plain + "\r\n", plain + "&utm_source=chat&utm_medium=x",
              plain + "?fbclid=abc", plain + ":~:text=of%20first", "#" + plain + "#:~:text=deal", "# link #" + plain,
              plain + " (seen yesterday)"})) {
        CAPTURE(text);
        const OpenedLink opened = read_link(text);
        CHECK(opened.dropped == wanted.dropped);
        CHECK(opened.state.inputs.demand_growth == 4.05);
        CHECK(opened.state.inputs == wanted.state.inputs);
        CHECK(opened.state.edits == wanted.state.edits);
        CHECK(opened.stamp == 0x3f0a);
    }
}

TEST_CASE("a damaged stamp is said, a missing one is not, and one of other numbers is told apart") {
    for (const char* stamp : {"*", "*3f0", "*zzzz", "*3f0a1", "*+3f0", "*-001", "* 3f0"}) {
        CAPTURE(stamp);
        const OpenedLink opened = read_link(std::string("1january-2025~dg4") + stamp);
        REQUIRE(opened.dropped.size() == 1);
        CHECK(opened.dropped[0].find("damaged at its end") != std::string::npos);
        CHECK(opened.state.inputs.demand_growth == 4);
    }
    CHECK(read_link("1january-2025~dg4").dropped.empty());
    CHECK_FALSE(is_of_another_model(read_link("1january-2025~dg4")));
    const LinkState state{"january-2025", with(opening_inputs(contract_named("january-2025")), "demand.growth", 4), {}};
    const int stamp = stamp_of(fingerprint(simulate(state.inputs, contract_named("january-2025"))));
    CHECK_FALSE(is_of_another_model(read_link(write_link(state, stamp))));
    CHECK(is_of_another_model(read_link(write_link(state, stamp ^ 1))));
}

TEST_CASE("an address without a state is said to be none") {
    CHECK(read_link("https://example.org/first-refusal/").dropped.size() == 1);
    CHECK(read_link("#").dropped.size() == 1);
    CHECK(read_link("   ").dropped.size() == 1);
}

TEST_CASE("no text at all can make a link that opens an input out of range") {
    std::string letters = "1jandgzo~.-!*nx9\xff\xc3 \t%", hash;
    std::uint64_t seed = 12345;
    for (int attempt = 0; attempt < 20'000; ++attempt) {
        seed = folded(seed, static_cast<std::uint64_t>(attempt));
        hash = attempt % 2 ? "1january-2025~" : "";
        for (std::uint64_t rest = seed; rest > 0; rest /= letters.size()) hash += letters[rest % letters.size()];
        const OpenedLink opened = read_link(hash);
        REQUIRE(find_contract(opened.state.contract) != nullptr);
        for (const Param& param : params) REQUIRE(is_allowed(param, opened.state.inputs.*param.field));
    }
}

TEST_CASE("a link far longer than any that is written is not read, and says so") {
    std::string hash = "1january-2025~";
    for (int i = 0; i < 20'000; ++i) hash += "dg4!nabcd";
    const OpenedLink opened = read_link(hash);
    CHECK(opened.state.inputs == default_inputs());
    REQUIRE(opened.dropped.size() == 1);
    CHECK(opened.dropped[0].find("longer") != std::string::npos);
}

TEST_CASE("of two values of one input in a link the later counts, and of two edits of one clause") {
    CHECK(read_link("1january-2025~dg4dg2").state.inputs.demand_growth == 2);
    LinkState state = opening(shipped_contracts().front());
    state.edits = {{"first-refusal", EditKind::never_agreed}, {"first-refusal", EditKind::dropped}};
    const OpenedLink opened = read_link(write_link(state, 0));
    REQUIRE(opened.state.edits.size() == 1);
    CHECK(opened.state.edits[0].kind == EditKind::dropped);
}

TEST_CASE("the stamp tells other numbers apart") {
    const Contract& contract = shipped_contracts().front();
    const int stamp = stamp_of(fingerprint(simulate(default_inputs(), contract)));
    CHECK(stamp >= 0);
    CHECK(stamp <= 0xffff);
    CHECK(stamp != stamp_of(fingerprint(simulate(with(default_inputs(), "demand.growth", 3.05), contract))));
}

}  // namespace fr
