// PNG with stored blocks: a few lines instead of a library.
#include "ui/window/png.h"

#include <cstdint>

namespace fr {

namespace {

std::uint32_t crc(const std::string& data) {
    std::uint32_t value = ~0u;
    for (const char byte : data) {
        value ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0xEDB88320u : 0);
    }
    return ~value;
}

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
    return bytes;
}

std::string chunk(const std::string& name, const std::string& data) {
    return big_endian(static_cast<std::uint32_t>(data.size())) + name + data + big_endian(crc(name + data));
}

std::string stored(const std::string& data) {
    std::string stream("\x78\x01", 2);
    std::uint32_t low = 1, high = 0;
    for (std::size_t start = 0; start < data.size(); start += 65535) {
        const std::string block = data.substr(start, 65535);
        const auto length = static_cast<unsigned>(block.size()), other = ~length;
        stream += start + 65535 >= data.size() ? '\1' : '\0';
        for (const unsigned value : {length, length >> 8, other, other >> 8}) stream += static_cast<char>(value & 255);
        stream += block;
        for (const char byte : block) {
            low = (low + static_cast<unsigned char>(byte)) % 65521;
            high = (high + low) % 65521;
        }
    }
    return stream + big_endian(high << 16 | low);
}

}  // namespace

std::string png(int width, int height, std::span<const unsigned char> rgb) {
    const std::size_t row = static_cast<std::size_t>(width) * 3;
    std::string rows;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        rows += '\0';
        rows.append(reinterpret_cast<const char*>(rgb.data()) + y * row, row);
    }
    const std::string size =
        big_endian(static_cast<std::uint32_t>(width)) + big_endian(static_cast<std::uint32_t>(height));
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", size + std::string("\x08\x02\x00\x00\x00", 5)) +
           chunk("IDAT", stored(rows)) + chunk("IEND", "");
}

}  // namespace fr
