#include "reserve_sheet.h"

#include <medfin/plan/reserve.h>

#include "spots.h"

enum { HEAD_ROW = 3, FIRST_ROW = 4 };
enum reserve_column { AT, EQUITY, FREE, FIRST_READING };

static const char *const readings[READINGS] = { [RESERVE_RUNNING] = N_("counted on the year's running cost"),
                                                [RESERVE_FORWARD] = N_("counted on the months ahead"),
                                                [RESERVE_WINDING_DOWN] = N_("counted on winding down") };

static void put_state(struct making *making, const struct reserve_state *state, int row)
{
    struct book_sheet *sheet = making->reserve;
    sheet_put_text(making->book, sheet, row, AT, ROLE_PLAIN, month_text(making->arena, state->at));
    show_node(making, sheet, row, EQUITY, state->equity, ROLE_PLAIN);
    show_node(making, sheet, row, FREE, state->free_equity, ROLE_PLAIN);
    for (int reading = 0; reading < READINGS; reading++) {
        show_node(making, sheet, row, FIRST_READING + 2 * reading, state->required[reading], ROLE_PLAIN);
        show_node(making, sheet, row, FIRST_READING + 2 * reading + 1,
                  less_node(making->plan, N_("left"), state->free_equity, state->required[reading]), ROLE_TOTAL);
    }
}

static void put_heads(struct making *making)
{
    struct book_sheet *sheet = making->reserve;
    sheet_put_text(making->book, sheet, 0, 0, ROLE_TITLE, tr(N_("Reserve")));
    sheet_put_text(making->book, sheet, 1, 0, ROLE_PLAIN,
                   arena_text(making->arena, tr(N_("The reading that decides: %s.")),
                              tr(readings[making->plan->project->reserve->basis->value.number])));
    sheet_put_text(making->book, sheet, HEAD_ROW, AT, ROLE_HEAD, tr(N_("Month")));
    sheet_put_text(making->book, sheet, HEAD_ROW, EQUITY, ROLE_HEAD, tr(N_("Equity")));
    sheet_put_text(making->book, sheet, HEAD_ROW, FREE, ROLE_HEAD, tr(N_("Free equity")));
    for (int reading = 0; reading < READINGS; reading++) {
        int column = FIRST_READING + 2 * reading;
        sheet_put_text(making->book, sheet, HEAD_ROW, column, ROLE_HEAD,
                       arena_text(making->arena, tr(N_("Required, %s")), tr(readings[reading])));
        sheet_put_text(making->book, sheet, HEAD_ROW, column + 1, ROLE_HEAD,
                       arena_text(making->arena, tr(N_("Margin, %s")), tr(readings[reading])));
    }
    sheet_set_width(making->book, sheet, 0, FIRST_READING + 2 * READINGS - 1, 17);
    sheet->frozen_rows = FIRST_ROW;
    sheet->repeated_first = sheet->repeated_last = HEAD_ROW;
}

bool equity_chart(struct making *making, struct book_sheet *sheet, int row, int column)
{
    int last = FIRST_ROW - 1;
    for (month at = making->plan->first; making->reserve && at <= plan_last(making->plan); at++)
        last += reserve_is_tested(making->plan, at);
    if (last < FIRST_ROW)
        return false;
    int required = FIRST_READING + 2 * (int)making->plan->project->reserve->basis->value.number;
    const struct book_range months = { making->reserve, AT, FIRST_ROW, last, true };
    struct book_chart chart = { .row = row, .column = column, .is_line = true, .title = tr(N_("Equity and reserve")) };
    chart.count = 2;
    chart.description =
        tr(N_("Lines: free equity at each date of test, and the reserve that is required then, as in the "
              "sheet of the reserve."));
    chart.series[0] =
        (struct book_series){ tr(N_("Free equity")), { making->reserve, FREE, FIRST_ROW, last, true }, months };
    chart.series[1] = (struct book_series){ tr(N_("Required reserve")),
                                            { making->reserve, required, FIRST_ROW, last, true },
                                            months };
    *list_add(&sheet->charts, making->arena) = chart;
    return true;
}

void reserve_sheet(struct making *making)
{
    int row = FIRST_ROW;
    put_heads(making);
    for (month at = making->plan->first; at <= plan_last(making->plan); at++)
        if (reserve_is_tested(making->plan, at))
            put_state(making, reserve_at(making->plan, at), row++);
}
