#ifndef MEDFIN_TESTS_FIGURES_H
#define MEDFIN_TESTS_FIGURES_H

/* What tests of small projects ask for: a line's months and sums, a rule's finding and the
   figures that it compared. All in öre. */

#include <stdlib.h>

#include <medfin/plan/sums.h>
#include <medfin/whatif/cure.h>

#include "../properties/trial.h"

#define HALF_YEAR "[project]\nstart = 2021-01\nend = 2021-06\n"
#define YEAR      "[project]\nstart = 2021-01\nend = 2021-12\n"
#define TWO_YEARS "[project]\nstart = 2021-01\nend = 2022-12\n"

/* What a line books: its cost in any form, or as a funder its money or its in kind. */
enum booking { COST, MONEY, IN_KIND_MONEY };

#define MONTHS(...)                                                                                                    \
    (int)(sizeof((const money[]){ __VA_ARGS__ }) / sizeof(money)), (const money[])                                     \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }

static inline struct trial project_of(void **state, const char *head, const char *sections)
{
    struct arena *arena = *state;
    return trial_new(arena_text(arena, "%s%s", head, sections), arena);
}

/* The section of a path such as "cost.rent". */
static inline const struct section *section_at(const struct trial *trial, const char *path)
{
    for (int i = 0; i < trial->project->all.count; i++)
        if (strcmp(section_path(trial->arena, trial->project->all.items[i], LANGUAGE_EN), path) == 0)
            return trial->project->all.items[i];
    trial_fails(trial, path);
    return NULL;
}

static inline const struct funder *funder_at(const struct trial *trial, const char *id)
{
    return (const struct funder *)section_at(trial, arena_text(trial->arena, "funder.%s", id));
}

static inline struct cell booked(const struct trial *trial, const char *path, enum booking what, month first,
                                 month last)
{
    const struct section *section = section_at(trial, path);
    struct selection of = { .side = what == COST ? COST_SIDE : FINANCING_SIDE,
                            .form = what == MONEY           ? IN_CASH
                                    : what == IN_KIND_MONEY ? IN_KIND
                                                            : ANY_FORM };
    if (what == COST)
        of.line = section;
    else
        of.payer = section;
    return plan_sum(trial->plan, &of, first, last);
}

static inline money in_all(const struct trial *trial, const char *path, enum booking what)
{
    struct cell sum = booked(trial, path, what, trial->plan->first, plan_last(trial->plan));
    assert_true(cell_is_known(sum));
    return sum.amount;
}

/* The months of a line from the plan's first; 0 beyond those that are listed. */
static inline void assert_months(const struct trial *trial, const char *path, enum booking what, int count,
                                 const money *expected)
{
    for (int i = 0; i < trial->plan->count; i++) {
        struct cell cell = booked(trial, path, what, trial->plan->first + i, trial->plan->first + i);
        money amount = i < count ? expected[i] : 0;
        if (!cell_is_known(cell) || cell.amount != amount)
            fail_msg("%s, month %d: %lld instead of %lld in\n%s", path, i + 1, (long long)cell.amount,
                     (long long)amount, trial->text);
    }
}

static inline void assert_years(const struct trial *trial, const char *path, enum booking what, int count,
                                const money *expected)
{
    for (int i = 0; i < count; i++) {
        int year = month_year(trial->plan->first) + i;
        struct cell cell = booked(trial, path, what, month_of(year, 1), month_of(year, 12));
        if (!cell_is_known(cell) || cell.amount != expected[i])
            fail_msg("%s, %d: %lld instead of %lld in\n%s", path, year, (long long)cell.amount, (long long)expected[i],
                     trial->text);
    }
}

/* How many unknowns a line's sum over some months needs. */
static inline int needed(const struct trial *trial, const char *path, enum booking what, month first, month last)
{
    return needs_count(booked(trial, path, what, first, last).needs);
}

static inline finding_list findings_of(const struct trial *trial)
{
    finding_list findings = { 0 };
    rules_run(trial->plan, &findings, trial->arena);
    return findings;
}

/* The number of a rule's finding on a subject, "project" for one that has none; −1: no such. */
static inline int finding_number(const finding_list *findings, const char *rule, const char *subject)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        const char *of = finding->subject ? finding->subject->id : "project";
        if (strcmp(finding->rule->id, rule) == 0 && strcmp(of, subject) == 0)
            return i;
    }
    return -1;
}

static inline const struct finding *finding_of(const struct trial *trial, const char *rule, const char *subject)
{
    const finding_list findings = findings_of(trial);
    int at = finding_number(&findings, rule, subject);
    if (at < 0)
        trial_fails(trial, arena_text(trial->arena, "%s says nothing of %s", rule, subject));
    return &findings.items[at];
}

/* The margin of a verdict that stands whatever the unknowns are. */
#define WHATEVER INT64_MIN

static inline void assert_verdict(const struct trial *trial, const char *rule, const char *subject,
                                  enum verdict verdict, int64_t margin)
{
    const struct finding *finding = finding_of(trial, rule, subject);
    bool has_margin = verdict != VERDICT_UNDETERMINED && verdict != VERDICT_NOT_APPLICABLE && margin != WHATEVER;
    if (finding->verdict != verdict || finding->has_margin != has_margin || (has_margin && finding->margin != margin))
        fail_msg("%s %s: %s %lld in\n%s", rule, subject, verdict_id(finding->verdict), (long long)finding->margin,
                 trial->text);
}

static inline const struct rule_figure *figure_of(const struct finding *finding, const char *key)
{
    const struct rule_figure *found = NULL;
    struct arena *arena = arena_new(abort);
    for (int i = 0; i < finding->figure_count && !found; i++)
        if (strcmp(rule_figure_path(arena, &finding->figures[i]), key) == 0)
            found = &finding->figures[i];
    arena_free(arena);
    return found;
}

static inline void assert_figure(const struct finding *finding, const char *key, int64_t number)
{
    const struct rule_figure *figure = figure_of(finding, key);
    if (!figure || figure->needs || figure->none || figure->number != number)
        fail_msg("%s: %lld instead of %lld", key, figure ? (long long)figure->number : -1, (long long)number);
}

static inline void assert_says(const struct finding *finding, const char *words)
{
    if (!finding->because || !strstr(finding->because, words))
        fail_msg("'%s' does not say '%s'", finding->because ? finding->because : "", words);
}

/* The cures of a failing finding, in the order of their table. */
static inline cure_list cures_of(const struct trial *trial, const char *rule, const char *subject)
{
    const finding_list findings = findings_of(trial);
    int at = finding_number(&findings, rule, subject);
    assert_true(at >= 0);
    return cures_find(&trial->statements, trial->plan, &findings, NULL, trial->arena)[at];
}

static inline void assert_cure(const cure_list *cures, int at, const char *id, money amount)
{
    assert_true(at < cures->count);
    if (strcmp(cures->items[at].id, id) != 0 || cures->items[at].amount != amount || cures->items[at].neighbour >= 0)
        fail_msg("%s %lld, with one öre less %lld", cures->items[at].id, (long long)cures->items[at].amount,
                 (long long)cures->items[at].neighbour);
}

#endif
