#ifndef MEDFIN_SRC_START_HEADINGS_H
#define MEDFIN_SRC_START_HEADINGS_H

/* What headings say of time and of the form of amounts. */

#include <stdbool.h>

#include <medfin/base/arena.h>

/* "jan-26" and "Kvartal 2" are parts of a year: so many months from one on. */
struct year_part {
    int year;   /* 0: it names none */
    int first;  /* 1..12 */
    int months; /* 0: the heading is no part of a year */
};
struct year_part heading_part(const char *heading, struct arena *arena);

/* "2025/26", "2025/2026": a year that is not the calendar's; its first, else 0. */
int heading_split_year(const char *heading);

/* "Kontant", and what stands beside it: "Egen tid". Forms of amounts, and nobody who pays. */
bool heading_is_cash(const char *heading, struct arena *arena);
bool heading_is_form(const char *heading, struct arena *arena);

#endif
