/* Numbers of workbooks as they are read; what each is was worked out by hand or with Python's decimal and datetime. */

#include "unit.h"

#include "../../src/sheet/number.h"

static void assert_read(struct arena *arena, const char *number, enum number_form form, const char *expected)
{
    struct text out = text_new(arena);
    number_add(&out, number, form, false, false);
    assert_string_equal(out.bytes, expected);
}

static void assert_computed(struct arena *arena, const char *number, const char *expected)
{
    struct text out = text_new(arena);
    number_add(&out, number, NUMBER_PLAIN, false, true);
    assert_string_equal(out.bytes, expected);
}

static void numbers_are_what_was_typed(void **state)
{
    static const char *const read[][2] = {
        { "0", "0" },
        { "-0", "0" },
        { "7", "7" },
        { "1000000", "1000000" },
        { "0.10000000000000001", "0,1" },
        { "0.30000000000000004", "0,3" },
        { "0.29999999999999999", "0,3" },
        { "66.5", "66,5" },
        { "-12.25", "-12,25" },
        { "1E+3", "1000" },
        { "1.5e-3", "0,0015" },
        { "0.005", "0,005" },
        { "123456789012345", "123456789012345" },
        { "99999999999999.999", "100000000000000" },
        { "9.9999999999999999E-2", "0,1" },
        { "1E400", "1E400" },
        { "", "" },
        { ".", "." },
        { "1.2.3", "1.2.3" },
        { "12a", "12a" },
        { "1E", "1E" },
        { "NaN", "NaN" },
    };
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        assert_read(*state, read[i][0], NUMBER_PLAIN, read[i][1]);
    assert_read(*state, "0.125", NUMBER_PERCENT, "12,5 %");
    assert_read(*state, "0.070000000000000007", NUMBER_PERCENT, "7 %");
    assert_read(*state, "1", NUMBER_PERCENT, "100 %");
    assert_read(*state, "2.0000000000000001E-4", NUMBER_PERCENT, "0,02 %");
}

static void what_was_computed_is_rounded_to_ore(void **state)
{
    assert_computed(*state, "1234.5678", "1234,57");
    assert_computed(*state, "2.6749999999999998", "2,68"); /* 2,675 as it is typed */
    assert_computed(*state, "0.005", "0,01");
    assert_computed(*state, "0.0049", "0");
    assert_computed(*state, "-0.0049", "0");
    assert_computed(*state, "99.996", "100");
    assert_computed(*state, "1234.5", "1234,5");
}

static void days_are_dates(void **state)
{
    assert_read(*state, "1", NUMBER_DATE, "1900-01-01");
    assert_read(*state, "59", NUMBER_DATE, "1900-02-28");
    assert_read(*state, "61", NUMBER_DATE, "1900-03-01");
    assert_read(*state, "44319", NUMBER_DATE, "2021-05-03");
    assert_read(*state, "44319", NUMBER_MONTH, "2021-05");
    assert_read(*state, "44319", NUMBER_YEAR, "2021");
    assert_read(*state, "44319.385416666664", NUMBER_DATE_TIME, "2021-05-03 09:15");
    assert_read(*state, "44319", NUMBER_DATE_TIME, "2021-05-03");
    assert_read(*state, "0.38541666666666669", NUMBER_TIME, "09:15");
    assert_read(*state, "1.5", NUMBER_TIME, "36:00");
    assert_read(*state, "2958465", NUMBER_DATE, "9999-12-31");
    assert_read(*state, "2958466", NUMBER_DATE, "2958466");
    assert_read(*state, "-1", NUMBER_DATE, "-1");
    struct text out = text_new(*state);
    number_add(&out, "42857", NUMBER_DATE, true, false);
    assert_string_equal(out.bytes, "2021-05-03");
}

static void codes_say_their_form(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        enum number_form form;
    } codes[] = {
        { "General", NUMBER_PLAIN },
        { "#,##0.00\\ \"kr\"", NUMBER_PLAIN },
        { "[Red]0;-0", NUMBER_PLAIN },
        { "0.0%", NUMBER_PERCENT },
        { "yyyy\\-mm\\-dd;@", NUMBER_DATE },
        { "[$-41D]mmm\\-yy;@", NUMBER_MONTH },
        { "mmmm", NUMBER_MONTH },
        { "yyyy", NUMBER_YEAR },
        { "d/m/yy h:mm", NUMBER_DATE_TIME },
        { "h:mm AM/PM", NUMBER_TIME },
        { "[h]:mm", NUMBER_TIME },
        { "0_d", NUMBER_PLAIN },
        { "\"dag\" 0", NUMBER_PLAIN },
        { "\"dag", NUMBER_PLAIN },
        { "0\\", NUMBER_PLAIN },
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_int_equal(number_form_of_code(codes[i].code), codes[i].form);
    assert_int_equal(number_form_of_id(9), NUMBER_PERCENT);
    assert_int_equal(number_form_of_id(14), NUMBER_DATE);
    assert_int_equal(number_form_of_id(17), NUMBER_MONTH);
    assert_int_equal(number_form_of_id(4), NUMBER_PLAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_are_what_was_typed),
        ARENA_TEST(what_was_computed_is_rounded_to_ore),
        ARENA_TEST(days_are_dates),
        ARENA_TEST(codes_say_their_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
