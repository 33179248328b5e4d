#include "margins.h"

#include <assert.h>
#include <string.h>

#include <medfin/model/payer.h>
#include <medfin/plan/in_kind.h>

#include "margin_maker.h"
#include "margins_reserve.h"
#include "margins_year.h"

static struct affine basis_of(const struct maker *maker, const struct fact *basis, const struct funder *by)
{
    const struct counted_basis counted = { (enum share_basis)basis->value.number, by };
    return whole_test(maker, basis_takes, &counted);
}

static const struct funder *funder_number(const struct maker *maker, int number)
{
    return (const struct funder *)maker->project->of[SECTION_FUNDER].items[number];
}

static int funder_count(const struct maker *maker)
{
    return maker->project->of[SECTION_FUNDER].count;
}

/* A deficit beyond the tolerance breaks it; a surplus only warns. */
static void balance_margins(const struct maker *maker)
{
    const struct selection cost = { .side = COST_SIDE }, income = { .side = FINANCING_SIDE };
    bool by_year = maker->project->rules->balance.value.number == BALANCE_YEAR;
    struct margin *margin = add_margin(maker, NULL, by_year ? PLACE_YEAR : PLACE_WHOLE);
    const struct years years = plan_years(maker->plan);
    for (int year = by_year ? years.first : years.last; year <= years.last; year++) {
        month from = by_year ? year_first(year) : maker->plan->first, to = last_of_year(maker, year);
        struct affine gap = minus(maker, folded_selected(maker->folded, &income, from, to),
                                  folded_selected(maker->folded, &cost, from, to));
        add_place(maker, margin, to, plus(maker, gap, tolerance(maker)));
    }
}

/* A grant that is refused asks for nothing, and holds. */
static void match_margins(const struct maker *maker)
{
    for (int i = 0; i < funder_count(maker); i++) {
        const struct funder *funder = funder_number(maker, i);
        if (funder_kind(funder) != FUNDER_MATCH || funder_is_rejected(funder) || !fact_is_stated(&funder->amount))
            continue;
        const struct selection drawn = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        struct affine amount = affine_product(maker->program, fact(maker, &funder->section, &funder->amount),
                                              folded_status(maker->folded, &funder->section));
        struct margin *margin = add_margin(maker, &funder->section, PLACE_WHOLE);
        add_place(maker, margin, plan_last(maker->plan),
                  plus(maker, minus(maker, whole(maker, &drawn), amount), tolerance(maker)));
    }
}

static bool is_of_group(const void *group, const struct row *row)
{
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && fact_names(&row->funder->group, group);
}

static void group_margins(const struct maker *maker)
{
    const struct section_list *groups = &maker->project->of[SECTION_GROUP];
    for (int i = 0; i < groups->count; i++) {
        const struct group *group = (const struct group *)groups->items[i];
        struct margin *margin = add_margin(maker, &group->section, PLACE_WHOLE);
        struct affine left = minus(maker, tolerance(maker), whole_test(maker, is_of_group, &group->section));
        if (fact_is_stated(&group->max_share))
            add_place(maker, margin, plan_last(maker->plan),
                      plus(maker, left,
                           folded_share(maker->folded, basis_of(maker, &group->basis, NULL),
                                        fact(maker, &group->section, &group->max_share))));
        if (fact_is_stated(&group->amount))
            add_place(maker, margin, plan_last(maker->plan),
                      plus(maker, left, fact(maker, &group->section, &group->amount)));
    }
}

static void share_margins(const struct maker *maker)
{
    for (int i = 0; i < funder_count(maker); i++) {
        const struct funder *funder = funder_number(maker, i);
        if (!fact_is_stated(&funder->max_share) || funder_is_rejected(funder))
            continue;
        const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        struct affine limit = folded_share(maker->folded, basis_of(maker, &funder->basis, funder),
                                           fact(maker, &funder->section, &funder->max_share));
        struct margin *margin = add_margin(maker, &funder->section, PLACE_WHOLE);
        add_place(maker, margin, plan_last(maker->plan),
                  plus(maker, minus(maker, limit, whole(maker, &paid)), tolerance(maker)));
    }
}

/* An uncertain sum that is certified is the stated amount so many times over. */
static struct affine certified(const struct maker *maker, const struct funder *funder)
{
    const struct fact *stated = &funder->in_kind;
    const struct selection cash_cost = { .side = COST_SIDE, .form = IN_CASH };
    struct cell exact = plan_certified_in_kind(maker->plan, funder);
    struct affine one = fact(maker, &funder->section, stated), sum;
    if (one.unknown)
        return one;
    month first = line_first(maker->project, &funder->line), last = line_last(maker->project, &funder->line);
    int months = months_between(first, last);
    if (stated->value.is_share) {
        struct affine cash = folded_selected(maker->folded, &cash_cost, first, last);
        sum = affine_product(maker->program, cash,
                             affine_quotient(maker->program, one, minus(maker, affine_constant(SHARE_ONE), one)));
    } else {
        double times = stated->value.period == PERIOD_MONTH  ? months
                       : stated->value.period == PERIOD_YEAR ? (double)months / MONTHS_OF_A_YEAR
                                                             : 1;
        sum = affine_times(maker->program, one, times);
    }
    sum.error += months;
    if (affine_is_certain(&sum) && !sum.unknown)
        sum = cell_is_known(exact) ? affine_constant((double)exact.amount) : affine_unknown();
    return affine_product(maker->program, sum, folded_status(maker->folded, &funder->section));
}

/* What lines book is what is certified, neither more nor less. */
static void certified_margins(const struct maker *maker, const struct funder *funder)
{
    const struct selection booked_rows = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = &funder->section };
    struct affine gap = minus(maker, whole(maker, &booked_rows), certified(maker, funder));
    struct margin *margin = add_margin(maker, &funder->section, PLACE_WHOLE);
    add_place(maker, margin, plan_last(maker->plan), plus(maker, gap, tolerance(maker)));
    add_place(maker, margin, plan_last(maker->plan), minus(maker, tolerance(maker), gap));
}

static void in_kind_margins(const struct maker *maker)
{
    for (int i = 0; i < funder_count(maker); i++) {
        const struct funder *funder = funder_number(maker, i);
        if (fact_is_stated(&funder->in_kind) && !funder_is_rejected(funder) &&
            funder_bears_lines(maker->project, funder))
            certified_margins(maker, funder);
    }
    const struct fact *limit = &maker->project->rules->in_kind_limit;
    if (!fact_is_stated(limit))
        return;
    const struct selection all = { .side = COST_SIDE }, cash = { .side = COST_SIDE, .form = IN_CASH };
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND };
    struct affine most = limit->value.is_share ? folded_share(maker->folded, whole(maker, &all),
                                                              affine_constant((double)limit->value.number))
                                               : whole(maker, &cash);
    struct margin *margin = add_margin(maker, NULL, PLACE_WHOLE);
    add_place(maker, margin, plan_last(maker->plan),
              plus(maker, minus(maker, most, whole(maker, &in_kind)), tolerance(maker)));
}

static void liquidity_margins(const struct maker *maker)
{
    struct margin *margin = add_margin(maker, NULL, PLACE_MONTH);
    struct affine limit = fact(maker, &maker->project->rules->section, &maker->project->rules->liquidity_limit);
    for (int i = 0; i < maker->cash_count; i++)
        add_place(maker, margin, maker->plan->first + i, minus(maker, maker->cash[i], limit));
}

static bool is_same_holder(const struct staff *a, const struct staff *b)
{
    if (!fact_is_stated(&a->person) || !fact_is_stated(&b->person))
        return a == b;
    return strcmp(a->person.value.text, b->person.value.text) == 0;
}

static const struct staff *staff_number(const struct maker *maker, int number)
{
    return (const struct staff *)maker->project->of[SECTION_STAFF].items[number];
}

static struct affine held_in(const struct maker *maker, const struct staff *holder, month at)
{
    struct affine held = affine_constant(0);
    for (int i = 0; i < maker->project->of[SECTION_STAFF].count; i++) {
        const struct staff *staff = staff_number(maker, i);
        bool is_active = months_hold(line_months(maker->project, &staff->line), at);
        if (is_active && is_same_holder(staff, holder))
            held = plus(maker, held, fact(maker, &staff->section, staff_share_at(staff, at)));
    }
    return held;
}

static void staffing_margins(const struct maker *maker)
{
    for (int i = 0; i < maker->project->of[SECTION_STAFF].count; i++) {
        const struct staff *staff = staff_number(maker, i);
        bool is_first = true;
        for (int j = 0; j < i; j++)
            is_first = is_first && !is_same_holder(staff_number(maker, j), staff);
        if (!is_first)
            continue;
        struct margin *margin = add_margin(maker, &staff->section, PLACE_MONTH);
        margin->person = fact_is_stated(&staff->person) ? staff->person.value.text : NULL;
        for (month at = maker->plan->first; at <= plan_last(maker->plan); at++)
            add_place(maker, margin, at, minus(maker, affine_constant(SHARE_ONE), held_in(maker, staff, at)));
    }
}

/* What a row pays in the years in which its funder's money is neither granted nor decided; a
   status that is drawn is one or the other. */
static struct affine unsecured_of(const struct maker *maker, const struct row *row)
{
    struct affine sum = affine_constant(0);
    const struct years years = plan_years(maker->plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct section *payer = row_payer(row);
        enum status status =
            row->in_kind ? (enum status)payer_status(payer)->value.number : payer_status_in(payer, year);
        if (!status_is_secured(status))
            sum = plus(maker, sum, folded_row(maker->folded, row, year_first(year), year_last(year)));
    }
    return sum;
}

static void secured_margins(const struct maker *maker)
{
    const struct value *limit = &maker->project->rules->unsecured.value;
    const struct selection income = { .side = FINANCING_SIDE };
    if (limit->second == THRESHOLD_OFF)
        return;
    struct affine unsecured = affine_constant(0);
    for (int i = 0; i < maker->plan->row_count; i++)
        if (maker->plan->rows[i].side == SIDE_FINANCING)
            unsecured = plus(maker, unsecured, unsecured_of(maker, &maker->plan->rows[i]));
    struct affine most =
        limit->number ? folded_share(maker->folded, whole(maker, &income), affine_constant((double)limit->number))
                      : affine_constant(0);
    struct margin *margin = add_margin(maker, NULL, PLACE_WHOLE);
    add_place(maker, margin, plan_last(maker->plan), minus(maker, most, unsecured));
}

static bool is_external(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && !row->funder->own.value.number;
}

static bool is_covered(const void *context, const struct row *row)
{
    const struct overhead *overhead = context;
    return row->side == SIDE_COST && row->eligible && row->line != &overhead->section &&
           fact_names(&overhead->covers, &row->category->section);
}

static void overlap_margins(const struct maker *maker)
{
    const struct counted_basis eligible = { BASIS_ALL, NULL };
    struct margin *margin = add_margin(maker, NULL, PLACE_WHOLE);
    add_place(maker, margin, plan_last(maker->plan),
              minus(maker, whole_test(maker, basis_takes, &eligible), whole_test(maker, is_external, NULL)));
    const struct section_list *overheads = &maker->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < overheads->count; i++) {
        const struct overhead *overhead = (const struct overhead *)overheads->items[i];
        if (!overhead->covers.value.count)
            continue;
        margin = add_margin(maker, &overhead->section, PLACE_WHOLE);
        add_place(maker, margin, plan_last(maker->plan),
                  minus(maker, affine_constant(0), whole_test(maker, is_covered, overhead)));
    }
}

static void eligibility_margins(const struct maker *maker)
{
    struct margin *margin = funder_count(maker) ? add_margin(maker, NULL, PLACE_WHOLE) : NULL;
    for (int i = 0; i < funder_count(maker); i++) {
        const struct funder *funder = funder_number(maker, i);
        const struct selection paid = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        const struct counted_basis eligible = { BASIS_ALL, funder };
        add_place(maker, margin, plan_last(maker->plan),
                  minus(maker, whole_test(maker, basis_takes, &eligible), whole(maker, &paid)));
    }
}

/* A rule of what the file says, that no draw touches: its findings are its margins. */
static void stated_margins(const struct maker *maker)
{
    finding_list findings = { 0 };
    maker->rule->find(maker->stated, maker->rule, &findings, maker->folded->arena);
    for (int i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        if (finding->verdict == VERDICT_NOT_APPLICABLE)
            continue;
        struct margin *margin = add_margin(maker, finding->subject, PLACE_WHOLE);
        add_place(maker, margin, plan_last(maker->plan),
                  finding->needs ? affine_unknown() : affine_constant((double)finding->margin));
    }
}

static const struct {
    const char *rule;
    void (*make)(const struct maker *maker);
} makers[] = {
    { "balance", balance_margins },
    { "match", match_margins },
    { "group", group_margins },
    { "share", share_margins },
    { "in-kind", in_kind_margins },
    { "frame", frame_margins },
    { "reserve", reserve_margins },
    { "liquidity", liquidity_margins },
    { "staffing", staffing_margins },
    { "secured", secured_margins },
    { "evidence", stated_margins },
    { "overlap", overlap_margins },
    { "eligibility", eligibility_margins },
    { "benefit", benefit_margins },
    { "compensation", stated_margins },
    { "activity-budget", activity_budget_margins },
};

enum { MAKERS = sizeof makers / sizeof *makers };

static int maker_of(const struct rule *rule)
{
    int at = 0;
    while (at < MAKERS && strcmp(makers[at].rule, rule->id) != 0)
        at++;
    assert(at < MAKERS);
    return at;
}

void margins_find(const struct folded_plan *folded, const struct project *stated, const struct affine *cash,
                  int cash_count, margin_list *margins)
{
    const struct plan *plan = plan_build(stated, folded->arena);
    for (int i = 0; i < rule_count; i++) {
        const struct maker maker = { .folded = folded,
                                     .program = folded->program,
                                     .project = folded->project,
                                     .plan = folded->plan,
                                     .stated = plan,
                                     .cash = cash,
                                     .cash_count = cash_count,
                                     .rule = &rule_rows[i],
                                     .margins = margins };
        makers[maker_of(maker.rule)].make(&maker);
    }
}
