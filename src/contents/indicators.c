/* Indicators of activities and travel: by year, and by group, form and priority. */

#include <medfin/contents/indicators.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/periods.h>
#include <medfin/model/activity.h>
#include <medfin/plan/activities.h>

static const struct activity_choice everything = { 0 };

/* One period of the table: a year, or the whole. */
struct span {
    struct doc *doc;
    const struct plan *plan;
    month first, last;
    struct activity_sums activities;
    struct travel_sums travel;
    int64_t members; /* of a single year; 0: none, or more years than one */
};

/* Money by a number of billionths; nothing where there is none. */
static struct doc_cell cell_each(struct cell cost, wide billionths, const char *key)
{
    if (billionths <= 0 || billionths / SHARE_ONE > MONEY_LIMIT)
        return (struct doc_cell){ .kind = CELL_EMPTY };
    return (struct doc_cell){ .kind = CELL_FIGURE,
                              .exact = true,
                              .unknown = !cell_is_known(cost),
                              .number =
                                  cell_is_known(cost) ? round_quotient((wide)cost.amount * SHARE_ONE, billionths) : 0,
                              .key = key };
}

enum { GRAMS = 1000 };

static struct doc_cell times_cell(const struct span *span, const char *key)
{
    return cell_count(span->activities.times, key);
}

static struct doc_cell digital_cell(const struct span *span, const char *key)
{
    return cell_count(span->activities.digital_times, key);
}

/* Those are in no year either, but in the whole. */
static struct doc_cell without_month_cell(const struct span *span, const char *key)
{
    bool is_whole = span->first == span->plan->first && span->last == plan_last(span->plan);
    return is_whole ? cell_count(span->activities.without_month, key) : (struct doc_cell){ .kind = CELL_EMPTY };
}

static struct doc_cell participants_cell(const struct span *span, const char *key)
{
    return cell_count(span->activities.participants, key);
}

static struct doc_cell hours_cell(const struct span *span, const char *key)
{
    return cell_billionths(span->activities.participant_hours, key);
}

static struct doc_cell meeting_hours_cell(const struct span *span, const char *key)
{
    return cell_billionths(span->activities.hours, key);
}

static struct doc_cell digital_hours_cell(const struct span *span, const char *key)
{
    return cell_billionths(span->activities.digital_hours, key);
}

static struct doc_cell members_cell(const struct span *span, const char *key)
{
    return span->members ? cell_count(span->members, key) : (struct doc_cell){ .kind = CELL_EMPTY };
}

static struct doc_cell cost_per_member_cell(const struct span *span, const char *key)
{
    return cell_each(span->activities.cost, (wide)span->members * SHARE_ONE, key);
}

static struct doc_cell cost_cell(const struct span *span, const char *key)
{
    return cell_rows(span->doc, span->plan, activity_costs, &everything, (struct months){ span->first, span->last },
                     key);
}

static struct doc_cell cost_per_participant_cell(const struct span *span, const char *key)
{
    return cell_each(span->activities.cost_of_attended, (wide)span->activities.participants * SHARE_ONE, key);
}

static struct doc_cell cost_per_hour_cell(const struct span *span, const char *key)
{
    return cell_each(span->activities.cost_of_measured, span->activities.participant_hours, key);
}

static struct doc_cell emissions_cell(const struct span *span, const char *key)
{
    return cell_billionths(span->travel.grams * (SHARE_ONE / GRAMS), key);
}

static struct doc_cell emissions_per_participant_cell(const struct span *span, const char *key)
{
    if (!span->activities.participants)
        return (struct doc_cell){ .kind = CELL_EMPTY };
    const wide tenth = GRAMS / 10, share_of = (wide)span->activities.participants * tenth;
    return cell_billionths((span->travel.grams + share_of / 2) / share_of * (SHARE_ONE / 10), key);
}

static struct doc_cell flights_cell(const struct span *span, const char *key)
{
    return cell_count(span->travel.flights, key);
}

static struct doc_cell compensated_cell(const struct span *span, const char *key)
{
    return cell_count(span->travel.compensated, key);
}

static bool has_activities(const struct span *whole)
{
    return whole->activities.activities > 0;
}

static bool has_words_alone(const struct span *whole)
{
    return whole->activities.without_month > 0;
}

static bool has_meeting_hours(const struct span *whole)
{
    return whole->activities.hours > 0;
}

static bool has_digital_hours(const struct span *whole)
{
    return whole->activities.digital_hours > 0;
}

static bool has_cost(const struct span *whole)
{
    return !cell_is_known(whole->activities.cost) || whole->activities.cost.amount;
}

static bool has_members(const struct span *whole)
{
    return has_cost(whole) && members_in(whole->plan, month_year(whole->last)) > 0;
}

static bool has_participants(const struct span *whole)
{
    return whole->activities.participants > 0;
}

static bool has_hours(const struct span *whole)
{
    return whole->activities.participant_hours > 0;
}

static bool has_cost_of_attended(const struct span *whole)
{
    return has_cost(whole) && has_participants(whole);
}

static bool has_cost_of_measured(const struct span *whole)
{
    return has_cost(whole) && has_hours(whole);
}

static bool has_emissions(const struct span *whole)
{
    return whole->travel.measured;
}

static bool has_flights(const struct span *whole)
{
    return whole->travel.flights > 0;
}

static const struct indicator {
    const char *key, *label;
    int indent;
    struct doc_cell (*cell)(const struct span *span, const char *key);
    bool (*is_shown)(const struct span *whole);
} indicators[] = {
    { "times", N_("occasions"), 0, times_cell, has_activities },
    { "digital", N_("of which digital"), 1, digital_cell, has_activities },
    { "hours", N_("hours of meetings"), 0, meeting_hours_cell, has_meeting_hours },
    { "digital_hours", N_("of which digital"), 1, digital_hours_cell, has_digital_hours },
    { "without_month", N_("activities in no month"), 0, without_month_cell, has_words_alone },
    { "participants", N_("participants"), 0, participants_cell, has_participants },
    { "participant_hours", N_("participant-hours"), 0, hours_cell, has_hours },
    { "cost", N_("cost of activities"), 0, cost_cell, has_cost },
    { "cost_per_participant", N_("cost per participant"), 0, cost_per_participant_cell, has_cost_of_attended },
    { "cost_per_hour", N_("cost per participant-hour"), 0, cost_per_hour_cell, has_cost_of_measured },
    { "members", N_("members"), 0, members_cell, has_members },
    { "cost_per_member", N_("cost per member"), 0, cost_per_member_cell, has_members },
    { "kg_co2e", N_("kg CO2e of travel"), 0, emissions_cell, has_emissions },
    { "kg_co2e_per_participant", N_("kg CO2e per participant"), 0, emissions_per_participant_cell, has_emissions },
    { "flights", N_("flights"), 0, flights_cell, has_flights },
    { "compensated", N_("of which compensated"), 1, compensated_cell, has_flights },
};

static struct span span_of(struct doc *doc, const struct plan *plan, month first, month last)
{
    bool is_year = month_year(first) == month_year(last);
    return (struct span){ .doc = doc,
                          .plan = plan,
                          .first = first,
                          .last = last,
                          .activities = activities_sum(plan, &everything, first, last),
                          .travel = travel_sum(plan, first, last),
                          .members = is_year ? members_in(plan, month_year(first)) : 0 };
}

static void add_years(struct doc *doc, const struct plan *plan)
{
    const struct periods years = periods_new(plan, BY_YEAR);
    const struct span whole = span_of(doc, plan, plan->first, plan_last(plan));
    struct doc_column *columns = arena_take(doc->arena, (size_t)years.count + 1, sizeof *columns);
    for (int i = 0; i < years.count; i++)
        columns[i] = (struct doc_column){ period_title(&years, i, doc->arena), -1, false };
    columns[years.count] = (struct doc_column){ tr(N_("Total")), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Indicators")), "", columns, years.count + 1);
    table->labels_wrap = true;
    for (size_t r = 0; r < sizeof indicators / sizeof *indicators; r++) {
        const struct indicator *indicator = &indicators[r];
        if (!indicator->is_shown(&whole))
            continue;
        struct doc_row *row = doc_row(doc, table, tr(indicator->label), indicator->indent);
        for (int i = 0; i < years.count; i++) {
            const struct span year = span_of(doc, plan, period_first(&years, i), period_last(&years, i));
            row->cells[i] = indicator->cell(&year, arena_text(doc->arena, "indicators.years.%s.%s",
                                                              period_title(&years, i, doc->arena), indicator->key));
        }
        row->cells[years.count] =
            indicator->cell(&whole, arena_text(doc->arena, "indicators.total.%s", indicator->key));
    }
}

/* A table of groups: which activities each takes. */
struct grouping {
    struct doc *doc;
    const struct plan *plan;
    struct doc_table *table;
    struct cell cost;   /* of all */
    struct cell budget; /* of all years; nothing where none is stated */
    bool shows_digital, shows_budget;
    bool shows_people, shows_cost; /* where there are any */
};

static struct cell whole_budget(const struct plan *plan)
{
    const struct activities *stated = project_activities(plan->project);
    if (!stated || !fact_is_stated(stated->budget))
        return (struct cell){ 0 };
    struct cell budget = activities_budget(plan);
    budget.amount *= years_count(plan_years(plan));
    return budget;
}

static void open_table(struct grouping *grouping, const char *caption, const char *title)
{
    struct doc *doc = grouping->doc;
    struct doc_column columns[7];
    int count = 0;
    const struct span whole = span_of(doc, grouping->plan, grouping->plan->first, plan_last(grouping->plan));
    grouping->shows_people = has_participants(&whole);
    grouping->shows_cost = has_cost(&whole);
    grouping->cost = whole.activities.cost;
    columns[count++] = (struct doc_column){ tr(N_("Activities")), -1, false };
    columns[count++] = (struct doc_column){ tr(N_("Occasions")), -1, false };
    if (grouping->shows_digital)
        columns[count++] = (struct doc_column){ tr(N_("Digital")), -1, false };
    if (grouping->shows_people)
        columns[count++] = (struct doc_column){ text_capital(doc->arena, tr(N_("participants"))), -1, false };
    if (grouping->shows_cost) {
        columns[count++] = (struct doc_column){ tr(N_("The cost")), -1, false };
        columns[count++] = (struct doc_column){ tr(N_("Of the cost")), -1, false };
    }
    if (grouping->shows_cost && grouping->shows_budget)
        columns[count++] = (struct doc_column){ tr(N_("Of the budget")), -1, false };
    grouping->table = doc_table(doc, caption, title, columns, count);
    grouping->table->labels_wrap = true;
}

static struct doc_cell part_cell(struct cell part, struct cell whole, const char *key)
{
    share quotient = 0;
    bool is_known = cell_is_known(part) && cell_is_known(whole);
    if (is_known && !money_share(part.amount, whole.amount, &quotient))
        return (struct doc_cell){ .kind = CELL_EMPTY };
    return cell_share(quotient, !is_known, key);
}

static void add_group(struct grouping *grouping, const struct activity_choice *choice, const char *label,
                      const char *path)
{
    struct doc *doc = grouping->doc;
    const struct plan *plan = grouping->plan;
    const struct activity_sums sums = activities_sum(plan, choice, plan->first, plan_last(plan));
    if (!sums.activities)
        return;
    struct doc_row *row = doc_row(doc, grouping->table, label, 0);
    struct doc_cell *cell = row->cells;
    *cell++ = cell_count(sums.activities, arena_text(doc->arena, "%s.activities", path));
    *cell++ = cell_count(sums.times, arena_text(doc->arena, "%s.times", path));
    if (grouping->shows_digital)
        *cell++ = cell_count(sums.digital_times, arena_text(doc->arena, "%s.digital", path));
    if (grouping->shows_people)
        *cell++ = cell_count(sums.participants, arena_text(doc->arena, "%s.participants", path));
    if (!grouping->shows_cost)
        return;
    *cell++ = cell_rows(doc, plan, activity_costs, choice, plan_months(plan), arena_text(doc->arena, "%s.cost", path));
    *cell++ = part_cell(sums.cost, grouping->cost, arena_text(doc->arena, "%s.share", path));
    if (grouping->shows_budget)
        *cell++ = part_cell(sums.cost, grouping->budget, arena_text(doc->arena, "%s.share_of_budget", path));
}

static void add_all(struct grouping *grouping)
{
    bool leaves_out = activities_count(grouping->plan->project, ACTIVITY_DORMANT) > 0;
    add_group(grouping, &everything,
              leaves_out ? tr(N_("All but dormant or cancelled ones")) : tr(N_("All activities")), "indicators.all");
    if (grouping->table->rows.count)
        grouping->table->rows.items[grouping->table->rows.count - 1].is_total = true;
}

typedef LIST(const char *) name_list;

/* Each name once, in the order in which the file says them. */
static name_list arenas_of(const struct project *project, struct arena *arena)
{
    name_list names = { 0 };
    const struct section_list *all = &project->of[SECTION_ACTIVITY];
    for (int i = 0; i < all->count; i++) {
        const struct value *value = &((const struct activity *)all->items[i])->arena->value;
        for (int k = 0; k < value->count; k++) {
            bool is_known = false;
            for (int n = 0; n < names.count; n++)
                is_known = is_known || text_same(names.items[n], value->names[k]);
            if (!is_known)
                *list_add(&names, arena) = value->names[k];
        }
    }
    return names;
}

static void add_arenas(struct doc *doc, const struct plan *plan)
{
    const name_list names = arenas_of(plan->project, doc->arena);
    if (!names.count)
        return;
    struct grouping grouping = { .doc = doc, .plan = plan, .shows_digital = true };
    open_table(&grouping, tr(N_("By group")), tr(N_("Group")));
    for (int i = 0; i < names.count; i++) {
        const struct activity_choice choice = { .arena = names.items[i] };
        add_group(&grouping, &choice, names.items[i],
                  arena_text(doc->arena, "indicators.by_arena.%s", key_name(doc->arena, names.items[i])));
    }
    const struct activity_choice unstated = { .arena = "" };
    add_group(&grouping, &unstated, tr(N_("Not stated")), "indicators.without_arena");
    add_all(&grouping);
    doc_text(doc, TONE_NEUTRAL, tr(N_("An occasion of several groups is counted in each of them, and once in all.")));
}

/* Whether every activity is in the group, so that a table of groups says nothing. */
static bool holds_all(const struct plan *plan, const struct activity_choice *choice)
{
    return activities_sum(plan, choice, plan->first, plan_last(plan)).activities ==
           activities_sum(plan, &everything, plan->first, plan_last(plan)).activities;
}

static void add_forms(struct doc *doc, const struct plan *plan)
{
    const struct activity_choice unstated = { .form = -1 };
    if (holds_all(plan, &unstated))
        return;
    struct grouping grouping = { .doc = doc, .plan = plan };
    open_table(&grouping, tr(N_("By form")), tr(N_("Form")));
    for (int i = 0; words_form[i].english; i++) {
        const struct activity_choice choice = { .form = words_form[i].code + 1 };
        add_group(&grouping, &choice, text_capital(doc->arena, doc_word(doc, words_form, words_form[i].code)),
                  arena_text(doc->arena, "indicators.by_form.%s", words_form[i].english));
    }
    add_group(&grouping, &unstated, tr(N_("Not stated")), "indicators.by_form.none");
}

static void add_priorities(struct doc *doc, const struct plan *plan)
{
    const struct activity_choice unstated = { .priority = -1 };
    if (holds_all(plan, &unstated))
        return;
    const struct activities *stated = project_activities(plan->project);
    struct grouping grouping = {
        .doc = doc, .plan = plan, .budget = whole_budget(plan), .shows_budget = stated && fact_is_stated(stated->budget)
    };
    open_table(&grouping, tr(N_("By priority")), tr(N_("Priority")));
    for (int i = 1; i <= 3; i++) {
        const struct activity_choice choice = { .priority = i };
        add_group(&grouping, &choice, arena_text(doc->arena, "%d", i),
                  arena_text(doc->arena, "indicators.by_priority.%d", i));
    }
    add_group(&grouping, &unstated, tr(N_("Not stated")), "indicators.by_priority.none");
}

void indicators_contents(struct doc *doc, const struct plan *plan)
{
    add_years(doc, plan);
    add_arenas(doc, plan);
    add_forms(doc, plan);
    add_priorities(doc, plan);
}
