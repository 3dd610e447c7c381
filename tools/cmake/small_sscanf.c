/* In place of the C library's sscanf, with its numbers of 128 bits and sets of characters. Dear ImGui alone asks it, for
 * the number in "#version 300 es". It reads decimal numbers (%d) between fixed words; what else a format may say ends
 * the reading there, as text that does not fit does. tests/words/format.cpp compares it with the C library's. */
#include <limits.h>
#include <stdarg.h>

#ifndef SMALL_SSCANF
#define SMALL_SSCANF sscanf
#endif

static int is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static int is_digit(char c) { return c >= '0' && c <= '9'; }

static const char* after_space(const char* text) {
    while (is_space(*text)) ++text;
    return text;
}

/* A decimal number: where it ends, or 0 where none begins. One that is too large is the largest. */
static const char* read_number(const char* text, int* number) {
    const int is_negative = *text == '-';
    long long value = 0;
    if (*text == '-' || *text == '+') ++text;
    if (!is_digit(*text)) return 0;
    for (; is_digit(*text); ++text)
        if (value <= INT_MAX) value = value * 10 + (*text - '0');
    if (value > INT_MAX) value = is_negative ? (long long)INT_MAX + 1 : INT_MAX;
    *number = (int)(is_negative ? -value : value);
    return text;
}

int SMALL_SSCANF(const char* text, const char* format, ...);
int SMALL_SSCANF(const char* text, const char* format, ...) {
    int count = 0;
    va_list numbers;
    va_start(numbers, format);
    for (; *format; ++format) {
        if (is_space(*format)) {
            text = after_space(text);
        } else if (format[0] == '%' && format[1] == 'd') {
            text = after_space(text);
            const char* end = read_number(text, va_arg(numbers, int*));
            if (!end) break;
            text = end;
            ++count;
            ++format;
        } else if (*format == '%' || *text != *format) {
            break;
        } else {
            ++text;
        }
    }
    va_end(numbers);
    const int ended_early = *format && !*text;
    return ended_early && count == 0 ? -1 : count; /* EOF, as C has it */
}
