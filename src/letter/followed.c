#include "followed.h"

#include <medfin/follow/claim_vouchers.h>
#include <medfin/follow/follow_up.h>
#include <medfin/follow/money_tables.h>

void letter_followed_add(struct doc *doc, const struct letter *letter)
{
    if (letter->follow)
        follow_up_contents(doc, letter->follow, FOLLOW_BY_CATEGORY);
    if (letter->claim)
        claim_contents(doc, letter->follow, letter->claim);
}

void write_claiming(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    const struct claim_sums sums = claim_sums(letter->follow, letter->claim);
    const struct section *funder = &letter->funder->section;
    const bool pays_back = !sums.is_unknown && sums.due < 0;
    letter_sentence(writing, funder,
                    pays_back ? tr(N_("{{letter.organisation}} is to pay {{claim.due}} back to {{payers.*.title}}."))
                              : tr(N_("{{letter.organisation}} asks {{payers.*.title}} to pay {{claim.due}} for "
                                      "{{claim.from}} to {{claim.to}}.")));
    text_add(&writing->out, " ");
    letter_sentence(writing, NULL,
                    tr(N_("The eligible cost of the period is {{claim.cost.total.period}}, and to date "
                          "{{claim.cost.total.to_date}} of the decided {{claim.cost.total.decided}}.")));
    if (letter->claim->is_final) {
        text_add(&writing->out, " ");
        letter_sentence(writing, NULL, tr(N_("This is the final claim.")));
    }
}

/* What texts of contents warn of, a point each, under a heading; nothing where they warn of nothing. */
static void write_points_of(struct writing *writing, const struct doc *doc, const char *heading)
{
    bool is_begun = false;
    for (int i = 0; i < doc->blocks.count; i++) {
        if (doc->blocks.items[i].kind != BLOCK_TEXT || doc->blocks.items[i].tone != TONE_WARNING)
            continue;
        letter_words(writing, is_begun ? "\n- " : arena_text(writing->letter->arena, "%s\n\n- ", heading));
        letter_words(writing, doc->blocks.items[i].text);
        is_begun = true;
    }
}

static struct doc *doc_of(const struct writing *writing)
{
    const struct letter *letter = writing->letter;
    return doc_new(letter->arena, letter->language, letter->unit);
}

void write_claim_notes(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    claim_notes(doc, writing->letter->follow, writing->letter->claim);
    flexibility_text(doc, writing->letter->follow);
    write_points_of(writing, doc, tr(N_("## To be noted")));
}

/* A table of contents of its own under its heading; nothing where there is none. */
static void write_table_under(struct writing *writing, const struct doc *doc, const char *name, const char *heading)
{
    bool has_table = false;
    for (int i = 0; i < doc->blocks.count; i++)
        has_table = has_table || doc->blocks.items[i].kind == BLOCK_TABLE;
    if (!has_table)
        return;
    letter_words(writing, heading);
    letter_words(writing, *heading ? "\n\n" : "");
    letter_table_add(writing, name, doc);
}

void write_enclosures(struct writing *writing)
{
    if (writing->letter->plan->project->book)
        letter_words(writing, tr(N_("- Accounts and categories, below\n")));
    letter_words(writing, tr(N_("- [ledger extract of the period]\n- [progress report]")));
}

void write_claim_accounts(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    claim_accounts(doc, writing->letter->follow, writing->letter->claim);
    write_table_under(writing, doc, "claim-ledger", "");
}

void write_progress(struct writing *writing)
{
    const struct follow *follow = writing->letter->follow;
    const bool is_whole = follow->through >= plan_last(follow->forecast);
    letter_sentence(
        writing, NULL,
        is_whole ? tr(N_("The project has cost {{total.cost.total}}, and the funders pay {{total.financing.total}}."))
                 : tr(N_("Through {{follow_up.through}} the cost of the year is {{follow_up.cost.total.outcome}}, and "
                         "the budget to date {{follow_up.cost.total.budget_to_date}}. The forecast of the year is "
                         "{{follow_up.cost.total.forecast}} of a budget of {{follow_up.cost.total.budget}}.")));
}

void write_deviations(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    follow_deviations(doc, writing->letter->follow);
    write_table_under(writing, doc, "deviations", tr(N_("### Deviations")));
}

void write_held(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    follow_activities(doc, writing->letter->follow);
    write_table_under(writing, doc, "held", tr(N_("## Activities")));
}

void write_measured(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    follow_indicators(doc, writing->letter->follow);
    write_table_under(writing, doc, "measured", tr(N_("## Indicators")));
}

void write_lapses(struct writing *writing)
{
    struct doc *doc = doc_of(writing);
    follow_lapses(doc, writing->letter->follow);
    write_table_under(writing, doc, "lapses", tr(N_("### What is not used")));
}

void claim_cost(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    claim_cost_table(doc, letter->follow, letter->claim);
}

void claim_money(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    claim_money_table(doc, letter->follow, letter->claim);
}

void claim_ledger(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    claim_accounts(doc, letter->follow, letter->claim);
}

void follow_cost(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    follow_whole(doc, letter->follow);
}

void follow_financing(struct doc *doc, const struct letter *letter, const letter_field_list *fields)
{
    (void)fields;
    financing_table(doc, letter->follow);
}
