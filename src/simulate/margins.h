#ifndef MEDFIN_SIMULATE_MARGINS_H
#define MEDFIN_SIMULATE_MARGINS_H

/* Each rule's margin in forms, at every place where it is judged and not holding there breaks the rule. In a trial a
   rule holds when all of them are at least −their bound, or when it only warns below. A rule's tolerance is in its
   margin. Where a rule does not apply it is not broken. */

#include <medfin/rules/judgement.h>
#include <medfin/simulate/simulate.h>

#include "drawn_plan.h"

struct margin_place {
    node margin, tolerance, applies;
    struct affine form; /* of both */
    month at;           /* the month, or a year's last in the plan */
};

typedef LIST(struct margin_place) margin_places;

struct margin {
    const struct rule *rule;
    const struct section *subject; /* NULL: the whole, or … */
    const char *person;            /* … of a rule about persons */
    node applies;                  /* 0: always */
    struct affine applies_form;
    bool is_alone;      /* there is none beside another one of its rule */
    bool always_breaks; /* whatever its places are */
    margin_places places;
    bool only_warns; /* below zero too the rule holds */
    enum place_step step;
};

typedef LIST(struct margin) margin_list;

/* Those that the rules make of the plan, before its graph is finished. */
margin_list margins_find(const struct drawn_plan *drawn, struct arena *arena);
/* The nodes whose forms they need, behind what the list holds. */
void margins_ask(const margin_list *margins, node_list *asked, struct arena *arena);
/* Their forms; and only those that apply are left: in some trial or, of what only warns, as the project stands. */
void margins_fold(margin_list *margins, const struct drawn_plan *drawn, const struct figure_list *values,
                  const struct fold *fold, struct arena *arena);

#endif
