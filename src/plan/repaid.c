#include <medfin/plan/repaid.h>

#include <medfin/plan/tally.h>

static bool is_repaid(const struct section *section)
{
    return !funder_keeps_surplus((const struct funder *)section);
}

/* Money of a funder that wants back what is over. */
static bool is_repaid_row(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && is_repaid(&row->funder->section);
}

static bool stays(const void *none, const struct row *row)
{
    return row->side == SIDE_FINANCING && !is_repaid_row(none, row);
}

node funder_paid_node(const struct plan *plan, const struct funder *funder, month last)
{
    const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
    return rows_over(plan, selection_test, &paid, N_("its money"), plan->first, last);
}

node funder_cost_node(const struct plan *plan, const struct funder *funder, bool eligible_only, month last)
{
    const struct selection all = { .side = COST_SIDE };
    const struct selection of = eligible_only ? eligible_cost(BASIS_ALL, funder) : all;
    const char *label = eligible_only ? N_("eligible cost with in kind") : N_("cost");
    const struct months active = line_months(plan->project, &funder->line);
    operand parts[funder->years.count + 1];
    int count = 0;
    for (int i = 0; i < funder->years.count || i == 0; i++) {
        struct months over = active;
        if (funder->years.count)
            over = months_shared(active, months_of_year(month_year(funder->years.items[i].at)));
        node part = rows_over(plan, selection_test, &of, label, over.first, month_earlier(over.last, last));
        if (part)
            parts[count++] = part;
    }
    return sum_node(plan, label, parts, count);
}

node funder_counted_node(const struct plan *plan, const struct funder *funder, month last)
{
    node paid = funder_paid_node(plan, funder, last);
    return paid ? graph_of(plan->graph, OP_LEAST, KIND_MONEY, N_("its money, at most its eligible cost"), paid,
                           funder_cost_node(plan, funder, true, last))
                : 0;
}

static node counted_by(const struct plan *plan, month last)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    operand parts[funders->count + 1];
    int count = 0;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        node counted = is_repaid(&funder->section) ? funder_counted_node(plan, funder, last) : 0;
        if (counted)
            parts[count++] = counted;
    }
    return sum_node(plan, N_("what counts of each funder's money"), parts, count);
}

node counted_node(const struct plan *plan)
{
    node *counted = &plan->made->counted;
    return *counted ? *counted : (*counted = counted_by(plan, plan_last(plan)));
}

node eligible_booked_node(const struct plan *plan, month last)
{
    const struct selection booked = eligible_cost(BASIS_CASH, NULL);
    return rows_over(plan, selection_test, &booked, N_("eligible cash cost"), plan->first, last);
}

node counted_together_node(const struct plan *plan, month last)
{
    node counted = last == plan_last(plan) ? counted_node(plan) : counted_by(plan, last);
    if (!counted)
        return 0;
    node bounded = graph_of(plan->graph, OP_LEAST, KIND_MONEY,
                            N_("what counts of the funders' money, at most the eligible cash cost"), counted,
                            eligible_booked_node(plan, last));
    return graph_of(plan->graph, OP_MOST, KIND_MONEY, N_("what counts is never less than nothing"), 0, bounded);
}

node funder_owed_node(const struct plan *plan, const struct funder *funder)
{
    month last = plan_last(plan);
    return is_repaid(&funder->section) ? less_node(plan, N_("to be paid back"), funder_paid_node(plan, funder, last),
                                                   funder_counted_node(plan, funder, last))
                                       : 0;
}

node owed_together_node(const struct plan *plan)
{
    month last = plan_last(plan);
    return less_node(plan, N_("to be paid back of what counts of each"), counted_node(plan),
                     counted_together_node(plan, last));
}

node owed_back_node(const struct plan *plan)
{
    node *owed = &plan->made->owed_back;
    month last = plan_last(plan);
    if (!*owed)
        *owed = less_node(
            plan, N_("to be paid back"),
            rows_over(plan, is_repaid_row, NULL, N_("money of funders that want back what is over"), plan->first, last),
            counted_together_node(plan, last));
    return *owed;
}

node income_to_stay_node(const struct plan *plan, month last)
{
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("income that counts"),
                    rows_over(plan, stays, NULL, N_("income"), plan->first, last), counted_together_node(plan, last));
}
