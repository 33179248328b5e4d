#ifndef MEDFIN_VERSIONS_MANIFEST_H
#define MEDFIN_VERSIONS_MANIFEST_H

/* The manifest of what was decided from: what the program was asked, each file that it read with its SHA-256, what the
   files state, and the figures and verdicts that came of it. It is a list of entries, sorted, with a seal behind them;
   two of them are held against each other entry by entry. */

#include <medfin/base/diag.h>
#include <medfin/base/kind.h>

enum manifest_part {
    PART_HEAD,    /* form, medfin, scenario, seed, trials, and what the project calls itself */
    PART_NAMED,   /* the files as they were named, by number */
    PART_SET,     /* each --set, by number */
    PART_FILES,   /* each file that was read: "SHA-256 SIZE" of its text, line ends as LF */
    PART_FIGURES, /* by path */
    PART_RULES,   /* a verdict, and the margin behind it */
    PART_CHANCES, /* how many of the trials break a rule */
    PART_STATED,  /* what a file states, by path */
    PARTS
};

struct manifest_entry {
    enum manifest_part part;
    const char *file;        /* of what is stated; else NULL */
    const char *key, *value; /* as they are written in the manifest, but for escapes */
    int same;                /* how many before it have that key */
    /* What only a manifest knows that was made and not read: */
    struct place place; /* of what is stated */
    const char *shown;  /* the key as a reader knows it; NULL: itself */
    enum kind kind;     /* of a figure or a margin */
    bool is_part;       /* of a figure that is told too: a share, a half in cash */
};

typedef LIST(struct manifest_entry) entry_list;

/* The form of manifests that this program writes, and reads. */
enum { MANIFEST_FORM = 1 };

void entry_add(entry_list *entries, enum manifest_part part, const char *key, const char *value, struct arena *arena);

/* In the order in which they are written. */
void entries_sort(entry_list *entries, struct arena *arena);

/* Below 0 where one stands before the other, 0 where they are of the same. */
int entry_compare(const struct manifest_entry *one, const struct manifest_entry *other);

/* NULL where the head says no such thing. */
const char *manifest_head(const entry_list *entries, const char *key);

/* The bytes of the file: `about` is a comment above all. */
const char *manifest_text(const entry_list *entries, const char *about, struct arena *arena);

#endif
