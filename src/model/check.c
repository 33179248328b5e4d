/* What must hold between the values of a project, before anything is computed. */

#include "check.h"

#include <medfin/model/activity.h>
#include <medfin/model/actuals.h>
#include <medfin/model/claim.h>
#include <medfin/model/correlation.h>
#include <medfin/model/key_names.h>
#include <medfin/model/tariff.h>

#include "check_funder.h"
#include "check_members.h"
#include "check_tariff.h"

enum { MOST_YEARS = 100 };

static void complain(struct build *build, enum diag_id id, const struct section *section, const struct fact *fact,
                     const struct diag_arg *args)
{
    diag_add(build->diags, id, fact_place(section, fact), args);
}

/* A line's months must lie in the project and in order; returns false if they do not. */
bool check_span(struct build *build, const struct line *line)
{
    const struct project *project = build->project;
    const struct section *section = &line->section;
    const struct fact *from = line->from, *to = line->to;
    month first = line_first(project, line), last = line_last(project, line);
    bool begins_outside = first < project->first || first > project->last;
    bool ends_outside = last > project->last || last < project->first;
    if (begins_outside || ends_outside) {
        const struct fact *outside = begins_outside ? from : to;
        complain(build, DIAG_MONTH_OUTSIDE, section, outside,
                 ARGS(arg_month((month)outside->value.number), arg_month(project->first), arg_month(project->last)));
        return false;
    }
    if (first > last) {
        complain(build, DIAG_TO_BEFORE_FROM, section, to, ARGS(arg_month(last), arg_month(first)));
        return false;
    }
    return true;
}

/* A date outside the line's months changes nothing: its author should know. */
static void check_dates(struct build *build, const struct series *series, month first, month last)
{
    for (int i = 0; i < series->count; i++) {
        month at = series->items[i].at;
        if (at > last || at < first)
            diag_add(build->diags, DIAG_DATE_WITHOUT_EFFECT, series->items[i].fact.by->key_place,
                     ARGS(arg_month(at), arg_month(first), arg_month(last)));
    }
}

/* Every year of a line needs a rate when it names a table of them. */
static void check_rates(struct build *build, const struct staff *staff, month first, month last)
{
    if (!staff->employer_rate->value.count)
        return;
    const struct rate *rate = (const struct rate *)*staff->employer_rate->sections;
    const struct years years = years_of((struct months){ first, last });
    for (int year = years.first; year <= years.last; year++)
        if (!series_exactly(&rate->years, year_first(year)))
            complain(build, DIAG_YEAR_WITHOUT_RATE, &staff->section, staff->employer_rate,
                     ARGS(arg_text(rate->section.id), arg_year(year), arg_place(rate->section.place)));
}

static void check_staff(struct build *build, const struct section *section)
{
    const struct staff *staff = (const struct staff *)section;
    if (!check_span(build, &staff->line))
        return;
    month first = line_first(build->project, &staff->line), last = line_last(build->project, &staff->line);
    check_dates(build, &staff->shares, first, last);
    check_dates(build, &staff->salaries, first, last);
    check_rates(build, staff, first, last);
}

/* Money stated for a date in which the line is not active would vanish. */
static void check_stated_dates(struct build *build, const struct series *series, bool by_year, month first, month last)
{
    for (int i = 0; i < series->count; i++) {
        month from = series->items[i].at, to = by_year ? month_december(from) : from;
        if (to < first || from > last)
            diag_add(build->diags, DIAG_AMOUNT_OUTSIDE, series->items[i].fact.by->key_place,
                     ARGS(arg_month(first), arg_month(last)));
    }
}

static void check_once(struct build *build, const struct cost *cost, month first, month last)
{
    const struct fact *at = cost->at_month;
    if (!fact_is_stated(at))
        return;
    if (!fact_is_stated(cost->amount) || cost->amount->value.period != PERIOD_ONCE)
        complain(build, DIAG_MONTH_NEEDS_ONCE, &cost->section, at, NULL);
    else if (at->value.number < first || at->value.number > last)
        complain(build, DIAG_MONTH_OUTSIDE_LINE, &cost->section, at,
                 ARGS(arg_month((month)at->value.number), arg_month(first), arg_month(last)));
}

/* A cost that stands in the ledger alone. */
static bool is_booked_alone(const struct build *build, const struct cost *cost)
{
    return cost->line.forecasts.count || section_is_booked(build->project, &cost->section);
}

static void check_cost(struct build *build, const struct section *section)
{
    const struct cost *cost = (const struct cost *)section;
    int ways = fact_is_stated(cost->amount) + (cost->years.count > 0) + (cost->months.count > 0);
    if (ways == 0 && !is_booked_alone(build, cost))
        diag_add(build->diags, DIAG_NO_AMOUNT, section->place, ARGS(arg_text(section->id)));
    if (ways > 1)
        diag_add(build->diags, DIAG_TWO_AMOUNTS, section->place, ARGS(arg_text(section->id)));
    if (ways != 1 || !check_span(build, &cost->line))
        return;
    month first = line_first(build->project, &cost->line), last = line_last(build->project, &cost->line);
    check_stated_dates(build, &cost->years, true, first, last);
    check_stated_dates(build, &cost->months, false, first, last);
    check_once(build, cost, first, last);
    bool indexable = fact_is_stated(cost->amount) && cost->amount->value.period != PERIOD_TOTAL;
    if (fact_is_stated(cost->index) && !indexable)
        complain(build, DIAG_INDEX_WITHOUT_LEVEL, section, cost->index, NULL);
}

static void check_index(struct build *build, const struct section *section)
{
    const struct index *index = (const struct index *)section;
    bool yearly = fact_is_stated(index->rate);
    if (yearly && index->steps.count)
        complain(build, DIAG_TWO_WAYS_OF_INDEX, section, index->rate, ARGS(arg_text(section->id)));
    if (!yearly && !index->steps.count)
        diag_add(build->diags, DIAG_EMPTY_INDEX, section->place, ARGS(arg_text(section->id)));
}

/* The months of an activity or of trips: each in the project. */
static void check_months(struct build *build, const struct section *section, const struct fact *one,
                         const struct fact *several)
{
    if (fact_is_stated(one) && fact_is_stated(several))
        complain(build, DIAG_MONTH_AND_MONTHS, section, one, ARGS(arg_place(several->by->place)));
    const struct fact *stated = fact_is_stated(several) ? several : one;
    for (int i = 0; i < stated->value.count; i++) {
        month at = stated->value.months[i];
        if (!months_hold(project_months(build->project), at))
            complain(build, DIAG_MONTH_OUTSIDE, section, stated,
                     ARGS(arg_month(at), arg_month(build->project->first), arg_month(build->project->last)));
    }
}

/* What became of an activity is known of closed months alone, and is said once. */
static void check_became(struct build *build, const struct activity *activity)
{
    const struct section *section = &activity->section;
    const struct fact *said[] = { activity->done, activity->spent, activity->came, activity->outcome,
                                  activity->held.count ? &activity->held.items->fact : activity->done };
    const month through = actuals_through(build->project);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (fact_is_stated(said[i]) && !project_actuals(build->project)) {
            complain(build, DIAG_FOLLOW_ALONE, section, said[i], ARGS(arg_key(said[i]->by->key)));
            return;
        }
    for (int i = 0; fact_is_stated(activity->done) && i < activity->done->value.count; i++)
        if (activity->done->value.months[i] > through)
            complain(build, DIAG_NOT_CLOSED, section, activity->done,
                     ARGS(arg_month(activity->done->value.months[i]), arg_month(through)));
    for (int i = 0; i < activity->held.count; i++)
        if (activity->held.items[i].at > through)
            complain(build, DIAG_NOT_CLOSED, section, &activity->held.items[i].fact,
                     ARGS(arg_month(activity->held.items[i].at), arg_month(through)));
    if (fact_is_stated(activity->spent) && through < build->project->first)
        complain(build, DIAG_NOT_CLOSED, section, activity->spent,
                 ARGS(arg_month(build->project->first), arg_month(through)));
    if (fact_is_stated(activity->spent) && activity->line.actuals.count)
        complain(build, DIAG_SPENT_TWICE, section, activity->spent,
                 ARGS(arg_place(activity->line.actuals.items->fact.by->place)));
}

static void check_activity(struct build *build, const struct section *section)
{
    const struct activity *activity = (const struct activity *)section;
    const struct fact *total = activity->total;
    check_months(build, section, activity->at_month, activity->at_months);
    if (activity_standing(activity) == ACTIVITY_ASIDE && !fact_is_stated(activity->when))
        diag_add(build->diags, DIAG_NO_MONTH, section->place, ARGS(arg_text(section->id)));
    if (fact_is_stated(activity->hours) && fact_is_stated(activity->days))
        complain(build, DIAG_HOURS_AND_DAYS, section, activity->days, ARGS(arg_place(activity->hours->by->place)));
    if (fact_is_stated(activity->unit_cost) && !fact_is_stated(activity->participants))
        complain(build, DIAG_NO_PARTICIPANTS, section, activity->unit_cost, NULL);
    bool each = fact_is_stated(activity->amount) || fact_is_stated(activity->unit_cost);
    if (each + fact_is_stated(total) + (activity->years.count > 0) > 1)
        complain(build, DIAG_TWO_AMOUNTS, section, fact_is_stated(total) ? total : &activity->years.items->fact,
                 ARGS(arg_text(section->id)));
    check_stated_dates(build, &activity->years, true, build->project->first, build->project->last);
    check_became(build, activity);
}

static void check_yearly(struct build *build, const struct section *section, const struct fact *yearly)
{
    if (fact_is_stated(yearly) && yearly->value.period != PERIOD_YEAR)
        complain(build, DIAG_YEARLY_AMOUNT, section, yearly, ARGS(arg_key(yearly->by->key)));
}

static void check_activities(struct build *build, const struct section *section)
{
    check_yearly(build, section, ((const struct activities *)section)->budget);
}

static void check_membership(struct build *build, const struct section *section)
{
    const struct membership *membership = (const struct membership *)section;
    const struct fact *yearly[] = { membership->fee, membership->own_travel, membership->avoided_purchases };
    const struct fact *hours[] = { membership->own_hours, membership->hours_saved };
    for (size_t i = 0; i < sizeof yearly / sizeof *yearly; i++)
        check_yearly(build, section, yearly[i]);
    for (size_t i = 0; i < sizeof hours / sizeof *hours; i++)
        if (fact_is_stated(hours[i]) && !fact_is_stated(membership->hourly_cost))
            complain(build, DIAG_HOURS_WITHOUT_COST, section, hours[i], ARGS(arg_key(hours[i]->by->key)));
    if (fact_is_stated(membership->tariff) == fact_is_stated(membership->fee))
        diag_add(build->diags, DIAG_FEE_OF_MEMBER, section->place, NULL);
    if (!fact_is_stated(membership->tariff))
        return;
    const struct tariff *tariff = (const struct tariff *)*membership->tariff->sections;
    if (tariff_asks_size(tariff) && !fact_is_stated(tariff->inhabitants))
        complain(build, DIAG_FEE_WITHOUT_SIZE, section, membership->tariff, ARGS(arg_text(tariff->section.id)));
}

static void check_travel(struct build *build, const struct section *section)
{
    const struct travel *travel = (const struct travel *)section;
    check_months(build, section, travel->at_month, travel->at_months);
    if (!travel_months(travel).count)
        diag_add(build->diags, DIAG_NO_MONTH, section->place, ARGS(arg_text(section->id)));
    const struct fact *compensation = travel->compensation;
    if (!fact_is_stated(compensation))
        return;
    if (!fact_is_stated(travel->mode) || travel->mode->value.number != MODE_FLIGHT)
        complain(build, DIAG_COMPENSATION_OF_FLIGHT, section, compensation, NULL);
    bool measured = fact_is_stated(travel->distance_km) && fact_is_stated(travel->kg_co2e_per_km);
    if (!compensation->value.is_share && !measured)
        complain(build, DIAG_COMPENSATION_NEEDS_DISTANCE, section, compensation, NULL);
}

/* A base holds earlier overheads alone, so that a cascade has an end. */
static void check_overhead(struct build *build, const struct section *section)
{
    const struct overhead *overhead = (const struct overhead *)section;
    for (int i = 0; i < overhead->base->value.count; i++) {
        const struct section *base = overhead->base->sections[i];
        if (base->kind == SECTION_OVERHEAD && base->order >= section->order)
            complain(build, DIAG_OVERHEAD_ORDER, section, overhead->base,
                     ARGS(arg_text(base->id), arg_place(base->place)));
    }
}

static void check_group(struct build *build, const struct section *section)
{
    const struct group *group = (const struct group *)section;
    if (!fact_is_stated(group->max_share) && !fact_is_stated(group->amount))
        diag_add(build->diags, DIAG_NO_LIMIT, section->place, ARGS(arg_text(section->id)));
}

static void check_frame(struct build *build, const struct section *section)
{
    const struct frame *frame = (const struct frame *)section;
    const bool is_whole = !project_portfolio(build->project); /* else the projects may say the rest */
    if (is_whole && !fact_is_stated(frame->amount) && !frame->years.count)
        diag_add(build->diags, DIAG_NO_LIMIT, section->place, ARGS(arg_text(section->id)));
    const struct fact *yearly[] = { frame->amount, frame->committed };
    for (size_t i = 0; i < sizeof yearly / sizeof *yearly; i++)
        if (fact_is_stated(yearly[i]) && yearly[i]->value.period != PERIOD_YEAR)
            complain(build, DIAG_FRAME_PERIOD, section, yearly[i], NULL);
    const struct years years = project_years(build->project);
    for (int year = years.first; is_whole && year <= years.last; year++)
        if (frame->years.count && !fact_is_stated(frame->amount) && !series_exactly(&frame->years, year_first(year)))
            diag_add(build->diags, DIAG_YEAR_WITHOUT_FRAME, section->place,
                     ARGS(arg_text(section->id), arg_year(year)));
}

/* What was booked stands in closed months, what is forecast in later ones; both are of a plan that is followed up. */
static void check_followed(struct build *build, const struct section *section)
{
    const struct series *actuals = section_actuals(section);
    const struct line *line = (const struct line *)section;
    bool is_line = actuals && section->kind != SECTION_TARIFF;
    const struct series *all[] = { actuals, is_line ? &line->forecasts : NULL, section_comments(section) };
    const month through = actuals_through(build->project);
    for (size_t s = 0; actuals && s < sizeof all / sizeof *all; s++)
        for (int i = 0; all[s] && i < all[s]->count; i++) {
            const struct dated *dated = &all[s]->items[i];
            const struct statement *by = dated->fact.by;
            if (!project_actuals(build->project))
                diag_add(build->diags, DIAG_FOLLOW_ALONE, by->key_place, ARGS(arg_key(by->key)));
            else if (s == 0 && dated->at > through && !by->from_table)
                diag_add(build->diags, DIAG_ACTUAL_OUTSIDE, by->key_place,
                         ARGS(arg_month(dated->at), arg_month(through)));
            else if (s == 1 && dated->at <= through)
                diag_add(build->diags, DIAG_FORECAST_CLOSED, by->key_place,
                         ARGS(arg_month(dated->at), arg_month(through)));
        }
    if (is_line && fact_is_stated(line->forecast) && !project_actuals(build->project))
        complain(build, DIAG_FOLLOW_ALONE, section, line->forecast, ARGS(arg_key(line->forecast->by->key)));
}

/* What the ledger has is of the whole project: its accounts say something of ledgers alone, and of whole ones. */
static void check_balance(struct build *build, const struct section *section)
{
    const struct ledger_balances *balances = (const struct ledger_balances *)section;
    const struct fact *accounts[] = { balances->cash_accounts, balances->equity_accounts };
    const struct series *months[] = { &balances->cash, &balances->equity };
    const struct actuals *actuals = project_actuals(build->project);
    if (!actuals) {
        diag_add(build->diags, DIAG_FOLLOW_ALONE, section->place, ARGS(arg_section(SECTION_BALANCE)));
        return;
    }
    for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
        if (fact_is_stated(accounts[i]) && !build->project->book)
            complain(build, DIAG_BALANCE_NO_LEDGER, section, accounts[i], ARGS(arg_key(accounts[i]->by->key)));
    for (size_t s = 0; s < sizeof months / sizeof *months; s++)
        for (int i = 0; i < months[s]->count; i++)
            if (months[s]->items[i].at > actuals_through(build->project) && !months[s]->items[i].fact.by->from_table)
                diag_add(build->diags, DIAG_NOT_CLOSED, months[s]->items[i].fact.by->key_place,
                         ARGS(arg_month(months[s]->items[i].at), arg_month(actuals_through(build->project))));
}

/* A claim of the funder before this one that ends on the same month. */
static const struct claim *claim_same(const struct build *build, const struct claim *claim)
{
    const struct section_list *claims = &build->project->of[SECTION_CLAIM];
    for (int i = 0; claims->items[i] != &claim->section; i++) {
        const struct claim *other = (const struct claim *)claims->items[i];
        if (other->funder->sections[0] == claim->funder->sections[0] &&
            other->through->value.number == claim->through->value.number)
            return other;
    }
    return NULL;
}

/* What is asked for with this claim and those of the funder that end before it is no more than its money in all. */
static void check_grant(struct build *build, const struct claim *claim)
{
    const struct section_list *all = &build->project->of[SECTION_CLAIM];
    const struct fact *grant = ((const struct funder *)claim->funder->sections[0])->amount;
    money asked = 0;
    for (int i = 0; i < all->count; i++) {
        const struct claim *other = (const struct claim *)all->items[i];
        if (other->funder->sections[0] == claim->funder->sections[0] &&
            other->through->value.number <= claim->through->value.number)
            asked += other->amount->value.number;
    }
    bool is_whole = fact_is_stated(grant) && !grant->value.unknown && grant->value.period == PERIOD_TOTAL;
    if (is_whole && asked > grant->value.number)
        complain(build, DIAG_CLAIM_ABOVE, &claim->section, claim->amount,
                 ARGS(arg_money(asked), arg_money(grant->value.number)));
}

/* No more is approved than was asked for, and no more paid than was approved. */
static void check_claim(struct build *build, const struct section *section)
{
    const struct claim *claim = (const struct claim *)section;
    const struct fact *parts[] = { claim->approved, claim->paid },
                      *limits[] = { claim->amount, fact_is_stated(claim->approved) ? claim->approved : claim->amount };
    const struct claim *same = claim_same(build, claim);
    const struct section *payer = claim->funder->sections[0];
    const month through = (month)claim->through->value.number;
    if (through < build->project->first || through > actuals_through(build->project))
        complain(
            build, DIAG_CLAIM_MONTH, section, claim->through,
            ARGS(arg_month(through), arg_month(build->project->first), arg_month(actuals_through(build->project))));
    check_grant(build, claim);
    if (((const struct funder *)payer)->paid->value.number != PAID_CLAIMS)
        complain(build, DIAG_CLAIM_OF_OTHER, section, claim->funder, ARGS(arg_text(section_title(payer))));
    if (same)
        complain(build, DIAG_CLAIM_TWICE, section, claim->through,
                 ARGS(arg_text(same->section.id), arg_month((month)claim->through->value.number)));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (fact_is_stated(parts[i]) && parts[i]->value.number > limits[i]->value.number)
            complain(build, DIAG_CLAIM_SPAN, section, parts[i],
                     ARGS(arg_money(parts[i]->value.number), arg_money(limits[i]->value.number),
                          arg_key(limits[i]->by->key)));
}

/* No month behind the project's last can be closed. */
static void check_actuals(struct build *build, const struct section *section)
{
    const struct actuals *actuals = (const struct actuals *)section;
    if (actuals->through->value.number > build->project->last)
        complain(build, DIAG_THROUGH_LATE, section, actuals->through,
                 ARGS(arg_month((month)actuals->through->value.number), arg_month(build->project->last)));
}

typedef void section_check(struct build *build, const struct section *section);

static section_check *const checks[SECTION_COUNT] = {
    [SECTION_STAFF] = check_staff,           [SECTION_COST] = check_cost,
    [SECTION_INDEX] = check_index,           [SECTION_ACTIVITY] = check_activity,
    [SECTION_ACTIVITIES] = check_activities, [SECTION_MEMBERSHIP] = check_membership,
    [SECTION_TRAVEL] = check_travel,         [SECTION_OVERHEAD] = check_overhead,
    [SECTION_GROUP] = check_group,           [SECTION_FRAME] = check_frame,
    [SECTION_BALANCE] = check_balance,       [SECTION_CLAIM] = check_claim,
    [SECTION_ACTUALS] = check_actuals,       [SECTION_FUNDER] = check_funder,
    [SECTION_TARIFF] = check_tariff,
};

void check_section(struct build *build, const struct section *section)
{
    if (checks[section->kind])
        checks[section->kind](build, section);
    check_followed(build, section);
}

void check_project(struct build *build)
{
    struct project *project = build->project;
    if (project->last < project->first) {
        complain(build, DIAG_END_BEFORE_START, &project->section, project->end,
                 ARGS(arg_month(project->last), arg_month(project->first)));
        return;
    }
    if (months_between(project->first, project->last) > MOST_YEARS * MONTHS_OF_A_YEAR) {
        complain(build, DIAG_TOO_LONG, &project->section, project->end, ARGS(arg_count(MOST_YEARS)));
        return;
    }
    month decided;
    if (fact_is_stated(project->decided) && !date_read(project->decided->value.text, false, &decided))
        complain(build, DIAG_DECIDED_DATE, &project->section, project->decided,
                 ARGS(arg_text(project->decided->value.text)));
    for (int i = 0; i < project->all.count; i++)
        check_section(build, project->all.items[i]);
    check_members(build);
    project_correlations_check(project, build->statements, build->statement_count, build->arena, build->diags);
}
