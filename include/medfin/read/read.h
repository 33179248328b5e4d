#ifndef MEDFIN_READ_READ_H
#define MEDFIN_READ_READ_H

/* From bytes to statements. A file is a project when its first section is [project] and
   a scenario when it is [scenario]; its position says nothing. All faults of all files
   are collected. */

#include <stdbool.h>

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>

/* Read the files in their order into layers 0, 1, …: the project is layer 0 wherever it
   stands, each scenario a layer on top, with the files that its `base` names before it.
   False if the statements cannot be used; every reason is in `diags`. */
bool read_files(const char *const *paths, int count, statement_list *statements, struct arena *arena,
                struct diags *diags);

/* Read one file's bytes, for tests and fuzzing; `layer` is 0 for a project. */
bool read_bytes(const char *name, const char *bytes, size_t size, int layer, statement_list *statements,
                struct arena *arena, struct diags *diags);

/* A text that is no project: a template, a letter. NULL with the reason in `diags`, as when it is
   not UTF-8 or holds control characters. */
const struct source *source_read(const char *path, struct arena *arena, struct diags *diags);

/* Add "staff.projektledare.share = 50 %" (also +=, -=, *=, none) as a layer of its own. */
bool read_setting(const char *text, statement_list *statements, struct arena *arena, struct diags *diags);

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
