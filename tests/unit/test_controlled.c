/* Controlled rounding. The small networks are worked by hand; the random ones are held against what must be: every
   figure one of the two whole units next to the exact one, every sum its parts. */

#include "rounded.h"

#include <medfin/base/controlled.h>

/* Lines 0,50 + 0,50 + 0 = 1 and 0 + 0 + 0,50 in three years; in all 1,50, which is nearest to 2. The first of the
   years, each 0,50, is raised. The second cannot be, since the first line is one krona in all: the third is. */
static void a_whole_line_keeps_its_sum(void **state)
{
    static const money cells[2][3] = { { 50, 50, 0 }, { 0, 0, 50 } };
    static const int64_t expected[2][3] = { { 1, 0, 0 }, { 0, 0, 1 } };
    struct controlled *network = controlled_new(100, *state);
    int all = controlled_sum(network), years[3], figures[2][3], totals[2];
    int whole = controlled_figure(network, CONTROLLED_GROUND, all, 150, RANK_WHOLE);
    for (int y = 0; y < 3; y++) {
        years[y] = controlled_sum(network);
        controlled_figure(network, years[y], CONTROLLED_GROUND, 50, RANK_YEAR);
    }
    for (int l = 0; l < 2; l++) {
        int line = controlled_sum(network);
        totals[l] = controlled_figure(network, all, line, l ? 50 : 100, RANK_LINE);
        for (int y = 0; y < 3; y++)
            figures[l][y] = controlled_figure(network, line, years[y], cells[l][y], RANK_CELL);
    }
    controlled_round(network);
    assert_int_equal(controlled_whole(network, whole), 2);
    assert_int_equal(controlled_whole(network, totals[0]), 1);
    for (int i = 0; i < 6; i++)
        assert_int_equal(controlled_whole(network, figures[i / 3][i % 3]), expected[i / 3][i % 3]);
}

/* 0,40 + 0,40 + 0,40 = 1,20 under a total that is decided as 3, as the difference of two others may be: each is raised.
 */
static void what_is_decided_stands(void **state)
{
    struct controlled *network = controlled_new(100, *state);
    int sum = controlled_sum(network), parts[3];
    controlled_fix(network, controlled_figure(network, sum, CONTROLLED_GROUND, 120, RANK_WHOLE), 3);
    for (int i = 0; i < 3; i++)
        parts[i] = controlled_figure(network, CONTROLLED_GROUND, sum, 40, RANK_CELL);
    controlled_round(network);
    for (int i = 0; i < 3; i++)
        assert_int_equal(controlled_whole(network, parts[i]), 1);
}

/* Parts that are decided as 2 and −1 of 1,40 and −0,60 make a total of 1, though 0,80 is. A part of 10 under a decided
   total of 12 is 12. */
static void what_is_not_decided_gives_way(void **state)
{
    struct controlled *network = controlled_new(100, *state);
    int sum = controlled_sum(network), other = controlled_sum(network);
    controlled_fix(network, controlled_figure(network, CONTROLLED_GROUND, sum, 140, RANK_CELL), 2);
    controlled_fix(network, controlled_figure(network, CONTROLLED_GROUND, sum, -60, RANK_CELL), -1);
    int total = controlled_figure(network, sum, CONTROLLED_GROUND, 80, RANK_WHOLE);
    controlled_fix(network, controlled_figure(network, other, CONTROLLED_GROUND, 1000, RANK_WHOLE), 12);
    int part = controlled_figure(network, CONTROLLED_GROUND, other, 1000, RANK_CELL);
    /* A figure that lies far off is reached in one step, not a unit at a time. */
    enum { FAR = 1000 * 1000 * 1000 };
    int far = controlled_sum(network);
    controlled_fix(network, controlled_figure(network, far, CONTROLLED_GROUND, 1030, RANK_WHOLE), 1000 * (int64_t)FAR);
    int first = controlled_figure(network, CONTROLLED_GROUND, far, 470, RANK_LINE);
    int second = controlled_figure(network, CONTROLLED_GROUND, far, 560, RANK_LINE);
    controlled_round(network);
    assert_int_equal(controlled_whole(network, first) + controlled_whole(network, second), 1000 * (int64_t)FAR);
    assert_int_equal(controlled_whole(network, total), 1);
    assert_int_equal(controlled_whole(network, part), 12);
}

/* A random network as plans have: lines in groups × years on two sides that meet in the years. */

struct drawn_figure {
    int from, to, number;
    money exact;
};

struct drawn {
    struct controlled *network;
    LIST(struct drawn_figure) figures;
    int sums;
    struct arena *arena;
};

static int sum_of(struct drawn *drawn)
{
    drawn->sums++;
    return controlled_sum(drawn->network);
}

static void figure_of(struct drawn *drawn, bool turned, int from, int to, money exact, enum controlled_rank rank)
{
    int number = controlled_figure(drawn->network, turned ? to : from, turned ? from : to, exact, rank);
    *list_add(&drawn->figures, drawn->arena) =
        (struct drawn_figure){ turned ? to : from, turned ? from : to, number, exact };
}

enum { YEARS = 4, GROUPS = 4, LINES = 6 };

static void draw_side(struct drawn *drawn, bool turned, const int *meets, money *by_year, uint64_t *seed)
{
    int all = sum_of(drawn);
    money whole = 0;
    for (int g = 0; g < GROUPS; g++) {
        int group = sum_of(drawn), parts[YEARS];
        money of_group = 0, of_year[YEARS] = { 0 };
        for (int y = 0; y < YEARS; y++)
            parts[y] = sum_of(drawn);
        for (int l = draw_below(seed, LINES); l >= 0; l--) {
            int line = sum_of(drawn);
            money total = 0;
            for (int y = 0; y < YEARS; y++) {
                money exact = draw_below(seed, 3) ? draw_below(seed, 900) - 100 : 50 * draw_below(seed, 5);
                figure_of(drawn, turned, line, parts[y], exact, RANK_CELL);
                of_year[y] += exact;
                total += exact;
            }
            figure_of(drawn, turned, group, line, total, RANK_LINE);
            of_group += total;
        }
        for (int y = 0; y < YEARS; y++) {
            figure_of(drawn, turned, parts[y], meets[y], of_year[y], RANK_GROUP);
            by_year[y] += of_year[y];
        }
        figure_of(drawn, turned, all, group, of_group, RANK_GROUP);
        whole += of_group;
    }
    figure_of(drawn, turned, CONTROLLED_GROUND, all, whole, RANK_WHOLE);
}

static void check(const struct drawn *drawn)
{
    int64_t *flow = arena_take(drawn->arena, (size_t)drawn->sums + 1, sizeof *flow);
    for (int i = 0; i < drawn->figures.count; i++) {
        const struct drawn_figure *figure = &drawn->figures.items[i];
        int64_t whole = controlled_whole(drawn->network, figure->number);
        assert_true(llabs(whole * 100 - figure->exact) < 100);
        flow[figure->from] -= whole;
        flow[figure->to] += whole;
    }
    for (int n = 1; n <= drawn->sums; n++)
        assert_int_equal(flow[n], 0);
}

static void random_networks_add_up(void **state)
{
    uint64_t seed = 20260101;
    for (int i = 0; i < 300; i++) {
        struct drawn drawn = { .network = controlled_new(100, *state), .arena = *state };
        money cost[YEARS] = { 0 }, financing[YEARS] = { 0 };
        int meets[YEARS];
        for (int y = 0; y < YEARS; y++)
            meets[y] = sum_of(&drawn);
        draw_side(&drawn, false, meets, cost, &seed);
        draw_side(&drawn, true, meets, financing, &seed);
        for (int y = 0; y < YEARS; y++)
            figure_of(&drawn, false, CONTROLLED_GROUND, meets[y], financing[y] - cost[y], RANK_GAP);
        controlled_round(drawn.network);
        check(&drawn);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_whole_line_keeps_its_sum),
        ARENA_TEST(what_is_decided_stands),
        ARENA_TEST(what_is_not_decided_gives_way),
        ARENA_TEST(random_networks_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
