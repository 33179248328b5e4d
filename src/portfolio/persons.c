#include "persons.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/line.h>
#include <medfin/plan/sums.h>

static struct portfolio_person *person_of(struct portfolio_sums *sums, struct portfolio_names *names, const char *name)
{
    const char *folded = text_lower(sums->arena, name);
    int *number = names_number(&names->persons, folded, sums->arena);
    if (!*number) {
        *list_add(&sums->persons, sums->arena) = (struct portfolio_person){ .name = name };
        *number = sums->persons.count;
    }
    return &sums->persons.items[*number - 1];
}

/* What it holds month by month, while it lasts. */
static struct timeline shares_of(struct portfolio_sums *sums, const struct plan *plan, const struct staff *staff)
{
    struct timeline shares = { 0 };
    const struct months held = months_shared(line_months(plan->project, &staff->line), plan_months(plan));
    for (month at = held.first; at <= held.last; at++)
        sums_fit(sums,
                 sum_add(timeline_at(&shares, at, sums->arena), node_cell(plan, post_share_node(plan, staff, at))));
    return shares;
}

void persons_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan)
{
    const struct section_list *all = &plan->project->of[SECTION_STAFF];
    for (int i = 0; i < all->count; i++) {
        const struct staff *staff = (const struct staff *)all->items[i];
        if (!fact_is_stated(staff->person))
            continue;
        const char *named = staff->person->value.text, *title = section_title(&staff->line.section);
        const char *name = text_name(sums->arena, arena_copy(sums->arena, named, strlen(named)));
        struct portfolio_person *person = person_of(sums, names, name);
        *list_add(&person->posts, sums->arena) =
            (struct portfolio_post){ .project = sums->projects.count,
                                     .title = arena_copy(sums->arena, title, strlen(title)),
                                     .shares = shares_of(sums, plan, staff) };
    }
}
