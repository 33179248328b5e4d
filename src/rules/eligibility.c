#include "eligibility.h"

#include "making.h"

static void judge(struct judgement *judgement, const struct plan *plan, const struct funder *funder)
{
    node pays = paid_node(plan, funder, plan_last(plan));
    node counts = basis_node(plan, BASIS_ALL, funder, plan_last(plan));
    place_add(judgement, plan, less_node(plan, N_("eligible cost"), counts, pays),
              N_("The funder pays more than what is eligible to it."))
        ->subject = &funder->section;
    /* Of the funder whose margin binds. */
    for (int i = 0; i < 2; i++)
        figure_add(judgement, plan,
                   (struct judged_figure){
                       .says = { .key = i ? "eligible" : "money", .label = i ? N_("eligible cost") : N_("its money") },
                       .of = i ? counts : pays,
                       .place = judgement->places.count });
}

void eligibility_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++)
        judge(judgement, plan, (const struct funder *)funders->items[i]);
}
