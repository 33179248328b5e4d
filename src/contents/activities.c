/* Activities as a whole: every row counted, and what is left aside. */

#include <medfin/contents/activities.h>

#include <stddef.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/indicators.h>
#include <medfin/contents/names.h>
#include <medfin/plan/activities.h>
#include <medfin/plan/activity.h>

static const struct {
    const char *key, *label;
} standings[ACTIVITY_STANDINGS] = {
    [ACTIVITY_PLANNED] = { "planned", N_("planned with a cost") },
    [ACTIVITY_WITHOUT_COST] = { "without_cost", N_("without cost") },
    [ACTIVITY_DORMANT] = { "dormant", N_("dormant or cancelled") },
    [ACTIVITY_ASIDE] = { "left_aside", N_("not counted: the time cannot be read") },
};

/* clang-format off */
static const struct {
    size_t fact;
    const char *title;
    bool wraps;
} fields[ACTIVITY_FIELDS] = {
    [SAYS_WHEN] = { offsetof(struct activity, when), N_("When"), true },
    [SAYS_ARENA] = { offsetof(struct activity, arena), N_("Group"), true },
    [SAYS_FORM] = { offsetof(struct activity, form), N_("Form"), false },
    [SAYS_HOURS] = { offsetof(struct activity, hours), N_("Hours"), false },
    [SAYS_RESPONSIBLE] = { offsetof(struct activity, responsible), N_("Responsible"), true },
    [SAYS_STATUS] = { offsetof(struct activity, status), N_("Status"), true },
    [SAYS_PRIORITY] = { offsetof(struct activity, priority), N_("Priority"), false },
    [SAYS_PARTICIPANTS] = { offsetof(struct activity, participants), N_("Participants"), false },
};
/* clang-format on */

static const struct fact *fact_of(const struct activity *activity, enum activity_field field)
{
    return *(const struct fact *const *)((const char *)activity + fields[field].fact);
}

struct doc_column activity_column(enum activity_field field)
{
    return (struct doc_column){ tr(fields[field].title), -1, fields[field].wraps };
}

bool activities_say(const struct project *project, enum activity_field field)
{
    const struct section_list *all = &project->of[SECTION_ACTIVITY];
    for (int i = 0; i < all->count; i++) {
        const struct activity *activity = (const struct activity *)all->items[i];
        if (field == SAYS_HOURS ? activity->length > 0 : fact_is_stated(fact_of(activity, field)))
            return true;
    }
    return false;
}

static const char *texts_joined(struct doc *doc, const char *const *texts, int count)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", texts[i]);
    return out.bytes;
}

/* Of one that says when in months alone. */
static struct doc_cell months_cell(struct doc *doc, const struct activity *activity, const char *key)
{
    const struct month_list months = activity_months(activity);
    struct text out = text_new(doc->arena);
    for (int i = 0; i < months.count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", month_text(doc->arena, months.items[i]));
    return months.count ? cell_text(out.bytes, key) : (struct doc_cell){ .kind = CELL_EMPTY };
}

struct doc_cell activity_cell(struct doc *doc, const struct activity *activity, enum activity_field field,
                              const char *key)
{
    const struct fact *fact = fact_of(activity, field);
    const struct value *value = &fact->value;
    struct doc_cell form;
    if (field == SAYS_HOURS && activity->length)
        return cell_number(KIND_DECIMAL, activity->length, false, key);
    if (!fact_is_stated(fact))
        return field == SAYS_WHEN ? months_cell(doc, activity, key) : (struct doc_cell){ .kind = CELL_EMPTY };
    switch (field) {
    case SAYS_ARENA:
        return cell_text(texts_joined(doc, value->names, value->count), key);
    case SAYS_FORM:
        form = cell_text(doc_word(doc, words_form, value->number), key);
        form.id = word_of_code(words_form, (int)value->number)->english;
        return form;
    case SAYS_PRIORITY:
    case SAYS_PARTICIPANTS:
        return cell_count(value->number, key);
    default:
        return cell_text(text_tidy(doc->arena, value->text), key);
    }
}

const char *activity_standing_id(const struct activity *activity)
{
    return standings[activity_standing(activity)].key;
}

struct doc_cell activity_in_plan(struct doc *doc, const struct activity *activity)
{
    const struct dated *year = activity->years.count ? activity->years.items : NULL;
    switch (activity_standing(activity)) {
    case ACTIVITY_ASIDE:
        return cell_text(tr(N_("not counted")), NULL);
    case ACTIVITY_DORMANT:
        return cell_text(tr(standings[ACTIVITY_DORMANT].label), NULL);
    default:
        if (!year)
            return (struct doc_cell){ .kind = CELL_EMPTY };
        return cell_text(arena_text(doc->arena, tr(N_("spread over %d")), month_year(year->at)), NULL);
    }
}

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
    add_count(doc, table, tr(N_("rows of headings")), read->headings, "plan.rows.headings");
    add_count(doc, table, tr(N_("titles of parts")), read->titles, "plan.rows.titles");
    if (read->sums)
        add_count(doc, table, tr(N_("sums of other rows")), read->sums, "plan.rows.sums");
    add_count(doc, table, tr(N_("continued from the row above")), read->continued, "plan.rows.continued");
    if (read->joined)
        add_count(doc, table, tr(N_("of an occasion that another row has")), read->joined, "plan.rows.joined");
    add_count(doc, table, tr(N_("activities")), read->records, "plan.rows.activities");
    add_total(doc, table, tr(N_("Rows read")), read->rows, "plan.rows.read");
}

static const struct table_record *record_of(const struct project *project)
{
    return project_activities(project) ? project->tables[TABLE_OF_ACTIVITIES] : NULL;
}

static void add_counts(struct doc *doc, const struct project *project)
{
    const struct table_record *read = record_of(project);
    const struct doc_column column = { tr(N_("Count")), -1, false };
    struct doc_table *table = doc_table(doc, read ? tr(N_("Every row counted")) : tr(N_("Activities")), "", &column, 1);
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
    const struct fact *year = activity->years.count ? &activity->years.items->fact : NULL;
    struct doc_row *row = doc_row(doc, table, section_title(&activity->section), 0);
    row->cells[0] = activity_cell(doc, activity, SAYS_WHEN, arena_text(doc->arena, "times[%d].when", at));
    if (activity_standing(activity) != ACTIVITY_WITHOUT_COST)
        row->cells[1] = cell_plan(year ? fact_cell(plan, year) : activity_stated_cost(plan, activity), NULL);
    row->cells[2] = activity_in_plan(doc, activity);
    if (table->column_count > 3)
        row->cells[3] = activity_cell(doc, activity, SAYS_RESPONSIBLE, NULL);
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
                                          { tr(N_("In the plan")), -1, true },
                                          activity_column(SAYS_RESPONSIBLE) };
    const int count = activities_say(plan->project, SAYS_RESPONSIBLE) ? 4 : 3;
    struct doc_table *table = doc_table(doc, tr(N_("Times in words, in no month")), tr(N_("Activity")), columns, count);
    table->labels_wrap = true;
    for (int i = 0; i < list.count; i++)
        add_time(doc, table, plan, list.items[i], i);
    if (!activities_count(plan->project, ACTIVITY_ASIDE))
        return;
    struct doc_row *total = doc_row(doc, table, tr(N_("Not counted, in all")), 0);
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
    tables_contents(doc, project);
    if (!record_of(project))
        return;
    struct text counts = text_new(doc->arena);
    for (int i = 0; i < ACTIVITY_STANDINGS; i++)
        text_addf(&counts, "%s%d %s", i ? ", " : "", activities_count(project, (enum activity_standing)i),
                  tr(standings[i].label));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Activities: %d: %s.")), project->of[SECTION_ACTIVITY].count, counts.bytes));
    struct cell aside = activities_aside(plan);
    if (activities_count(project, ACTIVITY_ASIDE))
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena,
                            tr(N_("Not counted: %s, because the time cannot be read. medfin prioritise lists them.")),
                            cell_is_known(aside) ? money_text(doc->arena, aside.amount, doc->language) : "?"));
}
