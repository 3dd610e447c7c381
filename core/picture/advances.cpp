// Looks characters up in the generated table.
#include "core/picture/advances.h"

#include <algorithm>

#include "core/picture/advances_table.h"

namespace fr {

namespace {

constexpr double unknown_ems = 0.9;

double ems_of(unsigned character, Face face) {
    const auto* found = std::ranges::lower_bound(advances, character, {}, &Advance::character);
    if (found == advances.end() || found->character != character) return unknown_ems;
    return entry(found->thousandths, face) / 1000.0;
}

}  // namespace

double measured_width(std::string_view text, Face face, double size) {
    double ems = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i++]);
        unsigned character = first < 0x80   ? first
                             : first < 0xE0 ? first & 0x1Fu
                             : first < 0xF0 ? first & 0x0Fu
                                            : first & 7u;
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80)
            character = character << 6 | (static_cast<unsigned char>(text[i++]) & 0x3Fu);
        ems += ems_of(character, face);
    }
    return ems * size;
}

}  // namespace fr
