#include "share.h"

#include <medfin/plan/repaid.h>

#include "making.h"

static node limit_upto(const struct plan *plan, const struct funder *funder, month last)
{
    return percent_node(plan, N_("at most its highest share"),
                        basis_node(plan, (enum share_basis)funder->basis->value.number, funder, last), &funder->section,
                        funder->max_share);
}

static struct judged_place *judge(struct judgement *judgement, const struct plan *plan, const struct funder *funder,
                                  month last, const char *because)
{
    node left = less_node(plan, N_("left"), limit_upto(plan, funder, last), funder_paid_node(plan, funder, last));
    return place_add(judgement, plan, left, because);
}

/* The project's whole decides; a year's end above the share is a warning. */
static void make_share(const struct plan *plan, const struct rule *rule, const struct funder *funder,
                       struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &funder->section);
    enum share_basis of = (enum share_basis)funder->basis->value.number;
    month last = plan_last(plan);
    node basis = basis_node(plan, of, funder, last), paid = funder_paid_node(plan, funder, last);
    judgement->applies = pays_node(plan, funder);
    money_add(judgement, plan, 0, "money", N_("its money"), paid);
    basis_add(judgement, plan, of, basis);
    money_add(judgement, plan, 0, "limit", N_("at most its highest share"), limit_upto(plan, funder, last));
    share_add(judgement, plan, paid, basis);
    judge(judgement, plan, funder, last, N_("Its money is more than its highest share."));
    const struct years years = plan_years(plan);
    for (int year = years.first; year < years.last; year++) {
        struct judged_place *place =
            judge(judgement, plan, funder, year_last(year),
                  N_("It holds over the whole project, but not at the end of the year shown."));
        place->is_aside = true;
        place->otherwise = VERDICT_WARN;
        place->year = year;
    }
}

void share_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (fact_is_stated(funder->max_share))
            make_share(plan, rule, funder, judgements);
    }
    judgement_add(judgements, plan, rule, NULL)->is_alone = true;
}
