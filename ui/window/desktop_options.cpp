// Each option is checked where it is read.
#include "ui/window/desktop_options.h"

#include <getopt.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace fr {

namespace {

const char* const usage =
    "usage: ./run native [--contract ID|FILE] [--link LINK] [--dark|--light] [--size WxH] [--scale X]\n"
    "                    [--folder FOLDER] [--screenshot FILE]\n"
    "  --contract    a shipped contract, or a contract file (it can be dropped on the window too)\n"
    "  --link        a share link: its address, or the part after “#”\n"
    "  --scale       how large everything is drawn, where the desktop does not say\n"
    "  --folder      where what is saved is written; otherwise where the program was started\n"
    "  --screenshot  writes the window's picture to FILE (PNG) and ends\n"
    "keys: Ctrl+Z undo, Ctrl+Shift+Z redo, Ctrl+C copy the link, Ctrl+Q quit; Page Up and Down, Home, End scroll\n";

bool read_number(const char* text, float& number) {
    char* end = nullptr;
    number = std::strtof(text, &end);
    return end != text && *end == '\0' && number >= 0.5f && number <= 8;
}

bool read_size(const char* text, DesktopOptions& options) {
    int used = 0;
    return std::sscanf(text, "%dx%d%n", &options.width, &options.height, &used) == 2 && text[used] == '\0' &&
           options.width >= 320 && options.height >= 240 && options.width <= 8192 && options.height <= 8192;
}

}  // namespace

bool fail(const std::string& words) {
    std::fprintf(stderr, "error: %s\n", words.c_str());
    return false;
}

bool read_options(int count, char** arguments, DesktopOptions& options) {
    constexpr std::array<option, 10> known{{{"contract", required_argument, nullptr, 'c'},
                                            {"link", required_argument, nullptr, 'l'},
                                            {"screenshot", required_argument, nullptr, 's'},
                                            {"folder", required_argument, nullptr, 'f'},
                                            {"scale", required_argument, nullptr, 'x'},
                                            {"size", required_argument, nullptr, 'w'},
                                            {"dark", no_argument, nullptr, 'd'},
                                            {"light", no_argument, nullptr, 'b'},
                                            {"help", no_argument, nullptr, 'h'},
                                            {}}};
    for (int found = 0; (found = getopt_long(count, arguments, "", known.data(), nullptr)) != -1;) switch (found) {
            case 'c':
                options.contract = optarg;
                break;
            case 'l':
                options.link = optarg;
                break;
            case 's':
                options.screenshot = optarg;
                break;
            case 'f':
                options.folder = optarg;
                break;
            case 'd':
                options.dark = true;
                break;
            case 'b':
                options.dark = false;
                break;
            case 'x':
                if (!read_number(optarg, options.scale)) return fail("--scale needs a number from 0.5 to 8");
                break;
            case 'w':
                if (!read_size(optarg, options)) return fail("--size needs a width and height, like 1280x860");
                break;
            case 'h':
                std::fputs(usage, stdout);
                std::exit(0);
            default:
                std::fputs(usage, stderr);
                return false;
        }
    return optind == count || fail(std::string("unknown argument: ") + arguments[optind]);
}

}  // namespace fr
