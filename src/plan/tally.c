#include <medfin/plan/tally.h>

#include <string.h>

#include "line.h"

typedef LIST(int) int_list;

/* None of its sums is a node outside: who looks for one node passes by the others. 0 is looked for everywhere. */
struct reach {
    node least, most; /* 0: it has none */
};

struct row_class {
    const struct row *like;
    int_list rows;
    node *months, *years;
    struct reach reach;
    int taken; /* rows of it that the tally being made takes */
};

struct tally {
    int_list rows, singles;
    LIST(struct row_class *) classes;
    node *months;
    struct reach reach;
    LIST(struct tally_run {
        month from;
        node *upto;
    })
    runs;
    LIST(struct tally_span {
        node of;
        struct months over;
    })
    spans;
};

static node reached(struct reach *reach, node of)
{
    if (of && (!reach->least || of < reach->least))
        reach->least = of;
    reach->most = of > reach->most ? of : reach->most;
    return of;
}

static bool reaches(const struct reach *reach, node of)
{
    return !of || (reach->least <= of && of <= reach->most);
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
    return class->months[at] = reached(&class->reach, sum_node(plan, N_("lines of a kind"), plan->made->buffer, count));
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
    return tally->months[i] = reached(&tally->reach, sum_node(plan, N_("in the month"), parts, count));
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
        upto[i + 1] = reached(&tally->reach, sum_node(plan, N_("to date, with what is drawn to date"), parts, count));
    }
    *list_add(&tally->runs, plan->arena) = (struct tally_run){ from, upto };
    return upto;
}

/* Who is told, and of which node alone; 0: of all. */
struct telling {
    const struct plan *plan;
    sum_teller *teller;
    void *context;
    node sought;
};

/* Those of nothing and those that are a stated value alone need no name. */
static void tell(const struct telling *telling, node of, const int_list *rows, struct months over)
{
    bool is_asked = telling->sought ? of == telling->sought : of != 0;
    if (is_asked && graph_node(telling->plan->graph, of).count)
        telling->teller(telling->context, of, rows->items, rows->count, over);
}

static void tell_months(const struct telling *telling, const node *months, const int_list *rows)
{
    month first = telling->plan->first;
    for (int i = 0; months && i < telling->plan->count; i++)
        tell(telling, months[i], rows, (struct months){ first + i, first + i });
}

static void tell_class(const struct telling *telling, const struct row_class *class)
{
    const struct plan *plan = telling->plan;
    const struct years years = plan_years(plan);
    if (!reaches(&class->reach, telling->sought))
        return;
    tell_months(telling, class->months, &class->rows);
    for (int year = years.first; class->years && year <= years.last; year++)
        tell(telling, class->years[year - years.first], &class->rows,
             months_shared(months_of_year(year), plan_months(plan)));
}

static void tell_tally(const struct telling *telling, const struct tally *tally)
{
    const struct plan *plan = telling->plan;
    if (!reaches(&tally->reach, telling->sought))
        return;
    tell_months(telling, tally->months, &tally->rows);
    for (int r = 0; r < tally->runs.count; r++)
        for (month at = tally->runs.items[r].from; at <= plan_last(plan); at++)
            tell(telling, tally->runs.items[r].upto[at - plan->first + 1], &tally->rows,
                 (struct months){ tally->runs.items[r].from, at });
    for (int i = 0; i < tally->spans.count; i++)
        tell(telling, tally->spans.items[i].of, &tally->rows, tally->spans.items[i].over);
}

void tallies_tell(const struct plan *plan, node sought, sum_teller *teller, void *context)
{
    const struct telling telling = { plan, teller, context, sought };
    for (int t = 0; t < plan->made->tallies.count; t++)
        tell_tally(&telling, plan->made->tallies.items[t]);
    for (int c = 0; c < plan->made->classes.count; c++)
        tell_class(&telling, plan->made->classes.items[c]);
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
    node *kept = year_kept(plan, &row->years, first, last);
    if (kept && *kept)
        return *kept;
    if (row->upto)
        count = add_drawn(row, from, to + 1, parts, count);
    from = from > row->begin ? from : row->begin;
    for (int i = from; i <= to && i < row->end && !row->upto; i++)
        if (row->months[i])
            parts[count++] = row->months[i];
    node sum = sum_node(plan, N_("over months"), parts, count);
    if (kept)
        *kept = sum;
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
    node *kept = year_kept(plan, &class->years, first, last);
    if (kept && *kept)
        return *kept;
    operand *parts = arena_take(plan->arena, (size_t) class->rows.count + MONTHS_OF_A_YEAR, sizeof *parts);
    int count = 0;
    /* A part of a year is asked for by its months, each of which other parts have too. */
    bool by_month = !kept && !class->like->upto;
    for (month at = first; at <= last && by_month; at++)
        count = add_part(class_month(plan, class, at - plan->first), parts, count);
    for (int r = 0; r < class->rows.count && !by_month; r++)
        count = add_part(row_in_year(plan, &plan->rows[class->rows.items[r]], first, last), parts, count);
    node sum = sum_node(plan, N_("lines of a kind"), parts, count);
    if (kept)
        *kept = reached(&class->reach, sum);
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
    node of = reached(&tally->reach, over_years(plan, label, first, last, of_tally, tally));
    *list_add(&tally->spans, plan->arena) = (struct tally_span){ of, over };
    return of;
}
