// The outputs of the model, and the one table that names them: every number of a row. JSON, CSV, the fingerprint, the
// uncertainty bands, the backtest, the tests' invariants and the columns listed in docs/model.md are loops over it; a
// number of a row that is not in it does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "core/model/model.h"

namespace fr {

enum class Unit { gw, share, months, bn, bn_per_year };  // a share is 0 to 1, bn are billions of US dollars
inline constexpr std::array<std::string_view, 5> unit_names{"GW", "0 to 1", "months", "$bn", "$bn a year"};

struct Output {
    std::string_view name;  // as in JSON and CSV; permanent
    double Row::* field;
    Unit unit;
    // Its place among what the fingerprint counts, from 1; 0: not counted. Permanent, because the stamps of links are
    // made of the fingerprint: what came later is derived from what is counted, or tells of orders on their way.
    int counted = 0;
    bool exported = true, banded = false, backtested = false;
};

namespace table {
inline constexpr bool yes = true, no = false;
using enum Unit;
// clang-format off
inline constexpr auto outputs = std::to_array<Output>({
    //name                             field                                 unit     counted exported banded backtested
    {"demand_gw",                      &Row::demand_gw,                      gw,           1, yes, yes, no},
    {"azure_gw",                       &Row::azure_gw,                       gw,           2, yes, no,  no},
    {"others_gw",                      &Row::others_gw,                      gw,           3, yes, no,  no},
    {"own_gw",                         &Row::own_gw,                         gw,           4, yes, no,  no},
    {"online_gw",                      &Row::online_gw,                      gw,           5, yes, yes, yes},
    {"served_gw",                      &Row::served_gw,                      gw,           6, yes, yes, no},
    {"unserved_share",                 &Row::unserved_share,                 share,        7, yes, yes, no},
    {"months_behind",                  &Row::months_behind,                  months,       8, yes, no,  no},
    {"azure_share",                    &Row::azure_share,                    share,        9, yes, yes, yes},
    {"revenue_bn_per_year",            &Row::revenue_bn_per_year,            bn_per_year, 10, yes, yes, yes},
    {"compute_cost_bn_per_year",       &Row::compute_cost_bn_per_year,       bn_per_year, 11, yes, no,  yes},
    {"other_cost_bn_per_year",         &Row::other_cost_bn_per_year,         bn_per_year,  0, yes, no,  no},
    {"share_bn_per_year",              &Row::share_bn_per_year,              bn_per_year, 12, yes, no,  yes},
    {"reverse_share_bn_per_year",      &Row::reverse_share_bn_per_year,      bn_per_year,  0, yes, no,  yes},
    {"cumulative_share_bn",            &Row::cumulative_share_bn,            bn,          13, yes, no,  no},
    {"microsoft_receipts_bn_per_year", &Row::microsoft_receipts_bn_per_year, bn_per_year, 14, yes, no,  yes},
    {"profit_bn_per_year",             &Row::profit_bn_per_year,             bn_per_year, 15, yes, no,  yes},
    {"cumulative_profit_bn",           &Row::cumulative_profit_bn,           bn,          16, yes, yes, no},
    {"azure_spending_bn_per_year",     &Row::azure_spending_bn_per_year,     bn_per_year,  0, yes, no,  no},
    {"azure_purchase_used_bn",         &Row::azure_purchase_used_bn,         bn,           0, yes, no,  no},
    {"azure_purchase_owed_bn",         &Row::azure_purchase_owed_bn,         bn,           0, yes, no,  no},
    {"take_or_pay_bn_per_year",        &Row::take_or_pay_bn_per_year,        bn_per_year,  0, yes, no,  no},
    {"earning_power_bn",               &Row::earning_power_bn,               bn,          18, yes, yes, no},
    {"exception_gw",                   &Row::exception_gw,                   gw,          17, yes, no,  no},
    {"served_azure_gw",                &Row::served_azure_gw,                gw,           0, yes, no,  no},
    {"served_others_gw",               &Row::served_others_gw,               gw,           0, yes, no,  no},
    {"served_own_gw",                  &Row::served_own_gw,                  gw,           0, yes, no,  no},
    {"wanted_gw",                      &Row::wanted_gw,                      gw,           0, yes, no,  no},
    {"azure_takes_gw",                 &Row::azure_takes_gw,                 gw,           0, yes, no,  no},
    {"passed_on_gw",                   &Row::passed_on_gw,                   gw,           0, yes, no,  no},
    {"waiting_gw",                     &Row::waiting_gw,                     gw,           0, yes, no,  no},
    {"turned_away_gw",                 &Row::turned_away_gw,                 gw,           0, yes, no,  no},
    {"placed_gw",                      &Row::placed_gw,                      gw,           0, no,  no,  no},
    {"unserved_training_gw",           &Row::unserved_training_gw,           gw,           0, no,  no,  no},
    {"unserved_api_gw",                &Row::unserved_api_gw,                gw,           0, no,  no,  no},
    {"unserved_products_gw",           &Row::unserved_products_gw,           gw,           0, no,  no,  no},
});
// clang-format on
}  // namespace table

inline constexpr auto& outputs = table::outputs;
static_assert(offsetof(Row, held_back) - offsetof(Row, demand_gw) == outputs.size() * sizeof(double),
              "every number of a row needs an output, and causes follow the numbers");

// Those that have a property, in the order of the table.
template <bool Output::* Property>
constexpr auto outputs_that_are() {
    constexpr auto count = static_cast<std::size_t>(std::ranges::count(outputs, true, Property));
    std::array<const Output*, count> found{};
    std::size_t next = 0;
    for (const Output& output : outputs)
        if (output.*Property) found[next++] = &output;
    return found;
}
inline constexpr auto exported_outputs = outputs_that_are<&Output::exported>();
inline constexpr auto banded_outputs = outputs_that_are<&Output::banded>();
inline constexpr auto backtested_outputs = outputs_that_are<&Output::backtested>();

}  // namespace fr
