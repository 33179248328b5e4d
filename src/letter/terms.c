#include "terms.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/activity.h>
#include <medfin/plan/sums.h>

#include "payers.h"
#include "points.h"
#include "tables.h"

static bool pays_cash(const struct writing *writing)
{
    const struct plan *plan = writing->letter->plan;
    const struct selection of = { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &writing->letter->funder->section };
    const struct cell sum = plan_sum(plan, &of, plan->first, plan_last(plan));
    return !cell_is_known(sum) || sum.amount;
}

/* The share is that of its own terms, else what it comes to; together with work it says nothing of the money. */
void write_granting(struct writing *writing)
{
    const struct funder *funder = writing->letter->funder;
    const bool gives_work = payer_gives_in_kind(writing, &funder->section);
    const char *sentence =
        fact_is_stated(funder->max_share)
            ? N_("{{payers.*.title}} grants {{letter.organisation}} at most {{total.financing.by_funder.*.cash}} for {{project.title}}, and at most {{funder.*.max_share}} of its eligible cost, from {{project.start}} to {{project.end}}.")
        : gives_work
            ? N_("{{payers.*.title}} grants {{letter.organisation}} at most {{total.financing.by_funder.*.cash}} for {{project.title}}, from {{project.start}} to {{project.end}}.")
            : N_("{{payers.*.title}} grants {{letter.organisation}} at most {{total.financing.by_funder.*.cash}} for {{project.title}}, {{total.funders.*.of_eligible_cost}} of its eligible cost, from {{project.start}} to {{project.end}}.");
    const bool has_cash = pays_cash(writing);
    if (has_cash || !gives_work)
        letter_sentence(writing, &funder->section, tr(sentence));
    if (!gives_work)
        return;
    text_add(&writing->out, has_cash ? " " : "");
    letter_sentence(writing, &funder->section,
                    tr(N_("{{payers.*.title}} contributes in kind worth {{total.financing.by_funder.*.in_kind}}.")));
}

static void add_term(struct writing *writing, const char *sentence)
{
    letter_words(writing, writing->out.size ? "\n- " : "- ");
    letter_sentence(writing, &writing->letter->funder->section, tr(sentence));
}

void write_payment_terms(struct writing *writing)
{
    static const char *const paid[] = {
        [PAID_MONTHLY] = N_("The money is paid out month by month"),
        [PAID_QUARTERLY_IN_ADVANCE] = N_("The money is paid out in advance each quarter"),
        [PAID_YEARLY_IN_ADVANCE] = N_("The money is paid out in advance each year"),
        [PAID_CLAIMS] = N_("The money is paid out on claims, of costs that are booked and paid"),
    };
    const struct funder *funder = writing->letter->funder;
    add_term(writing, paid[funder->paid->value.number]);
    if (funder->paid->value.number == PAID_CLAIMS && fact_is_stated(funder->claim_every))
        add_term(writing, N_("A claim is made every {{funder.*.claim_every}} months"));
    if (fact_is_stated(funder->advance))
        add_term(writing, N_("An advance of {{funder.*.advance}} is paid, and set off against the first claims"));
    if (fact_is_stated(funder->holdback))
        add_term(writing, N_("{{funder.*.holdback}} is held back until the final report is approved"));
}

void write_noting(struct writing *writing)
{
    if (letter_writes_asked(writing))
        return;
    letter_words(writing, tr(N_("[Board] is proposed to decide")));
    letter_words(writing, "\n\n");
    letter_words(writing, tr(N_("to note the information.")));
}

static void write_table_named(struct writing *writing, const char *name)
{
    const struct letter *letter = writing->letter;
    const struct letter_table *table = letter_tables;
    while (strcmp(table->name, name) != 0)
        table++;
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    table->contents(doc, letter, writing->fields);
    letter_table_add(writing, name, doc);
}

/* Whether any activity says who is responsible. */
static bool is_shared_out(const struct project *project)
{
    const struct section_list *activities = &project->of[SECTION_ACTIVITY];
    for (int i = 0; i < activities->count; i++)
        if (fact_is_stated(((const struct activity *)activities->items[i])->responsible))
            return true;
    return false;
}

/* A few that come back again and again fill a calendar with their names. */
static bool come_back(const struct project *project)
{
    enum { OFTEN = 3 };
    const struct section_list *activities = &project->of[SECTION_ACTIVITY];
    int times = 0;
    for (int i = 0; i < activities->count; i++)
        times += activity_months((const struct activity *)activities->items[i]).count;
    return times > OFTEN * activities->count;
}

static bool is_by_name(const struct project *project)
{
    return is_shared_out(project) || come_back(project);
}

void write_activities(struct writing *writing)
{
    const struct project *project = writing->letter->plan->project;
    if (project->of[SECTION_ACTIVITY].count)
        write_table_named(writing, is_by_name(project) ? "activities" : "calendar");
}

void write_calendar(struct writing *writing)
{
    if (is_by_name(writing->letter->plan->project))
        write_table_named(writing, "calendar");
}

void write_responsible(struct writing *writing)
{
    if (is_shared_out(writing->letter->plan->project))
        write_table_named(writing, "responsible");
}

void write_budget(struct writing *writing)
{
    const struct plan *plan = writing->letter->plan;
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    const struct cell costs = plan_sum(plan, &cost, plan->first, plan_last(plan));
    const struct cell pays = plan_sum(plan, &financing, plan->first, plan_last(plan));
    if (cell_is_known(costs) && !costs.amount && cell_is_known(pays) && !pays.amount)
        return;
    letter_words(writing, tr(N_("## Budget")));
    letter_words(writing, "\n\n");
    write_table_named(writing, "cost");
    letter_words(writing, "\n\n");
    if (plan->project->payers.count)
        write_table_named(writing, "financing");
}
