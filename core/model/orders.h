// Orders: how much new capacity is wanted each month, who may take it under the terms, and when it arrives.
#pragma once

#include <array>

#include "core/model/model.h"

namespace fr {

constexpr int series_months = month_count + 43 + 12 + 1;  // the longest lead, a year late
using Series = std::array<double, series_months>;         // one number a month from January 2024

Series demand_series(const Inputs& inputs);

class Orders {
public:
    Orders(const Inputs& inputs, const Series& demand_gw);

    // Capacity that arrives in a month serves in it; writes the capacity columns of the row.
    void arrive(Row& row);
    // Plans, asks and places the orders of a month; writes the order columns of the row.
    void place(Row& row, const Terms& terms, Run& run);
    // The limit that bound when what is missing in this month would have had to be ordered.
    Cause shortage_cause(int month, const Terms& terms) const;

private:
    struct Away {
        double by_terms = 0, by_rate = 0;
    };  // turned away this month, GW

    double wanted_gw(int t) const;
    double azure_takes_gw(int t, double wanted) const;
    double waiting_gw(int t) const;
    void add(Series& arrivals, int month, double gw, double promised);
    void give_support(int t, const Terms& terms);
    void answer_offers(Row& row, const Terms& terms, Run& run);
    void route(double gw, Row& row, const Terms& terms, Run& run);
    void pass_on(double gw, Row& row, const Terms& terms, Run& run);
    void take_exception(double gw, Row& row, const Terms& terms);
    void start_with_others(double gw, Row& row, const Terms& terms);
    void place_with_lead(Series& arrivals, int t, double gw);
    Cause rate_cause() const;
    Cause held_back(const Row& row, const Terms& terms) const;

    const Inputs& in;
    const Series& demand;
    const double rate_growth;                      // a month
    Series azure{}, others{}, own{}, exception{};  // arrivals by month
    Series promised{};                             // all of them when promised: what the planner counts on
    std::array<double, month_count> waiting{};     // offers under first refusal, by the month of the answer
    std::array<Cause, month_count> rate_bound{};   // what turned orders away in months in which the rate bound
    double azure_gw, others_gw = 0, own_gw = 0, exception_gw = 0, promised_gw = 0;  // online; promised so far
    double rate_gw_per_year, others_started_gw = 0, own_started_gw = 0;             // this month
    Away away;
    Month loosened{0};  // the month in which the supply terms last became looser
    Supply supply_before = Supply::azure_only;
    Cause support_under;           // the clause that brings Microsoft's support
    int support_comes_until = -1;  // the last month in which capacity comes of it
};

}  // namespace fr
