#ifndef MEDFIN_TESTS_RANDOM_TERMS_H
#define MEDFIN_TESTS_RANDOM_TERMS_H

/* What a random project is given on top, where a property asks for it: terms on which each funder
   pays, and fees of equal members. */

#include "random_project.h"

static inline void write_claims(struct text *out, struct dice *dice)
{
    text_addf(out, "paid = claims\nclaim_every = %d\n", (int)between(dice, 1, 7));
    if (one_in(dice, 2))
        text_addf(out, "holdback = %d,5 %%\n", (int)roll(dice, 99));
    if (one_in(dice, 2))
        text_add(out, "one_open_claim = ja\n");
}

static inline void write_payment(struct text *out, struct dice *dice, const char *id)
{
    static const char *const in_advance[] = { "monthly", "quarterly_in_advance", "yearly_in_advance" };
    text_addf(out, "\n[funder %s]\npayment_lag = %d\n", id, (int)roll(dice, 8));
    if (one_in(dice, 3))
        text_addf(out, "paid = %s\n", in_advance[roll(dice, 3)]);
    else
        write_claims(out, dice);
    if (one_in(dice, 3))
        text_addf(out, "advance = %d %%, at most %d kr\n", (int)roll(dice, 101), (int)roll(dice, 400000));
}

static inline void write_fees(struct text *out, struct dice *dice, const struct section_list *indices)
{
    static const char *const roundings[] = { "nearest", "up", "down" };
    text_addf(out, "\n[tariff t0]\nnew = yes\ncount = %d\ninhabitants = %d\nfixed = %d kr\nper_inhabitant = %d öre\n",
              (int)roll(dice, 50), (int)roll(dice, 200000), (int)roll(dice, 9000), (int)roll(dice, 90));
    if (one_in(dice, 2))
        text_addf(out, "maximum = %d kr\n", (int)roll(dice, 40000));
    if (one_in(dice, 2))
        text_addf(out, "round_to = %d kr %s\n", (int)between(dice, 1, 500), roundings[roll(dice, 3)]);
    if (one_in(dice, 2))
        text_addf(out, "leave = %d %%/year\n", (int)roll(dice, 60));
    if (indices->count && one_in(dice, 2))
        text_addf(out, "index = %s\n", indices->items[0]->id);
}

static inline void put_on_top(struct trial *trial, struct dice *dice, bool terms, bool fees)
{
    struct text out = text_new(trial->arena);
    const struct section_list *funders = &trial->project->of[SECTION_FUNDER];
    text_add(&out, "[scenario]\n\n[project]\nopening_cash = 12 345,67 kr\n");
    for (int i = 0; i < funders->count && terms; i++)
        write_payment(&out, dice, funders->items[i]->id);
    if (fees)
        write_fees(&out, dice, &trial->project->of[SECTION_INDEX]);
    trial_read(trial, out.bytes, 1);
    trial_build(trial);
    trial->text = arena_text(trial->arena, "%s\n%s", trial->text, out.bytes);
}

#endif
