#include "number.h"

#include <ctype.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum number_form number_form_of_id(long id)
{
    static const struct {
        int first, last;
        enum number_form form;
    } built_in[] = {
        { 9, 10, NUMBER_PERCENT },    { 14, 16, NUMBER_DATE }, { 17, 17, NUMBER_MONTH }, { 18, 21, NUMBER_TIME },
        { 22, 22, NUMBER_DATE_TIME }, { 27, 36, NUMBER_DATE }, { 45, 47, NUMBER_TIME },  { 50, 58, NUMBER_DATE },
    };
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        if (id >= built_in[i].first && id <= built_in[i].last)
            return built_in[i].form;
    return NUMBER_PLAIN;
}

/* Past what a code shows as it stands: "kr", \k, [Red], the room of a sign, what fills a cell. [h] is a time. */
static const char *literal_skip(const char *at)
{
    if (*at == '"' || (*at == '[' && !strchr("hHmMsS", at[1]))) {
        const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
        return end ? end + 1 : at + strlen(at);
    }
    if (strchr("\\_*", *at) && at[1])
        return at + 2;
    static const char *const words[] = { "General", "AM/PM", "A/P" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            return at + strlen(words[i]);
    return at;
}

enum number_form number_form_of_code(const char *code)
{
    bool has[UCHAR_MAX + 1] = { false };
    for (const char *at = code, *next; *at && *at != ';'; at = next) {
        next = literal_skip(at);
        if (next == at)
            has[tolower((unsigned char)*next++)] = true;
    }
    bool is_timed = has['h'] || has['s'];
    if (has['%'])
        return NUMBER_PERCENT;
    if (has['d'])
        return is_timed ? NUMBER_DATE_TIME : NUMBER_DATE;
    if (is_timed)
        return has['y'] ? NUMBER_DATE_TIME : NUMBER_TIME;
    return has['m'] ? NUMBER_MONTH : has['y'] ? NUMBER_YEAR : NUMBER_PLAIN;
}

/* 0.d₁d₂… × 10^point, without zeros at its end. */
struct figures {
    char digits[32];
    int count, point;
};

static void drop_zeros(struct figures *figures)
{
    while (figures->count && figures->digits[figures->count - 1] == '0')
        figures->count--;
}

/* "12.5", "-1.0000000000000001E-2" as its figures; false if it is no number. */
static bool figures_read(const char *number, struct figures *figures)
{
    const char *at = number + (*number == '-');
    bool is_behind = false, is_number = false;
    *figures = (struct figures){ .count = 0 };
    for (; isdigit((unsigned char)*at) || (*at == '.' && !is_behind); at++) {
        if (*at == '.') {
            is_behind = true;
            continue;
        }
        is_number = true;
        bool is_leading = !figures->count && *at == '0';
        figures->point += is_behind ? -is_leading : !is_leading;
        if (!is_leading && figures->count < (int)sizeof figures->digits)
            figures->digits[figures->count++] = *at;
    }
    if (is_number && (*at == 'e' || *at == 'E')) {
        enum { FURTHEST = 400 }; /* no double's exponent is larger */
        char *end;
        long exponent = strtol(at + 1, &end, 10);
        is_number = end > at + 1 && exponent > -FURTHEST && exponent < FURTHEST;
        figures->point += (int)exponent;
        at = end;
    }
    drop_zeros(figures);
    return is_number && !*at;
}

/* To so many digits, halves away from zero. */
static void figures_round(struct figures *figures, int kept)
{
    if (kept >= figures->count)
        return;
    bool is_up = kept >= 0 && figures->digits[kept] >= '5';
    figures->count = kept > 0 ? kept : 0;
    while (is_up && figures->count && figures->digits[figures->count - 1] == '9')
        figures->count--;
    if (is_up && figures->count) {
        figures->digits[figures->count - 1]++;
    } else if (is_up) {
        figures->digits[figures->count++] = '1';
        figures->point++;
    }
    drop_zeros(figures);
}

static void figures_add(struct text *out, const struct figures *figures, bool is_negative)
{
    int count = figures->count, whole = !count || figures->point < 0 ? 0 : figures->point;
    int shown = whole < count ? whole : count;
    text_add(out, is_negative && count ? "-" : "");
    text_add(out, whole ? "" : "0");
    text_add_bytes(out, figures->digits, (size_t)shown);
    text_fill(out, '0', whole - shown);
    if (shown == count)
        return;
    text_add(out, ",");
    text_fill(out, '0', figures->point < 0 ? -figures->point : 0);
    text_add_bytes(out, figures->digits + shown, (size_t)(count - shown));
}

struct date {
    int year, month, day;
};

/* The date so many days after 1 March 0000, by eras of 400 years: Howard Hinnant, "chrono-compatible low-level date
   algorithms". */
static struct date date_of(int days)
{
    int era = days / 146097, in_era = days % 146097;
    int year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (365 * year + year / 4 - year / 100);
    int from_march = (5 * in_year + 2) / 153;
    int calendar_month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (struct date){ year + era * 400 + (calendar_month <= 2), calendar_month,
                          in_year - (153 * from_march + 2) / 5 + 1 };
}

/* The day of a serial number. The calendar of 1900 has a 29 February that never was, its day 60. */
static struct date date_of_serial(int serial, bool is_1904)
{
    enum { LAST_OF_1899 = 693900, FIRST_OF_1904 = 695361 }; /* 1899-12-31 and 1904-01-01, counted so */
    if (is_1904)
        return date_of(FIRST_OF_1904 + serial);
    return date_of(LAST_OF_1899 + serial - (serial >= 60));
}

enum { LAST_SERIAL = 2958465, MINUTES = 24 * 60 }; /* 9999-12-31 */

/* So many minutes are in the days; -1 if they are none of the calendar. */
static int64_t minutes_of(const struct figures *days)
{
    enum { WHOLE_MOST = 7, DECIMALS = 9, HALF = 500000000, BILLION = 1000000000 };
    int64_t billionths = 0;
    if (days->point > WHOLE_MOST)
        return -1;
    for (int i = 0; i < days->point + DECIMALS; i++)
        billionths = billionths * 10 + (i < days->count ? days->digits[i] - '0' : 0);
    return billionths / BILLION <= LAST_SERIAL ? (billionths * MINUTES + HALF) / BILLION : -1;
}

static void time_add(struct text *out, int64_t minutes, enum number_form form, bool is_1904)
{
    int within = (int)(minutes % MINUTES);
    struct date date = date_of_serial((int)(minutes / MINUTES), is_1904);
    if (form == NUMBER_TIME)
        text_addf(out, "%02d:%02d", (int)(minutes / 60), within % 60);
    else if (form == NUMBER_YEAR)
        text_addf(out, "%04d", date.year);
    else if (form == NUMBER_MONTH)
        text_addf(out, "%04d-%02d", date.year, date.month);
    else
        text_addf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (form == NUMBER_DATE_TIME && within)
        text_addf(out, " %02d:%02d", within / 60, within % 60);
}

void number_add(struct text *out, const char *number, enum number_form form, bool is_1904, bool is_computed)
{
    enum { DIGITS = 15, DECIMALS_COMPUTED = 2, PERCENT_SHIFT = 2 };
    struct figures figures;
    bool is_negative = *number == '-';
    if (!figures_read(number, &figures)) {
        text_add(out, number);
        return;
    }
    figures_round(&figures, DIGITS);
    int64_t minutes = form > NUMBER_PERCENT && !is_negative ? minutes_of(&figures) : -1;
    if (minutes >= 0) {
        time_add(out, minutes, form, is_1904);
        return;
    }
    if (form == NUMBER_PERCENT)
        figures.point += PERCENT_SHIFT;
    else if (is_computed)
        figures_round(&figures, figures.point + DECIMALS_COMPUTED);
    figures_add(out, &figures, is_negative);
    text_add(out, form == NUMBER_PERCENT ? " %" : "");
}
