#ifndef MEDFIN_RULES_JUDGEMENT_H
#define MEDFIN_RULES_JUDGEMENT_H

/* A rule is a margin in the graph and a sentence. It makes its nodes once; what it finds is read off them, from the
   graph's own values or through an attempt, as often as one likes. Which judgements, places and figures there are
   follows from the calendar and from what is stated, never from an amount. */

#include <medfin/plan/nodes.h>
#include <medfin/rules/finding.h>

/* Where a margin is looked at. */
struct judged_place {
    node margin;                        /* what there is to spare, in the judgement's unit … */
    node tolerance;                     /* … and what of a lack is forgiven; 0: nothing */
    node applies;                       /* 0 or 1: whether it is looked at; node 0: always */
    enum verdict otherwise;             /* where it is less */
    bool is_aside;                      /* it is looked at where all others hold, and tells only that it is broken */
    const struct rule_reading *reading; /* NULL of a rule that is read in one way */
    const struct section *subject;      /* whom it is about, where the judgement is of several; NULL: its own */
    int year;                           /* 0: none */
    month at;                           /* 0: none */
    const char *because;                /* where it is broken and binds … */
    const char *because_short;          /* … and this where `left`, which is known, is below zero; NULL: no such */
    node left;
    /* What is no node; NULL: nothing. Where the margin is unknown, what settles it all the same, unknown: nothing does;
       where the place is the first to fail, for how many billionths of a month it lasts. */
    struct cell (*at_least)(const struct judged_place *place, const struct plan *plan);
    int64_t (*coverage)(const struct judged_place *place, const struct plan *plan);
    const void *context;
};

/* What a finding shows. */
struct judged;
struct judged_figure {
    struct rule_figure says; /* whatever the values are */
    node of;                 /* whose value it has */
    int place;               /* shown where the place before this number binds; 0: always */
    /* What is no node: completes the figure; false: there is none. NULL: the value. */
    bool (*read)(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure);
    node with; /* what it reads besides */
    const void *context;
};

/* A finding to be: one for each subject. */
struct judgement {
    const struct rule *rule;
    const struct section *subject;
    const char *person;
    enum kind kind;                   /* of the margins */
    node applies;                     /* 0 or 1; node 0: always. Where it is 0 … */
    const char *refused;              /* … the finding says so; NULL: there is none */
    bool is_alone;                    /* there is none beside another one of its rule */
    LIST(struct judged_place) places; /* of the reading that decides, or of none: without any it is not applicable */
    LIST(struct judged_figure) figures;
    const char *because;                 /* whatever the values are, where no place says more */
    enum verdict least;                  /* it is no less grave than that, … */
    const char *because_least;           /* … for this reason */
    bool tells_first;                    /* which month fails first */
    bool tells_binding;                  /* what binds, while it is undetermined too */
    const struct rule_reading *readings; /* NULL: it is read in one way */
    int reading_count;
    const struct rule_reading *deciding;
    bool two_sided; /* `deviation` tells which of the sides */
    bool adds_up;   /* see struct finding */
    node deviation;
};

struct judgements {
    struct judgement *items;
    int count, room; /* as any LIST */
};

/* The nodes that its verdict rests on, behind what the list holds. */
void judgement_watch(const struct judgement *judgement, node_list *nodes, struct arena *arena);

/* A finding of each that stands, in their order, behind what the list holds. It has the gravest verdict of all places;
   among those that give it the tightest, the first of equal ones. A place that is known to fail settles it; else it is
   undetermined while anything is unknown. */
void findings_read(const struct judgements *judgements, const struct plan *plan, finding_list *findings,
                   struct arena *arena);
/* The same without the figures that they show, nor for how long anything lasts. */
void verdicts_read(const struct judgements *judgements, const struct plan *plan, finding_list *findings,
                   struct arena *arena);

#endif
