#ifndef MEDFIN_WHATIF_VERSIONS_H
#define MEDFIN_WHATIF_VERSIONS_H

/* Two versions of a project: the difference between them split on its causes, value by value as paths name them,
   wherever in the two files they stand. */

#include <medfin/whatif/compare.h>

/* What the later version says otherwise or besides, in the order of its files; then what it does not say any more. Each
   step stands on top of those before, so that they add up to the öre. */
cause_list compare_versions(const struct comparison *comparison, const struct scenario_case *from,
                            const struct scenario_case *to, struct years years, struct arena *arena);

#endif
