#include <medfin/model/claim.h>

#include <medfin/base/sort.h>
#include <medfin/model/project.h>

static int by_end(const void *left, const void *right)
{
    const struct claim *const *a = left, *const *b = right;
    const int64_t first = (*a)->through->value.number, second = (*b)->through->value.number;
    return first < second ? -1 : first > second;
}

claim_list claims_of(const struct project *project, const struct section *funder, struct arena *arena)
{
    const struct section_list *all = &project->of[SECTION_CLAIM];
    claim_list own = { 0 };
    for (int i = 0; i < all->count; i++) {
        const struct claim *claim = (const struct claim *)all->items[i];
        if (fact_names(claim->funder, funder))
            *list_add(&own, arena) = claim;
    }
    if (own.count)
        sort_array(own.items, own.count, by_end, arena);
    return own;
}
