// Whole files in, whole files out; nothing is overwritten.
#include "ui/window/desktop_files.h"

#include <SDL.h>

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "core/keep/export.h"
#include "core/keep/receipt.h"
#include "core/words/letters.h"
#include "ui/state/described.h"
#include "ui/state/wishes.h"

namespace fr {

namespace {

constexpr double picture_width = 808;  // CSS pixels, as in the page
constexpr int most_tries = 1000;       // of a name that is free
constexpr std::size_t longest_id = 40;

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace

Action opened(const std::string& path) {
    struct Free {
        void operator()(void* bytes) const { SDL_free(bytes); }
    };
    std::size_t size = 0;
    const std::unique_ptr<void, Free> bytes{SDL_LoadFile(path.c_str(), &size)};
    if (!bytes) return RefuseContract{name_of(path), {{"", std::string("it cannot be read: ") + SDL_GetError()}}};
    return file_action({static_cast<const char*>(bytes.get()), size}, name_of(path));
}

KeptFile keep(const App& app, const std::string& folder, std::string_view ending, std::string_view bytes) {
    const std::string stem = folder + "/first-refusal-" + file_part(app.state.contract().id, longest_id);
    for (int i = 1; i <= most_tries; ++i) {
        const std::string path = stem + (i > 1 ? "-" + std::to_string(i) : "") + std::string(ending);
        std::FILE* file = std::fopen(path.c_str(), "wbx");
        if (!file && errno == EEXIST) continue;
        const bool is_written = file && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
        if (file && std::fclose(file) == 0 && is_written) return path;
        return std::unexpected(path + ": " + std::strerror(errno));
    }
    return std::unexpected(stem + std::string(ending) + ": there are " + std::to_string(most_tries) +
                           " of these already");
}

std::expected<KeptText, std::string> kept_text(const App& app, const Results& results, std::string_view kind,
                                               Month today, bool dark) {
    const AppState& state = app.state;
    if (kind == "svg") return KeptText{".svg", picture_of(app, results, picture_width, dark, today)};
    if (kind == "csv") return KeptText{".csv", csv_text(state.inputs, state.deal, results.reading)};
    const bool is_receipt = kind == "receipt";
    assert(is_receipt || kind == "contract");
    auto text = is_receipt ? receipt_text({state.inputs, state.deal, state.chapter, state.bets})
                           : contract_file(state.inputs, state.contract());
    if (!text) return std::unexpected(text.error());
    return KeptText{is_receipt ? "-receipt.json" : ".json", *std::move(text)};
}

}  // namespace fr
