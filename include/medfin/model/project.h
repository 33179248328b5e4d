#ifndef MEDFIN_MODEL_PROJECT_H
#define MEDFIN_MODEL_PROJECT_H

/* A complete, checked, constant project. Whoever holds one needs no error path: every
   name is resolved, every required value is there, every cross-check has passed. It
   lives in the arena that it was built in. */

#include <medfin/base/calendar.h>
#include <medfin/base/diag.h>
#include <medfin/model/section.h>

struct index {
    struct section section;
    struct series steps; /* percent by month */
    const struct fact *rate, *at_month;
    struct series every_year; /* steps made of rate and month over the project's years */
};

struct rate {
    struct section section;
    struct series years;
};

struct category {
    struct section section;
    const char *swedish; /* of a built-in one */
    bool built_in;
};

struct membership {
    struct section section;
    const struct fact *tariff, *fee, *own_hours, *hourly_cost, *own_travel, *hours_saved, *avoided_purchases,
        *share_used, *in_line;
};

struct group {
    struct section section;
    const struct fact *max_share, *basis, *amount;
};

struct frame {
    struct section section;
    const struct fact *amount, *committed;
    struct series years, committed_years;
};

struct reserve {
    struct section section;
    const struct fact *months, *basis, *test, *lead, *closing_costs;
};

struct rules {
    struct section section;
    const struct fact *tolerance, *balance, *unsecured, *liquidity_limit, *in_kind_limit;
};

struct decision {
    struct section section;
    const struct fact *ask;
};

struct scenario {
    struct section section;
    const struct fact *base, *message;
};

struct correlation {
    struct section section;
    struct series pairs; /* each fact's statement has the two paths */
};

struct portfolio {
    struct section section;
    const struct fact *projects, *opening_cash, *language;
};

struct book;

struct project {
    struct section section;
    const struct fact *version, *decided, *reference, *owner, *start, *end, *language, *vat, *opening_equity,
        *earmarked_equity, *fixed_assets, *opening_cash;

    month first, last;                       /* of start and end */
    const struct rules *rules;               /* all defaults when the file has no [rules] */
    const struct reserve *reserve;           /* all defaults when the file has no [reserve] … */
    bool keeps_reserve;                      /* … and then the rule is not applied */
    struct section_list all;                 /* active sections in file order, built-in categories first */
    struct section_list of[SECTION_COUNT];   /* the same by kind */
    struct section_list costs;               /* lines of cost in file order */
    struct section_list payers;              /* funders and tariffs in file order */
    const struct statement *const *unknowns; /* each `?` that remains, in file order */
    int unknown_count;
    const char *const *scenarios; /* what is read on top, in that order: each file's title, or its name */
    int scenario_count;
    int stated_count;                               /* values that facts are numbered by */
    const struct table_record *tables[TABLE_KINDS]; /* that the project names; NULL: none of that kind */
    const struct book *book;                        /* the ledgers of [actuals]; NULL: there are none */
    struct section_finder *finder;                  /* of project_find; the one part that changes */
};

static inline struct months project_months(const struct project *project)
{
    return (struct months){ project->first, project->last };
}

static inline struct years project_years(const struct project *project)
{
    return years_of(project_months(project));
}

/* Builds the project that the statements say, layer on layer, or returns NULL with all
   faults in `diags`; NULL also when `diags` held an error before, as when some values
   could not be read: what else is wrong is added all the same. The statements must
   outlive it. */
const struct project *project_build(const struct statement *statements, int count, struct arena *arena,
                                    struct diags *diags);

/* The same, and which of its steps found faults: what comes behind it has not looked. */
enum build_step { STEP_PROJECT, STEP_SECTIONS, STEP_CHECKS, STEP_LIMITS, STEP_NONE };
enum build_step project_build_steps(const struct statement *statements, int count, struct arena *arena,
                                    struct diags *diags, const struct project **project);

/* What the file of a portfolio says of it; NULL of a project. */
static inline const struct portfolio *project_portfolio(const struct project *project)
{
    return project->of[SECTION_PORTFOLIO].count ? (const struct portfolio *)*project->of[SECTION_PORTFOLIO].items
                                                : NULL;
}

/* The active section of that kind and id; NULL if there is none. */
const struct section *project_find(const struct project *project, enum section_id kind, const char *id);

#endif
