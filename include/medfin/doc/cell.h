#ifndef MEDFIN_DOC_CELL_H
#define MEDFIN_DOC_CELL_H

/* A cell of a table, or a value for programs alone: its kind, exact value and machine key. */

#include <stdbool.h>

#include <medfin/base/arena.h>
#include <medfin/base/kind.h>
#include <medfin/base/month.h>
#include <medfin/base/path.h>

enum cell_kind {
    CELL_EMPTY,
    CELL_TEXT,
    CELL_FIGURE, /* number, of that kind */
    CELL_VERDICT /* number: enum doc_tone; text: the word as shown; id: the word in JSON */
};

enum doc_tone { TONE_NEUTRAL, TONE_GOOD, TONE_WARNING, TONE_BAD, TONE_OPEN };

struct doc_cell {
    enum cell_kind kind : 8; /* a table has tens of thousands of cells */
    enum kind of : 8;        /* of a figure */
    bool unknown : 1;        /* shown as "?", null in JSON */
    bool exact : 1;          /* money and percents are shown with every decimal; else money in the doc's unit … */
    bool is_set : 1; /* … as `whole` of them, decided for all places where the figure stands; else with its table */
    int64_t number, whole;
    const char *text;
    const char *id;     /* of a verdict: its word in JSON; of a text: NULL, or what JSON says in its place */
    const char *figure; /* the path of the figure that it shows, where its key is none; or NULL */
    const char *key;    /* path in JSON ("years.2021.cost.total", "rules[0].id"; a dot inside a
                           name is "\.", see key_name), below its row's `path` if that has one;
                           or NULL: not in JSON. No two cells of a doc share one */
};

struct doc_cell cell_text(const char *text, const char *key);
struct doc_cell cell_number(enum kind kind, int64_t number, bool unknown, const char *key);
struct doc_cell cell_money(money amount, bool unknown, const char *key);
struct doc_cell cell_share(share part, bool unknown, const char *key);
struct doc_cell cell_count(int64_t count, const char *key);
struct doc_cell cell_month(month at, const char *key);

static inline bool cell_is_money(const struct doc_cell *cell)
{
    return cell->kind == CELL_FIGURE && cell->of == KIND_MONEY;
}

/* It is shown in whole units. */
static inline bool cell_is_rounded(const struct doc_cell *cell)
{
    return cell_is_money(cell) && !cell->exact;
}

#endif
