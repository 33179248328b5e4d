#ifndef MEDFIN_MODEL_SECTION_H
#define MEDFIN_MODEL_SECTION_H

/* What all sections of a project share. */

#include <medfin/base/source.h>
#include <medfin/model/fact.h>

/* What all sections share; each kind's struct begins with it. A fact that nobody stated is its key's default, one for
   all sections of the kind. */
struct section {
    enum section_id kind;
    const char *id;
    int order; /* place in the file's order, sections of files on top behind */
    struct place place;
    const struct fact *title, *note, *source, *active, *is_new;
    struct series sources; /* of single values; each fact's statement has the key's name */
};

/* What a section says of a key without dates, and of one with; the key is of its kind. */
static inline const struct fact *section_fact(const struct section *section, const struct key *key)
{
    return *(const struct fact *const *)((const char *)section + key->offset);
}

static inline const struct series *section_series(const struct section *section, const struct key *key)
{
    return (const struct series *)((const char *)section + key->offset);
}

struct section_list {
    const struct section *const *items;
    int count;
};

/* "staff.projektledare", in Swedish "personal.projektledare"; "project". Programs are told the English one. */
const char *section_path(struct arena *arena, const struct section *section, enum language language);
/* In a sentence: in the reader's language. */
struct diag_arg arg_section_path(struct arena *arena, const struct section *section);
/* Its title, or its id when it has none. */
const char *section_title(const struct section *section);

#endif
