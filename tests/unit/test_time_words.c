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

/* More times than there is room for are not told by the first of them. */
static void too_many_times_are_none(void **state)
{
    (void)state;
    char many[MOST_TIMES * sizeof "jan 2021, " + sizeof "feb 2021"] = "";
    for (int i = 0; i < MOST_TIMES; i++)
        strcat(many, "jan 2021, ");
    assert_months(many, last, 1, month_of(2021, 1), 0);
    assert_year(strcat(many, "feb 2021"), last, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_certain),
        cmocka_unit_test(a_plan_of_one_year_says_which),
        cmocka_unit_test(a_year_is_certain_where_its_months_are_not),
        cmocka_unit_test(what_is_not_certain_is_left),
        cmocka_unit_test(too_many_times_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
