#ifndef MEDFIN_MODEL_LINE_H
#define MEDFIN_MODEL_LINE_H

/* Lines of cost: when they are active, what they are booked as, who bears them. */

#include <medfin/base/calendar.h>
#include <medfin/model/section.h>

struct project;
struct funder;

/* What lines of cost and funders have in common, each at the same place in its struct. A kind that has
   no key for some of it never states that. */
struct line {
    struct section section;
    const struct fact *from, *to, *category, *in_kind_by, *eligible, *running, *notice_months, *forecast;
    struct series actuals, forecasts, comments; /* by month */
};

/* The head of a line's struct, as the section that it is. */
#define LINE_HEAD                                                                                                      \
    union {                                                                                                            \
        struct section section;                                                                                        \
        struct line line;                                                                                              \
    }

struct staff {
    LINE_HEAD;
    const struct fact *monthly_salary, *employer_rate, *share, *index, *person, *employer;
    struct series shares, salaries;
};

struct cost {
    LINE_HEAD;
    const struct fact *amount, *at_month, *index;
    struct series years, months;
};

struct overhead {
    LINE_HEAD;
    const struct fact *rate, *base, *include_in_kind, *covers;
};

/* First and last month in which a line is active, within the project. */
month line_first(const struct project *project, const struct line *line);
month line_last(const struct project *project, const struct line *line);
struct months line_months(const struct project *project, const struct line *line);

/* The share that holds in a month within the line's own. */
const struct fact *staff_share_at(const struct staff *staff, month at);

/* The funder that bears the line in kind; NULL for none. */
const struct funder *line_bearer(const struct line *line);

/* Staff, overhead and costs per month, per year or stated by year are running unless the line says otherwise. */
bool line_is_running(const struct line *line);
/* Whether that is the default of its section, and lines of its category in a section of their own are the other. */
bool line_running_is_doubtful(const struct line *line);

#endif
