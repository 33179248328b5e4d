#include "rule_states.h"

#include <math.h>
#include <string.h>

#include <medfin/graph/attempt.h>

#include "hot.h"

void rule_states_begin(const struct simulator *simulator, struct rule_state *states)
{
    for (int r = 0; r < simulator->answer.rule_count; r++)
        for (int i = 0; i < BLOCK; i++) {
            states[r].first[i] = simulator->earliest[r];
            states[r].near[i] = simulator->doubtful[r];
            states[r].worst[i] = MONEY_LIMIT;
            states[r].applies[i] = 1;
        }
}

HOT static void test_place(struct rule_state *restrict state, const double *restrict numbers,
                           const struct reading *reading, double place)
{
    const double constant = reading->constant, factor = reading->factor, bound = reading->bound;
    for (int i = 0; i < BLOCK; i++) {
        double margin = constant + factor * numbers[i];
        double broken = margin < -bound ? place : MONEY_LIMIT;
        double near = margin < bound ? place : MONEY_LIMIT;
        state->first[i] = broken < state->first[i] ? broken : state->first[i];
        state->worst[i] = margin < state->worst[i] ? margin : state->worst[i];
        state->near[i] = near < state->near[i] ? near : state->near[i];
    }
}

/* It holds: what it has to spare tells what drives the rule all the same. */
static void keep_worst(struct rule_state *restrict state, const double *restrict numbers, const struct reading *reading)
{
    for (int i = 0; i < BLOCK; i++) {
        double margin = reading->constant + reading->factor * numbers[i];
        state->worst[i] = margin < state->worst[i] ? margin : state->worst[i];
    }
}

static void test_applying(struct rule_state *state, const double *numbers, const struct reading *reading)
{
    for (int i = 0; i < BLOCK; i++)
        state->applies[i] = fabs(reading->constant + reading->factor * numbers[i]) > reading->bound;
}

void rule_states_test(const struct simulator *simulator, struct rule_state *states, int watched, const double *numbers)
{
    for (int t = simulator->first_test[watched]; t < simulator->first_test[watched + 1]; t++) {
        const struct place_test *test = &simulator->tests[t];
        const struct simulated_rule *rule = &simulator->answer.rules[test->rule];
        const struct reading *reading = tested_reading(rule, test->place);
        if (test->place < 0)
            test_applying(&states[test->rule], numbers, reading);
        else if (rule->places[test->place].holds)
            keep_worst(&states[test->rule], numbers, reading);
        else
            test_place(&states[test->rule], numbers, reading, test->place);
    }
}

struct decider {
    const struct simulator *simulator;
    struct arena *arena;
    struct attempt **attempts; /* by rule; NULL until a trial asks for it */
    double (*kept)[BLOCK];     /* of leaves that are no draws */
};

struct decider *decider_new(const struct simulator *simulator, struct arena *arena)
{
    struct decider *decider = arena_take(arena, 1, sizeof *decider);
    *decider = (struct decider){ .simulator = simulator, .arena = arena_like(arena) };
    decider->attempts = arena_take(decider->arena, (size_t)simulator->answer.rule_count + 1, sizeof(struct attempt *));
    decider->kept = arena_take(decider->arena, (size_t)simulator->leaf_count + 1, sizeof *decider->kept);
    return decider;
}

void decider_free(struct decider *decider)
{
    arena_free(decider->arena);
}

void decider_keep(struct decider *decider, int watched, const double *numbers)
{
    const struct simulator *simulator = decider->simulator;
    for (int i = 0; i < simulator->leaf_count; i++)
        if (simulator->leaves[i].draw < 0 && simulator->leaves[i].reading.watched == watched)
            memcpy(decider->kept[i], numbers, sizeof decider->kept[i]);
}

/* Of nothing but what the rule's places are made of. */
static struct attempt *attempt_of(struct decider *decider, int number)
{
    const struct simulator *simulator = decider->simulator;
    const struct simulated_rule *rule = &simulator->answer.rules[number];
    if (decider->attempts[number])
        return decider->attempts[number];
    node_list leaves = { 0 }, asked = { 0 };
    for (int i = 0; i < simulator->leaf_count; i++)
        *list_add(&leaves, decider->arena) = simulator->leaves[i].of;
    for (int p = 0; p < rule->place_count; p++) {
        *list_add(&asked, decider->arena) = rule->places[p].margin;
        *list_add(&asked, decider->arena) = rule->places[p].tolerance;
    }
    return decider->attempts[number] =
               attempt_new(simulator->users, leaves.items, leaves.count, asked.items, asked.count, decider->arena);
}

static double leaf_in(const struct decider *decider, const struct bench *bench, int number, int trial)
{
    const struct drawn_leaf *leaf = &decider->simulator->leaves[number];
    const double *numbers = leaf->draw < 0 ? decider->kept[number] : bench_draws(bench, leaf->draw);
    return round(leaf->reading.constant + leaf->reading.factor * numbers[trial]);
}

/* Whether there is room for the trial in whole numbers: values that nobody could state may be drawn. */
static bool is_in_reach(const struct decider *decider, const struct bench *bench, int trial)
{
    const double most_growth = 1000;
    double growth = 1;
    for (int i = 0; i < decider->simulator->leaf_count; i++) {
        const struct drawn_leaf *leaf = &decider->simulator->leaves[i];
        const double size = fabs(leaf_in(decider, bench, i, trial));
        if (size > leaf->most)
            return false;
        growth *= leaf->is_share && size > SHARE_ONE ? 1 + size / SHARE_ONE : 1;
    }
    return growth <= most_growth;
}

/* The draws of a trial in the place of the stated values. */
static void put_trial(const struct decider *decider, struct attempt *attempt, const struct bench *bench, int trial)
{
    for (int i = 0; i < decider->simulator->leaf_count; i++)
        attempt_put(attempt, i, (int64_t)leaf_in(decider, bench, i, trial));
    attempt_run(attempt);
}

/* The first place that breaks in the exact plan. */
static int first_exactly(struct decider *decider, const struct bench *bench, int number, int trial)
{
    const struct simulated_rule *rule = &decider->simulator->answer.rules[number];
    struct attempt *attempt = attempt_of(decider, number);
    int place = 0;
    put_trial(decider, attempt, bench, trial);
    while (place < rule->place_count &&
           attempt_value(attempt, rule->places[place].margin) >= -attempt_value(attempt, rule->places[place].tolerance))
        place++;
    return place;
}

void decider_decide(struct decider *decider, const struct bench *bench, struct rule_state *states, int count,
                    int64_t *decided)
{
    const struct simulation *answer = &decider->simulator->answer;
    const double *jumped = bench_jumped(bench);
    for (int r = 0; r < answer->rule_count; r++)
        for (int i = 0; i < count; i++) {
            if (!states[r].applies[i])
                states[r].first[i] = answer->rules[r].place_count;
            const bool is_open = states[r].near[i] < states[r].first[i] || (answer->rules[r].jumps && jumped[i]);
            if (!states[r].applies[i] || !is_open)
                continue;
            if (is_in_reach(decider, bench, i)) {
                states[r].first[i] = first_exactly(decider, bench, r, i);
                decided[r]++;
            } else if (states[r].worst[i] < 0) {
                states[r].first[i] = fmin(states[r].near[i], states[r].first[i]);
            }
        }
}
