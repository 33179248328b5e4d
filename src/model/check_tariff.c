/* What must hold of a tariff by itself: that it says a fee, and that every size has one class. */

#include "check_tariff.h"

#include <string.h>

#include <medfin/base/sort.h>
#include <medfin/model/tariff.h>

#include "check_members.h"

static void complain(struct build *build, enum diag_id id, const struct tariff *tariff, const struct fact *fact,
                     const struct diag_arg *args)
{
    diag_add(build->diags, id, fact_place(&tariff->section, fact), args);
}

static int by_lower_bound(const void *left, const void *right)
{
    const struct size_class *a = left, *b = right;
    return a->from < b->from ? -1 : a->from > b->from;
}

static const char *bounds_text(struct build *build, const struct size_class *class)
{
    return arena_text(build->arena, "%s–%s", count_text(build->arena, class->from),
                      class->to == INT64_MAX ? "" : count_text(build->arena, class->to));
}

/* `from` to `to` fall in no class. */
static void gap_fault(struct build *build, const struct tariff *tariff, const struct fact *classes, int64_t from,
                      int64_t to)
{
    if (from == to)
        complain(build, DIAG_CLASS_GAP_OF_ONE, tariff, classes, ARGS(arg_count(from)));
    else
        complain(build, DIAG_CLASS_GAP, tariff, classes, ARGS(arg_count(from), arg_count(to)));
}

/* Classes follow one another from the first inhabitant on; the last may be open. */
static void check_classes(struct build *build, const struct tariff *tariff, const struct fact *classes)
{
    int count = classes->value.count;
    struct size_class *sorted = arena_take(build->arena, (size_t)count + 1, sizeof *sorted);
    if (!count)
        return;
    memcpy(sorted, classes->value.classes, (size_t)count * sizeof *sorted);
    sort_array(sorted, count, by_lower_bound, build->arena);
    if (sorted[0].from > 1)
        gap_fault(build, tariff, classes, 1, sorted[0].from - 1);
    for (int i = 1; i < count; i++) {
        const struct size_class *before = &sorted[i - 1], *class = &sorted[i];
        if (class->from <= before->to)
            complain(build, DIAG_CLASS_OVERLAP, tariff, classes,
                     ARGS(arg_count(class->from), arg_text(bounds_text(build, before)),
                          arg_text(bounds_text(build, class))));
        else if (class->from > before->to + 1)
            gap_fault(build, tariff, classes, before->to + 1, class->from - 1);
    }
}

static bool is_known(const struct tariff *tariff)
{
    for (int shape = 0; shape < SHAPE_COUNT; shape++)
        if (tariff_component(tariff, (enum tariff_shape)shape)->value.unknown)
            return false;
    return !tariff->minimum->value.unknown && !tariff->maximum->value.unknown;
}

/* Within a class a fee grows with size, so it can fall only where one ends. */
static void check_falling(struct build *build, const struct tariff *tariff, const struct fact *classes)
{
    for (int i = 0; i < classes->value.count; i++) {
        int64_t last = classes->value.classes[i].to;
        if (last == INT64_MAX || tariff_counted(tariff, last + 1) == tariff_counted(tariff, last))
            continue;
        wide fee = tariff_amount(tariff, last), next = tariff_amount(tariff, last + 1);
        if (next >= fee || !class_of(&classes->value, last + 1) || fee / ORE_FINE > MONEY_LIMIT)
            continue;
        complain(build, DIAG_FEE_FALLS, tariff, classes,
                 ARGS(arg_count(last), arg_money(round_quotient(fee, ORE_FINE)), arg_count(last + 1),
                      arg_money(round_quotient(next, ORE_FINE))));
        return;
    }
}

static void check_components(struct build *build, const struct tariff *tariff)
{
    static const enum tariff_shape by_class[] = { SHAPE_CLASS, SHAPE_CLASS_RATE, SHAPE_BANDS };
    int stated = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++)
        stated += fact_is_stated(tariff_component(tariff, (enum tariff_shape)shape));
    if (!stated)
        diag_add(build->diags, DIAG_NO_FEE, tariff->section.place, ARGS(arg_text(tariff->section.id)));
    int errors = diags_errors(build->diags);
    for (size_t i = 0; i < sizeof by_class / sizeof *by_class; i++)
        check_classes(build, tariff, tariff_component(tariff, by_class[i]));
    for (size_t i = 0; i < sizeof by_class / sizeof *by_class; i++)
        if (diags_errors(build->diags) == errors && is_known(tariff))
            check_falling(build, tariff, tariff_component(tariff, by_class[i]));
}

static void check_limits_of_fee(struct build *build, const struct tariff *tariff)
{
    const struct fact *least = tariff->minimum, *most = tariff->maximum;
    bool both = fact_is_stated(least) && fact_is_stated(most) && !least->value.unknown && !most->value.unknown;
    if (both && least->value.number > most->value.number)
        complain(build, DIAG_FLOOR_ABOVE_CEILING, tariff, least,
                 ARGS(arg_money(least->value.number), arg_money(most->value.number), arg_place(most->by->place)));
}

/* Every class that a size must fall in holds it; false after a fault. */
bool check_size(struct build *build, const struct tariff *tariff, const char *whose, struct place place, int64_t size)
{
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const struct value *value = &tariff_component(tariff, (enum tariff_shape)shape)->value;
        int64_t counted = tariff_counted(tariff, size);
        if (!value->count || class_of(value, counted) || !counted)
            continue;
        diag_add(build->diags, DIAG_NO_CLASS, place,
                 ARGS(arg_text(whose), arg_count(counted), arg_text(tariff->section.id)));
        return false;
    }
    return true;
}

static void check_count(struct build *build, const struct tariff *tariff)
{
    bool counts = fact_is_stated(tariff->count) || tariff->counts.count;
    const struct fact *size = tariff->inhabitants;
    if (counts && tariff_asks_size(tariff) && !fact_is_stated(size))
        diag_add(build->diags, DIAG_COUNT_WITHOUT_SIZE, tariff->section.place, ARGS(arg_text(tariff->section.id)));
    else if (counts && tariff_asks_size(tariff))
        check_size(build, tariff, tariff->section.id, size->by->place, size->value.number);
    if (fact_is_stated(size) && !counts)
        complain(build, DIAG_SIZE_WITHOUT_COUNT, tariff, size, NULL);
    for (int i = 0; i < tariff->counts.count; i++) {
        const struct dated *dated = &tariff->counts.items[i];
        if (dated->at > build->project->last)
            diag_add(build->diags, DIAG_DATE_WITHOUT_EFFECT, dated->fact.by->key_place,
                     ARGS(arg_month(dated->at), arg_month(build->project->first), arg_month(build->project->last)));
    }
}

void check_tariff(struct build *build, const struct section *section)
{
    const struct tariff *tariff = (const struct tariff *)section;
    check_components(build, tariff);
    check_limits_of_fee(build, tariff);
    check_count(build, tariff);
    check_sizes(build, tariff);
}
