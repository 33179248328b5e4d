#include "scenarios_sheet.h"

#include <medfin/contents/names.h>
#include <medfin/rules/rules.h>

#include "beside.h"
#include "checks_sheet.h"
#include "spots.h"

/* Behind the first, two columns for each scenario: its value, and what that is more than the first's. */
enum { TITLE, TIME, LIVE, FIRST_OTHER, HEAD_ROW = 4, FIRST_ROW = 5 };

struct laying {
    struct making *making;
    struct book_sheet *sheet;
    const struct comparison *comparison;
    int row;
};

static int column_of(int scenario)
{
    return FIRST_OTHER + 2 * (scenario - 1);
}

static void put_heads(const struct laying *laying)
{
    struct making *making = laying->making;
    const struct comparison *comparison = laying->comparison;
    static const char *const titles[] = { N_("Figures"), N_("Time") };
    for (int column = TITLE; column <= TIME; column++)
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column, ROLE_HEAD, tr(titles[column]));
    sheet_put_text(making->book, laying->sheet, HEAD_ROW, LIVE, ROLE_HEAD,
                   arena_text(making->arena, tr(N_("%s (live)")), comparison->cases[0].title));
    for (int i = 1; i < comparison->count; i++) {
        const char *title = comparison->cases[i].title;
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column_of(i), ROLE_HEAD,
                       arena_text(making->arena, tr(N_("%s (medfin's value)")), title));
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column_of(i) + 1, ROLE_HEAD,
                       arena_text(making->arena, tr(N_("%s, difference")), title));
    }
}

/* Of a year, or in all (0). */
static void put_figure(struct laying *laying, int number, int year)
{
    struct making *making = laying->making;
    const struct comparison *comparison = laying->comparison;
    const struct figure figure = compared_in(comparison, number, year);
    node live = years_hold(plan_years(making->plan), year) || !year ? figure_node(making->plan, &figure) : 0;
    if (!live)
        return;
    enum kind kind = graph_node(making->graph, live).kind;
    sheet_put_text(making->book, laying->sheet, laying->row, TITLE, ROLE_PLAIN,
                   text_capital(making->arena, figure_title(making->doc, &comparison->figures.items[number])));
    sheet_put_text(making->book, laying->sheet, laying->row, TIME, ROLE_PLAIN,
                   year ? arena_text(making->arena, "%d", year) : tr(N_("in all")));
    show_node(making, laying->sheet, laying->row, LIVE, live, ROLE_PLAIN);
    for (int i = 1; i < comparison->count; i++) {
        const struct plan *plan = comparison->cases[i].trial.plan;
        bool has_year = !year || years_hold(plan_years(plan), year);
        if (!has_year || !compared_applies(comparison, number, &comparison->cases[i]))
            continue;
        const struct difference of = { column_of(i), LIVE, compared_cell(comparison, number, year, plan),
                                       node_cell(making->plan, live) };
        put_stated(making, laying->sheet, laying->row, column_of(i), kind, of.of);
        put_difference(making, laying->sheet, laying->row, column_of(i) + 1, kind, &of);
    }
    laying->row++;
}

static bool applies(const struct comparison *comparison, const struct rule *rule)
{
    for (int i = 0; i < comparison->count; i++)
        if (finding_gravest(&comparison->cases[i].trial.findings, rule)->verdict != VERDICT_NOT_APPLICABLE)
            return true;
    return false;
}

static void put_rules(struct laying *laying)
{
    struct making *making = laying->making;
    const struct comparison *comparison = laying->comparison;
    int first = laying->row + 1;
    sheet_put_text(making->book, laying->sheet, laying->row++, TITLE, ROLE_PART, tr(N_("Rules")));
    for (int rule = 0; rule < rule_count; rule++) {
        if (!applies(comparison, &rule_rows[rule]) ||
            !show_verdict(making, laying->sheet, laying->row, LIVE, &rule_rows[rule]))
            continue;
        sheet_put_text(making->book, laying->sheet, laying->row, TITLE, ROLE_PLAIN, tr(rule_rows[rule].title));
        for (int i = 1; i < comparison->count; i++) {
            const struct finding *finding = finding_gravest(&comparison->cases[i].trial.findings, &rule_rows[rule]);
            sheet_put_text(making->book, laying->sheet, laying->row, column_of(i), ROLE_QUIET,
                           tr(verdict_title(finding->verdict)));
        }
        laying->row++;
    }
    for (int i = 0; i < comparison->count; i++)
        mark_verdicts(making, laying->sheet, first, laying->row, i ? column_of(i) : LIVE);
}

void scenarios_sheet(struct making *making)
{
    struct laying laying = { making, making->scenarios, making->compared, FIRST_ROW };
    const struct comparison *comparison = making->compared;
    const struct years years = plan_years(making->plan);
    sheet_put_text(making->book, laying.sheet, 0, 0, ROLE_TITLE, tr(N_("Scenarios")));
    sheet_put_text(
        making->book, laying.sheet, 1, 0, ROLE_PLAIN,
        tr(N_("The first is counted anew when an input is changed, and so are the differences. The others are "
              "medfin's values when the workbook was written.")));
    put_heads(&laying);
    for (int number = 0; number < comparison->figures.count; number++) {
        if (!compared_applies(comparison, number, &comparison->cases[0]) ||
            (comparison->shown && !comparison->shown[number]))
            continue;
        for (int year = years.first; year <= years.last && !comparison->figures.items[number].row->only_total; year++)
            put_figure(&laying, number, year);
        if (!comparison->figures.items[number].row->only_years)
            put_figure(&laying, number, 0);
    }
    laying.row++;
    put_rules(&laying);
    sheet_set_width(making->book, laying.sheet, TITLE, TITLE, 40);
    sheet_set_width(making->book, laying.sheet, TIME, TIME, 12);
    sheet_set_width(making->book, laying.sheet, LIVE, column_of(comparison->count) - 1, 20);
    laying.sheet->frozen_rows = FIRST_ROW;
    laying.sheet->frozen_columns = LIVE;
    laying.sheet->repeated_first = laying.sheet->repeated_last = HEAD_ROW;
}
