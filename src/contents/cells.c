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

struct doc_cell cell_figure(enum unit unit, int64_t number, bool unknown, const char *key)
{
    static const enum cell_kind kinds[] = {
        [UNIT_MONEY] = CELL_MONEY,   [UNIT_SHARE] = CELL_SHARE, [UNIT_HOURS] = CELL_NUMBER,
        [UNIT_MONTHS] = CELL_NUMBER, [UNIT_COUNT] = CELL_COUNT, [UNIT_DATE] = CELL_MONTH
    };
    static const int64_t billionths[] = {
        [UNIT_HOURS] = SHARE_ONE / 1000, [UNIT_MONTHS] = SHARE_ONE / 100, [UNIT_DATE] = 0
    };
    return (struct doc_cell){ .kind = kinds[unit],
                              .unknown = unknown,
                              .number = billionths[unit] ? number * billionths[unit] : number,
                              .key = key };
}

struct doc_cell cell_plan(struct cell figure, const char *key)
{
    return cell_money(figure.amount, !cell_is_known(figure), key);
}

struct doc_cell cell_exact(struct cell figure, const char *key)
{
    struct doc_cell cell = cell_plan(figure, key);
    cell.kind = CELL_EXACT;
    return cell;
}

struct doc_cell cell_compared(const struct compared_figure *of, struct cell figure, const char *key)
{
    struct doc_cell cell = cell_plan(figure, key);
    if (of->in_posts)
        cell.kind = CELL_NUMBER;
    return cell;
}
