// The command line of First Refusal. Only this folder has exceptions, because CLI11 uses them; every refusal is a line
// on standard error that says what would have been right, nothing on standard output, and exit status 2.
#include <algorithm>

#include "core/words/param_text.h"
#include "tools/pact/commands.h"
#include "tools/pact/output.h"
#include "tools/pact/state.h"

namespace pact {

namespace {

std::vector<std::string> names_of_commands(const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames().front());
    return names;
}

// What to say about an argument that nothing takes.
std::string about_extra(const CLI::App& program, const std::string& extra) {
    const auto chosen = program.get_subcommands();
    const CLI::App& where = chosen.empty() ? program : *chosen.front();
    if (extra.starts_with("-"))
        return "there is no option “" + extra + "” here; the nearest is " + nearest(extra, names_of_options(where));
    if (!chosen.empty()) return "“" + extra + "” is one argument too many for pact " + where.get_name();
    const auto commands = names_of_commands(program);
    return "there is no command “" + extra + "”; the nearest is " + nearest(extra, commands) + "; there are " +
           listed(commands);
}

int refuse(const std::string& lines) {
    for (std::size_t start = 0; start <= lines.size();) {
        const std::size_t end = std::min(lines.find('\n', start), lines.size());
        complain("pact: " + lines.substr(start, end - start));
        start = end + 1;
    }
    return 2;
}

int run(CLI::App& program, int argc, char** argv) {
    try {
        program.parse(argc, argv);
        if (!program.get_subcommands().empty()) return 0;
        return refuse("a command is missing; there are " + listed(names_of_commands(program)) + " (see pact --help)");
    } catch (const CLI::CallForHelp&) {
        print(program.help());
        return 0;
    } catch (const CLI::CallForVersion& version) {
        print(std::string(version.what()) + "\n");
        return 0;
    } catch (const CLI::ExtrasError& mistake) {
        const auto extras = program.remaining(true);
        return refuse(extras.empty() ? mistake.what() : about_extra(program, extras.front()));
    } catch (const CLI::RuntimeError& said) {
        return said.get_exit_code();  // the command has said why
    } catch (const CLI::ParseError& mistake) {
        return refuse(mistake.what());
    } catch (const Mistake& mistake) {
        return refuse(mistake.lines);
    }
}

}  // namespace

}  // namespace pact

int main(int argc, char** argv) {
    CLI::App program("First Refusal: an executable model of the Microsoft–OpenAI deal", "pact");
    program.set_version_flag("--version", std::string("pact ") + PACT_VERSION);
    pact::add_simulate(program);
    pact::add_listings(program);
    pact::add_whatif(program);
    pact::add_sweep(program);
    pact::add_receipts(program);
    pact::add_poster(program);
    const int status = pact::run(program, argc, argv);
    return pact::finish_output() || status != 0 ? status : 1;
}
