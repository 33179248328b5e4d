#include "activity_tables.h"

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/model/activity.h>
#include <medfin/plan/activities.h>

#include "held_table.h"
#include "status_counts.h"

static bool says_more(const struct activity *activity)
{
    const struct fact *said[] = { activity->at_least, activity->done, activity->spent, activity->came,
                                  activity->outcome };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (fact_is_stated(said[i]))
            return true;
    return activity->held.count > 0;
}

enum column { HELD, SPENT, PLANNED, CAME, OUTCOME, COLUMNS };

static struct doc_cell text_of(struct doc *doc, const struct fact *fact, const char *key)
{
    return fact_is_stated(fact) ? cell_text(text_tidy(doc->arena, fact->value.text), key)
                                : (struct doc_cell){ .kind = CELL_EMPTY };
}

/* As often as it is stated of each year, else as it is done in it. */
static int64_t times_held(const struct follow *follow, const struct activity *activity)
{
    const struct years years = plan_years(follow->forecast);
    int64_t times = 0;
    for (int year = years.first; year <= years.last; year++) {
        const struct fact *held = series_exactly(&activity->held, year_first(year));
        times += held ? held->value.number : activity_done_in(activity, months_of_year(year));
    }
    return times;
}

static void fill(struct doc *doc, struct doc_row *row, const struct follow *follow, const struct activity *activity)
{
    struct doc_cell *cells = row->cells;
    cells[HELD] = cell_count(times_held(follow, activity), "held");
    if (section_is_booked(follow->forecast->project, &activity->section))
        cells[SPENT] =
            cell_plan(activities_cost(follow->forecast, activity, follow->closed.first, follow->through), "spent");
    const struct section *planned = project_find(follow->budget->project, SECTION_ACTIVITY, activity->section.id);
    if (planned)
        cells[PLANNED] = cell_plan(activities_cost(follow->budget, (const struct activity *)planned,
                                                   follow->budget->first, plan_last(follow->budget)),
                                   "budget");
    if (fact_is_stated(activity->came))
        cells[CAME] = cell_count(activity->came->value.number, "came");
    cells[OUTCOME] = text_of(doc, activity->outcome, "outcome");
}

static void became_table(struct doc *doc, const struct follow *follow, const struct section_list *all)
{
    const struct doc_column columns[COLUMNS] = { [HELD] = { tr(N_("Held")), -1, true },
                                                 [SPENT] = { tr(N_("Cost so far")), -1, true },
                                                 [PLANNED] = { tr(N_("Budget")), -1, true },
                                                 [CAME] = { tr(N_("Came")), -1, true },
                                                 [OUTCOME] = { tr(N_("What came of it")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("How the activities went")), tr(N_("Activity")), columns, COLUMNS);
    for (int i = 0; i < all->count; i++) {
        if (!says_more((const struct activity *)all->items[i]))
            continue;
        struct doc_row *row = doc_row(doc, table, section_title(all->items[i]), 0);
        row->path = key_below(doc->arena, "follow_up.activities.by_id", all->items[i]->id);
        fill(doc, row, follow, (const struct activity *)all->items[i]);
    }
}

void activity_tables(struct doc *doc, const struct follow *follow)
{
    const struct section_list *all = &follow->forecast->project->of[SECTION_ACTIVITY];
    bool any = false;
    for (int i = 0; i < all->count; i++)
        any = any || says_more((const struct activity *)all->items[i]);
    if (!any)
        return;
    status_table(doc, follow->forecast->project, NULL, "follow_up.activities");
    became_table(doc, follow, all);
    held_table(doc, follow->forecast, "follow_up.activities.held");
}
