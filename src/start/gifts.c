#include "gifts.h"

#include <medfin/base/text.h>

#include "words.h"

struct giving {
    struct lines *lines;
    struct arena *arena;
    struct diags *diags;
};

static bool is_line(const struct budget_row *row, bool is_funding)
{
    return row->use == ROW_LINE && row->is_funding == is_funding;
}

static bool is_in_kind(const struct giving *giving, const struct budget_row *row)
{
    return label_is_in_kind(row->title, giving->arena) || label_is_in_kind(row->group, giving->arena);
}

static money part_total(const struct lines *lines, bool is_funding)
{
    wide sum = 0;
    for (int i = 0; i < lines->count; i++)
        sum += is_line(&lines->items[i], is_funding) ? row_total(lines, &lines->items[i]) : 0;
    return sum > MONEY_LIMIT ? MONEY_LIMIT : (money)sum;
}

/* A cost that a funder's column holds the whole of is given by that one, where either says that it is in kind. */
static void give_by_columns(struct giving *giving)
{
    struct lines *lines = giving->lines;
    for (int i = 0; i < lines->count; i++) {
        struct budget_row *row = &lines->items[i];
        for (int k = 0; k < lines->columns->count && is_line(row, false); k++) {
            bool is_kind = lines->funder_ids[k] && (is_in_kind(giving, row) ||
                                                    label_is_in_kind(lines->columns->items[k].heading, giving->arena));
            money whole = row_total(lines, row);
            if (!is_kind || row->borne_by || !whole || row->amounts[k].ore != whole)
                continue;
            row->borne_by = lines->funder_ids[k];
            lines->borne[k] += whole;
        }
    }
}

/* In-kind columns that hold a part of costs: which part, the table does not say. */
static void warn_of_columns(const struct giving *giving)
{
    const struct lines *lines = giving->lines;
    const struct csv_row *headings =
        &lines->grid->rows[lines->columns->heading_row < 0 ? 0 : lines->columns->heading_row];
    for (int k = 0; k < lines->columns->count; k++) {
        const char *heading = lines->columns->items[k].heading;
        bool is_unknown;
        if (lines->funder_ids[k] && label_is_in_kind(heading, giving->arena) &&
            column_total(lines, k, &is_unknown) != lines->borne[k])
            diag_add(giving->diags, DIAG_TABLE_IN_KIND_FUNDER, column_cell(lines->grid, headings, k).place,
                     ARGS(arg_text(heading)));
    }
}

/* The funder that gives the cost: of that name, else of that sum, else the only one that gives anything; NULL: none can
   be told. */
static struct budget_row *giver_of(const struct giving *giving, const struct budget_row *cost)
{
    struct budget_row *same = NULL, *equal = NULL, *last = NULL;
    int givers = 0;
    for (int i = 0; i < giving->lines->count; i++) {
        struct budget_row *row = &giving->lines->items[i];
        if (!is_line(row, true) || !is_in_kind(giving, row))
            continue;
        givers++;
        last = row;
        same = text_same(row->title, cost->title) ? row : same;
        equal = row_total(giving->lines, row) == row_total(giving->lines, cost) ? row : equal;
    }
    return same ? same : equal ? equal : givers == 1 ? last : NULL;
}

/* What all funders pay, whether they have rows or columns; −1: there are none. */
static money financing(const struct lines *lines)
{
    wide sum = lines_count(lines, ROW_LINE, true) ? part_total(lines, true) : -1;
    for (int i = 0; i < lines->columns->count; i++)
        if (lines->funder_ids[i]) {
            bool is_unknown;
            sum = (sum < 0 ? 0 : sum) + column_total(lines, i, &is_unknown);
        }
    return sum > MONEY_LIMIT ? MONEY_LIMIT : (money)sum;
}

static bool has_no_giver(const struct giving *giving, const struct budget_row *row)
{
    return is_line(row, false) && is_in_kind(giving, row) && !row->borne_by;
}

/* Costs in kind that no funder is said to give: where that is what the financing lacks, they give themselves. */
static void give_themselves(struct giving *giving)
{
    struct lines *lines = giving->lines;
    money lacking = 0, all = financing(lines);
    for (int i = 0; i < lines->count; i++)
        lacking += has_no_giver(giving, &lines->items[i]) ? row_total(lines, &lines->items[i]) : 0;
    for (int i = 0; i < lines->count; i++) {
        struct budget_row *row = &lines->items[i];
        if (!has_no_giver(giving, row))
            continue;
        row->gives = all < 0 || part_total(lines, false) - all == lacking;
        if (!row->gives)
            diag_add(giving->diags, DIAG_TABLE_IN_KIND_COST, row->row->place, ARGS(arg_text(row->title)));
    }
}

static void give_by_rows(struct giving *giving)
{
    for (int i = 0; i < giving->lines->count; i++) {
        struct budget_row *row = &giving->lines->items[i];
        struct budget_row *giver = has_no_giver(giving, row) ? giver_of(giving, row) : NULL;
        if (!giver)
            continue;
        row->borne_by = giver->id;
        giver->is_given = true;
    }
    give_themselves(giving);
}

/* Funders in kind of no cost in the table: what they give comes on top where the financing is so much larger. */
static void add_beside(const struct giving *giving)
{
    const struct lines *lines = giving->lines;
    money beside = 0;
    for (int i = 0; i < lines->count; i++) {
        const struct budget_row *row = &lines->items[i];
        if (is_line(row, true) && is_in_kind(giving, row) && !row->is_given)
            beside += row_total(lines, row);
    }
    bool is_beside = part_total(lines, true) - part_total(lines, false) == beside;
    for (int i = 0; i < lines->count; i++) {
        struct budget_row *row = &lines->items[i];
        if (!is_line(row, true) || !is_in_kind(giving, row) || row->is_given)
            continue;
        row->is_given = is_beside;
        if (!is_beside)
            diag_add(giving->diags, DIAG_TABLE_IN_KIND_FUNDER, row->row->place, ARGS(arg_text(row->title)));
    }
}

void gifts_find(struct lines *lines, struct arena *arena, struct diags *diags)
{
    struct giving giving = { lines, arena, diags };
    give_by_columns(&giving);
    warn_of_columns(&giving);
    give_by_rows(&giving);
    add_beside(&giving);
}
