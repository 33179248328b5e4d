/* What a letter proposes to be decided, point by point. */

#include "points.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/papers/quoted.h>
#include <medfin/write/markdown.h>

#include "member_fees.h"
#include "payers.h"

/* How the points of a decision are written in a house. */
struct points {
    const char *aside, *in_kind, *within; /* marked for translation, without an end */
    const char *blank_aside, *blank_within;
    const char *before; /* each point; "%d" is its number */
    const char *between, *end;
};

static const struct points numbered = {
    N_("{{letter.organisation}} sets aside {{total.financing.by_funder.*.cash}} to take part in {{project.title}} in {{project.years}}"),
    N_("{{letter.organisation}} contributes in kind worth {{total.financing.by_funder.*.in_kind}}"),
    N_("It is financed within the frame of {{funder.*.area}}"),
    N_("{{letter.organisation}} sets aside [amount] kronor to take part in {{project.title}} in {{project.years}}"),
    N_("It is financed within the frame of [area]"),
    "%d. ",
    ".\n",
    ".",
};

static const struct points clauses = {
    N_("to set aside {{total.financing.by_funder.*.cash}} to take part in {{project.title}} in {{project.years}}"),
    N_("to contribute in kind worth {{total.financing.by_funder.*.in_kind}}"),
    N_("that it is financed within the frame of {{funder.*.area}}"),
    N_("to set aside [amount] kronor to take part in {{project.title}} in {{project.years}}"),
    N_("that it is financed within the frame of [area]"),
    "",
    ",\n\n",
    ".",
};

static void add_point(struct writing *writing, const struct points *points, int *number, const struct section *payer,
                      const char *sentence)
{
    if (*number)
        letter_words(writing, points->between);
    if (*points->before)
        letter_words(writing, arena_text(writing->letter->arena, "%d. ", ++*number));
    else
        ++*number;
    letter_sentence(writing, payer, tr(sentence));
}

/* A point as its author writes it, its figures bound as any. */
static void write_quoted(struct writing *writing, const char *text)
{
    struct arena *arena = writing->letter->arena;
    for (struct quoted_piece piece; quoted_next(&text, &piece, arena);) {
        const size_t size = strlen(piece.words);
        letter_words(writing, *piece.words == ' ' ? " " : "");
        letter_words(writing, md_escaped(arena, piece.words));
        letter_words(writing, size > 1 && piece.words[size - 1] == ' ' ? " " : "");
        if (piece.path)
            letter_sentence(writing, NULL, arena_text(arena, "{{%s}}", piece.path));
    }
}

bool letter_writes_asked(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    const struct doc_points asked = decision_asked(letter->plan->project, letter->arena);
    for (int i = 0; i < asked.list.count; i++) {
        letter_words(writing, arena_text(letter->arena, "%s%d. ", i ? "\n" : "", i + 1));
        write_quoted(writing, asked.list.items[i]);
    }
    return asked.list.count > 0;
}

static void write_points(struct writing *writing, const struct points *points)
{
    int number = 0;
    if (letter_writes_asked(writing))
        return;
    for (int i = 0; i < payers_of(writing)->count; i++) {
        const struct section *payer = payers_of(writing)->items[i];
        if (!payer_is_own(payer) || payer_is_rejected(payer))
            continue;
        add_point(writing, points, &number, payer, points->aside);
        if (payer_gives_in_kind(writing, payer))
            add_point(writing, points, &number, payer, points->in_kind);
        add_point(writing, points, &number, payer, points->within);
    }
    if (!number) {
        add_point(writing, points, &number, NULL, points->blank_aside);
        add_point(writing, points, &number, NULL, points->blank_within);
    }
    letter_words(writing, points->end);
}

void write_numbered(struct writing *writing)
{
    write_points(writing, &numbered);
}

void write_clauses(struct writing *writing)
{
    write_points(writing, &clauses);
}

static int add_numbered(struct writing *writing, int number, const char *sentence)
{
    letter_words(writing, arena_text(writing->letter->arena, "%s%d. ", number > 1 ? "\n" : "", number));
    letter_sentence(writing, NULL, tr(sentence));
    return number + 1;
}

void write_proposals(struct writing *writing)
{
    if (letter_writes_asked(writing))
        return;
    int number = add_numbered(
        writing, 1,
        N_("that the budget for {{project.years}} is set: costs {{total.cost.total}}, income {{total.financing.total}};"));
    number = write_fee_points(writing, number);
    add_numbered(writing, number, N_("that the plan of activities is adopted."));
}
