#include <medfin/read/amount.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/decimal.h>
#include <medfin/values/figure.h>

enum { ORE_POWER = 2 }; /* a krona is 10² öre */

static bool is_one_of(const char *text, const char *const *words)
{
    while (*words && !text_same(*words, text))
        words++;
    return *words;
}

/* What may stand behind a number that is money. */
static bool is_unit(const struct scan *scan)
{
    static const char *const units[] = { "",   "kr",  "kr.", "kronor", "SEK", ":-",  ":–",
                                         ",-", "tkr", "kkr", "mnkr",   "mkr", "öre", NULL };
    return is_one_of(scan_copy(scan, scan_rest(scan)), units);
}

static const struct key *money_key(void)
{
    month at;
    return key_find(SECTION_COST, "2021", &at);
}

/* Thirds of a krona, as a formula leaves them, to whole öre; false where the number has none. */
static bool rounded(const struct decimal *decimal, int power, money *ore)
{
    int more = decimal->decimals - power;
    if (more <= 0 || decimal->too_large || decimal->too_fine)
        return false;
    wide part = 1;
    while (more--)
        part *= 10;
    if (decimal->digits / part > MONEY_LIMIT)
        return false;
    *ore = round_quotient(decimal->negative ? -decimal->digits : decimal->digits, part);
    return true;
}

static struct amount number_amount(struct scan *scan, int power)
{
    struct amount amount = { .kind = AMOUNT_MONEY };
    struct diags *diags = scan->diags;
    struct decimal decimal;
    scan->diags = diags_new(scan->arena);
    const char *begin = scan->at;
    bool is_number = decimal_read(scan, &decimal);
    if (is_number && !is_unit(scan))
        return (struct amount){ .kind = AMOUNT_NONE };
    bool is_bare = is_number && !scan_more(scan) && !decimal.may_be_thousands;
    if (is_bare && rounded(&decimal, power + ORE_POWER, &amount.ore))
        return amount;
    scan->at = begin;
    scan->diags = diags;
    if (!figure_read(scan, KIND_MONEY, &(struct unit){ KIND_MONEY, power + ORE_POWER }, &amount.ore))
        amount.kind = AMOUNT_NONE;
    return amount;
}

/* "#REF!", "#VÄRDEFEL!", "#SAKNAS!", "#N/A", "#NAMN?": a formula that has no value; "####": a column too narrow for it.
 */
static bool is_sheet_error(const char *text, enum diag_id *id)
{
    size_t marks = strspn(text, "#"), size = strlen(text);
    *id = marks == size ? DIAG_CELL_NARROW : DIAG_CELL_ERROR;
    if (marks == size)
        return marks > 1;
    return marks == 1 &&
           (strchr("!?", text[size - 1]) || is_one_of(text, (const char *const[]){ "#N/A", "#I/T", NULL }));
}

struct amount amount_read(const struct csv_cell *cell, int power, struct arena *arena, struct diags *diags)
{
    static const char *const dashes[] = { "", "-", "–", "—", "−", "..", NULL };
    size_t size = strlen(cell->text);
    bool is_owed = size > 2 && cell->text[0] == '(' && cell->text[size - 1] == ')';
    struct scan scan = { .begin = cell->text + is_owed,
                         .at = cell->text + is_owed,
                         .end = cell->text + size - is_owed,
                         .key = money_key(),
                         .place = place_at(cell->place.source, cell->place.offset + is_owed, cell->place.size),
                         .arena = arena,
                         .diags = diags };
    if (is_one_of(cell->text, dashes))
        return (struct amount){ .kind = AMOUNT_EMPTY };
    if (strcmp(cell->text, "?") == 0)
        return (struct amount){ .kind = AMOUNT_UNKNOWN };
    enum diag_id error;
    if (is_sheet_error(cell->text, &error)) {
        diag_add(diags, error, cell->place, ARGS(arg_text(cell->text)));
        return (struct amount){ .kind = AMOUNT_NONE };
    }
    if (number_skip(&scan) == scan.at)
        return (struct amount){ .kind = AMOUNT_NONE };
    struct amount amount = number_amount(&scan, power);
    amount.ore = is_owed ? -amount.ore : amount.ore;
    return amount;
}
