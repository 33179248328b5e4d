#ifndef MEDFIN_READ_SETTING_H
#define MEDFIN_READ_SETTING_H

/* What the command line says of a project: paths and values as --set writes them. */

#include <stdbool.h>

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>
#include <medfin/read/csv.h>

/* Add "staff.projektledare.share = 50 %" (also +=, -=, *=, none) as a layer of its own. */
bool read_setting(const char *text, statement_list *statements, struct arena *arena, struct diags *diags);

/* Add "Belopp: cost", what --columns says of a heading. False after a fault. */
bool read_alias(const char *text, csv_alias_list *aliases, struct arena *arena, struct diags *diags);

/* Read "staff.1.share = 50 %" that stands at that place of a file, a line of answers, as a statement. Any kind of value
   may be said so. A comment behind it is no part of it. False after a fault. */
bool read_answer(struct place line, struct statement *answer, struct arena *arena, struct diags *diags);

/* A text of the command line, which stands behind every source of the statements. `name` is
   where it was written, as "--vary". */
const struct source *read_argument(const char *name, const char *text, const statement_list *statements,
                                   struct arena *arena);

/* Read "staff.projektledare.share", the first `size` bytes of a source: the section, id, key and
   date that it names, in a statement without a value. */
bool read_path(const struct source *source, size_t size, struct statement *named, struct arena *arena,
               struct diags *diags);

/* Read what stands at that place as the value of what is named, as --set would say it. */
bool read_value(struct place place, struct statement *named, struct arena *arena, struct diags *diags);

#endif
