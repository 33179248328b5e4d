#include <medfin/base/month.h>

#include <string.h>

const char *month_text(struct arena *arena, month at)
{
    return arena_text(arena, "%04d-%02d", month_year(at), month_number(at));
}

/* Digits of exactly that count, as a number; -1 if they are not. */
static int digits(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = 10 * number + text[i] - '0';
    }
    return number;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int month_days(month at)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month_number(at) - 1] + (month_number(at) == 2 && is_leap(month_year(at)));
}

bool date_read(const char *text, bool year_only, month *at)
{
    size_t length = strlen(text);
    if (length != 4 && length != 7 && length != 10)
        return false;
    int year = digits(text, 4);
    if (year < FIRST_YEAR || year > LAST_YEAR || year_only != (length == 4))
        return false;
    int number = 1;
    if (length > 4) {
        number = text[4] == '-' ? digits(text + 5, 2) : -1;
        if (number < 1 || number > 12)
            return false;
    }
    if (length == 10) {
        int day = text[7] == '-' ? digits(text + 8, 2) : -1;
        if (day < 1 || day > month_days(month_of(year, number)))
            return false;
    }
    *at = month_of(year, number);
    return true;
}
