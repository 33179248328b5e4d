#include "sums.h"

#include <stdlib.h>

#include "words.h"

/* Rows from one on up to a sum, of the sum's part. */
struct span {
    const struct lines *lines;
    int from, to;
    bool is_funding;
};

/* Whether the row is one that a sum in the column sums: under "Finansiering" stand funders, whatever part it is in. */
static bool is_summed(const struct span *span, int row, int column)
{
    const struct budget_row *found = &span->lines->items[row];
    bool is_funding = span->lines->columns->items[column].use == COLUMN_FUNDING || span->is_funding;
    return found->use == ROW_LINE && found->is_funding == is_funding;
}

static money span_sum(const struct span *span, int column, int *rows, bool *is_unknown)
{
    wide sum = 0;
    *rows = 0;
    *is_unknown = false;
    for (int i = span->from; i < span->to; i++)
        if (is_summed(span, i, column)) {
            sum += span->lines->items[i].amounts[column].ore;
            *is_unknown = *is_unknown || span->lines->items[i].amounts[column].kind == AMOUNT_UNKNOWN;
            ++*rows;
        }
    return sum > MONEY_LIMIT ? MONEY_LIMIT : (money)sum;
}

/* n rounded rows and a rounded sum explain (n + 1) × 0,5 units. */
static money rounding(const struct lines *lines, int column, int rows)
{
    money unit = KRONA;
    for (int i = 0; i < lines->columns->items[column].power; i++)
        unit *= 10;
    return (rows + 1) * unit / 2;
}

/* How a sum is to the rows of a span in a column. */
static int compare_column(const struct span *span, const struct budget_row *sum, int column)
{
    int rows;
    bool is_unknown;
    if (sum->amounts[column].kind != AMOUNT_MONEY)
        return SUM_AGREES;
    money difference = sum->amounts[column].ore - span_sum(span, column, &rows, &is_unknown);
    return is_unknown                                                 ? SUM_PARTLY
           : !difference                                              ? SUM_AGREES
           : llabs(difference) <= rounding(span->lines, column, rows) ? SUM_ROUNDED
                                                                      : SUM_DIFFERS;
}

/* Of a table whose rows cost what their funders pay, one sum alone may be of all funders. */
static bool is_of_all(const struct span *span, const struct budget_row *sum)
{
    money said = 0, made = 0;
    int amounts = 0;
    for (int i = 0; i < span->lines->columns->count; i++) {
        int rows;
        bool is_unknown = false;
        amounts += sum->amounts[i].kind == AMOUNT_MONEY;
        said += sum->amounts[i].kind == AMOUNT_MONEY ? sum->amounts[i].ore : 0;
        made += span->lines->columns->items[i].use == COLUMN_FUNDER ? span_sum(span, i, &rows, &is_unknown) : 0;
        if (is_unknown)
            return false;
    }
    return span->lines->columns->is_by_funder && amounts == 1 && said == made;
}

/* In the column where it is worst. */
static int compare(const struct span *span, const struct budget_row *sum)
{
    int worst = SUM_AGREES;
    for (int i = 0; i < span->lines->columns->count; i++) {
        int found = compare_column(span, sum, i);
        worst = found > worst ? found : worst;
    }
    return worst != SUM_AGREES && is_of_all(span, sum) ? SUM_AGREES : worst;
}

/* The row behind the last of that use above; 0: there is none. */
static int behind_last(const struct lines *lines, int at, enum row_use use, bool is_funding)
{
    int i = at - 1;
    while (i >= 0 && (lines->items[i].use != use || lines->items[i].is_funding != is_funding))
        i--;
    return i + 1;
}

/* The span that a sum is nearest to: the rows below the last heading, the last sum, or all of its part. */
static int nearest(const struct lines *lines, int at, struct span *span)
{
    const struct budget_row *sum = &lines->items[at];
    const int froms[] = { 0, behind_last(lines, at, ROW_SUM, sum->is_funding),
                          behind_last(lines, at, ROW_GROUP, sum->is_funding) };
    int best = SUM_DIFFERS + 1;
    for (size_t i = 0; i < sizeof froms / sizeof *froms; i++) {
        struct span tried = { lines, froms[i], at, sum->is_funding };
        int found = compare(&tried, sum);
        if (found >= best)
            continue;
        best = found;
        *span = tried;
    }
    return best;
}

static int differing(const struct lines *lines)
{
    int count = 0;
    for (int i = 0; i < lines->count; i++) {
        struct span span;
        count += lines->items[i].use == ROW_SUM && nearest(lines, i, &span) == SUM_DIFFERS;
    }
    return count;
}

static bool has_sum(const struct lines *lines, bool is_funding)
{
    for (int i = 0; i < lines->count; i++)
        if (lines->items[i].use == ROW_SUM && lines->items[i].is_funding == is_funding)
            return true;
    return false;
}

enum { MOST_PARTS = 40 };

/* How many of the lines that follow at once, two or more, the line is the sum of; 0: of none. */
static int parts_of(const struct lines *lines, int at)
{
    const struct budget_row *row = &lines->items[at];
    for (int n = 1; n <= MOST_PARTS && at + n < lines->count && lines->items[at + n].use == ROW_LINE; n++) {
        const struct span span = { lines, at + 1, at + n + 1, row->is_funding };
        if (n > 1 && compare(&span, row) == SUM_AGREES)
            return n;
    }
    return 0;
}

/* Lines that head their parts, as sums of them or as lines again. */
static void turn(struct lines *lines, const int *parts, enum row_use use)
{
    for (int i = 0; i < lines->count; i++)
        if (parts[i]) {
            lines->items[i].use = use;
            for (int k = 1; k <= parts[i]; k++)
                lines->items[i + k].group = use == ROW_GROUP ? lines->items[i].title : "";
        }
}

/* A table of several levels: lines that head their parts are the sums of them, if the totals then agree better;
   without totals, that every year agrees has to be enough. */
static void find_levels(struct lines *lines, struct arena *arena)
{
    int *parts = arena_take(arena, (size_t)lines->count, sizeof *parts), found = 0;
    bool has_totals = false;
    for (int i = 0; i < lines->count; i += parts[i] + 1) {
        parts[i] = lines->items[i].use == ROW_LINE ? parts_of(lines, i) : 0;
        found += parts[i];
        has_totals = has_totals || (parts[i] && has_sum(lines, lines->items[i].is_funding));
    }
    if (!found)
        return;
    int before = differing(lines);
    turn(lines, parts, ROW_GROUP);
    if (has_totals ? differing(lines) >= before : !lines->columns->is_by_year)
        turn(lines, parts, ROW_LINE);
}

static void warn(const struct lines *lines, int at, const struct span *span, struct diags *diags)
{
    const struct budget_row *sum = &lines->items[at];
    for (int i = 0; i < lines->columns->count; i++) {
        int rows, found = compare_column(span, sum, i);
        bool is_unknown;
        const struct csv_cell cell = column_cell(lines->grid, sum->row, i);
        const money said = sum->amounts[i].ore, made = span_sum(span, i, &rows, &is_unknown);
        if (found >= SUM_PARTLY)
            diag_add(diags, found == SUM_PARTLY ? DIAG_TABLE_SUM_UNKNOWN : DIAG_TABLE_SUM, cell.place,
                     ARGS(arg_money(said), arg_money(made), arg_money(said - made)));
    }
}

/* What amounts of one row make together. */
struct parts {
    wide sum;
    int count;
    bool is_unknown;
};

static void take_part(struct parts *parts, const struct amount *amount)
{
    parts->sum += amount->ore;
    parts->count += amount->kind == AMOUNT_MONEY;
    parts->is_unknown = parts->is_unknown || amount->kind == AMOUNT_UNKNOWN;
}

/* What the row says in the column, and what its other amounts make of it. */
static bool hold(const struct lines *lines, int at, int column, const struct parts *parts, enum diag_id id,
                 struct diags *diags)
{
    const struct budget_row *row = &lines->items[at];
    money said = row->amounts[column].ore, made = parts->sum > MONEY_LIMIT ? MONEY_LIMIT : (money)parts->sum;
    const struct csv_cell cell = column_cell(lines->grid, row->row, column);
    if (!parts->is_unknown && (!parts->count || llabs(said - made) <= rounding(lines, column, parts->count)))
        return true;
    diag_add(diags, parts->is_unknown ? DIAG_TABLE_SUM_UNKNOWN : id, cell.place,
             ARGS(arg_money(said), arg_money(made), arg_money(said - made)));
    return parts->is_unknown;
}

/* A row's total is that of its years, and what its funders pay is its total. */
static void check_total(struct lines *lines, int at, struct diags *diags)
{
    struct budget_row *row = &lines->items[at];
    int total = -1, funder_columns = 0;
    struct parts years = { 0 }, funders = { 0 };
    for (int i = 0; i < lines->columns->count; i++) {
        enum column_use use = lines->columns->items[i].use;
        funder_columns += use == COLUMN_FUNDER;
        total = use == COLUMN_TOTAL && row->amounts[i].kind == AMOUNT_MONEY ? i : total;
        if (use == COLUMN_YEAR || use == COLUMN_FUNDER)
            take_part(use == COLUMN_YEAR ? &years : &funders, &row->amounts[i]);
    }
    if (total < 0)
        return;
    row->is_off = !hold(lines, at, total, &years, DIAG_TABLE_ROW_TOTAL, diags);
    if (funder_columns > 1 && !hold(lines, at, total, &funders, DIAG_TABLE_ROW_FUNDERS, diags))
        row->is_off = true;
}

void sums_check(struct lines *lines, struct arena *arena, struct diags *diags)
{
    find_levels(lines, arena);
    for (int i = 0; i < lines->count; i++) {
        struct span span = { 0 };
        if (lines->items[i].use == ROW_LINE)
            check_total(lines, i, diags);
        if (lines->items[i].use != ROW_SUM)
            continue;
        int found = nearest(lines, i, &span);
        for (int k = span.from; k < i && found <= SUM_ROUNDED; k++)
            found = lines->items[k].is_off && lines->items[k].is_funding == span.is_funding ? SUM_OFF : found;
        lines->items[i].sum = found;
        if (found == SUM_PARTLY || found == SUM_DIFFERS)
            warn(lines, i, &span, diags);
    }
}
