// Each reading is a sum of money in a row; the first month in which it reaches the threshold is its date.
#include "core/ask/agi_readings.h"

#include <algorithm>

#include "core/words/format.h"

namespace fr {

namespace {

constexpr double gross_margin = 0.39;          // of the first quarter of 2026: D7
constexpr double investors_most_bn = 92;       // Microsoft's ceiling in the waterfall: A6
constexpr double money_back_bn = 13;           // of these at 75 percent, then at 49: A6
constexpr double reported_threshold_bn = 100;  // the waterfall stands for it where the reader has moved it: B4

// The profit at which Microsoft's part of the waterfall is full: 13 ÷ 0.75 + (92 − 13) ÷ 0.49, about 179.
constexpr double waterfall_bn = money_back_bn / 0.75 + (investors_most_bn - money_back_bn) / 0.49;

// What a reading may look at in a month.
struct Books {
    const Run& run;
    const Row& row;
    const Inputs& in;

    // Revenue less the cost of answering users, as the model's own reading of ability has it.
    double answering_bn() const { return row.earning_power_bn / in.agi_service_life; }
    double last_year_profit_bn() const {
        double sum_bn = 0;
        for (int m = std::max(0, row.month.index - 11); m <= row.month.index; ++m)
            sum_bn += run.at(Month{m}).profit_bn_per_year / 12;
        return sum_bn;
    }
    double variable_bn() const { return row.share_bn_per_year + row.revenue_bn_per_year * in.money_other_rate / 100; }
};

struct Asked {
    TestReading reading;
    double (*bn)(const Books&);
    double threshold_factor = 1;  // of the reader's threshold
};

using enum AgiFamily;
constexpr double waterfall_factor = waterfall_bn / reported_threshold_bn;
const std::array<Asked, test_reading_count> all_asked{{
    {{"ability-6-years", "6 years of service", "Revenue less the cost of answering users, over 6 years of service",
      "B4 B7", ability},
     [](const Books& books) { return books.answering_bn() * 6; }},
    {{"ability-3-years", "3 years of service", "Revenue less the cost of answering users, over 3 years of service",
      "B4 B7", ability},
     [](const Books& books) { return books.answering_bn() * 3; }},
    {{"gross-margin", "at gross margin", "Revenue at the gross margin of early 2026 (39%), over 3 years", "B4 D7",
      ability},
     [](const Books& books) { return books.row.revenue_bn_per_year * gross_margin * 3; }},
    {{"after-variable-costs", "after variable costs",
      "The same as ability after Microsoft's share and costs that grow with revenue, over 3 years", "B4 D17", ability},
     [](const Books& books) { return (books.answering_bn() - books.variable_bn()) * 3; }},
    {{"waterfall", "against $179 bn",
      "Ability over 3 years, against what fills the early investors' claim (about $179 bn)", "A6 B4", ability},
     [](const Books& books) { return books.answering_bn() * 3; },
     waterfall_factor},
    {{"ability-1-year", "1 year of service", "Revenue less the cost of answering users, in one year", "B4 B7", ability},
     [](const Books& books) { return books.answering_bn(); }},
    {{"after-training", "after training", "Revenue less all compute, training included, over 3 years", "B4 C16",
      earned},
     [](const Books& books) { return (books.row.revenue_bn_per_year - books.row.compute_cost_bn_per_year) * 3; }},
    {{"after-all-costs", "after all costs", "Profit after all costs, over 3 years", "B4", earned},
     [](const Books& books) { return books.row.profit_bn_per_year * 3; }},
    {{"one-year-of-profit", "one year’s profit", "Profit after all costs, in one year", "B4 B5", earned},
     [](const Books& books) { return books.last_year_profit_bn(); }},
    {{"booked", "booked so far", "Profit after all costs since January 2024, losses counted", "B4", earned},
     [](const Books& books) { return books.row.cumulative_profit_bn; }},
}};

Month earliest(const std::vector<TestReading>& readings, AgiFamily family) {
    Month first = never;
    for (const TestReading& reading : readings)
        if (reading.family == family) first = std::min(first, reading.met);
    return first;
}

Month latest(const std::vector<TestReading>& readings, AgiFamily family) {
    Month last{0};
    for (const TestReading& reading : readings)
        if (reading.family == family) last = std::max(last, reading.met);
    return last;
}

}  // namespace

std::array<Month, test_reading_count> readings_met(const Inputs& inputs, const Contract& contract) {
    Inputs untripped = inputs;  // until booked profit is there nothing trips, and no reading but it changes the books
    untripped.agi_reading = static_cast<double>(AgiReading::booked);
    untripped.agi_declared = table::months_to_never;
    const Run run = simulate(untripped, contract);
    std::array<Month, test_reading_count> met;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const double threshold_bn = inputs.agi_threshold * all_asked[i].threshold_factor;
        const auto holds = [&](const Row& row) { return all_asked[i].bn({run, row, inputs}) >= threshold_bn; };
        const auto first = std::ranges::find_if(run.rows, holds);
        met[i] = first == run.rows.end() ? never : first->month;
    }
    return met;
}

std::vector<TestReading> agi_readings(const Inputs& inputs, const Contract& contract) {
    const auto met = readings_met(inputs, contract);
    std::vector<TestReading> found;
    for (std::size_t i = 0; i < met.size(); ++i) {
        found.push_back(all_asked[i].reading);
        found.back().met = met[i];
    }
    return found;
}

std::string agi_runs_sentence(const Run& run, const std::vector<TestReading>& readings) {
    const std::string words =
        "Each in a run of its own, in which the clause has not tripped and the share is still paid";
    const Month own = readings.back().met, here = run.met(AgiReading::booked);
    const auto when = [](Month month) {
        return month == never ? std::string("not by 2035") : "in " + long_month_text(month);
    };
    return words +
           (own == here ? "." : ": profit is booked " + when(own) + ", in the run as it is " + when(here) + ".");
}

std::string agi_range_sentence(const Inputs& inputs, const std::vector<TestReading>& readings) {
    const Month first = earliest(readings, AgiFamily::ability), last = latest(readings, AgiFamily::ability);
    const Month earned = earliest(readings, AgiFamily::earned);
    const std::string test = "the $" + shortest(inputs.agi_threshold) + " bn test ";
    if (first == never) return "Read in ten ways, " + test + "is met in none by the end of 2035.";
    const std::string from = std::to_string(year_of(first));
    const std::string to = last == never ? "after 2035" : std::to_string(year_of(last));
    std::string words = "Read as ability, " + test + "would be met " +
                        (to == from      ? "in " + from
                         : last == never ? "from " + from + " on"
                                         : "between " + from + " and " + to);
    words += earned == never ? ", as money earned not by the end of 2035"
                             : ", as money earned not before " + std::to_string(year_of(earned));
    const bool only_if_sunk = year_of(first) < 2030 && (earned == never || year_of(earned) >= 2030);
    return words + (only_if_sunk ? ": before 2030 only if training counts as sunk." : ".");
}

}  // namespace fr
