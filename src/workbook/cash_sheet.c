#include "cash_sheet.h"

#include <medfin/contents/names.h>
#include <medfin/plan/cash_nodes.h>

#include "spots.h"

/* Cash by month, and below it every payment. */
enum { MONTH_ROW = 3, PAID_OUT, RECEIVED, BALANCE, FIRST_MONTH = 2, PAYMENT_ROW = 10 };
enum payment_column { PAYER, PERIOD, LODGED, PAID, CLAIMED, HELD_BACK, RELEASED, SET_OFF, AMOUNT, COLUMNS };

static const char *const payment_titles[COLUMNS] = { N_("Payer"),    N_("For"),     N_("Lodged"),
                                                     N_("Paid"),     N_("Claimed"), N_("Held back"),
                                                     N_("Released"), N_("Set off"), N_("Comes") };

static void put_month_row(struct making *making, const struct cash_nodes *cash, int row, const char *title,
                          const node *nodes, enum book_role role)
{
    sheet_put_text(making->book, making->cash, row, 0, role, title);
    for (int i = 0; i < cash->room; i++)
        show_node(making, making->cash, row, FIRST_MONTH + i, nodes[i], role);
}

static void put_months(struct making *making, const struct cash_nodes *cash)
{
    sheet_put_text(making->book, making->cash, MONTH_ROW, 0, ROLE_HEAD, tr(N_("Month")));
    sheet_put_text(making->book, making->cash, MONTH_ROW, 1, ROLE_HEAD, tr(N_("Before")));
    for (int i = 0; i < cash->room; i++)
        sheet_put_text(making->book, making->cash, MONTH_ROW, FIRST_MONTH + i, ROLE_HEAD,
                       month_text(making->arena, making->plan->first + i));
    put_month_row(making, cash, PAID_OUT, tr(N_("Paid out")), cash->paid_out, ROLE_PLAIN);
    put_month_row(making, cash, RECEIVED, tr(N_("Received")), cash->received, ROLE_PLAIN);
    put_month_row(making, cash, BALANCE, tr(N_("Balance")), cash->balance, ROLE_TOTAL);
    show_node(making, making->cash, BALANCE, 1, cash->opening, ROLE_TOTAL);
    sheet_put_text(making->book, making->cash, BALANCE + 1, 0, ROLE_PLAIN, tr(N_("Lowest cash")));
    show_node(making, making->cash, BALANCE + 1, 1, cash->lowest, ROLE_PLAIN);
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
    int row = PAYMENT_ROW;
    for (int i = 0; i < cash->payments.count; i++) {
        if (!is_told(&cash->payments.items[i]))
            continue;
        for (int column = 0; column < COLUMNS && row == PAYMENT_ROW; column++)
            sheet_put_text(making->book, making->cash, row, column, ROLE_HEAD, tr(payment_titles[column]));
        put_payment(making, &cash->payments.items[i], ++row);
    }
}

void cash_chart(struct making *making, struct book_sheet *sheet, int row, int column)
{
    const struct cash_nodes *cash = cash_nodes_build(making->plan);
    int last = FIRST_MONTH + cash->room - 1;
    struct book_chart chart = { .row = row, .column = column, .is_line = true, .title = tr(N_("Cash")), .count = 1 };
    chart.description = tr(N_("Line: the balance of cash at the end of each month, as in the sheet of cash."));
    chart.series[0] = (struct book_series){ .name = tr(N_("Balance")),
                                            .values = { making->cash, BALANCE, FIRST_MONTH, last, false },
                                            .categories = { making->cash, MONTH_ROW, FIRST_MONTH, last, false } };
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
    sheet_set_width(making->book, sheet, 1, FIRST_MONTH + cash->room - 1, 15);
    sheet->frozen_rows = MONTH_ROW + 1;
    sheet->frozen_columns = 1;
    sheet->first_page = FIRST_MONTH + MONTHS_OF_A_YEAR;
    sheet->page = MONTHS_OF_A_YEAR;
}
