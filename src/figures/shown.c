#include <medfin/figures/shown.h>

#include <medfin/base/controlled.h>
#include <medfin/plan/cash_nodes.h>
#include <medfin/plan/tally.h>

#include "shown_agree.h"
#include "shown_grid.h"
#include "shown_owed.h"

struct shown {
    const struct plan *plan;
    money unit;
    struct arena *arena;
    struct shown_grid years;
    struct shown_grid *quarters;            /* of each year … */
    struct shown_grid *months;              /* … and of each of its quarters; of no parts until they are asked for */
    int64_t *paid_out, *received, *balance; /* by month, as far as cash is known; NULL until asked for … */
    int64_t *payments;                      /* … and each payment's amount */
    LIST(int) sum_of; /* of nodes: the first of the plan's sums that it is, from 1; 0: none is … */
    int sums_seen;    /* … of the first so many */
};

enum { QUARTERS = MONTHS_OF_A_YEAR / MONTHS_OF_A_QUARTER };

struct shown *shown_new(const struct plan *plan, money unit, struct arena *arena)
{
    struct shown *shown = arena_take(arena, 1, sizeof *shown);
    size_t years = (size_t)years_count(plan_years(plan));
    *shown = (struct shown){ .plan = plan, .unit = unit, .arena = arena };
    shown->quarters = arena_take(arena, years, sizeof *shown->quarters);
    shown->months = arena_take(arena, years * QUARTERS, sizeof *shown->months);
    return shown;
}

static int64_t nearest(const struct shown *shown, money exact)
{
    return round_quotient(exact, shown->unit);
}

/* The parts of so many months that a stretch of the plan has. */
static void part(struct shown_grid *grid, const struct shown *shown, struct months over, int size)
{
    struct months *parts = arena_take(shown->arena, (size_t)(over.last - over.first) / (size_t)size + 2, sizeof *parts);
    grid->parts = parts;
    for (month at = period_begin(over.first, size); at <= over.last; at += size)
        parts[grid->count++] = months_shared((struct months){ at, at + size - 1 }, over);
}

/* What each row shows of one part of a grid. */
static const int64_t *column(const struct shown *shown, const struct shown_grid *grid, int number)
{
    int64_t *column = arena_take(shown->arena, (size_t)shown->plan->row_count + 1, sizeof *column);
    for (int r = 0; r < shown->plan->row_count; r++)
        column[r] = grid->whole[r * grid->count + number];
    return column;
}

static const struct shown_grid *years_of_plan(struct shown *shown)
{
    if (!shown->years.count) {
        part(&shown->years, shown, plan_months(shown->plan), MONTHS_OF_A_YEAR);
        shown_grid_round(&shown->years, shown->plan, shown->unit, NULL, shown->arena);
    }
    return &shown->years;
}

void shown_agree(struct shown *shown, struct shown *with)
{
    const struct shown_grid *other = years_of_plan(with);
    years_of_plan(shown);
    shown_grid_agree(&shown->years, shown->plan, other, with->plan, shown->unit, shown->arena);
}

static const struct shown_grid *quarters_of(struct shown *shown, int year)
{
    const struct shown_grid *years = years_of_plan(shown);
    struct shown_grid *quarters = &shown->quarters[year];
    if (!quarters->count) {
        part(quarters, shown, years->parts[year], MONTHS_OF_A_QUARTER);
        shown_grid_round(quarters, shown->plan, shown->unit, column(shown, years, year), shown->arena);
    }
    return quarters;
}

static const struct shown_grid *months_of(struct shown *shown, int year, int quarter)
{
    const struct shown_grid *quarters = quarters_of(shown, year);
    struct shown_grid *months = &shown->months[year * QUARTERS + quarter];
    if (!months->count) {
        part(months, shown, quarters->parts[quarter], 1);
        shown_grid_round(months, shown->plan, shown->unit, column(shown, quarters, quarter), shown->arena);
    }
    return months;
}

/* Whole parts of a plan that some months reach over, as coarse as they come. */
typedef void part_taker(void *context, const struct shown_grid *grid, int part);

static bool holds(struct months over, struct months within)
{
    return over.first <= within.first && within.last <= over.last;
}

static void take_months(struct shown *shown, int year, int quarter, struct months over, part_taker *take, void *context)
{
    const struct shown_grid *months = months_of(shown, year, quarter);
    for (int m = 0; m < months->count; m++)
        if (holds(over, months->parts[m]))
            take(context, months, m);
}

static void take_quarters(struct shown *shown, int year, struct months over, part_taker *take, void *context)
{
    const struct shown_grid *quarters = quarters_of(shown, year);
    for (int q = 0; q < quarters->count; q++) {
        if (holds(over, quarters->parts[q]))
            take(context, quarters, q);
        else if (months_meet(over, quarters->parts[q]))
            take_months(shown, year, q, over, take, context);
    }
}

static void take_parts(struct shown *shown, struct months over, part_taker *take, void *context)
{
    const struct shown_grid *years = years_of_plan(shown);
    for (int y = 0; y < years->count; y++) {
        if (holds(over, years->parts[y]))
            take(context, years, y);
        else if (months_meet(over, years->parts[y]))
            take_quarters(shown, y, over, take, context);
    }
}

/* Rows from..to − 1 that the test takes, of all or of a list of them. */
struct taken {
    const struct plan *plan;
    const int *rows; /* NULL: all */
    row_test *test;
    const void *context;
    int from, to;
    int64_t sum;
};

static void take_rows(void *context, const struct shown_grid *grid, int part)
{
    struct taken *taken = context;
    for (int i = taken->from; i < taken->to; i++) {
        int r = taken->rows ? taken->rows[i] : i;
        if (!taken->test || taken->test(taken->context, &taken->plan->rows[r]))
            taken->sum += grid->whole[r * grid->count + part];
    }
}

static int64_t sum_of(struct shown *shown, struct taken taken, struct months over)
{
    taken.plan = shown->plan;
    take_parts(shown, over, take_rows, &taken);
    return taken.sum;
}

int64_t shown_rows(struct shown *shown, row_test *test, const void *context, struct months over)
{
    return sum_of(shown, (struct taken){ .test = test, .context = context, .to = shown->plan->row_count }, over);
}

int64_t shown_sum(struct shown *shown, const struct selection *selection, struct months over)
{
    const struct plan *plan = shown->plan;
    struct taken taken = { .test = selection_test, .context = selection, .to = plan->row_count };
    if (selection->line) {
        taken.from = taken.to = line_first_row(plan, selection->line);
        while (taken.to < plan->row_count && plan->rows[taken.to].line == selection->line)
            taken.to++;
    }
    return sum_of(shown, taken, over);
}

/* Received less paid out is what the shown balance grows by: the nearest are taken where that comes out so, else what
   was received stays and what was paid out gives way, as far as to the other whole unit. */
static void round_flow(struct shown *shown, int at, money paid, money received, int64_t grows)
{
    int64_t unit = shown->unit, in = nearest(shown, received), out = in - grows;
    if (out * unit - paid >= unit || paid - out * unit >= unit) {
        in += out * unit > paid ? -1 : 1;
        out = in - grows;
    }
    shown->received[at] = in;
    shown->paid_out[at] = out;
}

/* The payments of a month add up to what is received in it. */
static void round_payments(struct shown *shown, const struct cash_nodes *cash)
{
    const struct plan *plan = shown->plan;
    struct arena *own = arena_like(shown->arena);
    struct controlled *network = controlled_new(shown->unit, own);
    int *figures = arena_take(own, (size_t)cash->payments.count + 1, sizeof *figures);
    int *months = arena_take(own, (size_t)cash->room + 1, sizeof *months);
    for (int i = 0; i < cash->room; i++) {
        const struct cell received = node_cell(plan, cash->received[i]);
        if (!cell_is_known(received))
            continue;
        months[i] = controlled_sum(network);
        int figure = controlled_figure(network, months[i], CONTROLLED_GROUND, received.amount, RANK_WHOLE);
        controlled_fix(network, figure, shown->received[i]);
    }
    for (int i = 0; i < cash->payments.count; i++) {
        const struct node_payment *payment = &cash->payments.items[i];
        const struct cell amount = node_cell(plan, payment->amount);
        figures[i] = controlled_figure(network, CONTROLLED_GROUND, months[payment->paid - plan->first],
                                       cell_is_known(amount) ? amount.amount : 0, RANK_CELL);
    }
    controlled_round(network);
    shown->payments = arena_take(shown->arena, (size_t)cash->payments.count + 1, sizeof *shown->payments);
    for (int i = 0; i < cash->payments.count; i++)
        shown->payments[i] = controlled_whole(network, figures[i]);
    arena_free(own);
}

static void round_cash(struct shown *shown)
{
    const struct plan *plan = shown->plan;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    struct cell before = node_cell(plan, cash->opening);
    size_t months = (size_t)cash->room;
    shown->paid_out = arena_take(shown->arena, months, sizeof *shown->paid_out);
    shown->received = arena_take(shown->arena, months, sizeof *shown->received);
    shown->balance = arena_take(shown->arena, months, sizeof *shown->balance);
    for (int i = 0; i < cash->room; i++) {
        const struct cell paid = node_cell(plan, cash->paid_out[i]), received = node_cell(plan, cash->received[i]);
        const struct cell balance = node_cell(plan, cash->balance[i]);
        shown->balance[i] = nearest(shown, balance.amount);
        shown->paid_out[i] = nearest(shown, paid.amount);
        shown->received[i] = nearest(shown, received.amount);
        if (cell_is_known(before) && cell_is_known(balance))
            round_flow(shown, i, paid.amount, received.amount, shown->balance[i] - nearest(shown, before.amount));
        before = balance;
    }
    round_payments(shown, cash);
}

/* What is shown of a payment's amount; false: it is none. */
static bool of_payment(struct shown *shown, const struct figure *figure, int64_t *whole)
{
    const struct cash_nodes *cash = cash_nodes_build(shown->plan);
    if (!figure_is(figure, "payments.*.#.amount"))
        return false;
    if (!shown->balance)
        round_cash(shown);
    for (int i = 0; i < cash->payments.count; i++)
        if (cash->payments.items[i].payer == figure->subject && cash->payments.items[i].number == figure->number)
            *whole = shown->payments[i];
    return true;
}

/* What is shown of cash by month; NULL of another figure. */
static const int64_t *cash_of(struct shown *shown, const struct figure *figure)
{
    bool is_paid = figure_is(figure, "paid_out"), is_received = figure_is(figure, "received");
    if (!is_paid && !is_received && !figure_is(figure, "cash"))
        return NULL;
    if (!shown->balance)
        round_cash(shown);
    return is_paid ? shown->paid_out : is_received ? shown->received : shown->balance;
}

/* Cash is that of the last month, what is paid that of all. */
static int64_t cash_over(const struct shown *shown, const int64_t *cash, const struct figure *figure)
{
    const struct months over = figure_months(shown->plan, figure);
    int64_t sum = 0;
    for (month at = figure->row->adds_up ? over.first : over.last; at <= over.last; at++)
        sum += cash[at - shown->plan->first];
    return sum;
}

/* Years of it add up to the whole: what the years show. */
static int64_t over_years(struct shown *shown, const struct figure *figure)
{
    const struct years years = plan_years(shown->plan);
    int64_t sum = 0;
    for (int year = years.first; year <= years.last; year++) {
        struct figure of_year = *figure;
        of_year.time = TIME_YEAR;
        of_year.first = year_first(year);
        sum += shown_figure(shown, &of_year);
    }
    return sum;
}

/* The figures that it is the sum of, as cost and financing are of what they differ by; false: there are none. */
static bool of_parts(struct shown *shown, const struct figure *figure, int64_t *sum)
{
    bool any = false;
    *sum = 0;
    for (int i = 0; i < figure_row_count; i++) {
        const struct figure_row *row = &figure_rows[i];
        if (!row->part_of || !figure_is(figure, row->part_of))
            continue;
        struct figure of_part = *figure;
        of_part.row = row;
        *sum += (row->against ? -1 : 1) * shown_figure(shown, &of_part);
        any = true;
    }
    return any;
}

int64_t shown_figure(struct shown *shown, const struct figure *figure)
{
    const struct plan *plan = shown->plan;
    const struct figure_row *row = figure->row;
    const int64_t *cash = cash_of(shown, figure);
    struct selection of;
    int64_t sum;
    if (figure_selection(figure, &of))
        return shown_sum(shown, &of, figure_months(plan, figure));
    if (cash)
        return cash_over(shown, cash, figure);
    if (of_parts(shown, figure, &sum) || of_payment(shown, figure, &sum) || shown_owed(shown, plan, figure, &sum))
        return sum;
    if (row->only_years && row->adds_up && figure->time == TIME_TOTAL)
        return over_years(shown, figure);
    node of_figure = figure_node(plan, figure);
    return figure_is(figure, "reserve") ? shown_node(shown, of_figure)
                                        : nearest(shown, node_cell(plan, of_figure).amount);
}

/* A node that is looked for among those of rows, and what it shows. */
struct sought {
    struct shown *shown;
    node of;
    bool found;
    int64_t whole;
};

static void find_sum(struct sought *sought, const int *rows, int count, struct months over)
{
    sought->found = true;
    sought->whole = sum_of(sought->shown, (struct taken){ .rows = rows, .to = count }, over);
}

/* The first sum that the node is; NULL: it is none. */
static const struct kept_sum *sum_kept(struct shown *shown, node of)
{
    const struct plan *plan = shown->plan;
    int nodes = graph_count(plan->graph), more = nodes - shown->sum_of.count;
    list_reserve(&shown->sum_of, more, shown->arena);
    shown->sum_of.count = nodes;
    for (; shown->sums_seen < plan->made->sums.count; shown->sums_seen++) {
        int *first = &shown->sum_of.items[plan->made->sums.items[shown->sums_seen].of];
        *first = *first ? *first : shown->sums_seen + 1;
    }
    int number = shown->sum_of.items[of];
    return number ? &plan->made->sums.items[number - 1] : NULL;
}

/* Where it is among the nodes; −1: nowhere. */
static int place_of(node of, const node *nodes, int count)
{
    for (int i = 0; nodes && i < count; i++)
        if (nodes[i] == of)
            return i;
    return -1;
}

/* Of one row: a month, a year, what it has drawn by a month. */
static void find_row(struct sought *sought, int number)
{
    const struct plan *plan = sought->shown->plan;
    const struct row *row = &plan->rows[number];
    const struct years years = plan_years(plan);
    int year = place_of(sought->of, row->years, years_count(years));
    int at = place_of(sought->of, row->months, plan->count);
    int upto = row->upto ? place_of(sought->of, row->upto + 1, plan->count) : -1;
    if (year >= 0)
        find_sum(sought, &number, 1, months_of_year(years.first + year));
    else if (at >= 0)
        find_sum(sought, &number, 1, (struct months){ plan->first + at, plan->first + at });
    else if (upto >= 0)
        find_sum(sought, &number, 1, (struct months){ plan->first, plan->first + upto });
}

/* Cash and equity of a month, and what is owed back, are figures of their own, however they are made. */
static void find_figure(struct sought *sought, const char *path, const node *months, int count)
{
    const struct plan *plan = sought->shown->plan;
    int at = sought->found ? -1 : place_of(sought->of, months, count);
    if (at < 0)
        return;
    const struct figure figure = { .row = figure_row(path), .time = TIME_MONTH, .first = plan->first + at };
    sought->found = true;
    sought->whole = shown_figure(sought->shown, &figure);
}

static bool is_named(struct shown *shown, node of, int64_t *whole)
{
    const struct plan *plan = shown->plan;
    const struct cash_nodes *cash = cash_nodes_build(plan);
    struct sought sought = { .shown = shown, .of = of };
    find_figure(&sought, "owed_back", &plan->made->owed_back, 1);
    if (of == plan->made->counted) {
        *whole = shown_counted(shown, plan);
        return true;
    }
    find_figure(&sought, "equity", plan->made->equity, plan->count);
    find_figure(&sought, "cash", cash->balance, cash->room);
    find_figure(&sought, "received", cash->received, cash->room);
    find_figure(&sought, "paid_out", cash->paid_out, cash->room);
    const struct kept_sum *sum = sought.found ? NULL : sum_kept(shown, of);
    if (sum)
        find_sum(&sought, sum->rows->items, sum->rows->count, sum->over);
    for (int r = 0; r < plan->row_count && !sought.found; r++)
        if (!row_is_mirror(&plan->rows[r]))
            find_row(&sought, r);
    *whole = sought.whole;
    return sought.found;
}

/* A rule's difference is of so many figures at most; a longer sum is a figure of its own. */
enum { MOST_PARTS = 4, DEEPEST = 2 };

static bool is_difference(const struct node_view *view)
{
    bool any_against = false;
    for (int i = 0; i < view->count; i++)
        any_against = any_against || operand_is_against(view->parts[i]);
    return view->op == OP_SUM && any_against && view->count <= MOST_PARTS;
}

static int64_t node_whole(struct shown *shown, node of, int depth)
{
    const struct node_view view = graph_node(shown->plan->graph, of);
    int64_t sum = 0;
    /* A stated value is shown as it is, whatever rows it is the whole of. */
    if (view.count && is_named(shown, of, &sum))
        return sum;
    if (!is_difference(&view) || depth == DEEPEST)
        return nearest(shown, node_cell(shown->plan, of).amount);
    for (int i = 0; i < view.count; i++) {
        int64_t whole = node_whole(shown, operand_node(view.parts[i]), depth + 1);
        sum += operand_is_against(view.parts[i]) ? -whole : whole;
    }
    return sum;
}

int64_t shown_node(struct shown *shown, node of)
{
    return of ? node_whole(shown, of, 0) : 0;
}
