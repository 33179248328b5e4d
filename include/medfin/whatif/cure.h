#ifndef MEDFIN_WHATIF_CURE_H
#define MEDFIN_WHATIF_CURE_H

/* What would make a failing rule hold: the smallest change of each kind that is known to
   help, tried on what the project has and exact in its own unit, with the neighbour one öre or one member less that
   still lacks something. With it the margin is at least 0 wherever the rule looks; where no such change leaves that,
   the rule holds within its tolerance. A kind of cure is a row of one table. */

#include <medfin/rules/rules.h>
#include <medfin/whatif/figure.h>

/* Another rule, as it says of one subject, that the change makes hold, or no longer hold. */
struct cure_turn {
    struct asked_figure rule;
    bool holds; /* with the change */
};

struct cure {
    const char *id;                /* "one-off" */
    const char *label;             /* marked for translation */
    const struct section *subject; /* the tariff whose fee or members it changes; NULL: none */
    enum kind kind;                /* money or a count */
    int64_t amount;                /* öre, or members */
    int64_t neighbour;             /* the rule's margin with one less: still below zero */
    bool is_saving;                /* in what runs */
    bool is_forgiven;              /* both within the rule's tolerance */
    LIST(struct cure_turn) turns;
};

struct cure_list {
    struct cure *items;
    int count, room;
    bool is_unsought; /* nobody has looked for them */
};
typedef struct cure_list cure_list;

/* Of many findings that fail the first so many are helped. */
enum { MOST_CURED = 50 };

/* The cures of each finding that rules_run gives, or that one rule does: a list for each, in their order; an empty one
   for a rule that holds or that no row knows how to help. Of those that are asked for, NULL: of all,
   the first are looked for. */
const cure_list *cures_find(const statement_list *statements, const struct plan *plan, const finding_list *findings,
                            const struct asked_figure *asked, struct arena *arena);

#endif
