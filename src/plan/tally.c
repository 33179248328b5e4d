#include <medfin/plan/tally.h>

#include <string.h>

#include "line.h"

struct row_class {
    const struct row *like;
    int_list rows;
    node *months, *years;
    int taken; /* rows of it that the tally being made takes */
};

struct tally {
    int_list rows, singles;
    LIST(struct row_class *) classes;
    node *months;
    LIST(struct tally_run {
        month from;
        node *upto;
    })
    runs;
};

/* A sum that stays. Those of nothing and those that are a stated value alone are not told of. */
static node kept(const struct plan *plan, node of, const int_list *rows, bool of_class, struct months over)
{
    if (of && graph_node(plan->graph, of).count)
        *list_add(&plan->made->sums, plan->arena) = (struct kept_sum){ of, of_class, rows, over };
    return of;
}

static struct months month_alone(const struct plan *plan, int at)
{
    return (struct months){ plan->first + at, plan->first + at };
}

static bool is_alike(const struct row *a, const struct row *b)
{
    return a->side == b->side && a->in_kind == b->in_kind && a->eligible == b->eligible && a->running == b->running &&
           a->category == b->category && a->funder == b->funder && a->phase == b->phase;
}

/* Lines are of a class with those that are alike; what is drawn on others is one by itself. */
static void sort_phase(const struct plan *plan, int phase)
{
    int from = plan->made->classes.count;
    for (int i = 0; i < plan->row_count; i++) {
        struct row *row = &plan->rows[i];
        if (row->phase != phase)
            continue;
        int c = phase == PHASE_COST ? from : plan->made->classes.count;
        while (c < plan->made->classes.count && !is_alike(plan->made->classes.items[c]->like, row))
            c++;
        if (c == plan->made->classes.count) {
            struct row_class *class = arena_take(plan->arena, 1, sizeof *class);
            class->like = row;
            *list_add(&plan->made->classes, plan->arena) = class;
        }
        row->class = c;
        *list_add(&plan->made->classes.items[c]->rows, plan->arena) = i;
    }
}

static struct row_class *class_of_row(const struct plan *plan, int row)
{
    if (plan->rows[row].class < 0)
        sort_phase(plan, plan->rows[row].phase);
    return plan->made->classes.items[plan->rows[row].class];
}

static node *take_months(const struct plan *plan)
{
    return arena_take(plan->arena, (size_t)plan->count, sizeof(node));
}

static node class_month(const struct plan *plan, struct row_class *class, int at)
{
    if (!class->months)
        class->months = take_months(plan);
    if (class->months[at])
        return class->months[at];
    int count = 0;
    for (int r = 0; r < class->rows.count; r++) {
        const struct row *row = &plan->rows[class->rows.items[r]];
        if (at >= row->begin && at < row->end && row->months[at])
            plan->made->buffer[count++] = row->months[at];
    }
    return class->months[at] = kept(plan, sum_node(plan, N_("lines of a kind"), plan->made->buffer, count),
                                    &class->rows, true, month_alone(plan, at));
}

/* Which whole classes and which single rows a test takes. */
static void find_rows(const struct plan *plan, row_test *test, const void *context, struct tally *tally)
{
    for (int c = 0; c < plan->made->classes.count; c++)
        plan->made->classes.items[c]->taken = 0;
    for (int i = 0; i < plan->row_count; i++)
        if (test(context, &plan->rows[i])) {
            *list_add(&tally->rows, plan->arena) = i;
            class_of_row(plan, i)->taken++;
        }
    for (int c = 0; c < plan->made->classes.count; c++) {
        struct row_class *class = plan->made->classes.items[c];
        if (class->taken == class->rows.count)
            *list_add(&tally->classes, plan->arena) = class;
    }
    for (int i = 0; i < tally->rows.count; i++) {
        const struct row_class *class = class_of_row(plan, tally->rows.items[i]);
        if (class->taken < class->rows.count)
            *list_add(&tally->singles, plan->arena) = tally->rows.items[i];
    }
}

struct tally *tally_of(const struct plan *plan, row_test *test, const void *context)
{
    struct tally *tally = arena_take(plan->arena, 1, sizeof *tally);
    find_rows(plan, test, context, tally);
    size_t size = (size_t)tally->rows.count * sizeof(int);
    for (int i = 0; i < plan->made->tallies.count; i++) {
        struct tally *other = plan->made->tallies.items[i];
        if (other->rows.count == tally->rows.count &&
            (!size || memcmp(other->rows.items, tally->rows.items, size) == 0))
            return other;
    }
    tally->months = take_months(plan);
    *list_add(&plan->made->tallies, plan->arena) = tally;
    return tally;
}

node tally_month(const struct plan *plan, struct tally *tally, month at)
{
    int i = at - plan->first, count = 0;
    if (tally->months[i])
        return tally->months[i];
    operand *parts = arena_take(plan->arena, (size_t)(tally->classes.count + tally->singles.count) + 1, sizeof *parts);
    for (int c = 0; c < tally->classes.count; c++) {
        node of = class_month(plan, tally->classes.items[c], i);
        if (of)
            parts[count++] = of;
    }
    for (int r = 0; r < tally->singles.count; r++)
        if (plan->rows[tally->singles.items[r]].months[i])
            parts[count++] = plan->rows[tally->singles.items[r]].months[i];
    return tally->months[i] =
               kept(plan, sum_node(plan, N_("in the month"), parts, count), &tally->rows, false, month_alone(plan, i));
}

/* A row that is drawn to date is taken to date too, not month by month: what each month of it may be off by in a trial
   does not add up then. */
static int add_drawn(const struct row *row, int from, int upto, operand *parts, int count)
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
static int add_plain(const struct plan *plan, const struct tally *tally, int at, operand *parts, int count)
{
    for (int c = 0; c < tally->classes.count; c++) {
        struct row_class *class = tally->classes.items[c];
        node of = class->like->upto ? 0 : class_month(plan, class, at);
        if (of)
            parts[count++] = of;
    }
    for (int r = 0; r < tally->singles.count; r++) {
        const struct row *row = &plan->rows[tally->singles.items[r]];
        if (!row->upto && row->months[at])
            parts[count++] = row->months[at];
    }
    return count;
}

const node *tally_upto(const struct plan *plan, struct tally *tally, month from)
{
    for (int i = 0; i < tally->runs.count; i++)
        if (tally->runs.items[i].from == from)
            return tally->runs.items[i].upto;
    int first = from - plan->first, most = 2 * tally->rows.count + tally->classes.count + 2;
    node *upto = arena_take(plan->arena, (size_t)plan->count + 1, sizeof *upto), plain = 0;
    operand *parts = arena_take(plan->arena, (size_t)most, sizeof *parts);
    for (int i = first; i < plan->count; i++) {
        parts[0] = plain;
        plain = sum_node(plan, N_("to date"), parts, add_plain(plan, tally, i, parts, plain != 0));
        parts[0] = plain;
        int count = plain != 0;
        for (int r = 0; r < tally->rows.count; r++) {
            const struct row *row = &plan->rows[tally->rows.items[r]];
            if (row->upto)
                count = add_drawn(row, first, i + 1, parts, count);
        }
        upto[i + 1] = kept(plan, sum_node(plan, N_("to date, with what is drawn to date"), parts, count), &tally->rows,
                           false, (struct months){ from, plan->first + i });
    }
    *list_add(&tally->runs, plan->arena) = (struct tally_run){ from, upto };
    return upto;
}

/* Where the sum of a whole year of the plan is kept, NULL of any other stretch. */
static node *year_kept(const struct plan *plan, node **years, month first, month last)
{
    const struct years all = plan_years(plan);
    int year = month_year(first);
    const struct months whole = months_shared(months_of_year(year), plan_months(plan));
    if (first != whole.first || last != whole.last)
        return NULL;
    if (!*years)
        *years = arena_take(plan->arena, (size_t)years_count(all), sizeof **years);
    return &(*years)[year - all.first];
}

/* Months of one year. */
static node row_in_year(const struct plan *plan, struct row *row, month first, month last)
{
    operand parts[last - first + 2];
    int count = 0, from = first - plan->first, to = last - plan->first;
    node *place = year_kept(plan, &row->years, first, last);
    if (place && *place)
        return *place;
    if (row->upto)
        count = add_drawn(row, from, to + 1, parts, count);
    from = from > row->begin ? from : row->begin;
    for (int i = from; i <= to && i < row->end && !row->upto; i++)
        if (row->months[i])
            parts[count++] = row->months[i];
    node sum = sum_node(plan, N_("over months"), parts, count);
    if (place)
        *place = sum;
    return sum;
}

static int add_part(node of, operand *parts, int count)
{
    if (of)
        parts[count++] = of;
    return count;
}

static node class_in_year(const struct plan *plan, struct row_class *class, month first, month last)
{
    node *place = year_kept(plan, &class->years, first, last);
    if (place && *place)
        return *place;
    operand *parts = arena_take(plan->arena, (size_t) class->rows.count + MONTHS_OF_A_YEAR, sizeof *parts);
    int count = 0;
    /* A part of a year is asked for by its months, each of which other parts have too. */
    bool by_month = !place && !class->like->upto;
    for (month at = first; at <= last && by_month; at++)
        count = add_part(class_month(plan, class, at - plan->first), parts, count);
    for (int r = 0; r < class->rows.count && !by_month; r++)
        count = add_part(row_in_year(plan, &plan->rows[class->rows.items[r]], first, last), parts, count);
    node sum = sum_node(plan, N_("lines of a kind"), parts, count);
    if (place)
        *place = kept(plan, sum, &class->rows, true, (struct months){ first, last });
    return sum;
}

/* The sum of what each year of first..last has. */
static node over_years(const struct plan *plan, const char *label, month first, month last,
                       node (*in_year)(const struct plan *plan, const void *context, const char *label, month first,
                                       month last),
                       const void *context)
{
    const struct months within = months_shared((struct months){ first, last }, plan_months(plan));
    operand parts[years_count(plan_years(plan))];
    int count = 0;
    for (month at = within.first; at <= within.last; at = month_december(at) + 1) {
        node of = in_year(plan, context, label, at, month_earlier(month_december(at), within.last));
        if (of)
            parts[count++] = of;
    }
    return sum_node(plan, label, parts, count);
}

static node of_row(const struct plan *plan, const void *context, const char *label, month first, month last)
{
    (void)label;
    return row_in_year(plan, &plan->rows[(const struct row *)context - plan->rows], first, last);
}

node row_over(const struct plan *plan, struct row *row, month first, month last)
{
    return over_years(plan, N_("over months"), first, last, of_row, row);
}

static node of_tally(const struct plan *plan, const void *context, const char *label, month first, month last)
{
    const struct tally *tally = context;
    operand *parts = arena_take(plan->arena, (size_t)(tally->classes.count + tally->singles.count) + 1, sizeof *parts);
    int count = 0;
    for (int c = 0; c < tally->classes.count; c++)
        count = add_part(class_in_year(plan, tally->classes.items[c], first, last), parts, count);
    for (int r = 0; r < tally->singles.count; r++)
        count = add_part(row_in_year(plan, &plan->rows[tally->singles.items[r]], first, last), parts, count);
    return sum_node(plan, label, parts, count);
}

node rows_over(const struct plan *plan, row_test *test, const void *context, const char *label, month first, month last)
{
    struct tally *tally = tally_of(plan, test, context);
    const struct months over = months_shared((struct months){ first, last }, plan_months(plan));
    return kept(plan, over_years(plan, label, first, last, of_tally, tally), &tally->rows, false, over);
}
