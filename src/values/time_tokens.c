#include "time_tokens.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/lines.h>

struct word_row {
    const char *word;
    enum token token;
    int number;
};

static const struct word_row word_rows[] = {
    { "januari", TOKEN_MONTH, 1 },    { "februari", TOKEN_MONTH, 2 },  { "mars", TOKEN_MONTH, 3 },
    { "april", TOKEN_MONTH, 4 },      { "maj", TOKEN_MONTH, 5 },       { "juni", TOKEN_MONTH, 6 },
    { "juli", TOKEN_MONTH, 7 },       { "augusti", TOKEN_MONTH, 8 },   { "september", TOKEN_MONTH, 9 },
    { "oktober", TOKEN_MONTH, 10 },   { "november", TOKEN_MONTH, 11 }, { "december", TOKEN_MONTH, 12 },
    { "jan", TOKEN_MONTH, 1 },        { "feb", TOKEN_MONTH, 2 },       { "febr", TOKEN_MONTH, 2 },
    { "mar", TOKEN_MONTH, 3 },        { "apr", TOKEN_MONTH, 4 },       { "jun", TOKEN_MONTH, 6 },
    { "jul", TOKEN_MONTH, 7 },        { "aug", TOKEN_MONTH, 8 },       { "sep", TOKEN_MONTH, 9 },
    { "sept", TOKEN_MONTH, 9 },       { "okt", TOKEN_MONTH, 10 },      { "nov", TOKEN_MONTH, 11 },
    { "dec", TOKEN_MONTH, 12 },       { "january", TOKEN_MONTH, 1 },   { "february", TOKEN_MONTH, 2 },
    { "march", TOKEN_MONTH, 3 },      { "may", TOKEN_MONTH, 5 },       { "june", TOKEN_MONTH, 6 },
    { "july", TOKEN_MONTH, 7 },       { "august", TOKEN_MONTH, 8 },    { "october", TOKEN_MONTH, 10 },
    { "oct", TOKEN_MONTH, 10 },       { "våren", TOKEN_SEASON, 0 },    { "vår", TOKEN_SEASON, 0 },
    { "sommaren", TOKEN_SEASON, 0 },  { "sommar", TOKEN_SEASON, 0 },   { "hösten", TOKEN_SEASON, 0 },
    { "höst", TOKEN_SEASON, 0 },      { "spring", TOKEN_SEASON, 0 },   { "summer", TOKEN_SEASON, 0 },
    { "autumn", TOKEN_SEASON, 0 },    { "året", TOKEN_SEASON, 0 },     { "helår", TOKEN_SEASON, 0 },
    { "löpande", TOKEN_SEASON, 0 },   { "ongoing", TOKEN_SEASON, 0 },  { "och", TOKEN_NOTHING, 0 },
    { "samt", TOKEN_NOTHING, 0 },     { "and", TOKEN_NOTHING, 0 },     { "i", TOKEN_NOTHING, 0 },
    { "in", TOKEN_NOTHING, 0 },       { "under", TOKEN_NOTHING, 0 },   { "början", TOKEN_NOTHING, 0 },
    { "mitten", TOKEN_NOTHING, 0 },   { "slutet", TOKEN_NOTHING, 0 },  { "av", TOKEN_NOTHING, 0 },
    { "hela", TOKEN_NOTHING, 0 },     { "den", TOKEN_NOTHING, 0 },     { "till", TOKEN_SPAN, 0 },
    { "to", TOKEN_SPAN, 0 },          { "tom", TOKEN_SPAN, 0 },        { "until", TOKEN_SPAN, 0 },
    { "from", TOKEN_FROM, 0 },        { "från", TOKEN_FROM, 0 },       { "fr", TOKEN_FROM, 0 },
    { "fom", TOKEN_FROM, 0 },         { "ht", TOKEN_SEASON, 0 },       { "vt", TOKEN_SEASON, 0 },
    { "kl", TOKEN_CLOCK, 0 },         { "klockan", TOKEN_CLOCK, 0 },   { "at", TOKEN_CLOCK, 0 },
    { "heldag", TOKEN_LENGTH, 2 },    { "heldagar", TOKEN_LENGTH, 2 }, { "halvdag", TOKEN_LENGTH, 1 },
    { "halvdagar", TOKEN_LENGTH, 1 }, { "en", TOKEN_COUNT, 1 },        { "två", TOKEN_COUNT, 2 },
    { "tre", TOKEN_COUNT, 3 },        { "fyra", TOKEN_COUNT, 4 },      { "two", TOKEN_COUNT, 2 },
    { "three", TOKEN_COUNT, 3 },
};

/* Days of the week say nothing that the date does not. */
static const char *const weekdays[] = { "måndag",   "tisdag", "onsdag",   "torsdag", "fredag",  "lördag",
                                        "söndag",   "mån",    "tis",      "ons",     "tors",    "tor",
                                        "fre",      "lör",    "sön",      "monday",  "tuesday", "wednesday",
                                        "thursday", "friday", "saturday", "sunday" };

static bool is_digit(const struct time_reader *reader, ptrdiff_t ahead)
{
    return reader->end - reader->at > ahead && reader->at[ahead] >= '0' && reader->at[ahead] <= '9';
}

/* Takes a number, and says how many digits it had. */
static int take_digits(struct time_reader *reader)
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

static bool is_day(int number)
{
    return number >= 1 && number <= 31;
}

/* A date that was read whole: the month it lies in. */
static enum token date_of(struct time_reader *reader, int year, int number, int day)
{
    if (!is_month_number(number) || (day && !is_day(day)))
        return TOKEN_FIGURES;
    reader->day = day;
    reader->number = month_of(year, number);
    return TOKEN_DATE;
}

/* The T of 2021-05-28T09:00 is a blank. */
static void skip_clock(struct time_reader *reader)
{
    reader->at += *reader->at == 'T' && is_digit(reader, 1);
}

/* 2021, 2021-03, 2021-03-15 */
static enum token take_year(struct time_reader *reader)
{
    int year = reader->number;
    bool is_date = *reader->at == '-' && is_digit(reader, 1) && is_digit(reader, 2) && !is_digit(reader, 3);
    if (!is_date)
        return TOKEN_YEAR;
    reader->at++;
    take_digits(reader);
    int number = reader->number, day = 0;
    if (*reader->at == '-' && is_digit(reader, 1)) {
        reader->at++;
        if (take_digits(reader) != 2 || !is_day(reader->number))
            return TOKEN_FIGURES;
        day = reader->number;
        skip_clock(reader);
    }
    return date_of(reader, year, number, day);
}

/* The year that two digits mean, if the plan has it; else 0. */
static int year_of_two(const struct time_reader *reader, int number)
{
    int year = 2000 + number;
    return years_hold(*reader->years, year) ? year : 0;
}

/* 28.5.2021, 28.5.21, 28.5. */
static enum token take_dotted(struct time_reader *reader, int day)
{
    reader->at++;
    take_digits(reader);
    int number = reader->number;
    if (*reader->at != '.' || !is_digit(reader, 1))
        return TOKEN_FIGURES; /* a time of day, or a date without its year */
    reader->at++;
    int digits = take_digits(reader), year = digits == 2 ? year_of_two(reader, reader->number) : reader->number;
    if (digits != 2 && !is_year(digits, year))
        return TOKEN_FIGURES;
    skip_clock(reader);
    return year ? date_of(reader, year, number, day) : TOKEN_FIGURES;
}

/* 21-05-28 is of 2021 or of 2028: the one that the plan has. */
static enum token take_short_date(struct time_reader *reader, int first)
{
    reader->at++;
    take_digits(reader);
    int number = reader->number;
    reader->at++;
    take_digits(reader);
    int last = reader->number, front = year_of_two(reader, first), back = year_of_two(reader, last);
    bool is_front = front && is_day(last), is_back = back && is_day(first);
    if (is_front == is_back)
        return TOKEN_FIGURES;
    return is_front ? date_of(reader, front, number, last) : date_of(reader, back, number, first);
}

/* Days since 30 December 1899, as spreadsheets keep a date: its month by years that begin in March. */
static enum token take_serial(struct time_reader *reader)
{
    enum { OF_400_YEARS = 146097, MARCH_OF_ZERO = 693899 };
    int days = reader->number + MARCH_OF_ZERO, era = days / OF_400_YEARS, of_era = days % OF_400_YEARS;
    int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / (OF_400_YEARS - 1)) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100), from_march = (5 * of_year + 2) / 153;
    int day = of_year - (153 * from_march + 2) / 5 + 1, number = from_march < 10 ? from_march + 3 : from_march - 9;
    return date_of(reader, era * 400 + years + (number <= 2), number, day);
}

static bool is_serial(int digits, int number)
{
    enum { FIRST_SERIAL = 32874, LAST_SERIAL = 73050 }; /* 1 January 1990 to 31 December 2099 */
    return digits == 5 && number >= FIRST_SERIAL && number <= LAST_SERIAL;
}

static bool begins_mark(const struct time_reader *reader, const char *mark)
{
    size_t size = strlen(mark);
    return (size_t)(reader->end - reader->at) >= size && memcmp(reader->at, mark, size) == 0;
}

/* A comma, a dash, a stop; its size, or 0. */
static size_t mark_size(const struct time_reader *reader, enum token *token)
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

/* 9.15, 09:15, 9, 00:00:00: minutes since midnight; -1 for none. */
static int take_time_of_day(struct time_reader *reader)
{
    if (!is_digit(reader, 0) || take_digits(reader) > 2)
        return -1;
    int minutes = 60 * reader->number;
    for (int i = 0; i < 2 && (*reader->at == '.' || *reader->at == ':') && is_digit(reader, 1); i++) {
        reader->at++;
        take_digits(reader);
        minutes += i ? 0 : reader->number;
    }
    return minutes;
}

static enum token take_clock(struct time_reader *reader)
{
    enum token mark = TOKEN_NOTHING;
    int from = take_time_of_day(reader);
    const char *behind = reader->at;
    reader->at = blanks_skip(reader->at, reader->end);
    size_t size = reader->at < reader->end ? mark_size(reader, &mark) : 0;
    if (size && mark == TOKEN_SPAN) {
        reader->at = blanks_skip(reader->at + size, reader->end);
        int to = take_time_of_day(reader);
        if (to <= from)
            return TOKEN_FIGURES;
        reader->minutes += to - from;
        reader->clocks++;
    } else {
        reader->at = behind;
    }
    return from < 0 ? TOKEN_FIGURES : TOKEN_NOTHING;
}

/* kl. 9.15 */
static enum token take_clock_of_word(struct time_reader *reader)
{
    reader->at += begins_mark(reader, ".");
    reader->at = blanks_skip(reader->at, reader->end);
    return take_clock(reader);
}

/* 12 (mars), 15/3 */
static enum token take_number(struct time_reader *reader)
{
    const char *from = reader->at;
    int digits = take_digits(reader), day = reader->number;
    if (digits <= 2 && *reader->at == ':' && is_digit(reader, 1)) {
        reader->at = from;
        return take_clock(reader);
    }
    if (is_year(digits, day))
        return take_year(reader);
    if (is_serial(digits, day))
        return take_serial(reader);
    bool is_short = digits == 2 && *reader->at == '-' && is_digit(reader, 1) && is_digit(reader, 2) &&
                    reader->at[3] == '-' && is_digit(reader, 4) && is_digit(reader, 5) && !is_digit(reader, 6);
    if (is_short)
        return take_short_date(reader, day);
    if (digits > 2 || !is_day(day))
        return TOKEN_FIGURES;
    if (*reader->at == '.' && is_digit(reader, 1))
        return take_dotted(reader, day);
    if (*reader->at != '/' || !is_digit(reader, 1))
        return TOKEN_DAY;
    reader->at++;
    reader->day = day;
    return take_digits(reader) <= 2 && is_month_number(reader->number) ? TOKEN_MONTH : TOKEN_FIGURES;
}

/* Q1, kv. 2, kvartal 3: the first month of the quarter. */
static enum token take_quarter(struct time_reader *reader)
{
    reader->at += begins_mark(reader, ".");
    reader->at = blanks_skip(reader->at, reader->end);
    if (take_digits(reader) != 1 || reader->number < 1 || reader->number > 4)
        return TOKEN_FIGURES;
    reader->number = 3 * reader->number - 2;
    return TOKEN_MONTH;
}

/* "maj-21" is of 2021 where the plan has that year. */
static enum token take_month(struct time_reader *reader)
{
    bool is_short = *reader->at == '-' && is_digit(reader, 1) && is_digit(reader, 2) && !is_digit(reader, 3);
    int number = reader->number;
    if (!is_short || reader->day_count)
        return TOKEN_MONTH;
    int year = year_of_two(reader, 10 * (reader->at[1] - '0') + reader->at[2] - '0');
    if (!year)
        return TOKEN_MONTH;
    reader->at += 3;
    return date_of(reader, year, number, 0);
}

static enum token take_word(struct time_reader *reader)
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
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (text_same(word, weekdays[i]))
            return TOKEN_NOTHING;
    for (size_t i = 0; i < sizeof word_rows / sizeof *word_rows; i++)
        if (text_same(word, word_rows[i].word)) {
            reader->number = word_rows[i].number;
            return word_rows[i].token == TOKEN_MONTH   ? take_month(reader)
                   : word_rows[i].token == TOKEN_CLOCK ? take_clock_of_word(reader)
                                                       : word_rows[i].token;
        }
    return TOKEN_WORDS;
}

/* "(med Norra gruppen)": who else meets. */
static bool take_with(struct time_reader *reader)
{
    static const char *const openings[] = { "(med ", "(tillsammans med ", "(with ", "(together with " };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const char *close = strchr(reader->at, ')');
        if (!begins_mark(reader, openings[i]) || !close)
            continue;
        reader->with = blanks_skip(reader->at + strlen(openings[i]), close);
        reader->with_size = (size_t)(blanks_trim(reader->with, close) - reader->with);
        reader->at = close + 1;
        return true;
    }
    return false;
}

/* Words with points in them; false for none. */
static bool take_phrase(struct time_reader *reader, enum token *token)
{
    static const struct {
        const char *text;
        enum token token;
    } phrases[] = { { "t.o.m.", TOKEN_SPAN },  { "t.o.m", TOKEN_SPAN },  { "t o m", TOKEN_SPAN },
                    { "fr.o.m.", TOKEN_FROM }, { "fr.o.m", TOKEN_FROM }, { "fr o m", TOKEN_FROM } };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (begins_mark(reader, phrases[i].text)) {
            reader->at += strlen(phrases[i].text);
            *token = phrases[i].token;
            return true;
        }
    *token = TOKEN_NOTHING;
    return take_with(reader);
}

enum token time_token(struct time_reader *reader)
{
    reader->at = blanks_skip(reader->at, reader->end);
    if (reader->at == reader->end)
        return TOKEN_END;
    enum token token;
    if (take_phrase(reader, &token))
        return token;
    size_t size = mark_size(reader, &token);
    reader->at += size;
    if (size)
        return token;
    return is_digit(reader, 0) ? take_number(reader) : take_word(reader);
}
