// Reads names of numbers, and works the numbers out.
#include "core/story/number.h"

#include <algorithm>
#include <array>

#include "core/files/assets.h"
#include "core/model/reading.h"
#include "core/words/format.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"

namespace fr {

namespace {

using Mistake = std::unexpected<std::string>;

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

bool takes_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::expected<Month, std::string> month_of_model(std::string_view id) {
    if (const auto month = model_month_from(id)) return *month;
    return Mistake("“" + shown(id) + "” is no month from 2024-01 to 2035-12");
}

std::expected<const Output*, std::string> output_named(std::string_view name) {
    static constexpr auto names = [] {
        std::array<std::string_view, outputs.size()> all;
        std::ranges::transform(outputs, all.begin(), &Output::name);
        return all;
    }();
    if (const auto index = index_in(names, name)) return &outputs[*index];
    return Mistake("“" + shown(name) + "” is no output; the nearest is " + std::string(nearest(name, names)));
}

std::expected<std::vector<const Output*>, std::string> outputs_named(std::string_view names) {
    std::vector<const Output*> found;
    for (const std::string_view name : split(names, '+')) {
        const auto output = output_named(name);
        if (!output) return Mistake(output.error());
        found.push_back(*output);
    }
    return found;
}

std::expected<Outcome, std::string> outcome_named(std::string_view name) {
    if (const auto index = index_in(outcome_names, name)) return static_cast<Outcome>(*index);
    return Mistake("“" + shown(name) + "” is no outcome; the nearest is " + std::string(nearest(name, outcome_names)));
}

std::expected<const Param*, std::string> input_named(std::string_view key) {
    if (const Param* param = find_param(key)) return param;
    return Mistake("“" + shown(key) + "” is no input; the nearest is " + std::string(nearest_key(key)));
}

std::expected<Number, std::string> parse_sum(std::string_view names, std::string_view months, Number number) {
    const std::size_t slash = names.find('/'), dots = months.find("..");
    const auto from = month_of_model(months.substr(0, dots));
    const auto until = dots == std::string_view::npos ? from : month_of_model(months.substr(dots + 2));
    const auto parts = outputs_named(names.substr(0, slash));
    if (!from || !until || !parts) return Mistake(!from ? from.error() : !until ? until.error() : parts.error());
    if (*until < *from) return Mistake("the months of “" + shown(names) + "” must not end before they begin");
    Sum sum{*parts, {}, *from, *until};
    if (slash != std::string_view::npos) {
        auto whole = outputs_named(names.substr(slash + 1));
        if (!whole) return Mistake(whole.error());
        sum.whole = *std::move(whole);
    }
    number.what = std::move(sum);
    return number;
}

std::expected<Number, std::string> parse_tip(std::string_view names, Number number) {
    const std::size_t colon = std::min(names.find(':'), names.size());
    const auto param = input_named(names.substr(0, colon));
    if (!param) return Mistake(param.error());
    const auto outcome = outcome_named(names.substr(std::min(colon + 1, names.size())));
    if (!outcome) return Mistake(outcome.error());
    number.what = TipPoint{*param, *outcome};
    return number;
}

bool is_shipped_clause(std::string_view id) {
    return std::ranges::any_of(shipped_contracts(), [&](const Contract& contract) {
        return std::ranges::contains(contract.clauses, id, &Clause::id);
    });
}

std::expected<Number, std::string> parse_standing(std::string_view names, Number number) {
    const std::size_t colon = std::min(names.find(':'), names.size());
    const auto month = month_of_model(names.substr(0, colon));
    if (!month) return Mistake(month.error());
    StillStanding standing{{}, *month};
    for (const std::string_view id : split(names.substr(std::min(colon + 1, names.size())), ',')) {
        if (!is_shipped_clause(id)) return Mistake("“" + shown(id) + "” is a clause of no shipped deal");
        standing.clauses.emplace_back(id);
    }
    number.what = std::move(standing);
    return number;
}

// "agi.service-life=1", "deal=clause-dropped"
std::optional<std::string> give(std::string_view text, Number& number) {
    if (takes_prefix(text, "deal=")) {
        number.under = find_contract(text);
        if (!number.under) return "“" + shown(text) + "” is no shipped deal";
        return std::nullopt;
    }
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto param = input_named(text.substr(0, equals));
    if (!param) return param.error();
    const auto value = parse_value(**param, text.substr(std::min(equals + 1, text.size())));
    if (!value) return value.error();
    number.given.emplace_back(*param, *value);
    return std::nullopt;
}

bool is_in_force(const std::vector<Span>& spans, Month month) {
    return std::ranges::any_of(spans, [&](const Span& span) {
        const bool is_live = span.state == ClauseState::in_force || span.state == ClauseState::straining;
        return is_live && span.from <= month && month <= span.until;
    });
}

struct Finder {
    const Inputs& inputs;
    const Contract& contract;

    std::optional<double> operator()(Outcome outcome) const {
        return number_of(headline_of(inputs, contract, under_pressure()), outcome);
    }
    std::optional<double> operator()(const Param* param) const { return inputs.*param->field; }
    std::optional<double> operator()(const Sum& sum) const {
        const Run run = simulate(inputs, contract);
        const auto total = [&](const std::vector<const Output*>& wanted) {
            double all = 0;
            for (Month month = sum.from; month <= sum.until; month = next(month))
                for (const Output* output : wanted) all += run.at(month).*output->field;
            return all;
        };
        if (sum.whole.empty()) return total(sum.parts);
        const double whole = total(sum.whole);
        return whole > 0 ? total(sum.parts) / whole : 0;
    }
    std::optional<double> operator()(const TipPoint& wanted) const {
        for (const Tip& tip : tips(*wanted.param, inputs, contract, under_pressure())) {
            const bool comes_or_goes = (tip.below == Standing::not_at_all) != (tip.above == Standing::not_at_all);
            if (tip.outcome == wanted.outcome && comes_or_goes) return tip.high;
        }
        return std::nullopt;
    }
    std::optional<double> operator()(const StillStanding& standing) const {
        const ClauseSpans all = spans(contract, simulate(inputs, contract));
        double count = 0;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (std::ranges::contains(standing.clauses, contract.clauses[i].id))
                count += is_in_force(all[i], standing.month) ? 1 : 0;
        return count;
    }
};

std::string outcome_words(Outcome outcome, double value) {
    if (!is_month(outcome)) return percent_text(value);
    const Month month{static_cast<int>(value)};
    return month >= never ? "not by the end of 2035" : long_month_text(month);
}

}  // namespace

std::expected<Number, std::string> parse_number(std::string_view name) {
    Number number;
    const auto parts = split(name, '|');
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (const auto mistake = give(parts[i], number)) return Mistake(*mistake);
    std::string_view what = parts.front();
    if (takes_prefix(what, "now:"))
        number.whose = Whose::reader;
    else if (takes_prefix(what, "opening:"))
        number.whose = Whose::opening;
    if (takes_prefix(what, "tip:")) return parse_tip(what, std::move(number));
    if (takes_prefix(what, "standing@")) return parse_standing(what, std::move(number));
    if (const std::size_t at = what.find('@'); at != std::string_view::npos)
        return parse_sum(what.substr(0, at), what.substr(at + 1), std::move(number));
    if (const Param* param = find_param(what)) {
        number.what = param;
        return number;
    }
    const auto outcome = outcome_named(what);
    if (!outcome) return Mistake(outcome.error() + "; an output has a month after it, like demand_gw@2025-12");
    number.what = *outcome;
    return number;
}

std::optional<double> value_of(const Number& number, const Inputs& inputs, const Contract& contract) {
    Inputs all = number.under ? opening_inputs(*number.under) : inputs;
    for (const auto& [param, value] : number.given) all.*param->field = value;
    return std::visit(Finder{all, number.under ? *number.under : contract}, number.what);
}

std::string value_words(const Number& number, std::optional<double> value) {
    if (!value) return "at no value";
    if (const auto* outcome = std::get_if<Outcome>(&number.what)) return outcome_words(*outcome, *value);
    if (const auto* param = std::get_if<const Param*>(&number.what)) return value_text(**param, *value);
    if (const auto* tip = std::get_if<TipPoint>(&number.what)) return "at " + value_text(*tip->param, *value);
    const auto* sum = std::get_if<Sum>(&number.what);
    if (!sum) return count_text(*value, "none");
    return sum->whole.empty() ? output_text(*sum->parts.front(), *value) : percent_text(*value);
}

}  // namespace fr
