// Orders: how much new capacity is wanted for the months ahead, who may take it under the terms, and when it arrives.
#pragma once

#include <array>

#include "core/model/model.h"

namespace fr {

constexpr int look_ahead_months = 49;  // of the planner: the longest lead there is, and the longest time to answer
constexpr int series_months = month_count + look_ahead_months + 12;  // and a year late
using Series = std::array<double, series_months>;                    // one number a month from January 2024

constexpr double least_gw = 1e-9;  // less than that is a rounding error, no order

constexpr int whole(double months) { return static_cast<int>(months); }
constexpr bool only_announced(const Inputs& inputs) {
    return static_cast<OthersBuild>(inputs.others_build) == OthersBuild::announced;
}

Series demand_series(const Inputs& inputs);

class Orders {
public:
    Orders(const Inputs& inputs, const Series& demand_gw);

    // Capacity that arrives in a month serves in it; writes the capacity columns of the row.
    void arrive(Row& row);
    // Plans, asks and places the orders of a month; writes the order columns of the row.
    void place(Row& row, const Terms& terms, Run& run);
    // The limit that bound when what is missing in a month that has been served would have had to be ordered.
    Cause shortage_cause(const Row& row, const Terms& terms) const;

private:
    // What is missing of demand so many months ahead; below zero where more is promised than wanted.
    using Ahead = std::array<double, look_ahead_months + 1>;
    // Who builds: what may be started this month, how long it takes, and whether it may build for a far month.
    struct Builder {
        double limit_gw;
        int lead_months, furthest_months;
    };

    // A kind of site of the others: which part of what they start, how long it takes, and the input that says so.
    struct Site {
        double share;
        int lead_months;
        double Inputs::* lead;                             // none for what stands ready
        std::array<bool, month_count> is_all_announced{};  // all that is announced for then had been started
    };

    static constexpr Ahead nothing_left{};
    static std::array<Site, 3> sites_of(const Inputs& inputs);
    static Ahead offers_ahead(double gw_a_month, int lead_months);

    double plan(int t);
    bool is_missing() const;
    template <class Place>
    double fill(const Builder& builder, const Ahead& left_to_azure, const Place& place);
    Ahead beyond_announced(const Ahead& left_to_azure) const;
    double most_missing(int from, int to, const Ahead& left_to_azure) const;

    void add(Series& arrivals, int month, double gw, double promised);
    void give_support(int t, const Terms& terms);
    double order_from_azure();
    void route(Row& row, const Terms& terms, Run& run);
    void use_exception(Row& row, const Terms& terms, const Ahead& left_to_azure);
    void start_with_others(Row& row, const Terms& terms, int furthest, const Ahead& left_to_azure);
    void order_from_others(int month, double gw, double own_part);
    Cause rate_cause() const;
    Cause held_back(const Row& row, const Terms& terms) const;
    Cause bound_by(const Row& row, const Terms& terms) const;

    const Inputs& in;
    const Series& demand;
    const double rate_growth;       // a month
    const double azure_a_month_gw;  // what Azure can and will start
    // What it can start in the months to come and still have running in time: Microsoft says yes to that, and it is
    // not passed on.
    const Ahead azure_could_still_offer;
    Series azure{}, others{}, own{}, exception{};  // arrivals by month
    Series promised{};                             // all of them when promised: what the planner counts on
    Series promised_by_others{};                   // of these, what others promise directly
    Ahead missing{};                               // this month's plan
    int planned_in = 0;                            // the month of that plan
    std::array<Cause, month_count> bound{};        // what kept a month's orders from being more
    double azure_gw, others_gw = 0, own_gw = 0, exception_gw = 0;  // online
    double promised_gw = 0, promised_by_others_gw = 0;             // so far
    double rate_gw_per_year;
    std::array<Site, 3> sites;  // what stands ready, leased sites, new ones: in the order in which it is begun
    // Turned away this month: by the terms, by the rate, and because nobody has announced to build it.
    double barred_gw = 0, too_fast_gw = 0, unannounced_gw = 0;
    double unused_rate_gw = 0;  // what others could have started besides
    Month supply_since{0};      // when the supply terms last changed
    Supply supply_before = Supply::azure_only;
    Cause support_under;           // the clause that brings Microsoft's support
    int support_comes_until = -1;  // the last month in which capacity comes of it
};

}  // namespace fr
