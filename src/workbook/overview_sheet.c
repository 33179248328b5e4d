#include "overview_sheet.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>

#include "cash_sheet.h"
#include "checks_sheet.h"
#include "reserve_sheet.h"
#include "spots.h"

enum { FIRST_ROW = 7, CHART_ROWS = 16, CASH_COLUMN = 2, EQUITY_COLUMN = 6 };

static void put_title(struct making *making)
{
    const struct project *project = making->plan->project;
    struct book_sheet *sheet = making->overview;
    sheet_put_text(making->book, sheet, 0, 0, ROLE_TITLE, making->book->title);
    const char *version = version_title(making->arena, project);
    int row = 1;
    if (version)
        sheet_put_text(making->book, sheet, row++, 0, ROLE_PLAIN, version);
    if (fact_is_stated(project->reference))
        sheet_put_text(making->book, sheet, row++, 0, ROLE_PLAIN, project->reference->value.text);
    if (project->scenario_count)
        sheet_put_text(making->book, sheet, row++, 0, ROLE_PLAIN,
                       arena_text(making->arena, tr(N_("Scenario: %s")),
                                  stack_title(making->arena, project, project->scenario_count)));
    if (making->doc->scenario)
        sheet_put_text(making->book, sheet, row, 0, ROLE_PLAIN, making->doc->scenario);
}

/* A figure over the years and in all; a name where it is asked for in all. */
static void put_figure(struct making *making, const struct figure_row *from, int row)
{
    const struct plan *plan = making->plan;
    const struct years years = plan_years(plan);
    struct figure figure = { .row = from, .time = TIME_YEAR };
    sheet_put_text(making->book, making->overview, row, 0, ROLE_PLAIN, text_capital(making->arena, tr(from->label)));
    for (int year = years.first; year <= years.last && !from->only_total; year++) {
        figure.first = year_first(year);
        show_node(making, making->overview, row, 1 + year - years.first, figure_node(plan, &figure), ROLE_PLAIN);
    }
    if (from->only_years)
        return;
    figure.time = TIME_TOTAL;
    int column = 1 + years_count(years);
    show_node(making, making->overview, row, column, figure_node(plan, &figure), ROLE_BESIDE);
    book_name_cell(making->book, figure_path_in(making->arena, &figure, making->doc->language), making->overview, row,
                   column);
}

static int put_figures(struct making *making, int row)
{
    const struct years years = plan_years(making->plan);
    sheet_put_text(making->book, making->overview, row, 0, ROLE_HEAD, tr(N_("Figures")));
    for (int year = years.first; year <= years.last; year++)
        sheet_put_number(making->book, making->overview, row, 1 + year - years.first, NUMBER_GENERAL, ROLE_HEAD, year);
    sheet_put_text(making->book, making->overview, row, 1 + years_count(years), ROLE_HEAD, tr(N_("Total")));
    for (int i = 0; i < figure_row_count; i++) {
        const struct figure_row *from = &figure_rows[i];
        if (from->is_compared && from->of == OF_NOTHING && figure_applies(from, making->plan->project))
            put_figure(making, from, ++row);
    }
    return row;
}

/* In rows no wider than the tables above; the last one. */
static int put_paragraph(struct making *making, int row, const char *text)
{
    enum { WIDE = 125 };
    while (text_columns(text) > WIDE) {
        size_t size = 0;
        for (size_t at = strcspn(text, " "); text_width(text, at) <= WIDE; at += 1 + strcspn(text + at + 1, " "))
            size = at;
        sheet_put_text(making->book, making->overview, ++row, 0, ROLE_PLAIN, arena_copy(making->arena, text, size));
        text += size + 1;
    }
    sheet_put_text(making->book, making->overview, ++row, 0, ROLE_PLAIN, text);
    return row;
}

static void put_notes(struct making *making, int row)
{
    static const char *const notes[] = {
        N_("Every figure is a formula over the sheet Inputs: click it, and follow it to what is stated and where."),
        N_("Can be changed here: the yellow cells of Inputs, within the bounds that stand beside them. A status too: a "
           "funder that is rejected pays nothing."),
        N_("Cannot be changed here: from and to, dates of steps, start and end, periods of claims, which funders are "
           "matched, the kind of a funder, new lines and members. Change the project file and have the workbook "
           "written anew."),
        N_("A cell that says #N/A needs a value that is missing, or not in order."),
    };
    sheet_put_text(making->book, making->overview, row, 0, ROLE_PART, tr(N_("Read me")));
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        row = put_paragraph(making, row, tr(notes[i]));
    if (making->of->version)
        sheet_put_text(making->book, making->overview, ++row, 0, ROLE_PLAIN,
                       arena_text(making->arena, tr(N_("Written by medfin %s of these files, each with its SHA-256:")),
                                  making->of->version));
    for (int i = 0; i < making->of->source_count; i++) {
        sheet_put_text(making->book, making->overview, ++row, 0, ROLE_QUIET, making->of->sources[i].name);
        sheet_put_text(making->book, making->overview, row, 1, ROLE_QUIET, making->of->sources[i].digest);
    }
}

/* Whether the workbook still is what medfin computed. */
static void put_state(struct making *making, int row)
{
    struct book_cell *cell =
        sheet_put_formula(making->book, making->overview, row, 0, NUMBER_GENERAL, ROLE_PART,
                          arena_text(making->arena, "IF(%s>0,\"%s\",IF(%s=0,\"%s\",\"%s\"))", making->not_in_order,
                                     tr(N_("A value is not in order: no rule can be judged.")), making->changed,
                                     tr(N_("Every figure is medfin's: no input is changed.")),
                                     tr(N_("Inputs are changed: the figures are those of the changed values."))));
    cell->content = CONTENT_FORMULA_TEXT;
    cell->text = tr(N_("Every figure is medfin's: no input is changed."));
}

static void cost_chart(struct making *making, int head, int row, int column)
{
    int last = years_count(plan_years(making->plan));
    struct book_range years = { making->overview, head, 1, last, false };
    struct book_chart chart = { .row = row, .column = column, .title = tr(N_("Cost and financing")), .count = 2 };
    chart.description = tr(N_("Columns: cost and financing of each year, as in the table of figures."));
    chart.series[0] = (struct book_series){ tr(N_("Cost")), { making->overview, head + 1, 1, last, false }, years };
    chart.series[1] =
        (struct book_series){ tr(N_("Financing")), { making->overview, head + 2, 1, last, false }, years };
    *list_add(&making->overview->charts, making->arena) = chart;
}

void overview_sheet(struct making *making)
{
    making->overview->is_one_page = true;
    put_title(making);
    put_state(making, FIRST_ROW - 2);
    int rules = put_figures(making, FIRST_ROW) + 2;
    int charts = show_checks(making, making->overview, rules) + 1;
    bool has_cost = figure_applies(figure_row("cost"), making->plan->project);
    if (has_cost) {
        cost_chart(making, FIRST_ROW, charts, 0);
        cash_chart(making, making->overview, charts, CASH_COLUMN);
    }
    bool has_equity = equity_chart(making, making->overview, charts, has_cost ? EQUITY_COLUMN : 0);
    put_notes(making, charts + (has_cost || has_equity ? CHART_ROWS : 1));
    sheet_set_width(making->book, making->overview, 0, 1, 36);
    sheet_set_width(making->book, making->overview, 2, 6 + years_count(plan_years(making->plan)), 17);
}
