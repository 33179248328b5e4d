#ifndef MEDFIN_WHATIF_VARIANT_H
#define MEDFIN_WHATIF_VARIANT_H

/* One project over and over with other values in a few places: what sweeps, searches and cures try. Each try gives what
   the statements with those values give, to the öre. The graph of figures is made once, and a try is an attempt on it;
   only values that make another graph have the project built anew. */

#include <medfin/rules/judgement.h>
#include <medfin/whatif/figure.h>

/* What each try tells. */
struct asked_of_try {
    const struct asked_figure *figures;
    int figure_count;
    const bool *rules;          /* a mark for each row of the table: it judges; NULL: none does */
    const bool *few;            /* the same of some of them, by which alone most tries are judged; NULL: none are */
    const statement_list *room; /* what must be stated before the varied can be; NULL: nothing */
    bool tries_little; /* each value is tried so few times that what lies above it alone is not listed for it */
};

struct variant;

/* The statements and, on top of them, `count` more whose values vary, each in a layer of its own. What
   it takes, variant_free gives back. */
struct variant *variant_new(const statement_list *statements, const struct statement *varied, int count,
                            const struct asked_of_try *asked, struct arena *arena);
void variant_free(struct variant *variant);

struct tried {
    const struct project *project; /* NULL: the values make none */
    const struct cell *figures;    /* as they were asked for */
    finding_list findings;         /* by the rules' order, without the figures that they show */
    struct arena *arena;           /* for what is asked of them */
};

/* `values` has one for each varied statement. What it gives holds until the next try. */
struct tried variant_try(struct variant *variant, const struct value *values);
/* The same, judged by the few rules. */
struct tried variant_try_few(struct variant *variant, const struct value *values);
/* Once values have made a project: number `which` alone, the others as they first did. What it takes does not grow with
   how many vary. */
struct tried variant_try_one(struct variant *variant, int which, const struct value *value);

/* Once values have made a project: whether other numbers of `which` are tried on its graph, and not the project built
   anew. */
bool variant_stays(const struct variant *variant, int which);

/* How much is computed anew when number `which` alone changes; to order axes by. */
int variant_work(struct variant *variant, int which);

#endif
