#include "indicator_table.h"

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>
#include <medfin/model/indicator.h>

/* The last that was measured by the year of the last closed month; NULL: nothing was. */
static const struct dated *latest_of(const struct follow *follow, const struct series *years)
{
    const struct dated *latest = NULL;
    for (int i = 0; i < years->count && month_year(years->items[i].at) <= month_year(follow->through); i++)
        latest = &years->items[i];
    return latest;
}

/* The next target, of the year of the value or later. */
static const struct dated *target_of(const struct series *targets, month at)
{
    for (int i = 0; i < targets->count; i++)
        if (targets->items[i].at >= at)
            return &targets->items[i];
    return NULL;
}

/* No worse than the straight line from the first value to the target: exact, by what both sides are times the years
   between them. */
static bool is_on_track(const struct indicator *indicator, const struct dated *latest, const struct dated *target)
{
    const struct dated *first = &indicator->years.items[0];
    wide from = first->fact.value.number, to = target->fact.value.number, value = latest->fact.value.number;
    int years = month_year(target->at) - month_year(first->at), gone = month_year(latest->at) - month_year(first->at);
    wide ahead = years > 0 ? (value - from) * years - (to - from) * gone : value - to;
    return indicator->better->value.number == BETTER_HIGHER ? ahead >= 0 : ahead <= 0;
}

static void add_target(struct doc *doc, struct doc_row *row, const struct indicator *indicator,
                       const struct dated *latest)
{
    const struct dated *target = target_of(&indicator->targets, latest->at);
    if (!target)
        return;
    bool is_good = is_on_track(indicator, latest, target);
    row->cells[4] = cell_number(KIND_DECIMAL, target->fact.value.number, false, "target");
    row->cells[5] = cell_text(arena_text(doc->arena, "%d", month_year(target->at)), "target_year");
    row->cells[6] = (struct doc_cell){ .kind = CELL_VERDICT,
                                       .number = is_good ? TONE_GOOD : TONE_WARNING,
                                       .text = is_good ? tr(N_("on track")) : tr(N_("behind")),
                                       .id = is_good ? "on_track" : "behind",
                                       .key = "standing" };
}

static void add_row(struct doc *doc, struct doc_table *table, const struct follow *follow,
                    const struct indicator *indicator)
{
    const struct dated *latest = latest_of(follow, &indicator->years);
    struct doc_row *row = doc_row(doc, table, section_title(&indicator->section), 0);
    row->path = key_below(doc->arena, "follow_up.indicators", indicator->section.id);
    if (fact_is_stated(indicator->unit))
        row->cells[0] = cell_text(indicator->unit->value.text, "unit");
    if (!latest)
        return;
    row->cells[1] = cell_text(arena_text(doc->arena, "%d", month_year(latest->at)), "year");
    row->cells[2] = cell_number(KIND_DECIMAL, latest->fact.value.number, false, "value");
    if (latest > indicator->years.items)
        row->cells[3] =
            cell_number(KIND_DECIMAL, latest->fact.value.number - latest[-1].fact.value.number, false, "change");
    add_target(doc, row, indicator, latest);
}

void indicator_table(struct doc *doc, const struct follow *follow)
{
    const struct section_list *all = &follow->forecast->project->of[SECTION_INDICATOR];
    const struct doc_column columns[] = { { tr(N_("Unit")), -1, false },
                                          { tr(N_("Year")), -1, false },
                                          { tr(N_("Value")), -1, false },
                                          { tr(N_("Change")), -1, false },
                                          { tr(N_("Target")), -1, false },
                                          { tr(N_("Target year")), -1, true },
                                          { "", -1, false } };
    if (!all->count)
        return;
    struct doc_table *table = doc_table(doc, tr(N_("Indicators")), "", columns, 7);
    table->labels_wrap = true;
    for (int i = 0; i < all->count; i++)
        add_row(doc, table, follow, (const struct indicator *)all->items[i]);
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("On track is no worse than the straight line from the first value to the next target.")));
}
