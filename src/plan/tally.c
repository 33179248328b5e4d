#include <medfin/plan/tally.h>

#include <string.h>

#include "line.h"

typedef LIST(int) int_list;

struct node_class {
    const struct node_row *like;
    int_list rows;
    node *months, *years;
    int taken; /* rows of it that the tally being made takes */
};

struct tally {
    int_list rows, singles;
    LIST(struct node_class *) classes;
    node *months;
    LIST(struct tally_run {
        month from;
        node *upto;
    })
    runs;
};

static bool is_alike(const struct row *a, const struct row *b)
{
    return a->side == b->side && a->in_kind == b->in_kind && a->eligible == b->eligible && a->running == b->running &&
           a->category == b->category && a->funder == b->funder && a->phase == b->phase;
}

/* Lines are of a class with those that are alike; what is drawn on others is one by itself. */
static void sort_phase(struct plan_nodes *nodes, int phase)
{
    int from = nodes->classes.count;
    for (int i = 0; i < nodes->plan->row_count; i++) {
        struct node_row *row = &nodes->rows[i];
        if (row->row->phase != phase)
            continue;
        int c = phase == PHASE_COST ? from : nodes->classes.count;
        while (c < nodes->classes.count && !is_alike(nodes->classes.items[c]->like->row, row->row))
            c++;
        if (c == nodes->classes.count) {
            struct node_class *class = arena_take(nodes->arena, 1, sizeof *class);
            class->like = row;
            *list_add(&nodes->classes, nodes->arena) = class;
        }
        row->class = c;
        *list_add(&nodes->classes.items[c]->rows, nodes->arena) = i;
    }
}

static struct node_class *class_of_row(struct plan_nodes *nodes, int row)
{
    if (nodes->rows[row].class < 0)
        sort_phase(nodes, nodes->rows[row].row->phase);
    return nodes->classes.items[nodes->rows[row].class];
}

static node *take_months(const struct plan_nodes *nodes)
{
    return arena_take(nodes->arena, (size_t)nodes->plan->count, sizeof(node));
}

static node class_month(struct plan_nodes *nodes, struct node_class *class, int at)
{
    if (!class->months)
        class->months = take_months(nodes);
    if (class->months[at])
        return class->months[at];
    int count = 0;
    for (int r = 0; r < class->rows.count; r++)
        if (nodes->rows[class->rows.items[r]].months[at])
            nodes->buffer[count++] = nodes->rows[class->rows.items[r]].months[at];
    return class->months[at] = sum_node(nodes, N_("lines of a kind"), nodes->buffer, count);
}

/* Which whole classes and which single rows a test takes. */
static void find_rows(struct plan_nodes *nodes, row_test *test, const void *context, struct tally *tally)
{
    for (int c = 0; c < nodes->classes.count; c++)
        nodes->classes.items[c]->taken = 0;
    for (int i = 0; i < nodes->plan->row_count; i++)
        if (test(context, &nodes->plan->rows[i])) {
            *list_add(&tally->rows, nodes->arena) = i;
            class_of_row(nodes, i)->taken++;
        }
    for (int c = 0; c < nodes->classes.count; c++) {
        struct node_class *class = nodes->classes.items[c];
        if (class->taken == class->rows.count)
            *list_add(&tally->classes, nodes->arena) = class;
    }
    for (int i = 0; i < tally->rows.count; i++) {
        const struct node_class *class = class_of_row(nodes, tally->rows.items[i]);
        if (class->taken < class->rows.count)
            *list_add(&tally->singles, nodes->arena) = tally->rows.items[i];
    }
}

struct tally *tally_of(struct plan_nodes *nodes, row_test *test, const void *context)
{
    struct tally *tally = arena_take(nodes->arena, 1, sizeof *tally);
    find_rows(nodes, test, context, tally);
    size_t size = (size_t)tally->rows.count * sizeof(int);
    for (int i = 0; i < nodes->tallies.count; i++) {
        struct tally *other = nodes->tallies.items[i];
        if (other->rows.count == tally->rows.count &&
            (!size || memcmp(other->rows.items, tally->rows.items, size) == 0))
            return other;
    }
    tally->months = take_months(nodes);
    *list_add(&nodes->tallies, nodes->arena) = tally;
    return tally;
}

node tally_month(struct plan_nodes *nodes, struct tally *tally, month at)
{
    int i = at - nodes->plan->first, count = 0;
    if (tally->months[i])
        return tally->months[i];
    operand parts[tally->classes.count + tally->singles.count + 1];
    for (int c = 0; c < tally->classes.count; c++) {
        node of = class_month(nodes, tally->classes.items[c], i);
        if (of)
            parts[count++] = of;
    }
    for (int r = 0; r < tally->singles.count; r++)
        if (nodes->rows[tally->singles.items[r]].months[i])
            parts[count++] = nodes->rows[tally->singles.items[r]].months[i];
    return tally->months[i] = sum_node(nodes, N_("in the month"), parts, count);
}

/* A row that is drawn to date is taken to date too, not month by month: what each month of it may be off by in a trial
   does not add up then. */
static int add_drawn(const struct node_row *row, int from, int upto, operand *parts, int count)
{
    bool any = false;
    for (int i = from; i < upto; i++)
        any = any || row->months[i];
    if (any && row->upto[upto])
        parts[count++] = row->upto[upto];
    if (any && row->upto[from])
        parts[count++] = against(row->upto[from]);
    return count;
}

/* The month of all rows that are not drawn to date. */
static int add_plain(struct plan_nodes *nodes, const struct tally *tally, int at, operand *parts, int count)
{
    for (int c = 0; c < tally->classes.count; c++) {
        struct node_class *class = tally->classes.items[c];
        node of = class->like->upto ? 0 : class_month(nodes, class, at);
        if (of)
            parts[count++] = of;
    }
    for (int r = 0; r < tally->singles.count; r++) {
        const struct node_row *row = &nodes->rows[tally->singles.items[r]];
        if (!row->upto && row->months[at])
            parts[count++] = row->months[at];
    }
    return count;
}

const node *tally_upto(struct plan_nodes *nodes, struct tally *tally, month from)
{
    for (int i = 0; i < tally->runs.count; i++)
        if (tally->runs.items[i].from == from)
            return tally->runs.items[i].upto;
    int first = from - nodes->plan->first, most = 2 * tally->rows.count + tally->classes.count + 2;
    node *upto = arena_take(nodes->arena, (size_t)nodes->plan->count + 1, sizeof *upto), plain = 0;
    operand *parts = arena_take(nodes->arena, (size_t)most, sizeof *parts);
    for (int i = first; i < nodes->plan->count; i++) {
        parts[0] = plain;
        plain = sum_node(nodes, N_("to date"), parts, add_plain(nodes, tally, i, parts, plain != 0));
        parts[0] = plain;
        int count = plain != 0;
        for (int r = 0; r < tally->rows.count; r++) {
            const struct node_row *row = &nodes->rows[tally->rows.items[r]];
            if (row->upto)
                count = add_drawn(row, first, i + 1, parts, count);
        }
        upto[i + 1] = sum_node(nodes, N_("to date, with what is drawn to date"), parts, count);
    }
    *list_add(&tally->runs, nodes->arena) = (struct tally_run){ from, upto };
    return upto;
}

/* Where the sum of a whole year of the plan is kept, NULL of any other stretch. */
static node *year_kept(const struct plan_nodes *nodes, node **years, month first, month last)
{
    const struct plan *plan = nodes->plan;
    const struct years all = plan_years(plan);
    int year = month_year(first);
    const struct months whole = months_shared(months_of_year(year), plan_months(plan));
    if (first != whole.first || last != whole.last)
        return NULL;
    if (!*years)
        *years = arena_take(nodes->arena, (size_t)years_count(all), sizeof **years);
    return &(*years)[year - all.first];
}

/* Months of one year. */
static node row_in_year(struct plan_nodes *nodes, struct node_row *row, month first, month last)
{
    operand parts[last - first + 2];
    int count = 0, from = first - nodes->plan->first, to = last - nodes->plan->first;
    node *kept = year_kept(nodes, &row->years, first, last);
    if (kept && *kept)
        return *kept;
    if (row->upto)
        count = add_drawn(row, from, to + 1, parts, count);
    for (int i = from; i <= to && !row->upto; i++)
        if (row->months[i])
            parts[count++] = row->months[i];
    node sum = sum_node(nodes, N_("over months"), parts, count);
    if (kept)
        *kept = sum;
    return sum;
}

static node class_in_year(struct plan_nodes *nodes, struct node_class *class, month first, month last)
{
    node *kept = year_kept(nodes, &class->years, first, last);
    if (kept && *kept)
        return *kept;
    operand *parts = arena_take(nodes->arena, (size_t) class->rows.count, sizeof *parts);
    int count = 0;
    for (int r = 0; r < class->rows.count; r++) {
        node of = row_in_year(nodes, &nodes->rows[class->rows.items[r]], first, last);
        if (of)
            parts[count++] = of;
    }
    node sum = sum_node(nodes, N_("lines of a kind"), parts, count);
    if (kept)
        *kept = sum;
    return sum;
}

/* The sum of what each year of first..last has. */
static node over_years(struct plan_nodes *nodes, const char *label, month first, month last,
                       node (*in_year)(struct plan_nodes *nodes, const void *context, const char *label, month first,
                                       month last),
                       const void *context)
{
    const struct plan *plan = nodes->plan;
    const struct months within = months_shared((struct months){ first, last }, plan_months(plan));
    operand parts[years_count(plan_years(plan))];
    int count = 0;
    for (month at = within.first; at <= within.last; at = month_december(at) + 1) {
        node of = in_year(nodes, context, label, at, month_earlier(month_december(at), within.last));
        if (of)
            parts[count++] = of;
    }
    return sum_node(nodes, label, parts, count);
}

static node of_row(struct plan_nodes *nodes, const void *context, const char *label, month first, month last)
{
    (void)label;
    return row_in_year(nodes, &nodes->rows[(const struct node_row *)context - nodes->rows], first, last);
}

node row_over(struct plan_nodes *nodes, struct node_row *row, month first, month last)
{
    return over_years(nodes, N_("over months"), first, last, of_row, row);
}

static node of_tally(struct plan_nodes *nodes, const void *context, const char *label, month first, month last)
{
    const struct tally *tally = context;
    operand parts[tally->classes.count + tally->singles.count + 1];
    int count = 0;
    for (int c = 0; c < tally->classes.count; c++) {
        node of = class_in_year(nodes, tally->classes.items[c], first, last);
        if (of)
            parts[count++] = of;
    }
    for (int r = 0; r < tally->singles.count; r++) {
        node of = row_in_year(nodes, &nodes->rows[tally->singles.items[r]], first, last);
        if (of)
            parts[count++] = of;
    }
    return sum_node(nodes, label, parts, count);
}

node rows_over(struct plan_nodes *nodes, row_test *test, const void *context, const char *label, month first,
               month last)
{
    return over_years(nodes, label, first, last, of_tally, tally_of(nodes, test, context));
}
