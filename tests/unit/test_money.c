/* Expected figures: by hand where they are short; those marked F by Python's fractions,
   those marked W from worked figures that were made with exact fractions. */

#include "unit.h"

#include <medfin/base/money.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof *(array)))
#define NBSP          "\u00a0"
#define MINUS         "\u2212"

static void quotients_round_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        int64_t numerator, denominator, expected;
    } rows[] = {
        { 0, 1, 0 },
        { 1, 2, 1 },
        { -1, 2, -1 },
        { 3, 2, 2 },
        { -3, 2, -2 },
        { 49, 100, 0 },
        { 50, 100, 1 },
        { 51, 100, 1 },
        { -49, 100, 0 },
        { -50, 100, -1 },
        { 7, 3, 2 },
        { 8, 3, 3 },
        { -7, 3, -2 },
        { -8, 3, -3 },
        { 6, 3, 2 },
        { 1, INT64_MAX, 0 },
        { INT64_MAX, 1, INT64_MAX },
        { -INT64_MAX, 1, -INT64_MAX },
        { INT64_MAX, INT64_MAX, 1 },
        { INT64_MAX, 2, INT64_C(4611686018427387904) },
    };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_int_equal(round_quotient(rows[i].numerator, rows[i].denominator), rows[i].expected);
}

static void products_over_products(void **state)
{
    (void)state;
    /* 1 000 000,00 × 30 % ÷ 70 % = 428 571,428… */
    assert_int_equal(product_quotient((int64_t[]){ 100000000, 300000000 }, 2, (int64_t[]){ 700000000 }, 1), 42857143);
    assert_int_equal(product_quotient((int64_t[]){ -5, 3 }, 2, (int64_t[]){ 2, 5 }, 2), -2);
    assert_int_equal(product_quotient((int64_t[]){ 7 }, 1, NULL, 0), 7);
    /* 10¹⁵ × 10⁹ × 10⁹ ÷ 10¹⁸ needs 110 bits. */
    assert_int_equal(
        product_quotient((int64_t[]){ MONEY_LIMIT, SHARE_ONE, SHARE_ONE }, 3, (int64_t[]){ SHARE_ONE, SHARE_ONE }, 2),
        MONEY_LIMIT);
}

static void whole_units(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        wide unit;
        int64_t nearest, below, above;
    } rows[] = { { 0, 100, 0, 0, 0 },
                 { 149, 100, 1, 1, 2 },
                 { 150, 100, 2, 1, 2 },
                 { 200, 100, 2, 2, 2 },
                 { -49, 100, 0, -1, 0 },
                 { -150, 100, -2, -2, -1 },
                 { -200, 100, -2, -2, -2 },
                 { 7, 1, 7, 7, 7 },
                 /* Ten billion kronor in ten-millionths of an öre need 64 bits and more. */
                 { INT64_MAX, (wide)1000000000000 * ORE_FINE, 1, 0, 1 } };
    for (int i = 0; i < LENGTH(rows); i++) {
        assert_int_equal(units_in(rows[i].number, rows[i].unit, UNIT_NEAREST), rows[i].nearest);
        assert_int_equal(units_in(rows[i].number, rows[i].unit, UNIT_BELOW), rows[i].below);
        assert_int_equal(units_in(rows[i].number, rows[i].unit, UNIT_ABOVE), rows[i].above);
    }
}

/* F */
static const struct product {
    money amount;
    int count;
    share factors[3];
    money expected;
} products[] = {
    { 115700000, 1, { 0 }, 0 },
    { 0, 1, { SHARE_ONE }, 0 },
    { MONEY_LIMIT, 0, { 0 }, MONEY_LIMIT },
    /* 45 000,00 × 50 % × 1,4615 = 32 883,75 */
    { 4500000, 2, { 500000000, 1461500000 }, 3288375 },
    /* 43 500,00 × 50 % × 1,4615 = 31 787,625: a half */
    { 4350000, 2, { 500000000, 1461500000 }, 3178763 },
    { -4350000, 2, { 500000000, 1461500000 }, -3178763 },
    /* 43 500,00 × 75 % × 1,4522 × 1,025 = 48 562,475625 */
    { 4350000, 3, { 750000000, 1452200000, 1025000000 }, 4856248 },
    /* 73,37 % of 1 649 880 kr is 1 210 516,956 kr */
    { 164988000, 1, { 733700000 }, 121051696 },
    { 1, 1, { 500000000 }, 1 },
    { -1, 1, { 500000000 }, -1 },
    { 10001, 1, { 500000000 }, 5001 },
    { -10001, 1, { 500000000 }, -5001 },
    { 101, 2, { -500000000, -SHARE_ONE }, 51 },
    { 3, 3, { -500000000, SHARE_ONE, SHARE_ONE }, -2 },
    /* A hair below and above the half. */
    { 1, 3, { 500000000, SHARE_ONE, 999999999 }, 0 },
    { 1, 3, { 500000001, SHARE_ONE, 999999999 }, 1 },
    { 1, 3, { SHARE_ONE, SHARE_ONE, 500000000 }, 1 },
    { -1, 3, { SHARE_ONE, SHARE_ONE, 500000000 }, -1 },
    { 1, 3, { SHARE_ONE, SHARE_ONE, 499999999 }, 0 },
    { 1, 3, { 999999999, SHARE_ONE, 500000000 }, 0 },
    { 123456789012345, 3, { 987654321, 123456789, 1999999999 }, 30106822210932 },
    { -123456789012345, 3, { 987654321, 123456789, 1999999999 }, -30106822210932 },
    /* The limits. */
    { 999999999999999, 3, { 333333333, 666666667, 999999999 }, 222222221888889 },
    { MONEY_LIMIT, 3, { SHARE_ONE, SHARE_ONE, SHARE_ONE }, MONEY_LIMIT },
    { -MONEY_LIMIT, 3, { SHARE_ONE, SHARE_ONE, SHARE_ONE }, -MONEY_LIMIT },
    { MONEY_LIMIT, 3, { 1461500000, 750000000, 1025000000 }, 1123528125000000 },
    { MONEY_LIMIT, 3, { 999999999, 999999999, 999999999 }, 999999997000000 },
    { MONEY_LIMIT, 3, { 5 * SHARE_ONE, SHARE_ONE, SHARE_ONE }, 5 * MONEY_LIMIT },
    { MONEY_LIMIT, 3, { 1, 1, 1 }, 0 },
    { INT64_MAX, 3, { SHARE_ONE, SHARE_ONE, SHARE_ONE }, INT64_MAX },
    { -INT64_MAX, 1, { SHARE_ONE }, -INT64_MAX },
};

static void products_are_exact_and_rounded_once(void **state)
{
    (void)state;
    for (int i = 0; i < LENGTH(products); i++) {
        const struct product *row = &products[i];
        assert_int_equal(money_product(row->amount, row->factors, row->count), row->expected);
        if (row->count == 1)
            assert_int_equal(money_times(row->amount, row->factors[0]), row->expected);
    }
}

static void ratios(void **state)
{
    (void)state;
    /* 30 % in kind of the gross on a cash budget of 500 000 kr. W */
    assert_int_equal(money_ratio(50000000, 3, 7), 21428571);
    /* A post of 1 185 000 kr over three years, and its half made whole. W */
    assert_int_equal(money_ratio(118500000, 1, 3), 39500000);
    assert_int_equal(money_ratio(39500000, 2, 1), 79000000);
    /* Overhead of a year's staff is 15 % of the year, not of twelve roundings. W */
    assert_int_equal(money_times(12 * INT64_C(3178763), 150000000), 5721773);
    assert_int_equal(12 * money_times(3178763, 150000000), 5721768);
    assert_int_equal(money_ratio(MONEY_LIMIT, INT64_MAX, INT64_MAX), MONEY_LIMIT);
    assert_int_equal(money_ratio(INT64_MAX, INT64_MAX, INT64_MAX), INT64_MAX);
}

static void check_spread(money whole, int parts)
{
    money sum = 0, least = INT64_MAX, most = INT64_MIN;
    for (int part = 1; part <= parts; part++) {
        money piece = money_spread(whole, part, parts);
        sum += piece;
        least = piece < least ? piece : least;
        most = piece > most ? piece : most;
    }
    assert_int_equal(sum, whole);
    assert_in_range(most - least, 0, 1);
}

static void spread_parts_add_up_and_differ_by_an_ore(void **state)
{
    (void)state;
    static const money fixed[] = { 1, 7, 50, 99, 100, 10000000, 118500000, 999999999999999, MONEY_LIMIT };
    for (int parts = 1; parts <= 60; parts++) {
        for (int i = 0; i < LENGTH(fixed); i++) {
            check_spread(fixed[i], parts);
            check_spread(-fixed[i], parts);
        }
        for (money whole = -200; whole <= 200; whole++)
            check_spread(whole, parts);
        /* A fixed walk over amounts of every size. */
        uint64_t walk = 20210101;
        for (int i = 0; i < 400; i++) {
            walk = walk * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            check_spread((money)(walk >> 14) % (MONEY_LIMIT >> (i % 40)), parts);
        }
    }
}

static void spread_by_hand(void **state)
{
    (void)state;
    /* 1,00 kr over 3: 33, 67 − 33, 100 − 67. */
    assert_int_equal(money_spread(100, 1, 3), 33);
    assert_int_equal(money_spread(100, 2, 3), 34);
    assert_int_equal(money_spread(100, 3, 3), 33);
    /* −1 öre over 2: half away from zero comes first. */
    assert_int_equal(money_spread(-1, 1, 2), -1);
    assert_int_equal(money_spread(-1, 2, 2), 0);
}

static void amounts_in_both_languages(void **state)
{
    static const struct {
        money amount;
        const char *swedish, *english, *plain;
    } rows[] = {
        { 0, "0,00" NBSP "kr", "0.00" NBSP "kr", "0.00" },
        { 1, "0,01" NBSP "kr", "0.01" NBSP "kr", "0.01" },
        { -1, MINUS "0,01" NBSP "kr", MINUS "0.01" NBSP "kr", "-0.01" },
        { 99999, "999,99" NBSP "kr", "999.99" NBSP "kr", "999.99" },
        { 100000, "1" NBSP "000,00" NBSP "kr", "1" NBSP "000.00" NBSP "kr", "1000.00" },
        { 118500050, "1" NBSP "185" NBSP "000,50" NBSP "kr", "1" NBSP "185" NBSP "000.50" NBSP "kr", "1185000.50" },
        { -123456750, MINUS "1" NBSP "234" NBSP "567,50" NBSP "kr", MINUS "1" NBSP "234" NBSP "567.50" NBSP "kr",
          "-1234567.50" },
        { MONEY_LIMIT, "10" NBSP "000" NBSP "000" NBSP "000" NBSP "000,00" NBSP "kr",
          "10" NBSP "000" NBSP "000" NBSP "000" NBSP "000.00" NBSP "kr", "10000000000000.00" },
        { INT64_MIN, MINUS "92" NBSP "233" NBSP "720" NBSP "368" NBSP "547" NBSP "758,08" NBSP "kr",
          MINUS "92" NBSP "233" NBSP "720" NBSP "368" NBSP "547" NBSP "758.08" NBSP "kr", "-92233720368547758.08" },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        assert_string_equal(money_text(*state, rows[i].amount, LANGUAGE_SV), rows[i].swedish);
        assert_string_equal(money_text(*state, rows[i].amount, LANGUAGE_EN), rows[i].english);
        assert_string_equal(money_plain(*state, rows[i].amount, '.'), rows[i].plain);
    }
    assert_string_equal(money_plain(*state, -123456750, ','), "-1234567,50");
}

/* By hand; a number of billionths has no decimal that it does not need. */
static void numbers_for_programs(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        const char *fraction, *count;
    } rows[] = {
        { 0, "0", "0" },
        { 1, "0.000000001", "1" },
        { -435000000, "-0.435", "-435000000" },
        { SHARE_ONE, "1", "1000000000" },
        { 150000 * SHARE_ONE, "150000", "150000000000000" },
        { INT64_MAX, "9223372036.854775807", "9223372036854775807" },
        { INT64_MIN, "-9223372036.854775808", "-9223372036854775808" },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        char plain[PLAIN_ROOM + 1] = "";
        plain[fraction_write(plain, rows[i].number, '.')] = '\0';
        assert_string_equal(plain, rows[i].fraction);
        plain[count_write(plain, rows[i].number)] = '\0';
        assert_string_equal(plain, rows[i].count);
    }
}

static void counts_are_grouped(void **state)
{
    assert_string_equal(count_text(*state, 0), "0");
    assert_string_equal(count_text(*state, 999), "999");
    assert_string_equal(count_text(*state, 1000), "1" NBSP "000");
    assert_string_equal(count_text(*state, -150000), MINUS "150" NBSP "000");
    assert_string_equal(count_text(*state, INT64_MAX),
                        "9" NBSP "223" NBSP "372" NBSP "036" NBSP "854" NBSP "775" NBSP "807");
}

static void shares_and_numbers_are_exact(void **state)
{
    static const struct {
        int64_t billionths;
        const char *share, *number;
    } rows[] = {
        { 0, "0" NBSP "%", "0" },
        { 435000000, "43,5" NBSP "%", "0,435" },
        { 114900, "0,01149" NBSP "%", "0,0001149" },
        { SHARE_ONE, "100" NBSP "%", "1" },
        { 250000000, "25" NBSP "%", "0,25" },
        { 1, "0,0000001" NBSP "%", "0,000000001" },
        { -1, MINUS "0,0000001" NBSP "%", MINUS "0,000000001" },
        { -5000000, MINUS "0,5" NBSP "%", MINUS "0,005" },
        { 566666667, "56,6666667" NBSP "%", "0,566666667" },
        { 150000 * SHARE_ONE, "15" NBSP "000" NBSP "000" NBSP "%", "150" NBSP "000" },
        { INT64_MAX, "922" NBSP "337" NBSP "203" NBSP "685,4775807" NBSP "%",
          "9" NBSP "223" NBSP "372" NBSP "036,854775807" },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        assert_string_equal(share_text(*state, rows[i].billionths, LANGUAGE_SV), rows[i].share);
        assert_string_equal(number_text(*state, rows[i].billionths, LANGUAGE_SV), rows[i].number);
    }
    assert_string_equal(share_text(*state, 435000000, LANGUAGE_EN), "43.5" NBSP "%");
    assert_string_equal(number_text(*state, -250000000, LANGUAGE_EN), MINUS "0.25");
}

/* By hand: 1 ÷ 10⁹ is the last that can be shown either way. */
static void shares_that_are_numbers(void **state)
{
    (void)state;
    static const struct {
        money part, whole;
        bool is_number;
        share quotient;
    } rows[] = {
        { 1, 3, true, 333333333 },
        { -2, 3, true, -666666667 },
        { 0, 5, true, 0 },
        { 5, 0, false, 0 },
        { 5, -1, false, 0 },
        { 1000000000, 1, true, 1000000000 * SHARE_ONE },
        { 1000000001, 1, false, 0 },
        { -1000000000, 1, true, -1000000000 * SHARE_ONE },
        { -1000000001, 1, false, 0 },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        share quotient = -1;
        assert_int_equal(money_share(rows[i].part, rows[i].whole, &quotient), rows[i].is_number);
        assert_int_equal(quotient, rows[i].quotient);
    }
}

static void fine_amounts_never_look_like_thousands(void **state)
{
    static const struct {
        int64_t fine;
        const char *text;
    } rows[] = {
        { 1380000000, "1,38" NBSP "kr" },
        { 1385000000, "1,3850" NBSP "kr" },
        { 1385500000, "1,3855" NBSP "kr" },
        { 1, "0,000000001" NBSP "kr" },
    };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_string_equal(fine_text(*state, rows[i].fine, LANGUAGE_SV), rows[i].text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotients_round_half_away_from_zero),
        cmocka_unit_test(products_over_products),
        cmocka_unit_test(whole_units),
        cmocka_unit_test(products_are_exact_and_rounded_once),
        cmocka_unit_test(ratios),
        cmocka_unit_test(spread_parts_add_up_and_differ_by_an_ore),
        cmocka_unit_test(spread_by_hand),
        ARENA_TEST(amounts_in_both_languages),
        ARENA_TEST(counts_are_grouped),
        ARENA_TEST(numbers_for_programs),
        ARENA_TEST(shares_and_numbers_are_exact),
        cmocka_unit_test(shares_that_are_numbers),
        ARENA_TEST(fine_amounts_never_look_like_thousands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
