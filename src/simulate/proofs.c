#include "proofs.h"

#include <medfin/graph/bounds.h>

/* What the first block says of a place. */
struct sighting {
    bool is_near, is_broken;
};

struct sightings {
    const struct simulator *simulator;
    struct sighting **of; /* by rule and place */
};

static void see(struct sighting *sighting, const struct reading *reading, double margin)
{
    sighting->is_near = sighting->is_near || margin < reading->bound || reading->jumps;
    sighting->is_broken = sighting->is_broken || margin < -reading->bound;
}

static void see_watched(void *context, int watched, const double *numbers)
{
    const struct sightings *sightings = context;
    const struct simulator *simulator = sightings->simulator;
    for (int t = simulator->first_test[watched]; t < simulator->first_test[watched + 1]; t++) {
        const struct place_test *test = &simulator->tests[t];
        const struct reading *reading = tested_reading(&simulator->answer.rules[test->rule], test->place);
        for (int i = 0; i < BLOCK && test->place >= 0; i++)
            see(&sightings->of[test->rule][test->place], reading, reading->constant + reading->factor * numbers[i]);
    }
}

/* A form that is certain and yet off by roundings is near in every trial. */
static void see_certain(const struct sightings *sightings)
{
    const struct simulation *answer = &sightings->simulator->answer;
    for (int r = 0; r < answer->rule_count; r++)
        for (int p = 0; p < answer->rules[r].place_count; p++) {
            const struct reading *reading = &answer->rules[r].places[p].reading;
            if (reading->watched < 0 && !answer->rules[r].unknown && !answer->rules[r].only_warns)
                see(&sightings->of[r][p], reading, reading->constant);
        }
}

static struct bounds *bounds_of_draws(const struct simulator *simulator, struct arena *arena)
{
    struct open_leaf *leaves = arena_take(arena, (size_t)simulator->leaf_count + 1, sizeof *leaves);
    for (int i = 0; i < simulator->leaf_count; i++)
        leaves[i] = simulator->leaves[i].range;
    return bounds_new_open(simulator->answer.plan->graph, leaves, simulator->leaf_count, arena);
}

/* What is left to decide of a rule when some of its places hold. */
static void tell_rule(struct simulator *simulator, int number)
{
    struct simulated_rule *rule = &simulator->answer.rules[number];
    rule->jumps = false;
    simulator->doubtful[number] = MONEY_LIMIT;
    for (int p = rule->place_count - 1; p >= 0; p--) {
        const struct simulated_place *place = &rule->places[p];
        if (place->holds)
            continue;
        rule->jumps = rule->jumps || place->reading.jumps;
        if (place->reading.watched < 0 && place->reading.constant < place->reading.bound)
            simulator->doubtful[number] = p;
    }
}

void proofs_find(struct simulator *simulator)
{
    struct simulation *answer = &simulator->answer;
    struct arena *own = arena_like(simulator->arena);
    struct bounds *bounds = NULL;
    struct sightings sightings = { simulator, arena_take(own, (size_t)answer->rule_count + 1, sizeof *sightings.of) };
    for (int r = 0; r < answer->rule_count; r++)
        sightings.of[r] = arena_take(own, (size_t)answer->rules[r].place_count + 1, sizeof **sightings.of);
    block_run(simulator->schedule, simulator->bench, 0, 0, NULL, see_watched, &sightings);
    see_certain(&sightings);
    for (int r = 0; r < answer->rule_count; r++) {
        bool any = false;
        for (int p = 0; p < answer->rules[r].place_count; p++) {
            struct simulated_place *place = &answer->rules[r].places[p];
            if (!sightings.of[r][p].is_near || sightings.of[r][p].is_broken)
                continue;
            bounds = bounds ? bounds : bounds_of_draws(simulator, own);
            place->holds = bounds_prove_least(bounds, place->margin, place->tolerance, 0);
            any = any || place->holds;
        }
        if (any)
            tell_rule(simulator, r);
    }
    arena_free(own);
}
