#include "frame.h"

#include <medfin/plan/sums.h>

#include "finding_builder.h"

static struct cell stated_in(const struct plan *plan, const struct fact *yearly, const struct series *years, int year)
{
    const struct fact *dated = series_exactly(years, year_first(year));
    return fact_cell(plan, dated ? dated : yearly);
}

static struct cell contributed_in(const struct plan *plan, const struct frame *frame, int year, struct arena *arena)
{
    struct cell sum = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side == SIDE_FINANCING && row->funder && fact_names(&row->funder->frame, &frame->section))
            sum = cell_plus(arena, sum, row_sum(plan, row, year_first(year), year_last(year)));
    }
    return sum;
}

static void find_frame(const struct plan *plan, const struct rule *rule, const struct frame *frame,
                       finding_list *findings, struct arena *arena)
{
    struct finding *finding = finding_add(findings, rule, &frame->section, arena);
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        struct cell whole = stated_in(plan, &frame->amount, &frame->years, year);
        struct cell committed = stated_in(plan, &frame->committed, &frame->committed_years, year);
        struct cell contributed = contributed_in(plan, frame, year, arena);
        struct cell left = cell_minus(arena, cell_minus(arena, whole, committed), contributed);
        finding_money_in(finding, year, "frame", N_("frame"), whole, arena);
        finding_money_in(finding, year, "committed", N_("taken by other decisions"), committed, arena);
        finding_money_in(finding, year, "contributed", N_("contributed to the project"), contributed, arena);
        finding_money_in(finding, year, "left", N_("left"), left, arena);
        if (finding_tighten(finding, left, arena))
            finding->year = year;
    }
    if (finding_settle(finding, 0, plan->project))
        finding->because = N_("The contributions do not fit in what the frame leaves.");
}

void frame_find(const struct plan *plan, const struct rule *rule, finding_list *findings, struct arena *arena)
{
    const struct section_list *frames = &plan->project->of[SECTION_FRAME];
    for (int i = 0; i < frames->count; i++)
        find_frame(plan, rule, (const struct frame *)frames->items[i], findings, arena);
    if (!frames->count)
        finding_add(findings, rule, NULL, arena);
}
