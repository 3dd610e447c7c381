/* In place of the C library's strtod, which reckons with numbers of 128 bits in software: 6 kB of the download less.
 * Decimal text to the nearest double, exactly as any other strtod; no hexadecimal numbers, infinities or NaN, which
 * nothing here reads. tests/words/format.cpp compares it with the C library's. */
#include <stdint.h>
#include <string.h>

#ifndef SMALL_STRTOD
#define SMALL_STRTOD strtod
#define REPLACES_LIBC
#endif

enum {
    limb_base = 1000000000,
    limb_digits = 9,
    whole_limbs = 40,     /* of a number below 10^360 */
    fraction_limbs = 170, /* 1100 digits behind the point, and what halving adds */
    limbs = whole_limbs + fraction_limbs,
    largest_power = 350
};

/* A decimal number in limbs of nine digits: those before `whole_limbs` stand before the point. */
struct decimal {
    uint32_t limb[limbs];
    int is_inexact; /* something other than 0 follows */
};

static void put_digit(struct decimal* number, int place, int digit) { /* place: 0 is the first before the point */
    static const uint32_t powers[limb_digits] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    const int from_left = whole_limbs * limb_digits - 1 - place;
    if (from_left >= limbs * limb_digits) {
        number->is_inexact |= digit != 0;
        return;
    }
    number->limb[from_left / limb_digits] += (uint32_t)digit * powers[limb_digits - 1 - from_left % limb_digits];
}

static void twice(struct decimal* number) {
    uint32_t carry = 0;
    for (int i = limbs - 1; i >= 0; --i) {
        const uint32_t doubled = number->limb[i] * 2 + carry;
        carry = doubled >= limb_base;
        number->limb[i] = doubled - carry * limb_base;
    }
}

static void halve(struct decimal* number) {
    uint32_t rest = 0;
    for (int i = 0; i < limbs; ++i) {
        const uint32_t whole = number->limb[i] + rest * limb_base;
        number->limb[i] = whole / 2;
        rest = whole % 2;
    }
    number->is_inexact |= (int)rest;
}

/* The number before the point where it is below 10^18, else the largest. */
static uint64_t whole_part(const struct decimal* number) {
    for (int i = 0; i < whole_limbs - 2; ++i)
        if (number->limb[i]) return UINT64_MAX;
    return (uint64_t)number->limb[whole_limbs - 2] * limb_base + number->limb[whole_limbs - 1];
}

static int has_fraction(const struct decimal* number) {
    for (int i = whole_limbs; i < limbs; ++i)
        if (number->limb[i]) return 1;
    return number->is_inexact;
}

static double from_bits(uint64_t bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* Moves the binary point until 54 bits stand before it (fewer for the smallest numbers), of which the last rounds. */
static double nearest(struct decimal* number) {
    int power = 0; /* the number is limb × 2^power */
    const uint64_t full = (uint64_t)1 << 54;
    while (whole_part(number) >= full) halve(number), ++power;
    while (power > -1075 && whole_part(number) < full / 2) twice(number), --power;
    const uint64_t whole = whole_part(number);
    uint64_t rounded = whole >> 1;
    if ((whole & 1) && (has_fraction(number) || (rounded & 1))) ++rounded;
    const int exponent = power + 1; /* the number is rounded × 2^exponent */
    if (rounded >> 52 == 0) return from_bits(rounded); /* below the normal numbers: exponent is -1074 */
    if (rounded >> 53) return from_bits((uint64_t)(exponent + 1 + 1075) << 52); /* rounded up to the next power of two */
    if (exponent + 1075 >= 2047) return from_bits((uint64_t)2047 << 52);
    return from_bits(((uint64_t)(exponent + 1075) << 52) | (rounded & (((uint64_t)1 << 52) - 1)));
}

static int is_digit(char letter) { return letter >= '0' && letter <= '9'; }

static int exponent_at(const char** text) {
    const char* at = *text;
    if (*at != 'e' && *at != 'E') return 0;
    ++at;
    const int is_negative = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    if (!is_digit(*at)) return 0;
    int exponent = 0;
    for (; is_digit(*at); ++at)
        if (exponent < 100000) exponent = exponent * 10 + (*at - '0');
    *text = at;
    return is_negative ? -exponent : exponent;
}

/* Up to 15 digits and a power of ten up to 22 are exact as doubles, so that one operation rounds once. */
static double few_digits(const char* digit, const char* end, int power) {
    double whole = 0, scale = 1;
    for (; digit < end; ++digit)
        if (*digit != '.') whole = whole * 10 + (*digit - '0');
    for (int i = power < 0 ? -power : power; i > 0; --i) scale *= 10;
    return power < 0 ? whole / scale : whole * scale;
}

double SMALL_STRTOD(const char* text, char** end);
double SMALL_STRTOD(const char* text, char** end) {
    const char* at = text;
    while (*at == ' ' || (*at >= '\t' && *at <= '\r')) ++at;
    const int is_negative = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    const char* const digits = at;
    int count = 0, before_point = 0, has_point = 0, leading_zeros = 0, is_zero = 1;
    for (; is_digit(*at) || (*at == '.' && !has_point); ++at) {
        if (*at == '.') {
            has_point = 1;
            continue;
        }
        ++count;
        before_point += !has_point;
        is_zero &= *at == '0';
        leading_zeros += is_zero;
    }
    if (count == 0) {
        if (end) *end = (char*)(uintptr_t)text;
        return 0;
    }
    const char* const digits_end = at;
    const int exponent = exponent_at(&at);
    if (end) *end = (char*)(uintptr_t)at;
    const int first_place = before_point - leading_zeros - 1 + exponent; /* of the first digit that is not 0 */
    const int last_place = exponent - (count - before_point);
    double value = 0;
    if (count - leading_zeros <= 15 && last_place >= -22 && last_place <= 22) {
        value = few_digits(digits, digits_end, last_place); /* nearly all there are */
    } else if (!is_zero && first_place > largest_power) {
        value = from_bits((uint64_t)2047 << 52);
    } else if (!is_zero && first_place >= -largest_power) {
        struct decimal number;
        memset(&number, 0, sizeof number);
        int place = before_point - 1 + exponent;
        for (const char* digit = digits; digit < digits_end; ++digit)
            if (*digit != '.') {
                if (place <= largest_power) put_digit(&number, place, *digit - '0'); /* above stand only zeros */
                --place;
            }
        value = nearest(&number);
    }
    return is_negative ? -value : value;
}

#ifdef REPLACES_LIBC
/* Of the same file of the C library; nlohmann's parser names them and never calls them. */
float strtof(const char* text, char** end) { return (float)strtod(text, end); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
#endif
