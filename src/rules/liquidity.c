#include "liquidity.h"

#include <medfin/plan/cash_nodes.h>

#include "making.h"

void liquidity_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, NULL);
    const struct cash_nodes *cash = cash_nodes_build(plan);
    const struct rules *rules = plan->project->rules;
    node limit = money_leaf(plan, &rules->section, rules->liquidity_limit);
    node at_end = less_node(plan, N_("left"), cash->balance[cash->room - 1], limit);
    judgement->tells_first = true;
    for (int i = 0; i < cash->room; i++) {
        struct judged_place *place =
            place_add(judgement, plan, less_node(plan, N_("left"), cash->balance[i], limit),
                      N_("Cash falls below the limit: costs are paid before the financing comes."));
        place->at = plan->first + i;
        /* Cash that is short when the last payment has come is short of money, not of time. */
        place->left = at_end;
        place->because_short =
            N_("Cash falls below the limit and stays there: the financing does not cover what is paid.");
    }
    money_add(judgement, plan, 0, "opening_cash", N_("cash before the first month"), cash->opening);
    money_add(judgement, plan, 0, "lowest_cash", N_("lowest cash"), cash->lowest);
    money_add(judgement, plan, 0, "limit", N_("lowest cash allowed"), limit);
    money_add(judgement, plan, 0, "receivable", N_("receivable from funders at the project's end"), cash->receivable);
}
