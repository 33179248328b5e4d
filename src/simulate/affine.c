#include "affine.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    FIRST_ROOM = 1024,
    RECENT = 24,  /* sums that a new one may follow from */
    MOST_SUMS = 3 /* that it follows from at once */
};

static const double arithmetic = 1e-12; /* of a figure's size: what floating point may add */
static const double epsilon = 0x1p-53;  /* of a number: what one operation is rounded by */
static const double residue = 1e-13;    /* of two factors: what is left where they should be nothing together */

struct program *program_new(const struct draws *draws, struct arena *arena)
{
    struct program *program = arena_take(arena, 1, sizeof *program);
    *program = (struct program){ .arena = arena, .draws = draws, .room = FIRST_ROOM };
    program->table = arena_take(arena, FIRST_ROOM, sizeof *program->table);
    return program;
}

static uint64_t mixed(uint64_t hash, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    hash = (hash ^ bits) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

static uint64_t hash_of(const struct slot *slot)
{
    uint64_t hash = mixed(mixed(mixed((uint64_t)slot->op, slot->a), slot->b), slot->constant);
    for (int i = 0; i < slot->count; i++)
        hash = mixed(mixed(hash, slot->terms[i].slot), slot->terms[i].factor);
    return hash;
}

static bool is_same(const struct slot *a, const struct slot *b)
{
    bool same = a->op == b->op && a->a == b->a && a->b == b->b && a->constant == b->constant && a->count == b->count;
    for (int i = 0; same && i < a->count; i++)
        same = a->terms[i].slot == b->terms[i].slot && a->terms[i].factor == b->terms[i].factor;
    return same;
}

/* The place of the slot in the table, or where it would stand; entries are numbers + 1. */
static int *place_of(const struct program *program, const struct slot *slot)
{
    uint64_t at = hash_of(slot);
    for (;; at++) {
        int *entry = &program->table[at & (uint64_t)(program->room - 1)];
        if (!*entry || is_same(&program->slots.items[*entry - 1], slot))
            return entry;
    }
}

static void grow_table(struct program *program)
{
    program->room *= 2;
    program->table = arena_take(program->arena, (size_t)program->room, sizeof *program->table);
    for (int i = 0; i < program->slots.count; i++)
        *place_of(program, &program->slots.items[i]) = i + 1;
}

/* The slot of that content, which is made if it is new. */
static int slot_of(struct program *program, struct slot slot)
{
    int *entry = place_of(program, &slot);
    if (*entry)
        return *entry - 1;
    *list_add(&program->slots, program->arena) = slot;
    *entry = program->slots.count;
    if (2 * program->slots.count > program->room)
        grow_table(program);
    return program->slots.count - 1;
}

static struct affine one_slot(struct program *program, int slot, double factor)
{
    struct term *term = arena_take(program->arena, 1, sizeof *term);
    *term = (struct term){ slot, factor };
    return (struct affine){ .terms = term, .count = 1, .jumps = program->slots.items[slot].jumps };
}

struct affine affine_constant(double constant)
{
    return (struct affine){ .constant = constant };
}

struct affine affine_unknown(void)
{
    return (struct affine){ .unknown = true };
}

struct affine affine_draw(struct program *program, int value)
{
    const struct draw *draw = &program->draws->items[value];
    return one_slot(
        program,
        slot_of(program, (struct slot){ .op = SLOT_DRAW, .a = value, .b = -1, .low = draw->least, .high = draw->most }),
        1);
}

static double slot_size(const struct slot *slot)
{
    return fmax(fabs(slot->low), fabs(slot->high));
}

/* The terms of a + times × b, by rising slot; how many they are. `sum` has room for those of both,
   or is NULL where only their number is asked for; what is left out grows `residues`. */
static int add_terms(const struct program *program, const struct affine *a, const struct affine *b, double times,
                     struct term *sum, double *residues)
{
    int count = 0;
    for (int i = 0, j = 0; i < a->count || j < b->count;) {
        bool from_a = j == b->count || (i < a->count && a->terms[i].slot <= b->terms[j].slot);
        bool from_b = i == a->count || (j < b->count && b->terms[j].slot <= a->terms[i].slot);
        int slot = from_a ? a->terms[i].slot : b->terms[j].slot;
        double one = from_a ? a->terms[i++].factor : 0, other = from_b ? times * b->terms[j++].factor : 0;
        double factor = one + other;
        if (fabs(factor) <= residue * (fabs(one) + fabs(other))) {
            *residues += fabs(factor) * slot_size(&program->slots.items[slot]);
            continue;
        }
        if (sum)
            sum[count] = (struct term){ slot, factor };
        count++;
    }
    return count;
}

struct affine affine_plus(struct program *program, struct affine a, struct affine b, double times)
{
    if (a.unknown || b.unknown)
        return affine_unknown();
    struct affine sum = { .constant = a.constant + times * b.constant,
                          .error = a.error + fabs(times) * b.error,
                          .jumps = a.jumps || b.jumps };
    struct term *terms = arena_take(program->arena, (size_t)(a.count + b.count) + 1, sizeof *terms);
    sum.count = add_terms(program, &a, &b, times, terms, &sum.error);
    sum.terms = terms;
    return sum;
}

struct affine affine_times(struct program *program, struct affine a, double times)
{
    return affine_plus(program, affine_constant(0), a, times);
}

void affine_range(const struct program *program, const struct affine *form, double *low, double *high)
{
    *low = *high = form->constant;
    for (int i = 0; i < form->count; i++) {
        const struct slot *slot = &program->slots.items[form->terms[i].slot];
        double a = form->terms[i].factor * slot->low, b = form->terms[i].factor * slot->high;
        *low += fmin(a, b);
        *high += fmax(a, b);
    }
}

double affine_size(const struct program *program, const struct affine *form)
{
    double low, high;
    affine_range(program, form, &low, &high);
    return fmax(fabs(low), fabs(high));
}

/* What floating point adds to a sum as its terms say it: the noise of each, and what every product
   and every addition is rounded by. */
static double noise_of(const struct program *program, const struct affine *form)
{
    double noise = 0, size = fabs(form->constant);
    for (int i = 0; i < form->count; i++) {
        const struct slot *slot = &program->slots.items[form->terms[i].slot];
        noise += fabs(form->terms[i].factor) * slot->noise;
        size += fabs(form->terms[i].factor) * slot_size(slot);
    }
    return noise + 2 * form->count * epsilon * size;
}

bool affine_is_whole(const struct program *program, const struct affine *form)
{
    const struct term *term = form->terms;
    bool is_draw = form->count == 1 && program->slots.items[term->slot].op == SLOT_DRAW;
    return form->error == 0 && (affine_is_certain(form) || (is_draw && round(term->factor) == term->factor &&
                                                            round(form->constant) == form->constant));
}

double affine_bound(const struct program *program, const struct affine *form)
{
    return form->error + arithmetic * affine_size(program, form) + noise_of(program, form);
}

/* So many times a sum that stands already. */
struct multiple {
    int slot;
    double times;
    int left; /* terms of the whole that are not in it */
};

static double whole_if_near(double times)
{
    double whole = round(times);
    return fabs(times - whole) <= residue * fabs(whole) ? whole : times;
}

static struct affine content_of(const struct program *program, int slot)
{
    const struct slot *sum = &program->slots.items[slot];
    return (struct affine){ .constant = sum->constant, .terms = sum->terms, .count = sum->count };
}

/* How often a sum is in a form, by the first term that both have; 0 times where they have none. */
static struct multiple multiple_of(const struct program *program, const struct affine *form, int slot)
{
    const struct affine sum = content_of(program, slot);
    struct multiple multiple = { .slot = slot, .left = form->count };
    for (int i = 0, j = 0; i < form->count && j < sum.count && multiple.times == 0;) {
        if (form->terms[i].slot == sum.terms[j].slot)
            multiple.times = whole_if_near(form->terms[i].factor / sum.terms[j].factor);
        else if (form->terms[i].slot < sum.terms[j].slot)
            i++;
        else
            j++;
    }
    double residues = 0;
    if (multiple.times != 0)
        multiple.left = add_terms(program, form, &sum, -multiple.times, NULL, &residues);
    return multiple;
}

/* Of the sums laid last the one that leaves the fewest terms. */
static struct multiple best_multiple(const struct program *program, const struct affine *form)
{
    struct multiple best = { .left = form->count };
    for (int i = program->slots.count - 1, seen = 0; i >= 0 && seen < RECENT; i--) {
        if (program->slots.items[i].op != SLOT_LINEAR)
            continue;
        const struct multiple own = multiple_of(program, form, i);
        best = own.left < best.left ? own : best;
        seen++;
    }
    return best;
}

/* A sum that grew out of others is so many times those and the rest; its error is what that leaves out. */
static struct affine shortened(struct program *program, const struct affine *form)
{
    struct multiple of[MOST_SUMS];
    struct affine rest = { .constant = form->constant, .terms = form->terms, .count = form->count };
    int count = 0;
    for (; count < MOST_SUMS; count++) {
        of[count] = best_multiple(program, &rest);
        if (of[count].left + 1 >= rest.count)
            break;
        rest = affine_plus(program, rest, content_of(program, of[count].slot), -of[count].times);
    }
    for (int i = 0; i < count; i++)
        rest = affine_plus(program, rest, one_slot(program, of[i].slot, of[i].times), 1);
    return rest;
}

static bool is_one_term(const struct affine *form)
{
    return form->count == 1 && form->constant == 0;
}

/* One slot once and nothing else. */
static bool is_whole(const struct affine *form)
{
    return is_one_term(form) && form->terms[0].factor == 1;
}

static int linear_slot(struct program *program, const struct affine *form)
{
    struct slot slot = { .op = SLOT_LINEAR,
                         .a = -1,
                         .b = -1,
                         .constant = form->constant,
                         .terms = form->terms,
                         .count = form->count,
                         .jumps = form->jumps };
    const int *standing = place_of(program, &slot);
    if (*standing)
        return *standing - 1;
    struct affine *sum = arena_take(program->arena, 1, sizeof *sum);
    *sum = shortened(program, form);
    slot.noise = sum->error + noise_of(program, sum);
    /* A small difference of large sums is added up anew: within what affine_bound allows for it. */
    if (slot.noise > noise_of(program, form) + arithmetic / 2 * affine_size(program, form)) {
        *sum = *form;
        slot.noise = noise_of(program, form);
    }
    if (is_whole(sum))
        return sum->terms[0].slot;
    affine_range(program, form, &slot.low, &slot.high);
    slot.sum = sum;
    return slot_of(program, slot);
}

/* The whole of an uncertain form in one slot. */
static int whole_slot(struct program *program, const struct affine *form)
{
    return is_whole(form) ? form->terms[0].slot : linear_slot(program, form);
}

int affine_slot(struct program *program, struct affine form, double *constant, double *factor)
{
    assert(!form.unknown && form.count);
    *constant = form.constant;
    *factor = form.count == 1 ? form.terms[0].factor : 1;
    form.constant = 0;
    return form.count == 1 ? form.terms[0].slot : whole_slot(program, &form);
}

static int product_slot(struct program *program, int a, int b)
{
    const struct slot *left = &program->slots.items[a], *right = &program->slots.items[b];
    double ends[] = { left->low * right->low, left->low * right->high, left->high * right->low,
                      left->high * right->high };
    return slot_of(program,
                   (struct slot){ .op = SLOT_PRODUCT,
                                  .a = a,
                                  .b = b,
                                  .jumps = left->jumps || right->jumps,
                                  .noise = slot_size(left) * right->noise + slot_size(right) * left->noise +
                                           left->noise * right->noise + epsilon * slot_size(left) * slot_size(right),
                                  .low = fmin(fmin(ends[0], ends[1]), fmin(ends[2], ends[3])),
                                  .high = fmax(fmax(ends[0], ends[1]), fmax(ends[2], ends[3])) });
}

/* What it divides by is what a percent leaves of the whole, and never nothing. */
static int inverse_slot(struct program *program, int of)
{
    const struct slot *slot = &program->slots.items[of];
    assert(slot->low > 0);
    return slot_of(program, (struct slot){ .op = SLOT_INVERSE,
                                           .a = of,
                                           .b = -1,
                                           .jumps = slot->jumps,
                                           .noise = (slot->noise / slot->low + epsilon) / slot->low,
                                           .low = 1 / slot->high,
                                           .high = 1 / slot->low });
}

struct affine affine_laid(struct program *program, struct affine form)
{
    if (form.unknown || form.count < 2)
        return form;
    double constant, factor;
    int slot = affine_slot(program, form, &constant, &factor);
    struct affine laid = one_slot(program, slot, factor);
    laid.constant = constant;
    laid.error = form.error;
    return laid;
}

struct affine affine_factor(struct program *program, struct affine form)
{
    if (form.unknown || affine_is_certain(&form) || is_one_term(&form))
        return form;
    struct affine factor = one_slot(program, whole_slot(program, &form), 1);
    factor.error = form.error;
    return factor;
}

/* Of a form with one term each part is multiplied, so that lines share the product of their
   factors; a longer one is laid down first. */
struct affine affine_product(struct program *program, struct affine a, struct affine b)
{
    if (a.unknown || b.unknown)
        return affine_unknown();
    double error = a.error * affine_size(program, &b) + b.error * affine_size(program, &a) + a.error * b.error;
    struct affine product;
    if (affine_is_certain(&a) || affine_is_certain(&b)) {
        product = affine_is_certain(&a) ? affine_times(program, b, a.constant) : affine_times(program, a, b.constant);
        product.error = error;
        return product;
    }
    bool is_short = is_one_term(&a);
    int left = is_short ? a.terms[0].slot : whole_slot(program, &a), right = whole_slot(program, &b);
    product = one_slot(program, product_slot(program, left < right ? left : right, left < right ? right : left),
                       is_short ? a.terms[0].factor : 1);
    product.error = error;
    return product;
}

struct affine affine_quotient(struct program *program, struct affine a, struct affine b)
{
    if (a.unknown || b.unknown)
        return affine_unknown();
    if (affine_is_certain(&b)) {
        assert(b.constant != 0);
        struct affine quotient = affine_times(program, a, 1 / b.constant);
        if (affine_is_certain(&a))
            quotient.constant = a.constant / b.constant;
        return quotient;
    }
    return affine_product(program, a, one_slot(program, inverse_slot(program, whole_slot(program, &b)), 1));
}

static struct affine choice(struct program *program, enum slot_op op, struct affine a, struct affine b)
{
    if (a.unknown || b.unknown)
        return affine_unknown();
    double error = fmax(a.error, b.error), a_low, a_high, b_low, b_high;
    affine_range(program, &a, &a_low, &a_high);
    affine_range(program, &b, &b_low, &b_high);
    if (a_high <= b_low || b_high <= a_low) {
        struct affine chosen = (a_high <= b_low) == (op == SLOT_LEAST) ? a : b;
        chosen.error = error;
        return chosen;
    }
    if (affine_is_certain(&a)) {
        struct affine swapped = a;
        a = b;
        b = swapped;
    }
    struct slot slot = {
        .op = op, .a = whole_slot(program, &a), .b = -1, .constant = b.constant, .jumps = a.jumps || b.jumps
    };
    slot.low = op == SLOT_LEAST ? fmin(a_low, b_low) : fmax(a_low, b_low);
    slot.high = op == SLOT_LEAST ? fmin(a_high, b_high) : fmax(a_high, b_high);
    if (!affine_is_certain(&b)) {
        slot.b = whole_slot(program, &b);
        slot.constant = 0;
    }
    slot.noise = fmax(program->slots.items[slot.a].noise, slot.b < 0 ? 0 : program->slots.items[slot.b].noise);
    struct affine chosen = one_slot(program, slot_of(program, slot), 1);
    chosen.error = error;
    return chosen;
}

static double rounded_to(enum slot_op op, double number, double unit)
{
    return unit * (op == SLOT_UP ? ceil(number / unit) : op == SLOT_DOWN ? floor(number / unit) : round(number / unit));
}

struct affine affine_rounded(struct program *program, enum slot_op op, struct affine a, double unit)
{
    if (a.unknown)
        return affine_unknown();
    if (affine_is_certain(&a) && a.error == 0)
        return affine_constant(rounded_to(op, a.constant, unit));
    double off = affine_is_whole(program, &a) ? 0 : affine_bound(program, &a), low, high;
    affine_range(program, &a, &low, &high);
    if (affine_is_certain(&a)) {
        /* What cancels leaves its roundings, which may be those of a whole unit. */
        a.constant = rounded_to(op, a.constant, unit);
        a.error = unit;
        return a;
    }
    int number = slot_of(program, (struct slot){ .op = op,
                                                 .a = whole_slot(program, &a),
                                                 .b = -1,
                                                 .constant = unit,
                                                 .jumps = true,
                                                 .low = rounded_to(op, low - off, unit),
                                                 .high = rounded_to(op, high + off, unit) });
    struct slot *slot = &program->slots.items[number];
    slot->off = fmax(slot->off, off);
    return one_slot(program, number, 1);
}

struct affine affine_least(struct program *program, struct affine a, struct affine b)
{
    return choice(program, SLOT_LEAST, a, b);
}

struct affine affine_most(struct program *program, struct affine a, struct affine b)
{
    return choice(program, SLOT_MOST, a, b);
}
