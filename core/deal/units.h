// The base units of the model. Power is GW of running IT capacity, money is billions of US dollars, time is whole
// months; a Month is a strong type, so that a month is never mistaken for a count of months.
#pragma once

#include <compare>
#include <cstddef>

namespace fr {

// A table's entry for an enumerator, or for an index, that it has one for.
constexpr decltype(auto) entry(auto&& table, auto key) { return (table[static_cast<std::size_t>(key)]); }

// Months since January 2024: 0 is January 2024, 143 is December 2035. The contract timeline reaches back to July 2019
// (negative). `never` lies after every month and is what "not within the model" is called everywhere.
struct Month {
    int index = 0;
    friend constexpr auto operator<=>(Month, Month) = default;
};

constexpr int month_count = 144;
constexpr Month never{month_count};
constexpr Month first_contract_month{-54};  // July 2019

constexpr Month month_of(int year, int month_of_year) { return Month{(year - 2024) * 12 + month_of_year - 1}; }
constexpr int year_of(Month month) { return 2019 + (month.index + 60) / 12; }     // from 2019 on
constexpr int month_of_year(Month month) { return (month.index + 60) % 12 + 1; }  // 1 to 12
constexpr Month next(Month month, int by = 1) { return month == never ? never : Month{month.index + by}; }

constexpr Month deal_month = month_of(2025, 1);  // what comes before the deal is no outcome of it

}  // namespace fr
