#ifndef MEDFIN_MODEL_BUILD_H
#define MEDFIN_MODEL_BUILD_H

/* Inside project_build: the statements folded layer on layer into drafts, the drafts
   turned into sections, the sections checked against one another. */

#include <medfin/model/census.h>
#include <medfin/model/project.h>

/* What a key of a draft says in the end. */
struct setting {
    const struct key *key;
    month at;
    const struct value *value;  /* a statement's, or what changes have made of one */
    const struct statement *by; /* the last that changed it */
};

typedef LIST(struct setting) setting_list;

/* A section in the making: one kind and id, whatever number of files speak of it. */
struct draft {
    enum section_id kind;
    const char *id;
    const struct statement *header;    /* NULL for what the program adds itself */
    int last_layer;                    /* that had a header for it */
    const struct municipality *listed; /* all that is said of it stands in a table; else NULL */
    int said;                          /* the same of a row of a plan: so many statements from its header on; else 0 */
    setting_list settings;
    struct section *section; /* NULL while not made, and for one that is left out */
    struct draft *next;      /* in its bucket */
};

/* A key of a kind of section, and what holds where nobody states it. */
struct build_key {
    const struct key *key;
    const struct fact *fallback; /* NULL for a key with dates … */
    const struct fact *resolved; /* … and the same, its name resolved; NULL while nobody asked */
};

typedef LIST(struct build_key) key_list;

struct build {
    struct arena *arena;
    struct arena *scratch; /* of the drafts, which go when the project is made */
    struct diags *diags;
    const struct statement *statements; /* all of every layer */
    int statement_count;
    key_list keys[SECTION_COUNT]; /* of each kind that there is, those of every section first */
    LIST(struct draft *) drafts;
    int built_in;            /* so many of them are the built-in categories, the first */
    bool has[SECTION_COUNT]; /* a draft of that kind */
    int of_kind[SECTION_COUNT];
    struct draft **buckets; /* by id */
    size_t bucket_count;    /* a power of two */
    struct project *project;
    setting_list row; /* what a row says, while its section is made */
    const struct table_record *tables[TABLE_KINDS];
    const struct book *book;
    bool keeps_reserve;
    int orders; /* no section's order is as high */
    int unknowns;
    int stated; /* values so far */
};

/* Where a section keeps what it says of a key. */
static inline const struct fact **section_slot(struct section *section, const struct key *key)
{
    return (const struct fact **)((char *)section + key->offset);
}

static inline const struct fact *fact_kept(struct build *build, struct fact fact)
{
    struct fact *kept = arena_take(build->arena, 1, sizeof *kept);
    *kept = fact;
    return kept;
}

#endif
