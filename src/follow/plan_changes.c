#include <medfin/follow/plan_changes.h>

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/model/activity.h>
#include <medfin/plan/activities.h>

#include "held_table.h"
#include "status_counts.h"

/* An activity in both plans, or in one of them alone. */
struct pair {
    const struct activity *now, *before; /* NULL: it is not there */
};

typedef LIST(struct pair) pair_list;

/* By its id, which a table makes of its title. */
static const struct activity *same_in(const struct project *project, const struct activity *activity)
{
    return (const struct activity *)project_find(project, SECTION_ACTIVITY, activity->section.id);
}

static pair_list pairs_of(const struct project *now, const struct project *before, struct arena *arena)
{
    const struct section_list *there = &now->of[SECTION_ACTIVITY], *gone = &before->of[SECTION_ACTIVITY];
    pair_list pairs = { 0 };
    for (int i = 0; i < there->count; i++) {
        const struct activity *activity = (const struct activity *)there->items[i];
        *list_add(&pairs, arena) = (struct pair){ activity, same_in(before, activity) };
    }
    for (int i = 0; i < gone->count; i++) {
        const struct activity *activity = (const struct activity *)gone->items[i];
        if (!same_in(now, activity))
            *list_add(&pairs, arena) = (struct pair){ NULL, activity };
    }
    return pairs;
}

static const char *time_of(struct doc *doc, const struct activity *activity)
{
    const struct month_list months = activity_months(activity);
    struct text out = text_new(doc->arena);
    if (fact_is_stated(activity->when))
        return text_tidy(doc->arena, activity->when->value.text);
    for (int i = 0; i < months.count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", month_text(doc->arena, months.items[i]));
    return out.size ? out.bytes : "–";
}

/* "before → now" where they differ, whatever their capitals. */
static struct doc_cell change_cell(struct doc *doc, const char *before, const char *now, const char *key)
{
    if (text_same(before, now))
        return (struct doc_cell){ .kind = CELL_EMPTY };
    return cell_text(arena_text(doc->arena, "%s → %s", before, now), key);
}

static struct cell cost_of(const struct plan *plan, const struct activity *activity)
{
    return activity ? activities_cost(plan, activity, plan->first, plan_last(plan)) : (struct cell){ 0 };
}

enum column { STATUS, TIME, RESPONSIBLE, COST, COLUMNS };

/* The row of what differs; false: nothing does. */
static bool fill(struct doc *doc, struct doc_cell *cells, const struct pair *pair, const struct plan *now,
                 const struct plan *before)
{
    const struct cell more = cell_minus(doc->arena, cost_of(now, pair->now), cost_of(before, pair->before));
    bool costs_else = more.amount || !cell_is_known(more);
    if (pair->now && pair->before) {
        cells[STATUS] = change_cell(doc, status_of(doc, pair->before), status_of(doc, pair->now), "status");
        cells[TIME] = change_cell(doc, time_of(doc, pair->before), time_of(doc, pair->now), "time");
        cells[RESPONSIBLE] =
            change_cell(doc, responsible_of(doc, pair->before), responsible_of(doc, pair->now), "responsible");
    } else {
        const struct activity *one = pair->now ? pair->now : pair->before;
        cells[STATUS] = cell_text(pair->now ? tr(N_("new")) : tr(N_("taken away")), "status");
        cells[STATUS].id = pair->now ? "new" : "gone";
        cells[TIME] = cell_text(time_of(doc, one), "time");
        cells[RESPONSIBLE] = cell_text(responsible_of(doc, one), "responsible");
    }
    if (costs_else)
        cells[COST] = cell_plan(more, "cost");
    return costs_else || cells[STATUS].kind != CELL_EMPTY || cells[TIME].kind != CELL_EMPTY ||
           cells[RESPONSIBLE].kind != CELL_EMPTY;
}

static int changes_table(struct doc *doc, const struct plan *now, const struct plan *before)
{
    const struct doc_column columns[COLUMNS] = { [STATUS] = { tr(N_("Status")), -1, true },
                                                 [TIME] = { tr(N_("When")), -1, true },
                                                 [RESPONSIBLE] = { tr(N_("Responsible")), -1, true },
                                                 [COST] = { tr(N_("Costs more")), -1, true } };
    const pair_list pairs = pairs_of(now->project, before->project, doc->arena);
    struct doc_table *table = NULL;
    int count = 0;
    for (int i = 0; i < pairs.count; i++) {
        const struct pair *pair = &pairs.items[i];
        const struct section *section = pair->now ? &pair->now->section : &pair->before->section;
        struct doc_cell cells[COLUMNS] = { 0 };
        if (!fill(doc, cells, pair, now, before))
            continue;
        if (!count++)
            table = doc_table(doc, tr(N_("What has changed")), tr(N_("Activity")), columns, COLUMNS);
        struct doc_row *row = doc_row(doc, table, section_title(section), 0);
        row->path = key_below(doc->arena, "plan_changes.by_id", section->id);
        for (int c = 0; c < COLUMNS; c++)
            row->cells[c] = cells[c];
    }
    return count;
}

/* What all of it costs, beside what it did. */
static void in_short(struct doc *doc, const struct plan *now, const struct plan *before, const char *title)
{
    const struct cell cost = activities_cost(now, NULL, now->first, plan_last(now)),
                      was = activities_cost(before, NULL, before->first, plan_last(before));
    const int count = now->project->of[SECTION_ACTIVITY].count, were = before->project->of[SECTION_ACTIVITY].count;
    const struct doc_cell cells[] = { cell_plan(was, "plan_changes.cost.before"),
                                      cell_plan(cost, "plan_changes.cost.now") };
    doc_value(doc, cells[0]);
    doc_value(doc, cells[1]);
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(doc->arena,
                   tr(N_("Since %s: %d activities, %d before; they cost %s, %s before, contributions in kind apart.")),
                   title, count, were, amount_shown(doc, &cells[1]), amount_shown(doc, &cells[0])));
}

void plan_changes_contents(struct doc *doc, const struct plan *now, const struct plan *before, const char *title)
{
    doc_heading(doc, 2, tr(N_("What became of the plan since then")));
    in_short(doc, now, before, title);
    if (!changes_table(doc, now, before))
        doc_text(doc, TONE_NEUTRAL, tr(N_("No activity has another status, time or cost.")));
    status_table(doc, now->project, before->project, "plan_changes");
    responsible_table(doc, now->project, before->project, "plan_changes");
    held_table(doc, now, "plan_changes.held");
}
