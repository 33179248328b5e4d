#include <medfin/contents/activity_groups.h>

#include <medfin/base/names.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/periods.h>

/* What activities can be grouped by, and what their list says of each beside when it is and what it costs. */
enum { MOST_SAID = 2 };

static const struct ground {
    enum activity_field field, says[MOST_SAID];
    int said;
    const char *key, *caption, *list, *unstated;
} grounds[] = {
    { SAYS_RESPONSIBLE,
      { SAYS_STATUS, SAYS_PRIORITY },
      2,
      "responsible",
      N_("By responsible"),
      N_("Who does what"),
      N_("Not stated") },
    { SAYS_STATUS,
      { SAYS_RESPONSIBLE },
      1,
      "status",
      N_("By status"),
      N_("How far it has come"),
      N_("Not stated, so planned") },
};

struct alike {
    const char *name; /* as the first has it; NULL: nothing is said */
    int activities, times;
    wide hours;             /* billionths … */
    bool states_hours;      /* … of those that say so */
    struct doc_cell *costs; /* by year, and last in all */
    LIST(const struct activity *) members;
};

struct grouping {
    struct doc *doc;
    const struct plan *plan;
    const struct ground *ground;
    struct periods years;
    LIST(struct alike) groups;
    struct alike unstated, total;
    struct cell in_kind;
};

static const struct ground *ground_of(enum activity_field field)
{
    return &grounds[field == SAYS_STATUS];
}

static void clear_costs(struct grouping *grouping, struct alike *group)
{
    group->costs = arena_take(grouping->doc->arena, (size_t)grouping->years.count + 1, sizeof *group->costs);
    for (int i = 0; i <= grouping->years.count; i++)
        group->costs[i] = cell_showing(cell_money(0, false, NULL), 0);
}

static struct alike *group_of(struct grouping *grouping, struct names *numbers, const struct activity *activity)
{
    struct arena *arena = grouping->doc->arena;
    const struct doc_cell says = activity_cell(grouping->doc, activity, grouping->ground->field, NULL);
    const char *name = says.kind == CELL_TEXT ? says.text : "";
    if (!*name)
        return &grouping->unstated;
    int *number = names_number(numbers, text_lower(arena, name), arena);
    if (!*number) {
        struct alike *group = list_add(&grouping->groups, arena);
        *group = (struct alike){ .name = name };
        clear_costs(grouping, group);
        *number = grouping->groups.count;
    }
    return &grouping->groups.items[*number - 1];
}

static int times_of(const struct activity *activity)
{
    return activity_is_planned(activity) ? activity_months(activity).count : 0;
}

static void add_activity(struct alike *group, const struct activity *activity, const struct doc_cell *costs, int count)
{
    int times = times_of(activity);
    group->activities++;
    group->times += times;
    if (activity->length && times) {
        group->states_hours = true;
        group->hours += (wide)times * activity->length;
    }
    for (int i = 0; i < count; i++) {
        group->costs[i].number += costs[i].number;
        group->costs[i].whole += costs[i].whole;
        group->costs[i].unknown = group->costs[i].unknown || costs[i].unknown;
    }
}

static struct grouping grouping_new(struct doc *doc, const struct plan *plan, enum activity_field by)
{
    const struct section_list *all = &plan->project->of[SECTION_ACTIVITY];
    struct grouping grouping = {
        .doc = doc, .plan = plan, .ground = ground_of(by), .years = periods_new(plan, BY_YEAR)
    };
    struct names numbers = { 0 };
    const int count = grouping.years.count + 1;
    struct doc_cell *costs = arena_take(doc->arena, (size_t)count, sizeof *costs);
    clear_costs(&grouping, &grouping.unstated);
    clear_costs(&grouping, &grouping.total);
    for (int i = 0; i < all->count; i++) {
        const struct activity *activity = (const struct activity *)all->items[i];
        const struct selection of = { .side = COST_SIDE, .line = &activity->section };
        const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND, .line = &activity->section };
        struct alike *group = group_of(&grouping, &numbers, activity);
        for (int column = 0; column < count; column++)
            costs[column] = period_cell(doc, &grouping.years, &of, column, NULL);
        add_activity(group, activity, costs, count);
        add_activity(&grouping.total, activity, costs, count);
        *list_add(&group->members, doc->arena) = activity;
        grouping.in_kind =
            cell_plus(doc->arena, grouping.in_kind, plan_sum(plan, &in_kind, plan->first, plan_last(plan)));
    }
    return grouping;
}

static bool costs_anything(const struct grouping *grouping)
{
    const struct doc_cell *whole = &grouping->total.costs[grouping->years.count];
    return whole->unknown || whole->number;
}

static struct doc_table *open_sums(const struct grouping *grouping, const char *caption, const char *title)
{
    struct doc *doc = grouping->doc;
    const int years = costs_anything(grouping) ? grouping->years.count : 0;
    struct doc_column *columns = arena_take(doc->arena, (size_t)years + 4, sizeof *columns);
    int count = 0;
    columns[count++] = (struct doc_column){ tr(N_("Activities")), -1, false };
    columns[count++] = (struct doc_column){ tr(N_("Occasions")), -1, false };
    if (grouping->total.states_hours)
        columns[count++] = activity_column(SAYS_HOURS);
    const int whole = years > 1 ? count + years : -1;
    for (int i = 0; i < years; i++)
        columns[count++] = (struct doc_column){
            arena_text(doc->arena, tr(N_("Cost %s")), period_title(&grouping->years, i, doc->arena)), whole, true
        };
    if (years > 1)
        columns[count++] = (struct doc_column){ tr(N_("Cost in all")), -1, true };
    struct doc_table *table = doc_table(doc, caption, title, columns, count);
    table->labels_wrap = true;
    return table;
}

/* For programs alone, a figure of a group that no column has. */
static void add_value(struct doc *doc, struct doc_cell cell, const char *path, const char *key)
{
    cell.key = arena_text(doc->arena, "%s.%s", path, key);
    if (cell.kind != CELL_EMPTY)
        doc_value(doc, cell);
}

static struct doc_cell hours_cell(const struct alike *group)
{
    return group->states_hours ? cell_billionths(group->hours, "hours") : (struct doc_cell){ .kind = CELL_EMPTY };
}

static const char *year_key(const struct grouping *grouping, int year)
{
    struct arena *arena = grouping->doc->arena;
    return arena_text(arena, "years.%s.cost", period_title(&grouping->years, year, arena));
}

/* `path`: what its keys are below; NULL: it has none. */
static void add_group(const struct grouping *grouping, struct doc_table *table, const struct alike *group,
                      const char *label, const char *path)
{
    const int years = grouping->years.count;
    struct doc_row *row = doc_row(grouping->doc, table, label, 0);
    struct doc_cell *cell = row->cells;
    row->path = path;
    *cell++ = cell_count(group->activities, "activities");
    *cell++ = cell_count(group->times, "times");
    if (grouping->total.states_hours)
        *cell++ = hours_cell(group);
    for (int i = 0; i < years && costs_anything(grouping); i++) {
        *cell = group->costs[i];
        cell++->key = year_key(grouping, i);
    }
    if (cell < row->cells + table->column_count) {
        *cell = group->costs[years];
        cell->key = "cost";
    } else if (path && costs_anything(grouping)) {
        add_value(grouping->doc, group->costs[years], path, "cost");
    }
    for (int i = 0; !path && i < table->column_count; i++)
        row->cells[i].key = NULL;
}

/* Nobody's group stands last, and has no name that a text could have. */
static const char *group_label(const struct grouping *grouping, const struct alike *group)
{
    return group->name ? group->name : tr(grouping->ground->unstated);
}

static const struct alike *group_at(const struct grouping *grouping, int at)
{
    return at < grouping->groups.count ? &grouping->groups.items[at] : &grouping->unstated;
}

static int groups_count(const struct grouping *grouping)
{
    return grouping->groups.count + (grouping->unstated.activities > 0);
}

void groups_contents(struct doc *doc, const struct plan *plan, enum activity_field by)
{
    const struct grouping grouping = grouping_new(doc, plan, by);
    const char *key = grouping.ground->key;
    struct doc_table *table = open_sums(&grouping, tr(grouping.ground->caption), activity_column(by).title);
    const int total = groups_count(&grouping);
    for (int i = 0; i < total; i++) {
        const struct alike *group = group_at(&grouping, i);
        const char *path = group->name ? arena_text(doc->arena, "plan.by_%s.%s", key, key_name(doc->arena, group->name))
                                       : arena_text(doc->arena, "plan.without_%s", key);
        add_group(&grouping, table, group, group_label(&grouping, group), path);
        table->rows.items[i].part_of = total;
    }
    add_group(&grouping, table, &grouping.total, tr(N_("All activities")), NULL);
    table->rows.items[total].is_total = true;
}

static void add_totals(const struct grouping *grouping)
{
    static const char path[] = "plan.all";
    struct doc *doc = grouping->doc;
    add_value(doc, cell_count(grouping->total.activities, NULL), path, "activities");
    add_value(doc, cell_count(grouping->total.times, NULL), path, "times");
    add_value(doc, hours_cell(&grouping->total), path, "hours");
    for (int i = 0; i < grouping->years.count; i++)
        add_value(doc, grouping->total.costs[i], path, year_key(grouping, i));
    add_value(doc, grouping->total.costs[grouping->years.count], path, "cost");
}

void groups_notes(struct doc *doc, const struct plan *plan)
{
    const struct grouping grouping = grouping_new(doc, plan, SAYS_RESPONSIBLE);
    if (!plan->project->of[SECTION_ACTIVITY].count)
        return;
    add_totals(&grouping);
    if (activities_say(plan->project, SAYS_RESPONSIBLE) || activities_say(plan->project, SAYS_STATUS))
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_(
                "Each text is a group as it is written: one that names several is a group of its own. What is dormant, cancelled or without a time that can be read is listed and costs nothing.")));
    if (!cell_is_known(grouping.in_kind) || grouping.in_kind.amount)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Of the cost, %s is in kind.")),
                            cell_is_known(grouping.in_kind) ? money_shown(doc, grouping.in_kind.amount) : "?"));
}

static int list_fields(const struct grouping *grouping, enum activity_field *fields)
{
    int count = 0;
    fields[count++] = SAYS_WHEN;
    for (int i = 0; i < grouping->ground->said; i++)
        if (activities_say(grouping->plan->project, grouping->ground->says[i]))
            fields[count++] = grouping->ground->says[i];
    return count;
}

static void add_member(const struct grouping *grouping, struct doc_table *table, const struct activity *activity,
                       const enum activity_field *fields, int count)
{
    struct doc *doc = grouping->doc;
    struct doc_row *row = doc_row(doc, table, section_title(&activity->section), 0);
    const struct selection of = { .side = COST_SIDE, .line = &activity->section };
    for (int i = 0; i < count; i++)
        row->cells[i] = activity_cell(doc, activity, fields[i], NULL);
    if (activity_standing(activity) == ACTIVITY_PLANNED)
        row->cells[count] = cell_sum(doc, grouping->plan, &of, plan_months(grouping->plan), NULL);
    if (activity_standing(activity) == ACTIVITY_ASIDE)
        row->cells[count] = activity_in_plan(doc, activity);
}

void grouped_contents(struct doc *doc, const struct plan *plan, enum activity_field by)
{
    const struct grouping grouping = grouping_new(doc, plan, by);
    enum activity_field fields[MOST_SAID + 1];
    struct doc_column columns[MOST_SAID + 2];
    const int count = list_fields(&grouping, fields);
    for (int i = 0; i < count; i++)
        columns[i] = activity_column(fields[i]);
    columns[count] = (struct doc_column){ tr(N_("The cost")), -1, true };
    struct doc_table *table = doc_table(doc, tr(grouping.ground->list), tr(N_("Activity")), columns, count + 1);
    table->labels_wrap = table->is_list = true;
    for (int i = 0; i < groups_count(&grouping); i++) {
        const struct alike *group = group_at(&grouping, i);
        const char *label = arena_text(doc->arena, "%s (%d)", group_label(&grouping, group), group->activities);
        doc_row(doc, table, label, 0)->is_heading = true;
        for (int m = 0; m < group->members.count; m++)
            add_member(&grouping, table, group->members.items[m], fields, count);
    }
}
