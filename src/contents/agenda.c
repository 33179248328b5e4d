#include <medfin/contents/agenda.h>

#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/contents/activity_groups.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>

/* One activity in one month. */
struct occasion {
    const struct activity *activity;
    month at;
    int day;   /* behind all days where it is not said */
    int order; /* as in the file */
};

typedef LIST(struct occasion) occasion_list;

static int by_day(const void *left, const void *right)
{
    const struct occasion *a = left, *b = right;
    return a->at != b->at ? a->at - b->at : a->day != b->day ? a->day - b->day : a->order - b->order;
}

static const struct activity *activity_at(const struct project *project, int at)
{
    return (const struct activity *)project->of[SECTION_ACTIVITY].items[at];
}

static int day_of(const struct month_list *months, int at)
{
    enum { NO_DAY = 32 };
    return months->days && months->days[at] ? months->days[at] : NO_DAY;
}

/* Day by day, and in the order of the file. */
static occasion_list occasions_of(const struct project *project, struct arena *arena)
{
    occasion_list all = { 0 };
    for (int i = 0; i < project->of[SECTION_ACTIVITY].count; i++) {
        const struct activity *activity = activity_at(project, i);
        const struct month_list months = activity_months(activity);
        for (int m = 0; m < months.count && activity_is_planned(activity); m++)
            *list_add(&all, arena) = (struct occasion){ activity, months.items[m], day_of(&months, m), i };
    }
    sort_list(&all, by_day, arena);
    return all;
}

/* What is in no month of the plan. */
static const struct rest {
    const char *title;
    enum activity_standing standing; /* of those without a month … */
    bool any_planned;                /* … or all that take place and can be placed */
} rests[] = {
    { N_("In no month"), ACTIVITY_STANDINGS, true },
    { N_("Not counted: the time cannot be read"), ACTIVITY_ASIDE, false },
    { N_("Dormant or cancelled"), ACTIVITY_DORMANT, false },
};

static bool is_in_rest(const struct rest *rest, const struct activity *activity)
{
    enum activity_standing standing = activity_standing(activity);
    if (!rest->any_planned)
        return standing == rest->standing;
    return standing != ACTIVITY_ASIDE && standing != ACTIVITY_DORMANT && !activity_months(activity).count;
}

/* The table of the calendar, and what it tells of each activity. */
struct calendar {
    struct doc *doc;
    struct doc_table *table;
    enum activity_field fields[ACTIVITY_FIELDS];
    int count;
};

static struct calendar calendar_open(struct doc *doc, const struct project *project)
{
    static const enum activity_field wanted[] = { SAYS_WHEN, SAYS_ARENA, SAYS_FORM, SAYS_HOURS, SAYS_RESPONSIBLE };
    struct calendar calendar = { .doc = doc };
    struct doc_column columns[ACTIVITY_FIELDS];
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (activities_say(project, wanted[i])) {
            columns[calendar.count] = activity_column(wanted[i]);
            calendar.fields[calendar.count++] = wanted[i];
        }
    calendar.table = doc_table(doc, tr(N_("Calendar")), tr(N_("Activity")), columns, calendar.count);
    calendar.table->labels_wrap = calendar.table->is_list = true;
    return calendar;
}

static void add_title(const struct calendar *calendar, const char *title, int count)
{
    doc_row(calendar->doc, calendar->table, arena_text(calendar->doc->arena, "%s (%d)", title, count), 0)->is_heading =
        true;
}

static void add_activity(const struct calendar *calendar, const struct activity *activity)
{
    struct doc_row *row = doc_row(calendar->doc, calendar->table, section_title(&activity->section), 0);
    for (int i = 0; i < calendar->count; i++)
        if (calendar->fields[i] != SAYS_WHEN || fact_is_stated(activity->when))
            row->cells[i] = activity_cell(calendar->doc, activity, calendar->fields[i], NULL);
}

/* How many of the list, from one on, are in its month. */
static int count_from(const occasion_list *all, int from)
{
    int count = 0;
    while (from + count < all->count && all->items[from + count].at == all->items[from].at)
        count++;
    return count;
}

static void add_months(const struct calendar *calendar, const occasion_list *all)
{
    struct arena *arena = calendar->doc->arena;
    for (int i = 0, count; i < all->count; i += count) {
        count = count_from(all, i);
        add_title(calendar, text_capital(arena, month_title(arena, all->items[i].at)), count);
        for (int k = i; k < i + count; k++)
            add_activity(calendar, all->items[k].activity);
    }
}

static void add_rest(const struct calendar *calendar, const struct project *project, const struct rest *rest)
{
    const int all = project->of[SECTION_ACTIVITY].count;
    int count = 0;
    for (int i = 0; i < all; i++)
        count += is_in_rest(rest, activity_at(project, i));
    if (count)
        add_title(calendar, tr(rest->title), count);
    for (int i = 0; i < all && count; i++)
        if (is_in_rest(rest, activity_at(project, i)))
            add_activity(calendar, activity_at(project, i));
}

/* "There is nothing in January 2023, June 2023 – August 2023", where those are fewer than the others. */
static void add_empty(struct doc *doc, const struct plan *plan, const occasion_list *all)
{
    struct text out = text_new(doc->arena);
    month first = plan->first;
    int empty = 0;
    for (int i = 0, count; i <= all->count; i += count) {
        const month end = i < all->count ? all->items[i].at : plan_last(plan) + 1;
        count = i < all->count ? count_from(all, i) : 1;
        if (first < end)
            text_addf(&out, "%s%s", out.size ? ", " : "", month_title(doc->arena, first));
        if (first < end - 1)
            text_addf(&out, " – %s", month_title(doc->arena, end - 1));
        empty += end - first;
        first = end + 1;
    }
    if (empty && 2 * empty < plan->count)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("There is nothing in: %s.")), out.bytes));
}

/* The one month that has the most; −1 where several have. */
static month fullest_month(const occasion_list *all, int *most)
{
    month fullest = -1;
    *most = 0;
    for (int i = 0, count; i < all->count; i += count) {
        count = count_from(all, i);
        if (count >= *most)
            fullest = count > *most ? all->items[i].at : -1;
        *most = count > *most ? count : *most;
    }
    return fullest;
}

/* "Occasions: 31, digital: 16. Most in maj 2021: 5." */
static void add_summary(struct doc *doc, const struct project *project, const occasion_list *all)
{
    struct text out = text_new(doc->arena);
    int digital = 0, most;
    wide hours = 0; /* of the digital ones, in billionths */
    const month fullest = fullest_month(all, &most);
    for (int i = 0; i < all->count; i++) {
        const struct fact *form = all->items[i].activity->form;
        const bool is_digital = fact_is_stated(form) && form->value.number == FORM_DIGITAL;
        digital += is_digital;
        hours += is_digital ? all->items[i].activity->length : 0;
    }
    text_addf(&out, tr(N_("Occasions: %d")), all->count);
    if (activities_say(project, SAYS_FORM))
        text_addf(&out, tr(N_(", of which digital: %d")), digital);
    if (hours && hours < (wide)INT64_MAX)
        text_addf(&out, tr(N_(" (%s hours)")), number_text(doc->arena, (int64_t)hours, doc->language));
    text_add(&out, ".");
    if (fullest >= 0)
        text_addf(&out, tr(N_(" Most in %s: %d.")), month_title(doc->arena, fullest), most);
    doc_text(doc, TONE_NEUTRAL, out.bytes);
}

enum record { RECORD_MONTH, RECORD_ID, RECORDS };

static void fill_calendar(struct doc *doc, struct doc_table *table, const void *given)
{
    const occasion_list *all = given;
    doc_table_room(doc, table, all->count);
    for (int i = 0; i < all->count; i++) {
        struct doc_row *row = doc_row(doc, table, NULL, 0);
        row->path = arena_text(doc->arena, "plan.calendar[%d]", i);
        row->cells[RECORD_MONTH] = cell_month(all->items[i].at, "month");
        row->cells[RECORD_ID] = cell_text(all->items[i].activity->section.id, "id");
    }
}

static const char *const keys[ACTIVITY_FIELDS] = {
    [SAYS_WHEN] = "when",
    [SAYS_ARENA] = "arena",
    [SAYS_FORM] = "form",
    [SAYS_HOURS] = "hours",
    [SAYS_RESPONSIBLE] = "responsible",
    [SAYS_STATUS] = "status",
    [SAYS_PRIORITY] = "priority",
    [SAYS_PARTICIPANTS] = "participants",
};

enum { OF_ID = ACTIVITY_FIELDS, OF_TITLE, OF_STANDING, OF_COST, OF_EACH };

static void fill_activities(struct doc *doc, struct doc_table *table, const void *given)
{
    const struct plan *plan = given;
    const int all = plan->project->of[SECTION_ACTIVITY].count;
    doc_table_room(doc, table, all);
    for (int i = 0; i < all; i++) {
        const struct activity *activity = activity_at(plan->project, i);
        const struct selection of = { .side = COST_SIDE, .line = &activity->section };
        struct doc_row *row = doc_row(doc, table, NULL, 0);
        row->path = arena_text(doc->arena, "plan.activities[%d]", i);
        for (int field = 0; field < ACTIVITY_FIELDS; field++)
            row->cells[field] = activity_cell(doc, activity, (enum activity_field)field, keys[field]);
        row->cells[OF_ID] = cell_text(activity->section.id, "id");
        row->cells[OF_TITLE] = cell_text(section_title(&activity->section), "title");
        row->cells[OF_STANDING] = cell_text(activity_standing_id(activity), "standing");
        row->cells[OF_COST] = cell_plan(plan_sum(plan, &of, plan->first, plan_last(plan)), "cost");
    }
}

void calendar_contents(struct doc *doc, const struct plan *plan)
{
    const struct project *project = plan->project;
    if (!project->of[SECTION_ACTIVITY].count)
        return;
    occasion_list *all = arena_take(doc->arena, 1, sizeof *all);
    *all = occasions_of(project, doc->arena);
    add_summary(doc, project, all);
    const struct calendar calendar = calendar_open(doc, project);
    add_months(&calendar, all);
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        add_rest(&calendar, project, &rests[i]);
    add_empty(doc, plan, all);
    doc_records(doc, (struct doc_records){ RECORDS, fill_calendar, all });
}

void agenda_contents(struct doc *doc, const struct plan *plan, enum agenda_by by)
{
    title_contents(doc, plan->project, tr(N_("Plan of activities")));
    if (!plan->project->of[SECTION_ACTIVITY].count) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("The project has no activities.")));
        return;
    }
    if (by == AGENDA_BY_RESPONSIBLE || (by == AGENDA_WHOLE && activities_say(plan->project, SAYS_RESPONSIBLE)))
        groups_contents(doc, plan, SAYS_RESPONSIBLE);
    if (by == AGENDA_BY_STATUS || (by == AGENDA_WHOLE && activities_say(plan->project, SAYS_STATUS)))
        groups_contents(doc, plan, SAYS_STATUS);
    if (by != AGENDA_BY_MONTH)
        groups_notes(doc, plan);
    if (by == AGENDA_BY_RESPONSIBLE || by == AGENDA_BY_STATUS)
        grouped_contents(doc, plan, by == AGENDA_BY_STATUS ? SAYS_STATUS : SAYS_RESPONSIBLE);
    if (by == AGENDA_WHOLE || by == AGENDA_BY_MONTH)
        calendar_contents(doc, plan);
    if (!doc->depth || !doc->for_people)
        tables_contents(doc, plan->project);
    doc_records(doc, (struct doc_records){ OF_EACH, fill_activities, plan });
}
