#ifndef MEDFIN_WORKBOOK_CHANGED_H
#define MEDFIN_WORKBOOK_CHANGED_H

/* A workbook that was given back: what was changed in its sheet of inputs, as statements on top of the project.

   Rows are known by their paths, in either language and in any order, and are held against the inputs that the project
   has now. Only a number, or the word of a status, that was entered in the place of an input is taken; all else is a
   fault with its cell, and nothing is guessed. */

#include <medfin/doc/doc.h>
#include <medfin/plan/plan.h>
#include <medfin/read/files.h>

struct given_back {
    const char *path;
    const char *files;       /* that the plan was read from, as workbook_make is told them */
    const struct plan *plan; /* of the project, with what is read on top of it before the workbook */
    struct doc *doc;         /* in whose language titles are told */
    int layer, order;        /* of the statements, and of their source */
};

/* Adds what is changed; a section of the scenario with its title stands in front where anything is. False after a
   fault. */
bool workbook_changed(const struct given_back *given, statement_list *changed, read_file_list *read,
                      struct diags *diags);

/* Whether the file is a workbook that medfin wrote, changed or not. */
bool workbook_is_own(const char *path, struct arena *arena);

/* "project.ini, antaganden.ini": the files that it was written of, as it says; "" where it says nothing or cannot be
   read. */
const char *workbook_files(const char *path, struct arena *arena);

#endif
