#ifndef MEDFIN_MODEL_TARIFF_H
#define MEDFIN_MODEL_TARIFF_H

/* Fees of a network: the tariff that makes them, the members that pay, and how many
   inhabitants each has. The steps of a fee have a fixed order: the members of the tariff's
   category, the inhabitants at their date, the cap on them, the components, floor and
   ceiling, index, the rule of the first year, rounding. Money on the way is held in
   billionths of a krona, and is rounded once, at the end. */

#include <medfin/model/census.h>
#include <medfin/model/project.h>

struct member;

struct tariff {
    struct section section;
    const struct fact *category, *fixed, *per_inhabitant, *inhabitants_cap, *classes, *class_rates, *bands, *minimum,
        *maximum, *basis_year, *index, *first_year, *round_to, *count, *inhabitants, *status, *leave, *invoice_month,
        *payment_lag;
    struct series counts;            /* by year, from that January on */
    struct series actuals, comments; /* by month */

    const struct member *const *members; /* named ones that pay it, in the order of the file */
    int member_count;
};

struct member {
    struct section section;
    const struct fact *category, *joined, *left, *inhabitants;

    const struct tariff *tariff;         /* that it pays */
    const struct population *population; /* its inhabitants by year; NULL: its own figure, or none */
};

/* Inhabitants of one municipality on 31 December, by year. */
struct population {
    struct section section;
    struct series years;
    const struct municipality
        *listed; /* a table states its years, and nothing else does: `years` is empty; else NULL */
};

struct members {
    struct section section;
    const struct fact *file, *sheet, *columns, *population, *population_sheet, *country;
};

/* What a fee may be made of: the components are added up. */
enum tariff_shape { SHAPE_FIXED, SHAPE_PER_INHABITANT, SHAPE_CLASS, SHAPE_CLASS_RATE, SHAPE_BANDS, SHAPE_COUNT };

struct tariff_shape_row {
    const char *label; /* marked for translation */
    bool by_size;      /* asks how many inhabitants there are */
    size_t offset;     /* of its fact in struct tariff */
    /* What it adds for so many inhabitants, the cap counted in; billionths of a krona. */
    wide (*amount)(const struct value *value, int64_t counted);
};

extern const struct tariff_shape_row tariff_shapes[SHAPE_COUNT];

const struct fact *tariff_component(const struct tariff *tariff, enum tariff_shape shape);

/* Whether its fee depends on inhabitants. */
bool tariff_asks_size(const struct tariff *tariff);

/* Inhabitants that count: those above the cap do not. */
int64_t tariff_counted(const struct tariff *tariff, int64_t inhabitants);

/* The components together of so many counted inhabitants; that with floor and ceiling; and both at
   once. What is unknown adds nothing and limits nothing. */
wide tariff_components(const struct tariff *tariff, int64_t counted);
wide tariff_limited(const struct tariff *tariff, wide components);
wide tariff_amount(const struct tariff *tariff, int64_t counted);

/* The class that holds so many; NULL if none does. */
const struct size_class *class_of(const struct value *classes, int64_t counted);

/* How many of those inhabitants are numbered within the class, the first having number 1. */
int64_t class_filled(const struct size_class *class, int64_t counted);

/* What says how many equal members pay in a year: 0 where nothing does. */
const struct fact *tariff_count_in(const struct tariff *tariff, int year);

/* Its title, or that of its population, or its id. */
const char *member_title(const struct member *member);

/* Whether the member belongs to the network in some month of the year; its first and last month there. */
bool member_in(const struct member *member, int year, month *first, month *last);

/* The inhabitants that a fee of a year is made of. */
struct inhabitants {
    int64_t number;
    int year;                         /* they are those of its 31 December; a member's own figure has none: 0 */
    const struct fact *fact;          /* that states them; NULL: */
    const struct census_row *counted; /* a row of the member's population does */
};

/* A year behind the population's last takes the last. False: nothing is stated that early, or at all. */
bool member_inhabitants(const struct member *member, const struct tariff *tariff, int year,
                        struct inhabitants *inhabitants);

/* What a row states, as a fact made for who asks; and where the inhabitants are stated. */
const struct fact *census_row_fact(const struct municipality *of, const struct census_row *counted,
                                   struct arena *arena);
struct place inhabitants_place(const struct member *member, const struct inhabitants *inhabitants);

#endif
