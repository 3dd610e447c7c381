// What the lab in a desktop window is told on its command line.
#pragma once

#include <string>

namespace fr {

struct DesktopOptions {
    std::string contract, link, screenshot;
    std::string folder = ".";  // where what is saved is written
    bool dark = false;
    float scale = 1;
    int width = 1280, height = 860;
};

// Says on the error output what is wrong; false, so that it can be returned.
bool fail(const std::string& words);

// False where the arguments are wrong, which it says. `--help` prints and ends the program.
bool read_options(int count, char** arguments, DesktopOptions& options);

}  // namespace fr
