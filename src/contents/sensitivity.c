/* A tornado: what each value does to a figure, the widest first. */

#include <medfin/contents/sensitivity.h>

#include <medfin/base/text.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>

static bool is_drawn(const struct tornado *tornado, const struct tornado_bar *bar)
{
    return bar->low_stands && bar->high_stands && cell_is_known(bar->at_low) && cell_is_known(bar->at_high) &&
           cell_is_known(tornado->stated);
}

static const char *label_of(struct doc *doc, const struct tornado_bar *bar)
{
    return uncertain_title(doc, bar->section, bar->fact);
}

static bool any_falls(const struct tornado *tornado)
{
    for (int i = 0; i < tornado->count; i++)
        if (!tornado->bars[i].low_stands || !tornado->bars[i].high_stands)
            return true;
    return false;
}

static void add_chart(struct doc *doc, const struct tornado *tornado)
{
    struct doc_chart *chart = doc_chart(
        doc, CHART_TORNADO,
        arena_text(doc->arena, "%s: %s", tr(N_("What each value does")), asked_figure_title(doc, &tornado->figure)),
        tornado->count);
    chart->by_row = true;
    const char *const titles[] = { tr(N_("at the low value")), tr(N_("at the high value")), tr(N_("as stated")) };
    for (int s = 0; s < 3; s++)
        chart_series(doc, chart, titles[s])->is_level = s == 2;
    for (int i = 0; i < tornado->count; i++) {
        const struct tornado_bar *bar = &tornado->bars[i];
        const money numbers[] = { bar->at_low.amount, bar->at_high.amount, tornado->stated.amount };
        chart->categories[i] = label_of(doc, bar);
        for (int s = 0; s < 3; s++)
            chart->series.items[s].values[i] = (struct chart_value){ numbers[s], !is_drawn(tornado, bar) };
    }
}

static void add_bar(struct doc *doc, struct doc_table *table, const struct tornado *tornado, int number)
{
    const struct tornado_bar *bar = &tornado->bars[number];
    const char *path = arena_text(doc->arena, "values[%d]", number);
    struct doc_row *row = doc_row(doc, table, label_of(doc, bar), 0);
    row->cells[0] = cell_text(arena_text(doc->arena, "%s – %s", uncertain_shown(doc, bar->fact, bar->low),
                                         uncertain_shown(doc, bar->fact, bar->high)),
                              NULL);
    if (bar->low_stands)
        row->cells[1] = cell_asked(&tornado->figure, bar->at_low, arena_text(doc->arena, "%s.at_low", path));
    if (bar->high_stands)
        row->cells[2] = cell_asked(&tornado->figure, bar->at_high, arena_text(doc->arena, "%s.at_high", path));
}

void sensitivity_contents(struct doc *doc, const struct plan *plan, const struct tornado *tornado)
{
    title_contents(doc, plan->project, tr(N_("Sensitivity")));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s as stated: %s. One value at a time, the others as stated.")),
                        text_capital(doc->arena, asked_figure_title(doc, &tornado->figure)),
                        asked_text(doc, &tornado->figure, tornado->stated)));
    doc_value(doc, cell_text(asked_figure_path(doc->arena, &tornado->figure), "figure"));
    doc_value(doc, cell_asked(&tornado->figure, tornado->stated, "stated"));
    const struct doc_column columns[] = { { tr(N_("From – to")), -1, true },
                                          { tornado->by_tenths ? "−10 %" : "5 %", -1, false },
                                          { tornado->by_tenths ? "+10 %" : "95 %", -1, false } };
    if (tornado->count) {
        add_chart(doc, tornado);
        struct doc_table *table = doc_chart_table(
            doc, text_capital(doc->arena, asked_figure_title(doc, &tornado->figure)), tr(N_("Value")), columns, 3);
        table->labels_wrap = table->no_sums = true;
        for (int i = 0; i < tornado->count; i++)
            add_bar(doc, table, tornado, i);
    } else {
        doc_text(doc, TONE_OPEN, tr(N_("No amount that is known can be varied.")));
    }
    for (int i = 0; i < tornado->count; i++) {
        const struct tornado_bar *bar = &tornado->bars[i];
        const char *path = arena_text(doc->arena, "values[%d]", i);
        doc_value(doc, cell_text(statement_path(doc->arena, bar->fact->by, LANGUAGE_EN),
                                 arena_text(doc->arena, "%s.path", path)));
        doc_value(doc, cell_text(uncertain_text(doc, bar->fact, bar->low), arena_text(doc->arena, "%s.low", path)));
        doc_value(doc, cell_text(uncertain_text(doc, bar->fact, bar->high), arena_text(doc->arena, "%s.high", path)));
    }
    if (any_falls(tornado))
        doc_text(doc, TONE_NEUTRAL, tr(N_("An empty cell: the project cannot have that value.")));
    if (tornado->left_out)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("%s more uncertain values were not tried; each is money with a narrower range.")),
                            count_text(doc->arena, tornado->left_out)));
    if (tornado->left_anew)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(
                     doc->arena,
                     tr(N_("%s more values were not tried: each has the whole plan made anew, as %s have that were; of "
                           "money those with a narrower range.")),
                     count_text(doc->arena, tornado->left_anew), count_text(doc->arena, tornado->anew)));
    unknowns_contents(doc, plan->project);
}
