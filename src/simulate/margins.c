#include "margins.h"

#include <medfin/rules/rules.h>

/* Of the reading that decides. */
static bool is_looked_at(const struct judgement *judgement, const struct judged_place *place)
{
    return place->reading == judgement->deciding;
}

/* A rule that a place can break is told by such places, another one by all. */
static bool only_warns(const struct judgement *judgement)
{
    bool any = !verdict_holds(judgement->least);
    for (int i = 0; i < judgement->places.count; i++)
        any = any || (is_looked_at(judgement, &judgement->places.items[i]) &&
                      !verdict_holds(judgement->places.items[i].otherwise));
    return !any;
}

static month at_of(const struct plan *plan, const struct judged_place *place)
{
    if (place->at)
        return place->at;
    return place->year ? month_earlier(year_last(place->year), plan_last(plan)) : plan_last(plan);
}

static struct margin margin_of(const struct drawn_plan *drawn, const struct judgement *judgement, struct arena *arena)
{
    struct margin margin = { .rule = judgement->rule,
                             .subject = judgement->subject,
                             .person = judgement->person,
                             .applies = judgement->applies,
                             .is_alone = judgement->is_alone,
                             .always_breaks = !verdict_holds(judgement->least),
                             .only_warns = only_warns(judgement) };
    for (int i = 0; i < judgement->places.count; i++) {
        const struct judged_place *place = &judgement->places.items[i];
        bool is_taken = margin.only_warns || margin.always_breaks || !verdict_holds(place->otherwise);
        if (!is_looked_at(judgement, place) || !is_taken)
            continue;
        margin.step = place->at ? PLACE_MONTH : place->year ? PLACE_YEAR : PLACE_WHOLE;
        struct margin_place *taken = list_add(&margin.places, arena);
        taken->at = at_of(drawn->plan, place);
        taken->margin = margin.always_breaks ? 0 : place->margin;
        taken->tolerance = margin.always_breaks ? 0 : place->tolerance;
        taken->applies = place->applies;
    }
    return margin;
}

margin_list margins_find(const struct drawn_plan *drawn, struct arena *arena)
{
    struct judgements judgements = { 0 };
    for (int i = 0; i < rule_count; i++)
        rule_rows[i].make(drawn->plan, &rule_rows[i], &judgements);
    margin_list margins = { 0 };
    for (int i = 0; i < judgements.count; i++) {
        const struct margin margin = margin_of(drawn, &judgements.items[i], arena);
        if (margin.places.count)
            *list_add(&margins, arena) = margin;
    }
    return margins;
}

void margins_ask(const margin_list *margins, node_list *asked, struct arena *arena)
{
    for (int i = 0; i < margins->count; i++) {
        const struct margin *margin = &margins->items[i];
        *list_add(asked, arena) = margin->applies;
        for (int p = 0; p < margin->places.count; p++) {
            *list_add(asked, arena) = margin->places.items[p].margin;
            *list_add(asked, arena) = margin->places.items[p].tolerance;
            *list_add(asked, arena) = margin->places.items[p].applies;
        }
    }
}

static bool never_applies(const struct margin_place *place, const struct fold *fold)
{
    const struct affine form = fold_form(fold, place->applies);
    return place->applies && affine_is_certain(&form) && !form.constant;
}

/* Where a place applies in some trials alone its margin lacks nothing in the others. */
static void fold_places(struct margin *margin, const struct fold *fold)
{
    int kept = 0;
    for (int p = 0; p < margin->places.count; p++)
        if (margin->always_breaks || !never_applies(&margin->places.items[p], fold))
            margin->places.items[kept++] = margin->places.items[p];
    margin->places.count = kept;
    for (int p = 0; p < margin->places.count; p++) {
        struct margin_place *place = &margin->places.items[p];
        place->form = margin->always_breaks ? affine_constant(-1) : fold_form(fold, place->margin);
        place->form.constant += fold_form(fold, place->tolerance).constant;
    }
}

/* Whether there is a finding in any trial; of what breaks in none, as the project stands. */
static bool applies(const struct margin *margin, const struct drawn_plan *drawn, const struct figure_list *values,
                    struct arena *arena)
{
    if (!margin->applies)
        return true;
    if (affine_is_certain(&margin->applies_form))
        return margin->applies_form.constant != 0;
    return !margin->only_warns || drawn_plan_stated(drawn, values, margin->applies, arena) != 0;
}

void margins_fold(margin_list *margins, const struct drawn_plan *drawn, const struct figure_list *values,
                  const struct fold *fold, struct arena *arena)
{
    int kept = 0;
    for (int i = 0; i < margins->count; i++) {
        struct margin margin = margins->items[i];
        margin.applies_form = fold_form(fold, margin.applies);
        bool is_beside = kept && margins->items[kept - 1].rule == margin.rule;
        fold_places(&margin, fold);
        if (margin.places.count && applies(&margin, drawn, values, arena) && !(margin.is_alone && is_beside))
            margins->items[kept++] = margin;
    }
    margins->count = kept;
}
