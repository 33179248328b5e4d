#include "projects.h"

#include <string.h>

#include <medfin/base/path.h>
#include <medfin/contents/verdicts.h>
#include <medfin/model/payer.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/sums.h>
#include <medfin/rules/rules.h>

#include "persons.h"

static const char *copy(const struct portfolio_sums *sums, const struct fact *text)
{
    const char *stated = fact_is_stated(text) ? text->value.text : NULL;
    return stated ? arena_copy(sums->arena, stated, strlen(stated)) : NULL;
}

static struct cell side_sum(const struct plan *plan, int side)
{
    const struct selection of = { .side = side };
    return plan_sum(plan, &of, plan->first, plan_last(plan));
}

/* A year's money is of its own status; what is given in kind, of the payer's. */
static struct cell unsecured_of(const struct plan *plan, const struct row *row)
{
    struct cell_sum sum = { .arena = plan->arena };
    const struct section *payer = row_payer(row);
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const enum status status =
            row->in_kind ? (enum status)payer_status(payer)->value.number : payer_status_in(payer, year);
        if (!status_is_secured(status))
            cell_add(&sum, row_sum(plan, row, year_first(year), year_last(year)));
    }
    return sum.of;
}

static struct cell unsecured_sum(const struct plan *plan)
{
    struct cell_sum sum = { .arena = plan->arena };
    for (int i = 0; i < plan->row_count; i++)
        if (plan->rows[i].side == SIDE_FINANCING)
            cell_add(&sum, unsecured_of(plan, &plan->rows[i]));
    return sum.of;
}

static struct cell change(struct cell from, struct cell to)
{
    return (struct cell){ to.amount - from.amount, NULL };
}

/* A project's cash is in common from its first month on, and what is left stays when its last payment has come. */
static void cash_add(struct portfolio_sums *sums, struct portfolio_project *project, const struct plan *plan)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    const int count = cash_nodes_shown(plan, cash);
    struct cell before = { 0 }, least = { 0 };
    project->lowest_at = plan->first;
    for (int i = 0; i < count; i++) {
        const struct cell balance = node_cell(plan, cash->balance[i]);
        struct sum *month_sum = timeline_at(&sums->cash, plan->first + i, sums->arena);
        const struct cell known = { cell_is_known(balance) ? balance.amount : before.amount, balance.needs };
        sums_fit(sums, sum_add(month_sum, change(before, known)));
        month_sum->unknown += !cell_is_known(known) - !cell_is_known(before);
        if (i == 0 || known.amount < least.amount) {
            least.amount = known.amount;
            project->lowest_at = plan->first + i;
        }
        least.needs = least.needs ? least.needs : known.needs;
        before = known;
    }
    sums_fit(sums, sum_add(&project->lowest_cash, least));
    if (!cell_is_known(least))
        project->lowest_at = -1;
}

static void judge(struct portfolio_project *project, const struct plan *plan, struct doc *doc)
{
    finding_list findings = { 0 };
    rules_run(plan, &findings, plan->arena);
    project->verdict = findings_verdict(&findings);
    rules_count(&findings, project->counts);
    project->because =
        project->verdict > VERDICT_PASS ? findings_named(doc, &findings, finding_has_verdict, &project->verdict) : "";
}

static void sums_of(struct portfolio_sums *sums, struct portfolio_project *project, const struct plan *plan)
{
    sums_fit(sums, sum_add(&project->cost, side_sum(plan, COST_SIDE)));
    sums_fit(sums, sum_add(&project->financing, side_sum(plan, FINANCING_SIDE)));
    sums_fit(sums, sum_add(&project->unsecured, unsecured_sum(plan)));
    cash_add(sums, project, plan);
    sums_fit(sums, sum_join(&sums->cost, project->cost));
    sums_fit(sums, sum_join(&sums->financing, project->financing));
    sums_fit(sums, sum_join(&sums->unsecured, project->unsecured));
    sums_fit(sums, sum_join(&sums->lowest_cash, project->lowest_cash));
}

/* The months of the first; of each further one, what they reach together. */
static void span_add(struct portfolio_sums *sums, struct months months)
{
    const bool is_first = !sums->projects.count;
    sums->months.first = is_first ? months.first : month_earlier(sums->months.first, months.first);
    sums->months.last = is_first ? months.last : month_later(sums->months.last, months.last);
}

void project_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan,
                 const struct stack *stack, const struct portfolio_reading *reading)
{
    const struct project *of = plan->project;
    const char *title = copy(sums, of->section.title);
    struct portfolio_project project = { .files = stack->files,
                                         .title = title ? title : file_stem(sums->arena, stack->paths[0]),
                                         .owner = copy(sums, of->owner),
                                         .reference = copy(sums, of->reference),
                                         .months = plan_months(plan) };
    judge(&project, plan, reading->doc);
    sums_of(sums, &project, plan);
    span_add(sums, project.months);
    frames_add(sums, names, plan, reading->diags);
    groups_add(sums, names, plan);
    persons_add(sums, names, plan);
    *list_add(&sums->projects, sums->arena) = project;
}
