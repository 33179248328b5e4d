#include "follow_sheet.h"

#include <medfin/follow/cells.h>
#include <medfin/plan/tally.h>

#include "beside.h"
#include "spots.h"

enum follow_column {
    LABEL,
    PLANNED,
    OUTCOME,
    DEVIATION,
    BUDGET,
    FORECAST,
    YEAR_DEVIATION,
    WHOLE,
    WHOLE_FORECAST,
    WHOLE_DEVIATION,
    BOOKED,
    COMMENT,
    COLUMNS
};
enum { HEAD_ROW = 3, FIRST_ROW = 4 };

struct laying {
    struct making *making;
    struct book_sheet *sheet;
    const struct follow *follow;
    int row; /* the next one */
};

/* Over some months: the budget's column, the one that is live, and the difference. */
struct span {
    enum follow_column budget, live, deviation;
    struct months over;
};

static void put_span(const struct laying *laying, const struct followed *of, const struct span *span, bool is_cost,
                     enum book_role role)
{
    struct making *making = laying->making;
    const struct cell budget = budget_sum(laying->follow, of, span->over),
                      live = forecast_sum(laying->follow, of, span->over);
    const struct difference cost = { span->budget, span->live, budget, live },
                            financing = { span->live, span->budget, live, budget };
    put_stated(making, laying->sheet, laying->row, span->budget, KIND_MONEY, budget);
    node sum = of->is_forecast ? rows_over(making->plan, selection_test, &of->in_forecast, N_("forecast"),
                                           span->over.first, span->over.last)
                               : 0;
    if (sum)
        show_node(making, laying->sheet, laying->row, span->live, sum, role);
    else
        put_stated(making, laying->sheet, laying->row, span->live, KIND_MONEY, cell_known(0));
    put_difference(making, laying->sheet, laying->row, span->deviation, KIND_MONEY, is_cost ? &cost : &financing);
}

static void put_row(struct laying *laying, const struct followed *of, const char *title, bool is_cost,
                    enum book_role role)
{
    struct making *making = laying->making;
    const struct follow *follow = laying->follow;
    const struct span spans[] = {
        { PLANNED, OUTCOME, DEVIATION, follow->to_date },
        { BUDGET, FORECAST, YEAR_DEVIATION, follow->year },
        { WHOLE, WHOLE_FORECAST, WHOLE_DEVIATION, plan_months(follow->forecast) },
    };
    sheet_put_text(making->book, laying->sheet, laying->row, LABEL, role, title);
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        put_span(laying, of, &spans[i], is_cost, role);
    laying->row++;
}

static void put_lines(struct laying *laying)
{
    struct making *making = laying->making;
    const followed_list lines = followed_all(laying->follow, FOLLOW_LINE);
    const struct followed all = followed_side(SIDE_COST);
    sheet_put_text(making->book, laying->sheet, laying->row++, LABEL, ROLE_PART, tr(N_("Cost")));
    for (int i = 0; i < lines.count; i++) {
        const char *comment = followed_comment(laying->follow, &lines.items[i]);
        if (comment)
            sheet_put_text(making->book, laying->sheet, laying->row, COMMENT, ROLE_TEXT, comment);
        put_row(laying, &lines.items[i], followed_title(making->doc, &lines.items[i]), true, ROLE_PLAIN);
    }
    put_row(laying, &all, tr(N_("Total cost")), true, ROLE_TOTAL);
    laying->row++;
}

static void put_payers(struct laying *laying)
{
    struct making *making = laying->making;
    const followed_list payers = followed_all(laying->follow, FOLLOW_PAYER);
    const struct followed all = followed_side(SIDE_FINANCING);
    sheet_put_text(making->book, laying->sheet, laying->row++, LABEL, ROLE_PART, tr(N_("Financing")));
    for (int i = 0; i < payers.count; i++) {
        const struct section *payer = payers.items[i].section;
        put_stated(making, laying->sheet, laying->row, BOOKED, KIND_MONEY,
                   cell_known(booked_sum(payer, laying->follow->to_date)));
        put_row(laying, &payers.items[i], followed_title(making->doc, &payers.items[i]), false, ROLE_PLAIN);
    }
    put_row(laying, &all, tr(N_("Total financing")), false, ROLE_TOTAL);
}

static void put_heads(const struct laying *laying)
{
    struct making *making = laying->making;
    struct arena *arena = making->arena;
    const int year = month_year(laying->follow->year.first);
    const char *through = month_text(arena, laying->follow->through);
    const char *const heads[COLUMNS] = {
        [LABEL] = tr(N_("Row")),
        [PLANNED] = tr(N_("Budget to date")),
        [OUTCOME] = tr(N_("Outcome to date")),
        [DEVIATION] = tr(N_("Deviation")),
        [BUDGET] = arena_text(arena, tr(N_("Budget %d")), year),
        [FORECAST] = arena_text(arena, tr(N_("Forecast %d")), year),
        [YEAR_DEVIATION] = tr(N_("Deviation of the year")),
        [WHOLE] = tr(N_("Budget in all")),
        [WHOLE_FORECAST] = tr(N_("Forecast in all")),
        [WHOLE_DEVIATION] = tr(N_("Deviation in all")),
        [BOOKED] = tr(N_("Booked to date")),
        [COMMENT] = tr(N_("Comment")),
    };
    sheet_put_text(making->book, laying->sheet, 0, 0, ROLE_TITLE,
                   arena_text(arena, tr(N_("Follow-up through %s")), through));
    sheet_put_text(
        making->book, laying->sheet, 1, 0, ROLE_PLAIN,
        tr(N_("Outcome and forecast are counted anew when an input is changed; the budget is as it was decided. "
              "A deviation above zero is good.")));
    for (int column = 0; column < COLUMNS; column++)
        sheet_put_text(making->book, laying->sheet, HEAD_ROW, column, ROLE_HEAD, heads[column]);
    sheet_set_width(making->book, laying->sheet, LABEL, LABEL, 30);
    sheet_set_width(making->book, laying->sheet, PLANNED, BOOKED, 14);
    sheet_set_width(making->book, laying->sheet, COMMENT, COMMENT, 44);
    laying->sheet->frozen_rows = FIRST_ROW;
    laying->sheet->frozen_columns = PLANNED;
    laying->sheet->repeated_first = laying->sheet->repeated_last = HEAD_ROW;
}

void follow_sheet(struct making *making)
{
    struct laying laying = { making, making->follow, making->of->follow, FIRST_ROW };
    put_heads(&laying);
    put_lines(&laying);
    put_payers(&laying);
}
