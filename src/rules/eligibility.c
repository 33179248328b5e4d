#include "eligibility.h"

#include <medfin/model/payer.h>
#include <medfin/plan/repaid.h>

#include "making.h"

/* A mere surplus over the whole cost breaks the balance, not this. */
static void judge(struct judgement *judgement, const struct plan *plan, const struct funder *funder)
{
    month last = plan_last(plan);
    node paid = funder_paid_node(plan, funder, last), counts = funder_cost_node(plan, funder, true, last);
    node pays = paid ? graph_of(plan->graph, OP_LEAST, KIND_MONEY, N_("its money, at most the whole cost"), paid,
                                funder_cost_node(plan, funder, false, last))
                     : 0;
    /* In a trial a place is looked at whether it applies or not: what is refused lacks nothing. */
    node margin = while_granted(plan, &funder->section, less_node(plan, N_("eligible cost"), counts, pays));
    struct judged_place *place =
        place_add(judgement, plan, margin, N_("The funder pays for cost that is not eligible to it."));
    place->subject = &funder->section;
    place->applies = pays_node(plan, funder);
    const struct {
        const char *key, *label;
        node of;
    } figures[] = { { "money", N_("its money, at most the whole cost"), pays },
                    { "eligible", N_("eligible cost"), counts } };
    /* Of the funder whose margin binds. */
    for (int i = 0; i < 2; i++)
        figure_add(judgement, plan,
                   (struct judged_figure){ .says = { .key = figures[i].key, .label = figures[i].label },
                                           .of = figures[i].of,
                                           .place = judgement->places.count });
}

void eligibility_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (!funder_keeps_surplus(funder))
            judge(judgement, plan, funder);
    }
}
