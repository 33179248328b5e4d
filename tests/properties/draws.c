/* What holds of every plan's financing, tried on random projects: shares and matches keep their
   limits, a remainder closes each year's gap, a group limits no draw, and in the scenario
   secured the unsecured pay nothing. */

#include "random_project.h"
#include <medfin/model/payer.h>

enum { PROJECTS = 300 };

/* The months of a row added up without the plan's own sums. */
static money added(const struct trial *trial, const struct row *row, month first, month last)
{
    money sum = 0;
    for (int i = 0; i < trial->plan->count; i++)
        if (trial->plan->first + i >= first && trial->plan->first + i <= last)
            sum += node_cell(trial->plan, row->months[i]).amount;
    return sum;
}

static bool names(const struct fact *fact, const struct section *section)
{
    for (int i = 0; i < fact->value.count; i++)
        if (fact->sections[i] == section)
            return true;
    return false;
}

static bool is_matched(const struct funder *funder, const struct row *row)
{
    if (row->side != SIDE_FINANCING || (row->in_kind && !funder->counts_in_kind->value.number))
        return false;
    return names(funder->matches, &row->funder->section);
}

static bool is_eligible(const struct funder *funder, const struct row *row)
{
    return row->side == SIDE_COST && row->eligible && (!row->in_kind || funder->basis->value.number == BASIS_ALL) &&
           !names(funder->excludes, &row->category->section);
}

/* All ceilings up to a year, whatever lapses: no draw is above them. */
static money ceilings_upto(const struct funder *funder, int year)
{
    money sum = 0;
    for (int i = 0; i < funder->years.count; i++) {
        const struct dated *dated = &funder->years.items[i];
        if (month_year(dated->at) <= year && dated->fact.value.status != STATUS_REJECTED)
            sum += dated->fact.value.number;
    }
    return sum;
}

static bool is_under_ceiling(const struct trial *trial, const struct row *draws, month last)
{
    const struct funder *funder = draws->funder;
    month first = line_first(trial->project, &funder->line);
    int year = month_year(last);
    if (fact_is_stated(funder->amount))
        return added(trial, draws, first, last) <= funder->amount->value.number;
    if (!funder->years.count)
        return true;
    money of_year = ceilings_upto(funder, year) - ceilings_upto(funder, year - 1);
    bool lapses = !funder->carry_over->value.number;
    return added(trial, draws, first, last) <= ceilings_upto(funder, year) &&
           (!lapses || added(trial, draws, month_of(year, 1), last) <= of_year);
}

/* The limits on what a draw has drawn, from its first month to `last`. */
static void check_limits(const struct trial *trial, const struct row *draws, month last)
{
    const struct funder *funder = draws->funder;
    month first = line_first(trial->project, &funder->line);
    money matched = 0, eligible = 0, drawn = added(trial, draws, first, last);
    for (int i = 0; i < trial->plan->row_count; i++) {
        const struct row *row = &trial->plan->rows[i];
        matched += is_matched(funder, row) ? added(trial, row, first, last) : 0;
        eligible += is_eligible(funder, row) ? added(trial, row, first, last) : 0;
    }
    const struct value *ratio = &funder->ratio->value;
    bool is_match = funder_kind(funder) == FUNDER_MATCH;
    const struct fact *most = is_match ? funder->max_share : funder->share;
    bool holds = is_under_ceiling(trial, draws, last);
    if (is_match)
        holds = holds && drawn <= money_ratio(matched, ratio->number, ratio->second);
    if (fact_is_stated(most))
        holds = holds && drawn <= money_times(eligible, most->value.number);
    if (!holds)
        trial_fails(trial, arena_text(trial->arena, "%s draws more than it may", funder->section.id));
}

static bool has_refund(const struct plan *plan)
{
    for (int row = 0; row < plan->row_count; row++)
        for (int i = 0; i < plan->count; i++)
            if (cell_at(plan, row, i).amount < 0)
                return true;
    return false;
}

/* The row of a funder's money, if it is a share or a match. */
static bool is_draw(const struct row *row)
{
    if (row->line->kind != SECTION_FUNDER || row->in_kind)
        return false;
    enum funder_kind kind = funder_kind(row->funder);
    return kind == FUNDER_MATCH || kind == FUNDER_SHARE;
}

static void draws_keep_limits(struct trial *trial, struct dice *dice)
{
    (void)dice;
    const struct plan *plan = trial->plan;
    bool only_costs = !has_refund(plan);
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (!is_draw(row) || funder_is_rejected(row->funder))
            continue;
        for (int m = 0; m < plan->count && funder_kind(row->funder) == FUNDER_MATCH; m++)
            if (node_cell(plan, row->months[m]).amount < 0)
                trial_fails(trial, "what a match has drawn decreases");
        for (month last = plan->first; only_costs && last <= plan_last(plan); last++)
            check_limits(trial, row, last);
    }
}

static void shares_and_matches_keep_their_limits(void **state)
{
    try_projects(state, 2 * PROJECTS, 5, ALL_KNOWN, draws_keep_limits);
}

/* A side's sum over some months, one row left out. */
static money side_of(const struct trial *trial, enum side side, const struct row *but, month first, month last)
{
    money sum = 0;
    for (int i = 0; i < trial->plan->row_count; i++)
        if (trial->plan->rows[i].side == side && &trial->plan->rows[i] != but)
            sum += added(trial, &trial->plan->rows[i], first, last);
    return sum;
}

static const struct row *remainder_of(const struct plan *plan)
{
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        bool is_money = row->line->kind == SECTION_FUNDER && !row->in_kind;
        if (is_money && funder_kind(row->funder) == FUNDER_REMAINDER && !funder_is_rejected(row->funder))
            return row;
    }
    return NULL;
}

/* Never less than nothing, never a deficit, and a surplus only where the others pay it: without
   one from before, the year's gap is what they pay too much. */
static void remainder_balances(struct trial *trial, struct dice *dice)
{
    (void)dice;
    const struct plan *plan = trial->plan;
    const struct row *remainder = remainder_of(plan);
    bool before = false; /* a surplus of an earlier year */
    if (!remainder)
        return;
    for (int m = 0; m < plan->count; m++)
        if (node_cell(plan, remainder->months[m]).amount < 0)
            trial_fails(trial, "a remainder takes money back");
    for (int year = month_year(plan->first); year <= month_year(plan_last(plan)); year++) {
        month first = month_of(year, 1), last = month_of(year, 12);
        money cost = side_of(trial, SIDE_COST, NULL, first, last);
        money others = side_of(trial, SIDE_FINANCING, remainder, first, last);
        money gap = others + added(trial, remainder, first, last) - cost;
        if (!before && gap != (others > cost ? others - cost : 0))
            trial_fails(trial, arena_text(trial->arena, "the remainder does not balance %d", year));
        if (side_of(trial, SIDE_FINANCING, NULL, plan->first, last) <
            side_of(trial, SIDE_COST, NULL, plan->first, last))
            trial_fails(trial, arena_text(trial->arena, "the remainder leaves a deficit by %d", year));
        before = before || gap > 0;
    }
}

static void a_remainder_closes_each_years_gap(void **state)
{
    try_projects(state, 3 * PROJECTS, 7, ALL_KNOWN, remainder_balances);
}

static void must_be_same_plan(const struct trial *was, const struct trial *is, const char *why)
{
    assert_int_equal(was->plan->row_count, is->plan->row_count);
    for (int row = 0; row < was->plan->row_count; row++)
        for (int i = 0; i < was->plan->count; i++) {
            struct cell a = cell_at(was->plan, row, i), b = cell_at(is->plan, row, i);
            if (needs_count(a.needs) != needs_count(b.needs) || (!a.needs && a.amount != b.amount))
                trial_fails(was, why);
        }
}

/* Limits in common are rules: none of them changes the plan. */
static void limits_in_common_change_nothing(struct trial *trial, struct dice *dice)
{
    (void)dice;
    struct trial tight = trial_copy(trial);
    trial_set(&tight, "group.g0.max_share = 0 %");
    trial_set(&tight, "group.g0.amount = 0 kr");
    trial_set(&tight, "frame.w0.amount = 0 kr/year");
    trial_set(&tight, "reserve.months = 99");
    trial_build(&tight);
    must_be_same_plan(trial, &tight, "a limit in common changes the plan");
}

static void a_group_or_frame_limits_no_draw(void **state)
{
    try_projects(state, PROJECTS, 8, SOME_UNKNOWN, limits_in_common_change_nothing);
}

static bool has_secured_year(const struct funder *funder)
{
    for (int i = 0; i < funder->years.count; i++)
        if (status_is_secured(funder->years.items[i].fact.value.status))
            return true;
    return false;
}

/* Whether what the row books in a month is neither granted nor decided: years may have statuses
   of their own, work in kind has its funder's. */
static bool is_unsecured(const struct row *row, month at)
{
    if (!row->funder)
        return false;
    bool secured = status_is_secured((enum status)row->funder->status->value.number);
    if (row->in_kind || row->side == SIDE_COST)
        return !secured;
    if (!secured && (funder_is_rejected(row->funder) || !has_secured_year(row->funder)))
        return true;
    return funder_kind(row->funder) == FUNDER_FIXED &&
           !status_is_secured(funder_status_in(row->funder, month_year(at)));
}

/* The same row of another plan; NULL when the line is left out there. */
static const struct row *counterpart(const struct plan *plan, const struct row *row)
{
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *other = &plan->rows[i];
        if (other->line->kind == row->line->kind && strcmp(other->line->id, row->line->id) == 0 &&
            other->side == row->side && other->in_kind == row->in_kind)
            return other;
    }
    return NULL;
}

/* A cost that follows no other cost: not an overhead, nor in kind as a percent of the gross. */
static bool stands_alone(const struct row *row)
{
    return row->side == SIDE_COST && row->line->kind != SECTION_OVERHEAD && row->line->kind != SECTION_FUNDER;
}

/* What an unsecured funder bears in kind falls away with it; every other cost stands. */
static void secured_pays_alone(struct trial *trial, struct dice *dice)
{
    (void)dice;
    struct trial secured = trial_copy(trial);
    project_secured_only(trial->project, &secured.statements, trial->arena);
    trial_build(&secured);
    for (int i = 0; i < trial->plan->row_count; i++) {
        const struct row *row = &trial->plan->rows[i], *there = counterpart(secured.plan, row);
        for (int m = 0; m < trial->plan->count; m++) {
            struct cell was = node_cell(trial->plan, row->months[m]);
            struct cell is = there ? node_cell(secured.plan, there->months[m]) : (struct cell){ 0 };
            bool unsecured = is_unsecured(row, trial->plan->first + m);
            if (unsecured && (is.amount || is.needs))
                trial_fails(trial, arena_text(trial->arena, "%s pays in the scenario secured", row->line->id));
            if (!unsecured && stands_alone(row) &&
                (is.amount != was.amount || needs_count(is.needs) != needs_count(was.needs)))
                trial_fails(trial, arena_text(trial->arena, "secured changes the cost %s", row->line->id));
        }
    }
}

static void in_the_scenario_secured_the_unsecured_pay_nothing(void **state)
{
    try_projects(state, PROJECTS, 6, SOME_UNKNOWN, secured_pays_alone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(shares_and_matches_keep_their_limits),
        ARENA_TEST(a_remainder_closes_each_years_gap),
        ARENA_TEST(a_group_or_frame_limits_no_draw),
        ARENA_TEST(in_the_scenario_secured_the_unsecured_pay_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
