#include "fold.h"

#include <assert.h>
#include <string.h>

#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/whatif/trial.h>

static const double half = 0.5; /* öre: the most that one rounding moves */

static bool is_value(const struct stated_figure *value, const struct section *section, const struct fact *fact)
{
    return value->section->kind == section->kind && strcmp(value->section->id, section->id) == 0 &&
           value->fact->by->key == fact->by->key && value->fact->by->at == fact->by->at;
}

int fold_value(const struct fold *fold, const struct section *section, const struct fact *fact)
{
    for (int i = 0; fact->by && i < fold->values->count; i++)
        if (is_value(&fold->values->items[i], section, fact))
            return i;
    return -1;
}

struct form fold_fact(const struct fold *fold, const struct section *section, const struct fact *fact)
{
    if (fact->unknown >= 0)
        return form_unknown();
    int value = fold_value(fold, section, fact);
    return value < 0 ? form_constant((double)fact->value.number) : form_draw(fold->program, value);
}

struct form fold_status(const struct fold *fold, const struct section *payer)
{
    int value = fold_value(fold, payer, payer_status(payer));
    return value < 0 ? form_constant(payer_is_rejected(payer) ? 0 : 1) : form_draw(fold->program, value);
}

static struct form rounded(struct form form, double unit)
{
    form.error += half * unit;
    return form;
}

struct form fold_share(const struct fold *fold, struct form whole, struct form parts)
{
    bool is_exact = form_is_certain(&whole) && form_is_certain(&parts) && whole.error == 0 && parts.error == 0;
    if (is_exact && !whole.unknown && !parts.unknown)
        return form_constant((double)money_times((money)whole.constant, (share)parts.constant));
    struct form product = form_product(fold->program, whole, parts);
    return rounded(form_times(fold->program, product, 1.0 / SHARE_ONE), 1);
}

/* A node of a derivation, and the row and month that it is of. */
struct asked {
    const struct fold *fold;
    const struct row *row;
    month at;
};

static struct form fold_node(const struct asked *asked, const struct derivation *node);

/* Money finer than an öre is öre here too, with a fraction. */
static double in_ore(const struct derivation *node)
{
    return node->measure == MEASURE_FINE ? 1.0 / ORE_FINE : 1;
}

static struct form node_number(const struct asked *asked, const struct derivation *node)
{
    (void)asked;
    return form_constant((double)node->value * in_ore(node));
}

static struct form node_fact(const struct asked *asked, const struct derivation *node)
{
    if (!node->fact->by)
        return node_number(asked, node);
    return form_times(asked->fold->program, fold_fact(asked->fold, node->section, node->fact), in_ore(node));
}

static struct form node_rows(const struct asked *asked, const struct derivation *node)
{
    return fold_row(asked->fold, node->row, node->first, node->last);
}

static struct form node_sum(const struct asked *asked, const struct derivation *node)
{
    struct form sum = form_constant(0);
    for (int i = 0; i < node->part_count; i++)
        sum = form_plus(asked->fold->program, sum, fold_node(asked, node->parts[i]), node->parts[i]->minus ? -1 : 1);
    return sum;
}

/* A share is held in billionths: its one goes to the other side of the line. */
static double one_of(const struct derivation *part)
{
    return part->measure == MEASURE_SHARE || part->measure == MEASURE_DECIMAL ? SHARE_ONE : 1;
}

static struct form node_product(const struct asked *asked, const struct derivation *node)
{
    struct program *program = asked->fold->program;
    struct form product = fold_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++) {
        const struct derivation *part = node->parts[i];
        struct form factor = form_factor(program, fold_node(asked, part));
        if (part->divides)
            product = form_times(program, form_quotient(program, product, factor), one_of(part));
        else
            product = form_times(program, form_product(program, product, factor), 1 / one_of(part));
    }
    return rounded(product, in_ore(node));
}

/* A part is the difference of two roundings. */
static struct form node_spread(const struct asked *asked, const struct derivation *node)
{
    struct form part =
        form_times(asked->fold->program, fold_node(asked, node->parts[0]), 1 / (double)node->parts[2]->value);
    part.error += 2 * half;
    return part;
}

static struct form node_step(const struct asked *asked, const struct derivation *node)
{
    struct program *program = asked->fold->program;
    struct form factor = form_plus(program, form_constant(SHARE_ONE), fold_node(asked, node->parts[1]), 1);
    struct form revised = form_product(program, fold_node(asked, node->parts[0]), form_factor(program, factor));
    return rounded(form_times(program, revised, 1.0 / SHARE_ONE), in_ore(node));
}

static struct form node_least(const struct asked *asked, const struct derivation *node)
{
    struct form least = fold_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        least = form_least(asked->fold->program, least, fold_node(asked, node->parts[i]));
    return least;
}

static struct form node_most(const struct asked *asked, const struct derivation *node)
{
    struct form most = fold_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        most = form_most(asked->fold->program, most, fold_node(asked, node->parts[i]));
    return most;
}

/* A rounding to whole units is off by half of one; one that goes up or down is so from the middle. */
static struct form round_to(const struct asked *asked, const struct derivation *node, double shift)
{
    struct form amount = fold_node(asked, node->parts[0]), unit = fold_node(asked, node->parts[1]);
    amount = form_plus(asked->fold->program, amount, form_constant(shift * unit.constant), 1);
    return rounded(amount, unit.constant);
}

static struct form node_round(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, 0);
}

static struct form node_round_up(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, half);
}

static struct form node_round_down(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, -half);
}

/* clang-format off */
static struct form (*const operators[])(const struct asked *, const struct derivation *) = {
    [DERIVE_FACT] = node_fact,       [DERIVE_ROWS] = node_rows,     [DERIVE_NUMBER] = node_number,
    [DERIVE_SUM] = node_sum,         [DERIVE_PRODUCT] = node_product, [DERIVE_SPREAD] = node_spread,
    [DERIVE_STEP] = node_step,       [DERIVE_MIN] = node_least,     [DERIVE_MAX] = node_most,
    [DERIVE_ROUND] = node_round,     [DERIVE_ROUND_UP] = node_round_up, [DERIVE_ROUND_DOWN] = node_round_down,
};
/* clang-format on */

static struct form fold_node(const struct asked *asked, const struct derivation *node)
{
    struct form form = operators[node->op](asked, node);
    if (form.unknown || !form_is_certain(&form))
        return form;
    return node->unknown ? form_unknown() : form_constant((double)node->value * in_ore(node));
}

/* "To date, less what came before" of the row itself. */
static bool is_drawn(const struct asked *asked, const struct derivation *node)
{
    const struct derivation *before = node->op == DERIVE_SUM && node->part_count == 2 ? node->parts[1] : NULL;
    return before && before->minus && before->op == DERIVE_ROWS && before->row == asked->row &&
           before->last == asked->at - 1;
}

static struct form if_granted(const struct fold *fold, const struct row *row, struct form form)
{
    const struct section *payer = row_payer(row);
    if (!payer || fold_value(fold, payer, payer_status(payer)) < 0)
        return form;
    return form_product(fold->program, form, fold_status(fold, payer));
}

/* Room for the forms of a row, with nothing before its first month. */
static struct row_forms *forms_new(const struct fold *fold, int number)
{
    struct row_forms *forms = &fold->rows[number];
    size_t room = (size_t)fold->plan->count + 1;
    forms->upto = arena_take(fold->arena, room, sizeof *forms->upto);
    forms->months = arena_take(fold->arena, room, sizeof *forms->months);
    return forms;
}

static void add_month(const struct fold *fold, struct row_forms *forms, int at, struct form form)
{
    if (forms->months)
        forms->months[at] = form;
    forms->upto[at + 1] = form_plus(fold->program, forms->upto[at], form, 1);
}

/* Fees of a tariff whose members leave: the derivation of its cells knows nothing of that. */
static void fold_leaving(const struct fold *fold, int number)
{
    const struct plan *plan = fold->plan;
    const struct row *row = &plan->rows[number];
    const fee_list fees = tariff_fees(plan, (const struct tariff *)row->line, fold->arena);
    struct row_forms *forms = forms_new(fold, number);
    for (int i = 0; i < plan->count; i++) {
        struct form sum = form_constant(0);
        for (int f = 0; f < fees.count; f++)
            sum = form_plus(fold->program, sum, fold_fee_month(fold, &fees, f, plan->first + i), 1);
        add_month(fold, forms, i, if_granted(fold, row, form_laid(fold->program, sum)));
    }
}

static bool leaves(const struct fold *fold, const struct row *row)
{
    bool any = false;
    for (int i = 0; i < fold->leaving->count; i++)
        any = any ||
              (row->line->kind == SECTION_TARIFF && strcmp(fold->leaving->items[i].tariff->id, row->line->id) == 0);
    return any;
}

static void fold_cells(const struct fold *fold, int number)
{
    const struct plan *plan = fold->plan;
    const struct row *row = &plan->rows[number];
    struct row_forms *forms = forms_new(fold, number);
    for (int i = 0; i < plan->count; i++) {
        const struct asked asked = { fold, row, plan->first + i };
        const struct derivation *node = cell_derivation(plan, row, asked.at, fold->arena);
        if (is_drawn(&asked, node)) {
            forms->months = NULL;
            forms->upto[i + 1] = if_granted(fold, row, fold_node(&asked, node->parts[0]));
        } else {
            add_month(fold, forms, i, if_granted(fold, row, fold_node(&asked, node)));
        }
    }
}

struct form fold_tree(const struct fold *fold, const struct derivation *node)
{
    const struct asked asked = { .fold = fold };
    return fold_node(&asked, node);
}

/* In the order in which the plan was evaluated; the financing of a cost in kind, in the row
   behind it, is the cost. */
static void fold_all(struct fold *fold)
{
    const struct plan *plan = fold->plan;
    int phases = 0;
    for (int i = 0; i < plan->row_count; i++)
        phases = plan->rows[i].phase >= phases ? plan->rows[i].phase + 1 : phases;
    for (int phase = 0; phase < phases; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            const struct row *row = &plan->rows[i];
            if (row->phase != phase)
                continue;
            if (row->side == SIDE_FINANCING && row->in_kind)
                fold->rows[i] = fold->rows[i - 1];
            else if (leaves(fold, row))
                fold_leaving(fold, i);
            else
                fold_cells(fold, i);
        }
}

/* The project with every status that has a chance granted. */
static const struct project *granted(const statement_list *statements, const struct figure_list *values,
                                     struct arena *arena)
{
    int layer;
    statement_list all = trial_statements(statements, &layer, arena);
    for (int i = 0; i < values->count; i++) {
        const struct stated_figure *value = &values->items[i];
        if (value->fact->value.kind != VALUE_STATUS)
            continue;
        struct statement *grant = list_add(&all, arena);
        *grant = *value->fact->by;
        grant->layer = layer;
        grant->is_setting = true;
        grant->operation = OPERATION_SET;
        grant->value = (struct value){ .kind = VALUE_STATUS, .number = STATUS_GRANTED };
    }
    return project_build(all.items, all.count, arena, diags_new(arena));
}

struct fold *fold_new(const statement_list *statements, const struct figure_list *values, const leaving_list *leaving,
                      struct program *program, struct arena *arena)
{
    struct fold *fold = arena_take(arena, 1, sizeof *fold);
    *fold = (struct fold){ .arena = arena, .program = program, .values = values, .leaving = leaving };
    fold->project = granted(statements, values, arena);
    assert(fold->project);
    fold->plan = plan_build(fold->project, arena);
    fold->rows = arena_take(arena, (size_t)fold->plan->row_count + 1, sizeof *fold->rows);
    fold_all(fold);
    return fold;
}

struct form fold_row(const struct fold *fold, const struct row *row, month first, month last)
{
    const struct plan *plan = fold->plan;
    const struct row_forms *forms = &fold->rows[row - plan->rows];
    int from = first > plan->first ? first - plan->first : 0;
    int to = last < plan_last(plan) ? last - plan->first + 1 : plan->count;
    if (to <= from)
        return form_constant(0);
    assert(forms->upto);
    if (!forms->months)
        return form_plus(fold->program, forms->upto[to], forms->upto[from], -1);
    struct form before = forms->upto[from];
    struct form sum = to - from == 1 ? forms->months[from] : form_plus(fold->program, forms->upto[to], before, -1);
    if (sum.unknown)
        return sum;
    /* What each month may be off by adds up month by month: the months before are not in it. */
    sum.error = to - from == 1 ? sum.error : forms->upto[to].error - before.error;
    bool is_exact = form_is_certain(&sum) && sum.error < half / 2;
    return is_exact ? form_constant((double)row_sum(plan, row, first, last).amount) : sum;
}

struct form fold_sum(const struct fold *fold, row_test *test, const void *context, month first, month last)
{
    struct form sum = form_constant(0);
    for (int i = 0; i < fold->plan->row_count; i++)
        if (test(context, &fold->plan->rows[i]))
            sum = form_plus(fold->program, sum, fold_row(fold, &fold->plan->rows[i], first, last), 1);
    return sum;
}

static bool is_selected(const void *selection, const struct row *row)
{
    return selection_takes(selection, row);
}

struct form fold_selected(const struct fold *fold, const struct selection *selection, month first, month last)
{
    return fold_sum(fold, is_selected, selection, first, last);
}

struct form fold_equity(const struct fold *fold, month at)
{
    const struct selection income = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    struct form equity = fold_fact(fold, &fold->project->section, &fold->project->opening_equity);
    equity = form_plus(fold->program, equity, fold_selected(fold, &income, fold->plan->first, at), 1);
    return form_plus(fold->program, equity, fold_selected(fold, &cost, fold->plan->first, at), -1);
}
