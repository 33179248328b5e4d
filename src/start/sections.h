#ifndef MEDFIN_SRC_START_SECTIONS_H
#define MEDFIN_SRC_START_SECTIONS_H

/* The lines of a budget as sections, each with its row as its source. */

#include <medfin/base/names.h>

#include "lines.h"
#include "sheet.h"

struct writing {
    struct sheet *sheet;
    struct lines *lines;
    const char *name; /* what the table is called as a source */
    enum language language;
    struct names ids;
    LIST(const char *) groups; /* that have a category of their own … */
    LIST(const char *) own;    /* … and its id */
    struct arena *arena;
    struct diags *diags;
};

/* Gives each line its id, and each group of a category of its own. */
void sections_name(struct writing *writing);

/* What the row says beside its title and amounts: "Antal: 3, Kommentar: …". */
const char *sections_note(const struct writing *writing, const struct budget_row *row);

/* The sections of the part, under its title. */
void sections_write(struct writing *writing, const char *title, bool is_funding);

#endif
