#include <medfin/contents/cells.h>

#include <medfin/doc/table_text.h>

enum doc_tone verdict_tone(enum verdict verdict)
{
    static const enum doc_tone tones[] = { [VERDICT_NOT_APPLICABLE] = TONE_NEUTRAL,
                                           [VERDICT_PASS] = TONE_GOOD,
                                           [VERDICT_WARN] = TONE_WARNING,
                                           [VERDICT_UNDETERMINED] = TONE_OPEN,
                                           [VERDICT_FAIL] = TONE_BAD };
    return tones[verdict];
}

struct doc_cell cell_verdict(enum verdict verdict, const char *key)
{
    return (struct doc_cell){ .kind = CELL_VERDICT,
                              .number = verdict_tone(verdict),
                              .text = tr(verdict_title(verdict)),
                              .id = verdict_id(verdict),
                              .key = key };
}

struct doc_cell cell_plan(struct cell figure, const char *key)
{
    return cell_money(figure.amount, !cell_is_known(figure), key);
}

struct doc_cell cell_exact(struct cell figure, const char *key)
{
    struct doc_cell cell = cell_plan(figure, key);
    cell.exact = true;
    return cell;
}

struct doc_cell cell_of_row(const struct figure_row *row, struct cell figure, const char *key)
{
    return cell_number(row->kind, figure.amount, !cell_is_known(figure), key);
}

struct doc_cell cell_asked(const struct asked_figure *asked, struct cell figure, const char *key)
{
    return cell_number(asked->kind, figure.amount, !cell_is_known(figure), key);
}

const char *asked_text(const struct doc *doc, const struct asked_figure *asked, struct cell figure)
{
    struct doc_cell cell = cell_asked(asked, figure, NULL);
    cell.exact = true;
    return shown_cell(&cell, 0, doc->language, doc->arena);
}
