#ifndef MEDFIN_TESTS_RANDOM_FUNDERS_H
#define MEDFIN_TESTS_RANDOM_FUNDERS_H

/* Funders of random projects, of every kind, and the limits that they share. f0 pays a fixed
   amount, so that a match has something to match. */

#include "random_lines.h"

/* A sum or years that a draw may reach, or none; what it is drawn on. */
static inline void write_ceiling(struct sketch *sketch, struct months span)
{
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "amount = %s total\n", random_money(sketch));
    else if (one_in(sketch->dice, 2) && write_years(sketch, span, true) && one_in(sketch->dice, 2))
        text_add(&sketch->text, "carry_over = yes\n");
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "basis = cash\n");
}

static inline void write_match(struct sketch *sketch, int number)
{
    static const char *const ratios[] = { "1:1", "2:1", "1:2", "1,5:1", "3:7" };
    const char *joint = "matches = ";
    for (int i = 0; i < sketch->funders; i++) {
        enum funder_kind kind = sketch->kinds[i];
        bool may_be = i != number && kind != FUNDER_REMAINDER && (kind != FUNDER_MATCH || i < number);
        if (may_be && (i == 0 || one_in(sketch->dice, 2))) {
            text_addf(&sketch->text, "%sf%d", joint, i);
            joint = ", ";
        }
    }
    text_addf(&sketch->text, "\nratio = %s\n", ratios[roll(sketch->dice, 5)]);
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "counts_in_kind = nej\n");
}

static inline void write_fixed(struct sketch *sketch, int number, struct months span)
{
    static const char *const forms[] = { "/month", "/year", " total" };
    if (sketch->wish == ONE_WANTED && number == 0)
        text_add(&sketch->text, "amount = ? total\n");
    else if (one_in(sketch->dice, 3) ? !write_years(sketch, span, true) : true)
        text_addf(&sketch->text, "amount = %s%s\n", random_money(sketch), forms[roll(sketch->dice, 3)]);
}

/* What any funder may have: a highest share, what it leaves out, in kind, limits in common. */
static inline void write_limits(struct sketch *sketch, int number)
{
    static const char *const categories[] = { "staff", "resor", "other" };
    static const char *const forms[] = { "/month", "/year", " total" };
    static const char *const sectors[] = { "state", "region", "kommun", "private" };
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "max_share = %s\n", random_percent(sketch, 0, SHARE_ONE));
    if (one_in(sketch->dice, 4))
        text_addf(&sketch->text, "excludes = %s\n", some_of(sketch, categories, 3));
    if (one_in(sketch->dice, 6))
        text_addf(&sketch->text, "in_kind = %s%s\n", random_money(sketch), forms[roll(sketch->dice, 3)]);
    else if (!sketch->bears_lines[number] && sketch->gross < 60 && one_in(sketch->dice, 2)) {
        int percent = (int)roll(sketch->dice, 60 - sketch->gross);
        text_addf(&sketch->text, "in_kind = %d %% of gross\n", percent);
        sketch->gross += percent;
    }
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "group = g0\n");
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "frame = w0\n");
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "sector = %s\n", sectors[roll(sketch->dice, 4)]);
    if (one_in(sketch->dice, 4))
        text_add(&sketch->text, "own = yes\n");
    if (one_in(sketch->dice, 4))
        text_addf(&sketch->text, "surplus = %s\n", one_in(sketch->dice, 2) ? "kept" : "återbetalas");
}

static inline void write_funder(struct sketch *sketch, int number)
{
    static const char *const statuses[] = { "granted", "beslutad", "applied", "proposed", "rejected" };
    struct months span = random_span(sketch);
    bool is_wanted = sketch->wish == ONE_WANTED && number == 0;
    text_addf(&sketch->text, "\n[funder f%d]\nstatus = %s\n", number, statuses[roll(sketch->dice, is_wanted ? 4 : 5)]);
    switch (sketch->kinds[number]) {
    case FUNDER_FIXED:
        write_fixed(sketch, number, span);
        break;
    case FUNDER_SHARE:
        text_addf(&sketch->text, "share = %s\n", random_percent(sketch, 0, SHARE_ONE));
        write_ceiling(sketch, span);
        break;
    case FUNDER_MATCH:
        write_match(sketch, number);
        write_ceiling(sketch, span);
        break;
    case FUNDER_REMAINDER:
        text_add(&sketch->text, "remainder = yes\n");
        break;
    }
    write_limits(sketch, number);
    if (sketch->kinds[number] != FUNDER_REMAINDER)
        write_span(sketch, span);
}

/* A remainder hides what one wanted amount must be, so there is none where one is. */
static inline void choose_kinds(struct sketch *sketch)
{
    bool has_remainder = sketch->wish == ONE_WANTED;
    for (int i = 0; i < sketch->funders; i++)
        sketch->bears_lines[i] = one_in(sketch->dice, 2);
    for (int i = 1; i < sketch->funders; i++) {
        sketch->kinds[i] = (enum funder_kind)roll(sketch->dice, FUNDER_REMAINDER + !has_remainder);
        has_remainder = has_remainder || sketch->kinds[i] == FUNDER_REMAINDER;
    }
}

static inline void write_group_and_frame(struct sketch *sketch)
{
    static const char *const bases[] = { "all", "cash", "financing", "public" };
    text_addf(&sketch->text, "\n[group g0]\nmax_share = %s\nbasis = %s\n", random_percent(sketch, 0, SHARE_ONE),
              bases[roll(sketch->dice, 4)]);
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "amount = %s\n", random_money(sketch));
    text_addf(&sketch->text, "\n[frame w0]\namount = %s/year\n", random_money(sketch));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "committed.%d = %s\n", month_year(sketch->last), random_money(sketch));
}

static inline void write_reserve(struct sketch *sketch)
{
    static const char *const bases[] = { "running", "forward", "winding_down" };
    text_addf(&sketch->text, "\n[reserve]\nmonths = %d\nbasis = %s\nlead = %d\nclosing_costs = %s\n",
              (int)roll(sketch->dice, 13), bases[roll(sketch->dice, 3)], (int)roll(sketch->dice, 4),
              random_money(sketch));
    if (one_in(sketch->dice, 2))
        text_add(&sketch->text, "test = every_month\n");
}

#endif
