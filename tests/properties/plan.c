/* What holds of every plan, tried on random projects: each cell agrees with its derivation,
   unknowns reach exactly what needs them, and amounts and sums add up. */

#include "random_project.h"
#include "recompute.h"

enum { PROJECTS = 300 };

static bool same_needs(const struct needs *a, const struct needs *b, int unknowns)
{
    for (int i = 0; i < unknowns; i++)
        if (needs_has(a, i) != needs_has(b, i))
            return false;
    return (a == NULL) == (b == NULL);
}

static void fails(const void *trial, const char *why)
{
    trial_fails(trial, why);
}

static void check_cell(const struct trial *trial, const struct row *row, month at)
{
    struct cell cell = node_cell(trial->plan, *row_month(trial->plan, row, at));
    const struct recomputing of = { trial->plan, trial->arena, fails, trial };
    const struct recomputed anew = recompute(&of, cell_derivation(trial->plan, row, at, trial->arena));
    const char *where = arena_text(trial->arena, "%s %s", section_path(trial->arena, row->line, LANGUAGE_EN),
                                   month_text(trial->arena, at));
    if (cell_is_known(cell) && anew.value != cell.amount)
        trial_fails(trial, arena_text(trial->arena, "%s is not what its derivation gives", where));
    if (!same_needs(anew.needs, cell.needs, trial->project->unknown_count))
        trial_fails(trial, arena_text(trial->arena, "%s needs something else than its derivation", where));
}

static void cells_agree(struct trial *trial, struct dice *dice)
{
    (void)dice;
    for (int i = 0; i < trial->plan->row_count; i++)
        for (month at = trial->plan->first; at <= plan_last(trial->plan); at++)
            check_cell(trial, &trial->plan->rows[i], at);
}

static void every_cell_agrees_with_its_derivation(void **state)
{
    try_projects(state, PROJECTS, 1, SOME_UNKNOWN, cells_agree);
}

/* "staff.s1.share = 37,5 %": the unknown as a setting on top that states it. */
static const char *stated(const struct trial *trial, const struct statement *unknown, struct dice *dice)
{
    struct value value = unknown->value;
    value.unknown = false;
    value.number = roll(dice, SHARE_ONE / 10);
    return arena_text(trial->arena, "%s = %s", statement_path(trial->arena, unknown, LANGUAGE_EN),
                      value_text(trial->arena, &value, unknown->key->words, LANGUAGE_SV));
}

static void stating_one_leaves_the_rest(struct trial *trial, struct dice *dice)
{
    int unknowns = trial->project->unknown_count;
    if (!unknowns)
        return;
    int chosen = (int)roll(dice, unknowns);
    struct trial anew = trial_copy(trial);
    trial_set(&anew, stated(trial, trial->project->unknowns[chosen], dice));
    trial_build(&anew);
    assert_int_equal(anew.project->unknown_count, unknowns - 1);
    for (int row = 0; row < trial->plan->row_count; row++)
        for (int i = 0; i < trial->plan->count; i++) {
            struct cell was = cell_at(trial->plan, row, i), is = cell_at(anew.plan, row, i);
            bool needed = needs_has(was.needs, chosen);
            if (needs_count(is.needs) != needs_count(was.needs) - needed)
                trial_fails(trial, "stating an unknown changed what another cell needs");
            if (cell_is_known(was) && is.amount != was.amount)
                trial_fails(trial, "stating an unknown changed a cell that does not need it");
        }
}

static void stating_an_unknown_leaves_what_does_not_need_it(void **state)
{
    try_projects(state, PROJECTS, 2, SOME_UNKNOWN, stating_one_leaves_the_rest);
}

static month later(month a, month b)
{
    return a > b ? a : b;
}

static month earlier(month a, month b)
{
    return a < b ? a : b;
}

/* What a line or fixed funder states over time, and the row that spreads it. */
struct stating {
    const struct fact *amount, *index;
    const struct series *years, *months;
    struct months span;
};

static struct stating stating_of(const struct trial *trial, const struct row *row)
{
    static const struct fact no_index;
    static const struct series no_months;
    if (row->line->kind == SECTION_COST) {
        const struct cost *cost = (const struct cost *)row->line;
        struct months span = line_months(trial->project, &cost->line);
        return (struct stating){ cost->amount, cost->index, &cost->years, &cost->months, span };
    }
    const struct funder *funder = (const struct funder *)row->line;
    struct months span = line_months(trial->project, &funder->line);
    return (struct stating){ funder->amount, &no_index, &funder->years, &no_months, span };
}

static void must_be(const struct trial *trial, const struct row *row, struct months span, money amount)
{
    if (row_sum(trial->plan, row, span.first, span.last).amount != amount)
        trial_fails(trial, arena_text(trial->arena, "%s does not add up to what is stated",
                                      section_path(trial->arena, row->line, LANGUAGE_EN)));
}

/* Per year over whole calendar years, and amounts stated by year or month. */
static void check_stated(const struct trial *trial, const struct row *row, const struct stating *stating)
{
    enum period period = stating->amount->value.period;
    money amount = stating->amount->value.number;
    for (int i = 0; i < stating->years->count; i++) {
        month january = stating->years->items[i].at;
        struct months year = { january, january + 11 };
        const struct value *value = &stating->years->items[i].fact.value;
        must_be(trial, row, year, value->status == STATUS_REJECTED ? 0 : value->number);
    }
    for (int i = 0; i < stating->months->count; i++) {
        const struct dated *dated = &stating->months->items[i];
        must_be(trial, row, (struct months){ dated->at, dated->at }, dated->fact.value.number);
    }
    if (stating->index->value.count || !fact_is_stated(stating->amount))
        return;
    if (period == PERIOD_TOTAL || period == PERIOD_ONCE)
        must_be(trial, row, stating->span, amount);
    for (month at = stating->span.first; period == PERIOD_MONTH && at <= stating->span.last; at++)
        must_be(trial, row, (struct months){ at, at }, amount);
    for (int year = 2021; period == PERIOD_YEAR && year < 2030; year++) {
        struct months months = { month_of(year, 1), month_of(year, 12) };
        if (months.first >= stating->span.first && months.last <= stating->span.last)
            must_be(trial, row, months, amount);
    }
}

/* Costs and fixed funders, whose months are parts of what they state. */
static bool states_amounts(const struct row *row)
{
    if (row->line->kind == SECTION_FUNDER)
        return !row->in_kind && funder_kind((const struct funder *)row->line) == FUNDER_FIXED;
    return row->line->kind == SECTION_COST;
}

static void amounts_add_up(struct trial *trial, struct dice *dice)
{
    (void)dice;
    for (int i = 0; i < trial->plan->row_count; i++) {
        const struct row *row = &trial->plan->rows[i];
        if (!states_amounts(row))
            continue;
        const struct stating stating = stating_of(trial, row);
        if (row->funder && funder_is_rejected(row->funder))
            must_be(trial, row, (struct months){ trial->plan->first, plan_last(trial->plan) }, 0);
        else
            check_stated(trial, row, &stating);
        must_be(trial, row, (struct months){ trial->plan->first, stating.span.first - 1 }, 0);
        must_be(trial, row, (struct months){ stating.span.last + 1, plan_last(trial->plan) }, 0);
    }
}

static void amounts_add_up_to_what_is_stated(void **state)
{
    try_projects(state, PROJECTS, 3, ALL_KNOWN, amounts_add_up);
}

static money sum_of(const struct trial *trial, const struct selection *selection, struct months span)
{
    return plan_sum(trial->plan, selection, span.first, span.last).amount;
}

/* A total over some months is the sum over its sections of a kind. */
static void check_parts(const struct trial *trial, enum section_id kind, struct months span)
{
    const struct section_list *parts = &trial->project->of[kind];
    struct selection of = { .side = kind == SECTION_CATEGORY ? COST_SIDE : FINANCING_SIDE };
    money left = sum_of(trial, &of, span);
    for (int i = 0; i < parts->count; i++) {
        const struct section *part = parts->items[i];
        of.category = kind == SECTION_CATEGORY ? (const struct category *)part : NULL;
        of.payer = kind == SECTION_FUNDER ? part : NULL;
        left -= sum_of(trial, &of, span);
    }
    if (left)
        trial_fails(trial, "the parts do not add up to their total");
}

static money least_of(money a, money b)
{
    return a < b ? a : b;
}

/* In the months or stated years of a funder. */
static money eligible_to(struct trial *trial, const struct funder *funder)
{
    const struct selection cost = { .side = COST_SIDE, .eligible_only = true, .counted_by = funder };
    const struct months active = line_months(trial->project, &funder->line);
    money sum = 0;
    for (month at = active.first; at <= active.last; at++)
        if (!funder->years.count || series_exactly(&funder->years, month_of(month_year(at), 1)))
            sum += sum_of(trial, &cost, (struct months){ at, at });
    return sum;
}

/* As the contract has it: what is kept counts in full, of a grant at most what is eligible to it, of all grants at most
   the booked eligible cost. */
static money equity_of(struct trial *trial, struct months whole)
{
    const struct selection cost = { .side = COST_SIDE }, kind = { .side = FINANCING_SIDE, .form = IN_KIND };
    const struct selection booked = { .side = COST_SIDE, .form = IN_CASH, .eligible_only = true };
    money equity = trial->project->opening_equity->value.number + sum_of(trial, &kind, whole), counted = 0;
    for (int i = 0; i < trial->project->payers.count; i++) {
        const struct section *payer = trial->project->payers.items[i];
        const struct funder *funder = payer->kind == SECTION_FUNDER ? (const struct funder *)payer : NULL;
        const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = payer };
        bool is_repaid = funder && (fact_is_stated(funder->surplus) ? funder->surplus->value.number == SURPLUS_REPAID
                                                                    : !funder->own->value.number);
        money money_of = sum_of(trial, &paid, whole);
        if (!is_repaid)
            equity += money_of;
        else
            counted += least_of(money_of, eligible_to(trial, funder));
    }
    money bounded = least_of(counted, sum_of(trial, &booked, whole));
    return equity + (bounded > 0 ? bounded : 0) - sum_of(trial, &cost, whole);
}

static void sums_of_parts_are_totals(struct trial *trial, struct dice *dice)
{
    (void)dice;
    const struct plan *plan = trial->plan;
    const struct selection cost = { .side = COST_SIDE }, cash = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection kind = { .side = COST_SIDE, .form = IN_KIND };
    const struct selection borne = { .side = FINANCING_SIDE, .form = IN_KIND };
    struct months whole = { plan->first, plan_last(plan) };
    money left = sum_of(trial, &cost, whole);
    for (int year = month_year(whole.first); year <= month_year(whole.last); year++) {
        struct months months = { later(month_of(year, 1), whole.first), earlier(month_of(year, 12), whole.last) };
        left -= sum_of(trial, &cost, months);
        check_parts(trial, SECTION_CATEGORY, months);
        check_parts(trial, SECTION_FUNDER, months);
        assert_int_equal(sum_of(trial, &kind, months), sum_of(trial, &borne, months));
        assert_int_equal(sum_of(trial, &cost, months), sum_of(trial, &cash, months) + sum_of(trial, &kind, months));
    }
    assert_int_equal(left, 0);
    check_parts(trial, SECTION_CATEGORY, whole);
    check_parts(trial, SECTION_FUNDER, whole);
    money equity = equity_of(trial, whole);
    if (plan_equity(plan, whole.last).amount != equity)
        fail_msg("equity %lld instead of %lld in\n%s", (long long)plan_equity(plan, whole.last).amount,
                 (long long)equity, trial->text);
}

static void sums_of_parts_equal_totals(void **state)
{
    try_projects(state, PROJECTS, 4, ALL_KNOWN, sums_of_parts_are_totals);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_cell_agrees_with_its_derivation),
        ARENA_TEST(stating_an_unknown_leaves_what_does_not_need_it),
        ARENA_TEST(amounts_add_up_to_what_is_stated),
        ARENA_TEST(sums_of_parts_equal_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
