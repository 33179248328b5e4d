#ifndef MEDFIN_MODEL_SECTION_H
#define MEDFIN_MODEL_SECTION_H

/* What all sections of a project share. */

#include <medfin/base/source.h>
#include <medfin/model/fact.h>

/* What all sections share; each kind's struct begins with it. */
struct section {
    enum section_id kind;
    const char *id;
    int order; /* place in the file's order, sections of files on top behind */
    struct place place;
    struct fact title, note, source, active, is_new;
};

struct section_list {
    const struct section *const *items;
    int count;
};

/* "staff.projektledare"; "project". */
const char *section_path(struct arena *arena, const struct section *section);
/* Its title, or its id when it has none. */
const char *section_title(const struct section *section);

#endif
