#ifndef MEDFIN_PORTFOLIO_PARTS_H
#define MEDFIN_PORTFOLIO_PARTS_H

/* What the parts of what is said of a portfolio have in common. */

#include <medfin/doc/doc.h>

#include "judged.h"

struct doc_cell sum_cell(struct sum sum, const char *key);
struct chart_value chart_sum(struct sum sum);
/* As a table shows it by itself: "1 245 600 kr", "?". */
const char *sum_shown_alone(struct doc *doc, struct sum sum);

/* "years.2021.used" */
const char *year_key(struct doc *doc, int year, const char *rest);

/* A table with a column for each year of the portfolio, and for all of them where they add up. */
struct doc_table *years_table(struct doc *doc, const struct portfolio_sums *sums, const char *caption, bool adds_up);
/* The cells of a row by year, keyed by what stands behind the year, or by the year alone. */
void years_fill(struct doc *doc, const struct portfolio_sums *sums, struct doc_row *row, const struct timeline *of,
                const char *rest);
/* A chart with a category for each year. */
struct doc_chart *years_chart(struct doc *doc, const struct portfolio_sums *sums, const char *title);

/* Which of the projects, for programs: its title and files below the path. */
void project_named(struct doc *doc, const struct portfolio_sums *sums, int project, const char *path);

#endif
