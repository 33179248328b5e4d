#include "payers.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/papers/standing.h>
#include <medfin/plan/sums.h>

#include "own_fields.h"

const struct section_list *payers_of(const struct writing *writing)
{
    return &writing->letter->plan->project->payers;
}

bool payer_gives_in_kind(const struct writing *writing, const struct section *payer)
{
    const struct plan *plan = writing->letter->plan;
    const struct selection of = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = payer };
    struct cell sum = plan_sum(plan, &of, plan->first, plan_last(plan));
    return !cell_is_known(sum) || sum.amount;
}

bool payer_is_own(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder && funder->own->value.number;
}

/* Own money without a decision of its own is what the letter is about. */
static bool is_decided_here(const struct writing *writing, const struct section *payer)
{
    const struct fact *project = writing->letter->plan->project->reference;
    const char *reference = payer_reference(payer);
    return payer_is_own(payer) && !payer_is_rejected(payer) &&
           (!reference || !fact_is_stated(project) || strcmp(reference, project->value.text) == 0);
}

static void add_part(struct doc_cell *sum, const struct doc_cell *more)
{
    sum->number += more->number;
    sum->whole += more->whole;
    sum->unknown = sum->unknown || more->unknown;
}

struct payer_parts payer_parts(const struct standing *standing, const struct section *payer)
{
    struct payer_parts parts = { 0 };
    struct doc_cell *const of[] = {
        [STANDS_SETTLED] = &parts.settled, [STANDS_PROPOSED] = &parts.proposed, [STANDS_APPLIED] = &parts.applied
    };
    for (int i = 0; i < standing->parts.count; i++)
        if (standing->parts.items[i].payer == payer)
            add_part(of[standing->parts.items[i].kind], &standing->parts.items[i].sum);
    return parts;
}

static bool is_some(const struct doc_cell *sum)
{
    return sum->number || sum->unknown;
}

bool payer_is_part_settled(const struct payer_parts *parts)
{
    return is_some(&parts->settled) && (is_some(&parts->proposed) || is_some(&parts->applied));
}

/* What the payer's status means to this decision. */
static const char *status_sentence(const struct writing *writing, const struct section *payer,
                                   const struct payer_parts *parts, bool is_decision)
{
    /* clang-format off */
    static const char *const sentences[] = {
        [STATUS_GRANTED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, granted, see {{payers.*.reference}}."),
        [STATUS_DECIDED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, decided, see {{payers.*.reference}}."),
        [STATUS_PROPOSED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, proposed and not yet decided."),
        [STATUS_ESTIMATED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, estimated and not yet decided."),
        [STATUS_APPLIED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, applied for."),
        [STATUS_REJECTED] = N_("{{payers.*.title}}: refused, contributes nothing."),
    };
    /* clang-format on */
    enum status status = (enum status)payer_status(payer)->value.number;
    if (is_decision && is_decided_here(writing, payer))
        return N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, set aside by this decision.");
    if (payer_is_part_settled(parts))
        return N_(
            "{{payers.*.title}}: {{total.financing.by_funder.*}}. Of this, {{payers.*.settled}} is decided, see {{payers.*.reference}}, and {{payers.*.open}} is not decided yet: {{payers.*.status}}.");
    if (is_some(&parts->proposed) && is_some(&parts->applied))
        return N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, not decided yet: {{payers.*.status}}.");
    if (!payer_funder(payer) && (status == STATUS_NONE || status_is_secured(status)))
        return N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, paid by the members.");
    return sentences[status];
}

static bool is_decided_elsewhere(const struct section *payer)
{
    bool is_application = payer_status(payer)->value.number == STATUS_APPLIED;
    return payer_is_undecided(payer) && !payer_is_own(payer) && (is_application || payer_reference(payer));
}

/* Of all, or of all but one; a letter may decide on the owner's own money. */
static void write_each(struct writing *writing, const struct section *but, bool is_decision)
{
    const struct letter *letter = writing->letter;
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    const struct standing standing = standing_of(doc, letter->plan);
    int told = 0;
    for (int i = 0; i < payers_of(writing)->count; i++) {
        const struct section *payer = payers_of(writing)->items[i];
        if (payer == but)
            continue;
        const struct payer_parts parts = payer_parts(&standing, payer);
        letter_words(writing, told++ ? "\n- " : "- ");
        letter_sentence(writing, payer, tr(status_sentence(writing, payer, &parts, is_decision)));
        if (is_decided_elsewhere(payer) && !payer_is_part_settled(&parts)) {
            text_add(&writing->out, " ");
            letter_sentence(writing, payer,
                            tr(N_("This is decided in a matter of its own, see {{payers.*.reference}}.")));
        }
        if (payer_gives_in_kind(writing, payer)) {
            text_add(&writing->out, " ");
            letter_sentence(writing, payer,
                            tr(N_("Of this, {{total.financing.by_funder.*.in_kind}} is given in kind.")));
        }
    }
    if (!told && !but)
        letter_sentence(writing, NULL, tr(N_("No funder is stated.")));
}

void write_funders(struct writing *writing)
{
    write_each(writing, NULL, true);
}

void write_payers(struct writing *writing)
{
    write_each(writing, NULL, false);
}

void write_other_funders(struct writing *writing)
{
    write_each(writing, &writing->letter->funder->section, false);
}

void write_certified(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    const struct standing standing = standing_of(doc, letter->plan);
    const struct payer_parts parts = payer_parts(&standing, &letter->funder->section);
    if (payer_is_part_settled(&parts))
        letter_sentence(writing, &letter->funder->section,
                        tr(N_("Of this, {{payers.*.settled}} is decided, and {{payers.*.open}} is not decided yet: "
                              "{{payers.*.status}}.")));
}
