#ifndef MEDFIN_WHATIF_FIGURE_H
#define MEDFIN_WHATIF_FIGURE_H

/* What is asked for by its path: a figure of the plan, a rule, or what a rule compares. One reader for explain, --by,
   --until, --only and letters. */

#include <medfin/figures/figure_path.h>
#include <medfin/rules/judgement.h>

struct asked_figure {
    struct figure of; /* of the plan; without a row it is a rule's: */
    const struct rule *rule;
    const char *subject;                /* as paths name it, escaped; NULL: the rule's of the project */
    const char *name;                   /* the same as it stands … */
    int which;                          /* … and which one of that name, from 1; of a rule itself 0: all of it */
    const struct section *about;        /* the same as a section … */
    const char *person;                 /* … or a person; NULL: neither */
    const struct rule_reading *reading; /* of a rule's field; NULL: none */
    int year;                           /* the same; 0: none */
    month at;                           /* the same; 0: none */
    const char *field; /* "margin", "years.2022.gap", "readings.running.margin"; NULL: the rule itself */
    enum kind kind;
    const char *label; /* of a rule's field; marked for translation */
};

/* `when` is a time of its own, "2022" or "2022-05", or NULL. */
enum figure_fault asked_figure_read(const struct plan *plan, const char *path, const char *when,
                                    struct asked_figure *asked, struct arena *arena);

/* A rule itself: "balance", "regler.balans"; or what it says of one subject: "match.regionala-medel",
   "evidence.project", "rules.match.by_subject.regionala-medel-2". False where the plan has none such; then there may be
   the rule alone. */
bool asked_rule_read(const struct plan *plan, const char *path, struct asked_figure *asked, struct arena *arena);
/* The rule itself as it says what the finding does. */
struct asked_figure asked_finding(const struct finding *finding, struct arena *arena);
static inline bool asked_is_rule(const struct asked_figure *asked)
{
    return asked->rule && !asked->field;
}
/* Whether the finding is one of the rule's that is asked for. */
bool asked_takes(const struct asked_figure *asked, const struct finding *finding);

/* "years.2022.cost.total", "rules.match.regionala-medel.drawn". */
const char *asked_figure_path(struct arena *arena, const struct asked_figure *asked);

/* The same in a language, as a user would ask for it. */
const char *asked_figure_path_in(struct arena *arena, const struct asked_figure *asked, enum language language);

/* Paths to choose the nearest from, ending with NULL: those of the plan without their time, and rules'. */
const char *const *asked_figure_paths(const struct plan *plan, struct arena *arena);

/* In another plan, of the same lines or others; node 0 of what it has not. What a rule has is that of its tightest
   place as the plan stands. */
node asked_figure_node(const struct plan *plan, const struct asked_figure *asked);

struct cell asked_figure_cell(const struct plan *plan, const struct asked_figure *asked);

/* A rule's as its finding has it, where another place may give it for other values; unknown where there is none. */
struct cell asked_in_findings(const finding_list *findings, const struct asked_figure *asked,
                              const struct needs *unknown);
bool asked_is_margin(const struct asked_figure *asked);

/* Those that scenarios are compared by: a row each, of the whole plan. */
plan_figure_list compared_figures(struct arena *arena);

/* The number in a list of the figure that number `figure` is part of, where it and all of its parts are among those
   shown, a mark for each; else −1. */
int figure_total(const plan_figure_list *list, int figure, const bool *shown);

#endif
