#include "fees.h"

static struct fee_line *line_new(struct fee_sheet *sheet, const struct tariff *tariff, const struct member *member,
                                 struct arena *arena)
{
    struct fee_line *line = &sheet->lines[sheet->line_count++];
    line->tariff = tariff;
    line->member = member;
    line->years = arena_take(arena, (size_t)sheet->count, sizeof *line->years);
    if (!member)
        line->joining = arena_take(arena, (size_t)sheet->count, sizeof *line->joining);
    return line;
}

static void add_tariff(struct fee_sheet *sheet, const struct tariff *tariff, struct arena *arena)
{
    const fee_list fees = tariff_fees(sheet->plan, tariff, arena);
    struct fee_line *first = &sheet->lines[sheet->line_count];
    for (int i = 0; i < tariff->member_count; i++)
        line_new(sheet, tariff, tariff->members[i], arena);
    struct fee_line *equal = line_new(sheet, tariff, NULL, arena), *line = first;
    bool has_equal = false;
    for (int i = 0; i < fees.count; i++) {
        const struct fee *fee = &fees.items[i];
        int year = fee->year - sheet->first;
        if (!fee->member) {
            has_equal = true;
            *(equal->years[year] ? &equal->joining[year] : &equal->years[year]) = fee;
            line = first;
            continue;
        }
        /* Fees of a year come in the order of the members; the next year begins anew. */
        if (i && fees.items[i - 1].year != fee->year)
            line = first;
        while (line->member != fee->member)
            line++;
        line->years[year] = fee;
    }
    if (!has_equal)
        sheet->line_count--;
}

struct fee_sheet fee_sheet_new(const struct plan *plan, struct arena *arena)
{
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    struct fee_sheet sheet = { .plan = plan,
                               .first = month_year(plan->first),
                               .count = month_year(plan_last(plan)) - month_year(plan->first) + 1 };
    sheet.lines = arena_take(arena, (size_t)(plan->project->of[SECTION_MEMBER].count + tariffs->count) + 1,
                             sizeof *sheet.lines);
    for (int i = 0; i < tariffs->count; i++)
        if (!payer_is_rejected(tariffs->items[i]))
            add_tariff(&sheet, (const struct tariff *)tariffs->items[i], arena);
    return sheet;
}

bool fee_line_pays(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    int at = year - sheet->first;
    return at >= 0 && at < sheet->count && line->years[at];
}

struct cell fee_line_sum(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    struct cell sum = { 0 };
    if (!fee_line_pays(sheet, line, year))
        return sum;
    sum = fee_sum(line->years[year - sheet->first]);
    if (line->joining && line->joining[year - sheet->first])
        sum = cell_plus(sheet->plan->arena, sum, fee_sum(line->joining[year - sheet->first]));
    return sum;
}

int64_t fee_line_payers(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    if (!fee_line_pays(sheet, line, year))
        return 0;
    const struct fee *joining = line->joining ? line->joining[year - sheet->first] : NULL;
    return line->years[year - sheet->first]->payers + (joining ? joining->payers : 0);
}

const char *fee_line_title(const struct doc *doc, const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    if (line->member)
        return member_title(line->member);
    if (!fee_line_pays(sheet, line, year))
        return tr(N_("equal members"));
    return arena_text(doc->arena, "%s %s", count_text(doc->arena, fee_line_payers(sheet, line, year)),
                      tr(N_("equal members")));
}

const char *fee_line_key(const struct doc *doc, const struct fee_line *line)
{
    const char *tariff = key_name(doc->arena, line->tariff->section.id);
    if (!line->member)
        return arena_text(doc->arena, "fees.%s.equal", tariff);
    return arena_text(doc->arena, "fees.%s.members.%s", tariff, key_name(doc->arena, line->member->section.id));
}
