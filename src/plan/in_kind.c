#include <medfin/plan/in_kind.h>

#include <medfin/plan/tally.h>

#include "line.h"
#include "schedule.h"

void in_kind_lay(struct plan *plan, const struct funder *funder)
{
    /* When lines name the funder, its own statement is the sum that they are checked against. */
    if (!fact_is_stated(funder->in_kind) || funder_borne_line(plan->project, funder))
        return;
    plan_add_cost(plan,
                  (struct row){ .line = &funder->section,
                                .phase = (int)(funder_bears_gross(funder) ? PHASE_GROSS : PHASE_IN_KIND),
                                .category = (const struct category *)*funder->in_kind_category->sections,
                                .eligible = true },
                  funder);
}

static struct schedule schedule_of(const struct plan *plan, const struct funder *funder)
{
    static const struct fact no_index;
    const struct months active = line_months(plan->project, &funder->line);
    return (struct schedule){
        .level = { .section = &funder->section, .stated = funder->in_kind, .index = &no_index, .first = active.first },
        .first = active.first,
        .last = active.last,
        .at = active.first,
    };
}

/* What the percents are worked on: the cash cost, and in kind that is no percent itself. */
static bool is_base(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_COST && row->phase < PHASE_GROSS;
}

/* The gross is the base and the percents of it, so it is the base ÷ what the percents leave. */
static node rest_node(const struct plan *plan, const struct funder *own, month at)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    operand *parts = arena_take(plan->arena, (size_t)funders->count + 1, sizeof *parts);
    int count = 0;
    parts[count++] = graph_number(plan->graph, SHARE_ONE, KIND_SHARE, N_("one"));
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (!funder_bears_gross(funder) || !months_hold(line_months(plan->project, &funder->line), at))
            continue;
        node percent = share_leaf(plan, &funder->section, funder->in_kind);
        /* Its own is that of what it would bear, whatever it has been answered. */
        parts[count++] = against(funder == own ? percent : while_granted(plan, &funder->section, percent));
    }
    return graph_make(plan->graph, OP_SUM, KIND_SHARE, N_("what is left for the rest"), parts, count);
}

/* The last month from `at` on in which the same funders bear a percent. */
static month same_until(const struct plan *plan, month at, month last)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        const struct months over = line_months(plan->project, &funder->line);
        if (!funder_bears_gross(funder))
            continue;
        if (over.first > at)
            last = month_earlier(last, over.first - 1);
        else if (over.last >= at)
            last = month_earlier(last, over.last);
    }
    return last;
}

static void gross_nodes(const struct plan *plan, struct row *row, struct months active)
{
    const struct funder *funder = row->funder;
    node percent = share_leaf(plan, &funder->section, funder->in_kind), before = 0;
    node *upto = arena_take(plan->arena, (size_t)plan->count, sizeof *upto);
    for (month first = active.first, last; first <= active.last; first = last + 1) {
        last = same_until(plan, first, active.last);
        const node *base = tally_upto(plan, tally_of(plan, is_base, NULL), first);
        node rest = rest_node(plan, funder, first);
        for (month at = first; at <= last; at++) {
            node of = base[at - plan->first + 1];
            node share_of = of ? graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, N_("percent of the gross to date"), of,
                                          percent, against(rest))
                               : 0;
            upto[at - active.first] =
                graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("with what came of other percents"), before, share_of);
        }
        before = upto[last - active.first];
    }
    put_drawn(plan, row, active.first, active.last, upto);
}

node certified_in_kind_node(const struct plan *plan, const struct funder *funder)
{
    const struct schedule schedule = schedule_of(plan, funder);
    node *months = arena_take(plan->arena, (size_t)plan->count, sizeof *months);
    operand *parts = arena_take(plan->arena, (size_t)plan->count, sizeof *parts);
    int count = 0;
    schedule_nodes(plan, &schedule, months);
    for (int i = 0; i < plan->count; i++)
        if (months[i])
            parts[count++] = months[i];
    return sum_node(plan, N_("certified"), parts, count);
}

void in_kind_nodes(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, row->funder);
    if (funder_bears_gross(row->funder))
        gross_nodes(plan, row, (struct months){ schedule.first, schedule.last });
    else
        schedule_nodes(plan, &schedule, row->months);
}
