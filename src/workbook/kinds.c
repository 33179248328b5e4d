#include "kinds.h"

double power_of_ten(int exponent)
{
    double power = 1;
    for (int i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

int kind_decimals(enum kind kind)
{
    static const int decimals[KIND_KINDS] = { [KIND_MONEY] = 2, [KIND_SHARE] = 9, [KIND_DECIMAL] = 9, [KIND_FINE] = 9 };
    return decimals[kind];
}

double number_in(enum kind kind, int64_t value)
{
    return (double)value / power_of_ten(kind_decimals(kind));
}

enum book_number number_of(enum kind kind)
{
    static const enum book_number numbers[KIND_KINDS] = {
        [KIND_MONEY] = NUMBER_MONEY, [KIND_SHARE] = NUMBER_SHARE, [KIND_COUNT] = NUMBER_COUNT
    };
    return numbers[kind];
}
