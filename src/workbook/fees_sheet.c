#include "fees_sheet.h"

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/plan/fees.h>

#include "spots.h"

/* Behind the names two columns a year: the fee of one, and of all. */
enum { PAYER, TARIFF, YEAR_COLUMN, HEAD_ROW = 3, FIRST_ROW = 4 };

/* Who pays by a tariff: a member, or the equal ones that have been there before, or that are new. */
struct payer_row {
    const struct tariff *tariff;
    const struct member *member;
    bool are_new;
};

struct laying {
    struct making *making;
    struct book_sheet *sheet;
    struct years years;
    LIST(struct payer_row) rows;
    int from; /* the first row of the tariff */
};

static int row_of(struct laying *laying, const struct fee *fee)
{
    int i = laying->from;
    while (i < laying->rows.count &&
           (laying->rows.items[i].member != fee->member || laying->rows.items[i].are_new != fee->are_new))
        i++;
    if (i == laying->rows.count)
        *list_add(&laying->rows, laying->making->arena) = (struct payer_row){ fee->tariff, fee->member, fee->are_new };
    return FIRST_ROW + i;
}

static void put_year(struct laying *laying, const struct tariff *tariff, int year)
{
    const fee_list *fees = tariff_fees_in(laying->making->plan, tariff, year);
    int column = YEAR_COLUMN + 2 * (year - laying->years.first);
    for (int i = 0; i < fees->count; i++) {
        const struct fee *fee = &fees->items[i];
        int row = row_of(laying, fee);
        show_node(laying->making, laying->sheet, row, column, fee->one, ROLE_PLAIN);
        show_node(laying->making, laying->sheet, row, column + 1, fee->all, ROLE_PLAIN);
    }
}

static void put_heads(const struct laying *laying)
{
    struct making *making = laying->making;
    sheet_put_text(making->book, laying->sheet, 0, 0, ROLE_TITLE, tr(N_("Fees")));
    sheet_put_text(making->book, laying->sheet, 1, 0, ROLE_PLAIN,
                   tr(N_("What each member pays by year, and all that are equal. Inhabitants are changed in the sheet "
                         "Inputs.")));
    sheet_put_text(making->book, laying->sheet, HEAD_ROW, PAYER, ROLE_HEAD, tr(N_("Member")));
    sheet_put_text(making->book, laying->sheet, HEAD_ROW, TARIFF, ROLE_HEAD, tr(N_("Tariff")));
    for (int year = laying->years.first; year <= laying->years.last; year++) {
        int column = YEAR_COLUMN + 2 * (year - laying->years.first);
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column, ROLE_HEAD,
                       arena_text(making->arena, tr(N_("%d, each")), year));
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column + 1, ROLE_HEAD,
                       arena_text(making->arena, tr(N_("%d, all")), year));
    }
}

static void put_names(const struct laying *laying)
{
    struct making *making = laying->making;
    for (int i = 0; i < laying->rows.count; i++) {
        const struct payer_row *row = &laying->rows.items[i];
        const char *title = row->member    ? member_title(row->member)
                            : row->are_new ? tr(N_("new equal members"))
                                           : tr(N_("equal members"));
        sheet_put_text(making->book, laying->sheet, FIRST_ROW + i, PAYER, ROLE_PLAIN,
                       text_capital(making->arena, title));
        sheet_put_text(making->book, laying->sheet, FIRST_ROW + i, TARIFF, ROLE_PLAIN,
                       section_title(&row->tariff->section));
    }
}

static void put_totals(const struct laying *laying)
{
    int row = FIRST_ROW + laying->rows.count;
    sheet_put_text(laying->making->book, laying->sheet, row, PAYER, ROLE_TOTAL, tr(N_("Total fees")));
    for (int year = laying->years.first; year <= laying->years.last; year++) {
        const struct figure figure = { .row = figure_row("fees"), .time = TIME_YEAR, .first = year_first(year) };
        show_node(laying->making, laying->sheet, row, YEAR_COLUMN + 2 * (year - laying->years.first) + 1,
                  figure_node(laying->making->plan, &figure), ROLE_TOTAL);
    }
}

void fees_sheet(struct making *making)
{
    struct laying laying = { .making = making, .sheet = making->fees, .years = plan_years(making->plan) };
    const struct section_list *tariffs = &making->plan->project->of[SECTION_TARIFF];
    put_heads(&laying);
    for (int i = 0; i < tariffs->count; i++) {
        laying.from = laying.rows.count;
        for (int year = laying.years.first; year <= laying.years.last; year++)
            put_year(&laying, (const struct tariff *)tariffs->items[i], year);
    }
    put_names(&laying);
    put_totals(&laying);
    sheet_set_width(making->book, laying.sheet, PAYER, PAYER, 34);
    sheet_set_width(making->book, laying.sheet, TARIFF, TARIFF, 24);
    sheet_set_width(making->book, laying.sheet, YEAR_COLUMN, YEAR_COLUMN + 2 * years_count(laying.years) - 1, 15);
    laying.sheet->frozen_rows = FIRST_ROW;
    laying.sheet->frozen_columns = YEAR_COLUMN;
    laying.sheet->repeated_first = laying.sheet->repeated_last = HEAD_ROW;
}
