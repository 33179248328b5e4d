/* The shapes of tariffs, and look-ups over tariffs and members. */

#include <medfin/model/tariff.h>

static wide fixed_amount(const struct value *value, int64_t counted)
{
    (void)counted;
    return (wide)value->number * ORE_FINE;
}

static wide inhabitant_amount(const struct value *value, int64_t counted)
{
    return (wide)value->number * counted;
}

static wide class_amount(const struct value *value, int64_t counted)
{
    const struct size_class *class = class_of(value, counted);
    return class ? (wide) class->amount * ORE_FINE : 0;
}

static wide class_rate_amount(const struct value *value, int64_t counted)
{
    const struct size_class *class = class_of(value, counted);
    return class ? (wide) class->amount * counted : 0;
}

/* Inhabitants are numbered from 1: the n-th pays the rate of the band that n falls in. */
static wide bands_amount(const struct value *value, int64_t counted)
{
    wide sum = 0;
    for (int i = 0; i < value->count; i++) {
        int64_t in_band = class_filled(&value->classes[i], counted);
        sum += (wide)value->classes[i].amount * in_band;
    }
    return sum;
}

/* clang-format off */
const struct tariff_shape_row tariff_shapes[SHAPE_COUNT] = {
    [SHAPE_FIXED] = { N_("fixed part"), false, offsetof(struct tariff, fixed), fixed_amount },
    [SHAPE_PER_INHABITANT] = { N_("inhabitants counted × amount each"), true, offsetof(struct tariff, per_inhabitant), inhabitant_amount },
    [SHAPE_CLASS] = { N_("amount of the size class"), true, offsetof(struct tariff, classes), class_amount },
    [SHAPE_CLASS_RATE] = { N_("inhabitants counted × rate of the size class"), true, offsetof(struct tariff, class_rates), class_rate_amount },
    [SHAPE_BANDS] = { N_("each band's inhabitants × its rate"), true, offsetof(struct tariff, bands), bands_amount },
};
/* clang-format on */

const struct fact *tariff_component(const struct tariff *tariff, enum tariff_shape shape)
{
    return *(const struct fact *const *)((const char *)tariff + tariff_shapes[shape].offset);
}

bool tariff_asks_size(const struct tariff *tariff)
{
    for (int shape = 0; shape < SHAPE_COUNT; shape++)
        if (tariff_shapes[shape].by_size && fact_is_stated(tariff_component(tariff, (enum tariff_shape)shape)))
            return true;
    return false;
}

const struct size_class *class_of(const struct value *classes, int64_t counted)
{
    for (int i = 0; i < classes->count; i++)
        if (counted >= classes->classes[i].from && counted <= classes->classes[i].to)
            return &classes->classes[i];
    return NULL;
}

int64_t class_filled(const struct size_class *class, int64_t counted)
{
    int64_t first = class->from > 1 ? class->from : 1, last = counted < class->to ? counted : class->to;
    return last >= first ? last - first + 1 : 0;
}

int64_t tariff_counted(const struct tariff *tariff, int64_t inhabitants)
{
    const struct fact *cap = tariff->inhabitants_cap;
    return fact_is_stated(cap) && cap->value.number < inhabitants ? cap->value.number : inhabitants;
}

wide tariff_components(const struct tariff *tariff, int64_t counted)
{
    wide amount = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        const struct fact *component = tariff_component(tariff, (enum tariff_shape)shape);
        if (fact_is_stated(component))
            amount += tariff_shapes[shape].amount(&component->value, counted);
    }
    return amount;
}

wide tariff_amount(const struct tariff *tariff, int64_t counted)
{
    return tariff_limited(tariff, tariff_components(tariff, counted));
}

wide tariff_limited(const struct tariff *tariff, wide components)
{
    wide amount = components;
    wide least = (wide)tariff->minimum->value.number * ORE_FINE, most = (wide)tariff->maximum->value.number * ORE_FINE;
    amount = amount < least ? least : amount;
    return fact_is_stated(tariff->maximum) && !tariff->maximum->value.unknown && amount > most ? most : amount;
}

const struct fact *tariff_count_in(const struct tariff *tariff, int year)
{
    const struct fact *dated = series_at(&tariff->counts, year_first(year));
    return dated ? dated : tariff->count;
}

const char *member_title(const struct member *member)
{
    bool is_named = fact_is_stated(member->section.title) || !member->population;
    return section_title(is_named ? &member->section : &member->population->section);
}

bool member_in(const struct member *member, int year, month *first, month *last)
{
    *first = year_first(year);
    *last = year_last(year);
    if (fact_is_stated(member->joined))
        *first = month_later(*first, (month)member->joined->value.number);
    if (fact_is_stated(member->left))
        *last = month_earlier(*last, (month)member->left->value.number);
    return *first <= *last;
}

static void set_fact(struct inhabitants *inhabitants, const struct fact *fact)
{
    inhabitants->fact = fact;
    inhabitants->number = fact ? fact->value.number : 0;
}

static void set_counted(struct inhabitants *inhabitants, const struct census_row *counted)
{
    inhabitants->counted = counted;
    inhabitants->number = counted ? counted->inhabitants : 0;
}

/* Those of the January `wanted`, or the last ones where that is later. */
static void find_stated(const struct series *years, month wanted, struct inhabitants *found)
{
    const struct dated *last = years->count ? &years->items[years->count - 1] : NULL;
    bool is_later = last && last->at < wanted;
    set_fact(found, is_later ? &last->fact : series_exactly(years, wanted));
    found->year = month_year(is_later ? last->at : wanted);
}

static void find_counted(const struct municipality *listed, month wanted, struct inhabitants *found)
{
    const struct census_row *last = &listed->years[listed->year_count - 1];
    bool is_later = last->at < wanted;
    set_counted(found, is_later ? last : municipality_year(listed, wanted));
    found->year = month_year(is_later ? last->at : wanted);
}

bool member_inhabitants(const struct member *member, const struct tariff *tariff, int year,
                        struct inhabitants *inhabitants)
{
    month wanted = year_first(year + (int)tariff->basis_year->value.number);
    *inhabitants = (struct inhabitants){ 0 };
    if (fact_is_stated(member->inhabitants))
        set_fact(inhabitants, member->inhabitants);
    else if (member->population->listed)
        find_counted(member->population->listed, wanted, inhabitants);
    else
        find_stated(&member->population->years, wanted, inhabitants);
    return inhabitants->fact || inhabitants->counted;
}

const struct fact *census_row_fact(const struct municipality *of, const struct census_row *counted, struct arena *arena)
{
    struct fact *fact = arena_take(arena, 1, sizeof *fact);
    struct statement *by = arena_take(arena, 1, sizeof *by);
    *by = census_row_statement(of, counted);
    *fact = (struct fact){ .value = by->value, .by = by, .unknown = -1 };
    return fact;
}

struct place inhabitants_place(const struct member *member, const struct inhabitants *inhabitants)
{
    return inhabitants->fact ? inhabitants->fact->by->place
                             : census_row_place(member->population->listed, inhabitants->counted);
}
