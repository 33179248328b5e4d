#include "cash_sheet.h"

#include <medfin/contents/names.h>
#include <medfin/plan/cash_nodes.h>

#include "spots.h"

/* A row a month, and below them a row a payment. */
enum { LOWEST_ROW = 2, HEAD_ROW = 4, FIRST_ROW = 5 };
enum month_column { MONTH, PAID_OUT, RECEIVED, BALANCE, MONTH_COLUMNS };
enum payment_column { PAYER, PERIOD, LODGED, PAID, CLAIMED, HELD_BACK, RELEASED, SET_OFF, AMOUNT, COLUMNS };

static const char *const payment_titles[COLUMNS] = { N_("Payer"),    N_("For"),     N_("Lodged"),
                                                     N_("Paid"),     N_("Claimed"), N_("Held back"),
                                                     N_("Released"), N_("Set off"), N_("Comes") };

static void put_month(struct making *making, const struct cash_nodes *cash, int i)
{
    const int row = FIRST_ROW + 1 + i;
    sheet_put_text(making->book, making->cash, row, MONTH, ROLE_PLAIN,
                   month_text(making->arena, making->plan->first + i));
    show_node(making, making->cash, row, PAID_OUT, cash->paid_out[i], ROLE_PLAIN);
    show_node(making, making->cash, row, RECEIVED, cash->received[i], ROLE_PLAIN);
    show_node(making, making->cash, row, BALANCE, cash->balance[i], ROLE_BESIDE);
}

static void put_months(struct making *making, const struct cash_nodes *cash)
{
    static const char *const titles[MONTH_COLUMNS] = { N_("Month"), N_("Paid out"), N_("Received"), N_("Balance") };
    sheet_put_text(making->book, making->cash, LOWEST_ROW, 0, ROLE_PLAIN, tr(N_("Lowest cash")));
    show_node(making, making->cash, LOWEST_ROW, 1, cash->lowest, ROLE_BESIDE);
    for (int column = 0; column < MONTH_COLUMNS; column++)
        sheet_put_text(making->book, making->cash, HEAD_ROW, column, ROLE_HEAD, tr(titles[column]));
    sheet_put_text(making->book, making->cash, FIRST_ROW, MONTH, ROLE_PLAIN, tr(N_("Before")));
    show_node(making, making->cash, FIRST_ROW, BALANCE, cash->opening, ROLE_BESIDE);
    for (int i = 0; i < cash->room; i++)
        put_month(making, cash, i);
}

static void put_payment(struct making *making, const struct node_payment *payment, int row)
{
    struct arena *arena = making->arena;
    const char *first = month_text(arena, payment->first), *last = month_text(arena, payment->last);
    sheet_put_text(making->book, making->cash, row, PAYER, ROLE_PLAIN, payer_title(making->doc, payment->payer));
    sheet_put_text(making->book, making->cash, row, PERIOD, ROLE_PLAIN,
                   payment->is_advance               ? tr(N_("advance"))
                   : payment->first == payment->last ? first
                                                     : arena_text(arena, "%s–%s", first, last));
    sheet_put_text(making->book, making->cash, row, LODGED, ROLE_PLAIN, month_text(arena, payment->lodged));
    sheet_put_text(making->book, making->cash, row, PAID, ROLE_PLAIN, month_text(arena, payment->paid));
    const node parts[] = { payment->claimed, payment->held_back, payment->released, payment->set_off, payment->amount };
    for (int i = 0; i < AMOUNT - CLAIMED + 1; i++)
        if (parts[i])
            show_node(making, making->cash, row, CLAIMED + i, parts[i], ROLE_PLAIN);
}

/* Money that comes month by month is told by the months alone. */
static bool is_told(const struct node_payment *payment)
{
    return !payment->is_empty && (payment->is_claim || payment->is_advance || payment->lodged != payment->paid ||
                                  payment->first != payment->last);
}

static void put_payments(struct making *making, const struct cash_nodes *cash)
{
    const int head = FIRST_ROW + cash->room + 2;
    int row = head;
    for (int i = 0; i < cash->payments.count; i++) {
        if (!is_told(&cash->payments.items[i]))
            continue;
        for (int column = 0; column < COLUMNS && row == head; column++)
            sheet_put_text(making->book, making->cash, row, column, ROLE_HEAD, tr(payment_titles[column]));
        put_payment(making, &cash->payments.items[i], ++row);
    }
}

void cash_chart(struct making *making, struct book_sheet *sheet, int row, int column)
{
    const struct cash_nodes *cash = cash_nodes_build(making->plan);
    const int first = FIRST_ROW + 1, last = FIRST_ROW + cash->room;
    struct book_chart chart = { .row = row, .column = column, .is_line = true, .title = tr(N_("Cash")), .count = 1 };
    chart.description = tr(N_("Line: the balance of cash at the end of each month, as in the sheet of cash."));
    chart.series[0] = (struct book_series){ .name = tr(N_("Balance")),
                                            .values = { making->cash, BALANCE, first, last, true },
                                            .categories = { making->cash, MONTH, first, last, true } };
    *list_add(&sheet->charts, making->arena) = chart;
}

void cash_sheet(struct making *making)
{
    const struct cash_nodes *cash = cash_nodes_build(making->plan);
    struct book_sheet *sheet = making->cash;
    sheet_put_text(making->book, sheet, 0, 0, ROLE_TITLE, tr(N_("Cash")));
    sheet_put_text(making->book, sheet, 1, 0, ROLE_PLAIN,
                   tr(N_("Kronor that come and go, until the last payment. Dates of claims follow the project file.")));
    put_months(making, cash);
    put_payments(making, cash);
    sheet_set_width(making->book, sheet, 0, 0, 34);
    sheet_set_width(making->book, sheet, 1, COLUMNS - 1, 15);
    sheet->frozen_rows = FIRST_ROW;
    sheet->frozen_columns = 1;
    sheet->is_tall = true;
}
