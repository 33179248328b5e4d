#ifndef MEDFIN_WHATIF_COMPARE_H
#define MEDFIN_WHATIF_COMPARE_H

/* Scenarios side by side, and the difference between two of them split on its causes: one
   for each changed value, in the order of the files read on top, each tried on top of
   the ones before, so that they add up to the öre. */

#include <medfin/whatif/figure.h>
#include <medfin/whatif/trial.h>

struct scenario_case {
    const char *id;            /* the file's name without folder and ending; "base", "secured" */
    const char *title;         /* of its [scenario], else the id */
    statement_list statements; /* the project's, then its own, then what is set on the spot */
    int settings;              /* the first of those: they stand on top of every step */
    struct rerun trial;
};

struct comparison {
    const struct scenario_case *cases; /* the first is what the others are compared with */
    int count;
    plan_figure_list figures; /* that they are compared by, of the whole plan and of each year */
    const bool *asked;        /* a mark for each that is named: it is told though it says nothing of a project */
    const bool *shown;        /* a mark for each of them; NULL: all that apply are shown */
    const bool *rules;        /* the same of the rules */
    const bool *split;        /* the same of the figures that the causes split; NULL: none */
    bool by_path;             /* the cases are two versions of one project, and no files on top of another */
};

/* One value that a step changes: what stood there before and after, NULL for nothing. */
struct changed_value {
    const struct statement *statement;
    const struct fact *from, *to;
};

/* Figures of one step by year and, last, in all: `cells[column * figures.count + figure]`. */
struct measured {
    const struct project *project;
    const struct cell *cells;
};

/* A step: values that are only valid together change in one. */
struct cause {
    LIST(struct changed_value) values;
    struct measured before, after;
    int end;      /* of the scenario's statements, those in force after it (before it, when taken back) */
    bool is_back; /* what the other scenario has alone is taken back, the last first */
    bool is_rest; /* of many changes those that are not told apart */
};

typedef LIST(struct cause) cause_list;

/* From one scenario to another over the part that both have: the one's own statements are
   taken back, the last first, then the other's come in their order. The years are measured, and the whole. Each step
   builds the project anew, so that of many changes only the first are told apart. */
cause_list compare_causes(const struct comparison *comparison, const struct scenario_case *from,
                          const struct scenario_case *to, struct years years, struct arena *arena);

/* A figure of the comparison in a year, or over the whole plan of one (0). */
struct figure compared_in(const struct comparison *comparison, int figure, int year);
/* Those that are split on causes where nobody says which: a mark for each figure. */
bool *figures_split(const struct comparison *comparison, struct arena *arena);
struct cell compared_cell(const struct comparison *comparison, int figure, int year, const struct plan *plan);
bool compared_applies(const struct comparison *comparison, int figure, const struct scenario_case *to);

/* What the statements make, measured; false if they make no project. */
bool compare_measure(const struct comparison *comparison, const statement_list *statements, struct years years,
                     struct measured *measured, struct arena *arena);

/* Whether it may change a figure; and so many steps are told apart where so much is said. */
bool states_figure(const struct statement *statement);
int compare_most_steps(const statement_list *statements);

/* Adds what the statement changes from before the step to after it, if that is anything; and what a reader looks for
   first is put first. */
void cause_add_value(struct cause *cause, const struct statement *statement, struct arena *arena);
void cause_put_figure_first(struct cause *cause);

/* How many statements both begin with: the project's and those of files that both stand on. */
int compare_common(const struct scenario_case *a, const struct scenario_case *b);

/* What a figure changes by from one measuring to another; unknown on either side makes it unknown. */
struct cell measured_change(const struct comparison *comparison, const struct measured *before,
                            const struct measured *after, int column, int figure);

/* A changed value as a project file would say it; a dash where nothing is stated. */
const char *changed_text(const struct changed_value *changed, const struct fact *fact, enum language language,
                         struct arena *arena);

#endif
