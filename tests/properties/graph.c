/* Random graphs of all operators: an attempt gives what a graph made anew of the other values gives, in values and
   needs, whatever was tried in it before, and the graph itself stays as it was. */

#include "random_values.h"

#include <medfin/graph/attempt.h>

enum { GRAPHS = 600, LEAVES = 12, NODES = 120, LEVEL = 12, UNKNOWNS = 3, TRIES = 10, MOST = 6 };

/* The first are money, some of it unknown; then shares, counts, statuses. */
static enum kind leaf_kind(int leaf)
{
    return leaf < 6 ? KIND_MONEY : leaf < 8 ? KIND_SHARE : leaf < 10 ? KIND_COUNT : KIND_STATUS;
}

struct leaf_value {
    int64_t number;
    bool unknown;
};

/* How a graph is made, so that it can be made again of other values. All its nodes are money; an operand is a leaf,
   LEAVES + a node, or −1 for nothing. */
struct recipe {
    struct recipe_node {
        enum op op;
        int count;
        int parts[MOST];
        bool is_against[MOST];
        int number, of; /* of a part that is spread */
    } nodes[NODES];
};

static struct leaf_value random_leaf(struct dice *dice, int leaf)
{
    struct leaf_value value = { .unknown = leaf < UNKNOWNS && one_in(dice, 3) };
    bool is_nothing = one_in(dice, 4);
    switch (leaf_kind(leaf)) {
    case KIND_SHARE:
        value.number = is_nothing ? 0 : between(dice, 0, 2 * SHARE_ONE);
        break;
    case KIND_COUNT:
        value.number = between(dice, 1, 20);
        break;
    case KIND_STATUS:
        value.number = roll(dice, 2);
        break;
    default:
        value.number = is_nothing ? 0 : between(dice, -2000000, 9000000);
        break;
    }
    if (value.unknown)
        value.number = 0;
    return value;
}

/* Money from a lower level, so that sums of sums stay within 64 bits. */
static int random_money_part(struct dice *dice, int at)
{
    int below = at / LEVEL * LEVEL;
    if (one_in(dice, 15))
        return -1;
    return below && !one_in(dice, 4) ? LEAVES + (int)roll(dice, below) : (int)roll(dice, 6);
}

static struct recipe_node random_node(struct dice *dice, int at)
{
    struct recipe_node made = { .op = OP_SUM + (enum op)roll(dice, OP_COUNT - OP_SUM) };
    made.of = (int)between(dice, 1, 7);
    made.number = (int)between(dice, 1, made.of);
    made.count = 2;
    bool is_wide = made.op == OP_SUM || made.op == OP_LEAST || made.op == OP_MOST || made.op == OP_SPREAD;
    if (is_wide)
        made.count = (int)between(dice, 1, MOST);
    for (int i = 0; i < made.count; i++) {
        made.parts[i] = random_money_part(dice, at);
        made.is_against[i] = is_wide && one_in(dice, 3);
    }
    if (made.op == OP_PRODUCT) {
        made.count = 3;
        made.parts[1] = (int)between(dice, 6, 9);
        made.parts[2] = (int)between(dice, 8, 9);
        made.is_against[2] = true;
    }
    if (made.op == OP_STEP)
        made.parts[1] = (int)between(dice, 6, 7);
    if (made.op == OP_IF_GRANTED)
        made.parts[0] = (int)between(dice, 10, 11);
    return made;
}

struct made {
    struct graph *graph;
    node at[LEAVES + NODES];
};

static operand part_of(const struct made *made, const struct recipe_node *from, int i)
{
    node of = from->parts[i] < 0 ? 0 : made->at[from->parts[i]];
    return of && from->is_against[i] ? against(of) : of;
}

static node make_node(const struct made *made, const struct recipe_node *from)
{
    operand parts[MOST + 2];
    int count = 0;
    if (from->op == OP_SPREAD) {
        parts[count++] = graph_number(made->graph, from->number, KIND_COUNT, "number");
        parts[count++] = graph_number(made->graph, from->of, KIND_COUNT, "of");
    }
    for (int i = 0; i < from->count; i++)
        parts[count++] = part_of(made, from, i);
    if (from->op >= OP_NEAREST)
        parts[1] = graph_number(made->graph, 100, KIND_MONEY, "unit");
    return graph_make(made->graph, from->op, KIND_MONEY, "node", parts, count);
}

static struct made make_graph(const struct recipe *recipe, const struct leaf_value *values, struct arena *arena)
{
    struct made made = { .graph = graph_new(LEAVES, UNKNOWNS, arena) };
    for (int i = 0; i < LEAVES; i++) {
        struct fact *fact = arena_take(arena, 1, sizeof *fact);
        fact->value.number = values[i].number;
        fact->stated = i + 1;
        fact->unknown = values[i].unknown ? i : -1;
        made.at[i] = graph_fact(made.graph, NULL, fact, leaf_kind(i), FIELD_NUMBER);
    }
    for (int i = 0; i < NODES; i++)
        made.at[LEAVES + i] = make_node(&made, &recipe->nodes[i]);
    return made;
}

static void must_be_anew(const struct attempt *attempt, const struct made *made, const struct made *anew, int at)
{
    const struct needs *needs, *expected = graph_needs(anew->graph, anew->at[at]);
    assert_int_equal(attempt_read(attempt, made->at[at], &needs), graph_value(anew->graph, anew->at[at]));
    assert_int_equal(needs ? needs->bits[0] : 0, expected ? expected->bits[0] : 0);
}

/* Some leaves take other values, one after another, and some go back. */
static void try_values(const struct recipe *recipe, struct dice *dice, struct arena *arena)
{
    struct leaf_value was[LEAVES], is[LEAVES];
    for (int i = 0; i < LEAVES; i++)
        is[i] = was[i] = random_leaf(dice, i);
    struct made made = make_graph(recipe, was, arena);
    int chosen[LEAVES], count = 0, figure = LEAVES + NODES - 1 - (int)roll(dice, LEVEL);
    node leaves[LEAVES];
    for (int i = 0; i < LEAVES; i++)
        if (one_in(dice, 3)) {
            chosen[count] = i;
            leaves[count++] = made.at[i];
        }
    const struct users *users = users_new(made.graph, arena);
    struct attempt *all = attempt_new(users, leaves, count, NULL, 0, arena);
    struct attempt *one = attempt_new(users, leaves, count, &made.at[figure], 1, arena);
    assert_in_range(attempt_count(one), 0, attempt_count(all));
    for (int t = 0; t < TRIES; t++) {
        for (int i = 0; i < count; i++) {
            int leaf = chosen[i];
            if (one_in(dice, 3) && !was[leaf].unknown) {
                is[leaf] = was[leaf];
                attempt_put(all, i, is[leaf].number);
                attempt_put(one, i, is[leaf].number);
            } else if (one_in(dice, 2)) {
                is[leaf] = random_leaf(dice, leaf);
                is[leaf].unknown = false;
                attempt_put(all, i, is[leaf].number);
                attempt_put(one, i, is[leaf].number);
            }
        }
        attempt_run(all);
        attempt_run(one);
        struct made anew = make_graph(recipe, is, arena);
        for (int at = 0; at < LEAVES + NODES; at++)
            must_be_anew(all, &made, &anew, at);
        must_be_anew(one, &made, &anew, figure);
    }
    struct made again = make_graph(recipe, was, arena);
    assert_int_equal(graph_count(again.graph), graph_count(made.graph));
    for (int at = 0; at < LEAVES + NODES; at++)
        assert_int_equal(graph_value(made.graph, made.at[at]), graph_value(again.graph, again.at[at]));
}

static void attempts_are_as_made_anew(void **state)
{
    (void)state;
    struct dice dice = { 1401 };
    for (int i = 0; i < GRAPHS; i++) {
        struct arena *arena = arena_new(abort);
        struct recipe recipe;
        for (int at = 0; at < NODES; at++)
            recipe.nodes[at] = random_node(&dice, at);
        try_values(&recipe, &dice, arena);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(attempts_are_as_made_anew) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
