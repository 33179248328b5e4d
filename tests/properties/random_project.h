#ifndef MEDFIN_TESTS_RANDOM_PROJECT_H
#define MEDFIN_TESTS_RANDOM_PROJECT_H

/* Random projects as texts, the same for the same seed: what a property is tried on. They
   are read like any file, so that a project that fails can be printed and kept. */

#include "random_funders.h"

static inline void write_project(struct sketch *sketch)
{
    struct arena *arena = sketch_arena(sketch);
    text_addf(&sketch->text, "[project]\nstart = %s\nend = %s\n", month_text(arena, sketch->first),
              month_text(arena, sketch->last));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "opening_equity = %s\n", random_cost(sketch));
    if (one_in(sketch->dice, 4))
        text_addf(&sketch->text, "earmarked_equity = %s\nfixed_assets = %s\n", random_money(sketch),
                  random_money(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "\n[rules]\nbalance = project\nunsecured = fail %s\n",
                  share_text(arena, roll(sketch->dice, SHARE_ONE), LANGUAGE_SV));
}

static inline void choose_counts(struct sketch *sketch)
{
    struct dice *dice = sketch->dice;
    sketch->indices = (int)roll(dice, 3);
    sketch->rates = (int)roll(dice, 2);
    sketch->funders = (int)between(dice, 1, MOST_FUNDERS);
    sketch->posts = (int)roll(dice, 7);
    sketch->costs = (int)roll(dice, 7);
    sketch->activities = (int)roll(dice, 3);
    sketch->travels = (int)roll(dice, 3);
    sketch->overheads = (int)roll(dice, 4);
    choose_kinds(sketch);
}

static inline void write_each(struct sketch *sketch, int count, void (*write)(struct sketch *, int))
{
    for (int i = 0; i < count; i++)
        write(sketch, i);
}

/* A project of 1 to 60 months that is read and built without a fault. */
static inline const char *random_project(struct dice *dice, enum wish wish, struct arena *arena)
{
    struct sketch sketch = { .dice = dice, .text = text_new(arena), .wish = wish };
    sketch.first = month_of(2021, 1) + (month)roll(dice, one_in(dice, 2) ? 1 : 24);
    sketch.last = sketch.first + (month)between(dice, 0, LONGEST - 1);
    choose_counts(&sketch);
    write_project(&sketch);
    write_each(&sketch, sketch.indices, write_index);
    write_each(&sketch, sketch.rates, write_rate);
    write_each(&sketch, sketch.posts, write_staff);
    write_each(&sketch, sketch.funders, write_funder);
    write_each(&sketch, sketch.costs, write_cost);
    write_each(&sketch, sketch.activities, write_activity);
    write_each(&sketch, sketch.overheads, write_overhead);
    write_each(&sketch, sketch.travels, write_travel);
    write_group_and_frame(&sketch);
    if (one_in(dice, 2))
        write_reserve(&sketch);
    return sketch.text.bytes;
}

static inline struct cell cell_at(const struct plan *plan, int row, int column)
{
    return node_cell(plan, plan->rows[row].months[column]);
}

/* An arena for the next try in place of the one before. */
static inline struct arena *arena_anew(void **state)
{
    arena_free(*state);
    return *state = arena_new(abort);
}

/* Try a property on so many random projects, each in an arena of its own. */
static inline void try_projects(void **state, int count, uint64_t seed, enum wish wish,
                                void (*property)(struct trial *, struct dice *))
{
    for (int i = 0; i < count; i++) {
        struct dice dice = { seed * 1000000 + (uint64_t)i };
        struct arena *arena = arena_anew(state);
        struct trial trial = trial_new(random_project(&dice, wish, arena), arena);
        property(&trial, &dice);
    }
}

#endif
