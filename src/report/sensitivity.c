/* A tornado: what each value does to a figure, the widest first. */

#include "budget.h"

#include <medfin/base/text.h>

enum { BAR_COLUMNS = 15 };

/* The stretch between both ends, with the figure as stated marked. */
static const char *bar_text(struct doc *doc, money from, money to, money stated, money least, money most)
{
    struct text bar = text_new(doc->arena);
    money width = most > least ? most - least : 1;
    int ends[] = { (int)money_ratio(BAR_COLUMNS - 1, from - least, width), (int)money_ratio(BAR_COLUMNS - 1, to - least, width) };
    int mark = (int)money_ratio(BAR_COLUMNS - 1, stated - least, width);
    for (int c = 0; c < BAR_COLUMNS; c++)
        text_add(&bar, c == mark ? "│" : c >= ends[0] && c <= ends[1] ? "█" : "\u00a0");
    return bar.bytes;
}

static bool is_drawn(const struct tornado *tornado, const struct tornado_bar *bar)
{
    return bar->low_stands && bar->high_stands && cell_is_known(bar->at_low) && cell_is_known(bar->at_high) &&
           cell_is_known(tornado->stated);
}

static void find_scale(const struct tornado *tornado, money *least, money *most)
{
    *least = *most = tornado->stated.amount;
    for (int i = 0; i < tornado->count; i++) {
        const struct tornado_bar *bar = &tornado->bars[i];
        const money ends[] = { bar->at_low.amount, bar->at_high.amount };
        for (int end = 0; is_drawn(tornado, bar) && end < 2; end++) {
            *least = ends[end] < *least ? ends[end] : *least;
            *most = ends[end] > *most ? ends[end] : *most;
        }
    }
}

static void add_bar(struct doc *doc, struct doc_table *table, const struct tornado *tornado, int number, money least,
                    money most)
{
    const struct tornado_bar *bar = &tornado->bars[number];
    const char *path = arena_text(doc->arena, "values[%d]", number);
    struct doc_row *row = doc_row(doc, table, uncertain_title(doc, bar->section, bar->fact), 0);
    row->cells[0] = cell_text(arena_text(doc->arena, "%s – %s", uncertain_shown(doc, bar->fact, bar->low),
                                         uncertain_shown(doc, bar->fact, bar->high)),
                              NULL);
    if (bar->low_stands)
        row->cells[1] = cell_plan(bar->at_low, arena_text(doc->arena, "%s.at_low", path));
    if (bar->high_stands)
        row->cells[2] = cell_plan(bar->at_high, arena_text(doc->arena, "%s.at_high", path));
    if (!is_drawn(tornado, bar))
        return;
    bool rises = bar->at_low.amount <= bar->at_high.amount;
    row->cells[3] = cell_text(bar_text(doc, rises ? bar->at_low.amount : bar->at_high.amount,
                                       rises ? bar->at_high.amount : bar->at_low.amount, tornado->stated.amount, least, most),
                              NULL);
}

void sensitivity_contents(struct doc *doc, const struct plan *plan, const struct tornado *tornado)
{
    title_contents(doc, plan->project, tr(N_("Sensitivity")));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s as stated: %s. One value at a time, the others as stated.")),
                        text_capital(doc->arena, tr(tornado->figure->label)),
                        cell_is_known(tornado->stated) ? money_text(doc->arena, tornado->stated.amount, doc->language) : "?"));
    doc_value(doc, cell_text(tornado->figure->id, "figure"));
    doc_value(doc, cell_plan(tornado->stated, "stated"));
    const struct doc_column columns[] = { { tr(N_("From – to")), -1, true },
                                          { tornado->by_tenths ? "−10 %" : "5 %", -1, false },
                                          { tornado->by_tenths ? "+10 %" : "95 %", -1, false },
                                          { "", -1, false } };
    struct doc_table *table = doc_table(doc, text_capital(doc->arena, tr(tornado->figure->label)), tr(N_("Value")), columns, 4);
    table->labels_wrap = true;
    money least, most;
    find_scale(tornado, &least, &most);
    for (int i = 0; i < tornado->count; i++)
        add_bar(doc, table, tornado, i, least, most);
    for (int i = 0; i < tornado->count; i++) {
        const struct tornado_bar *bar = &tornado->bars[i];
        const char *path = arena_text(doc->arena, "values[%d]", i);
        doc_value(doc, cell_text(statement_path(doc->arena, bar->fact->by), arena_text(doc->arena, "%s.path", path)));
        doc_value(doc, cell_text(uncertain_text(doc, bar->fact, bar->low), arena_text(doc->arena, "%s.low", path)));
        doc_value(doc, cell_text(uncertain_text(doc, bar->fact, bar->high), arena_text(doc->arena, "%s.high", path)));
    }
    unknowns_contents(doc, plan->project);
}
