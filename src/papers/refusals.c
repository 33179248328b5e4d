#include <medfin/papers/refusals.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/papers/prose.h>
#include <medfin/plan/sums.h>

/* What lacks of the financing; what is over lacks nothing. */
static struct doc_cell missing(struct cell gap, const char *key)
{
    gap.amount = gap.amount < 0 ? -gap.amount : 0;
    return cell_plan(gap, key);
}

static struct doc_row *add_row(struct doc *doc, struct doc_table *table, const char *label, struct cell gap,
                               struct cell lowest)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->cells[0] = missing(gap, NULL);
    row->cells[1] = cell_plan(lowest, NULL);
    return row;
}

static void add_all(struct doc *doc, struct doc_table *table, const struct report_parts *parts)
{
    const struct plan *plan = parts->awaited.start->plan;
    const struct figure gap = { .row = figure_row("gap") };
    const char *label = parts->awaited.count == 2 ? tr(N_("Both")) : tr(N_("All"));
    add_row(doc, table, label, figure_cell(plan, &gap), parts->awaited.start->lowest_cash)->is_total = true;
}

static struct cell promised(const struct plan *plan, const struct section *payer, int form)
{
    const struct selection of = { .side = FINANCING_SIDE, .form = form == IN_KIND ? IN_KIND : IN_CASH, .payer = payer };
    return plan_sum(plan, &of, plan->first, plan_last(plan));
}

/* Money of others that goes with its own: what lacks beyond that. */
static money drawn_along(const struct report_parts *parts, int number)
{
    const struct outcome *yes = outcome_all_yes(parts->awaited.outcomes),
                         *no = outcome_one_no(parts->awaited.outcomes, number);
    const struct cell own = promised(parts->plan, parts->awaited.outcomes->undecided[number], IN_CASH);
    if (!cell_is_known(yes->gap) || !cell_is_known(no->gap) || !cell_is_known(own))
        return 0;
    return yes->gap.amount - no->gap.amount - own.amount;
}

/* What follows with a no, beside the money itself. */
static void add_follows(struct doc *doc, const struct report_parts *parts, int count)
{
    const struct outcomes *outcomes = parts->awaited.outcomes;
    const money tolerance = parts->plan->project->rules->tolerance->value.number;
    struct text told = text_new(doc->arena);
    for (int i = 0; i < count; i++) {
        const char *title = payer_title(doc, outcomes->undecided[i]);
        const money along = drawn_along(parts, i);
        const struct cell work = promised(parts->plan, outcomes->undecided[i], IN_KIND);
        const bool has_work = cell_is_known(work) && work.amount;
        const char *amount = prose_amount(doc, cell_money(along, false, NULL));
        const char *worth = prose_amount(doc, cell_money(work.amount, false, NULL));
        if (along > tolerance && has_work)
            text_addf(&told, "%s%s", told.size ? " " : "",
                      arena_text(doc->arena,
                                 tr(N_("A no from %s also takes away %s that would have matched its money, and work "
                                       "worth %s.")),
                                 title, amount, worth));
        else if (along > tolerance)
            text_addf(&told, "%s%s", told.size ? " " : "",
                      arena_text(doc->arena,
                                 tr(N_("A no from %s also takes away %s that would have matched its money.")), title,
                                 amount));
        else if (has_work)
            text_addf(&told, "%s%s", told.size ? " " : "",
                      arena_text(doc->arena, tr(N_("A no from %s also takes away work worth %s.")), title, worth));
    }
    if (told.size)
        doc_text(doc, TONE_NEUTRAL, told.bytes);
}

void refusals_contents(struct doc *doc, const struct report_parts *parts)
{
    const struct outcomes *outcomes = parts->awaited.outcomes;
    if (!outcomes || !cell_is_known(outcome_all_yes(outcomes)->gap))
        return;
    const int count = outcomes->undecided_count, more = parts->awaited.count - count;
    const struct doc_column columns[] = { { tr(N_("Missing")), -1, true }, { tr(N_("Lowest cash")), -1, true } };
    doc_heading(doc, 2, tr(N_("If somebody says no")));
    struct doc_table *table = doc_table(doc, tr(N_("All else as in the budget")), tr(N_("Refusal by")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < count; i++) {
        const struct outcome *no = outcome_one_no(outcomes, i);
        add_row(doc, table, payer_title(doc, outcomes->undecided[i]), no->gap, no->lowest_cash);
    }
    if (parts->awaited.count > 1)
        add_all(doc, table, parts);
    if (more > 0)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("The %d largest; %d more have not answered.")), count, more));
    add_follows(doc, parts, count);
}
