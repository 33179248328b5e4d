#include <medfin/base/calendar.h>

struct years years_of(struct months months)
{
    return (struct years){ month_year(months.first), month_year(months.last) };
}

int years_count(struct years years)
{
    return years.last - years.first + 1;
}

bool years_hold(struct years years, int year)
{
    return year >= years.first && year <= years.last;
}

struct months months_of_year(int year)
{
    return (struct months){ year_first(year), year_last(year) };
}

struct months months_shared(struct months a, struct months b)
{
    return (struct months){ month_later(a.first, b.first), month_earlier(a.last, b.last) };
}

bool months_hold(struct months months, month at)
{
    return at >= months.first && at <= months.last;
}

bool months_meet(struct months a, struct months b)
{
    return a.first <= b.last && b.first <= a.last;
}

month period_begin(month at, int length)
{
    return at / length * length;
}

month period_end(month at, int length)
{
    return period_begin(at, length) + length - 1;
}

int month_quarter(month at)
{
    return (month_number(at) - 1) / MONTHS_OF_A_QUARTER + 1;
}
