/* Every outcome of the undecided. */

#include "budget.h"

#include <medfin/base/text.h>

static const char *rules_text(struct doc *doc, unsigned failing)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (failing >> r & 1)
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* The same for programs: ids. */
static const char *rule_ids(struct doc *doc, unsigned failing)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (failing >> r & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", rule_rows[r].id);
    return out.bytes;
}

static const char *refused_ids(struct doc *doc, const struct outcomes *outcomes, unsigned refused)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (refused >> i & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", outcomes->undecided[i]->section.id);
    return out.bytes;
}

static const char *answers_text(struct doc *doc, const struct outcomes *outcomes, unsigned refused)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        text_addf(&out, "%s%s: %s", i ? ", " : "", section_title(&outcomes->undecided[i]->section),
                  refused >> i & 1 ? tr(N_("no")) : tr(N_("yes")));
    return out.bytes;
}

static void add_outcome(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct outcome *outcome = &outcomes->rows[number];
    const char *path = arena_text(doc->arena, "outcomes[%d]", number);
    struct doc_row *row = doc_row(doc, table, answers_text(doc, outcomes, outcome->refused), 0);
    row->cells[0] = cell_plan(outcome->gap, arena_text(doc->arena, "%s.gap", path));
    row->cells[1] = cell_plan(outcome->worst_year, arena_text(doc->arena, "%s.worst_year", path));
    row->cells[2] = cell_plan(outcome->lowest_cash, arena_text(doc->arena, "%s.lowest_cash", path));
    if (outcome->probability >= 0)
        row->cells[3] = cell_share(outcome->probability, false, arena_text(doc->arena, "%s.probability", path));
    row->cells[4] = cell_text(rules_text(doc, outcome->failing), arena_text(doc->arena, "%s.failing", path));
    row->cells[4].id = rule_ids(doc, outcome->failing);
}

static const struct outcome *outcome_of(const struct outcomes *outcomes, unsigned refused)
{
    for (int i = 0; i < outcomes->count; i++)
        if (outcomes->rows[i].refused == refused)
            return &outcomes->rows[i];
    return NULL;
}

/* Which single no breaks which rule that a yes from all would keep. */
static void add_single_refusals(struct doc *doc, const struct outcomes *outcomes)
{
    unsigned before = outcome_of(outcomes, 0)->failing;
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct outcome *outcome = outcome_of(outcomes, 1u << i);
        unsigned broken = outcome->failing & ~before;
        const char *title = section_title(&outcomes->undecided[i]->section);
        if (!cell_is_known(outcome->gap))
            doc_text(doc, TONE_OPEN, arena_text(doc->arena, tr(N_("What a no from %s breaks cannot be told: figures are unknown.")), title));
        else if (broken)
            doc_text(doc, TONE_BAD, arena_text(doc->arena, tr(N_("A no from %s alone also breaks: %s.")), title, rules_text(doc, broken)));
        else
            doc_text(doc, TONE_GOOD, arena_text(doc->arena, tr(N_("A no from %s alone breaks no further rule.")), title));
    }
}

/* What is safe to start: what would still be paid if everything undecided is refused. */
static void add_safe(struct doc *doc, const struct plan *plan)
{
    struct cell secured = { 0 };
    const struct selection cost = { .side = COST_SIDE };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        if (row->side == SIDE_FINANCING && row->funder && funder_kind(row->funder) == FUNDER_FIXED &&
            status_is_secured((enum status)row->funder->status.value.number))
            secured = cell_plus(doc->arena, secured, row_sum(plan, row, plan->first, plan_last(plan)));
    }
    struct cell all = plan_sum(plan, &cost, plan->first, plan_last(plan));
    if (!cell_is_known(secured) || !cell_is_known(all))
        return;
    doc_value(doc, cell_money(secured.amount, false, "secured"));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Safe to start before the rest is decided: %s of %s is granted or decided.")),
                        money_text(doc->arena, secured.amount, doc->language),
                        money_text(doc->arena, all.amount, doc->language)));
}

void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes)
{
    title_contents(doc, plan->project, tr(N_("Every outcome of the undecided")));
    add_safe(doc, plan);
    add_single_refusals(doc, outcomes);
    for (int i = 0; i < outcomes->count; i++)
        doc_value(doc, cell_text(refused_ids(doc, outcomes, outcomes->rows[i].refused),
                                 arena_text(doc->arena, "outcomes[%d].refused", i)));
    const struct doc_column columns[] = { { tr(N_("financing less cost")), -1, true },
                                          { tr(N_("worst year")), -1, true },
                                          { tr(N_("lowest cash")), -1, true },
                                          { tr(N_("probability")), -1, false },
                                          { tr(N_("rules that fail")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Worst first")), tr(N_("Answers")), columns, 5);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->count; i++)
        add_outcome(doc, table, outcomes, i);
}
