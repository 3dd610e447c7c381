// Times of the model: 5 warm-ups and 100 runs of each piece. Prints a line a piece, "name,median,p95" in microseconds;
// tests/bench/model.mjs runs it natively and as WebAssembly and makes the table. Times never fail anything.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/ask/uncertainty.h"
#include "core/ask/whatif.h"
#include "core/files/assets.h"
#include "ui/state/described.h"

namespace {

using namespace fr;
using Clock = std::chrono::steady_clock;

constexpr int warm_ups = 5, runs = 100;
double sink = 0;  // what is computed is used
std::size_t bytes_asked_for = 0;

void print(const char* name, std::vector<double>& micros) {
    std::ranges::sort(micros);
    std::printf("%s,%.2f,%.2f\n", name, micros[micros.size() / 2], micros[micros.size() * 95 / 100]);
}

// `batch`: what is too short for a browser's clock, and for its compiler to notice, is timed so many at a time.
template <class Work>
void measure(const char* name, int repeats, int batch, const Work& work) {
    std::vector<double> micros;
    for (int i = 0; i < warm_ups + repeats; ++i) {
        const auto start = Clock::now();
        for (int turn = 0; turn < batch; ++turn) work(i);
        const std::chrono::duration<double, std::micro> passed = Clock::now() - start;
        if (i >= warm_ups) micros.push_back(passed.count() / batch);
    }
    print(name, micros);
}

Inputs at(int i) {
    Inputs inputs = default_inputs();
    inputs.demand_growth = 2 + 0.01 * i;
    return inputs;
}

double now_ms() { return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count(); }

// All that is worked out between frames after a change, slice by slice: how long each slice holds the page up.
void measure_slices() {
    constexpr double budget_ms = 8;
    constexpr int changes = 20;
    std::vector<double> micros;
    for (int i = 0; i < changes + warm_ups; ++i) {
        Background background;
        restart(background, at(i), shipped_deal(shipped_contracts().front()), {});
        while (!background.is_finished()) {
            const double start = now_ms();
            advance(background, now_ms, budget_ms);
            if (i >= warm_ups) micros.push_back((now_ms() - start) * 1000);
        }
    }
    print("a slice of the work between frames", micros);
}

// Ten thousand steps of undo: how long one takes to make, and, on standard error, how much it keeps.
void measure_undo(App& app) {
    constexpr int steps = 10'000;
    const double before = static_cast<double>(bytes_asked_for);
    measure("one step of undo, of 10,000", steps, 1, [&](int i) {
        update(app, SetInput{&hero, i % 2 == 0 ? 2.0 : 3.0});
        update(app, EndStep{});
    });
    std::fprintf(stderr, "a step of undo asks for %.0f bytes\n",
                 (static_cast<double>(bytes_asked_for) - before) / (steps + warm_ups));
}

}  // namespace

// Counts what is asked for, so that the bench can say what a step keeps.
void* operator new(std::size_t size) {
    bytes_asked_for += size;
    if (void* place = std::malloc(size)) return place;
    std::abort();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }

int main() {
    const Contract& contract = shipped_contracts().front();
    std::vector<MonthTrace> trace;
    measure("one run", runs, 1000, [&](int i) { sink += simulate(at(i), contract).rows[100].served_gw; });
    measure("one traced run", runs, 1000,
            [&](int i) { sink += simulate_traced(at(i), contract, trace).rows[100].served_gw; });
    measure("worth of every clause", runs, 10,
            [&](int i) { sink += worths(at(i), contract).front().served_gw_months; });
    measure("tipping points of every input", runs, 1, [&](int i) {
        for (const Param& param : params)
            sink += static_cast<double>(tips(param, at(i), contract, under_pressure()).size());
    });
    measure("band of 1,000 runs", 10, 1, [&](int i) {
        Bands bands(at(i), contract, under_pressure(), {}, 1, 1000);
        bands.add_runs(1000);
        sink += bands.at(0, Month{100}).p50;
    });
    App app = make_app();
    Results results;
    measure("one drag step: update, refresh, describe", runs, 10, [&](int i) {
        update(app, SetInput{&hero, 2 + 0.01 * i});
        refresh(results, app);
        sink += static_cast<double>(describe(app, results).size());
    });
    measure("describe alone", runs, 100, [&](int) { sink += static_cast<double>(describe(app, results).size()); });
    measure_undo(app);
    measure_slices();
    std::fprintf(stderr, "%g\n", sink);
}
