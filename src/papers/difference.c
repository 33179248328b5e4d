#include <medfin/papers/difference.h>

#include <stdlib.h>

#include <medfin/base/text.h>
#include <medfin/contents/causes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/stated_value.h>
#include <medfin/plan/cash.h>

enum { MOST_BRIDGES = 3, MOST_STEPS = 8, MOST_CURVES = 4, DWARFS = 5 };

/* The steps from one scenario to another, in the figure that they are compared by. */
struct step {
    const char *label;
    money change;
};

struct difference {
    const struct scenario_case *to;
    struct doc_cell from_gap, to_gap;
    LIST(struct step) steps;
    bool unknown;
};

static struct doc_cell gap_of(struct doc *doc, const struct scenario_case *scenario)
{
    const struct figure gap = { .row = figure_row("gap") };
    return cell_figure(doc, scenario->trial.plan, &gap, NULL);
}

static int gap_number(const struct comparison *comparison)
{
    int number = 0;
    while (comparison->figures.items[number].row != figure_row("gap"))
        number++;
    return number;
}

static const struct section *section_of(const struct cause *cause, const struct statement *by)
{
    const struct section *section = project_find(cause->after.project, by->section, by->id);
    return section ? section : project_find(cause->before.project, by->section, by->id);
}

/* "Projektledare, tjänstgöringsgrad: 50 % → 100 %"; of values that change together the first. */
static const char *cause_label(struct doc *doc, const struct cause *cause)
{
    if (cause->is_rest)
        return tr(N_("All further changes together"));
    const struct changed_value *changed = &cause->values.items[0];
    const bool has_id = section_rows[changed->statement->section].has_id;
    const struct section *section = has_id ? section_of(cause, changed->statement) : NULL;
    const char *title = stated_title(doc, section, changed->statement);
    if (cause->values.count > 1)
        return arena_text(doc->arena, tr(N_("%s, and %d more")), title, cause->values.count - 1);
    return arena_text(doc->arena, "%s: %s → %s", title, changed_shown(doc, changed, changed->from),
                      changed_shown(doc, changed, changed->to));
}

/* What changes nothing is no step; and a long row of steps goes together section by section. */
static void add_step(struct doc *doc, struct difference *difference, const char *label, money change)
{
    if (change)
        *list_add(&difference->steps, doc->arena) = (struct step){ label, change };
}

static void add_by_section(struct doc *doc, struct difference *difference, const cause_list *causes,
                           const money *changes)
{
    for (int i = 0, last; i < causes->count; i = last) {
        const struct cause *cause = &causes->items[i];
        const struct statement *by = cause->is_rest ? NULL : cause->values.items[0].statement;
        money sum = 0;
        for (last = i; last < causes->count; last++) {
            const struct cause *next = &causes->items[last];
            const struct statement *same = next->is_rest ? NULL : next->values.items[0].statement;
            if ((by == NULL) != (same == NULL) || (by && same && section_of(cause, by) != section_of(next, same) &&
                                                   (by->section != same->section || by->id != same->id)))
                break;
            sum += changes[last];
        }
        const struct section *section = by ? section_of(cause, by) : NULL;
        add_step(doc, difference, section ? section_title(section) : cause_label(doc, cause), sum);
    }
}

static struct step take_smallest(struct difference *difference)
{
    struct step *steps = difference->steps.items;
    int small = 0;
    for (int i = 1; i < difference->steps.count; i++)
        small = llabs(steps[i].change) < llabs(steps[small].change) ? i : small;
    const struct step taken = steps[small];
    difference->steps.count--;
    for (int i = small; i < difference->steps.count; i++)
        steps[i] = steps[i + 1];
    return taken;
}

/* The smallest go together, as a step of their own, where there are still too many. */
static void merge_smallest(struct doc *doc, struct difference *difference)
{
    money together = 0;
    if (difference->steps.count <= MOST_STEPS)
        return;
    while (difference->steps.count >= MOST_STEPS)
        together += take_smallest(difference).change;
    add_step(doc, difference, tr(N_("Smaller changes together")), together);
}

static struct difference difference_of(struct doc *doc, const struct comparison *comparison, int at)
{
    const struct scenario_case *cases = comparison->cases;
    struct difference difference = { .to = &cases[at],
                                     .from_gap = gap_of(doc, &cases[0]),
                                     .to_gap = gap_of(doc, &cases[at]) };
    const struct years years = compared_years(comparison);
    difference.unknown = difference.from_gap.unknown || difference.to_gap.unknown;
    if (difference.unknown)
        return difference;
    const cause_list causes = compare_causes(comparison, &cases[0], &cases[at], years, doc->arena);
    money *changes = arena_take(doc->arena, (size_t)causes.count + 1, sizeof *changes);
    for (int i = 0; i < causes.count; i++) {
        const struct cell change = measured_change(comparison, &causes.items[i].before, &causes.items[i].after,
                                                   years_count(years), gap_number(comparison));
        changes[i] = change.amount;
        difference.unknown = difference.unknown || !cell_is_known(change);
        add_step(doc, &difference, cause_label(doc, &causes.items[i]), change.amount);
    }
    if (difference.steps.count > MOST_STEPS) {
        difference.steps.count = 0;
        add_by_section(doc, &difference, &causes, changes);
        merge_smallest(doc, &difference);
    }
    return difference;
}

/* The largest against and all for it, where one against is larger; or that one answer decides. */
static const char *message_of(struct doc *doc, const struct difference *difference)
{
    const char *title = difference->to->title;
    if (difference->steps.count == 1)
        return arena_text(doc->arena, tr(N_("%s: one change decides all.")), title);
    return arena_text(doc->arena, "%s.", title);
}

static void add_row(struct doc *doc, struct doc_chart *chart, struct doc_table *table, const char *label,
                    struct doc_cell cell, struct chart_step step)
{
    const int at = table->rows.count;
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->cells[0] = cell;
    row->is_total = step.is_level;
    chart->categories[at] = label;
    chart->steps[at] = step;
    chart->series.items[0].values[at].number = step.is_level ? chart_value_of(doc, &cell).number : cell.number;
}

static void add_bridge(struct doc *doc, const struct comparison *comparison, const struct difference *difference,
                       struct doc_chart **chart)
{
    const int count = difference->steps.count + 2;
    const struct doc_column column = { "", -1, false };
    *chart = doc_chart(doc, CHART_BRIDGE, tr(N_("Financing minus cost")), count);
    (*chart)->message = message_of(doc, difference);
    (*chart)->by_row = true;
    (*chart)->steps = arena_take(doc->arena, (size_t)count, sizeof *(*chart)->steps);
    chart_series(doc, *chart, "");
    struct doc_table *table =
        doc_chart_table(doc, arena_text(doc->arena, "%s %s", (*chart)->message, (*chart)->title), "", &column, 1);
    table->labels_wrap = true;
    const struct chart_step level = { .look = LOOK_END, .is_level = true };
    add_row(doc, *chart, table, comparison->cases[0].title, difference->from_gap, level);
    for (int i = 0; i < difference->steps.count; i++) {
        const struct step *step = &difference->steps.items[i];
        add_row(doc, *chart, table, step->label, cell_money(step->change, false, NULL),
                (struct chart_step){ .look = step->change < 0 ? LOOK_LESS : LOOK_PROPOSED });
    }
    add_row(doc, *chart, table, difference->to->title, difference->to_gap, level);
    (*chart)->description = tr(N_("The table holds the figures."));
}

void differences_contents(struct doc *doc, const struct comparison *comparison)
{
    struct doc_chart *charts[MOST_BRIDGES];
    int drawn = 0;
    int64_t least = 0, greatest = 0;
    for (int i = 1; i < comparison->count && drawn < MOST_BRIDGES; i++) {
        const struct difference difference = difference_of(doc, comparison, i);
        if (difference.unknown || !difference.steps.count)
            continue;
        if (!drawn)
            doc_heading(doc, 2, tr(N_("What makes the difference")));
        add_bridge(doc, comparison, &difference, &charts[drawn]);
        int64_t low, high;
        chart_bridge_range(charts[drawn++], &low, &high);
        least = low < least ? low : least;
        greatest = high > greatest ? high : greatest;
    }
    for (int i = 0; i < drawn; i++) {
        charts[i]->scale_least = least;
        charts[i]->scale_greatest = greatest;
    }
    if (drawn)
        doc_text(doc, TONE_NEUTRAL,
                 tr(N_("Each change in the order of the file, on top of the ones before; every picture has the same "
                       "scale.")));
}

static bool is_drawn(const struct scenario_case *scenario)
{
    const struct figure lowest = { .row = figure_row("lowest_cash") };
    return figure_applies(lowest.row, scenario->trial.project) && lowest_cash_month(scenario->trial.plan, &lowest) >= 0;
}

/* Between its lowest and its highest. */
static money span_of(const struct scenario_case *scenario, struct arena *arena)
{
    const struct cash *cash = cash_build(scenario->trial.plan, arena);
    money least = cash->opening.amount, most = least;
    for (int i = 0; i < cash->count; i++) {
        least = cash->balance[i].amount < least ? cash->balance[i].amount : least;
        most = cash->balance[i].amount > most ? cash->balance[i].amount : most;
    }
    return most - least;
}

static void add_curve(struct doc *doc, struct doc_chart *chart, const struct scenario_case *scenario, month first)
{
    struct chart_series *series = chart_series(doc, chart, scenario->title);
    const struct plan *plan = scenario->trial.plan;
    const struct cash *cash = cash_build(plan, doc->arena);
    for (int i = 0; i < chart->category_count; i++) {
        const int own = first + i - plan->first;
        const bool is_there = own >= 0 && own < cash->count;
        series->values[i] = (struct chart_value){ is_there ? cash->balance[own].amount : 0, !is_there };
    }
}

/* When cash runs out, or is lowest, in words: they stand in the legend. */
static void add_marks(struct doc *doc, struct doc_chart *chart, const struct scenario_case *scenario, int series)
{
    const struct chart_value *values = chart->series.items[series].values;
    int below = -1;
    for (int i = 0; i < chart->category_count && below < 0; i++)
        below = !values[i].unknown && values[i].number < 0 ? i : -1;
    if (below >= 0)
        chart_mark(doc, chart, series, below, arena_text(doc->arena, tr(N_("%s: below zero")), scenario->title));
}

/* Each year's end, and the lowest: what a curve is remembered by. */
static void add_ends(struct doc *doc, const struct comparison *comparison, const bool *shown, int count)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)count, sizeof *columns);
    const struct years years = compared_years(comparison);
    const struct figure lowest = { .row = figure_row("lowest_cash") };
    int column = 0;
    for (int i = 0; i < comparison->count; i++)
        if (shown[i])
            columns[column++] = (struct doc_column){ comparison->cases[i].title, -1, true };
    struct doc_table *table = doc_chart_table(doc, tr(N_("Cash at the end of each year")), "", columns, count);
    table->labels_wrap = true;
    for (int year = years.first; year <= years.last + 1; year++) {
        const bool is_year = year <= years.last;
        struct doc_row *row =
            doc_row(doc, table, is_year ? arena_text(doc->arena, "%d", year) : tr(N_("Lowest cash")), 0);
        column = 0;
        for (int i = 0; i < comparison->count; i++) {
            if (!shown[i])
                continue;
            const struct plan *plan = comparison->cases[i].trial.plan;
            const month last = month_earlier(year_last(year), plan_last(plan));
            const struct figure end = { .row = figure_row("cash"), .time = TIME_MONTH, .first = last };
            if (!is_year || last >= month_later(plan->first, year_first(year)))
                row->cells[column] = cell_figure(doc, plan, is_year ? &end : &lowest, NULL);
            column++;
        }
    }
}

static void add_chart(struct doc *doc, const struct comparison *comparison, const bool *shown, const char *title)
{
    month first = 0, last = 0;
    bool any = false;
    for (int i = 0; i < comparison->count; i++) {
        if (!shown[i])
            continue;
        const struct plan *plan = comparison->cases[i].trial.plan;
        const month end = plan->first + cash_build(plan, doc->arena)->count - 1;
        first = any ? month_earlier(first, plan->first) : plan->first;
        last = any ? month_later(last, end) : end;
        any = true;
    }
    struct doc_chart *chart = doc_chart(doc, CHART_LINES, title, last - first + 1);
    for (int i = 0; i < chart->category_count; i++)
        chart->categories[i] = month_text(doc->arena, first + i);
    for (int i = 0; i < comparison->count; i++)
        if (shown[i]) {
            add_curve(doc, chart, &comparison->cases[i], first);
            add_marks(doc, chart, &comparison->cases[i], chart->series.count - 1);
        }
}

/* The one whose span is so many times all others'; −1: none is. */
static int dwarfing(const struct comparison *comparison, const bool *shown, struct arena *arena)
{
    int widest = -1;
    money most = 0, second = 0;
    for (int i = 0; i < comparison->count; i++) {
        const money span = shown[i] ? span_of(&comparison->cases[i], arena) : 0;
        second = span > most ? most : span > second ? span : second;
        widest = span > most ? i : widest;
        most = span > most ? span : most;
    }
    return second && most / DWARFS > second ? widest : -1;
}

void cash_curves_contents(struct doc *doc, const struct comparison *comparison)
{
    bool *shown = arena_take(doc->arena, (size_t)comparison->count, sizeof *shown);
    int count = 0;
    for (int i = 0; i < comparison->count && count < MOST_CURVES; i++) {
        shown[i] = is_drawn(&comparison->cases[i]);
        count += shown[i];
    }
    if (count < 2)
        return;
    doc_heading(doc, 2, tr(N_("Cash month by month")));
    add_chart(doc, comparison, shown, tr(N_("Cash at the end of each month")));
    add_ends(doc, comparison, shown, count);
    const int widest = dwarfing(comparison, shown, doc->arena);
    if (widest < 0)
        return;
    shown[widest] = false;
    add_chart(doc, comparison, shown,
              arena_text(doc->arena, tr(N_("The same without “%s”, enlarged")), comparison->cases[widest].title));
}
