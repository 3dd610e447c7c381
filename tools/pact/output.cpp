// Writes through stdio's buffer. SIGPIPE is ignored, so that a closed pipe is an error to see, not a death.
#include "tools/pact/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/words/letters.h"

namespace pact {

namespace {

const bool sigpipe_is_ignored = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR;

// A reader that has gone away has what it wanted.
void stop_if_reader_left() {
    if (errno == EPIPE) std::_Exit(0);
}

std::string& beginning() {
    static std::string only;
    return only;
}

}  // namespace

void begin_with(std::string_view text) { beginning() = text; }

void complain(const std::string& line) { std::fprintf(stderr, "%s\n", fr::spelt_out(line).c_str()); }

void print(std::string_view text) {
    const std::string first = std::exchange(beginning(), {});
    if (!first.empty()) print(first);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) stop_if_reader_left();
}

bool finish_output() {
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
    stop_if_reader_left();
    std::perror("pact: standard output");
    return false;
}

}  // namespace pact
