#include <medfin/figures/node_names.h>

#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/tally.h>

struct node_names {
    const struct plan *plan;
    struct arena *arena;
    int count; /* nodes */
    const struct node_name **first;
};

/* Before those that the node has: what is named last is met first. */
static void name(struct node_names *names, node of, struct node_name as)
{
    if (!of || (int)of >= names->count || !graph_node(names->plan->graph, of).count)
        return;
    struct node_name *made = arena_take(names->arena, 1, sizeof *made);
    *made = as;
    made->next = names->first[of];
    names->first[of] = made;
}

static void name_sums(struct node_names *names, bool of_classes)
{
    for (int i = 0; i < names->plan->made->sums.count; i++) {
        const struct kept_sum *sum = &names->plan->made->sums.items[i];
        if (sum->of_class == of_classes)
            name(names, sum->of,
                 (struct node_name){ .rows = sum->rows->items,
                                     .row_count = sum->rows->count,
                                     .first = sum->over.first,
                                     .last = sum->over.last });
    }
}

static void name_row(struct node_names *names, const struct row *row)
{
    const struct plan *plan = names->plan;
    const struct years years = plan_years(plan);
    for (int i = 0; i < plan->count; i++) {
        month at = plan->first + i;
        if (row->upto) {
            name(names, row->upto[i + 1], (struct node_name){ .row = row, .first = plan->first, .last = at });
            /* What a refused payer would have drawn is not what it draws. */
            if (graph_value(plan->graph, row->drawn[i + 1]) == graph_value(plan->graph, row->upto[i + 1]))
                name(names, row->drawn[i + 1], (struct node_name){ .row = row, .first = plan->first, .last = at });
        }
        name(names, row->months[i], (struct node_name){ .row = row, .first = at, .last = at });
    }
    for (int year = years.first; row->years && year <= years.last; year++) {
        const struct months over = months_shared(months_of_year(year), plan_months(plan));
        name(names, row->years[year - years.first],
             (struct node_name){ .row = row, .first = over.first, .last = over.last });
    }
}

static void name_figure(struct node_names *names, node of, struct figure as, month at)
{
    struct figure *figure = arena_take(names->arena, 1, sizeof *figure);
    *figure = as;
    name(names, of, (struct node_name){ .figure = figure, .first = at, .last = at });
}

static void name_months(struct node_names *names, const char *path, const node *months, int count)
{
    for (int i = 0; months && i < count; i++) {
        month at = names->plan->first + i;
        name_figure(names, months[i], (struct figure){ .row = figure_row(path), .time = TIME_MONTH, .first = at }, at);
    }
}

static void name_payments(struct node_names *names, const struct cash_nodes *cash)
{
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        const struct {
            const char *path;
            node of;
        } parts[] = { { "payments.*.#.claimed", payment->claimed },
                      { "payments.*.#.refused", payment->refused },
                      { "payments.*.#.held_back", payment->held_back },
                      { "payments.*.#.released", payment->released },
                      { "payments.*.#.set_off", payment->set_off },
                      { "payments.*.#.set_off_to_date", payment->set_off_to_date },
                      { "payments.*.#.amount", payment->amount } };
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            name_figure(names, parts[p].of,
                        (struct figure){
                            .row = figure_row(parts[p].path), .subject = payment->payer, .number = payment->number },
                        payment->paid);
    }
}

static void name_fees(struct node_names *names)
{
    const struct plan *plan = names->plan;
    for (int i = 0; i < plan->made->fees.count; i++) {
        const struct fees_of_year *of = plan->made->fees.items[i];
        int number = 0;
        for (int f = 0; f < of->fees.count; f++) {
            const struct fee *fee = &of->fees.items[f];
            /* Fees stand as their members do: the next one is near. */
            while (fee->member && of->tariff->members[number] != fee->member)
                number = (number + 1) % of->tariff->member_count;
            if (fee->member)
                name_figure(names, fee->all,
                            (struct figure){ .row = figure_row("fees.by_tariff.*.by_member.#"),
                                             .subject = &of->tariff->section,
                                             .number = number + 1,
                                             .time = TIME_YEAR,
                                             .first = year_first(of->year) },
                            year_last(of->year));
        }
    }
}

const struct node_names *node_names_new(const struct plan *plan, struct arena *arena)
{
    struct node_names *names = arena_take(arena, 1, sizeof *names);
    *names = (struct node_names){ .plan = plan, .arena = arena, .count = graph_count(plan->graph) };
    names->first = arena_take(arena, (size_t)names->count, sizeof *names->first);
    const struct cash_nodes *cash = plan->made->cash;
    name_sums(names, false);
    name_sums(names, true);
    name_fees(names);
    for (int i = 0; i < plan->row_count; i++)
        if (!row_is_mirror(&plan->rows[i]))
            name_row(names, &plan->rows[i]);
    if (cash) {
        name_payments(names, cash);
        name_months(names, "paid_out", cash->paid_out, cash->room);
        name_months(names, "received", cash->received, cash->room);
        name_months(names, "cash", cash->balance, cash->room);
    }
    name_months(names, "equity", plan->made->equity, plan->count);
    return names;
}

int node_names_count(const struct node_names *names)
{
    return names->count;
}

const struct node_name *node_names_of(const struct node_names *names, node of)
{
    return (int)of < names->count ? names->first[of] : NULL;
}
