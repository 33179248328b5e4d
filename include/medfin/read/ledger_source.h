#ifndef MEDFIN_READ_LEDGER_SOURCE_H
#define MEDFIN_READ_LEDGER_SOURCE_H

/* A file of SIE as a source in UTF-8, whatever it was in: the bytes tell, never what the file says of itself. */

#include <medfin/read/files.h>

/* The path of a file that is named at the place, beside the file in which it is. */
const char *path_named(struct place place, const char *named, struct arena *arena);

/* NULL after a fault and, with `is_sie` false and no fault, of a file that is a table. */
const struct source *ledger_source(const char *path, struct place place, int order, const char **encoding, bool *is_sie,
                                   read_file_list *read, struct arena *arena, struct diags *diags);

#endif
