#include "balance_table.h"

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/follow/cells.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/reserve.h>

static struct doc_row *add(struct doc *doc, struct doc_table *table, const char *label, const struct plan *plan,
                           node of, const char *key)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->cells[0] = cell_exact(node_cell(plan, of), arena_text(doc->arena, "follow_up.balance.%s", key));
    return row;
}

static void reserve_rows(struct doc *doc, struct doc_table *table, const struct plan *plan, month at)
{
    const struct reserve_state *state = reserve_at(plan, at);
    const struct project *project = plan->project;
    node required = state->required[project->reserve->basis->value.number];
    add(doc, table, tr(N_("Required reserve")), plan, required, "required");
    add(doc, table, tr(N_("Margin")), plan, less_node(plan, N_("Margin"), state->free_equity, required), "margin")
        ->is_total = true;
    if (!reserve_is_tested(plan, at))
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("%s is no date of test of the reserve: the margin tells how it stands, and decides "
                                  "nothing.")),
                            month_text(doc->arena, at)));
}

/* What is computed or as planned stands in the outcome, and in no account. */
static void unbooked_text(struct doc *doc, const struct follow *follow)
{
    const followed_list lines = followed_all(follow, FOLLOW_LINE);
    struct cell sum = cell_known(0);
    struct text names = text_new(doc->arena);
    for (int i = 0; i < lines.count; i++) {
        const struct followed *of = &lines.items[i];
        const struct cell outcome = forecast_sum(follow, of, follow->closed);
        if (!outcome.amount || section_is_booked(follow->forecast->project, of->section))
            continue;
        sum = cell_plus(doc->arena, sum, outcome);
        text_addf(&names, "%s%s", names.size ? ", " : "", followed_title(doc, of));
    }
    if (names.size)
        doc_text(
            doc, TONE_WARNING,
            arena_text(doc->arena,
                       tr(N_("Of the outcome %s is in no account, and so not in the ledger's cash and equity: %s.")),
                       cell_is_known(sum) ? money_text(doc->arena, sum.amount, doc->language) : "?", names.bytes));
}

void balance_table(struct doc *doc, const struct follow *follow)
{
    const struct plan *plan = follow->forecast;
    const struct ledger_balances *balances = project_balances(plan->project);
    const month at = follow->through;
    if (!balances || at < plan->first)
        return;
    const struct doc_column columns[] = { { month_text(doc->arena, at), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Cash and equity in the ledger")), "", columns, 1);
    const struct reserve_state *state = reserve_at(plan, at);
    if (series_exactly(&balances->cash, at))
        add(doc, table, tr(N_("Cash")), plan, cash_nodes_build(plan)->balance[at - plan->first], "cash");
    add(doc, table, tr(N_("Equity")), plan, state->equity, "equity");
    if (node_cell(plan, state->free_equity).amount != node_cell(plan, state->equity).amount)
        add(doc, table, tr(N_("Free equity")), plan, state->free_equity, "free_equity");
    if (plan->project->keeps_reserve)
        reserve_rows(doc, table, plan, at);
    unbooked_text(doc, follow);
}
