/* Margins of rules that are tested each calendar year by itself. */

#include <medfin/model/activity.h>
#include <medfin/plan/membership.h>

#include "margin_maker.h"

static bool is_in_frame(const void *frame, const struct row *row)
{
    return row->side == SIDE_FINANCING && row->funder && fact_names(&row->funder->frame, frame);
}

static struct form of_year(const struct maker *maker, const struct section *section, const struct fact *yearly,
                           const struct series *years, int year)
{
    const struct fact *dated = series_exactly(years, year_first(year));
    return fact(maker, section, dated ? dated : yearly);
}

void frame_margins(const struct maker *maker)
{
    const struct section_list *frames = &maker->project->of[SECTION_FRAME];
    for (int i = 0; i < frames->count; i++) {
        const struct frame *frame = (const struct frame *)frames->items[i];
        struct margin *margin = add_margin(maker, &frame->section, YEARLY);
        const struct years years = plan_years(maker->plan);
        for (int year = years.first; year <= years.last; year++) {
            struct form left = minus(maker, of_year(maker, &frame->section, &frame->amount, &frame->years, year),
                                     of_year(maker, &frame->section, &frame->committed, &frame->committed_years, year));
            struct form contributed =
                fold_sum(maker->fold, is_in_frame, &frame->section, year_first(year), year_last(year));
            add_place(maker, margin, last_of_year(maker, year), minus(maker, left, contributed));
        }
    }
}

static bool is_planned(const void *none, const struct row *row)
{
    (void)none;
    return row->side == SIDE_COST && !row->in_kind && row->line->kind == SECTION_ACTIVITY;
}

void activity_budget_margins(const struct maker *maker)
{
    const struct activities *stated = project_activities(maker->project);
    if (!stated || !fact_is_stated(&stated->budget))
        return;
    struct margin *margin = add_margin(maker, NULL, YEARLY);
    const struct years years = plan_years(maker->plan);
    for (int year = years.first; year <= years.last; year++) {
        struct form planned = fold_sum(maker->fold, is_planned, NULL, year_first(year), year_last(year));
        add_place(maker, margin, last_of_year(maker, year),
                  minus(maker, fact(maker, &stated->section, &stated->budget), planned));
    }
}

/* round(hours × used × cost of an hour), in öre. */
static struct form work_of(const struct maker *maker, const struct membership *membership, const struct fact *hours,
                           struct form used)
{
    struct form parts = form_product(maker->program, fact(maker, &membership->section, hours), used);
    if (form_is_certain(&parts) && parts.constant == 0)
        return form_constant(0);
    struct form work = form_product(maker->program, fact(maker, &membership->section, &membership->hourly_cost), parts);
    work = form_times(maker->program, work, 1.0 / SHARE_ONE / SHARE_ONE);
    work.error += 0.5;
    return work;
}

static struct form membership_fee(const struct maker *maker, const struct membership *membership, int year)
{
    if (!membership->tariff.value.count)
        return fact(maker, &membership->section, &membership->fee);
    const struct tariff *tariff = (const struct tariff *)*membership->tariff.sections;
    const struct fee fee = tariff_fee_of_one(maker->plan, tariff, year);
    return fold_tree(maker->fold, fee_derivation(maker->plan, &fee, maker->fold->arena));
}

static struct form benefit_less_effort(const struct maker *maker, const struct membership *membership, int year)
{
    const struct section *section = &membership->section;
    struct form used = fact(maker, section, &membership->share_used), one = form_constant(SHARE_ONE);
    struct form benefit = plus(maker, work_of(maker, membership, &membership->hours_saved, used),
                               fact(maker, section, &membership->avoided_purchases));
    struct form effort =
        plus(maker, membership_fee(maker, membership, year), work_of(maker, membership, &membership->own_hours, one));
    effort = plus(maker, effort, fact(maker, section, &membership->own_travel));
    struct form net = minus(maker, benefit, effort);
    if (net.unknown || !form_is_certain(&net))
        return net;
    struct cell exact = membership_in(maker->plan, year).net;
    return cell_is_known(exact) ? form_constant((double)exact.amount) : form_unknown();
}

/* A network that is not in line with the own work breaks it whatever it gives. */
void benefit_margins(const struct maker *maker)
{
    const struct membership *membership = project_membership(maker->project);
    if (!membership)
        return;
    struct margin *margin = add_margin(maker, NULL, YEARLY);
    const struct years years = plan_years(maker->plan);
    for (int year = years.first; year <= years.last; year++)
        add_place(maker, margin, last_of_year(maker, year),
                  membership->in_line.value.number ? benefit_less_effort(maker, membership, year) : form_constant(-1));
}
