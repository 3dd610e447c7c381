// Options into a state. Presets of a contract come first, then a link's inputs, then --set, in the order given.
#include "tools/pact/state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/files/assets.h"
#include "core/files/contract_reader.h"
#include "core/files/problem.h"
#include "core/keep/stamp.h"
#include "core/words/letters.h"
#include "core/words/param_text.h"
#include "tools/pact/output.h"

namespace pact {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class OpenFile {
public:
    explicit OpenFile(const std::string& path)
        : descriptor(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor >= 0) ::close(descriptor);
    }
    // Adds what comes next to `text`; 0 at the end, below 0 on a mistake (errno).
    ssize_t read_more(std::string& text) const {
        std::array<char, 65536> buffer;
        const ssize_t count = descriptor < 0 ? -1 : ::read(descriptor, buffer.data(), buffer.size());
        if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
        return count;
    }

private:
    int descriptor;
};

std::vector<std::string> shipped_ids() {
    std::vector<std::string> ids;
    for (const fr::Contract& contract : fr::shipped_contracts()) ids.push_back(contract.id);
    return ids;
}

fr::Deal deal_of(const std::string& id_or_path) {
    if (const fr::Contract* shipped = fr::find_contract(id_or_path)) return fr::shipped_deal(*shipped);
    struct stat about{};
    const bool looks_like_a_file = id_or_path == "-" || id_or_path.find_first_of("./") != std::string::npos ||
                                   ::stat(id_or_path.c_str(), &about) == 0;
    if (looks_like_a_file) return fr::Deal(contract_from_file(id_or_path));
    throw Mistake("there is no contract “" + id_or_path + "”; the nearest is " + nearest(id_or_path, shipped_ids()) +
                  "; there are " + listed(shipped_ids()) + ", or give a file");
}

// "demand.growth=4" into the inputs; throws Mistake.
void set(fr::Inputs& inputs, const std::string& setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos)
        throw Mistake("--set “" + setting + "” must be key=value, like --set demand.growth=4");
    const fr::Param* param = param_of(setting.substr(0, equals));
    const auto value = fr::parse_value(*param, setting.substr(equals + 1));
    if (!value) throw Mistake(value.error());
    inputs.*param->field = *value;
}

State state_of_link(const std::string& link) {
    if (link.empty())
        throw Mistake("--state needs a link, or what follows its “#”; leave it out for the deal as it opens");
    const fr::OpenedLink opened = fr::read_link(link);
    std::string lines;
    for (const std::string& dropped : opened.dropped) lines += (lines.empty() ? "" : "\n") + dropped;
    if (!lines.empty()) throw Mistake(lines);
    if (fr::is_of_another_model(opened))
        throw Mistake(std::string(fr::another_model) +
                      " To run it all the same leave out its last five characters, “*” and what follows.");
    return {{opened.state.inputs, fr::shipped_deal(*fr::find_contract(opened.state.contract), opened.state.edits),
             opened.state.chapter, opened.state.bets}};
}

State state_of_contract(const std::string& id_or_path) {
    const fr::Deal deal = deal_of(id_or_path);
    return {{fr::opening_inputs(deal.base()), deal}};
}

}  // namespace

void add_options(CLI::App& command, Options& options, bool with_state, bool with_markdown) {
    std::vector<std::pair<std::string, Format>> formats{
        {"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}, {"excel", Format::csv}};
    if (with_markdown) formats.emplace_back("markdown", Format::markdown);
    std::string names;
    for (const auto& [name, format] : formats) names += (names.empty() ? "" : "|") + name;
    command
        .add_option_function<std::string>(
            "--format",
            [&options, formats, names](const std::string& asked) {
                for (const auto& [name, format] : formats)
                    if (name == asked) {
                        options.format = format;
                        begin_with(name == "excel" ? byte_order_mark : "");
                        return;
                    }
                throw Mistake("--format must be one of " + names + ", not “" + asked + "”");
            },
            "How to print it; excel: CSV with the mark by which Excel knows UTF-8")
        ->type_name(names)
        ->default_str("text");
    if (!with_state) return;
    if (options.contract.empty()) options.contract = shipped_ids().front();
    CLI::Option* contract =
        command.add_option("--contract", options.contract, "A shipped contract, or a contract file")
            ->type_name("ID|FILE")
            ->capture_default_str();
    command.add_option("--state", options.link, "The state of a share link: its address, or the part after “#”")
        ->type_name("LINK")
        ->excludes(contract);
    command.add_option("--set", options.settings, "Set an input, like demand.growth=4 (may be repeated)")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

State state_of(const Options& options) {
    State state = options.link ? state_of_link(*options.link) : state_of_contract(options.contract);
    std::string mistakes;
    for (const std::string& setting : options.settings) try {
            set(state.inputs, setting);
        } catch (const Mistake& mistake) {
            mistakes += (mistakes.empty() ? "" : "\n") + mistake.lines;
        }
    if (!mistakes.empty()) throw Mistake(mistakes);
    return state;
}

fr::Contract contract_from_file(const std::string& path) {
    const auto contract = fr::parse_contract(file_text(path, fr::max_contract_bytes));
    if (contract) return *contract;
    std::string lines;
    for (const fr::Problem& problem : contract.error())
        lines += (lines.empty() ? "" : "\n") + path + ": " + problem.text();
    throw Mistake(lines);
}

std::string file_text(const std::string& path, std::size_t max_bytes) {
    const OpenFile file(path);
    std::string text;
    for (;;) {
        const ssize_t count = file.read_more(text);
        if (count == 0) return text;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw Mistake(path + ": cannot be read: " + std::strerror(errno));
        if (text.size() > max_bytes)
            throw Mistake(path + ": is larger than " + std::to_string(max_bytes / 1'000'000) + " MB");
    }
}

const fr::Param* param_of(const std::string& key) {
    if (const fr::Param* param = fr::find_param(key)) return param;
    throw Mistake("there is no input “" + fr::shown(key) + "”; the nearest is " + std::string(fr::nearest_key(key)) +
                  " (see pact inputs)");
}

std::string nearest(const std::string& mistyped, const std::vector<std::string>& names) {
    return std::string(fr::nearest(mistyped, std::vector<std::string_view>(names.begin(), names.end())));
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace pact
