#ifndef MEDFIN_VERSIONS_FROZEN_H
#define MEDFIN_VERSIONS_FROZEN_H

/* A project as a manifest tells it: once when it is decided, and again when that is verified. */

#include <medfin/read/files.h>
#include <medfin/rules/rules.h>
#include <medfin/simulate/simulate.h>
#include <medfin/versions/manifest.h>

struct frozen {
    const char *medfin;     /* the version that works it out */
    enum language language; /* in which keys are shown */
    const char *folder;     /* the manifest's: what is beside it is called from there */
    const char *const *named;
    int named_count;
    const char *const *settings;
    int setting_count;
    const char *scenario; /* what --scenario says; NULL: nothing */
    const struct read_file *read;
    int read_count;
    const statement_list *statements;
    int said; /* so many of them by files and settings */
    const struct plan *plan;
    const finding_list *findings;
    const struct simulation *simulation; /* NULL: nothing was drawn */
};

/* Sorted. */
entry_list frozen_entries(const struct frozen *of, struct arena *arena);

#endif
