// The $100 bn test, read in ten ways side by side: the same words of one clause give dates years apart. Each reading is
// a month of one run in which nothing trips before it holds.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/reading.h"

namespace fr {

// What a reading asks: that today's systems could earn the sum (their training is sunk), or that it is earned after it.
enum class AgiFamily { ability, earned };
inline constexpr std::array<std::string_view, 2> agi_family_names{"ability", "earned"};

struct TestReading {
    std::string_view name;   // "ability-3-years"
    std::string_view word;   // at its row in the picture: "3 years of service"
    std::string_view says;   // what is held against the threshold
    std::string_view facts;  // fact ids, separated by spaces
    AgiFamily family;
    Month met = never;
};

constexpr std::size_t test_reading_count = 10;
// All readings, in order from the loosest to the strictest, under the reader's inputs but for the service life.
std::vector<TestReading> agi_readings(const Inputs& inputs, const Contract& contract);
// When each is met, in the same order; `contract` is run once more.
std::array<Month, test_reading_count> readings_met(const Inputs& inputs, const Contract& contract);
// What stands beside dates of the run on screen: that each reading has a run of its own, and what that does to profit.
std::string agi_runs_sentence(const Run& run, const std::vector<TestReading>& readings);
// "Read as ability the $100 bn test would be met between 2026 and 2028, as money earned not before 2032: before 2030
// only if training counts as sunk."
std::string agi_range_sentence(const Inputs& inputs, const std::vector<TestReading>& readings);

}  // namespace fr
