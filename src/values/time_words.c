#include <medfin/values/time_words.h>

#include <string.h>

#include "time_tokens.h"

static void add_item(struct time_reader *reader, struct item item)
{
    struct item *last = reader->count ? &reader->items[reader->count - 1] : NULL;
    /* "2021 mars": the year stood before its month. */
    bool is_behind = last && !last->month && last->year && item.month && !item.year && !item.ends_span;
    if (is_behind)
        *last = (struct item){ item.day, item.month, last->year, last->ends_span };
    else if (reader->count == MOST_TIMES)
        reader->is_lost = true;
    else
        reader->items[reader->count++] = item;
    reader->span_open = false;
}

/* A month, with the days that stood before it. */
static void add_month_of_days(struct time_reader *reader, int number)
{
    if (!reader->day_count)
        add_item(reader, (struct item){ reader->day, number, 0, reader->span_open });
    for (int i = 0; i < reader->day_count; i++)
        add_item(reader, (struct item){ reader->days[i].day, number, 0, reader->days[i].ends_span });
    reader->day_count = 0;
    reader->day = 0;
}

static void add_day(struct time_reader *reader)
{
    if (reader->day_count == MOST_TIMES)
        reader->is_lost = true;
    else
        reader->days[reader->day_count++] = (struct item){ reader->number, 0, 0, reader->span_open };
    reader->span_open = false;
}

/* "heldag", "två heldagar", "2 heldagar". */
static void add_length(struct time_reader *reader)
{
    int number = reader->number_of ? reader->number_of : 1;
    if (!reader->number_of && reader->day_count)
        number = reader->days[--reader->day_count].day;
    reader->half_days += number * reader->number;
    reader->lengths += number;
    reader->number_of = 0;
}

/* A year is that of all times before it that have none. */
static void take_year_of(struct time_reader *reader, int year)
{
    bool is_of_some = false;
    for (int i = 0; i < reader->count; i++)
        if (!reader->items[i].year) {
            reader->items[i].year = year;
            is_of_some = true;
        }
    if (!is_of_some)
        add_item(reader, (struct item){ 0, 0, year, reader->span_open });
}

static void take_one(struct time_reader *reader, enum token token)
{
    switch (token) {
    case TOKEN_MONTH:
        add_month_of_days(reader, reader->number);
        break;
    case TOKEN_SEASON:
        add_item(reader, (struct item){ 0, 0, 0, reader->span_open });
        break;
    case TOKEN_DATE:
        add_item(reader, (struct item){ reader->day, month_number(reader->number), month_year(reader->number),
                                        reader->span_open });
        break;
    case TOKEN_YEAR:
        take_year_of(reader, reader->number);
        break;
    case TOKEN_DAY:
        add_day(reader);
        break;
    case TOKEN_SPAN:
        reader->span_open = reader->count || reader->day_count;
        break;
    case TOKEN_FROM:
        reader->is_from = true;
        break;
    case TOKEN_COUNT:
        reader->number_of = reader->number;
        break;
    case TOKEN_LENGTH:
        add_length(reader);
        break;
    case TOKEN_WORDS:
        reader->has_words = true;
        break;
    case TOKEN_FIGURES:
        reader->has_figures = true;
        break;
    default:
        break;
    }
}

static void take_all(struct time_reader *reader)
{
    for (enum token token; (token = time_token(reader)) != TOKEN_END;)
        take_one(reader, token);
    bool has_span = false;
    for (int i = 0; i < reader->count; i++)
        has_span = has_span || reader->items[i].ends_span;
    reader->has_words = reader->has_words || reader->number_of || (reader->is_from && !has_span);
}

/* The only month of the plan with that number, or −1. */
static month only_month(int number, month first, month last)
{
    month found = -1;
    for (month at = first; at <= last; at++)
        if (month_number(at) == number) {
            if (found >= 0)
                return -1;
            found = at;
        }
    return found;
}

/* Whether the month is said already, and not of another day. */
static bool is_said(const struct time_words *times, month at, int day)
{
    bool is_said = false;
    for (int i = 0; i < times->month_count; i++)
        is_said = is_said || (times->months[i] == at && (!day || !times->days[i] || times->days[i] == day));
    return is_said;
}

/* Puts the occasion where it stands in time. */
static void put_in_order(struct time_words *times, month at, int day)
{
    int i = times->month_count++;
    for (; i && (times->months[i - 1] > at || (times->months[i - 1] == at && times->days[i - 1] > day)); i--) {
        times->months[i] = times->months[i - 1];
        times->days[i] = times->days[i - 1];
    }
    times->months[i] = at;
    times->days[i] = day;
}

/* False if a month is not certain, or outside. */
static bool add_month(struct time_words *times, const struct time_reader *reader, int number, month first, month last)
{
    const struct item *item = &reader->items[number];
    month at = item->year ? month_of(item->year, item->month) : only_month(item->month, first, last);
    if (at < first || at > last)
        return false;
    if (!is_said(times, at, item->day))
        put_in_order(times, at, item->day);
    return true;
}

/* The one year that all times lie in; 0 if there is none. */
static int common_year(const struct time_reader *reader, int only)
{
    int year = reader->count ? 0 : only;
    for (int i = 0; i < reader->count; i++) {
        int own = reader->items[i].year ? reader->items[i].year : only;
        if (!own || (year && own != year))
            return 0;
        year = own;
    }
    return year;
}

/* What is said once is of each occasion; what is said of each is a part of all. 0 where those are not alike. */
static int of_each(int all, int said, int occasions)
{
    if (said < 2 || occasions < 2)
        return all;
    return all % occasions ? 0 : all / occasions;
}

static bool has_digit(const char *text)
{
    return text[strcspn(text, "0123456789")] != '\0';
}

struct time_words time_words_read(const char *text, month first, month last)
{
    const struct years years = years_of((struct months){ first, last });
    struct time_reader reader = { .at = text, .end = text + strlen(text), .years = &years };
    int only = years.first == years.last ? years.first : 0;
    take_all(&reader);
    struct time_words times = { .with = reader.with, .with_size = reader.with_size };
    bool is_certain = !reader.has_figures && !reader.is_lost && !reader.day_count && !reader.has_words;
    bool all_months = reader.count > 0;
    for (int i = 0; is_certain && i < reader.count; i++) {
        bool has_month = reader.items[i].month > 0;
        if (has_month && !reader.items[i].ends_span)
            all_months = add_month(&times, &reader, i, first, last) && all_months;
        all_months = all_months && has_month;
    }
    times.minutes = of_each(reader.minutes, reader.clocks, times.month_count);
    times.half_days = of_each(reader.half_days, reader.lengths, times.month_count);
    if (is_certain && all_months)
        return times;
    times.month_count = 0;
    /* Without a figure in it the text can only mean the plan's own year, if that is one. */
    int year = is_certain ? common_year(&reader, only) : has_digit(text) ? 0 : only;
    if (years_hold(years, year))
        times.year = year;
    return times;
}
