#include <medfin/contents/fee_sheet.h>

#include <medfin/contents/fees.h>
#include <medfin/figures/figure_path.h>
#include <medfin/model/payer.h>

/* `number`: of the member in its tariff, from 1; 0: the equal ones. */
static struct fee_line *line_new(struct fee_sheet *sheet, const struct tariff *tariff, int number, struct arena *arena)
{
    const struct member *member = number ? tariff->members[number - 1] : NULL;
    struct fee_line *line = &sheet->lines[sheet->line_count++];
    line->tariff = tariff;
    line->member = member;
    line->number = number;
    line->years = arena_take(arena, (size_t)sheet->count, sizeof *line->years);
    if (!member)
        line->joining = arena_take(arena, (size_t)sheet->count, sizeof *line->joining);
    return line;
}

/* The lines of a tariff while its fees are told: a year's come in the order of the members, equal ones
   last, and those that are new behind the others. */
struct filling {
    const struct fee_sheet *sheet;
    struct fee_line *line, *equal;
    bool has_equal;
};

static void fill(struct filling *filling, const struct fee *fee)
{
    int year = fee->year - filling->sheet->first;
    struct fee_line *line = filling->line;
    while (line != filling->equal && line->member != fee->member)
        line++;
    filling->line = line;
    bool is_new = line == filling->equal && line->years[year].payers;
    *(is_new ? &line->joining[year] : &line->years[year]) = (struct fee_of_year){ fee->amount, fee->payers };
    filling->has_equal = filling->has_equal || line == filling->equal;
}

static void add_tariff(struct fee_sheet *sheet, const struct tariff *tariff, struct arena *arena)
{
    struct fee_line *first = &sheet->lines[sheet->line_count];
    for (int i = 0; i < tariff->member_count; i++)
        line_new(sheet, tariff, i + 1, arena);
    struct filling filling = { .sheet = sheet, .equal = line_new(sheet, tariff, 0, arena) };
    for (int year = sheet->first; year < sheet->first + sheet->count; year++) {
        filling.line = first;
        const fee_list *fees = tariff_fees_in(sheet->plan, tariff, year);
        for (int i = 0; i < fees->count; i++)
            if (fees->items[i].payers)
                fill(&filling, &fees->items[i]);
    }
    if (!filling.has_equal)
        sheet->line_count--;
}

struct fee_sheet fee_sheet_new(const struct plan *plan, struct arena *arena)
{
    const struct section_list *tariffs = &plan->project->of[SECTION_TARIFF];
    struct fee_sheet sheet = { .plan = plan, .first = plan_years(plan).first, .count = years_count(plan_years(plan)) };
    sheet.lines =
        arena_take(arena, (size_t)(plan->project->of[SECTION_MEMBER].count + tariffs->count) + 1, sizeof *sheet.lines);
    for (int i = 0; i < tariffs->count; i++)
        if (!payer_is_rejected(tariffs->items[i]))
            add_tariff(&sheet, (const struct tariff *)tariffs->items[i], arena);
    return sheet;
}

static const struct fee_of_year *usual(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    static const struct fee_of_year none;
    int at = year - sheet->first;
    return at >= 0 && at < sheet->count ? &line->years[at] : &none;
}

bool fee_line_pays(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    return usual(sheet, line, year)->payers;
}

struct cell fee_line_each(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    return usual(sheet, line, year)->each;
}

static struct cell sum_of(const struct fee_of_year *fee)
{
    return (struct cell){ fee->each.amount * fee->payers, fee->each.needs };
}

struct cell fee_line_sum(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    struct cell sum = sum_of(usual(sheet, line, year));
    if (!line->joining || !fee_line_pays(sheet, line, year))
        return sum;
    return cell_plus(sheet->plan->arena, sum, sum_of(&line->joining[year - sheet->first]));
}

int64_t fee_line_payers(const struct fee_sheet *sheet, const struct fee_line *line, int year)
{
    bool both = line->joining && fee_line_pays(sheet, line, year);
    return usual(sheet, line, year)->payers + (both ? line->joining[year - sheet->first].payers : 0);
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
    const struct figure figure = { .row = figure_row(line->member ? "fees.by_tariff.*.by_member.#"
                                                                  : "fees.by_tariff.*.equal"),
                                   .subject = &line->tariff->section,
                                   .number = line->number };
    return figure_name(doc->arena, &figure);
}
