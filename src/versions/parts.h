#ifndef MEDFIN_VERSIONS_PARTS_H
#define MEDFIN_VERSIONS_PARTS_H

/* How the parts of a manifest are written. */

#include <medfin/versions/manifest.h>

struct part_row {
    const char *name;
    bool has_file; /* [stated project.ini] */
};

extern const struct part_row part_rows[PARTS];

/* What stands before the digest of all that is above it. */
extern const char manifest_seal[];

#endif
