/* What must hold between a funder's values, and between funders that match one another. */

#include "check_funder.h"

#include <medfin/base/text.h>
#include <medfin/model/funder.h>
#include <medfin/model/key_names.h>

#include "check.h"
#include "match_hint.h"

static void complain(struct build *build, enum diag_id id, const struct funder *funder, const struct fact *fact,
                     const struct diag_arg *args)
{
    diag_add(build->diags, id, fact_place(&funder->section, fact), args);
}

static const struct funder *matched(const struct funder *funder, int i)
{
    const struct section *section = funder->matches->sections[i];
    return section->kind == SECTION_FUNDER ? (const struct funder *)section : NULL;
}

/* Follow the matches from `from` until `to`, each funder once; the way is written to `path`. */
static bool leads_to(const struct funder *from, const struct funder *to, bool *seen, struct text *path)
{
    if (seen[from->section.order])
        return false;
    seen[from->section.order] = true;
    for (int i = 0; i < from->matches->value.count; i++) {
        const struct funder *next = matched(from, i);
        if (!next || (next != to && !leads_to(next, to, seen, path)))
            continue;
        struct text behind = *path;
        *path = text_new(behind.arena);
        text_addf(path, "%s → %s", from->section.id, next == to ? to->section.id : behind.bytes);
        return true;
    }
    return false;
}

static void check_order(struct build *build, const struct funder *funder)
{
    for (int i = 0; i < funder->matches->value.count; i++) {
        const struct funder *other = matched(funder, i);
        if (!other || funder_kind(other) != FUNDER_MATCH || other->section.order < funder->section.order)
            continue;
        struct text path = text_new(build->arena);
        bool *seen = arena_take(build->arena, (size_t)build->orders, sizeof *seen);
        if (other == funder || leads_to(other, funder, seen, &path)) {
            const char *circle = other == funder ? funder->section.id : path.bytes;
            complain(build, DIAG_MATCH_CIRCLE, funder, funder->matches,
                     ARGS(arg_text(arena_text(build->arena, "%s → %s", funder->section.id, circle))));
        } else {
            complain(build, DIAG_MATCH_ORDER, funder, funder->matches,
                     ARGS(arg_text(other->section.id), arg_place(other->section.place)));
        }
    }
}

static void refuse_remainder(struct build *build, const struct funder *funder)
{
    if (funder->remainder->value.number)
        complain(build, DIAG_TWO_KINDS, funder, funder->remainder, ARGS(arg_text("remainder")));
}

/* What a share or a match draws is known month by month, so its percent is of costs. */
static void check_draw(struct build *build, const struct funder *funder)
{
    enum share_basis basis = (enum share_basis)funder->basis->value.number;
    if (basis != BASIS_ALL && basis != BASIS_CASH)
        complain(build, DIAG_BASIS_OF_DRAW, funder, funder->basis, NULL);
    if (fact_is_stated(funder->amount) && funder->amount->value.period != PERIOD_TOTAL)
        complain(build, DIAG_CEILING_PERIOD, funder, funder->amount, NULL);
    if (fact_is_stated(funder->amount) && funder->years.count)
        diag_add(build->diags, DIAG_TWO_AMOUNTS, funder->section.place, ARGS(arg_text(funder->section.id)));
    if (fact_is_stated(funder->carry_over) && !funder->years.count)
        complain(build, DIAG_CARRY_OVER_OF_DRAW, funder, funder->carry_over, NULL);
}

static void refuse_others(struct build *build, const struct funder *funder, enum diag_id id,
                          const struct fact *const *facts, int count)
{
    for (int i = 0; i < count; i++)
        if (fact_is_stated(facts[i]))
            complain(build, id, funder, facts[i], ARGS(arg_key(facts[i]->by->key)));
}

/* Nothing may match what is itself made of what the others leave. */
static void check_match(struct build *build, const struct funder *funder)
{
    check_draw(build, funder);
    refuse_remainder(build, funder);
    check_order(build, funder);
    for (int i = 0; i < funder->matches->value.count; i++) {
        const struct funder *other = matched(funder, i);
        if (!other || funder_kind(other) != FUNDER_REMAINDER)
            continue;
        const struct match_hint hint = match_hint(build, funder);
        complain(build, hint.is_share ? DIAG_MATCH_OF_REMAINDER : DIAG_MATCH_OF_REMAINDER_AMONG, funder,
                 funder->matches, ARGS(arg_text(other->section.id), hint.in_its_place, hint.to_remove));
    }
}

static void check_of_match(struct build *build, const struct funder *funder)
{
    const struct fact *of_match[] = { funder->ratio, funder->counts_in_kind };
    refuse_others(build, funder, DIAG_KEY_NEEDS_MATCHES, of_match, 2);
}

static void check_share(struct build *build, const struct funder *funder)
{
    const struct fact *other_kinds[] = { funder->matches };
    check_draw(build, funder);
    refuse_remainder(build, funder);
    check_of_match(build, funder);
    refuse_others(build, funder, DIAG_TWO_KINDS, other_kinds, 1);
}

static void check_remainder(struct build *build, const struct funder *funder)
{
    const struct fact *other_kinds[] = { funder->amount, funder->line.from, funder->line.to };
    refuse_others(build, funder, DIAG_TWO_KINDS, other_kinds, 3);
    check_of_match(build, funder);
    if (funder->years.count)
        diag_add(build->diags, DIAG_TWO_KINDS, funder->years.items[0].fact.by->key_place,
                 ARGS(arg_text(arena_text(build->arena, "%d", month_year(funder->years.items[0].at)))));
    const struct section_list *funders = &build->project->of[SECTION_FUNDER];
    for (int i = 0; funders->items[i] != &funder->section; i++) {
        const struct funder *other = (const struct funder *)funders->items[i];
        if (funder_kind(other) == FUNDER_REMAINDER)
            complain(build, DIAG_TWO_REMAINDERS, funder, funder->remainder,
                     ARGS(arg_text(other->section.id), arg_place(other->section.place)));
    }
}

static void check_fixed(struct build *build, const struct funder *funder)
{
    bool amount = fact_is_stated(funder->amount);
    if (amount && funder->years.count)
        diag_add(build->diags, DIAG_TWO_AMOUNTS, funder->section.place, ARGS(arg_text(funder->section.id)));
    if (!amount && !funder->years.count && !fact_is_stated(funder->in_kind) &&
        !funder_borne_line(build->project, funder))
        diag_add(build->diags, DIAG_NO_AMOUNT, funder->section.place, ARGS(arg_text(funder->section.id)));
    if (fact_is_stated(funder->carry_over))
        complain(build, DIAG_CARRY_OVER_OF_DRAW, funder, funder->carry_over, NULL);
    check_of_match(build, funder);
}

static void check_years(struct build *build, const struct funder *funder)
{
    month first = line_first(build->project, &funder->line), last = line_last(build->project, &funder->line);
    for (int i = 0; i < funder->years.count; i++) {
        const struct dated *year = &funder->years.items[i];
        if (month_december(year->at) < first || year->at > last)
            diag_add(build->diags, DIAG_AMOUNT_OUTSIDE, year->fact.by->key_place,
                     ARGS(arg_month(first), arg_month(last)));
    }
}

/* Terms of payment that need other terms to mean anything. */
static void check_payment(struct build *build, const struct funder *funder)
{
    const struct fact *of_claims[] = { funder->claim_every, funder->holdback, funder->one_open_claim };
    if (funder->paid->value.number != PAID_CLAIMS)
        refuse_others(build, funder, DIAG_KEY_NEEDS_CLAIMS, of_claims, 3);
    else if (!fact_is_stated(funder->claim_every))
        complain(build, DIAG_CLAIMS_WITHOUT_PERIOD, funder, funder->paid, NULL);
}

static void check_in_kind(struct build *build, const struct funder *funder)
{
    if (!funder_bears_gross(funder))
        return;
    if (gross_percents(build->project, funder, true) >= SHARE_ONE)
        complain(build, DIAG_IN_KIND_OF_ALL, funder, funder->in_kind, NULL);
    const struct line *line = funder_borne_line(build->project, funder);
    if (line)
        complain(build, DIAG_GROSS_OF_LINES, funder, funder->in_kind,
                 ARGS(arg_text(funder->section.id), arg_place(line->section.place)));
}

void check_funder(struct build *build, const struct section *section)
{
    static void (*const by_kind[])(struct build *, const struct funder *) = {
        [FUNDER_FIXED] = check_fixed,
        [FUNDER_SHARE] = check_share,
        [FUNDER_MATCH] = check_match,
        [FUNDER_REMAINDER] = check_remainder,
    };
    const struct funder *funder = (const struct funder *)section;
    if (!check_span(build, &funder->line))
        return;
    by_kind[funder_kind(funder)](build, funder);
    check_years(build, funder);
    check_payment(build, funder);
    check_in_kind(build, funder);
}
