#include <medfin/figures/derivation.h>

#include <medfin/figures/node_names.h>
#include <medfin/model/payer.h>
#include <medfin/plan/nodes.h>

/* The walk down from the month of a row, or from any node that is looked at in a month. */
struct telling {
    const struct plan *plan;
    const struct row *row;       /* NULL: of no row */
    const struct figure *figure; /* that is asked for, and has its own name; NULL: none */
    month at;
    const struct node_names *names;
    struct arena *arena;
    const struct derivation **told; /* by node, what has been; NULL: nothing is kept */
};

static struct derivation *derivation_new(const struct telling *telling, node of)
{
    struct derivation *derived = arena_take(telling->arena, 1, sizeof *derived);
    const struct node_view view = graph_node(telling->plan->graph, of);
    struct cell cell = node_cell(telling->plan, of);
    *derived = (struct derivation){ .op = view.op,
                                    .kind = view.kind,
                                    .label = view.label,
                                    .value = cell.amount,
                                    .unknown = !cell_is_known(cell),
                                    .field = view.field,
                                    .fact = view.fact,
                                    .of = of,
                                    .size = 1,
                                    .section = view.section };
    if (!of)
        derived->label = N_("nothing");
    /* A number that the formula reads out of a statement is one of the line's own. */
    if (view.op == OP_NUMBER && view.fact && telling->row)
        derived->section = telling->row->line;
    return derived;
}

static struct derivation *sum_of(const struct derivation *const *parts, int count, const char *label,
                                 struct arena *arena)
{
    struct derivation *sum = arena_take(arena, 1, sizeof *sum);
    *sum = (struct derivation){ .op = OP_SUM, .kind = KIND_MONEY, .label = label, .size = 1, .part_count = count };
    sum->parts = arena_take(arena, (size_t)count + 1, sizeof *sum->parts);
    for (int i = 0; i < count; i++) {
        sum->parts[i] = parts[i];
        sum->unknown = sum->unknown || parts[i]->unknown;
        sum->value += parts[i]->minus ? -parts[i]->value : parts[i]->value;
        sum->size += parts[i]->size;
    }
    if (sum->unknown)
        sum->value = 0;
    return sum;
}

static const struct derivation *rows_derivation(const struct plan *plan, const struct row *row, month first, month last,
                                                struct arena *arena)
{
    struct cell cell = row_sum(plan, row, first, last);
    struct derivation *derived = arena_take(arena, 1, sizeof *derived);
    *derived = (struct derivation){ .op = OP_SUM,
                                    .kind = KIND_MONEY,
                                    .value = cell.amount,
                                    .unknown = !cell_is_known(cell),
                                    .section = row->line,
                                    .row = row,
                                    .first = first,
                                    .last = last };
    return derived;
}

static bool has_row(const struct plan *plan, const struct node_name *name, const struct row *row)
{
    for (int i = 0; i < name->row_count; i++)
        if (&plan->rows[name->rows[i]] == row)
            return true;
    return false;
}

/* What is told of a row does not go by the name of its own month, nor of a sum that it is a part of. */
static bool is_told_by(const struct telling *telling, const struct node_name *name)
{
    if (name->figure && telling->figure && figure_same(name->figure, telling->figure))
        return false;
    if (!telling->row)
        return true;
    /* A month of fees tells how each was made. */
    if (name->figure)
        return name->figure->row->number != NUMBER_MEMBER;
    return name->row ? name->row != telling->row || name->last < telling->at
                     : !has_row(telling->plan, name, telling->row);
}

static int distance(const struct telling *telling, const struct node_name *name)
{
    int to_first = name->first < telling->at ? telling->at - name->first : name->first - telling->at;
    int to_last = name->last < telling->at ? telling->at - name->last : name->last - telling->at;
    return to_first < to_last ? to_first : to_last;
}

/* Of a node with several names that of the months nearest to where it is looked at. */
static const struct node_name *name_of(const struct telling *telling, node of)
{
    const struct node_name *nearest = NULL;
    for (const struct node_name *name = node_names_of(telling->names, of); name; name = name->next)
        if (is_told_by(telling, name) && (!nearest || distance(telling, name) < distance(telling, nearest)))
            nearest = name;
    return nearest;
}

/* What the rows of a sum to date are to the one whose derivation has it. */
static const char *label_to_date(const struct row *told, const struct row *summed)
{
    bool is_cost = summed && summed->side == SIDE_COST;
    if (!told)
        return is_cost ? N_("cost") : N_("financing");
    if (told->side == SIDE_COST || !told->funder)
        return N_("sum to date");
    if (funder_kind(told->funder) == FUNDER_REMAINDER)
        return is_cost ? N_("cost to date") : N_("other financing to date");
    return is_cost ? N_("eligible cost to date") : N_("match to date");
}

/* A sum of other rows: each of them has a derivation of its own. */
static const struct derivation *rows_told(const struct telling *telling, const struct node_name *name)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < name->row_count; i++)
        *list_add(&parts, telling->arena) = rows_derivation(telling->plan, &telling->plan->rows[name->rows[i]],
                                                            name->first, name->last, telling->arena);
    return sum_of(parts.items, parts.count, label_to_date(telling->row, &telling->plan->rows[name->rows[0]]),
                  telling->arena);
}

/* What has a name of its own is told by it. */
static const struct derivation *told_by_name(const struct telling *telling, node of)
{
    const struct node_name *name = name_of(telling, of);
    if (!name)
        return NULL;
    if (name->row)
        return rows_derivation(telling->plan, name->row, name->first, name->last, telling->arena);
    if (!name->figure)
        return rows_told(telling, name);
    struct derivation *derived = derivation_new(telling, of);
    derived->figure = name->figure;
    return derived;
}

/* What is large is told once: what many figures share would be told as often as there are ways to it. */
static const struct derivation *told_again(const struct telling *telling, const struct derivation *told)
{
    enum { SMALL = 12 };
    if (told->size <= SMALL || !told->of)
        return told;
    struct derivation *again = arena_take(telling->arena, 1, sizeof *again);
    *again = *told;
    again->again = true;
    again->part_count = 0;
    again->size = 1;
    return again;
}

static const struct derivation *derive(const struct telling *telling, node of);
static const struct derivation *derive_parts(const struct telling *telling, node of, const struct node_view *view);
static const struct derivation *derive_operator(const struct telling *telling, node of, const struct node_view *view);

static const struct derivation *marked(const struct telling *telling, const struct derivation *derived, enum op above)
{
    struct derivation *copy = arena_take(telling->arena, 1, sizeof *copy);
    *copy = *derived;
    copy->minus = above == OP_SUM || above == OP_SPREAD;
    copy->divides = above == OP_PRODUCT;
    return copy;
}

static const struct derivation *derive_operand(const struct telling *telling, operand of, enum op above)
{
    const struct derivation *derived = derive(telling, operand_node(of));
    return operand_is_against(of) ? marked(telling, derived, above) : derived;
}

/* Nothing, because its status says so; else what it is while it is granted. */
static const struct derivation *derive_granted(const struct telling *telling, const struct node_view *view)
{
    node status = operand_node(view->parts[0]);
    if (node_cell(telling->plan, status).amount)
        return derive(telling, operand_node(view->parts[1]));
    const struct node_view condition = graph_node(telling->plan->graph, status);
    bool is_refusal = condition.op == OP_FACT && (condition.field == FIELD_PAYS || condition.field == FIELD_YEAR_PAYS);
    struct derivation *nothing = derivation_new(telling, status);
    nothing->op = OP_NUMBER;
    nothing->kind = view->kind;
    nothing->label = is_refusal ? N_("what this one would pay is rejected") : N_("nothing, by its status");
    return nothing;
}

/* The amount, or nothing where nothing is left to take it from. */
static const struct derivation *derive_while_left(const struct telling *telling, node of, const struct node_view *view)
{
    const struct cell left = node_cell(telling->plan, operand_node(view->parts[0]));
    if (!cell_is_known(left))
        return derive_operator(telling, of, view);
    if (left.amount)
        return derive(telling, operand_node(view->parts[1]));
    struct derivation *nothing = derivation_new(telling, 0);
    nothing->op = OP_NUMBER;
    nothing->label = N_("nothing is left of the advance");
    return nothing;
}

/* Part `number` of one amount: the amount, the part and how many there are. */
static const struct derivation *derive_spread(const struct telling *telling, const struct node_view *view, int amount)
{
    struct derivation *spread = arena_take(telling->arena, 1, sizeof *spread);
    const struct derivation *const parts[] = { derive(telling, operand_node(view->parts[amount])),
                                               derive(telling, operand_node(view->parts[0])),
                                               derive(telling, operand_node(view->parts[1])) };
    *spread = (struct derivation){ .op = OP_SPREAD,
                                   .kind = KIND_MONEY,
                                   .label = view->label,
                                   .unknown = parts[0]->unknown,
                                   .minus = operand_is_against(view->parts[amount]),
                                   .part_count = 3 };
    if (!spread->unknown)
        spread->value = money_spread(parts[0]->value, (int)parts[1]->value, (int)parts[2]->value);
    spread->parts = arena_take(telling->arena, 3, sizeof *spread->parts);
    for (int i = 0; i < 3; i++)
        spread->parts[i] = parts[i];
    return spread;
}

static const struct derivation *derive_spreads(const struct telling *telling, const struct node_view *view)
{
    if (view->count == 3)
        return derive_spread(telling, view, 2);
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 2; i < view->count; i++)
        *list_add(&parts, telling->arena) = derive_spread(telling, view, i);
    return sum_of(parts.items, parts.count, N_("fees of the month"), telling->arena);
}

/* How often the operand number `from` stands there in a row. */
static int run_of(const struct node_view *view, int from)
{
    int end = from;
    while (end < view->count && view->parts[end] == view->parts[from])
        end++;
    return view->op == OP_SUM ? end - from : 1;
}

static const struct derivation *times(const struct telling *telling, const struct derivation *one, int count)
{
    struct derivation *number = arena_take(telling->arena, 1, sizeof *number),
                      *all = arena_take(telling->arena, 1, sizeof *all);
    *number = (struct derivation){ .op = OP_NUMBER, .kind = KIND_COUNT, .label = N_("times"), .value = count };
    *all = (struct derivation){ .op = OP_PRODUCT,
                                .kind = one->kind,
                                .label = N_("the same so many times"),
                                .value = one->value * count,
                                .unknown = one->unknown,
                                .minus = one->minus,
                                .part_count = 2 };
    all->parts = arena_take(telling->arena, 2, sizeof *all->parts);
    struct derivation *plain = arena_take(telling->arena, 1, sizeof *plain);
    *plain = *one;
    plain->minus = false;
    all->parts[0] = plain;
    all->parts[1] = number;
    return all;
}

static const struct derivation *derive_operator(const struct telling *telling, node of, const struct node_view *view)
{
    enum { FEW = 2 };
    struct derivation *derived = derivation_new(telling, of);
    derived->parts = arena_take(telling->arena, (size_t)view->count + 1, sizeof *derived->parts);
    for (int i = 0, run; i < view->count; i += run) {
        const struct derivation *part = derive_operand(telling, view->parts[i], view->op);
        run = run_of(view, i) > FEW ? run_of(view, i) : 1;
        derived->parts[derived->part_count++] = run > 1 ? times(telling, part, run) : part;
        derived->size += part->size;
    }
    return derived;
}

static const struct derivation *derive(const struct telling *telling, node of)
{
    const struct node_view view = graph_node(telling->plan->graph, of);
    if (!view.count)
        return derivation_new(telling, of);
    const struct derivation **kept = telling->told ? &telling->told[of] : NULL;
    if (kept && *kept)
        return told_again(telling, *kept);
    const struct derivation *told = told_by_name(telling, of);
    if (!told)
        told = derive_parts(telling, of, &view);
    if (kept)
        *kept = told;
    return told;
}

/* What it is made of, whether it has a name or not. */
static const struct derivation *derive_parts(const struct telling *telling, node of, const struct node_view *view)
{
    switch (view->op) {
    case OP_IF_GRANTED:
        return derive_granted(telling, view);
    case OP_WHILE_LEFT:
        return derive_while_left(telling, of, view);
    case OP_SPREAD:
        return derive_spreads(telling, view);
    default:
        /* An amount that is only measured finer is the amount. */
        return view->op == OP_PRODUCT && view->count == 1 ? derive(telling, operand_node(view->parts[0]))
                                                          : derive_operator(telling, of, view);
    }
}

/* Made anew when many nodes have come to be that have no names yet: who explains one figure has all names, who explains
   all of them is not kept by making names. */
static const struct node_names *names_of(const struct plan *plan)
{
    enum { PART = 8 };
    const struct node_names **kept = &plan->made->names;
    int count = *kept ? node_names_count(*kept) : 0;
    if (graph_count(plan->graph) - count > count / PART)
        *kept = node_names_new(plan, plan->arena);
    return *kept;
}

static const struct derivation **told_new(const struct plan *plan, struct arena *arena)
{
    return arena_take(arena, (size_t)graph_count(plan->graph), sizeof(const struct derivation *));
}

/* As it stands, though it has a name. */
static const struct derivation *derive_asked(const struct telling *telling, node of)
{
    const struct node_view view = graph_node(telling->plan->graph, of);
    const struct node_name *name = view.count && !telling->row ? name_of(telling, of) : NULL;
    /* A sum of several rows is told by them, not by the years and kinds that it is kept in. */
    if (name && name->row_count > 1)
        return rows_told(telling, name);
    return view.count ? derive_parts(telling, of, &view) : derivation_new(telling, of);
}

const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena)
{
    node of = *row_month(plan, row, at);
    const struct telling telling = { plan, row, NULL, at, names_of(plan), arena, NULL };
    /* The row before it is the cost that it mirrors. */
    if (row_is_mirror(row) && !row_falls_away(row)) {
        const struct derivation *mirrored = rows_derivation(plan, row - 1, at, at, arena);
        return sum_of(&mirrored, 1, N_("the same amount as the cost in kind"), arena);
    }
    if (of)
        return derive_asked(&telling, of);
    struct derivation *nothing = derivation_new(&telling, 0);
    nothing->label = N_("nothing in this month");
    return nothing;
}

const struct derivation *node_derivation(const struct plan *plan, node of, month at, struct arena *arena)
{
    const struct telling telling = { plan, NULL, NULL, at, names_of(plan), arena, told_new(plan, arena) };
    return derive_asked(&telling, of);
}

const struct derivation *sum_derivation(const struct plan *plan, const struct selection *selection, const char *label,
                                        month first, month last, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i]))
            *list_add(&parts, arena) = rows_derivation(plan, &plan->rows[i], first, last, arena);
    return sum_of(parts.items, parts.count, label, arena);
}

/* A sum over rows: a single one by its months, several in a month each in full, else each by its sum. */
static const struct derivation *rows_asked(const struct plan *plan, const struct figure *figure,
                                           const struct selection *of, const char *label, struct arena *arena)
{
    const struct months over = figure_months(plan, figure);
    bool is_month = figure->time == TIME_MONTH, is_of_one = of->line || of->payer;
    LIST(const struct row *) rows = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(of, &plan->rows[i]))
            *list_add(&rows, arena) = &plan->rows[i];
    if (is_month && rows.count == 1)
        return cell_derivation(plan, rows.items[0], over.first, arena);
    LIST(const struct derivation *) parts = { 0 };
    if (rows.count == 1 && is_of_one) {
        for (month at = over.first; at <= over.last; at++)
            *list_add(&parts, arena) = rows_derivation(plan, rows.items[0], at, at, arena);
        return sum_of(parts.items, parts.count, N_("the sum of its months"), arena);
    }
    for (int i = 0; i < rows.count; i++)
        *list_add(&parts, arena) = is_month && is_of_one
                                       ? cell_derivation(plan, rows.items[i], over.first, arena)
                                       : rows_derivation(plan, rows.items[i], over.first, over.last, arena);
    return sum_of(parts.items, parts.count, label, arena);
}

static const char *label_of(const struct figure *figure)
{
    switch (figure->row->of) {
    case OF_CATEGORY:
        return N_("cost of the category");
    case OF_LINE:
        return N_("the line");
    case OF_PAYER:
        return payer_funder(figure->subject) ? N_("the funder's contributions") : N_("the fees");
    default:
        return figure->row->label;
    }
}

static const struct derivation *side_asked(const struct plan *plan, const struct figure *figure, const char *path,
                                           struct arena *arena)
{
    struct figure side = *figure;
    struct selection of;
    side.row = figure_row(path);
    figure_selection(&side, &of);
    return rows_asked(plan, &side, &of, side.row->label, arena);
}

const struct derivation *figure_derivation(const struct plan *plan, const struct figure *figure, struct arena *arena)
{
    struct selection of;
    if (figure_selection(figure, &of))
        return rows_asked(plan, figure, &of, label_of(figure), arena);
    if (figure_is(figure, "gap")) {
        const struct derivation *parts[] = { side_asked(plan, figure, "financing", arena),
                                             side_asked(plan, figure, "cost", arena) };
        const struct telling plain = { .plan = plan, .arena = arena };
        parts[1] = marked(&plain, parts[1], OP_SUM);
        return sum_of(parts, 2, figure->row->label, arena);
    }
    node of_figure = figure_node(plan, figure);
    const struct telling telling = {
        plan, NULL, figure, figure_months(plan, figure).last, names_of(plan), arena, told_new(plan, arena)
    };
    if (of_figure)
        return derive_asked(&telling, of_figure);
    struct derivation *nothing = derivation_new(&telling, 0);
    nothing->kind = figure->row->kind;
    return nothing;
}
