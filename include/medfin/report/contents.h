#ifndef MEDFIN_REPORT_CONTENTS_H
#define MEDFIN_REPORT_CONTENTS_H

/* What reports say: one function for each, which fills a doc. */

#include <medfin/analysis/compare.h>
#include <medfin/analysis/cure.h>
#include <medfin/analysis/outcomes.h>
#include <medfin/analysis/prioritise.h>
#include <medfin/analysis/safe_start.h>
#include <medfin/analysis/search.h>
#include <medfin/analysis/sensitivity.h>
#include <medfin/analysis/simulate.h>
#include <medfin/analysis/sweep.h>
#include <medfin/analysis/unknown.h>
#include <medfin/plan/derivation.h>
#include <medfin/report/doc.h>

enum report_by { BY_YEAR, BY_QUARTER, BY_MONTH };

/* Cost and financing over time, by category and line by line, shares with their
   denominators, sectors, leverage, staff, and what the figures rest on. */
void budget_contents(struct doc *doc, const struct plan *plan, enum report_by by);

/* Every rule's verdict with the figures behind it, and what must be known. `answers` has
   one for each finding that needs exactly one unknown, in their order; `cures` has one list
   for each finding. The figures of the rule `except` are told elsewhere; NULL: of none. */
void check_contents(struct doc *doc, const struct plan *plan, const finding_list *findings,
                    const struct unknown_answer *answers, const cure_list *cures, const struct rule *except);

/* One rule, whatever its verdict: what it enforces and the figures that it compared.
   `subject` NULL takes all its findings. False if the rule has no such subject. */
bool rule_contents(struct doc *doc, const struct plan *plan, const struct rule *rule, const char *subject,
                   const finding_list *findings, const struct unknown_answer *answers, const cure_list *cures);

/* Scenarios side by side, with the causes of their differences. */
void compare_contents(struct doc *doc, const struct comparison *comparison);

/* Every outcome of the undecided; sweeps; what a search found. */
void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes,
                       const struct safe_start *start);
/* What is safe to start before the undecided of these outcomes have answered. */
void safe_start_contents(struct doc *doc, const struct safe_start *start, const struct outcomes *outcomes);
void sweep_contents(struct doc *doc, const struct plan *plan, const struct sweep *sweep);
void search_contents(struct doc *doc, const struct plan *plan, const struct search *search,
                     const struct search_answer *answer);

/* A verdict, and a figure of a rule, as cells. */
struct doc_cell cell_verdict(enum verdict verdict, const char *key);
struct doc_cell cell_figure(enum unit unit, int64_t number, bool unknown, const char *key);

/* What fits in the activities' budget, what falls outside and what enters next; then the
   activities as a whole. */
void prioritise_contents(struct doc *doc, const struct prioritisation *all);

/* Every row of the plan counted, what is left aside, and indicators by year, group, form and
   priority. Nothing for a project without activities. */
void activities_contents(struct doc *doc, const struct plan *plan);

/* One line that counts the activities, and what is left aside; for other reports. */
void activities_note(struct doc *doc, const struct plan *plan);

/* Every member's fee by year, the steps that made those of one year, and what they are together. */
void fees_contents(struct doc *doc, const struct plan *plan, int year);

/* Who pays more and who pays less by another plan's tariffs, and the difference in all. */
void fees_against_contents(struct doc *doc, const struct plan *plan, const struct plan *other, const char *title,
                           int year);

/* The first year of the plan in which somebody pays more or less by the other; its first where none is. */
int fees_differ_from(const struct plan *plan, const struct plan *other, struct arena *arena);

/* Cash month by month, claims and what the owner pre-finances. */
void liquidity_contents(struct doc *doc, const struct plan *plan);

/* What a simulation found: rules, quantiles, drivers. */
void simulate_contents(struct doc *doc, const struct simulation *simulation);

/* What each value alone does to a figure. */
void sensitivity_contents(struct doc *doc, const struct plan *plan, const struct tornado *tornado);

/* What a key is called among figures; "" for a date alone. */
const char *key_title(const struct key *key);

/* The same in prose: what it means, up to its first pause. */
const char *key_meaning(struct arena *arena, const struct key *key);

/* An uncertain value's name, and what it would be stated as with another number, also rounded
   for a reader. */
const char *uncertain_title(struct doc *doc, const struct section *section, const struct fact *fact);
const char *uncertain_text(struct doc *doc, const struct fact *fact, int64_t number);
const char *uncertain_shown(struct doc *doc, const struct fact *fact, int64_t number);

/* One figure: its formula, its derivation, and every stated value that it rests on. */
void explain_contents(struct doc *doc, const struct plan *plan, const struct derivation *tree, const char *title);

/* Its formula and derivation alone, within a larger doc. */
void derivation_contents(struct doc *doc, const struct derivation *tree);

/* What a report as a whole is made of. */
struct report_parts {
    const struct plan *plan;
    const finding_list *findings;
    const struct unknown_answer *answers; /* as check_contents takes them */
    const cure_list *cures;
    const struct comparison *comparison; /* NULL: there is nothing to compare with */
    const struct simulation *simulation; /* NULL: none was asked for */
    const struct tornado *tornado;       /* NULL, as the simulation */
};

/* The whole as one document: verdicts, key figures, budget, staff, reserve, liquidity, comparison,
   simulation, what it rests on, and how its headline figures were made. */
void report_contents(struct doc *doc, const struct report_parts *parts);

/* The title of the project alone, and of the scenario read on top of it too. */
void heading_contents(struct doc *doc, const struct project *project, const char *subject);
void title_contents(struct doc *doc, const struct project *project, const char *subject);

/* What a project file may say and what it is tested against, told from the tables. */
struct reference_topic {
    const char *name;    /* "keys" */
    const char *meaning; /* marked for translation */
    void (*contents)(struct doc *doc);
};

extern const struct reference_topic reference_topics[]; /* ends with a NULL name */

/* NULL if there is none. */
const struct reference_topic *reference_find(const char *name);

/* What a payer is called: fees are fees, whatever their tariff's id. */
const char *payer_title(const struct doc *doc, const struct section *payer);

/* A figure of the plan as a money cell; unknown when it needs anything. */
struct doc_cell cell_plan(struct cell figure, const char *key);
/* The same, shown to the öre. */
struct doc_cell cell_exact(struct cell figure, const char *key);
/* The same of what plans are compared by, which may be posts. */
struct doc_cell cell_compared(const struct compared_figure *of, struct cell figure, const char *key);

#endif
