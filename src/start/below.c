#include "below.h"

#include "words.h"

static bool is_cost(const struct budget_row *row)
{
    return row->use == ROW_LINE && !row->is_funding;
}

/* Behind the last cost that no heading or sum parts from the row. */
static int block_end(const struct lines *lines, int at)
{
    while (at < lines->count && lines->items[at].use != ROW_SUM && lines->items[at].use != ROW_PART &&
           lines->items[at].use != ROW_GROUP && lines->items[at].use != ROW_HEADINGS)
        at++;
    return at;
}

static bool all_fund(const struct lines *lines, int from, int to, struct arena *arena)
{
    bool is_funder = true;
    for (int i = from; i < to; i++)
        is_funder =
            is_funder && (!is_cost(&lines->items[i]) || label_says(lines->items[i].title, LABEL_FUNDER, arena) ||
                          label_says(lines->items[i].title, LABEL_FUNDING, arena));
    return is_funder;
}

/* Whether the sums say the same: that of the costs, and that of what pays them. */
static bool same_amounts(const struct lines *lines, const struct budget_row *one, const struct budget_row *other)
{
    for (int i = 0; i < lines->columns->count; i++)
        if (one->amounts[i].kind != other->amounts[i].kind || one->amounts[i].ore != other->amounts[i].ore)
            return false;
    return true;
}

/* Whether a sum of costs stands below. */
static bool has_sum_below(const struct lines *lines, int at)
{
    for (int i = at; i < lines->count; i++)
        if (lines->items[i].use == ROW_SUM && !lines->items[i].is_funding)
            return true;
    return false;
}

static void take_block(struct lines *lines, int total, int end, struct arena *arena, struct diags *diags)
{
    bool is_last = !has_sum_below(lines, end);
    bool is_sum = end < lines->count && lines->items[end].use == ROW_SUM &&
                  same_amounts(lines, &lines->items[total], &lines->items[end]);
    bool are_funders = all_fund(lines, total + 1, end, arena) && (is_last || is_sum);
    for (int i = total + 1; i < end; i++) {
        struct budget_row *row = &lines->items[i];
        if (is_cost(row) && !are_funders && is_last && !label_says(row->title, LABEL_FUNDER, arena))
            diag_add(diags, DIAG_TABLE_BELOW_TOTAL, row->row->place, ARGS(arg_text(row->title)));
        row->is_funding = row->is_funding || are_funders || (is_cost(row) && is_last);
    }
    if (are_funders && is_sum)
        lines->items[end].is_funding = true;
}

void below_total_find(struct lines *lines, struct arena *arena, struct diags *diags)
{
    for (int i = 0; i < lines->count; i++) {
        const struct budget_row *row = &lines->items[i];
        if (row->use == ROW_SUM && !row->is_funding && label_is_grand_sum(row->title, arena))
            take_block(lines, i, block_end(lines, i + 1), arena, diags);
    }
}
