#include "overlap.h"

#include <medfin/plan/repaid.h>

#include "making.h"

/* In kind is no outlay that money could pay. */
static void make_counted(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    node counted = counted_node(plan), booked = eligible_booked_node(plan, plan_last(plan));
    money_add(judgement, plan, 0, "external", N_("what counts of each funder's money"), counted);
    money_add(judgement, plan, 0, "eligible", N_("eligible cash cost"), booked);
    place_add(judgement, plan, less_node(plan, N_("left"), booked, counted),
              N_("Funders that want back what is over pay for the same cost: together more than the cash cost."));
}

static bool is_covered(const void *context, const struct row *row)
{
    const struct overhead *overhead = context;
    return row->side == SIDE_COST && row->eligible && row->line != &overhead->section &&
           fact_names(overhead->covers, &row->category->section);
}

static void make_covered(const struct plan *plan, const struct rule *rule, const struct overhead *overhead,
                         struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &overhead->section);
    const char *label = N_("eligible cost in what the flat rate covers");
    node covered = whole_node(plan, is_covered, overhead, label);
    money_add(judgement, plan, 0, "covered", label, covered);
    place_add(judgement, plan, less_node(plan, N_("left"), 0, covered),
              N_("A category that the flat rate already pays holds eligible lines."));
}

void overlap_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    make_counted(plan, rule, judgements);
    const struct section_list *overheads = &plan->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < overheads->count; i++) {
        const struct overhead *overhead = (const struct overhead *)overheads->items[i];
        if (overhead->covers->value.count)
            make_covered(plan, rule, overhead, judgements);
    }
}
