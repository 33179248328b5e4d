#include "rule_states.h"

#include "hot.h"

void rule_states_begin(const struct simulator *simulator, struct rule_state *states)
{
    for (int r = 0; r < simulator->answer.rule_count; r++)
        for (int i = 0; i < BLOCK; i++) {
            states[r].first[i] = simulator->earliest[r];
            states[r].near[i] = 0;
            states[r].worst[i] = MONEY_LIMIT;
        }
}

HOT static void test_place(struct rule_state *restrict state, const double *restrict numbers,
                           const struct reading *reading, double place)
{
    const double constant = reading->constant, factor = reading->factor, bound = reading->bound;
    for (int i = 0; i < BLOCK; i++) {
        double margin = constant + factor * numbers[i];
        double broken = margin < -bound ? place : MONEY_LIMIT;
        state->first[i] = broken < state->first[i] ? broken : state->first[i];
        state->worst[i] = margin < state->worst[i] ? margin : state->worst[i];
        double size = margin < 0 ? -margin : margin;
        state->near[i] = size < bound ? 1 : state->near[i];
    }
}

void rule_states_test(const struct simulator *simulator, struct rule_state *states, int watched, const double *numbers)
{
    for (int t = simulator->first_test[watched]; t < simulator->first_test[watched + 1]; t++) {
        const struct place_test *test = &simulator->tests[t];
        test_place(&states[test->rule], numbers, &simulator->answer.rules[test->rule].places[test->place].reading,
                   test->place);
    }
}
