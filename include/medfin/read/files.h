#ifndef MEDFIN_READ_FILES_H
#define MEDFIN_READ_FILES_H

/* From bytes to statements. A file is a project when its first section is [project] and
   a scenario when it is [scenario]; its position says nothing. All faults of all files
   are collected. */

#include <stdbool.h>

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>
#include <medfin/system/file_identity.h>

/* Which files have been read, as they were called: no answer is written over one of them. */
struct read_file {
    struct file_identity identity;
    const char *path;
};

typedef LIST(struct read_file) read_file_list;

/* Read the files in their order into layers 0, 1, …: the project is layer 0 wherever it
   stands, each scenario a layer on top, with the files that its `base` names before it.
   Every file that is read, tables too, is added to `read`. False if the statements cannot be
   used; every reason is in `diags`. */
bool read_files(const char *const *paths, int count, statement_list *statements, read_file_list *read,
                struct arena *arena, struct diags *diags);

/* Read a file of several projects: its first section is [portfolio], and what else it has are frames. False if the
   statements cannot be used. The projects that it names are not read. */
bool read_portfolio(const char *path, statement_list *statements, read_file_list *read, struct arena *arena,
                    struct diags *diags);

/* Add a file that another program reads; one that is not there is none. */
void read_file_note(read_file_list *read, const char *path, struct arena *arena);

/* Read one file's bytes, for tests and fuzzing; `layer` is 0 for a project. */
bool read_bytes(const char *name, const char *bytes, size_t size, int layer, statement_list *statements,
                struct arena *arena, struct diags *diags);

/* A text that is no project: a template, a letter. NULL with the reason in `diags`, as when it is
   not UTF-8 or holds control characters. */
const struct source *source_read(const char *path, read_file_list *read, struct arena *arena, struct diags *diags);
/* A letter that was written: the same, or a Word document as the HTML that it would be. */
const struct source *letter_read(const char *path, read_file_list *read, struct arena *arena, struct diags *diags);

#endif
