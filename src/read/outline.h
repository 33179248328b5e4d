#ifndef MEDFIN_READ_OUTLINE_H
#define MEDFIN_READ_OUTLINE_H

/* What stands where in a file of sections and keys: each header and each key with its
   place, before any value is read. */

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>
#include <medfin/values/scan.h>

struct header {
    enum section_id section; /* SECTION_COUNT: unknown, and reported */
    const char *id;
    struct place place; /* from [ to ] */
};

struct entry {
    int header; /* that it stands under */
    const struct key *key;
    month at; /* of a dated key */
    enum operation operation;
    struct place name, sign, value; /* the value's stretch may go over several lines */
};

struct outline {
    const struct source *source;
    bool is_good; /* nothing was reported */
    LIST(struct header) headers;
    LIST(struct entry) entries;
};

/* Read the file's outline, as far as it can be read. */
void outline_read(const struct source *source, struct outline *outline, struct arena *arena, struct diags *diags);

/* The value as one text, comments left out, LF between its lines. */
const char *entry_text(const struct entry *entry, struct arena *arena);

/* Find the operator of `key = value`: `name` and `sign` are set; false if none stands. */
bool sign_find(struct stretch line, struct stretch *name, struct stretch *sign, enum operation *operation);

#endif
