#include "unit.h"

#include <medfin/base/marks.h>

static void marks_are_counted_however_many_rows_there_are(void **state)
{
    (void)state;
    bool marks[100] = { 0 };
    assert_int_equal(marks_count(marks, 100), 0);
    marks[0] = marks[32] = marks[64] = marks[99] = true;
    assert_int_equal(marks_count(marks, 100), 4);
    assert_int_equal(marks_count(marks, 99), 3);
    assert_int_equal(marks_count(marks, 0), 0);
}

static void combinations_come_in_the_order_of_numbers(void **state)
{
    (void)state;
    bool marks[3] = { 0 };
    int expected = 0;
    do
        assert_int_equal(marks[0] + 2 * marks[1] + 4 * marks[2], expected++);
    while (marks_next(marks, 3));
    assert_int_equal(expected, 8);
    assert_int_equal(marks_count(marks, 3), 0);
}

static void of_nothing_there_is_one_combination(void **state)
{
    (void)state;
    assert_false(marks_next(NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_counted_however_many_rows_there_are),
        cmocka_unit_test(combinations_come_in_the_order_of_numbers),
        cmocka_unit_test(of_nothing_there_is_one_combination),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
