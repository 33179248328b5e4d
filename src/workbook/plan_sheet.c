#include "plan_sheet.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/contents/periods.h>
#include <medfin/plan/sums.h>
#include <medfin/plan/tally.h>

#include "spots.h"

enum plan_column { LABEL, CATEGORY, FORM, ELIGIBLE, RUNNING, PATH, TOTAL, FIRST_PERIOD };
enum { YEAR_ROW = 2, HEAD_ROW = 3, FIRST_ROW = 4, DEEPEST = 4 };

static const struct {
    const char *title;
    double width;
} columns[FIRST_PERIOD] = {
    [LABEL] = { N_("Row"), 44 },         [CATEGORY] = { N_("Category"), 20 }, [FORM] = { N_("Form"), 16 },
    [ELIGIBLE] = { N_("Eligible"), 10 }, [RUNNING] = { N_("Running"), 10 },   [PATH] = { N_("Path"), 30 },
    [TOTAL] = { N_("Total"), 16 },
};

struct laying {
    struct making *making;
    struct book_sheet *sheet;
    const struct plan *plan;
    struct years years;
    int first_month; /* column */
    int row;         /* the next one */
    money most;      /* in any month */
};

static int year_column(const struct laying *laying, int year)
{
    return FIRST_PERIOD + year - laying->years.first;
}

static void put_head(const struct laying *laying)
{
    struct making *making = laying->making;
    sheet_put_text(making->book, laying->sheet, 0, 0, ROLE_TITLE, tr(N_("Plan")));
    sheet_put_text(making->book, laying->sheet, 1, 0, ROLE_PLAIN,
                   tr(N_("Kronor by year and month. What a row is made of stands below it, in grey.")));
    for (int column = 0; column < FIRST_PERIOD; column++) {
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column, ROLE_HEAD, tr(columns[column].title));
        sheet_set_width(making->book, laying->sheet, column, column, columns[column].width);
    }
    for (int year = laying->years.first; year <= laying->years.last; year++)
        sheet_put_number(making->book, laying->sheet, HEAD_ROW, year_column(laying, year), NUMBER_GENERAL, ROLE_HEAD,
                         year);
    for (int i = 0; i < laying->plan->count; i++) {
        month at = laying->plan->first + i;
        sheet_put_number(making->book, laying->sheet, YEAR_ROW, laying->first_month + i, NUMBER_GENERAL, ROLE_QUIET,
                         month_year(at));
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, laying->first_month + i, ROLE_HEAD,
                       month_text(making->arena, at));
    }
    sheet_set_width(making->book, laying->sheet, FIRST_PERIOD, laying->first_month - 1, 14);
    laying->sheet->frozen_rows = FIRST_ROW;
    laying->sheet->frozen_columns = 1;
    laying->sheet->repeated_first = YEAR_ROW;
    laying->sheet->repeated_last = HEAD_ROW;
    laying->sheet->first_page = laying->first_month;
    laying->sheet->page = MONTHS_OF_A_YEAR;
}

/* What the months of a row are made of, operand by operand: one more row where it is no leaf and has no cell yet. */

static bool is_family(const struct making *making, const node *nodes, int count, struct node_view *like)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        struct node_view view = graph_node(making->graph, nodes[i]);
        if (!nodes[i] || view.op <= OP_FACT)
            continue;
        if (!found++)
            *like = view;
        else if (view.op != like->op || !text_equal(view.label, like->label))
            return false;
    }
    return found > 1;
}

static void lay_family(struct laying *laying, const node *nodes, int depth);

/* The operands at one place of all months, those that have a cell already left out. */
static void lay_operands(struct laying *laying, const node *nodes, int place, int depth)
{
    struct making *making = laying->making;
    node *operands = arena_take(making->arena, (size_t)laying->plan->count, sizeof *operands);
    int fresh = 0;
    for (int i = 0; i < laying->plan->count; i++) {
        struct node_view view = graph_node(making->graph, nodes[i]);
        node of = nodes[i] && place < view.count ? operand_node(view.parts[place]) : 0;
        bool is_again = i && of == operands[i - 1];
        bool is_told = !of || graph_node(making->graph, of).op <= OP_FACT || (spot_of(making, of) && !is_again);
        operands[i] = is_told ? 0 : of;
        fresh += operands[i] && !is_again;
    }
    if (fresh)
        lay_family(laying, operands, depth);
}

static void lay_made_of(struct laying *laying, const node *nodes, int depth)
{
    struct node_view like;
    if (depth > DEEPEST || !is_family(laying->making, nodes, laying->plan->count, &like))
        return;
    for (int place = 0; place < like.count && place < 3; place++)
        lay_operands(laying, nodes, place, depth);
}

static void lay_family(struct laying *laying, const node *nodes, int depth)
{
    struct making *making = laying->making;
    struct node_view like;
    if (!is_family(making, nodes, laying->plan->count, &like))
        return;
    int row = laying->row++;
    sheet_put_text(making->book, laying->sheet, row, LABEL, ROLE_QUIET,
                   arena_text(making->arena, "%*s%s", 2 * depth, "", tr(like.label)));
    for (int i = 0; i < laying->plan->count; i++)
        if (nodes[i])
            show_node(making, laying->sheet, row, laying->first_month + i, nodes[i], ROLE_QUIET);
    *list_add(&laying->sheet->rows, making->arena) = (struct book_row){ row, 1 };
    lay_made_of(laying, nodes, depth + 1);
}

/* Rows of the plan. */

static const char *yes_no(const struct laying *laying, bool is)
{
    return doc_word(laying->making->doc, words_yes_no, is);
}

static void put_kind(struct laying *laying, const struct row *row)
{
    struct making *making = laying->making;
    struct book *book = making->book;
    int at = laying->row;
    const char *title = row->side == SIDE_COST ? section_title(row->line) : payer_title(making->doc, row_payer(row));
    sheet_put_text(book, laying->sheet, at, LABEL, ROLE_PLAIN, title);
    const char *form = row->in_kind ? tr(N_("in kind")) : tr(N_("in cash"));
    sheet_put_text(book, laying->sheet, at, FORM, ROLE_PLAIN, form);
    sheet_put_text(book, laying->sheet, at, PATH, ROLE_PLAIN,
                   section_path(making->arena, row->line, making->doc->language));
    if (row->side != SIDE_COST)
        return;
    sheet_put_text(book, laying->sheet, at, CATEGORY, ROLE_PLAIN, category_title(making->doc, &row->category->section));
    sheet_put_text(book, laying->sheet, at, ELIGIBLE, ROLE_PLAIN, yes_no(laying, row->eligible));
    sheet_put_text(book, laying->sheet, at, RUNNING, ROLE_PLAIN, yes_no(laying, row->running));
}

static void show_month(struct laying *laying, int row, int i, node of, enum book_role role)
{
    const money amount = llabs(node_cell(laying->plan, of).amount);
    laying->most = amount > laying->most ? amount : laying->most;
    show_node(laying->making, laying->sheet, row, laying->first_month + i, of, role);
}

/* No wider than a year's months go on a page. */
static void set_month_width(struct laying *laying)
{
    enum { LEAST = 11, SIGN_AND_ROOM = 2 };
    struct arena *arena = laying->making->arena;
    const int width = text_columns(money_text(arena, laying->most, LANGUAGE_SV)) - (int)strlen(" kr") + SIGN_AND_ROOM;
    sheet_set_width(laying->making->book, laying->sheet, laying->first_month,
                    laying->first_month + laying->plan->count - 1, width > LEAST ? width : LEAST);
}

static void lay_row(struct laying *laying, struct row *row)
{
    struct making *making = laying->making;
    const struct plan *plan = laying->plan;
    int at = laying->row;
    put_kind(laying, row);
    for (int i = 0; i < plan->count; i++)
        if (row->months[i])
            show_month(laying, at, i, row->months[i], ROLE_PLAIN);
    for (int year = laying->years.first; year <= laying->years.last; year++) {
        struct months over = months_shared(months_of_year(year), plan_months(plan));
        show_node(making, laying->sheet, at, year_column(laying, year), row_over(plan, row, over.first, over.last),
                  ROLE_PLAIN);
    }
    show_node(making, laying->sheet, at, TOTAL, row_over(plan, row, plan->first, plan_last(plan)), ROLE_BESIDE);
    laying->row++;
    if (!row_is_mirror(row))
        lay_made_of(laying, row->months, 1);
}

/* Of one side over all periods, or of financing less cost. */
static void lay_figure(struct laying *laying, const char *title, const char *path)
{
    struct making *making = laying->making;
    const struct plan *plan = laying->plan;
    struct figure figure = { .row = figure_row(path) };
    int at = laying->row++;
    sheet_put_text(making->book, laying->sheet, at, LABEL, ROLE_TOTAL, title);
    sheet_put_text(making->book, laying->sheet, at, PATH, ROLE_PLAIN,
                   figure_name_in(making->arena, &figure, making->doc->language));
    figure.time = TIME_MONTH;
    for (int i = 0; i < plan->count; i++) {
        figure.first = plan->first + i;
        show_month(laying, at, i, figure_node(plan, &figure), ROLE_TOTAL);
    }
    figure.time = TIME_YEAR;
    for (int year = laying->years.first; year <= laying->years.last; year++) {
        figure.first = year_first(year);
        show_node(making, laying->sheet, at, year_column(laying, year), figure_node(plan, &figure), ROLE_TOTAL);
    }
    figure.time = TIME_TOTAL;
    show_node(making, laying->sheet, at, TOTAL, figure_node(plan, &figure), ROLE_TOTAL);
}

static void lay_side(struct laying *laying, enum side side, const char *title, const char *total, const char *path)
{
    sheet_put_text(laying->making->book, laying->sheet, laying->row++, LABEL, ROLE_PART, title);
    for (int i = 0; i < laying->plan->row_count; i++)
        if (laying->plan->rows[i].side == side)
            lay_row(laying, &laying->plan->rows[i]);
    lay_figure(laying, total, path);
    laying->row++;
}

void plan_sheet(struct making *making)
{
    const struct plan *plan = making->plan;
    struct laying laying = { making, making->figures, plan, plan_years(plan), 0, FIRST_ROW, 0 };
    laying.first_month = FIRST_PERIOD + years_count(laying.years);
    put_head(&laying);
    lay_side(&laying, SIDE_COST, tr(N_("Cost")), tr(N_("Total cost")), "cost");
    lay_side(&laying, SIDE_FINANCING, tr(N_("Financing")), tr(N_("Total financing")), "financing");
    lay_figure(&laying, text_capital(making->arena, tr(figure_row("gap")->label)), "gap");
    set_month_width(&laying);
}
