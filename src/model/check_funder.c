/* What must hold between a funder's values, and between funders that match one another. */

#include "build.h"

#include <medfin/base/text.h>

static void complain(struct build *build, enum diag_id id, const struct funder *funder,
                     const struct fact *fact, const struct diag_arg *args)
{
    diag_add(build->diags, id, fact_place(&funder->section, fact), args);
}

static const struct funder *matched(const struct funder *funder, int i)
{
    const struct section *section = funder->matches.sections[i];
    return section->kind == SECTION_FUNDER ? (const struct funder *)section : NULL;
}

/* Follow the matches from `from` until `to`, each funder once; the way is written to `path`. */
static bool leads_to(const struct funder *from, const struct funder *to, bool *seen, struct text *path)
{
    if (seen[from->section.order])
        return false;
    seen[from->section.order] = true;
    for (int i = 0; i < from->matches.value.count; i++) {
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
    for (int i = 0; i < funder->matches.value.count; i++) {
        const struct funder *other = matched(funder, i);
        if (!other || funder_kind(other) != FUNDER_MATCH || other->section.order < funder->section.order)
            continue;
        struct text path = text_new(build->arena);
        bool *seen = arena_take(build->arena, (size_t)build->entries.count, sizeof *seen);
        if (other == funder || leads_to(other, funder, seen, &path)) {
            const char *circle = other == funder ? funder->section.id : path.bytes;
            complain(build, DIAG_MATCH_CIRCLE, funder, &funder->matches,
                     ARGS(arg_text(arena_text(build->arena, "%s → %s", funder->section.id, circle))));
        } else {
            complain(build, DIAG_MATCH_ORDER, funder, &funder->matches,
                     ARGS(arg_text(other->section.id), arg_place(other->section.place)));
        }
    }
}

static void check_match(struct build *build, const struct funder *funder)
{
    check_order(build, funder);
    enum share_basis basis = (enum share_basis)funder->basis.value.number;
    if (basis != BASIS_ALL && basis != BASIS_CASH)
        complain(build, DIAG_BASIS_OF_DRAW, funder, &funder->basis, NULL);
    if (fact_is_stated(&funder->amount) && funder->amount.value.period != PERIOD_TOTAL)
        complain(build, DIAG_CEILING_PERIOD, funder, &funder->amount, NULL);
    if (funder->years.count)
        diag_add(build->diags, DIAG_KEY_NOT_COMPUTED, funder->years.items[0].fact.by->key_place,
                 ARGS(arg_text(arena_text(build->arena, "%d", month_year(funder->years.items[0].at)))));
}

/* Whether a line is booked as this funder's contribution in kind. */
static bool bears_in_kind(const struct build *build, const struct funder *funder)
{
    for (int i = 0; i < build->entries.count; i++) {
        const struct section *section = build->entries.items[i]->section;
        const struct fact *by = section && section->kind == SECTION_STAFF ? &((const struct staff *)section)->in_kind_by
                                : section && section->kind == SECTION_COST ? &((const struct cost *)section)->in_kind_by
                                                                           : NULL;
        if (by && by->value.count && *by->sections == &funder->section)
            return true;
    }
    return false;
}

/* Keys that say something only of a match. */
static void check_fixed(struct build *build, const struct funder *funder)
{
    bool amount = fact_is_stated(&funder->amount);
    if (amount && funder->years.count)
        diag_add(build->diags, DIAG_TWO_AMOUNTS, funder->section.place, ARGS(arg_text(funder->section.id)));
    if (!amount && !funder->years.count && !bears_in_kind(build, funder))
        diag_add(build->diags, DIAG_NO_AMOUNT, funder->section.place, ARGS(arg_text(funder->section.id)));
    const struct fact *of_match[] = { &funder->ratio, &funder->counts_in_kind };
    for (size_t i = 0; i < sizeof of_match / sizeof *of_match; i++)
        if (fact_is_stated(of_match[i]))
            complain(build, DIAG_KEY_NEEDS_MATCHES, funder, of_match[i],
                     ARGS(arg_text(of_match[i]->by->key->name)));
}

static void check_years(struct build *build, const struct funder *funder)
{
    month first = line_first(build->project, &funder->from), last = line_last(build->project, &funder->to);
    for (int i = 0; i < funder->years.count; i++) {
        const struct dated *year = &funder->years.items[i];
        if (year->at + 11 < first || year->at > last)
            diag_add(build->diags, DIAG_AMOUNT_OUTSIDE, year->fact.by->key_place,
                     ARGS(arg_month(first), arg_month(last)));
        if (year->fact.value.status != STATUS_NONE)
            diag_add(build->diags, DIAG_YEAR_STATUS_NOT_COMPUTED, year->fact.by->place, NULL);
    }
}

void check_funders(struct build *build)
{
    const struct section_list *funders = &build->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        if (!check_span(build, &funder->section, &funder->from, &funder->to))
            continue;
        if (funder_kind(funder) == FUNDER_MATCH)
            check_match(build, funder);
        else
            check_fixed(build, funder);
        check_years(build, funder);
    }
}
