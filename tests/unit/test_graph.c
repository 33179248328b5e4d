/* Operators of the graph: values worked by hand, what they need, and which nodes are one. */

#include "unit.h"

#include <medfin/graph/graph.h>

#include <string.h>

/* The test's graph, which is finished behind it. */
static struct graph *made;

static struct graph *graph_in(void **state)
{
    return made = graph_new(8, 3, *state);
}

static int finish(void **state)
{
    return arena_teardown(state);
}

#define GRAPH_TEST(function) cmocka_unit_test_setup_teardown(function, arena_setup, finish)

static node money_of(struct graph *graph, money amount)
{
    return graph_number(graph, amount, KIND_MONEY, "amount");
}

static node share_of(struct graph *graph, share parts)
{
    return graph_number(graph, parts, KIND_SHARE, "share");
}

static node count_of(struct graph *graph, int64_t count)
{
    return graph_number(graph, count, KIND_COUNT, "count");
}

/* The leaf of stated value `number`, which is unknown number `unknown` or none with −1. */
static node leaf_of(struct graph *graph, void **state, int number, int64_t value, int unknown)
{
    struct fact *fact = arena_take(*state, 1, sizeof *fact);
    fact->value.number = value;
    fact->stated = number;
    fact->unknown = unknown;
    return graph_fact(graph, NULL, fact, KIND_MONEY, FIELD_NUMBER);
}

static void products_are_rounded_once(void **state)
{
    struct graph *graph = graph_in(state);
    /* 43 500,00 × 50 % × 1,4615 = 31 787,625 */
    node salary = money_of(graph, 4350000);
    node pay =
        graph_of(graph, OP_PRODUCT, KIND_MONEY, "pay", salary, share_of(graph, 500000000), share_of(graph, 1461500000));
    assert_int_equal(graph_value(graph, pay), 3178763);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_PRODUCT, KIND_MONEY, "half", money_of(graph, 10001),
                                                 share_of(graph, 500000000))),
                     5001);
    /* 30 % of the gross beside 1 000 000,00: 300 000 ÷ 0,7 = 428 571,428… */
    node left =
        graph_of(graph, OP_SUM, KIND_SHARE, "left", share_of(graph, SHARE_ONE), against(share_of(graph, 300000000)));
    node gross = graph_of(graph, OP_PRODUCT, KIND_MONEY, "gross", money_of(graph, 100000000),
                          share_of(graph, 300000000), against(left));
    assert_int_equal(graph_value(graph, gross), 42857143);
    /* Six months of 1 051 864,94 in twelve. */
    node reserve = graph_of(graph, OP_PRODUCT, KIND_MONEY, "reserve", money_of(graph, 105186494), count_of(graph, 6),
                            against(count_of(graph, 12)));
    assert_int_equal(graph_value(graph, reserve), 52593247);
    /* 66 515 inhabitants at 0,30 kr, in öre and as finer money; 0,30 ÷ 2 is 15 öre. */
    node rate = graph_number(graph, 300000000, KIND_FINE, "rate");
    node fee = graph_of(graph, OP_PRODUCT, KIND_MONEY, "fee", rate, count_of(graph, 66515));
    assert_int_equal(graph_value(graph, fee), 1995450);
    node fine = graph_of(graph, OP_PRODUCT, KIND_FINE, "fee", rate, count_of(graph, 66515));
    assert_int_equal(graph_value(graph, fine), INT64_C(19954500000000));
    node half = graph_of(graph, OP_PRODUCT, KIND_MONEY, "half", rate, against(count_of(graph, 2)));
    assert_int_equal(graph_value(graph, half), 15);
    /* 50 % × 50 % is 25 %; 125 000,00 kr ÷ 500 000,00 kr too. */
    node quarter =
        graph_of(graph, OP_PRODUCT, KIND_SHARE, "quarter", share_of(graph, 500000000), share_of(graph, 500000000));
    assert_int_equal(graph_value(graph, quarter), 250000000);
    node ratio =
        graph_of(graph, OP_PRODUCT, KIND_SHARE, "ratio", money_of(graph, 12500000), against(money_of(graph, 50000000)));
    assert_int_equal(graph_value(graph, ratio), 250000000);

    /* 10 billion kronor are 10¹⁹ billionths. */
    node most = graph_of(graph, OP_PRODUCT, KIND_FINE, "highest fee", money_of(graph, INT64_C(1000000000000)));
    assert_int_equal(graph_value(graph, most), INT64_MAX);
}

static void amounts_are_spread_each_by_itself(void **state)
{
    struct graph *graph = graph_in(state);
    static const money thirds[] = { 3333, 3334, 3333 };
    node whole = money_of(graph, 10000), one = money_of(graph, 1), other = money_of(graph, 1);
    for (int i = 0; i < 3; i++)
        assert_int_equal(graph_value(graph, graph_of(graph, OP_SPREAD, KIND_MONEY, "third", count_of(graph, i + 1),
                                                     count_of(graph, 3), whole)),
                         thirds[i]);
    /* An öre in two parts is 1 and 0, so two of them are 2 and 0 where 2 öre would be 1 and 1. */
    for (int i = 0; i < 2; i++)
        assert_int_equal(graph_value(graph, graph_of(graph, OP_SPREAD, KIND_MONEY, "half", count_of(graph, i + 1),
                                                     count_of(graph, 2), one, other)),
                         i ? 0 : 2);
}

static void steps_sums_and_extremes(void **state)
{
    struct graph *graph = graph_in(state);
    node a = money_of(graph, 33333), b = money_of(graph, -200), c = money_of(graph, 700);
    /* 333,33 × 1,025 = 341,66325 */
    assert_int_equal(graph_value(graph, graph_of(graph, OP_STEP, KIND_MONEY, "step", a, share_of(graph, 25000000))),
                     34166);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_SUM, KIND_MONEY, "sum", a, against(b), c)), 34233);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_LEAST, KIND_MONEY, "least", a, b, c)), -200);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_MOST, KIND_MONEY, "most", against(b), b, c)), 700);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_LEAST, KIND_MONEY, "least", against(a), b)), -33333);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_MOST, KIND_MONEY, "most", 0, b)), 0);
}

static void multiples_of_a_unit(void **state)
{
    struct graph *graph = graph_in(state);
    static const struct {
        money amount, nearest, up, down;
    } rows[] = { { 2395450, 2400000, 2400000, 2390000 }, { 2395000, 2400000, 2400000, 2390000 },
                 { 2390001, 2390000, 2400000, 2390000 }, { 2390000, 2390000, 2390000, 2390000 },
                 { -15000, -20000, -10000, -20000 },     { 0, 0, 0, 0 } };
    node hundred = money_of(graph, 10000);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        node amount = graph_number(graph, rows[i].amount, KIND_MONEY, "fee");
        assert_int_equal(graph_value(graph, graph_of(graph, OP_NEAREST, KIND_MONEY, "n", amount, hundred)),
                         rows[i].nearest);
        assert_int_equal(graph_value(graph, graph_of(graph, OP_UP, KIND_MONEY, "u", amount, hundred)), rows[i].up);
        assert_int_equal(graph_value(graph, graph_of(graph, OP_DOWN, KIND_MONEY, "d", amount, hundred)), rows[i].down);
    }
    /* 239,545 kr in whole öre: 23 954,5 is a half. */
    node fine = graph_number(graph, INT64_C(239545000000), KIND_FINE, "fee"), ore = money_of(graph, 1);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_NEAREST, KIND_MONEY, "n", fine, ore)), 23955);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_DOWN, KIND_MONEY, "d", fine, ore)), 23954);
}

static void must_need(const struct graph *graph, node of, uint64_t unknowns)
{
    const struct needs *needs = graph_needs(graph, of);
    assert_int_equal(needs ? needs->bits[0] : 0, unknowns);
    assert_int_equal(graph_knows(graph, of), unknowns == 0);
}

static void unknowns_are_united(void **state)
{
    struct graph *graph = graph_in(state);
    node a = leaf_of(graph, state, 1, 500, -1), b = leaf_of(graph, state, 2, 0, 0), c = leaf_of(graph, state, 3, 0, 2);
    node both = graph_of(graph, OP_SUM, KIND_MONEY, "both", a, b, c);
    must_need(graph, a, 0);
    must_need(graph, b, 1);
    must_need(graph, both, 5);
    must_need(graph, graph_of(graph, OP_LEAST, KIND_MONEY, "least", a, c), 4);
    must_need(graph, graph_of(graph, OP_SUM, KIND_MONEY, "again", both, b), 5);
    /* A stated nothing times an unknown is nothing; so is what is less itself. */
    must_need(graph, graph_of(graph, OP_PRODUCT, KIND_MONEY, "none", c, share_of(graph, 0)), 0);
    must_need(graph, graph_of(graph, OP_PRODUCT, KIND_MONEY, "some", c, share_of(graph, 1)), 4);
    assert_int_equal(graph_of(graph, OP_SUM, KIND_MONEY, "less itself", both, against(both)), 0);
    node rest = graph_of(graph, OP_SUM, KIND_MONEY, "rest", b, c, against(c));
    assert_int_equal(rest, b);
}

static void a_condition_that_is_not_met_needs_nothing(void **state)
{
    struct graph *graph = graph_in(state);
    node unknown = leaf_of(graph, state, 1, 0, 1), amount = money_of(graph, 700);
    node no = graph_number(graph, 0, KIND_STATUS, "refused"), yes = graph_number(graph, 1, KIND_STATUS, "granted");
    must_need(graph, graph_of(graph, OP_IF_GRANTED, KIND_MONEY, "paid", no, unknown), 0);
    must_need(graph, graph_of(graph, OP_IF_GRANTED, KIND_MONEY, "paid", yes, unknown), 2);
    must_need(graph, graph_of(graph, OP_WHILE_LEFT, KIND_MONEY, "set off", money_of(graph, 0), unknown), 0);
    must_need(graph, graph_of(graph, OP_WHILE_LEFT, KIND_MONEY, "set off", amount, unknown), 2);
    must_need(graph, graph_of(graph, OP_WHILE_LEFT, KIND_MONEY, "set off", unknown, amount), 2);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_IF_GRANTED, KIND_MONEY, "paid", no, amount)), 0);
    assert_int_equal(graph_value(graph, graph_of(graph, OP_IF_GRANTED, KIND_MONEY, "paid", yes, amount)), 700);
}

static void the_same_is_one_node(void **state)
{
    struct graph *graph = graph_in(state);
    node a = money_of(graph, 5), b = money_of(graph, 7);
    assert_int_equal(money_of(graph, 5), a);
    assert_int_not_equal(graph_number(graph, 5, KIND_COUNT, "amount"), a);
    assert_int_not_equal(graph_number(graph, 5, KIND_MONEY, "another"), a);
    node sum = graph_of(graph, OP_SUM, KIND_MONEY, "sum", a, b);
    int count = graph_count(graph);
    assert_int_equal(graph_of(graph, OP_SUM, KIND_MONEY, "sum", a, b), sum);
    assert_int_equal(graph_of(graph, OP_SUM, KIND_MONEY, "sum", a, 0, b), sum);
    assert_int_equal(graph_count(graph), count);
    /* A label is its text, wherever that lies. */
    assert_int_equal(graph_number(graph, 5, KIND_MONEY, arena_text(*state, "amount")), a);
    assert_int_equal(graph_of(graph, OP_SUM, KIND_MONEY, arena_text(*state, "sum"), a, b), sum);
    assert_int_equal(graph_count(graph), count);
    assert_int_not_equal(graph_of(graph, OP_SUM, KIND_MONEY, "sum", a, against(b)), sum);
    /* Many leaves: the table grows. */
    node first = count_of(graph, 1000);
    for (int i = 0; i < 3000; i++)
        count_of(graph, i);
    assert_int_equal(count_of(graph, 1000), first);
}

static void leaves_are_found_by_number(void **state)
{
    struct graph *graph = graph_in(state);
    node third = leaf_of(graph, state, 3, 12, -1);
    assert_int_equal(leaf_of(graph, state, 3, 12, -1), third); /* a copy of the fact */
    struct fact status = { .value = { .number = STATUS_APPLIED, .status = STATUS_REJECTED }, .stated = 4 };
    assert_int_equal(graph_value(graph, graph_fact(graph, NULL, &status, KIND_STATUS, FIELD_PAYS)), 1);
    assert_int_equal(graph_value(graph, graph_fact(graph, NULL, &status, KIND_STATUS, FIELD_SETTLED)), 0);
    assert_int_equal(graph_value(graph, graph_fact(graph, NULL, &status, KIND_STATUS, FIELD_YEAR_PAYS)), 0);
    struct fact fallback = { .value.number = 9, .unknown = -1 };
    node of_default = graph_fact(graph, NULL, &fallback, KIND_COUNT, FIELD_NUMBER);
    assert_int_equal(graph_fact(graph, NULL, &fallback, KIND_COUNT, FIELD_NUMBER), of_default);
    assert_int_equal(graph_leaf(graph, 3, FIELD_NUMBER), third);
    assert_int_equal(graph_leaf(graph, 3, FIELD_SECOND), 0);
    assert_int_not_equal(graph_leaf(graph, 4, FIELD_PAYS), graph_leaf(graph, 4, FIELD_SETTLED));
    assert_int_equal(graph_leaf(graph, 5, FIELD_NUMBER), 0);
    struct node_view view = graph_node(graph, of_default);
    assert_ptr_equal(view.fact, &fallback);
    assert_int_equal(view.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        GRAPH_TEST(products_are_rounded_once), GRAPH_TEST(amounts_are_spread_each_by_itself),
        GRAPH_TEST(steps_sums_and_extremes),   GRAPH_TEST(multiples_of_a_unit),
        GRAPH_TEST(unknowns_are_united),       GRAPH_TEST(a_condition_that_is_not_met_needs_nothing),
        GRAPH_TEST(the_same_is_one_node),      GRAPH_TEST(leaves_are_found_by_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
