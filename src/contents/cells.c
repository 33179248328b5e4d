#include <medfin/contents/cells.h>

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

struct doc_cell cell_compared(const struct compared_figure *of, struct cell figure, const char *key)
{
    struct doc_cell cell = cell_plan(figure, key);
    if (of->in_posts)
        cell.of = KIND_DECIMAL;
    return cell;
}
