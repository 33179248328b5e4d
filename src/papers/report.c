/* The report: first what is decided from, on two pages, then as annexes what proves it. */

#include <medfin/papers/report.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/activities.h>
#include <medfin/contents/agenda.h>
#include <medfin/contents/budget.h>
#include <medfin/contents/budget_notes.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/check.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/explain.h>
#include <medfin/contents/fees.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/liquidity.h>
#include <medfin/contents/names.h>
#include <medfin/contents/prioritise.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/contents/sensitivity.h>
#include <medfin/contents/simulate.h>
#include <medfin/doc/table_text.h>
#include <medfin/figures/figure.h>
#include <medfin/model/stated_values.h>
#include <medfin/papers/asked.h>
#include <medfin/papers/key_figures.h>
#include <medfin/papers/refusals.h>
#include <medfin/papers/standing.h>
#include <medfin/papers/uncertain.h>
#include <medfin/papers/verdict.h>
#include <medfin/papers/waiting.h>
#include <medfin/plan/reserve.h>
#include <medfin/whatif/prioritise.h>

static const struct selection all_cost = { .side = COST_SIDE }, all_financing = { .side = FINANCING_SIDE };

static const struct rule *reserve_rule(void)
{
    static const char id[] = "reserve";
    return rule_named(id, sizeof id - 1);
}

static const char *stated_text(const struct fact *fact)
{
    return fact_is_stated(fact) ? fact->value.text : "";
}

/* Whose project it is, under which number, and when: "Region Jämtland Härjedalen · RUN/578/2020 · …". */
static void add_project(struct doc *doc, const struct project *project)
{
    const char *const said[] = { stated_text(project->owner), stated_text(project->reference),
                                 arena_text(doc->arena, "%s – %s", month_text(doc->arena, project->first),
                                            month_text(doc->arena, project->last)) };
    struct text line = text_new(doc->arena);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (*said[i])
            text_addf(&line, "%s%s", line.size ? " · " : "", said[i]);
    doc_text(doc, TONE_NEUTRAL, line.bytes);
}

/* Free equity month by month against what the reading that decides requires. */
static void add_equity_chart(struct doc *doc, const struct plan *plan)
{
    enum reserve_basis basis = (enum reserve_basis)plan->project->reserve->basis->value.number;
    struct doc_chart *chart =
        doc_chart(doc, CHART_LINES, tr(N_("Free equity against the required reserve")), plan->count);
    int free_equity = 0, required = 1;
    chart_series(doc, chart, tr(N_("Free equity")));
    chart_series(doc, chart, tr(N_("Required reserve, in the reading that decides")))->is_level = true;
    for (int i = 0; i < plan->count; i++) {
        const struct reserve_state *state = reserve_at(plan, plan->first + i);
        const struct cell equity = node_cell(plan, state->free_equity), most = node_cell(plan, state->required[basis]);
        chart->categories[i] = month_text(doc->arena, plan->first + i);
        chart->series.items[free_equity].values[i] = (struct chart_value){ equity.amount, !cell_is_known(equity) };
        chart->series.items[required].values[i] = (struct chart_value){ most.amount, !cell_is_known(most) };
    }
}

static void add_reserve(struct doc *doc, const struct report_parts *parts)
{
    if (!parts->plan->project->keeps_reserve) {
        running_lines_values(doc, parts->plan);
        return;
    }
    title_contents(doc, parts->plan->project, tr(N_("Reserve")));
    rule_contents(doc, parts->plan, &(struct asked_figure){ .rule = reserve_rule() }, parts->findings, parts->answers,
                  parts->cures);
    add_equity_chart(doc, parts->plan);
}

static bool any_budget(const struct prioritisation *all)
{
    for (int i = 0; i < all->count; i++)
        if (all->years[i].has_budget)
            return true;
    return false;
}

/* What fits in their budget where one is stated, and who does what and when. */
static void add_activities(struct doc *doc, const struct plan *plan)
{
    if (!plan->project->of[SECTION_ACTIVITY].count)
        return;
    const struct prioritisation all = prioritise(plan, false, doc->arena);
    doc->part = "prioritise";
    if (any_budget(&all)) {
        prioritise_contents(doc, &all);
    } else {
        doc_heading(doc, 1, tr(N_("Activities")));
        activities_contents(doc, plan);
    }
    doc->part = "activities";
    agenda_contents(doc, plan, AGENDA_WHOLE);
    doc->part = NULL;
}

/* Every member's fee, with the steps of the first year. */
static void add_fees(struct doc *doc, const struct plan *plan)
{
    doc->part = "fees";
    if (plan->project->of[SECTION_TARIFF].count)
        fees_contents(doc, plan, plan_years(plan).first);
    doc->part = NULL;
}

/* Notes as their authors wrote them. */
static void add_notes(struct doc *doc, const struct project *project)
{
    struct doc_table *table = NULL;
    for (int i = 0; i < project->all.count; i++) {
        const struct section *section = project->all.items[i];
        const char *note = stated_text(section->note);
        if (!*note)
            continue;
        if (!table) {
            const struct doc_column columns[] = { { tr(N_("Note")), -1, true }, { tr(N_("Place")), -1, false } };
            table = doc_table(doc, tr(N_("Notes")), tr(N_("Section")), columns, 2);
            table->labels_wrap = true;
        }
        struct doc_row *row = doc_row(doc, table, section_title(section), 0);
        row->cells[0] = cell_text(note, NULL);
        row->cells[1] = cell_text(place_short(doc->arena, section->note->by->place), NULL);
    }
}

/* Each source with the number of stated figures that rest on it, in the order of the file. */
static void add_sources(struct doc *doc, const struct project *project)
{
    const struct figure_list figures = project_figures(project, doc->arena);
    const struct doc_column column = { tr(N_("Stated figures")), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("Sources")), tr(N_("Source")), &column, 1);
    table->labels_wrap = true;
    for (int i = 0; i < figures.count; i++) {
        const char *source = source_title(figures.items[i].fact->by->source);
        int at = 0;
        while (at < table->rows.count && strcmp(table->rows.items[at].label, source) != 0)
            at++;
        if (at == table->rows.count)
            doc_row(doc, table, source, 0)->cells[0] = cell_count(0, NULL);
        table->rows.items[at].cells[0].number++;
    }
}

static void add_basis(struct doc *doc, const struct project *project, const struct plan *plan)
{
    doc_heading(doc, 1, tr(N_("Assumptions and sources")));
    add_sources(doc, project);
    notes_contents(doc, plan);
    sourced_contents(doc, project);
    add_notes(doc, project);
}

static void add_derivation(struct doc *doc, const struct derivation *tree, const char *title)
{
    doc_details(doc, 2, title);
    derivation_contents(doc, tree);
    doc_details_end(doc);
}

static const struct derivation *derived(struct doc *doc, const struct plan *plan, const struct selection *selection,
                                        const char *label)
{
    return sum_derivation(plan, selection, label, plan->first, plan_last(plan), doc->arena);
}

/* What a funder draws by a formula; a fixed sum is as it is stated. */
static void add_drawn(struct doc *doc, const struct plan *plan)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        const struct selection of = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &funder->section };
        for (int r = 0; r < plan->row_count && funder_kind(funder) != FUNDER_FIXED; r++)
            if (selection_takes(&of, &plan->rows[r]))
                add_derivation(doc, cell_derivation(plan, &plan->rows[r], plan_last(plan), doc->arena),
                               arena_text(doc->arena, "%s, %s", section_title(&funder->section),
                                          month_text(doc->arena, plan_last(plan))));
    }
}

/* A month of each post: salary, share, on-cost. */
static void add_posts(struct doc *doc, const struct plan *plan)
{
    for (int r = 0; r < plan->row_count; r++) {
        const struct row *row = &plan->rows[r];
        if (row->side != SIDE_COST || row->line->kind != SECTION_STAFF)
            continue;
        month last = line_last(plan->project, (const struct line *)row->line);
        add_derivation(doc, cell_derivation(plan, row, last, doc->arena),
                       arena_text(doc->arena, "%s, %s", section_title(row->line), month_text(doc->arena, last)));
    }
}

static void add_derivations(struct doc *doc, const struct plan *plan)
{
    const struct derivation *cost = derived(doc, plan, &all_cost, N_("cost"));
    const struct derivation *financing = derived(doc, plan, &all_financing, N_("financing"));
    doc_heading(doc, 1, tr(N_("How the figures were made")));
    add_derivation(doc, cost, tr(N_("Total cost")));
    add_derivation(doc, financing, tr(N_("Total financing")));
    add_drawn(doc, plan);
    add_posts(doc, plan);
}

static void add_rounding(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("About the figures")));
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(doc->arena,
                   tr(N_("Everything is computed exact to the öre and shown in %s: each figure is rounded once, to "
                         "one of the two next to it, so that it reads alike wherever it stands and tables add "
                         "up, down and across, cost and financing on the same totals. Data for other programs "
                         "(CSV, JSON) is never rounded. What is not known is shown as ? and is never taken for "
                         "zero.")),
                   shown_measure(doc)));
}

/* What a decision is made from; each table here once, and its proofs behind it. What the author asks for is said before
   all else. */
static void add_first_part(struct doc *doc, const struct report_parts *parts)
{
    const struct standing standing = standing_of(doc, parts->plan);
    const bool is_stated = decision_is_stated(parts->plan->project);
    if (is_stated)
        asked_contents(doc, parts->plan);
    verdict_contents(doc, parts, &standing);
    if (!is_stated)
        asked_contents(doc, parts->plan);
    key_figures_contents(doc, parts, &standing);
    standing_contents(doc, &standing);
    refusals_contents(doc, parts);
    waiting_contents(doc, parts);
    uncertain_contents(doc, parts);
}

static void add_annexes(struct doc *doc, const struct report_parts *parts)
{
    const struct plan *plan = parts->plan;
    doc_annexes(doc, tr(N_("Annexes")));
    check_contents(doc, plan, parts->findings, parts->answers, parts->cures, reserve_rule());
    money_contents(doc, plan, BY_YEAR);
    staff_contents(doc, plan);
    add_fees(doc, plan);
    add_activities(doc, plan);
    add_reserve(doc, parts);
    doc->part = "liquidity";
    liquidity_contents(doc, plan);
    doc->part = NULL;
    if (parts->comparison)
        compare_contents(doc, parts->comparison);
    doc->part = "simulate";
    if (parts->simulation)
        simulate_contents(doc, parts->simulation);
    doc->part = "sensitivity";
    if (parts->tornado)
        sensitivity_contents(doc, plan, parts->tornado);
    doc->part = NULL;
    add_basis(doc, plan->project, plan);
    add_derivations(doc, plan);
    add_rounding(doc);
}

void report_contents(struct doc *doc, const struct report_parts *parts)
{
    title_contents(doc, parts->plan->project, tr(N_("Report")));
    add_project(doc, parts->plan->project);
    add_first_part(doc, parts);
    doc->depth = 1;
    add_annexes(doc, parts);
    doc->depth = 0;
}
