#include "folded_plan.h"

#include <assert.h>
#include <string.h>

#include <medfin/model/payer.h>
#include <medfin/whatif/trial.h>

#include "folded_fees.h"

static const double half = 0.5; /* öre: the most that one rounding moves */

static bool is_value(const struct stated_figure *value, const struct section *section, const struct fact *fact)
{
    return value->section->kind == section->kind && strcmp(value->section->id, section->id) == 0 &&
           value->fact->by->key == fact->by->key && value->fact->by->at == fact->by->at;
}

int folded_value(const struct folded_plan *folded, const struct section *section, const struct fact *fact)
{
    for (int i = 0; fact->by && i < folded->values->count; i++)
        if (is_value(&folded->values->items[i], section, fact))
            return i;
    return -1;
}

struct affine folded_fact(const struct folded_plan *folded, const struct section *section, const struct fact *fact)
{
    if (fact->unknown >= 0)
        return affine_unknown();
    int value = folded_value(folded, section, fact);
    return value < 0 ? affine_constant((double)fact->value.number) : affine_draw(folded->program, value);
}

struct affine folded_status(const struct folded_plan *folded, const struct section *payer)
{
    int value = folded_value(folded, payer, payer_status(payer));
    return value < 0 ? affine_constant(payer_is_rejected(payer) ? 0 : 1) : affine_draw(folded->program, value);
}

static struct affine rounded(struct affine form, double unit)
{
    form.error += half * unit;
    return form;
}

struct affine folded_share(const struct folded_plan *folded, struct affine whole, struct affine parts)
{
    bool is_exact = affine_is_certain(&whole) && affine_is_certain(&parts) && whole.error == 0 && parts.error == 0;
    if (is_exact && !whole.unknown && !parts.unknown)
        return affine_constant((double)money_times((money)whole.constant, (share)parts.constant));
    struct affine product = affine_product(folded->program, whole, parts);
    return rounded(affine_times(folded->program, product, 1.0 / SHARE_ONE), 1);
}

/* A node of a derivation, and the row and month that it is of. */
struct asked {
    const struct folded_plan *folded;
    const struct row *row;
    month at;
};

static struct affine folded_node(const struct asked *asked, const struct derivation *node);

/* Money finer than an öre is öre here too, with a fraction. */
static double in_ore(const struct derivation *node)
{
    return node->measure == MEASURE_FINE ? 1.0 / ORE_FINE : 1;
}

static struct affine node_number(const struct asked *asked, const struct derivation *node)
{
    (void)asked;
    return affine_constant((double)node->value * in_ore(node));
}

static struct affine node_fact(const struct asked *asked, const struct derivation *node)
{
    if (!node->fact->by)
        return node_number(asked, node);
    return affine_times(asked->folded->program, folded_fact(asked->folded, node->section, node->fact), in_ore(node));
}

static struct affine node_rows(const struct asked *asked, const struct derivation *node)
{
    return folded_row(asked->folded, node->row, node->first, node->last);
}

static struct affine node_sum(const struct asked *asked, const struct derivation *node)
{
    struct affine sum = affine_constant(0);
    for (int i = 0; i < node->part_count; i++)
        sum = affine_plus(asked->folded->program, sum, folded_node(asked, node->parts[i]),
                          node->parts[i]->minus ? -1 : 1);
    return sum;
}

/* A share is held in billionths: its one goes to the other side of the line. */
static double one_of(const struct derivation *part)
{
    return part->measure == MEASURE_SHARE || part->measure == MEASURE_DECIMAL ? SHARE_ONE : 1;
}

static struct affine node_product(const struct asked *asked, const struct derivation *node)
{
    struct program *program = asked->folded->program;
    struct affine product = folded_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++) {
        const struct derivation *part = node->parts[i];
        struct affine factor = affine_factor(program, folded_node(asked, part));
        if (part->divides)
            product = affine_times(program, affine_quotient(program, product, factor), one_of(part));
        else
            product = affine_times(program, affine_product(program, product, factor), 1 / one_of(part));
    }
    return rounded(product, in_ore(node));
}

/* A part is the difference of two roundings. */
static struct affine node_spread(const struct asked *asked, const struct derivation *node)
{
    struct affine part =
        affine_times(asked->folded->program, folded_node(asked, node->parts[0]), 1 / (double)node->parts[2]->value);
    part.error += 2 * half;
    return part;
}

static struct affine node_step(const struct asked *asked, const struct derivation *node)
{
    struct program *program = asked->folded->program;
    struct affine factor = affine_plus(program, affine_constant(SHARE_ONE), folded_node(asked, node->parts[1]), 1);
    struct affine revised = affine_product(program, folded_node(asked, node->parts[0]), affine_factor(program, factor));
    return rounded(affine_times(program, revised, 1.0 / SHARE_ONE), in_ore(node));
}

static struct affine node_least(const struct asked *asked, const struct derivation *node)
{
    struct affine least = folded_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        least = affine_least(asked->folded->program, least, folded_node(asked, node->parts[i]));
    return least;
}

static struct affine node_most(const struct asked *asked, const struct derivation *node)
{
    struct affine most = folded_node(asked, node->parts[0]);
    for (int i = 1; i < node->part_count; i++)
        most = affine_most(asked->folded->program, most, folded_node(asked, node->parts[i]));
    return most;
}

/* A rounding to whole units is off by half of one; one that goes up or down is so from the middle. */
static struct affine round_to(const struct asked *asked, const struct derivation *node, double shift)
{
    struct affine amount = folded_node(asked, node->parts[0]), unit = folded_node(asked, node->parts[1]);
    amount = affine_plus(asked->folded->program, amount, affine_constant(shift * unit.constant), 1);
    return rounded(amount, unit.constant);
}

static struct affine node_round(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, 0);
}

static struct affine node_round_up(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, half);
}

static struct affine node_round_down(const struct asked *asked, const struct derivation *node)
{
    return round_to(asked, node, -half);
}

/* clang-format off */
static struct affine (*const operators[])(const struct asked *, const struct derivation *) = {
    [DERIVE_FACT] = node_fact,       [DERIVE_ROWS] = node_rows,     [DERIVE_NUMBER] = node_number,
    [DERIVE_SUM] = node_sum,         [DERIVE_PRODUCT] = node_product, [DERIVE_SPREAD] = node_spread,
    [DERIVE_STEP] = node_step,       [DERIVE_MIN] = node_least,     [DERIVE_MAX] = node_most,
    [DERIVE_ROUND] = node_round,     [DERIVE_ROUND_UP] = node_round_up, [DERIVE_ROUND_DOWN] = node_round_down,
};
/* clang-format on */

static struct affine folded_node(const struct asked *asked, const struct derivation *node)
{
    struct affine form = operators[node->op](asked, node);
    if (form.unknown || !affine_is_certain(&form))
        return form;
    return node->unknown ? affine_unknown() : affine_constant((double)node->value * in_ore(node));
}

/* "To date, less what came before" of the row itself. */
static bool is_drawn(const struct asked *asked, const struct derivation *node)
{
    const struct derivation *before = node->op == DERIVE_SUM && node->part_count == 2 ? node->parts[1] : NULL;
    return before && before->minus && before->op == DERIVE_ROWS && before->row == asked->row &&
           before->last == asked->at - 1;
}

static struct affine if_granted(const struct folded_plan *folded, const struct row *row, struct affine form)
{
    const struct section *payer = row_payer(row);
    if (!payer || folded_value(folded, payer, payer_status(payer)) < 0)
        return form;
    return affine_product(folded->program, form, folded_status(folded, payer));
}

/* Room for the forms of a row, with nothing before its first month. */
static struct row_forms *forms_new(const struct folded_plan *folded, int number)
{
    struct row_forms *forms = &folded->rows[number];
    size_t room = (size_t)folded->plan->count + 1;
    forms->upto = arena_take(folded->arena, room, sizeof *forms->upto);
    forms->months = arena_take(folded->arena, room, sizeof *forms->months);
    return forms;
}

static void add_month(const struct folded_plan *folded, struct row_forms *forms, int at, struct affine form)
{
    if (forms->months)
        forms->months[at] = form;
    forms->upto[at + 1] = affine_plus(folded->program, forms->upto[at], form, 1);
}

/* Fees of a tariff whose members leave: the derivation of its cells knows nothing of that. */
static void folded_leaving(const struct folded_plan *folded, int number)
{
    const struct plan *plan = folded->plan;
    const struct row *row = &plan->rows[number];
    const fee_list fees = tariff_fees(plan, (const struct tariff *)row->line, folded->arena);
    struct row_forms *forms = forms_new(folded, number);
    for (int i = 0; i < plan->count; i++) {
        struct affine sum = affine_constant(0);
        for (int f = 0; f < fees.count; f++)
            sum = affine_plus(folded->program, sum, folded_fee_month(folded, &fees, f, plan->first + i), 1);
        add_month(folded, forms, i, if_granted(folded, row, affine_laid(folded->program, sum)));
    }
}

static bool leaves(const struct folded_plan *folded, const struct row *row)
{
    bool any = false;
    for (int i = 0; i < folded->leaving->count; i++)
        any = any ||
              (row->line->kind == SECTION_TARIFF && strcmp(folded->leaving->items[i].tariff->id, row->line->id) == 0);
    return any;
}

static void folded_cells(const struct folded_plan *folded, int number)
{
    const struct plan *plan = folded->plan;
    const struct row *row = &plan->rows[number];
    struct row_forms *forms = forms_new(folded, number);
    for (int i = 0; i < plan->count; i++) {
        const struct asked asked = { folded, row, plan->first + i };
        const struct derivation *node = cell_derivation(plan, row, asked.at, folded->arena);
        if (is_drawn(&asked, node)) {
            forms->months = NULL;
            forms->upto[i + 1] = if_granted(folded, row, folded_node(&asked, node->parts[0]));
        } else {
            add_month(folded, forms, i, if_granted(folded, row, folded_node(&asked, node)));
        }
    }
}

struct affine folded_derivation(const struct folded_plan *folded, const struct derivation *node)
{
    const struct asked asked = { .folded = folded };
    return folded_node(&asked, node);
}

/* In the order in which the plan was evaluated; the financing of a cost in kind, in the row
   behind it, is the cost. */
static void folded_all(struct folded_plan *folded)
{
    const struct plan *plan = folded->plan;
    int phases = 0;
    for (int i = 0; i < plan->row_count; i++)
        phases = plan->rows[i].phase >= phases ? plan->rows[i].phase + 1 : phases;
    for (int phase = 0; phase < phases; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            const struct row *row = &plan->rows[i];
            if (row->phase != phase)
                continue;
            if (row->side == SIDE_FINANCING && row->in_kind)
                folded->rows[i] = folded->rows[i - 1];
            else if (leaves(folded, row))
                folded_leaving(folded, i);
            else
                folded_cells(folded, i);
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

struct folded_plan *folded_plan_new(const statement_list *statements, const struct figure_list *values,
                                    const leaving_list *leaving, struct program *program, struct arena *arena)
{
    struct folded_plan *folded = arena_take(arena, 1, sizeof *folded);
    *folded = (struct folded_plan){ .arena = arena, .program = program, .values = values, .leaving = leaving };
    folded->project = granted(statements, values, arena);
    assert(folded->project);
    folded->plan = plan_build(folded->project, arena);
    folded->rows = arena_take(arena, (size_t)folded->plan->row_count + 1, sizeof *folded->rows);
    folded_all(folded);
    return folded;
}

struct affine folded_row(const struct folded_plan *folded, const struct row *row, month first, month last)
{
    const struct plan *plan = folded->plan;
    const struct row_forms *forms = &folded->rows[row - plan->rows];
    int from = first > plan->first ? first - plan->first : 0;
    int to = last < plan_last(plan) ? last - plan->first + 1 : plan->count;
    if (to <= from)
        return affine_constant(0);
    assert(forms->upto);
    if (!forms->months)
        return affine_plus(folded->program, forms->upto[to], forms->upto[from], -1);
    struct affine before = forms->upto[from];
    struct affine sum =
        to - from == 1 ? forms->months[from] : affine_plus(folded->program, forms->upto[to], before, -1);
    if (sum.unknown)
        return sum;
    /* What each month may be off by adds up month by month: the months before are not in it. */
    sum.error = to - from == 1 ? sum.error : forms->upto[to].error - before.error;
    bool is_exact = affine_is_certain(&sum) && sum.error < half / 2;
    return is_exact ? affine_constant((double)row_sum(plan, row, first, last).amount) : sum;
}

struct affine folded_sum(const struct folded_plan *folded, row_test *test, const void *context, month first, month last)
{
    struct affine sum = affine_constant(0);
    for (int i = 0; i < folded->plan->row_count; i++)
        if (test(context, &folded->plan->rows[i]))
            sum = affine_plus(folded->program, sum, folded_row(folded, &folded->plan->rows[i], first, last), 1);
    return sum;
}

static bool is_selected(const void *selection, const struct row *row)
{
    return selection_takes(selection, row);
}

struct affine folded_selected(const struct folded_plan *folded, const struct selection *selection, month first,
                              month last)
{
    return folded_sum(folded, is_selected, selection, first, last);
}

struct affine folded_equity(const struct folded_plan *folded, month at)
{
    const struct selection income = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    struct affine equity = folded_fact(folded, &folded->project->section, &folded->project->opening_equity);
    equity = affine_plus(folded->program, equity, folded_selected(folded, &income, folded->plan->first, at), 1);
    return affine_plus(folded->program, equity, folded_selected(folded, &cost, folded->plan->first, at), -1);
}
