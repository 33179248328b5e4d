#ifndef MEDFIN_TESTS_RANDOM_PROJECT_H
#define MEDFIN_TESTS_RANDOM_PROJECT_H

/* Random projects as texts, the same for the same seed: what a property is tried on. They
   are read like any file, so that a project that fails can be printed and kept. */

#include <medfin/base/text.h>

#include "trial.h"

struct dice {
    uint64_t state;
};

/* splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
static inline uint64_t dice_next(struct dice *dice)
{
    uint64_t word = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    word = (word ^ word >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    word = (word ^ word >> 27) * UINT64_C(0x94d049bb133111eb);
    return word ^ word >> 31;
}

/* 0 ≤ roll < sides. */
static inline int64_t roll(struct dice *dice, int64_t sides)
{
    return (int64_t)(dice_next(dice) % (uint64_t)sides);
}

static inline bool one_in(struct dice *dice, int sides)
{
    return roll(dice, sides) == 0;
}

static inline int64_t between(struct dice *dice, int64_t low, int64_t high)
{
    return low + roll(dice, high - low + 1);
}

enum wish {
    ALL_KNOWN,
    SOME_UNKNOWN,
    ONE_WANTED /* the amount of the first funder, f0, alone is unknown */
};

enum { MOST_FUNDERS = 5, MOST_DATES = 4, LONGEST = 60 };

/* A project being written. */
struct sketch {
    struct dice *dice;
    struct text text;
    enum wish wish;
    month first, last;
    int indices, rates, funders;
    bool is_match[MOST_FUNDERS];
};

struct months {
    month first, last;
};

static inline struct arena *sketch_arena(struct sketch *sketch)
{
    return sketch->text.arena;
}

/* True for a value that is to be `?`. */
static inline bool is_left_open(struct sketch *sketch)
{
    return sketch->wish == SOME_UNKNOWN && one_in(sketch->dice, 16);
}

static inline const char *random_money(struct sketch *sketch)
{
    static const int64_t sizes[] = { 1, 100, 10000, 5000000, 100000000, 1000000000 };
    money amount = roll(sketch->dice, sizes[roll(sketch->dice, sizeof sizes / sizeof *sizes)]);
    return is_left_open(sketch)
               ? "?"
               : arena_text(sketch_arena(sketch), "%s kr", money_plain(sketch_arena(sketch), amount, ','));
}

/* As random_money, at times less than nothing: a cost may be a refund. */
static inline const char *random_cost(struct sketch *sketch)
{
    const char *amount = random_money(sketch);
    bool is_refund = *amount != '?' && one_in(sketch->dice, 12);
    return is_refund ? arena_text(sketch_arena(sketch), "-%s", amount) : amount;
}

/* Of `low` to `high` parts per billion, in whole percents or to the last decimal. */
static inline const char *random_percent(struct sketch *sketch, share low, share high)
{
    const share percent = SHARE_ONE / 100;
    share part = between(sketch->dice, low, high);
    if (one_in(sketch->dice, 2))
        part -= part % percent;
    return is_left_open(sketch) ? "?" : share_text(sketch_arena(sketch), part, LANGUAGE_EN);
}

static inline struct months random_span(struct sketch *sketch)
{
    struct months span = { sketch->first, sketch->last };
    if (one_in(sketch->dice, 3))
        span.first = (month)between(sketch->dice, span.first, span.last);
    if (one_in(sketch->dice, 3))
        span.last = (month)between(sketch->dice, span.first, span.last);
    return span;
}

static inline void write_span(struct sketch *sketch, struct months span)
{
    struct arena *arena = sketch_arena(sketch);
    if (span.first > sketch->first)
        text_addf(&sketch->text, "from = %s\n", month_text(arena, span.first));
    if (span.last < sketch->last)
        text_addf(&sketch->text, "to = %s\n", month_text(arena, span.last));
}

/* Different months of a span, in either order; how many. */
static inline int random_dates(struct sketch *sketch, struct months span, int step, month *dates)
{
    int count = 0;
    month at = (month)between(sketch->dice, span.first, span.last);
    for (; at <= span.last && count < MOST_DATES; at += step * (month)between(sketch->dice, 1, 6))
        dates[count++] = at;
    for (int i = 0; one_in(sketch->dice, 2) && i < count / 2; i++) {
        month swapped = dates[i];
        dates[i] = dates[count - 1 - i];
        dates[count - 1 - i] = swapped;
    }
    return count;
}

static inline void write_index(struct sketch *sketch, int number)
{
    const share least = -5 * (SHARE_ONE / 100), most = 10 * (SHARE_ONE / 100);
    month dates[MOST_DATES];
    text_addf(&sketch->text, "\n[index i%d]\n", number);
    if (one_in(sketch->dice, 2)) {
        text_addf(&sketch->text, "rate = %s\nmonth = %d\n", random_percent(sketch, least, most),
                  (int)between(sketch->dice, 1, 12));
        return;
    }
    struct months around = { sketch->first - 6, sketch->last + 6 };
    int count = random_dates(sketch, around, 1, dates);
    for (int i = 0; i < count; i++)
        text_addf(&sketch->text, "%s = %s\n", month_text(sketch_arena(sketch), dates[i]),
                  random_percent(sketch, least, most));
}

static inline void write_rate(struct sketch *sketch, int number)
{
    text_addf(&sketch->text, "\n[rate r%d]\n", number);
    for (int year = month_year(sketch->last); year >= month_year(sketch->first); year--)
        text_addf(&sketch->text, "%d = %s\n", year, random_percent(sketch, 0, SHARE_ONE));
}

static inline void write_terms(struct sketch *sketch, struct months span)
{
    static const char *const categories[] = { "staff", "lokaler", "travel", "övrigt" };
    write_span(sketch, span);
    if (one_in(sketch->dice, 4))
        text_addf(&sketch->text, "in_kind_by = funder.f%d\n", (int)roll(sketch->dice, sketch->funders));
    if (one_in(sketch->dice, 5))
        text_add(&sketch->text, "eligible = no\n");
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "category = %s\n", categories[roll(sketch->dice, 4)]);
}

static inline void write_index_name(struct sketch *sketch)
{
    if (sketch->indices && one_in(sketch->dice, 2))
        text_addf(&sketch->text, "index = i%d\n", (int)roll(sketch->dice, sketch->indices));
}

static inline void write_staff(struct sketch *sketch, int number)
{
    struct arena *arena = sketch_arena(sketch);
    struct months span = random_span(sketch);
    month dates[MOST_DATES];
    text_addf(&sketch->text, "\n[staff s%d]\nmonthly_salary = %s\n", number, random_money(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "employer_rate = %s\n", random_percent(sketch, 0, SHARE_ONE));
    else if (sketch->rates && one_in(sketch->dice, 2))
        text_addf(&sketch->text, "employer_rate = r%d\n", (int)roll(sketch->dice, sketch->rates));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "share = %s\n", random_percent(sketch, 0, SHARE_ONE));
    int shares = one_in(sketch->dice, 3) ? random_dates(sketch, span, 3, dates) : 0;
    for (int i = 0; i < shares; i++)
        text_addf(&sketch->text, "share.%s = %s\n", month_text(arena, dates[i]),
                  random_percent(sketch, 0, SHARE_ONE));
    int salaries = one_in(sketch->dice, 3) ? random_dates(sketch, span, 3, dates) : 0;
    for (int i = 0; i < salaries; i++)
        text_addf(&sketch->text, "monthly_salary.%s = %s\n", month_text(arena, dates[i]),
                  random_money(sketch));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "person = P%d\n", (int)roll(sketch->dice, 2));
    write_index_name(sketch);
    write_terms(sketch, span);
}

/* Amounts of some of a span's years or months; false if none was written. */
static inline bool write_years(struct sketch *sketch, struct months span)
{
    bool any = false;
    for (int year = month_year(span.last); year >= month_year(span.first); year--)
        if (one_in(sketch->dice, 2)) {
            text_addf(&sketch->text, "%d = %s\n", year, random_money(sketch));
            any = true;
        }
    return any;
}

static inline void write_months(struct sketch *sketch, struct months span)
{
    month dates[MOST_DATES];
    int count = random_dates(sketch, span, 1, dates);
    for (int i = 0; i < count; i++)
        text_addf(&sketch->text, "%s = %s\n", month_text(sketch_arena(sketch), dates[i]),
                  random_cost(sketch));
}

static inline void write_cost(struct sketch *sketch, int number)
{
    static const char *const forms[] = { "/month", "/year", " total", " once" };
    struct months span = random_span(sketch);
    text_addf(&sketch->text, "\n[cost c%d]\n", number);
    int form = (int)roll(sketch->dice, 6);
    if (form == 4) {
        write_months(sketch, span);
    } else if (form == 5 ? !write_years(sketch, span) : true) {
        form %= 4;
        text_addf(&sketch->text, "amount = %s%s\n", random_cost(sketch), forms[form]);
        if (form == 3 && one_in(sketch->dice, 2))
            text_addf(&sketch->text, "month = %s\n",
                      month_text(sketch_arena(sketch), (month)between(sketch->dice, span.first, span.last)));
        if (form != 2)
            write_index_name(sketch);
    }
    write_terms(sketch, span);
}

static inline void write_match(struct sketch *sketch, int number)
{
    static const char *const ratios[] = { "1:1", "2:1", "1:2", "1,5:1", "3:7" };
    const char *joint = "matches = ";
    for (int i = 0; i < sketch->funders; i++) {
        bool may_be = i != number && (!sketch->is_match[i] || i < number);
        if (may_be && (i == 0 || one_in(sketch->dice, 2))) {
            text_addf(&sketch->text, "%sf%d", joint, i);
            joint = ", ";
        }
    }
    text_addf(&sketch->text, "\nratio = %s\n", ratios[roll(sketch->dice, 5)]);
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "amount = %s total\n", random_money(sketch));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "max_share = %s\n", random_percent(sketch, 0, SHARE_ONE));
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "basis = cash\n");
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "counts_in_kind = nej\n");
}

static inline void write_fixed(struct sketch *sketch, int number, struct months span)
{
    static const char *const forms[] = { "/month", "/year", " total" };
    if (sketch->wish == ONE_WANTED && number == 0)
        text_add(&sketch->text, "amount = ? total\n");
    else if (one_in(sketch->dice, 3) ? !write_years(sketch, span) : true)
        text_addf(&sketch->text, "amount = %s%s\n", random_money(sketch), forms[roll(sketch->dice, 3)]);
}

static inline void write_funder(struct sketch *sketch, int number)
{
    static const char *const statuses[] = { "granted", "beslutad", "applied", "proposed", "rejected" };
    struct months span = random_span(sketch);
    bool is_wanted = sketch->wish == ONE_WANTED && number == 0;
    text_addf(&sketch->text, "\n[funder f%d]\nstatus = %s\n", number,
              statuses[roll(sketch->dice, is_wanted ? 4 : 5)]);
    if (sketch->is_match[number])
        write_match(sketch, number);
    else
        write_fixed(sketch, number, span);
    write_span(sketch, span);
}

static inline void write_project(struct sketch *sketch)
{
    struct arena *arena = sketch_arena(sketch);
    text_addf(&sketch->text, "[project]\nstart = %s\nend = %s\n", month_text(arena, sketch->first),
              month_text(arena, sketch->last));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "opening_equity = %s\n", random_cost(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "\n[rules]\nbalance = project\nunsecured = fail %s\n",
                  share_text(arena, roll(sketch->dice, SHARE_ONE), LANGUAGE_SV));
}

/* A project of 1 to 60 months that is read and built without a fault. */
static inline const char *random_project(struct dice *dice, enum wish wish, struct arena *arena)
{
    struct sketch sketch = { .dice = dice, .text = text_new(arena), .wish = wish };
    sketch.first = month_of(2021, 1) + (month)roll(dice, one_in(dice, 2) ? 1 : 24);
    sketch.last = sketch.first + (month)between(dice, 0, LONGEST - 1);
    sketch.indices = (int)roll(dice, 3);
    sketch.rates = (int)roll(dice, 2);
    sketch.funders = (int)between(dice, 1, MOST_FUNDERS);
    for (int i = 1; i < sketch.funders; i++)
        sketch.is_match[i] = one_in(dice, 2);
    write_project(&sketch);
    for (int i = 0; i < sketch.indices; i++)
        write_index(&sketch, i);
    for (int i = 0; i < sketch.rates; i++)
        write_rate(&sketch, i);
    for (int i = 0, count = (int)roll(dice, 7); i < count; i++)
        write_staff(&sketch, i);
    for (int i = 0; i < sketch.funders; i++)
        write_funder(&sketch, i);
    for (int i = 0, count = (int)roll(dice, 7); i < count; i++)
        write_cost(&sketch, i);
    return sketch.text.bytes;
}

static inline struct cell cell_at(const struct plan *plan, int row, int column)
{
    return plan->rows[row].months[column];
}

/* An arena for the next try in place of the one before. */
static inline struct arena *arena_anew(void **state)
{
    arena_free(*state);
    return *state = arena_new(abort);
}

/* Try a property on so many random projects, each in an arena of its own. */
static inline void try_projects(void **state, int count, uint64_t seed, enum wish wish,
                                void (*property)(struct trial *, struct dice *))
{
    for (int i = 0; i < count; i++) {
        struct dice dice = { seed * 1000000 + (uint64_t)i };
        struct arena *arena = arena_anew(state);
        struct trial trial = trial_new(random_project(&dice, wish, arena), arena);
        property(&trial, &dice);
    }
}

#endif
