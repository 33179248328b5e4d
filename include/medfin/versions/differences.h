#ifndef MEDFIN_VERSIONS_DIFFERENCES_H
#define MEDFIN_VERSIONS_DIFFERENCES_H

/* Two manifests entry by entry. */

#include <medfin/versions/manifest.h>

/* One of the two is NULL where the other manifest has no such entry. */
struct difference {
    const struct manifest_entry *decided, *now;
};

struct differences {
    LIST(struct difference) of[PARTS];
    int counts[PARTS]; /* of entries as they were decided */
};

/* Both sorted. What a file states is told where it was read both times; a file that went or came tells that itself.
   Figures that only another version works out are no differences. */
struct differences differences_find(const entry_list *decided, const entry_list *now, struct arena *arena);

#endif
