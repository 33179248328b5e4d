/* Times as people write them: what is certain, and what must not be taken for it. */

#include "unit.h"

#include <string.h>

#include <medfin/values/time_words.h>

static const month first = 2021 * 12, last = 2021 * 12 + 11, last_of_three = 2023 * 12 + 11;

static void assert_months(const char *text, month end, int count, int a, int b)
{
    const struct time_words times = time_words_read(text, first, end);
    if (times.month_count != count || times.year || (count > 0 && times.months[0] != a) ||
        (count > 1 && times.months[1] != b))
        fail_msg("'%s' gives %d months, the first %d, year %d", text, times.month_count, (int)times.months[0],
                 times.year);
}

static void assert_year(const char *text, month end, int year)
{
    const struct time_words times = time_words_read(text, first, end);
    if (times.month_count || times.year != year)
        fail_msg("'%s' gives %d months and the year %d", text, times.month_count, times.year);
}

static void months_are_certain(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int year, number;
    } cases[] = {
        { "mars 2021", 2021, 3 },
        { "Mars 2022", 2022, 3 },
        { "mar. 2021", 2021, 3 },
        { "12 mars 2021", 2021, 3 },
        { "1 mars 2021", 2021, 3 },
        { "31 mars 2021", 2021, 3 },
        { "2021-03-01", 2021, 3 },
        { "2021-03-31", 2021, 3 },
        { "12–13 maj 2022", 2022, 5 },
        { "12-13 maj 2022", 2022, 5 },
        { "2021-03", 2021, 3 },
        { "2022-03-15", 2022, 3 },
        { "Q1 2021", 2021, 1 },
        { "kvartal 3 2022", 2022, 7 },
        { "Kv. 2 2023", 2023, 4 },
        { "Q4 2021", 2021, 10 },
        { "–mars 2021", 2021, 3 },
        { "mars och mars 2021", 2021, 3 },
        { "3 mars, mars 2021", 2021, 3 },
        { "mars, 3 mars 2021", 2021, 3 },
        { "3 mars, 3 mars 2021", 2021, 3 },
        { "mars–maj 2021", 2021, 3 },
        { "nov 2021–feb 2022", 2021, 11 },
        { "början av mars 2021", 2021, 3 },
        { "2021 mars", 2021, 3 },
        { "15/3 2021", 2021, 3 },
        { "15/mars 2021", 2021, 3 },
        { "September 2023", 2023, 9 },
        { "June 2021", 2021, 6 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_months(cases[i].text, last_of_three, 1, month_of(cases[i].year, cases[i].number), 0);
    /* The first and the last year that there are. */
    assert_int_equal(time_words_read("mars 1900", month_of(1900, 1), month_of(1900, 12)).month_count, 1);
    assert_int_equal(time_words_read("mars 2199", month_of(2199, 1), month_of(2199, 12)).month_count, 1);
    assert_months("mars och oktober 2021", last_of_three, 2, month_of(2021, 3), month_of(2021, 10));
    assert_months("okt 2022, mars 2021", last_of_three, 2, month_of(2021, 3), month_of(2022, 10));
    assert_months("17 mars, 3 mars 2021", last_of_three, 2, month_of(2021, 3), month_of(2021, 3));
    assert_months("17 och 3 mars 2021, 2 feb 2021", last_of_three, 3, month_of(2021, 2), month_of(2021, 3));
    assert_int_equal(time_words_read("17 mars och 3 mars", first, last).days[0], 3);
    assert_months("Q1, Q3 2021", last_of_three, 2, month_of(2021, 1), month_of(2021, 7));
}

/* In a plan of one year a month needs none, and neither does a text without figures. */
static void a_plan_of_one_year_says_which(void **state)
{
    (void)state;
    assert_months("mars", last, 1, month_of(2021, 3), 0);
    assert_months("12 maj", last, 1, month_of(2021, 5), 0);
    assert_months("15/3", last, 1, month_of(2021, 3), 0);
    assert_months("mars, oktober", last, 2, month_of(2021, 3), month_of(2021, 10));
    assert_year("hösten", last, 2021);
    assert_year("Vid behov", last, 2021);
    assert_year("", last, 2021);
    assert_year("mars", last_of_three, 0);
    assert_year("Vid behov", last_of_three, 0);
    assert_year("", last_of_three, 0);
}

static void a_year_is_certain_where_its_months_are_not(void **state)
{
    (void)state;
    assert_year("Hösten 2021", last_of_three, 2021);
    assert_year("under 2022", last_of_three, 2022);
    assert_year("2023", last_of_three, 2023);
    assert_year("våren och hösten 2022", last_of_three, 2022);
    assert_year("mars och hösten 2022", last_of_three, 2022);
}

/* None of these says a month or a year for certain. */
static void what_is_not_certain_is_left(void **state)
{
    (void)state;
    static const char *const texts[] = { "28-05-01",
                                         "21-05",
                                         "v. 12",
                                         "före 2022",
                                         "2021–2022",
                                         "vintern 2021",
                                         "hösten 2021 eller våren 2022",
                                         "13/13 2021",
                                         "2021-13",
                                         "mars 2020",
                                         "Q5 2021",
                                         "årsmötet 2021",
                                         "1:a kvartalet 2021",
                                         "32 mars 2021",
                                         "0 mars 2021",
                                         "2021-03-00",
                                         "2021-03-32",
                                         "2021-03-1",
                                         "2021-3",
                                         "2021-123",
                                         "2021-00",
                                         "2021-12-x",
                                         "20210301",
                                         "0999",
                                         "2200",
                                         "15/x 2021",
                                         "15/123 2021",
                                         "Q0 2021",
                                         "Q12 2021",
                                         "2021, 2022-03",
                                         "2021 hösten",
                                         "mars 2030",
                                         "en lång rad av ord utan blanktecken: "
                                         "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
                                         "15/0 2021",
                                         "202103",
                                         "12",
                                         "efter mars 2021",
                                         "2024",
                                         NULL };
    for (int i = 0; texts[i]; i++)
        assert_year(texts[i], last_of_three, 0);
    assert_year("28-05-01", last, 0);
    assert_year("v. 12", last, 0);
}

/* A spreadsheet's number counts from 30 December 1899: 44197 is 1 January 2021, 44255 the last of February. */
static const struct {
    const char *text;
    int number, day; /* of 2021; 0: nothing is certain */
} dates[] = {
    { "28.5.2021", 5, 28 },
    { "28.5.21", 5, 28 },
    { "28.5.2021T09:00", 5, 28 },
    { "28.5.99", 0, 0 },
    { "28.5.1899", 0, 0 },
    { "28.13.2021", 0, 0 },
    { "28.5.123", 0, 0 },
    { "28.5", 0, 0 },
    { "28.5.", 0, 0 },
    { "32.5.2021", 0, 0 },
    { "2021-05-28T09:00", 5, 28 },
    { "2021-05-28 09:00:00", 5, 28 },
    { "2021-05-28Ta", 0, 0 },
    { "21-05-28", 5, 28 },
    { "28-05-21", 5, 28 },
    { "21-05-22", 0, 0 }, /* of 2021 or of 2022 */
    { "21-05-45", 0, 0 },
    { "45-05-21", 0, 0 },
    { "30-05-29", 0, 0 },
    { "21-5-28", 0, 0 },
    { "21-05-2", 0, 0 },
    { "21-05-288", 0, 0 },
    { "21-0528", 0, 0 },
    { "44197", 1, 1 },
    { "44255", 2, 28 },
    { "44256", 3, 1 },
    { "44561", 12, 31 },
    { "44561,5", 0, 0 },
    { "32873", 0, 0 },
    { "73051", 0, 0 },
    { "123", 0, 0 },
    { "maj-21", 5, 0 },
    { "maj-35", 0, 0 },
    { "maj-213", 0, 0 },
    { "maj-2", 0, 0 },
    { "12 maj-21", 0, 0 },
    { "15/ 2021", 0, 0 },
    { "15/5/2021", 5, 15 },
    { "kv1 2021", 1, 0 },
    { "från mars 2021", 0, 0 },
    { "från mars till maj 2021", 3, 0 },
    { "fr.o.m. mars t.o.m. maj 2021", 3, 0 },
    { "fr o m mars t o m maj 2021", 3, 0 },
    { "12 maj – 3 juni 2021", 5, 12 },
    { "12—13 maj 2021", 5, 12 },
    { "12‑13 maj 2021", 5, 12 },
    { "maj 2021 \u00a0", 5, 0 },
};

static void dates_are_read_in_many_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        const struct time_words times = time_words_read(dates[i].text, first, last_of_three);
        const int count = dates[i].number > 0;
        if (times.month_count != count || times.year ||
            (count && (times.months[0] != month_of(2021, dates[i].number) || times.days[0] != dates[i].day)))
            fail_msg("'%s' gives %d months, the first %d on day %d, and the year %d", dates[i].text, times.month_count,
                     (int)times.months[0], times.days[0], times.year);
    }
    assert_months("45351", month_of(2024, 12), 1, month_of(2024, 2), 0); /* a leap day */
    assert_int_equal(time_words_read("32874", month_of(1990, 1), month_of(1990, 12)).months[0], month_of(1990, 1));
    assert_int_equal(time_words_read("73050", month_of(2099, 1), month_of(2099, 12)).months[0], month_of(2099, 12));
    assert_int_equal(time_words_read("73050", month_of(2099, 1), month_of(2099, 12)).days[0], 31);
}

/* How long it is: 9.15 to 12 are 165 minutes, and a whole day is two halves. */
static void a_time_says_how_long_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int months, minutes, half_days;
    } cases[] = {
        { "onsdag 8 mars, kl 9.15-12.00", 1, 165, 0 },
        { "8 mars kl. 9 – 12", 1, 180, 0 },
        { "8 mars klockan 9:15:30—10:45:00", 1, 90, 0 },
        { "9:15-10 8 mars", 1, 45, 0 },
        { "9: 8 mars", 0, 0, 0 },
        { "kl 9.15, 8 mars", 1, 0, 0 },
        { "kl 9 8 mars", 1, 0, 0 },
        { "3 mars kl 9-12, 17 mars kl 13-14", 2, 120, 0 },
        { "3 och 17 mars, kl 9-12", 2, 180, 0 },
        { "3 och 17 mars, två heldagar", 2, 0, 2 },
        { "3 och 17 mars, heldag", 2, 0, 2 },
        { "3 och 17 mars, tre halvdagar", 2, 0, 0 },
        { "8 mars kl 9-12, kl 13-14", 1, 240, 0 },
        { "8 mars kl 12-9", 0, 0, 0 },
        { "8 mars kl 9-x", 0, 0, 0 },
        { "8 mars kl x", 0, 0, 0 },
        { "8 mars kl 123", 0, 0, 0 },
        { "8 mars kl", 0, 0, 0 },
        { "8 mars, heldag", 1, 0, 2 },
        { "8 mars halvdag.", 1, 0, 1 },
        { "8 mars - 9 mars, två heldagar", 1, 0, 4 },
        { "8 mars, 3 halvdagar", 1, 0, 3 },
        { "8 mars, två", 0, 0, 0 },
        { "8 mars, heldag (med A", 0, 0, 2 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct time_words times = time_words_read(cases[i].text, first, last);
        if (times.month_count != cases[i].months || times.minutes != cases[i].minutes ||
            times.half_days != cases[i].half_days)
            fail_msg("'%s' gives %d months, %d minutes and %d half days", cases[i].text, times.month_count,
                     times.minutes, times.half_days);
    }
    const struct time_words with = time_words_read("8 mars (together with  A och B ), heldag", first, last);
    assert_int_equal(with.with_size, strlen("A och B"));
    assert_memory_equal(with.with, "A och B", with.with_size);
    assert_int_equal(with.month_count, 1);
    assert_null(time_words_read("8 mars (A)", first, last).with);
}

/* More times than there is room for are not told by the first of them. */
static void too_many_times_are_none(void **state)
{
    (void)state;
    char many[MOST_TIMES * sizeof "jan 2021, " + sizeof "feb 2021"] = "";
    for (int i = 0; i < MOST_TIMES; i++)
        strcat(many, "jan 2021, ");
    assert_months(many, last, 1, month_of(2021, 1), 0);
    assert_year(strcat(many, "feb 2021"), last, 0);
    char days[(MOST_TIMES + 1) * sizeof "1, " + sizeof "mars"] = "";
    for (int i = 0; i <= MOST_TIMES; i++)
        strcat(days, "1, ");
    assert_year(strcat(days, "mars"), last, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_certain),
        cmocka_unit_test(a_plan_of_one_year_says_which),
        cmocka_unit_test(a_year_is_certain_where_its_months_are_not),
        cmocka_unit_test(what_is_not_certain_is_left),
        cmocka_unit_test(dates_are_read_in_many_forms),
        cmocka_unit_test(a_time_says_how_long_it_is),
        cmocka_unit_test(too_many_times_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
