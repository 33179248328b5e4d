#include "margins_year.h"

#include <medfin/model/activity.h>
#include <medfin/plan/fees_derivation.h>
#include <medfin/plan/membership.h>

static bool is_in_frame(const void *frame, const struct row *row)
{
    return row->side == SIDE_FINANCING && row->funder && fact_names(&row->funder->frame, frame);
}

static struct affine of_year(const struct maker *maker, const struct section *section, const struct fact *yearly,
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
        struct margin *margin = add_margin(maker, &frame->section, PLACE_YEAR);
        const struct years years = plan_years(maker->plan);
        for (int year = years.first; year <= years.last; year++) {
            struct affine left =
                minus(maker, of_year(maker, &frame->section, &frame->amount, &frame->years, year),
                      of_year(maker, &frame->section, &frame->committed, &frame->committed_years, year));
            struct affine contributed =
                folded_sum(maker->folded, is_in_frame, &frame->section, year_first(year), year_last(year));
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
    struct margin *margin = add_margin(maker, NULL, PLACE_YEAR);
    const struct years years = plan_years(maker->plan);
    for (int year = years.first; year <= years.last; year++) {
        struct affine planned = folded_sum(maker->folded, is_planned, NULL, year_first(year), year_last(year));
        add_place(maker, margin, last_of_year(maker, year),
                  minus(maker, fact(maker, &stated->section, &stated->budget), planned));
    }
}

/* round(hours × used × cost of an hour), in öre. */
static struct affine work_of(const struct maker *maker, const struct membership *membership, const struct fact *hours,
                             struct affine used)
{
    struct affine parts = affine_product(maker->program, fact(maker, &membership->section, hours), used);
    if (affine_is_certain(&parts) && parts.constant == 0)
        return affine_constant(0);
    struct affine work =
        affine_product(maker->program, fact(maker, &membership->section, &membership->hourly_cost), parts);
    work = affine_times(maker->program, work, 1.0 / SHARE_ONE / SHARE_ONE);
    work.error += 0.5;
    return work;
}

static struct affine membership_fee(const struct maker *maker, const struct membership *membership, int year)
{
    if (!membership->tariff.value.count)
        return fact(maker, &membership->section, &membership->fee);
    const struct tariff *tariff = (const struct tariff *)*membership->tariff.sections;
    const struct fee fee = tariff_fee_of_one(maker->plan, tariff, year);
    return folded_derivation(maker->folded, fee_derivation(maker->plan, &fee, maker->folded->arena));
}

static struct affine benefit_less_effort(const struct maker *maker, const struct membership *membership, int year)
{
    const struct section *section = &membership->section;
    struct affine used = fact(maker, section, &membership->share_used), one = affine_constant(SHARE_ONE);
    struct affine benefit = plus(maker, work_of(maker, membership, &membership->hours_saved, used),
                                 fact(maker, section, &membership->avoided_purchases));
    struct affine effort =
        plus(maker, membership_fee(maker, membership, year), work_of(maker, membership, &membership->own_hours, one));
    effort = plus(maker, effort, fact(maker, section, &membership->own_travel));
    struct affine net = minus(maker, benefit, effort);
    if (net.unknown || !affine_is_certain(&net))
        return net;
    struct cell exact = membership_in(maker->plan, year).net;
    return cell_is_known(exact) ? affine_constant((double)exact.amount) : affine_unknown();
}

/* A network that is not in line with the own work breaks it whatever it gives. */
void benefit_margins(const struct maker *maker)
{
    const struct membership *membership = project_membership(maker->project);
    if (!membership)
        return;
    struct margin *margin = add_margin(maker, NULL, PLACE_YEAR);
    const struct years years = plan_years(maker->plan);
    for (int year = years.first; year <= years.last; year++)
        add_place(maker, margin, last_of_year(maker, year),
                  membership->in_line.value.number ? benefit_less_effort(maker, membership, year)
                                                   : affine_constant(-1));
}
