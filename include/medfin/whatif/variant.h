#ifndef MEDFIN_WHATIF_VARIANT_H
#define MEDFIN_WHATIF_VARIANT_H

/* One project over and over with other values in a few places: what sweeps and searches
   try. Each try is the project and the plan that the statements with those values make, to
   the öre; what the values do not touch is built once. */

#include <medfin/whatif/trial.h>

enum { MOST_VARIED = 2 };

struct variant;

/* The statements and, on top of them, `count` more whose values vary, each in a layer of its
   own. It lives in the arena but for what a try takes, which variant_free gives back. */
struct variant *variant_new(const statement_list *statements, const struct statement *varied, int count,
                            struct arena *arena);

void variant_free(struct variant *variant);

/* No value that will be tried of number `which` is below `low` or above `high`: what the
   amounts could come to is then looked at once. */
void variant_bound(struct variant *variant, int which, const struct value *low, const struct value *high);

/* How much is evaluated anew when number `which` alone changes, in rows; to order axes by. */
int variant_work(const struct variant *variant, int which);

struct tried {
    const struct project *project; /* NULL: the values make none */
    const struct plan *plan;
    struct arena *arena; /* for what is asked of the plan */
};

/* `values` has one for each varied statement. What it gives holds until the next try. */
struct tried variant_try(struct variant *variant, const struct value *values);

/* The same with the findings of one rule, or of all when it is NULL. */
struct rerun variant_judge(struct variant *variant, const struct value *values, const struct rule *only);

#endif
