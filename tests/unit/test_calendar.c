#include "unit.h"

#include <medfin/base/calendar.h>

static void a_year_is_from_january_to_december(void **state)
{
    (void)state;
    const struct months year = months_of_year(2022);
    assert_int_equal(year.first, month_of(2022, 1));
    assert_int_equal(year.last, month_of(2022, 12));
    for (month at = year.first; at <= year.last; at++) {
        assert_int_equal(month_january(at), year.first);
        assert_int_equal(month_december(at), year.last);
        assert_int_equal(month_quarter(at), 1 + (at - year.first) / 3);
        assert_true(months_hold(year, at));
    }
    assert_false(months_hold(year, year.first - 1));
    assert_false(months_hold(year, year.last + 1));
    assert_int_equal(months_between(year.first, year.last), 12);
}

static void a_project_touches_years_in_part(void **state)
{
    (void)state;
    const struct months project = { month_of(2021, 12), month_of(2023, 1) };
    const struct years years = years_of(project);
    assert_int_equal(years.first, 2021);
    assert_int_equal(years.last, 2023);
    assert_int_equal(years_count(years), 3);
    assert_true(years_hold(years, 2021) && years_hold(years, 2023));
    assert_false(years_hold(years, 2020) || years_hold(years, 2024));
    const struct months last = months_shared(months_of_year(2023), project);
    assert_int_equal(last.first, month_of(2023, 1));
    assert_int_equal(last.last, month_of(2023, 1));
    assert_true(months_meet(months_of_year(2021), project));
    assert_false(months_meet(months_of_year(2024), project));
    assert_false(months_meet(project, months_of_year(2020)));
}

/* Each period begins where the one before ends, and holds every month of itself. */
static void periods_lie_side_by_side(void **state)
{
    (void)state;
    static const int lengths[] = { 1, MONTHS_OF_A_QUARTER, MONTHS_OF_A_YEAR / 2, MONTHS_OF_A_YEAR };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (month at = year_first(2021); at <= year_last(2022); at++) {
            month first = period_begin(at, lengths[i]), last = period_end(at, lengths[i]);
            assert_true(first <= at && at <= last);
            assert_int_equal(months_between(first, last), lengths[i]);
            assert_int_equal(period_begin(last + 1, lengths[i]), last + 1);
            assert_int_equal((month_number(first) - 1) % lengths[i], 0);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_from_january_to_december),
        cmocka_unit_test(a_project_touches_years_in_part),
        cmocka_unit_test(periods_lie_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
