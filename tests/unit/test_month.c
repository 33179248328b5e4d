#include "unit.h"

#include <medfin/base/month.h>

static void months_and_their_parts_agree(void **state)
{
    (void)state;
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        for (int number = 1; number <= 12; number++) {
            month at = month_of(year, number);
            assert_int_equal(month_year(at), year);
            assert_int_equal(month_number(at), number);
        }
}

static void months_follow_each_other(void **state)
{
    (void)state;
    assert_int_equal(month_of(2021, 12) + 1, month_of(2022, 1));
    assert_int_equal(month_of(2023, 12) - month_of(2021, 1), 35);
    assert_int_equal(month_of(0, 1), 0);
}

static void months_as_text(void **state)
{
    assert_string_equal(month_text(*state, month_of(2022, 5)), "2022-05");
    assert_string_equal(month_text(*state, month_of(FIRST_YEAR, 1)), "1900-01");
    assert_string_equal(month_text(*state, month_of(LAST_YEAR, 12)), "2199-12");
}

/* By the calendar: 1900 is no leap year, 2000 is one. */
static void dates_are_of_the_calendar(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool year_only;
        month at; /* -1: no date */
    } cases[] = {
        { "2022-09", false, 2022 * 12 + 8 },
        { "2022-09-15", false, 2022 * 12 + 8 },
        { "2022-09-01", false, 2022 * 12 + 8 },
        { "2022-09-30", false, 2022 * 12 + 8 },
        { "2022-12-31", false, 2022 * 12 + 11 },
        { "2024-02-29", false, 2024 * 12 + 1 },
        { "2000-02-29", false, 2000 * 12 + 1 },
        { "2022", true, 2022 * 12 },
        { "1900-01-01", false, 1900 * 12 },
        { "2199-12-31", false, 2199 * 12 + 11 },
        { "2022-09-00", false, -1 },
        { "2022-09-31", false, -1 },
        { "2023-02-29", false, -1 },
        { "1900-02-29", false, -1 },
        { "2022-00", false, -1 },
        { "2022-13", false, -1 },
        { "2022-00-10", false, -1 },
        { "1899-12", false, -1 },
        { "2200-01", false, -1 },
        { "2022/09", false, -1 },
        { "2022-09/15", false, -1 },
        { "2022-9-15", false, -1 },
        { "2022-0a", false, -1 },
        { "2022-09-1:", false, -1 },
        { "2022-09-1/", false, -1 },
        { "2022-09", true, -1 },
        { "2022", false, -1 },
        { "20:2", true, -1 },
        { "", false, -1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        month at = -1;
        if (date_read(cases[i].text, cases[i].year_only, &at) != (cases[i].at >= 0) || at != cases[i].at)
            fail_msg("'%s' is month %d", cases[i].text, (int)at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_and_their_parts_agree),
        cmocka_unit_test(months_follow_each_other),
        ARENA_TEST(months_as_text),
        cmocka_unit_test(dates_are_of_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
