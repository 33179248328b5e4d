#ifndef MEDFIN_BOOKS_BOOKS_H
#define MEDFIN_BOOKS_BOOKS_H

/* From files to statements, ledgers too: what the rows of the ledgers that [actuals] names come to, by line and month,
   is said of the lines as anybody might say it. */

#include <medfin/read/files.h>

/* As read_files, and then the ledgers, in the layer of the file that names them. */
bool read_project(const char *const *paths, int count, statement_list *statements, read_file_list *read,
                  struct arena *arena, struct diags *diags);

#endif
