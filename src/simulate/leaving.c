#include "leaving.h"

#include <string.h>

static const struct tariff *tariff_of(const struct section *section)
{
    return (const struct tariff *)section;
}

/* The most equal members of any year. */
static int most_equal(const struct project *project, const struct tariff *tariff)
{
    int64_t most = 0;
    const struct years years = project_years(project);
    for (int year = years.first; year <= years.last; year++) {
        int64_t count = tariff_count_in(tariff, year)->value.number;
        most = count > most ? count : most;
    }
    return most > MOST_LEAVING ? MOST_LEAVING + 1 : (int)most;
}

static int payers_drawn(const struct project *project, const struct tariff *tariff)
{
    return tariff->leave->value.number ? tariff->member_count + most_equal(project, tariff) : 0;
}

bool leaving_is_left_out(const struct project *project, const struct section *tariff)
{
    return payers_drawn(project, tariff_of(tariff)) > MOST_LEAVING;
}

leaving_list leaving_find(const struct project *project, int first, struct arena *arena)
{
    leaving_list list = { 0 };
    const struct section_list *tariffs = &project->of[SECTION_TARIFF];
    for (int i = 0; i < tariffs->count; i++) {
        const struct tariff *tariff = tariff_of(tariffs->items[i]);
        int count = payers_drawn(project, tariff);
        if (count == 0 || count > MOST_LEAVING)
            continue;
        const struct years years = project_years(project);
        for (int year = years.first; year < years.last; year++) {
            *list_add(&list, arena) = (struct leaving_year){ tariffs->items[i], year, first, count };
            first += count;
        }
    }
    return list;
}

struct uncertain leaving_value(const struct leaving_year *year, int payer, struct arena *arena)
{
    const struct tariff *tariff = tariff_of(year->tariff);
    const share stays = SHARE_ONE - tariff->leave->value.number;
    const char *path =
        payer < tariff->member_count
            ? arena_text(arena, "members.%s.%d", tariff->members[payer]->section.id, year->year)
            : arena_text(arena, "tariff.%s.count.%d.%d", tariff->section.id, payer - tariff->member_count, year->year);
    return (struct uncertain){ .spread = { .kind = DISTRIBUTION_CHANCE, .first = stays },
                               .stated = STATUS_GRANTED,
                               .stream = draw_stream(path) };
}

/* Whether payer number `payer` of the tariff is a member in the year, and so may leave in it. */
static bool is_member(const struct tariff *tariff, int payer, int year)
{
    month first, last;
    if (payer < tariff->member_count)
        return member_in(tariff->members[payer], year, &first, &last);
    return payer - tariff->member_count < tariff_count_in(tariff, year)->value.number;
}

/* 1 while it has left in no year before. */
static struct affine stays_until(struct program *program, const leaving_list *leaving, const struct tariff *tariff,
                                 int payer, int year)
{
    struct affine stays = affine_constant(1);
    for (int i = 0; i < leaving->count; i++) {
        const struct leaving_year *drawn = &leaving->items[i];
        bool counts = strcmp(drawn->tariff->id, tariff->section.id) == 0 && drawn->year < year &&
                      is_member(tariff, payer, drawn->year);
        if (counts)
            stays = affine_product(program, stays, affine_draw(program, drawn->first + payer));
    }
    return stays;
}

static int number_of(const struct tariff *tariff, const struct member *member)
{
    int number = 0;
    while (tariff->members[number] != member)
        number++;
    return number;
}

struct affine leaving_payers(struct program *program, const leaving_list *leaving, const fee_list *fees, int number)
{
    const struct fee *fee = &fees->items[number];
    bool leaves = false;
    for (int i = 0; i < leaving->count; i++)
        leaves = leaves || (strcmp(leaving->items[i].tariff->id, fee->tariff->section.id) == 0 &&
                            leaving->items[i].year < fee->year);
    if (!leaves)
        return affine_constant((double)fee->payers);
    int first = fee->member ? number_of(fee->tariff, fee->member) : fee->tariff->member_count;
    /* Equal members that joined this year stand behind those of the years before. */
    for (int i = 0; !fee->member && i < number; i++)
        if (!fees->items[i].member && fees->items[i].year == fee->year)
            first += (int)fees->items[i].payers;
    struct affine payers = affine_constant(0);
    for (int i = 0; i < fee->payers; i++)
        payers = affine_plus(program, payers, stays_until(program, leaving, fee->tariff, first + i, fee->year), 1);
    return affine_laid(program, payers);
}
