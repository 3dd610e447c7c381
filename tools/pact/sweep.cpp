// pact sweep: the headline over a grid of inputs, streamed, on all cores, split by shard for job arrays.
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/ask/whatif.h"
#include "core/files/assets.h"
#include "core/files/json_values.h"
#include "core/keep/results_json.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"

namespace pact {

namespace {

struct Axis {
    const fr::Param* param;
    double low, high;
    long long count;
    double value(long long i) const {
        const double value = low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1);
        return fr::is_whole(*param) ? static_cast<double>(static_cast<long long>(value + 0.5)) : fr::kept_value(value);
    }
};

struct Sweep : Options {
    std::vector<std::string> vary;
    std::string shard = "0/1";
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

constexpr long long most_rows = 1'000'000'000;
constexpr long long block_rows = 2048;  // what is in memory at a time

long long whole_number(const std::string& text, const std::string& what) {
    if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos)
        throw Mistake(what + " must be a whole number, not “" + text.substr(0, 40) + "”");
    return std::stoll(text);
}

// The counts, two or more, that divide a span of whole steps evenly: "2, 3, 7".
std::string even_counts(long long span) {
    std::string counts;
    for (long long gaps = 1; gaps <= span; ++gaps)
        if (span % gaps == 0) counts += (counts.empty() ? "" : ", ") + std::to_string(gaps + 1);
    return counts;
}

void check_steps(const Axis& axis, const std::string& text) {
    const std::string start = "--vary “" + fr::shown(text, 80) + "”: ";
    if (axis.count < 2) throw Mistake(start + "the count must be 2 or more; for one value use --set");
    if (axis.low == axis.high) throw Mistake(start + "the values are the same; for one value use --set");
    if (!fr::is_whole(*axis.param)) return;
    const auto span = static_cast<long long>(std::fabs(axis.high - axis.low));
    if (span % (axis.count - 1) != 0)
        throw Mistake(start + "its values are whole, and " + std::to_string(axis.count) +
                      " do not divide that evenly; the count may be " + even_counts(span));
}

Axis axis_of(const std::string& text) {
    const auto refused = [&] {
        return Mistake("--vary “" + text.substr(0, 80) + "” must be KEY=LOW:HIGH:COUNT, e.g. demand.growth=2:4:21");
    };
    const std::size_t equals = text.find('='), first = text.find(':', equals), second = text.find(':', first + 1);
    if (equals == std::string::npos || first == std::string::npos || second == std::string::npos) throw refused();
    const fr::Param* param = param_of(text.substr(0, equals));
    const auto value = [&](std::size_t from, std::size_t to) {
        const auto parsed = fr::parse_value(*param, text.substr(from, to - from));
        if (!parsed) throw Mistake(parsed.error());
        return *parsed;
    };
    Axis axis{param, value(equals + 1, first), value(first + 1, second),
              whole_number(text.substr(second + 1), "the count of --vary")};
    check_steps(axis, text);
    return axis;
}

// A grid is of different inputs, each varied and not set as well.
void check_axes(const std::vector<Axis>& axes, const std::vector<std::string>& settings) {
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const std::string key(axes[i].param->key);
        for (std::size_t j = 0; j < i; ++j)
            if (axes[j].param == axes[i].param) throw Mistake("--vary " + key + " is given twice; give it once");
        for (const std::string& setting : settings)
            if (setting.starts_with(key + "="))
                throw Mistake(key + " is varied, so --set " + key + " would do nothing; leave one of them out");
    }
}

struct Shard {
    long long index, count;
};

Shard shard_of(const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) throw Mistake("--shard “" + text.substr(0, 40) + "” must be INDEX/COUNT, e.g. 0/8");
    const Shard shard{whole_number(text.substr(0, slash), "the index of --shard"),
                      whole_number(text.substr(slash + 1), "the count of --shard")};
    if (shard.count < 1 || shard.index >= shard.count)
        throw Mistake("--shard counts from zero: the index must be below the count, not " + text);
    return shard;
}

fr::Json row_json(const State& state, const std::vector<Axis>& axes, long long row) {
    fr::Inputs inputs = state.inputs;
    for (const Axis& axis : axes) {
        inputs.*axis.param->field = axis.value(row % axis.count);
        row /= axis.count;
    }
    fr::Json json = fr::Json::object();
    for (const Axis& axis : axes)
        json[std::string(axis.param->key)] = fr::value_json(*axis.param, inputs.*axis.param->field);
    const fr::Headline head = fr::headline_of(inputs, state.contract(), fr::under_pressure());
    for (std::size_t i = 0; i < fr::outcome_names.size(); ++i) {
        const auto outcome = static_cast<fr::Outcome>(i);
        json[std::string(fr::outcome_names[i])] = fr::is_month(outcome) ? fr::month_json(fr::month_of(head, outcome))
                                                                        : fr::Json(fr::number_of(head, outcome));
    }
    json["max_unserved_month"] = fr::month_json(head.max_unserved.month);
    return json;
}

std::string csv_cell(const fr::Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// A line of cells, or of the names above them.
std::string csv_line(const fr::Json& json, bool names) {
    std::string line;
    for (auto item = json.begin(); item != json.end(); ++item)
        line += (item == json.begin() ? "" : ",") + (names ? item.key() : csv_cell(item.value()));
    return line + "\n";
}

void sweep(const Sweep& options) {
    const State state = state_of(options);
    std::vector<Axis> axes;
    long long total = 1;
    for (const std::string& text : options.vary) {
        axes.push_back(axis_of(text));
        total *= axes.back().count;
        if (total > most_rows) throw Mistake("the sweep has more than a thousand million rows; make its grid coarser");
    }
    check_axes(axes, options.settings);
    const Shard shard = shard_of(options.shard);
    const long long rows = (total - shard.index + shard.count - 1) / shard.count;  // rows index, index + count, …
    const bool json = options.format == Format::json;
    if (json) print("[\n");
    if (!json) print(csv_line(row_json(state, axes, 0), true));
    for (long long start = 0; start < rows; start += block_rows) {
        const long long size = std::min(block_rows, rows - start);
        std::vector<std::string> texts(static_cast<std::size_t>(size));
        std::vector<std::jthread> workers;
        for (unsigned worker = 0; worker < options.threads; ++worker)
            workers.emplace_back([&, worker] {
                for (long long i = worker; i < size; i += options.threads) {
                    const fr::Json row = row_json(state, axes, shard.index + (start + i) * shard.count);
                    fr::entry(texts, i) = json ? row.dump() : csv_line(row, false);
                }
            });
        workers.clear();  // joins
        for (long long i = 0; i < size; ++i) {
            const bool last = start + i + 1 == rows;
            print(fr::entry(texts, i) + (json ? last ? "\n" : ",\n" : ""));
        }
    }
    if (json) print("]\n");
}

}  // namespace

void add_sweep(CLI::App& program) {
    CLI::App* command = program.add_subcommand("sweep", "The headline over a grid of inputs, streamed, on all cores");
    const auto options = std::make_shared<Sweep>();
    options->format = Format::csv;
    add_options(*command, *options);
    command->get_option("--format")->default_str("csv");
    command->add_option("--vary", options->vary, "An input and its values (may be repeated: the grid of all)")
        ->required()
        ->allow_extra_args(false)
        ->type_name("KEY=LOW:HIGH:COUNT");
    command->add_option("--shard", options->shard, "Only each COUNT-th row from INDEX (from zero), for job arrays")
        ->capture_default_str()
        ->type_name("INDEX/COUNT");
    command->add_option("--threads", options->threads, "How many cores to use")
        ->check(CLI::Range(1u, 256u))
        ->capture_default_str();
    command->callback([options] { sweep(*options); });
}

}  // namespace pact
