#ifndef MEDFIN_WHATIF_PRIORITISE_H
#define MEDFIN_WHATIF_PRIORITISE_H

/* Which activities fit in a year's budget: what has been carried out, whatever it cost; then by priority, then in the
   order of the file. What does not fit is followed by nothing, unless smaller ones may pass it. */

#include <medfin/plan/activities.h>

enum choice_outcome {
    CHOICE_FITS,
    CHOICE_OUTSIDE,
    CHOICE_UNKNOWN /* its cost, the budget or a cost before it is not known */
};

struct choice {
    const struct activity *activity;
    bool is_over; /* carried out: it stands before all others, and fits */
    int priority; /* 1..3; 4 where none is stated */
    enum choice_outcome outcome;
    struct cell cost; /* in cash, in that year */
    money left;       /* of the budget behind it, where it fits */
    /* Outside: the least that the budget lacks for it; where nothing passes, for those before it that are outside too.
     */
    money missing;
};

struct year_choice {
    int year;
    bool has_budget;
    struct cell budget;
    money over;             /* of it, what has been carried out has taken */
    struct cell cost;       /* of all */
    struct choice *choices; /* those that cost something in the year */
    int count;
    int fitting;               /* how many fit … */
    money fitting_cost;        /* … and what they cost */
    const struct choice *next; /* the first that is outside; NULL: all fit */
};

struct prioritisation {
    const struct plan *plan;
    bool smaller_pass;
    struct year_choice *years;
    int count;
};

struct prioritisation prioritise(const struct plan *plan, bool smaller_pass, struct arena *arena);

#endif
