/* A match a : b against all that others pay, one of whom pays what is left, is a fixed point: what it pays is
   a ÷ (a + b) of the whole, if all others are matched and it counts the whole cost. Where in kind is not matched, the
   whole is the cash cost. Anything else no share says. */

#include "match_hint.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/funder.h>
#include <medfin/model/key_names.h>

static bool gives_in_kind(const struct project *project, const struct funder *funder)
{
    return fact_is_stated(funder->in_kind) || funder_borne_line(project, funder);
}

/* What is matched is all that others pay, and its own gifts, which nothing matches, do not count. */
static bool others_are_matched(const struct project *project, const struct funder *funder)
{
    bool counts_in_kind = funder->counts_in_kind->value.number;
    const struct section_list *funders = &project->of[SECTION_FUNDER];
    if (project->of[SECTION_TARIFF].count || (counts_in_kind && gives_in_kind(project, funder)))
        return false;
    for (int i = 0; i < funders->count; i++) {
        const struct funder *other = (const struct funder *)funders->items[i];
        bool is_idle = other == funder || funder_is_rejected(other);
        if (!is_idle && !fact_names(funder->matches, &other->section))
            return false;
    }
    return true;
}

static bool counts_all_cost(const struct project *project, const struct funder *funder)
{
    for (int i = 0; i < project->costs.count; i++)
        if (!((const struct line *)project->costs.items[i])->eligible->value.number)
            return false;
    return !fact_is_stated(funder->excludes) && !fact_is_stated(funder->line.from) && !fact_is_stated(funder->line.to);
}

static bool has_in_kind(const struct project *project)
{
    for (int i = 0; i < project->of[SECTION_FUNDER].count; i++)
        if (gives_in_kind(project, (const struct funder *)project->of[SECTION_FUNDER].items[i]))
            return true;
    return false;
}

/* The highest share limits what a match pays, and a share not: it has to be one that never binds. */
static bool may_bind(const struct funder *funder, share part, bool says_basis)
{
    const struct value *most = &funder->max_share->value;
    return fact_is_stated(funder->max_share) && (says_basis || most->unknown || most->number < part);
}

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* "50 %"; "2/3" where the percent has no end. */
static const char *part_text(struct arena *arena, const struct funder *funder, enum language language)
{
    const int64_t grant = funder->ratio->value.number, whole = grant + funder->ratio->value.second;
    const share part = (share)((wide)grant * SHARE_ONE / whole);
    if ((wide)part * whole == (wide)grant * SHARE_ONE)
        return text_with_plain_spaces(arena, share_text(arena, part, language));
    const int64_t by = common_divisor(grant, whole);
    return arena_text(arena, "%lld/%lld", (long long)(grant / by), (long long)(whole / by));
}

static const char *share_said(struct arena *arena, const struct funder *funder, bool says_basis, enum language language)
{
    const char *part_key = key_translated(arena, SECTION_FUNDER, "share", language),
               *basis_key = key_translated(arena, SECTION_FUNDER, "basis", language);
    const struct word *word = word_of_code(words_basis, funder->counts_in_kind->value.number ? BASIS_ALL : BASIS_CASH);
    const char *part = part_text(arena, funder, language);
    return says_basis ? arena_text(arena, "%s = %s, %s = %s", part_key, part, basis_key,
                                   language == LANGUAGE_SV ? word->swedish : word->english)
                      : arena_text(arena, "%s = %s", part_key, part);
}

static const char *keys_listed(struct arena *arena, const struct fact *const *facts, int count, enum language language)
{
    struct text list = text_new(arena);
    for (int i = 0; i < count; i++)
        if (facts[i] && fact_is_stated(facts[i]))
            text_addf(&list, "%s%s", list.size ? ", " : "",
                      key_translated(arena, SECTION_FUNDER, facts[i]->by->key->name, language));
    return list.bytes;
}

struct match_hint match_hint(const struct build *build, const struct funder *funder)
{
    struct arena *arena = build->arena;
    const struct project *project = build->project;
    const wide grant = funder->ratio->value.number, whole = grant + funder->ratio->value.second;
    enum share_basis meant = funder->counts_in_kind->value.number ? BASIS_ALL : BASIS_CASH;
    bool says_basis = has_in_kind(project) && (enum share_basis)funder->basis->value.number != meant;
    bool is_share = others_are_matched(project, funder) && counts_all_cost(project, funder) &&
                    !may_bind(funder, (share)(grant * SHARE_ONE / whole), says_basis);
    const struct fact *facts[] = { funder->matches, funder->ratio, funder->counts_in_kind,
                                   is_share && says_basis ? funder->basis : NULL };
    return (struct match_hint){
        is_share,
        arg_either(share_said(arena, funder, says_basis, LANGUAGE_EN),
                   share_said(arena, funder, says_basis, LANGUAGE_SV)),
        arg_either(keys_listed(arena, facts, 4, LANGUAGE_EN), keys_listed(arena, facts, 4, LANGUAGE_SV)),
    };
}
