/* Uncertainty: what stands behind the `~` of a value. */

#include "value_spread.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/values/decimal.h>
#include <medfin/values/figure.h>

enum { MOST_ARGUMENTS = 2 };

struct arguments {
    int64_t numbers[MOST_ARGUMENTS]; /* in the value's unit */
    struct stretch texts[MOST_ARGUMENTS];
    int count;
    LIST(struct likely) likely; /* of one_of, in the place of numbers */
    struct stretch whole;
};

/* The value that stands before the `~`. */
struct centre {
    int64_t number;
    struct stretch text;
    struct unit unit;
};

static bool bounds_hold(struct scan *scan, const struct centre *centre, const struct arguments *given)
{
    if (given->numbers[0] > centre->number)
        return scan_fault_of(scan, DIAG_SPREAD_MIN, given->texts[0], scan_quote(scan, centre->text));
    if (given->numbers[1] < centre->number)
        return scan_fault_of(scan, DIAG_SPREAD_MAX, given->texts[1], scan_quote(scan, centre->text));
    return figure_in_range(scan, given->texts[0], centre->unit.kind, given->numbers[0]) &&
           figure_in_range(scan, given->texts[1], centre->unit.kind, given->numbers[1]);
}

static bool deviation_holds(struct scan *scan, const struct centre *centre, const struct arguments *given)
{
    (void)centre;
    return given->numbers[0] >= 0 || scan_fault_of(scan, DIAG_SPREAD_NEGATIVE, given->texts[0], NULL);
}

static bool percentile_holds(struct scan *scan, const struct centre *centre, const struct arguments *given)
{
    if (centre->number <= 0)
        return scan_fault_of(scan, DIAG_SPREAD_MEDIAN, centre->text, NULL);
    if (given->numbers[0] < centre->number)
        return scan_fault_of(scan, DIAG_SPREAD_P95, given->texts[0], scan_quote(scan, centre->text));
    return figure_in_range(scan, given->texts[0], centre->unit.kind, given->numbers[0]);
}

static bool percentiles_hold(struct scan *scan, const struct centre *centre, const struct arguments *given)
{
    if (given->numbers[0] > centre->number)
        return scan_fault_of(scan, DIAG_SPREAD_P10, given->texts[0], scan_quote(scan, centre->text));
    if (given->numbers[1] < centre->number)
        return scan_fault_of(scan, DIAG_SPREAD_P90, given->texts[1], scan_quote(scan, centre->text));
    return figure_in_range(scan, given->texts[0], centre->unit.kind, given->numbers[0]) &&
           figure_in_range(scan, given->texts[1], centre->unit.kind, given->numbers[1]);
}

/* Each is held to the key's range where it is read. */
static bool any_is_it(struct scan *scan, const struct centre *centre, const struct arguments *given)
{
    bool any = false;
    share all = 0;
    for (int i = 0; i < given->likely.count; i++) {
        any = any || given->likely.items[i].number == centre->number;
        all += given->likely.items[i].chance;
    }
    if (all != SHARE_ONE)
        return scan_fault(scan, DIAG_SPREAD_PARTS, given->whole, ARGS(arg_share(all)));
    return any || scan_fault_of(scan, DIAG_SPREAD_NONE_OF, centre->text, NULL);
}

/* What must hold of a distribution's arguments. */
static bool (*const checks[DISTRIBUTION_COUNT])(struct scan *, const struct centre *, const struct arguments *) = {
    [DISTRIBUTION_NORMAL] = deviation_holds,     [DISTRIBUTION_UNIFORM] = bounds_hold,
    [DISTRIBUTION_TRIANGULAR] = bounds_hold,     [DISTRIBUTION_PERT] = bounds_hold,
    [DISTRIBUTION_LOGNORMAL] = percentile_holds, [DISTRIBUTION_HALVES] = percentiles_hold,
    [DISTRIBUTION_ONE_OF] = any_is_it,
};

/* The distribution whose name stands here, taken; DISTRIBUTION_COUNT after a fault. */
static enum distribution distribution_take(struct scan *scan)
{
    const char *names[DISTRIBUTION_COUNT + 1] = { NULL };
    int count = 0;
    struct stretch token = scan_token(scan);
    if (token.from == token.end || *token.from == '\n') {
        scan_fault_of(scan, DIAG_SPREAD_MISSING, (struct stretch){ token.from - 1, token.from }, NULL);
        return DISTRIBUTION_COUNT;
    }
    for (int i = 0; i < DISTRIBUTION_COUNT; i++) {
        if (!checks[i])
            continue;
        names[count++] = distributions[i].name;
        if (scan_is(scan, distributions[i].name)) {
            scan->at = token.end;
            return (enum distribution)i;
        }
    }
    scan_fault_of(scan, DIAG_SPREAD_UNKNOWN, token, text_nearest(scan_copy(scan, token), names, scan->arena));
    return DISTRIBUTION_COUNT;
}

/* A standard deviation may be a percent of the value, where the value is no percent itself. */
static bool is_relative(const struct scan *scan, enum distribution kind, const struct centre *centre)
{
    struct scan ahead = *scan;
    int power;
    ahead.at = number_skip(scan);
    return kind == DISTRIBUTION_NORMAL && centre->unit.kind != KIND_SHARE && percent_sign(&ahead, &power);
}

static bool argument_read(struct scan *scan, enum distribution kind, const struct centre *centre,
                          struct arguments *given)
{
    int64_t number;
    bool relative = is_relative(scan, kind, centre);
    enum kind of = relative ? KIND_SHARE : centre->unit.kind;
    if (!figure_read(scan, of, relative ? NULL : &centre->unit, &number))
        return false;
    if (relative) {
        wide width = (wide)(centre->number < 0 ? -centre->number : centre->number) * number / SHARE_ONE;
        if (width > INT64_MAX / 4)
            return scan_fault_of(scan, DIAG_NUMBER_LARGE, scan->figure, "100 %");
        number = money_times(centre->number < 0 ? -centre->number : centre->number, number);
    }
    if (given->count < MOST_ARGUMENTS) {
        given->numbers[given->count] = number;
        given->texts[given->count] = scan->figure;
    }
    given->count++;
    return true;
}

static bool chance_read(struct scan *scan, share *chance)
{
    if (!figure_read(scan, KIND_SHARE, NULL, chance))
        return false;
    if (*chance < 0 || *chance > SHARE_ONE)
        return scan_fault_of(scan, DIAG_SPREAD_CHANCE, scan->figure, NULL);
    return true;
}

/* What stands in the place of a parenthesis; at the end, the distribution as far as it goes. */
static bool parenthesis_fault(struct scan *scan, const char *name)
{
    struct stretch token = scan_token(scan);
    if (token.from == token.end || *token.from == '\n')
        token = (struct stretch){ name, blanks_trim(name, token.from) };
    return scan_fault_of(scan, DIAG_SPREAD_PARENTHESIS, token, NULL);
}

/* "30 000: 20 %". */
static bool likely_read(struct scan *scan, const struct centre *centre, struct arguments *given)
{
    struct likely likely;
    if (!figure_read(scan, centre->unit.kind, &centre->unit, &likely.number) ||
        !figure_in_range(scan, scan->figure, centre->unit.kind, likely.number))
        return false;
    const struct stretch value = scan->figure;
    scan_more(scan);
    if (!scan_take(scan, ':'))
        return scan_fault_of(scan, DIAG_SPREAD_COLON, value, NULL);
    scan_more(scan);
    if (!chance_read(scan, &likely.chance))
        return false;
    *list_add(&given->likely, scan->arena) = likely;
    return true;
}

/* "(50 000, 90 000)", taken. */
static bool arguments_read(struct scan *scan, const char *name, enum distribution kind, const struct centre *centre,
                           struct arguments *given)
{
    scan_more(scan);
    if (!scan_take(scan, '('))
        return parenthesis_fault(scan, name);
    scan_more(scan);
    if (scan_take(scan, ')'))
        return true;
    for (;;) {
        scan_more(scan);
        bool is_read =
            kind == DISTRIBUTION_ONE_OF ? likely_read(scan, centre, given) : argument_read(scan, kind, centre, given);
        if (!is_read)
            return false;
        scan_more(scan);
        scan->unit_stated = true; /* by the value: no unit is missing behind the arguments */
        if (scan_take(scan, ')'))
            return true;
        if (!scan_take(scan, ','))
            return parenthesis_fault(scan, name);
        if (!blank_size(scan->at, scan->end))
            return scan_fault(scan, DIAG_SPREAD_COMMA, (struct stretch){ scan->at - 1, scan->at }, NULL);
    }
}

/* "p10(50 000) p90(90 000)", from the parenthesis on. */
static bool percentiles_read(struct scan *scan, const char *name, const struct centre *centre, struct arguments *given)
{
    if (!arguments_read(scan, name, DISTRIBUTION_HALVES, centre, given))
        return false;
    scan_more(scan);
    const char *other = scan->at;
    if (!scan_is(scan, "p90"))
        return scan_fault(scan, DIAG_SPREAD_NO_P90, (struct stretch){ name, blanks_trim(name, other) }, NULL);
    scan->at = scan_token(scan).end;
    return given->count == 1 ? arguments_read(scan, other, DISTRIBUTION_HALVES, centre, given)
                             : scan_fault(scan, DIAG_SPREAD_NO_P90, (struct stretch){ name, other }, NULL);
}

static bool distribution_read(struct scan *scan, const struct centre *centre, struct spread *spread)
{
    const char *name = scan->at;
    spread->kind = distribution_take(scan);
    if (spread->kind == DISTRIBUTION_COUNT)
        return false;
    struct arguments given = { .count = 0 };
    bool is_read = spread->kind == DISTRIBUTION_HALVES ? percentiles_read(scan, name, centre, &given)
                                                       : arguments_read(scan, name, spread->kind, centre, &given);
    if (!is_read)
        return false;
    given.whole = (struct stretch){ name, scan->at };
    const struct distribution_row *row = &distributions[spread->kind];
    if (given.count != row->arguments && spread->kind != DISTRIBUTION_ONE_OF)
        return scan_fault(
            scan, DIAG_SPREAD_COUNT, (struct stretch){ name, scan->at },
            ARGS(arg_text(row->name), arg_count(row->arguments), arg_count(given.count), arg_word(row->meaning)));
    spread->first = given.numbers[0];
    spread->second = row->arguments > 1 ? given.numbers[1] : 0;
    spread->likely = given.likely.items;
    spread->likely_count = given.likely.count;
    return checks[spread->kind](scan, centre, &given);
}

bool spread_read(struct scan *scan, struct value *value)
{
    struct stretch tilde = { scan->at, scan_rest(scan).end };
    scan->at++;
    if (scan->operation != OPERATION_SET)
        return scan_fault_of(scan, DIAG_SPREAD_CHANGE, tilde, NULL);
    bool has_figure = value->kind == VALUE_STATUS || (scan->unit.kind != KIND_NONE && !value->count);
    if (!(scan->key->flags & KEY_MAY_BE_UNCERTAIN) || !has_figure)
        return scan_fault_of(scan, DIAG_NOT_UNCERTAIN, tilde, NULL);
    const struct centre centre = { value->number, scan->figure, scan->unit };
    struct spread *spread = arena_take(scan->arena, 1, sizeof *spread);
    value->spread = spread;
    scan_more(scan);
    if (value->kind != VALUE_STATUS)
        return distribution_read(scan, &centre, spread);
    spread->kind = DISTRIBUTION_CHANCE;
    return chance_read(scan, &spread->first);
}
