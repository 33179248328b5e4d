#include "tables.h"

#include <medfin/base/text.h>
#include <medfin/contents/activity_groups.h>
#include <medfin/contents/agenda.h>
#include <medfin/contents/budget.h>
#include <medfin/contents/budget_terms.h>

#include "followed.h"
#include "member_fees.h"
#include "membership.h"

static void financing(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    side_contents(doc, letter->plan, SIDE_FINANCING);
}

static void cost(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    side_contents(doc, letter->plan, SIDE_COST);
}

static void sectors(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    sectors_contents(doc, letter->plan);
}

/* One funder's money and time, by year. */
static void certificate(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    const struct periods over = periods_new(letter->plan, BY_YEAR);
    /* clang-format off */
    const struct item items[] = {
        { tr(N_("In cash")), NULL, { .side = FINANCING_SIDE, .form = IN_CASH, .payer = &letter->funder->section }, NULL, NULL },
        { text_capital(doc->arena, tr(N_("in kind"))), NULL, { .side = FINANCING_SIDE, .form = IN_KIND, .payer = &letter->funder->section }, NULL, NULL },
        { tr(N_("Total")), NULL, { .side = FINANCING_SIDE, .payer = &letter->funder->section }, NULL, NULL },
    };
    /* clang-format on */
    struct doc_table *table = period_table(doc, &over, tr(N_("Co-financing")), "", NULL);
    for (int i = 0; i < 3; i++) {
        struct doc_row *row = item_row(doc, table, &over, &items[i], 0);
        row->is_total = i == 2;
        row->part_of = i < 2 ? 2 : -1;
    }
}

static void membership(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    membership_contents(doc, letter->plan);
}

/* Whether there are activities to tell of; says so where there are none. */
static bool has_activities(struct doc *doc, const struct letter *letter)
{
    bool has_some = letter->plan->project->of[SECTION_ACTIVITY].count > 0;
    if (!has_some)
        doc_text(doc, TONE_NEUTRAL, tr(N_("The project has no activities.")));
    return has_some;
}

static void activities(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    if (has_activities(doc, letter))
        grouped_contents(doc, letter->plan, SAYS_RESPONSIBLE);
}

static void responsible(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    if (has_activities(doc, letter))
        groups_contents(doc, letter->plan, SAYS_RESPONSIBLE);
}

static void status(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    if (has_activities(doc, letter))
        groups_contents(doc, letter->plan, SAYS_STATUS);
}

static void calendar(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    if (has_activities(doc, letter))
        calendar_contents(doc, letter->plan);
}

/* All that a template can say of this project. */
static void keys(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)letter;
    const struct doc_column columns[] = { { tr(N_("Value")), -1, true } };
    struct doc_table *table = doc_table(doc, "", tr(N_("Key")), columns, 1);
    for (int i = 0; i < fields->all.count; i++)
        doc_row(doc, table, fields->all.items[i].key, 0)->cells[0] = cell_text(fields->all.items[i].shown, NULL);
}

const struct letter_table letter_tables[] = {
    { "financing", N_("funders by year, with their share"), OF_PROJECT, financing },
    { "cost", N_("cost by category and year"), OF_PROJECT, cost },
    { "sectors", N_("public and private money, in cash and in kind"), OF_PROJECT, sectors },
    { "certificate", N_("one funder's money and time by year"), OF_FUNDER, certificate },
    { "membership", N_("what a membership takes and gives by year"), OF_MEMBERSHIP, membership },
    { "activities", N_("the activities, by who is responsible for them"), OF_PROJECT, activities },
    { "responsible", N_("activities, occasions, hours and cost by year, by who is responsible"), OF_PROJECT,
      responsible },
    { "status", N_("the same by status"), OF_PROJECT, status },
    { "calendar", N_("month by month: what is held, in what form, how long, by whom"), OF_PROJECT, calendar },
    { "claim-cost", N_("eligible cost by category: decided, before, the period, to date, left"), OF_CLAIM, claim_cost },
    { "claim-money", N_("what is asked for, held back, to be paid and left"), OF_CLAIM, claim_money },
    { "claim-ledger", N_("accounts against categories, in the period"), OF_CLAIM, claim_ledger },
    { "follow-cost", N_("the whole project by category: budget, outcome, forecast"), OF_FOLLOWED, follow_cost },
    { "follow-financing", N_("funders: entitled, booked, forecast"), OF_FOLLOWED, follow_financing },
    { "fees", N_("fees by tariff, today and as proposed"), OF_PROJECT, fees_by_tariff },
    { "every-fee", N_("the same of every member"), OF_PROJECT, fees_by_member },
    { "keys", N_("every key of the project with what it says"), OF_PROJECT, keys },
    { 0 },
};
