// pact poster: a state as an SVG that needs no script, for feeds, print and articles.
#include <cmath>
#include <cstdio>
#include <memory>

#include "core/files/assets.h"
#include "core/picture/poster.h"
#include "core/words/format.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"

namespace pact {

namespace {

struct PosterWish {
    Options state;
    double width = 720;
    std::string theme = "light", today, path;
    bool no_clauses = false, no_sentence = false;
};

void write_file(const std::string& path, const std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) throw Mistake("cannot write " + path);
    const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (std::fclose(file) != 0 || !whole) throw Mistake("cannot write all of " + path + ": is the disk full?");
}

fr::Month month_of_wish(const std::string& id) {
    if (id.empty()) return fr::never;
    if (const auto month = fr::model_month_from(id)) return *month;
    throw Mistake("--today “" + id + "” must be a month from 2024-01 to 2035-12");
}

void make_poster(const PosterWish& wish) {
    if (!std::isfinite(wish.width)) throw Mistake("--width must be a number of CSS pixels");  // a range lets NaN pass
    const State state = state_of(wish.state);
    const fr::Reading reading = fr::evaluate(state.inputs, state.contract());
    const fr::PosterOptions options{.width = wish.width,
                                    .dark = wish.theme == "dark",
                                    .today = month_of_wish(wish.today),
                                    .with_clauses = !wish.no_clauses,
                                    .with_sentence = !wish.no_sentence};
    const std::string svg = fr::poster_svg(state.inputs, state.contract(), reading, options);
    if (wish.path.empty())
        print(svg);
    else
        write_file(wish.path, svg);
}

}  // namespace

void add_poster(CLI::App& program) {
    const auto wish = std::make_shared<PosterWish>();
    wish->state.contract = "january-2025";
    CLI::App* poster = program.add_subcommand("poster", "Draw a state as an SVG picture with its sentence");
    poster->add_option("--contract", wish->state.contract, "A shipped contract or a file")->type_name("ID|FILE");
    poster->add_option("--state", wish->state.link, "A share link, or what follows its #")
        ->type_name("LINK")
        ->excludes("--contract");
    poster->add_option("--set", wish->state.settings, "Set an input")->type_name("KEY=VALUE");
    poster->add_option("--width", wish->width, "Width in CSS pixels")
        ->type_name("W")
        ->check(CLI::Range(fr::min_poster_width, fr::max_poster_width));
    poster->add_option("--theme", wish->theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
    poster->add_option("--today", wish->today, "Mark a month as today, as the page does")->type_name("YYYY-MM");
    poster->add_option("-o,--output", wish->path, "Write to a file instead of standard output")->type_name("FILE");
    poster->add_flag("--no-clauses", wish->no_clauses, "Leave out the strip of clauses");
    poster->add_flag("--no-sentence", wish->no_sentence,
                     "Leave out the sentence, to set it in type beside the picture");
    poster->callback([wish] { make_poster(*wish); });
}

}  // namespace pact
