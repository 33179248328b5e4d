#include "balance.h"

#include <medfin/model/payer.h>

#include "making.h"

struct gap {
    int year;                  /* 0: the whole project */
    node cost, financing, gap; /* gap: financing − cost */
};

static struct gap gap_of(const struct plan *plan, int year)
{
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct months over = year ? months_of_year(year) : plan_months(plan);
    struct gap gap = { .year = year,
                       .cost = rows_over(plan, selection_test, &cost, N_("cost"), over.first, over.last),
                       .financing =
                           rows_over(plan, selection_test, &financing, N_("financing"), over.first, over.last) };
    gap.gap = less_node(plan, N_("financing less cost"), gap.financing, gap.cost);
    return gap;
}

static void show(struct judgement *judgement, const struct plan *plan, const struct gap *gap)
{
    money_add(judgement, plan, gap->year, "cost", N_("cost"), gap->cost);
    money_add(judgement, plan, gap->year, "financing", N_("financing"), gap->financing);
    money_add(judgement, plan, gap->year, "gap", N_("financing less cost"), gap->gap);
}

/* A deficit fails and a surplus warns: two sides of one gap. */
static void judge(struct judgement *judgement, const struct plan *plan, const struct gap *gap)
{
    struct judged_place *place = place_add(judgement, plan, gap->gap, N_("The financing does not cover the cost."));
    place->year = gap->year;
    place->tolerance = tolerance_node(plan);
    place = place_add(judgement, plan, less_node(plan, N_("cost"), 0, gap->gap),
                      project_keeps_surplus(plan->project)
                          ? N_("The financing exceeds the cost; the surplus adds to the equity.")
                          : N_("The financing exceeds the cost; a surplus is repaid."));
    place->year = gap->year;
    place->tolerance = tolerance_node(plan);
    place->otherwise = VERDICT_WARN;
    show(judgement, plan, gap);
}

void balance_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct gap whole = gap_of(plan, 0);
    judgement->adds_up = true;
    judgement->two_sided = true;
    judgement->deviation = whole.gap;
    if (plan->project->rules->balance.value.number != BALANCE_YEAR) {
        judge(judgement, plan, &whole);
        return;
    }
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct gap gap = gap_of(plan, year);
        judge(judgement, plan, &gap);
    }
    show(judgement, plan, &whole);
}
