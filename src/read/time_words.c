#include <medfin/read/time_words.h>

#include <stdlib.h>
#include <string.h>

#include <medfin/base/calendar.h>
#include <medfin/base/text.h>

#include "lines.h"

enum token {
    TOKEN_END,
    TOKEN_MONTH,   /* number 1..12 */
    TOKEN_YEAR,    /* number */
    TOKEN_DATE,    /* number: a month with its year */
    TOKEN_DAY,     /* a day of the month that follows */
    TOKEN_SEASON,  /* a part of a year, or a whole one */
    TOKEN_SPAN,    /* to */
    TOKEN_NOTHING, /* and, under, början av */
    TOKEN_WORDS,   /* words that say no time */
    TOKEN_FIGURES  /* figures that are no time */
};

struct word_row {
    const char *word;
    enum token token;
    int number;
};

static const struct word_row word_rows[] = {
    { "januari", TOKEN_MONTH, 1 },   { "februari", TOKEN_MONTH, 2 },  { "mars", TOKEN_MONTH, 3 },
    { "april", TOKEN_MONTH, 4 },     { "maj", TOKEN_MONTH, 5 },       { "juni", TOKEN_MONTH, 6 },
    { "juli", TOKEN_MONTH, 7 },      { "augusti", TOKEN_MONTH, 8 },   { "september", TOKEN_MONTH, 9 },
    { "oktober", TOKEN_MONTH, 10 },  { "november", TOKEN_MONTH, 11 }, { "december", TOKEN_MONTH, 12 },
    { "jan", TOKEN_MONTH, 1 },       { "feb", TOKEN_MONTH, 2 },       { "febr", TOKEN_MONTH, 2 },
    { "mar", TOKEN_MONTH, 3 },       { "apr", TOKEN_MONTH, 4 },       { "jun", TOKEN_MONTH, 6 },
    { "jul", TOKEN_MONTH, 7 },       { "aug", TOKEN_MONTH, 8 },       { "sep", TOKEN_MONTH, 9 },
    { "sept", TOKEN_MONTH, 9 },      { "okt", TOKEN_MONTH, 10 },      { "nov", TOKEN_MONTH, 11 },
    { "dec", TOKEN_MONTH, 12 },      { "january", TOKEN_MONTH, 1 },   { "february", TOKEN_MONTH, 2 },
    { "march", TOKEN_MONTH, 3 },     { "may", TOKEN_MONTH, 5 },       { "june", TOKEN_MONTH, 6 },
    { "july", TOKEN_MONTH, 7 },      { "august", TOKEN_MONTH, 8 },    { "october", TOKEN_MONTH, 10 },
    { "oct", TOKEN_MONTH, 10 },      { "våren", TOKEN_SEASON, 0 },    { "vår", TOKEN_SEASON, 0 },
    { "sommaren", TOKEN_SEASON, 0 }, { "sommar", TOKEN_SEASON, 0 },   { "hösten", TOKEN_SEASON, 0 },
    { "höst", TOKEN_SEASON, 0 },     { "spring", TOKEN_SEASON, 0 },   { "summer", TOKEN_SEASON, 0 },
    { "autumn", TOKEN_SEASON, 0 },   { "året", TOKEN_SEASON, 0 },     { "helår", TOKEN_SEASON, 0 },
    { "löpande", TOKEN_SEASON, 0 },  { "ongoing", TOKEN_SEASON, 0 },  { "och", TOKEN_NOTHING, 0 },
    { "samt", TOKEN_NOTHING, 0 },    { "and", TOKEN_NOTHING, 0 },     { "i", TOKEN_NOTHING, 0 },
    { "in", TOKEN_NOTHING, 0 },      { "under", TOKEN_NOTHING, 0 },   { "början", TOKEN_NOTHING, 0 },
    { "mitten", TOKEN_NOTHING, 0 },  { "slutet", TOKEN_NOTHING, 0 },  { "av", TOKEN_NOTHING, 0 },
    { "hela", TOKEN_NOTHING, 0 },    { "den", TOKEN_NOTHING, 0 },     { "till", TOKEN_SPAN, 0 },
    { "to", TOKEN_SPAN, 0 },
};

/* One time of the text. */
struct item {
    int month; /* 1..12; 0: a part of the year, or the whole */
    int year;  /* 0: not said, or not yet */
    bool ends_span;
};

struct reader {
    const char *at, *end;
    int number; /* of the token */
    struct item items[MOST_TIMES];
    int count;
    bool has_figures, has_words, is_lost; /* what makes it uncertain */
    int days;                             /* that no month has followed yet */
    bool span_open;
};

static bool is_digit(const struct reader *reader, ptrdiff_t ahead)
{
    return reader->end - reader->at > ahead && reader->at[ahead] >= '0' && reader->at[ahead] <= '9';
}

/* Takes a number, and says how many digits it had. */
static int take_digits(struct reader *reader)
{
    int digits = 0;
    for (reader->number = 0; is_digit(reader, 0); reader->at++, digits++)
        if (digits < 6)
            reader->number = reader->number * 10 + (*reader->at - '0');
    return digits;
}

static bool is_month_number(int number)
{
    return number >= 1 && number <= 12;
}

static bool is_year(int digits, int number)
{
    return digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR;
}

/* 2021, 2021-03, 2021-03-15 */
static enum token take_year(struct reader *reader)
{
    int year = reader->number;
    bool is_date = *reader->at == '-' && is_digit(reader, 1) && is_digit(reader, 2) && !is_digit(reader, 3);
    if (!is_date)
        return TOKEN_YEAR;
    reader->at++;
    take_digits(reader);
    if (!is_month_number(reader->number))
        return TOKEN_FIGURES;
    int number = reader->number;
    if (*reader->at == '-' && is_digit(reader, 1)) {
        reader->at++;
        if (take_digits(reader) != 2 || reader->number < 1 || reader->number > 31)
            return TOKEN_FIGURES;
    }
    reader->number = month_of(year, number);
    return TOKEN_DATE;
}

/* 12 (mars), 15/3 */
static enum token take_number(struct reader *reader)
{
    int digits = take_digits(reader), day = reader->number;
    if (is_year(digits, day))
        return take_year(reader);
    if (digits > 2 || day < 1 || day > 31)
        return TOKEN_FIGURES;
    if (*reader->at != '/' || !is_digit(reader, 1))
        return TOKEN_DAY;
    reader->at++;
    return take_digits(reader) <= 2 && is_month_number(reader->number) ? TOKEN_MONTH : TOKEN_FIGURES;
}

static bool begins_mark(const struct reader *reader, const char *mark)
{
    size_t size = strlen(mark);
    return (size_t)(reader->end - reader->at) >= size && memcmp(reader->at, mark, size) == 0;
}

/* A comma, a dash, a stop; its size, or 0. */
static size_t mark_size(const struct reader *reader, enum token *token)
{
    static const char *const spans[] = { "-", "–", "—", "\u2011" };
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        if (begins_mark(reader, spans[i])) {
            *token = TOKEN_SPAN;
            return strlen(spans[i]);
        }
    *token = TOKEN_NOTHING;
    return strchr(",;&+/.\n", *reader->at) ? 1 : 0;
}

/* Q1, kv. 2, kvartal 3: the first month of the quarter. */
static enum token take_quarter(struct reader *reader)
{
    reader->at += begins_mark(reader, ".");
    reader->at = blanks_skip(reader->at, reader->end);
    if (take_digits(reader) != 1 || reader->number < 1 || reader->number > 4)
        return TOKEN_FIGURES;
    reader->number = 3 * reader->number - 2;
    return TOKEN_MONTH;
}

static enum token take_word(struct reader *reader)
{
    static const char *const quarters[] = { "q", "kv", "kvartal", "quarter" };
    char word[64];
    size_t size = 0;
    enum token mark;
    while (reader->at < reader->end && !blank_size(reader->at, reader->end) && !mark_size(reader, &mark) &&
           !is_digit(reader, 0)) {
        if (size + 1 < sizeof word)
            word[size++] = *reader->at;
        reader->at++;
    }
    word[size] = '\0';
    for (size_t i = 0; i < sizeof quarters / sizeof *quarters; i++)
        if (text_same(word, quarters[i]))
            return take_quarter(reader);
    for (size_t i = 0; i < sizeof word_rows / sizeof *word_rows; i++)
        if (text_same(word, word_rows[i].word)) {
            reader->number = word_rows[i].number;
            return word_rows[i].token;
        }
    return TOKEN_WORDS;
}

static enum token take_token(struct reader *reader)
{
    reader->at = blanks_skip(reader->at, reader->end);
    if (reader->at == reader->end)
        return TOKEN_END;
    enum token token;
    size_t size = mark_size(reader, &token);
    reader->at += size;
    if (size)
        return token;
    return is_digit(reader, 0) ? take_number(reader) : take_word(reader);
}

static void add_item(struct reader *reader, int number, int year)
{
    struct item *last = reader->count ? &reader->items[reader->count - 1] : NULL;
    /* "2021 mars": the year stood before its month. */
    bool is_behind = last && !last->month && last->year && number && !year && !reader->span_open;
    if (is_behind)
        last->month = number;
    else if (reader->count == MOST_TIMES)
        reader->is_lost = true;
    else
        reader->items[reader->count++] = (struct item){ number, year, reader->span_open };
    reader->span_open = false;
    reader->days = 0;
}

/* A year is that of all times before it that have none. */
static void take_year_of(struct reader *reader, int year)
{
    bool is_of_some = false;
    for (int i = 0; i < reader->count; i++)
        if (!reader->items[i].year) {
            reader->items[i].year = year;
            is_of_some = true;
        }
    if (!is_of_some)
        add_item(reader, 0, year);
}

static void take_all(struct reader *reader)
{
    for (enum token token; (token = take_token(reader)) != TOKEN_END;)
        switch (token) {
        case TOKEN_MONTH:
        case TOKEN_SEASON:
            add_item(reader, reader->number, 0);
            break;
        case TOKEN_DATE:
            add_item(reader, month_number(reader->number), month_year(reader->number));
            break;
        case TOKEN_YEAR:
            take_year_of(reader, reader->number);
            break;
        case TOKEN_DAY:
            reader->days++;
            break;
        case TOKEN_SPAN:
            reader->span_open = reader->count > 0 && !reader->days;
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

static int by_time(const void *left, const void *right)
{
    month a = *(const month *)left, b = *(const month *)right;
    return a < b ? -1 : a > b;
}

/* False if a month is not certain, or outside. */
static bool add_month(struct time_words *times, const struct item *item, month first, month last)
{
    month at = item->year ? month_of(item->year, item->month) : only_month(item->month, first, last);
    if (at < first || at > last)
        return false;
    for (int i = 0; i < times->month_count; i++)
        if (times->months[i] == at)
            return true;
    times->months[times->month_count++] = at;
    return true;
}

/* The one year that all times lie in; 0 if there is none. */
static int common_year(const struct reader *reader, int only)
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

static bool has_digit(const char *text)
{
    return text[strcspn(text, "0123456789")] != '\0';
}

struct time_words time_words_read(const char *text, month first, month last)
{
    struct reader reader = { .at = text, .end = text + strlen(text) };
    struct time_words times = { 0 };
    const struct years years = years_of((struct months){ first, last });
    int only = years.first == years.last ? years.first : 0;
    take_all(&reader);
    bool is_certain = !reader.has_figures && !reader.is_lost && !reader.days && !reader.has_words;
    bool all_months = reader.count > 0;
    for (int i = 0; is_certain && i < reader.count; i++) {
        bool has_month = reader.items[i].month > 0;
        if (has_month && !reader.items[i].ends_span)
            all_months = add_month(&times, &reader.items[i], first, last) && all_months;
        all_months = all_months && has_month;
    }
    if (is_certain && all_months) {
        qsort(times.months, (size_t)times.month_count, sizeof *times.months, by_time);
        return times;
    }
    times.month_count = 0;
    /* Without a figure in it the text can only mean the plan's own year, if that is one. */
    int year = is_certain ? common_year(&reader, only) : has_digit(text) ? 0 : only;
    if (years_hold(years, year))
        times.year = year;
    return times;
}
