/* What can be said of a figure whatever its open leaves are: each bound worked by hand, with its neighbour. */

#include "unit.h"

#include <medfin/graph/bounds.h>

enum { MOST_LEAVES = 200, LARGEST = 1000000 };

/* A graph whose leaves vary. */
struct open_graph {
    struct graph *graph;
    struct open_leaf leaves[MOST_LEAVES];
    int count;
};

static struct open_graph *open_new(void **state)
{
    struct open_graph *open = arena_take(*state, 1, sizeof *open);
    open->graph = graph_new(8, 3, *state);
    return open;
}

static node open_leaf(struct open_graph *open, enum kind kind, int64_t low, int64_t high)
{
    node of = graph_own_number(open->graph, high < LARGEST ? high : LARGEST, kind, "open", NULL);
    open->leaves[open->count++] = (struct open_leaf){ of, low, high };
    return of;
}

static node number(struct open_graph *open, enum kind kind, int64_t value)
{
    return graph_number(open->graph, value, kind, "number");
}

#define node_of(open, ...) graph_of((open)->graph, __VA_ARGS__)

static bool is_least(struct open_graph *open, node of, int64_t least)
{
    struct arena *arena = arena_new(abort);
    struct bounds *bounds = bounds_new_open(open->graph, open->leaves, open->count, arena);
    bool is_proved = bounds_prove_least(bounds, of, 0, least);
    arena_free(arena);
    return is_proved;
}

static bool is_most(struct open_graph *open, node of, int64_t most)
{
    struct arena *arena = arena_new(abort);
    struct bounds *bounds = bounds_new_open(open->graph, open->leaves, open->count, arena);
    bool is_proved = bounds_prove_most(bounds, of, 0, most);
    arena_free(arena);
    return is_proved;
}

/* It reaches both ends, and they are proved. */
static void must_lie(struct open_graph *open, node of, int64_t low, int64_t high)
{
    assert_true(is_least(open, of, low));
    assert_false(is_least(open, of, low + 1));
    assert_true(is_most(open, of, high));
    assert_false(is_most(open, of, high - 1));
}

static void must_be_open(struct open_graph *open, node of)
{
    assert_false(is_least(open, of, -1000000));
    assert_false(is_most(open, of, INT64_C(1000000000000000)));
}

static void sums_and_extremes_lie_between_their_ends(void **state)
{
    struct open_graph *open = open_new(state);
    node x = open_leaf(open, KIND_MONEY, 0, 100), y = open_leaf(open, KIND_MONEY, -50, 70);
    node most = node_of(open, OP_MOST, KIND_MONEY, "most", x, y);
    must_lie(open, node_of(open, OP_SUM, KIND_MONEY, "sum", x, y), -50, 170);
    must_lie(open, node_of(open, OP_SUM, KIND_MONEY, "less", x, against(y)), -70, 150);
    must_lie(open, node_of(open, OP_LEAST, KIND_MONEY, "least", x, y), -50, 70);
    must_lie(open, most, 0, 100);
    /* What cancels is seen to cancel. */
    must_lie(open,
             node_of(open, OP_SUM, KIND_MONEY, "rest", node_of(open, OP_SUM, KIND_MONEY, "sum", x, y), against(x)), -50,
             70);
    assert_true(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "over", most, against(x)), 0));
    assert_false(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "over", x, against(y)), 0));
}

static void products_lie_between_their_corners(void **state)
{
    struct open_graph *open = open_new(state);
    node half = number(open, KIND_SHARE, SHARE_ONE / 2), two = number(open, KIND_COUNT, 2);
    node x = open_leaf(open, KIND_MONEY, -100, 100), years = open_leaf(open, KIND_COUNT, 1, 4);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "half", x, half), -50, 50);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "each", x, number(open, KIND_COUNT, 6), against(years)), -600,
             600);
    /* −100 or 100 ÷ 50 % ÷ 2, ÷ 1 … 4 of them, and as a share of 400 öre. */
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "whole", x, against(half), against(two)), -100, 100);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_SHARE, "part", x, against(number(open, KIND_MONEY, 400))),
             -SHARE_ONE / 4, SHARE_ONE / 4);
    /* 0,10 … 0,30 kr for each of 66 515. */
    node rate = open_leaf(open, KIND_FINE, 100000000, 300000000);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "fee", rate, number(open, KIND_COUNT, 66515)), 665150,
             1995450);
    /* To whole 30 öre: ± 100 is nearest to ± 90. */
    node unit = number(open, KIND_MONEY, 30);
    must_lie(open, node_of(open, OP_NEAREST, KIND_MONEY, "near", x, unit), -90, 90);
    must_lie(open, node_of(open, OP_UP, KIND_MONEY, "up", x, unit), -90, 120);
    must_lie(open, node_of(open, OP_DOWN, KIND_MONEY, "down", x, unit), -120, 90);
}

static void what_may_be_divided_by_nothing_is_open(void **state)
{
    struct open_graph *open = open_new(state);
    node x = open_leaf(open, KIND_MONEY, 0, 100), none = open_leaf(open, KIND_COUNT, 0, 4);
    node one = open_leaf(open, KIND_COUNT, 1, 4), unit = open_leaf(open, KIND_MONEY, 0, 30);
    must_be_open(open, node_of(open, OP_PRODUCT, KIND_MONEY, "each", x, against(none)));
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "each", x, against(one)), 0, 100);
    must_be_open(open, node_of(open, OP_NEAREST, KIND_MONEY, "near", x, unit));
}

static void what_is_far_is_no_bound(void **state)
{
    struct open_graph *open = open_new(state);
    /* 1 769 042 756 668 746 öre are 10^7 times as many of the finer: 256 beyond 959 times what 64 bits hold. */
    node finer = open_leaf(open, KIND_MONEY, 0, INT64_C(1769042756668746));
    must_be_open(open, node_of(open, OP_PRODUCT, KIND_FINE, "finer", finer, number(open, KIND_COUNT, 1)));
    const int64_t far = MONEY_LIMIT * 60;
    node big[4], small[4];
    for (int i = 0; i < 4; i++) {
        big[i] = open_leaf(open, KIND_MONEY, far, far + 1);
        small[i] = open_leaf(open, KIND_MONEY, -far - 1, -far);
    }
    node wide_leaf = open_leaf(open, KIND_MONEY, -MONEY_LIMIT * 200, MONEY_LIMIT * 200);
    node half = number(open, KIND_SHARE, SHARE_ONE / 2), ten = number(open, KIND_SHARE, 10 * SHARE_ONE);
    node half_of = node_of(open, OP_PRODUCT, KIND_MONEY, "half", wide_leaf, half);
    assert_false(is_least(open, half_of, -MONEY_LIMIT * 150));
    assert_true(is_least(open, node_of(open, OP_PRODUCT, KIND_MONEY, "half", big[0], half), far / 2));
    /* A percent of it is as good as itself; not so a half of what may be anything. */
    assert_true(is_least(open, node_of(open, OP_PRODUCT, KIND_MONEY, "tenfold", big[0], ten), 10 * far - 1));
    /* 6 × 10¹⁶ of each of three: more than 128 bits need be, and a sum of two above all that bounds. */
    node three =
        node_of(open, OP_PRODUCT, KIND_MONEY, "three", big[0], big[1], big[2], against(big[1]), against(big[2]));
    assert_false(is_least(open, three, 0));
    node both = node_of(open, OP_SUM, KIND_MONEY, "both", big[0], big[1]);
    assert_true(is_least(open, both, 2 * far));
    node least =
        node_of(open, OP_LEAST, KIND_MONEY, "least", both, node_of(open, OP_SUM, KIND_MONEY, "more", big[2], big[3]));
    assert_true(is_least(open, least, 2 * far));
    assert_false(is_least(open, node_of(open, OP_DOWN, KIND_MONEY, "down", both, number(open, KIND_MONEY, 10)), far));
    node below = node_of(open, OP_SUM, KIND_MONEY, "below", small[0], small[1]);
    assert_false(is_most(open, node_of(open, OP_UP, KIND_MONEY, "up", below, number(open, KIND_MONEY, 10)), -far));
}

/* Part 1 of 4 of each amount by itself. */
static node quarter_of(struct open_graph *open, const node *amounts, int count)
{
    operand parts[20] = { number(open, KIND_COUNT, 1), number(open, KIND_COUNT, 4) };
    for (int i = 0; i < count; i++)
        parts[i + 2] = amounts[i];
    return graph_make(open->graph, OP_SPREAD, KIND_MONEY, "quarter", parts, count + 2);
}

static void few_parts_are_followed(void **state)
{
    struct open_graph *open = open_new(state);
    node amounts[12], stated[12];
    for (int i = 0; i < 12; i++) {
        amounts[i] = open_leaf(open, KIND_MONEY, 0, 100);
        stated[i] = number(open, KIND_MONEY, 4 * i);
    }
    /* 0 … 25 öre each: four vary and no more, and twelve parts are the most. */
    must_lie(open, quarter_of(open, amounts, 4), 0, 100);
    assert_false(is_least(open, quarter_of(open, amounts, 5), 0));
    stated[9] = amounts[0];
    must_lie(open, quarter_of(open, stated, 10), 36, 61);
    assert_false(is_least(open, quarter_of(open, stated, 11), 0));
}

/* x less the least of so many that are each in the one before, down to x. */
static node less_deep(struct open_graph *open, node x, int depth)
{
    node least = x;
    for (int i = 0; i < depth; i++)
        least = node_of(open, OP_LEAST, KIND_MONEY, "least", least, open->leaves[1 + i].of);
    return node_of(open, OP_SUM, KIND_MONEY, "less", x, against(least));
}

static void a_proof_goes_so_deep(void **state)
{
    struct open_graph *open = open_new(state);
    node x = open_leaf(open, KIND_MONEY, 0, 100);
    for (int i = 0; i < 120; i++)
        open_leaf(open, KIND_MONEY, 0, 200);
    assert_true(is_least(open, less_deep(open, x, 1), 0));
    assert_true(is_least(open, less_deep(open, x, 90), 0));
    assert_false(is_least(open, less_deep(open, x, 120), 0));
    assert_false(is_least(open, less_deep(open, x, 1), 1));
}

static void percents_of_what_is_open(void **state)
{
    struct open_graph *open = open_new(state);
    node x = open_leaf(open, KIND_MONEY, 0, 1000), y = open_leaf(open, KIND_MONEY, 0, 1000);
    node sum = node_of(open, OP_SUM, KIND_MONEY, "sum", x, y), half = number(open, KIND_SHARE, SHARE_ONE / 2);
    node half_sum = node_of(open, OP_PRODUCT, KIND_MONEY, "half", sum, half);
    node half_x = node_of(open, OP_PRODUCT, KIND_MONEY, "half", x, half);
    /* Of the same percent more is never less. */
    assert_true(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "more", half_sum, against(half_x)), 0));
    assert_false(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "less", half_x, against(half_sum)), 0));
    /* Another percent, and one that is a trial's: nothing is known of the difference but its ends. */
    node third = number(open, KIND_SHARE, SHARE_ONE / 3),
         open_share = open_leaf(open, KIND_SHARE, -SHARE_ONE, SHARE_ONE);
    node thirds = node_of(open, OP_PRODUCT, KIND_MONEY, "third", x, third);
    assert_true(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "a", half_x, against(thirds)), -1));
    node one = node_of(open, OP_PRODUCT, KIND_MONEY, "one", sum, open_share);
    node other = node_of(open, OP_PRODUCT, KIND_MONEY, "other", x, open_share);
    assert_false(is_least(open, node_of(open, OP_SUM, KIND_MONEY, "b", one, against(other)), 0));
    node bonus = number(open, KIND_SHARE, 2 * SHARE_ONE), year = number(open, KIND_COUNT, 12);
    node shared = node_of(open, OP_PRODUCT, KIND_MONEY, "c", x, half, bonus);
    assert_true(is_most(open, node_of(open, OP_SUM, KIND_MONEY, "d", shared, against(x)), 1000));
    /* Twelve twelfths of x are x, and −1 of it is what is not. */
    node twelfths = node_of(open, OP_PRODUCT, KIND_MONEY, "e", x, year, against(year));
    assert_true(is_most(open, node_of(open, OP_SUM, KIND_MONEY, "f", twelfths, against(x)), 1));
    node months = open_leaf(open, KIND_COUNT, 12, 24);
    node parts = node_of(open, OP_PRODUCT, KIND_MONEY, "g", x, year, against(months));
    assert_false(is_most(open, node_of(open, OP_SUM, KIND_MONEY, "h", parts, against(x)), 1));
}

static void a_percent_of_percents_grows_too_large(void **state)
{
    struct open_graph *open = open_new(state);
    node x = open_leaf(open, KIND_MONEY, 0, 1), more = x;
    for (int i = 0; i < 3; i++) {
        more = node_of(open, OP_PRODUCT, KIND_MONEY, "more", more, number(open, KIND_SHARE, 10000 * SHARE_ONE));
        node less = node_of(open, OP_SUM, KIND_MONEY, "less", more, against(x));
        assert_true(is_least(open, less, -1));
        assert_false(is_most(open, less, 0));
    }
}

static void what_is_divided_is_small_enough_to_bound(void **state)
{
    struct open_graph *open = open_new(state);
    /* Up to 1 000 000 of 5 kr: 500 000 000 öre, whose fine parts are divided out once. */
    node times = open_leaf(open, KIND_COUNT, 0, 1000000), price = number(open, KIND_FINE, 500 * (int64_t)ORE_FINE);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "fine", times, price), 0, 500000000);
    /* A million times up to 10¹² öre is too much; a thousandth of it, 10¹⁵, is not, whatever stands first. */
    node whole = open_leaf(open, KIND_MONEY, 0, 1000000000000), by = number(open, KIND_COUNT, 1000);
    node often = number(open, KIND_COUNT, 1000000);
    must_lie(open, node_of(open, OP_PRODUCT, KIND_MONEY, "part", against(by), whole, often), 0, 1000000000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(what_is_divided_is_small_enough_to_bound),
        ARENA_TEST(sums_and_extremes_lie_between_their_ends),
        ARENA_TEST(products_lie_between_their_corners),
        ARENA_TEST(what_may_be_divided_by_nothing_is_open),
        ARENA_TEST(what_is_far_is_no_bound),
        ARENA_TEST(few_parts_are_followed),
        ARENA_TEST(a_proof_goes_so_deep),
        ARENA_TEST(percents_of_what_is_open),
        ARENA_TEST(a_percent_of_percents_grows_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
