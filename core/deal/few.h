// Putting a few elements in order: the library's sort is 2 kB of the download for each kind of element, this is a
// tenth.
#pragma once

#include <utility>

namespace fr {

// Equal elements stay as they were. For some dozens: the time grows with the square.
template <class Range, class ComesBefore>
void sort_few(Range& range, ComesBefore comes_before) {
    for (auto next = range.begin(); next != range.end(); ++next)
        for (auto place = next; place != range.begin() && comes_before(*place, *(place - 1)); --place)
            std::swap(*place, *(place - 1));
}

}  // namespace fr
