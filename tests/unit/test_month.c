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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_and_their_parts_agree),
        cmocka_unit_test(months_follow_each_other),
        ARENA_TEST(months_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
