#include <medfin/figures/figure.h>

#include <string.h>

#include <medfin/model/tariff.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/tally.h>

bool figure_is(const struct figure *figure, const char *path)
{
    return strcmp(figure->row->path, path) == 0;
}

bool figure_same(const struct figure *a, const struct figure *b)
{
    return a->row == b->row && a->subject == b->subject && a->number == b->number && a->form == b->form &&
           a->time == b->time && (a->time == TIME_TOTAL || a->first == b->first);
}

static struct months whole_months(const struct plan *plan, const struct figure *figure)
{
    switch (figure->time) {
    case TIME_YEAR:
        return months_of_year(month_year(figure->first));
    case TIME_QUARTER:
        return (struct months){ figure->first, figure->first + MONTHS_OF_A_QUARTER - 1 };
    case TIME_MONTH:
        return (struct months){ figure->first, figure->first };
    default:
        return plan_months(plan);
    }
}

month figure_last(const struct plan *plan, const struct figure *figure)
{
    return figure->row->goes_beyond ? plan->first + cash_nodes_build(plan)->room - 1 : plan_last(plan);
}

struct months figure_months(const struct plan *plan, const struct figure *figure)
{
    const struct months whole = whole_months(plan, figure);
    const struct months planned = { plan->first, figure_last(plan, figure) };
    if (figure->row->is_of_calendar)
        return whole;
    return figure->time == TIME_TOTAL ? planned : months_shared(whole, planned);
}

node figure_node(const struct plan *plan, const struct figure *figure)
{
    const struct months over = figure_months(plan, figure);
    if (over.last < over.first || !months_meet(over, (struct months){ plan->first, over.last }))
        return 0;
    struct selection of;
    if (figure_selection(figure, &of))
        return rows_over(plan, selection_test, &of, figure->row->label, over.first, over.last);
    return figure->row->make(plan, figure, over);
}

static int member_number(const struct tariff *tariff, const char *id)
{
    for (int i = 0; i < tariff->member_count; i++)
        if (strcmp(tariff->members[i]->section.id, id) == 0)
            return i + 1;
    return -1;
}

bool figure_rebind(const struct plan *plan, struct figure *figure)
{
    const struct section *was = figure->subject;
    if (!was)
        return true;
    figure->subject = project_find(plan->project, was->kind, was->id);
    if (figure->row->number != NUMBER_MEMBER || !figure->number || !figure->subject)
        return figure->subject != NULL;
    const struct tariff *before = (const struct tariff *)was, *after = (const struct tariff *)figure->subject;
    figure->number = member_number(after, before->members[figure->number - 1]->section.id);
    return figure->number > 0;
}

struct selection figure_rows_of(const struct figure *figure)
{
    static const int forms[] = { [FORM_TOTAL] = ANY_FORM, [FORM_CASH] = IN_CASH, [FORM_IN_KIND] = IN_KIND };
    struct selection of = { .form = forms[figure->form] };
    switch (figure->row->of) {
    case OF_CATEGORY:
        of.category = (const struct category *)figure->subject;
        break;
    case OF_LINE:
        of.line = figure->subject;
        break;
    case OF_PAYER:
        of.payer = figure->subject;
        break;
    default:
        break;
    }
    return of;
}

bool figure_selection(const struct figure *figure, struct selection *selection)
{
    *selection = figure_rows_of(figure);
    selection->side = figure->row->side;
    return figure->row->side != ANY_SIDE;
}

/* Sums of rows are read off the rows, which makes no nodes. */
struct cell figure_cell(const struct plan *plan, const struct figure *figure)
{
    const struct months over = figure_months(plan, figure);
    struct selection of;
    return figure_selection(figure, &of) ? plan_sum(plan, &of, over.first, over.last)
                                         : node_cell(plan, figure_node(plan, figure));
}

month lowest_cash_month(const struct plan *plan, const struct figure *figure)
{
    const struct cash_nodes *cash = cash_nodes_build(plan);
    const struct months over = figure_months(plan, figure);
    month last = over.last < plan_last(plan) ? over.last : plan->first + cash->room - 1, lowest = over.first;
    for (month at = over.first; at <= last; at++) {
        struct cell balance = node_cell(plan, cash->balance[at - plan->first]);
        if (!cell_is_known(balance))
            return -1;
        if (balance.amount < node_cell(plan, cash->balance[lowest - plan->first]).amount)
            lowest = at;
    }
    return lowest;
}
