#include "frame.h"

#include "making.h"

static node stated_in(const struct plan *plan, const struct frame *frame, const struct fact *yearly,
                      const struct series *years, int year)
{
    const struct fact *dated = series_exactly(years, year_first(year));
    return money_leaf(plan, &frame->section, dated ? dated : yearly);
}

static bool is_inside(const void *frame, const struct row *row)
{
    return row->side == SIDE_FINANCING && row->funder && fact_names(row->funder->frame, frame);
}

static void judge(struct judgement *judgement, const struct plan *plan, const struct frame *frame, int year)
{
    node whole = stated_in(plan, frame, frame->amount, &frame->years, year);
    node committed = stated_in(plan, frame, frame->committed, &frame->committed_years, year);
    node contributed = rows_over(plan, is_inside, &frame->section, N_("contributed to the project"), year_first(year),
                                 year_last(year));
    node left = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("left"), whole, against(committed), against(contributed));
    money_add(judgement, plan, year, "frame", N_("frame"), whole);
    money_add(judgement, plan, year, "committed", N_("taken by other decisions"), committed);
    money_add(judgement, plan, year, "contributed", N_("contributed to the project"), contributed);
    money_add(judgement, plan, year, "left", N_("left"), left);
    place_add(judgement, plan, left, N_("The contributions do not fit in what the frame leaves."))->year = year;
}

void frame_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *frames = &plan->project->of[SECTION_FRAME];
    const struct years years = plan_years(plan);
    for (int i = 0; i < frames->count; i++) {
        struct judgement *judgement = judgement_add(judgements, plan, rule, frames->items[i]);
        for (int year = years.first; year <= years.last; year++)
            judge(judgement, plan, (const struct frame *)frames->items[i], year);
    }
    if (!frames->count)
        judgement_add(judgements, plan, rule, NULL);
}
