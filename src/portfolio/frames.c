#include "frames.h"

#include <string.h>

#include <medfin/plan/sums.h>

struct timeline years_of_rows(struct portfolio_sums *sums, const struct plan *plan, row_takes *takes,
                              const void *context)
{
    struct timeline by_year = { 0 };
    const struct years years = plan_years(plan);
    for (int year = years.first; year <= years.last; year++) {
        const struct cell of = rows_sum(plan, takes, context, year_first(year), year_last(year));
        sums_fit(sums, sum_add(timeline_at(&by_year, year, sums->arena), of));
    }
    return by_year;
}

/* The whole takes in what a project is a part of it with. */
static void part_add(struct portfolio_sums *sums, struct timeline *whole, portfolio_part_list *parts,
                     struct timeline years)
{
    for (int i = 0; i < years.count; i++)
        sums_fit(sums, sum_join(timeline_at(whole, years.first + i, sums->arena), years.items[i]));
    *list_add(parts, sums->arena) = (struct portfolio_part){ sums->projects.count, years };
}

static const char *copy(const struct portfolio_sums *sums, const char *text)
{
    return arena_copy(sums->arena, text, strlen(text));
}

static struct portfolio_frame *frame_of(struct portfolio_sums *sums, struct portfolio_names *names, const char *id)
{
    int number = names_find(&names->frames, id);
    if (!number) {
        *list_add(&sums->frames, sums->arena) = (struct portfolio_frame){ .id = copy(sums, id) };
        number = sums->frames.count;
        *names_number(&names->frames, sums->frames.items[number - 1].id, sums->arena) = number;
    }
    return &sums->frames.items[number - 1];
}

static struct frame_year *year_of(struct portfolio_sums *sums, struct portfolio_frame *frame, int year)
{
    int at = 0;
    while (at < frame->stated.count && frame->stated.items[at].year < year)
        at++;
    if (at == frame->stated.count || frame->stated.items[at].year != year) {
        list_add(&frame->stated, sums->arena);
        memmove(&frame->stated.items[at + 1], &frame->stated.items[at],
                (size_t)(frame->stated.count - 1 - at) * sizeof *frame->stated.items);
        frame->stated.items[at] = (struct frame_year){ .year = year };
    }
    return &frame->stated.items[at];
}

/* One amount for all who speak of the frame's year; who does not know it says nothing against it. */
static void figure_state(struct portfolio_sums *sums, struct frame_figure *figure, const struct frame *frame,
                         const struct fact *fact, enum diag_id clash, struct diags *diags)
{
    if (!fact || !fact_is_stated(fact))
        return;
    const struct value *value = &fact->value;
    const bool is_first = !figure->is_stated || (figure->is_unknown && !value->unknown);
    const bool is_other =
        figure->is_stated && !figure->is_unknown && !value->unknown && figure->amount != value->number;
    const struct place place = fact_place(&frame->section, fact);
    if (is_other)
        diag_add(diags, clash, place,
                 ARGS(arg_text(frame->section.id), arg_money(value->number), arg_text(figure->at)));
    else if (is_first)
        *figure = (struct frame_figure){ true, value->unknown, value->number, place_text(sums->arena, place) };
}

static const struct fact *stated_for(const struct fact *yearly, const struct series *years, int year)
{
    const struct fact *dated = series_exactly(years, year_first(year));
    return dated ? dated : yearly;
}

/* Where two projects take different commitments, the portfolio's own word holds, if it has any. */
static void frame_state(struct portfolio_sums *sums, struct portfolio_frame *whole, const struct frame *frame,
                        struct years years, bool is_own, struct diags *diags)
{
    if (!whole->title || is_own)
        whole->title = copy(sums, section_title(&frame->section));
    for (int year = years.first; year <= years.last; year++) {
        struct frame_year *stated = year_of(sums, whole, year);
        figure_state(sums, &stated->amount, frame, stated_for(frame->amount, &frame->years, year), DIAG_FRAME_CLASH,
                     diags);
        if (is_own || (!whole->states_committed && !stated->commits))
            figure_state(sums, &stated->committed, frame, stated_for(frame->committed, &frame->committed_years, year),
                         DIAG_FRAME_COMMITTED, diags);
    }
}

static bool is_inside(const void *frame, const struct row *row)
{
    return row->side == SIDE_FINANCING && row->funder && fact_names(row->funder->frame, frame);
}

void frames_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan,
                struct diags *diags)
{
    const struct section_list *all = &plan->project->of[SECTION_FRAME];
    for (int i = 0; i < all->count; i++) {
        const struct frame *frame = (const struct frame *)all->items[i];
        struct portfolio_frame *whole = frame_of(sums, names, frame->section.id);
        frame_state(sums, whole, frame, plan_years(plan), false, diags);
        part_add(sums, &whole->used, &whole->parts, years_of_rows(sums, plan, is_inside, &frame->section));
    }
}

void frames_begin(struct portfolio_sums *sums, struct portfolio_names *names, const statement_list *statements)
{
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->section != SECTION_FRAME)
            continue;
        struct portfolio_frame *frame = frame_of(sums, names, statement->id);
        if (!statement->key || strcmp(statement->key->name, "committed") != 0)
            continue;
        if (statement->at < 0)
            frame->states_committed = true;
        else
            year_of(sums, frame, month_year(statement->at))->commits = true;
    }
}

void frames_state(struct portfolio_sums *sums, struct portfolio_names *names, const struct project *own,
                  struct diags *diags)
{
    const struct section_list *all = &own->of[SECTION_FRAME];
    for (int i = 0; i < all->count; i++) {
        const struct frame *frame = (const struct frame *)all->items[i];
        frame_state(sums, frame_of(sums, names, frame->section.id), frame, project_years(own), true, diags);
    }
}

static bool belongs(const void *group, const struct row *row)
{
    return row->side == SIDE_FINANCING && !row->in_kind && row->funder && fact_names(row->funder->group, group);
}

static struct portfolio_group *group_of(struct portfolio_sums *sums, struct portfolio_names *names,
                                        const struct section *group)
{
    int number = names_find(&names->groups, group->id);
    if (!number) {
        *list_add(&sums->groups, sums->arena) =
            (struct portfolio_group){ .id = copy(sums, group->id), .title = copy(sums, section_title(group)) };
        number = sums->groups.count;
        *names_number(&names->groups, sums->groups.items[number - 1].id, sums->arena) = number;
    }
    return &sums->groups.items[number - 1];
}

void groups_add(struct portfolio_sums *sums, struct portfolio_names *names, const struct plan *plan)
{
    const struct section_list *all = &plan->project->of[SECTION_GROUP];
    for (int i = 0; i < all->count; i++) {
        struct portfolio_group *whole = group_of(sums, names, all->items[i]);
        part_add(sums, &whole->money, &whole->parts, years_of_rows(sums, plan, belongs, all->items[i]));
    }
}
