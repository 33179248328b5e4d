#ifndef MEDFIN_MODEL_BUILD_H
#define MEDFIN_MODEL_BUILD_H

/* Inside project_build: the statements folded layer on layer into entries, the entries
   turned into sections, the sections checked against one another. */

#include <medfin/model/project.h>

/* What a key of an entry says in the end. */
struct setting {
    const struct key *key;
    month at;
    const struct value *value;  /* a statement's, or what changes have made of one */
    const struct statement *by; /* the last that changed it */
};

typedef LIST(struct setting) setting_list;

/* A section in the making: one kind and id, whatever number of files speak of it. */
struct entry {
    enum section_id kind;
    const char *id;
    const struct statement *header;    /* NULL for what the program adds itself */
    int last_layer;                    /* that had a header for it */
    const struct municipality *listed; /* all that is said of it stands in a table; else NULL */
    setting_list settings;
    struct section *section; /* NULL while not made, and for one that is left out */
    struct entry *next;      /* in its bucket */
};

typedef LIST(const struct key *) key_list;

struct build {
    struct arena *arena;
    struct diags *diags;
    const struct statement *statements; /* all of every layer */
    int statement_count;
    key_list common, keys[SECTION_COUNT]; /* those of every section, and of each kind */
    LIST(struct entry *) entries;
    int built_in;           /* so many of them are the built-in categories, the first */
    struct entry **buckets; /* by id */
    size_t bucket_count;    /* a power of two */
    struct project *project;
    int orders; /* no section's order is as high */
    int unknowns;
};

/* fold.c: adds the entries that the statements speak of. */
void fold_statements(struct build *build, const struct statement *statements, int count);
/* entries.c. NULL if there is none. */
struct entry *entry_find(const struct build *build, enum section_id kind, const char *id);
/* Those of one id, whatever their kind. */
struct entry *entry_first(const struct build *build, const char *id);
struct entry *entry_next(const struct entry *entry);
/* As many buckets as there may be sections, before the first entry. */
void make_buckets(struct build *build, int sections);
struct entry *entry_add(struct build *build, enum section_id kind, const char *id);
/* The setting of a key and date, and paths if it has them, NULL if nothing states it; by the name
   of a key without any. */
struct setting *setting_find(const struct entry *entry, const struct key *key, month at, const char *paths);
const struct setting *entry_setting(const struct entry *entry, const char *key);

/* Which keys each kind of section has. */
void find_keys(struct build *build);

/* A yearly revision of an index as dated steps over the project's years. */
void expand_index(struct build *build, struct section *section);

/* resolve.c: every name becomes the section that it stands for. */
void resolve_names(struct build *build);

/* check.c, check_funder.c, check_tariff.c and check_members.c: what must hold between values.
   All faults are collected. */
void check_project(struct build *build);
/* One section, the others being as they are. */
void check_section(struct build *build, const struct section *section);
void check_funder(struct build *build, const struct section *section);
void check_members(struct build *build);
void check_correlations(struct build *build);
void check_tariff(struct build *build, const struct section *section);

/* Each year's inhabitants of the members that pay it, once those are known. */
struct tariff;
void check_sizes(struct build *build, const struct tariff *tariff);

/* Whether so many inhabitants fall in a class of each of the tariff's; else a fault of `whose` at the place. */
bool check_size(struct build *build, const struct tariff *tariff, const char *whose, struct place place, int64_t size);

/* A line's months lie in the project and in order; else a fault is added and it is false. */
bool check_span(struct build *build, const struct line *line);

/* limits.c: amounts, grown by their indices, must stay within MONEY_LIMIT in all. */
void check_limits(struct build *build);

/* The value's place, or the section's header when it is a default. */
struct place fact_place(const struct section *section, const struct fact *fact);

#endif
