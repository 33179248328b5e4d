/* What a rule compared, as tables: by year, one after the other, and by reading. */

#include <medfin/contents/rule_figures.h>

#include <assert.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/periods.h>
#include <medfin/doc/rounding.h>
#include <medfin/model/line.h>

/* Money that a node has. */
static struct doc_cell cell_node(struct doc *doc, const struct plan *plan, struct doc_cell cell, node of)
{
    if (!plan || !cell_is_money(&cell) || cell.unknown)
        return cell;
    if (node_cell(plan, of).amount == cell.number)
        return cell_showing(cell, shown_node(shown_of(doc, plan), of));
    return cell;
}

/* What lacks is told to the öre where it would be shown as nothing. */
static struct doc_cell never_nothing(const struct doc *doc, struct doc_cell cell)
{
    cell.exact = cell_is_money(&cell) && !cell.unknown && cell.number < 0 && !cell_shown(&cell, doc->unit->ore);
    return cell;
}

struct doc_cell cell_rule_figure(struct doc *doc, const struct plan *plan, const struct rule_figure *figure,
                                 const char *key)
{
    if (figure->none)
        return (struct doc_cell){ .kind = CELL_EMPTY };
    if (figure->kind == KIND_VERDICT)
        return cell_verdict((enum verdict)figure->number, key);
    struct doc_cell cell = cell_number(figure->kind, figure->number, figure->needs != NULL, key);
    if (figure->is_node)
        cell = cell_node(doc, plan, cell, figure->of);
    return strcmp(figure->key, "margin") == 0 ? never_nothing(doc, cell) : cell;
}

struct doc_cell cell_margin(struct doc *doc, const struct plan *plan, const struct finding *finding, const char *key)
{
    const struct doc_cell cell = cell_number(finding->kind, finding->margin, !finding->has_margin, key);
    const struct doc_cell margin = cell_node(doc, plan, cell, finding->tightest);
    return finding->verdict == VERDICT_PASS ? margin : never_nothing(doc, margin);
}

typedef LIST(const struct rule_figure *) figure_refs;

/* The figures that a page shows: of a reading, or of none. */
static figure_refs shown_figures(struct doc *doc, const struct finding *finding, bool of_readings)
{
    figure_refs shown = { 0 };
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->label && (figure->reading != NULL) == of_readings)
            *list_add(&shown, doc->arena) = figure;
    }
    return shown;
}

/* Figures by year: a row for each label, a column for each year. */
static void add_figures_by_year(struct doc *doc, const struct plan *plan, const struct finding *finding,
                                const figure_refs *figures)
{
    LIST(struct doc_column) columns = { 0 };
    int previous = -1;
    for (int i = 0; i < figures->count; i++) {
        int year = figures->items[i]->year;
        if (year == previous)
            continue;
        *list_add(&columns, doc->arena) =
            (struct doc_column){ .title = year ? arena_text(doc->arena, "%d", year) : tr(N_("Total")), .part_of = -1 };
        previous = year;
    }
    assert(columns.count);
    int rows = figures->count / columns.count;
    for (int i = 0; finding->adds_up && i + 1 < columns.count; i++)
        columns.items[i].part_of = columns.count - 1;
    struct doc_table *table = doc_table(doc, tr(N_("The figures")), "", columns.items, columns.count);
    table->labels_wrap = true;
    for (int r = 0; r < rows; r++) {
        struct doc_row *row = doc_row(doc, table, tr(figures->items[r]->label), 0);
        row->is_total = finding->adds_up && r == rows - 1;
        for (int c = 0; c < columns.count; c++)
            row->cells[c] = cell_rule_figure(doc, plan, figures->items[c * rows + r], NULL);
    }
    if (!finding->adds_up)
        return;
    /* The last is the second less the first. */
    table->rows.items[0].part_of = table->rows.items[1].part_of = rows - 1;
    table->rows.items[0].sign = -1;
}

static bool any_known(const struct finding *finding)
{
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->label && !figure->needs && !figure->none && figure->number && figure->kind != KIND_VERDICT)
            return true;
    }
    return false;
}

static void add_list(struct doc *doc, const struct plan *plan, const char *caption, const figure_refs *figures)
{
    const struct doc_column column = { "", -1, false };
    struct doc_table *table = doc_table(doc, caption, "", &column, 1);
    table->labels_wrap = true;
    for (int i = 0; i < figures->count; i++) {
        const struct rule_figure *figure = figures->items[i];
        doc_row(doc, table, tr(figure->label), 0)->cells[0] = cell_rule_figure(doc, plan, figure, NULL);
    }
}

/* The labels of the first date's figures, which every date has. */
static struct doc_table *readings_table(struct doc *doc, const struct finding *finding, const figure_refs *figures)
{
    const int held = 0, required = 1, margin = 2;
    LIST(struct doc_column) columns = { 0 };
    for (int i = 0; i < figures->count && figures->items[i]->at == figures->items[0]->at &&
                    figures->items[i]->reading == figures->items[0]->reading;
         i++)
        *list_add(&columns, doc->arena) =
            (struct doc_column){ .title = tr(figures->items[i]->label), .part_of = -1, .wraps = true };
    assert(columns.count > (finding->deciding ? margin : 0));
    if (finding->deciding)
        columns.items[required].part_of = columns.items[margin].part_of = held;
    const char *caption = finding->deciding ? N_("The readings of the rule") : N_("What would be required");
    return doc_table(doc, tr(caption), tr(N_("Month")), columns.items, columns.count);
}

/* A rule of several readings: each with its dates, what is held against what is required. */
static void add_readings(struct doc *doc, const struct plan *plan, const struct finding *finding,
                         const figure_refs *figures)
{
    struct doc_table *table = readings_table(doc, finding, figures);
    bool any_between = false;
    for (int i = 0; i < figures->count; i += table->column_count) {
        const struct rule_figure *first = figures->items[i];
        const char *title = text_capital(doc->arena, tr(first->reading->title));
        if (!i || first->reading != figures->items[i - 1]->reading)
            doc_row(doc, table,
                    first->reading == finding->deciding ? arena_text(doc->arena, tr(N_("%s (decides)")), title) : title,
                    0)
                ->is_heading = true;
        struct doc_row *row = doc_row(doc, table, month_text(doc->arena, first->at), 1);
        row->readers = first->is_between ? FOR_DATA : FOR_ALL;
        any_between = any_between || first->is_between;
        for (int c = 0; c < table->column_count; c++)
            row->cells[c] = cell_rule_figure(doc, plan, figures->items[i + c], NULL);
    }
    if (any_between)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_(
                "Tested in every month. Shown are the ends of years, the first month that fails and the tightest; CSV "
                "and JSON hold them all.")));
}

/* Those of years and, where years add up, as many of the whole as each year has; what there is besides is no part of
   them. */
static int count_of_years(const struct finding *finding, const figure_refs *figures)
{
    int count = 0, first = 0;
    while (count < figures->count && figures->items[count]->year)
        first += figures->items[count++]->year == figures->items[0]->year;
    return finding->adds_up && count < figures->count ? count + first : count;
}

static void add_plain(struct doc *doc, const struct plan *plan, const struct finding *finding,
                      const figure_refs *figures)
{
    int count = count_of_years(finding, figures);
    const figure_refs years = { figures->items, count, count };
    const figure_refs rest = { figures->items + count, figures->count - count, figures->count - count };
    if (count)
        add_figures_by_year(doc, plan, finding, &years);
    if (rest.count)
        add_list(doc, plan, count ? tr(N_("Over the whole project")) : tr(N_("The figures")), &rest);
}

/* Tables of nothing but question marks say less than the list of what is unknown. */
void rule_figures_contents(struct doc *doc, const struct plan *plan, const struct finding *finding)
{
    if (!any_known(finding))
        return;
    const figure_refs plain = shown_figures(doc, finding, false), read = shown_figures(doc, finding, true);
    if (plain.count)
        add_plain(doc, plan, finding, &plain);
    if (read.count)
        add_readings(doc, plan, finding, &read);
}

const struct needs *rule_readings_needs(struct arena *arena, const struct finding *finding)
{
    const struct needs *needs = NULL;
    for (int i = 0; i < finding->figure_count; i++)
        if (finding->figures[i].reading)
            needs = needs_union(arena, needs, finding->figures[i].needs);
    return needs;
}

/* The most that the reading would require at any date of test. */
static struct cell most_required(struct doc *doc, const struct finding *finding, const struct rule_reading *reading)
{
    struct cell most = { 0 };
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->reading == reading && strcmp(figure->key, "required") == 0)
            most = cell_most(doc->arena, most, (struct cell){ figure->number, figure->needs });
    }
    return most;
}

void rule_required_contents(struct doc *doc, const struct finding *finding)
{
    struct text list = text_new(doc->arena);
    const struct rule_reading *reading = NULL;
    bool is_any_known = false;
    while ((reading = finding_reading(finding, reading))) {
        struct cell most = most_required(doc, finding, reading);
        is_any_known = is_any_known || cell_is_known(most);
        text_addf(&list, "%s%s (%s)", list.size ? ", " : "", cell_is_known(most) ? money_shown(doc, most.amount) : "?",
                  tr(reading->title));
    }
    if (is_any_known && any_known(finding))
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Reserve: no requirement. It would at most be %s.")), list.bytes));
}

const char *rule_required_text(struct doc *doc, const struct finding *finding)
{
    const struct rule_reading *first = finding_reading(finding, NULL);
    struct cell most = first ? most_required(doc, finding, first) : (struct cell){ 0 };
    if (!first || !cell_is_known(most))
        return first ? tr(N_("not required")) : "";
    return arena_text(doc->arena, tr(N_("not required; would require %s")), money_shown(doc, most.amount));
}

static bool is_cash_cost(const struct row *row)
{
    return row->side == SIDE_COST && !row->in_kind;
}

/* "Projektledare, Lokaler": the lines of cash cost that run, or that do not. */
static const char *lines_named(struct doc *doc, const struct plan *plan, bool runs)
{
    struct text names = text_new(doc->arena);
    for (int i = 0; i < plan->row_count; i++)
        if (is_cash_cost(&plan->rows[i]) && plan->rows[i].running == runs)
            text_addf(&names, "%s%s", names.size ? ", " : "", section_title(plan->rows[i].line));
    return names.bytes;
}

static void add_named(struct doc *doc, const char *words, const char *names)
{
    if (*names)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, words, names));
}

static void add_doubtful(struct doc *doc, const struct plan *plan)
{
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (!is_cash_cost(row) || !line_running_is_doubtful((const struct line *)row->line))
            continue;
        const char *sentence =
            row->running ? N_("%s is counted as running, as its section is unless it says otherwise; lines of its "
                              "category, %s, mostly are not. running = no or yes settles it.")
                         : N_("%s is not counted as running, as its section is not; lines of its category, %s, mostly "
                              "are.");
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena, tr(sentence), section_title(row->line),
                            category_title(doc, &row->category->section)));
    }
}

static void add_running_table(struct doc *doc, const struct plan *plan)
{
    const struct periods years = periods_new(plan, BY_YEAR);
    struct doc_table *table = period_table(doc, &years, tr(N_("What is counted as running")), tr(N_("Line")), NULL);
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        const struct item item = {
            .label = section_title(row->line),
            .of = { .side = COST_SIDE, .form = IN_CASH, .running_only = true, .line = row->line },
        };
        if (is_cash_cost(row) && row->running)
            item_row(doc, table, &years, &item, 0);
    }
}

int running_lines_values(struct doc *doc, const struct plan *plan)
{
    int count = 0;
    for (int i = 0; i < plan->row_count; i++)
        if (is_cash_cost(&plan->rows[i]) && plan->rows[i].running)
            doc_value(doc, cell_text(section_path(doc->arena, plan->rows[i].line, LANGUAGE_EN),
                                     arena_text(doc->arena, "rules.reserve.running_lines[%d]", count++)));
    return count;
}

void running_lines_contents(struct doc *doc, const struct plan *plan, bool is_short)
{
    const int count = running_lines_values(doc, plan);
    if (count && is_short)
        add_named(doc, tr(N_("Counted as running: %s.")), lines_named(doc, plan, true));
    else if (count)
        add_running_table(doc, plan);
    if (!is_short)
        add_named(doc, tr(N_("Not counted as running: %s.")), lines_named(doc, plan, false));
    add_doubtful(doc, plan);
}
