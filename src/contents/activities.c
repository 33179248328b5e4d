/* Activities as a whole: every row counted, and what is left aside. */

#include <medfin/contents/activities.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/indicators.h>
#include <medfin/plan/activities.h>
#include <medfin/plan/activity.h>

static const struct {
    const char *key, *label;
} standings[ACTIVITY_STANDINGS] = {
    [ACTIVITY_PLANNED] = { "planned", N_("planned with a cost") },
    [ACTIVITY_WITHOUT_COST] = { "without_cost", N_("without cost") },
    [ACTIVITY_DORMANT] = { "dormant", N_("dormant or cancelled") },
    [ACTIVITY_ASIDE] = { "left_aside", N_("left aside: the time cannot be read") },
};

static void add_count(struct doc *doc, struct doc_table *table, const char *label, int count, const char *key)
{
    doc_row(doc, table, label, 1)->cells[0] = cell_count(count, key);
}

static void add_total(struct doc *doc, struct doc_table *table, const char *label, int count, const char *key)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->is_total = true;
    row->cells[0] = cell_count(count, key);
}

static void add_rows(struct doc *doc, struct doc_table *table, const struct table_record *read)
{
    add_count(doc, table, tr(N_("above the headings")), read->above, "plan.rows.above");
    add_count(doc, table, tr(N_("headings, once and again")), read->headings, "plan.rows.headings");
    add_count(doc, table, tr(N_("titles of parts")), read->titles, "plan.rows.titles");
    add_count(doc, table, tr(N_("continued from the row above")), read->continued, "plan.rows.continued");
    add_count(doc, table, tr(N_("activities")), read->records, "plan.rows.activities");
    add_total(doc, table, tr(N_("Rows read")), read->rows, "plan.rows.read");
}

static const char *texts_joined(struct doc *doc, const char *const *texts, int count)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", texts[i]);
    return out.bytes;
}

static const struct table_record *record_of(const struct project *project)
{
    const struct activities *stated = project_activities(project);
    return stated ? stated->file->value.table : NULL;
}

static void add_counts(struct doc *doc, const struct project *project)
{
    const struct table_record *read = record_of(project);
    const struct doc_column column = { tr(N_("Count")), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Every row counted")), "", &column, 1);
    if (read)
        add_rows(doc, table, read);
    for (int i = 0; i < ACTIVITY_STANDINGS; i++)
        add_count(doc, table, tr(standings[i].label), activities_count(project, (enum activity_standing)i),
                  arena_text(doc->arena, "activities.%s", standings[i].key));
    add_total(doc, table, tr(N_("Activities")), project->of[SECTION_ACTIVITY].count, "activities.count");
    if (!read)
        return;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Read from %s, in %s.")), project_activities(project)->file->value.text,
                        read->encoding));
    if (read->titles)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, "%s: %s", tr(N_("Titles of parts")),
                            texts_joined(doc, read->title_texts, read->titles)));
    if (read->aside_count)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, "%s: %s", tr(N_("Columns left aside")),
                            texts_joined(doc, read->columns_aside, read->aside_count)));
}

/* Times that stand in words alone: what the plan cannot place in a month. */
static bool has_words_alone(const struct activity *activity)
{
    return activity_is_planned(activity) && fact_is_stated(activity->when) && !activity_months(activity).count;
}

typedef LIST(const struct activity *) activity_list;

static void add_time(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct activity *activity,
                     int at)
{
    enum activity_standing standing = activity_standing(activity);
    const struct fact *year = activity->years.count ? &activity->years.items->fact : NULL;
    struct doc_row *row = doc_row(doc, table, section_title(&activity->section), 0);
    row->cells[0] = cell_text(activity->when->value.text, arena_text(doc->arena, "times[%d].when", at));
    if (standing != ACTIVITY_WITHOUT_COST)
        row->cells[1] = cell_plan(year ? fact_cell(plan, year) : activity_stated_cost(plan, activity), NULL);
    if (standing == ACTIVITY_ASIDE)
        row->cells[2] = cell_text(tr(N_("left aside")), NULL);
    else if (year)
        row->cells[2] =
            cell_text(arena_text(doc->arena, tr(N_("spread over %d")), month_year(activity->years.items->at)), NULL);
}

static void add_times(struct doc *doc, const struct plan *plan)
{
    const struct section_list *all = &plan->project->of[SECTION_ACTIVITY];
    activity_list list = { 0 };
    for (int i = 0; i < all->count; i++)
        if (has_words_alone((const struct activity *)all->items[i]))
            *list_add(&list, doc->arena) = (const struct activity *)all->items[i];
    for (int i = 0; i < list.count; i++)
        doc_value(doc, cell_text(list.items[i]->section.id, arena_text(doc->arena, "times[%d].id", i)));
    if (!list.count)
        return;
    const struct doc_column columns[] = { { tr(N_("When")), -1, true },
                                          { tr(N_("The cost")), -1, false },
                                          { tr(N_("In the plan")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Times in words, in no month")), tr(N_("Activity")), columns, 3);
    table->labels_wrap = true;
    for (int i = 0; i < list.count; i++)
        add_time(doc, table, plan, list.items[i], i);
    if (!activities_count(plan->project, ACTIVITY_ASIDE))
        return;
    struct doc_row *total = doc_row(doc, table, tr(N_("Left aside, in all")), 0);
    total->is_total = true;
    total->cells[1] = cell_plan(activities_aside(plan), "left_aside.cost");
}

void activities_contents(struct doc *doc, const struct plan *plan)
{
    if (!plan->project->of[SECTION_ACTIVITY].count)
        return;
    add_counts(doc, plan->project);
    add_times(doc, plan);
    indicators_contents(doc, plan);
}

void activities_note(struct doc *doc, const struct plan *plan)
{
    const struct project *project = plan->project;
    const struct table_record *read = record_of(project);
    if (!read)
        return;
    struct text counts = text_new(doc->arena);
    for (int i = 0; i < ACTIVITY_STANDINGS; i++)
        text_addf(&counts, "%s%d %s", i ? ", " : "", activities_count(project, (enum activity_standing)i),
                  tr(standings[i].label));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Activities: %d (%d rows read from %s): %s.")),
                        project->of[SECTION_ACTIVITY].count, read->rows, project_activities(project)->file->value.text,
                        counts.bytes));
    struct cell aside = activities_aside(plan);
    if (activities_count(project, ACTIVITY_ASIDE))
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena, tr(N_("Left aside with their cost, %s: prioritise lists them.")),
                            cell_is_known(aside) ? money_text(doc->arena, aside.amount, doc->language) : "?"));
}
