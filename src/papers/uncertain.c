#include <medfin/papers/uncertain.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/figures/figure.h>
#include <medfin/model/stated_values.h>
#include <medfin/papers/prose.h>

enum { NAMED = 3, LARGEST = 3 };

static const char *assumed_sentence(struct doc *doc, const struct plan *plan)
{
    const struct figure_list figures = project_figures(plan->project, doc->arena);
    LIST(const char *) names = { 0 };
    for (int i = 0; i < figures.count; i++)
        if (source_is_assumption(figures.items[i].fact->by->source))
            *list_add(&names, doc->arena) = stated_title_in(doc, plan->project, figures.items[i].fact->by);
    if (!names.count)
        return tr(N_("No value is stated as an assumption."));
    if (names.count <= NAMED)
        return arena_text(doc->arena, tr(N_("Assumed: %s.")), prose_list(doc->arena, names.items, names.count, NAMED));
    return arena_text(doc->arena, tr(N_("%d values are assumed; all stand in an annex.")), names.count);
}

static const char *unknown_sentence(struct doc *doc, const struct project *project)
{
    if (!project->unknown_count)
        return tr(N_("No amount is unknown."));
    return arena_text(doc->arena,
                      tr(project->unknown_count == 1 ? N_("%d amount is unknown.") : N_("%d amounts are unknown.")),
                      project->unknown_count);
}

static struct doc_cell change(const struct tornado *tornado, struct cell at)
{
    const bool is_known = cell_is_known(at) && cell_is_known(tornado->stated);
    return cell_money(is_known ? at.amount - tornado->stated.amount : 0, !is_known, NULL);
}

static bool is_tried(const struct tornado_bar *bar)
{
    return bar->low_stands && bar->high_stands && !bar->is_untried && cell_is_known(bar->at_low) &&
           cell_is_known(bar->at_high) && bar->at_low.amount != bar->at_high.amount;
}

static void add_largest(struct doc *doc, const struct report_parts *parts)
{
    const struct tornado *tornado = parts->tornado ? parts->tornado : parts->tenths;
    struct doc_table *table = NULL;
    const struct doc_column columns[] = { { tr(N_("Worse")), -1, false }, { tr(N_("Better")), -1, false } };
    for (int i = 0; tornado && i < tornado->count; i++) {
        const struct tornado_bar *bar = &tornado->bars[i];
        if (!is_tried(bar))
            continue;
        if (!table)
            table = doc_table(doc, tr(N_("What moves financing minus cost most, one value at a time")), tr(N_("Value")),
                              columns, 2);
        if (table->rows.count == LARGEST)
            break;
        table->labels_wrap = table->no_sums = true;
        const bool falls = bar->at_low.amount > bar->at_high.amount;
        struct doc_row *row = doc_row(doc, table, uncertain_title(doc, bar->section, bar->fact), 0);
        row->cells[0] = change(tornado, falls ? bar->at_high : bar->at_low);
        row->cells[1] = change(tornado, falls ? bar->at_low : bar->at_high);
    }
    if (table)
        doc_text(doc, TONE_NEUTRAL,
                 tr(tornado->by_tenths ? N_("Worse and better: a tenth more or less.")
                                       : N_("Worse and better: the 5th and the 95th value of 100.")));
}

static bool any_assumed(struct doc *doc, const struct project *project)
{
    const struct figure_list figures = project_figures(project, doc->arena);
    for (int i = 0; i < figures.count; i++)
        if (source_is_assumption(figures.items[i].fact->by->source))
            return true;
    return false;
}

void uncertain_contents(struct doc *doc, const struct report_parts *parts)
{
    const struct project *project = parts->plan->project;
    const struct tornado *tornado = parts->tornado ? parts->tornado : parts->tenths;
    if (!project->unknown_count && !(tornado && tornado->count) && !any_assumed(doc, project))
        return;
    doc_heading(doc, 2, tr(N_("What it rests on")));
    doc_text(doc, project->unknown_count ? TONE_OPEN : TONE_NEUTRAL,
             arena_text(doc->arena, "%s %s", assumed_sentence(doc, parts->plan), unknown_sentence(doc, project)));
    add_largest(doc, parts);
}
