#ifndef MEDFIN_WHATIF_SEARCH_H
#define MEDFIN_WHATIF_SEARCH_H

/* The smallest change of one stated value that makes rules or figures hold, exact in the value's own
   unit, with the neighbour that still fails. */

#include <medfin/whatif/figure.h>
#include <medfin/whatif/trial.h>

/* What must hold: a rule, of one subject or of all; or a figure against a bound. Of a rule the margin is to be at least
   0; where no value reaches that, what the tolerance forgives is forgiven. */
struct aim {
    struct asked_figure what;
    int64_t bound;
    bool at_most; /* else at least */
};

enum search_outcome {
    SEARCH_FOUND,
    SEARCH_AT_BOUND,   /* the value stands outside the bounds, and they hold at the nearer one */
    SEARCH_HOLDS,      /* the rules hold as it is; number is the last that still does, neighbour fails */
    SEARCH_NO_ANSWER,  /* nothing within the bounds: `binding` stands in the way, or two aims exclude each other */
    SEARCH_NEVER_TURNS /* the rules hold at every value that was tried within the bounds */
};

struct search {
    const statement_list *statements;
    const struct statement *varied; /* a statement whose value is varied */
    const struct aim *aims;
    int aim_count;
    int64_t low, high; /* bounds, in the value's unit (öre, parts per billion, count) */
};

/* Of all aims the one with the least to spare. */
struct search_binding {
    const struct aim *aim; /* NULL: none */
    enum verdict verdict;
    enum kind kind;
    int64_t margin; /* below zero exactly when it fails, what is forgiven forgiven … */
    int64_t spare;  /* … and as it is */
    int side;       /* where too much breaks the rule as too little does: 1 or −1; 0: it is not so, or holds */
};

/* What an aim asks for when it is asked alone. */
struct search_need {
    struct aim aim;
    bool has_number;
    int64_t number; /* in the value's unit */
    bool at_most;   /* else at least */
};

struct search_answer {
    enum search_outcome outcome;
    int64_t number, neighbour;     /* in the value's unit */
    struct search_binding binding; /* what fails at the neighbour, or stands in the way */
    bool monotone;                 /* the margin was, at 65 points on the way */
    bool is_forgiven;              /* no value leaves nothing to be forgiven: the rules hold within the tolerance */
    bool stands_forgiven;          /* found, though as it is the rules hold within the tolerance */
    const struct search_need *excluding; /* two that hold alone and never together; NULL: none such */
};

/* One step of the value: an öre, a hundredth of one where it is stated finer, a hundredth of
   a percent, one. */
int64_t search_unit(const struct value *value);

struct search_answer search_run(const struct search *search, struct arena *arena);

#endif
