#include <medfin/plan/fees_derivation.h>

#include <assert.h>

#include "line.h"
#include "price_level.h"

static const struct derivation *derive_inhabitants_of(const struct fee *fee, struct arena *arena)
{
    struct inhabitants of;
    if (!fee->member)
        return derive_fact(arena, &fee->tariff->section, &fee->tariff->inhabitants, MEASURE_NUMBER);
    bool is_stated = member_inhabitants(fee->member, fee->tariff, fee->year, &of);
    assert(is_stated);
    const struct population *population = fee->member->population;
    const struct fact *fact = of.fact ? of.fact : census_row_fact(population->listed, of.counted, arena);
    return derive_fact(arena, of.year ? &population->section : &fee->member->section, fact, MEASURE_NUMBER);
}

static const struct derivation *derive_counted(const struct fee *fee, struct arena *arena)
{
    const struct derivation *inhabitants = derive_inhabitants_of(fee, arena);
    const struct fact *cap = &fee->tariff->inhabitants_cap;
    if (!fact_is_stated(cap))
        return inhabitants;
    return derive(arena, DERIVE_MIN, MEASURE_NUMBER, N_("inhabitants counted"), inhabitants,
                  derive_fact(arena, &fee->tariff->section, cap, MEASURE_NUMBER));
}

/* A figure of one class, whose statement holds them all. */
static const struct derivation *derive_of_class(const struct fee *fee, const struct fact *classes, int64_t number,
                                                enum measure measure, const char *label, struct arena *arena)
{
    struct derivation *leaf = arena_take(arena, 1, sizeof *leaf);
    *leaf = (struct derivation){ .op = DERIVE_NUMBER,
                                 .measure = measure,
                                 .value = number,
                                 .label = label,
                                 .fact = classes,
                                 .section = &fee->tariff->section };
    return leaf;
}

static const struct derivation *derive_fixed(const struct fee *fee, const struct fact *stated, struct arena *arena)
{
    return derive_fact(arena, &fee->tariff->section, stated, MEASURE_MONEY);
}

static const struct derivation *derive_inhabitants(const struct fee *fee, const struct fact *stated,
                                                   struct arena *arena)
{
    return derive(arena, DERIVE_PRODUCT, MEASURE_FINE, tariff_shapes[SHAPE_PER_INHABITANT].label,
                  derive_fact(arena, &fee->tariff->section, stated, MEASURE_FINE), derive_counted(fee, arena));
}

static const struct derivation *derive_class(const struct fee *fee, const struct fact *stated, struct arena *arena)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return derive_of_class(fee, stated, class ? class->amount : 0, MEASURE_MONEY, tariff_shapes[SHAPE_CLASS].label,
                           arena);
}

static const struct derivation *derive_class_rate(const struct fee *fee, const struct fact *stated, struct arena *arena)
{
    const struct size_class *class = class_of(&stated->value, fee->counted);
    return derive(
        arena, DERIVE_PRODUCT, MEASURE_FINE, tariff_shapes[SHAPE_CLASS_RATE].label,
        derive_of_class(fee, stated, class ? class->amount : 0, MEASURE_FINE, N_("rate of the size class"), arena),
        derive_counted(fee, arena));
}

/* The inhabitants that are numbered within a band: those up to its end, less those before it. */
static const struct derivation *derive_in_band(const struct fee *fee, const struct fact *stated,
                                               const struct size_class *band, struct arena *arena)
{
    const struct derivation *upto = derive_counted(fee, arena);
    if (band->to != INT64_MAX)
        upto = derive(arena, DERIVE_MIN, MEASURE_NUMBER, N_("up to the end of the band"), upto,
                      derive_of_class(fee, stated, band->to, MEASURE_NUMBER, N_("end of the band"), arena));
    if (band->from <= 1)
        return upto;
    return derive(arena, DERIVE_SUM, MEASURE_NUMBER, N_("inhabitants in the band"), upto,
                  derive_minus(arena, derive_of_class(fee, stated, band->from - 1, MEASURE_NUMBER,
                                                      N_("those before the band"), arena)));
}

static const struct derivation *derive_bands(const struct fee *fee, const struct fact *stated, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < stated->value.count; i++) {
        const struct size_class *band = &stated->value.classes[i];
        if (class_filled(band, fee->counted))
            *list_add(&parts, arena) =
                derive(arena, DERIVE_PRODUCT, MEASURE_FINE, N_("the band's inhabitants × its rate"),
                       derive_of_class(fee, stated, band->amount, MEASURE_FINE, N_("rate of the band"), arena),
                       derive_in_band(fee, stated, band, arena));
    }
    return derive_node(arena, DERIVE_SUM, MEASURE_FINE, tariff_shapes[SHAPE_BANDS].label, parts.items, parts.count);
}

static const struct derivation *(*const derive_shape[SHAPE_COUNT])(const struct fee *, const struct fact *,
                                                                   struct arena *) = {
    [SHAPE_FIXED] = derive_fixed, [SHAPE_PER_INHABITANT] = derive_inhabitants,
    [SHAPE_CLASS] = derive_class, [SHAPE_CLASS_RATE] = derive_class_rate,
    [SHAPE_BANDS] = derive_bands,
};

static const struct derivation *derive_components(const struct fee *fee, struct arena *arena)
{
    LIST(const struct derivation *) parts = { 0 };
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const struct fact *stated = tariff_component(fee->tariff, (enum tariff_shape)shape);
        if (fact_is_stated(stated))
            *list_add(&parts, arena) = derive_shape[shape](fee, stated, arena);
    }
    return derive_node(arena, DERIVE_SUM, MEASURE_FINE, N_("components of the fee"), parts.items, parts.count);
}

static const struct derivation *derive_limited(const struct fee *fee, struct arena *arena)
{
    const struct section *tariff = &fee->tariff->section;
    const struct derivation *derived = derive_components(fee, arena);
    if (fact_is_stated(&fee->tariff->minimum))
        derived = derive(arena, DERIVE_MAX, MEASURE_FINE, N_("not below the lowest fee"), derived,
                         derive_fact(arena, tariff, &fee->tariff->minimum, MEASURE_MONEY));
    if (fact_is_stated(&fee->tariff->maximum))
        derived = derive(arena, DERIVE_MIN, MEASURE_FINE, N_("not above the highest fee"), derived,
                         derive_fact(arena, tariff, &fee->tariff->maximum, MEASURE_MONEY));
    return derived;
}

static const struct derivation *derive_first_year(const struct fee *fee, const struct derivation *derived,
                                                  struct arena *arena)
{
    if (fee->months_paid == MONTHS_OF_A_YEAR)
        return derived;
    return derive(
        arena, DERIVE_PRODUCT, MEASURE_FINE, N_("part of the first year"), derived,
        derive_of_class(fee, &fee->tariff->first_year, fee->months_paid, MEASURE_NUMBER, N_("months that are paid"),
                        arena),
        derive_divisor(arena, derive_number(arena, MONTHS_OF_A_YEAR, MEASURE_NUMBER, N_("months of a year"))));
}

const struct derivation *fee_derivation(const struct plan *plan, const struct fee *fee, struct arena *arena)
{
    static const enum operator ways[] = {
        [ROUND_NEAREST] = DERIVE_ROUND, [ROUND_UP] = DERIVE_ROUND_UP, [ROUND_DOWN] = DERIVE_ROUND_DOWN
    };
    const struct fact *to = &fee->tariff->round_to;
    if (!fee->months_paid)
        return derive_of_class(fee, &fee->tariff->first_year, 0, MEASURE_MONEY, N_("the first year is free"), arena);
    const struct derivation *derived = derive_limited(fee, arena);
    derived = derive_revised(derived, &fee->tariff->index, plan->first, year_first(fee->year), arena);
    derived = derive_first_year(fee, derived, arena);
    if (!fact_is_stated(to))
        return derive(arena, DERIVE_ROUND, MEASURE_MONEY, N_("the fee, rounded to whole öre"), derived,
                      derive_number(arena, 1, MEASURE_MONEY, N_("an öre")));
    return derive(arena, ways[to->value.second], MEASURE_MONEY, N_("the fee, rounded"), derived,
                  derive_fact(arena, &fee->tariff->section, to, MEASURE_MONEY));
}

const struct derivation *fee_sum_derivation(const struct plan *plan, const struct fee *fee, struct arena *arena)
{
    const struct derivation *one = fee_derivation(plan, fee, arena);
    if (fee->member)
        return one;
    return derive(arena, DERIVE_PRODUCT, MEASURE_MONEY, N_("fee × members that pay it"), one,
                  derive_of_class(fee, tariff_count_in(fee->tariff, fee->year), fee->payers, MEASURE_NUMBER,
                                  N_("equal members"), arena));
}
