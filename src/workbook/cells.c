#include "cells.h"

#include <string.h>

#include "formula.h"
#include "inputs.h"
#include "kinds.h"
#include "measure.h"
#include "spots.h"

enum { LONGEST_INSIDE = 300, LONGEST = 7000, MOST_PARTS_TOLD = 200, LENGTH_OF_A_CELL = 12 };

static bool is_own_place(const struct making *making, const struct shown_node *shown)
{
    const struct spot *spot = spot_of(making, shown->of);
    return spot && spot->sheet == shown->sheet && spot->row == shown->row && spot->column == shown->column;
}

/* What a cell shows: a number that is known, or that something is missing. */
static void put_cell(struct making *making, const struct shown_node *shown, const char *formula)
{
    struct node_view view = graph_node(making->graph, shown->of);
    struct book_cell *cell = sheet_put_formula(making->book, shown->sheet, shown->row, shown->column,
                                               number_of(view.kind), shown->role, formula);
    cell->value = number_in(view.kind, view.value);
    if (!graph_knows(making->graph, shown->of))
        cell->content = CONTENT_MISSING;
}

static bool tells_many(const struct node_view *view)
{
    return view->op == OP_SUM || view->op == OP_LEAST || view->op == OP_MOST || view->op == OP_SPREAD;
}

/* Of some of a node's parts. */
static int64_t value_of_parts(const struct making *making, const struct node_view *view)
{
    const struct graph *graph = making->graph;
    bool spreads = view->op == OP_SPREAD;
    int64_t found = 0;
    for (int i = spreads ? 2 : 0; i < view->count; i++) {
        int64_t value = graph_value(graph, operand_node(view->parts[i]));
        if (spreads)
            value =
                money_spread(value, (int)graph_value(graph, view->parts[0]), (int)graph_value(graph, view->parts[1]));
        value = operand_is_against(view->parts[i]) ? -value : value;
        bool takes = i == 0 || (view->op == OP_LEAST ? value < found : value > found);
        found = view->op == OP_SUM || spreads ? found + value : takes ? value : found;
    }
    return found;
}

/* A formula of too many parts for one cell: some of them at a time in cells of their own, and these together. */
static const char *formula_in_stretches(struct making *making, const struct book_sheet *on,
                                        const struct node_view *view)
{
    const int head = view->op == OP_SPREAD ? 2 : 0;
    const int first = making->last_step + 1;
    operand parts[MOST_PARTS_TOLD + 2];
    memcpy(parts, view->parts, (size_t)head * sizeof *parts);
    for (int from = head; from < view->count; from += MOST_PARTS_TOLD / 4) {
        struct node_view some = *view;
        int left = view->count - from;
        some.count = left < MOST_PARTS_TOLD / 4 ? left : MOST_PARTS_TOLD / 4;
        memcpy(parts + head, view->parts + from, (size_t)some.count * sizeof *parts);
        some.parts = parts;
        some.count += head;
        struct text text = text_new(making->arena);
        write_formula(&(struct writing){ making, making->steps, &text }, &some);
        int row = ++making->last_step;
        sheet_put_text(making->book, making->steps, row, 0, ROLE_QUIET, tr(N_("part of a figure")));
        sheet_put_formula(making->book, making->steps, row, 1, number_of(view->kind), ROLE_QUIET, text.bytes)->value =
            number_in(view->kind, value_of_parts(making, &some));
    }
    struct text text = text_new(making->arena);
    const char *together = view->op == OP_LEAST ? "MIN(" : view->op == OP_MOST ? "MAX(" : "ROUND(SUM(";
    text_add(&text, together);
    cell_reference(&text, on, making->steps, first, 1);
    text_add(&text, ":");
    cell_address(&text, making->last_step, 1);
    if (view->op == OP_SUM || view->op == OP_SPREAD)
        text_addf(&text, "),%d", kind_decimals(view->kind));
    text_add(&text, ")");
    return text.bytes;
}

/* What no formula tells: the value as long as it is medfin's. */
static const char *formula_of_kept(const struct making *making, node of, const struct node_view *view)
{
    if (!graph_knows(making->graph, of))
        return "NA()";
    return arena_text(making->arena, "IF(%s=0,%.15g,NA())", making->changed, number_in(view->kind, view->value));
}

static const char *formula_of(struct making *making, const struct book_sheet *on, node of)
{
    struct node_view view = graph_node(making->graph, of);
    if (!is_exact(making->measures, &view))
        return formula_of_kept(making, of, &view);
    struct text text = text_new(making->arena);
    bool is_many = tells_many(&view) && view.count > MOST_PARTS_TOLD;
    if (!is_many)
        write_formula(&(struct writing){ making, on, &text }, &view);
    return is_many || (text.size > LONGEST && tells_many(&view)) ? formula_in_stretches(making, on, &view) : text.bytes;
}

static void write_shown(struct making *making, const struct shown_node *shown)
{
    const struct spot *spot = spot_of(making, shown->of);
    if (is_own_place(making, shown)) {
        put_cell(making, shown, formula_of(making, shown->sheet, shown->of));
        return;
    }
    struct node_view view = graph_node(making->graph, shown->of);
    if (!spot) {
        sheet_put_number(making->book, shown->sheet, shown->row, shown->column, number_of(view.kind), shown->role,
                         number_in(view.kind, view.value));
        return;
    }
    struct text text = text_new(making->arena);
    if (spot->name)
        text_add(&text, spot->name);
    else
        cell_reference(&text, shown->sheet, spot->sheet, spot->row, spot->column);
    put_cell(making, shown, text.bytes);
}

/* What lies between the inputs and what is shown. */

static bool *made_of(struct making *making)
{
    int count = graph_count(making->graph);
    bool *reached = arena_take(making->arena, (size_t)count, sizeof *reached);
    for (int i = 0; i < making->shown.count; i++)
        reached[making->shown.items[i].of] = true;
    for (int of = count - 1; of > 0; of--) {
        struct node_view view = graph_node(making->graph, (node)of);
        for (int i = 0; reached[of] && i < view.count; i++)
            reached[operand_node(view.parts[i])] = true;
    }
    return reached;
}

static void count_users(struct making *making, const bool *reached, int *users)
{
    for (int of = graph_count(making->graph) - 1; of > 0; of--) {
        struct node_view view = graph_node(making->graph, (node)of);
        for (int i = 0; reached[of] && i < view.count; i++)
            users[operand_node(view.parts[i])] += times_told(making->measures, &view, i);
    }
}

static void measure_all(struct making *making, const bool *reached)
{
    for (int of = 0; of < graph_count(making->graph); of++) {
        struct node_view view = graph_node(making->graph, (node)of);
        bool is_given = of && view.op == OP_FACT && spot_of(making, (node)of);
        if ((reached[of] || !of) && !is_given)
            making->measures[of] = measure_of(making->measures, &view);
    }
}

static int length_of(const struct making *making, const struct node_view *view, const int *length)
{
    int sum = 2 * LENGTH_OF_A_CELL;
    for (int i = 0; i < view->count; i++)
        sum += times_told(making->measures, view, i) * (length[operand_node(view->parts[i])] + LENGTH_OF_A_CELL);
    return sum;
}

static void place_step(struct making *making, node of, const struct node_view *view)
{
    int row = ++making->last_step;
    const char *label = view->label && *view->label ? text_capital(making->arena, tr(view->label)) : "";
    sheet_put_text(making->book, making->steps, row, 0, ROLE_PLAIN, label);
    show_node(making, making->steps, row, 1, of, ROLE_PLAIN);
}

static void place_steps(struct making *making, const bool *reached, const int *users)
{
    int count = graph_count(making->graph);
    int *length = arena_take(making->arena, (size_t)count, sizeof *length);
    for (int of = 1; of < count; of++) {
        struct node_view view = graph_node(making->graph, (node)of);
        length[of] = LENGTH_OF_A_CELL;
        if (!reached[of] || view.op <= OP_FACT || spot_of(making, (node)of))
            continue;
        int told = length_of(making, &view, length);
        if (users[of] > 1 || told > LONGEST_INSIDE || !is_exact(making->measures, &view))
            place_step(making, (node)of, &view);
        else
            length[of] = told;
    }
}

void write_figures(struct making *making)
{
    int count = graph_count(making->graph);
    const bool *reached = made_of(making);
    making->measures = arena_take(making->arena, (size_t)count, sizeof *making->measures);
    inputs_sheet(making, reached);
    measure_all(making, reached);
    int *users = arena_take(making->arena, (size_t)count, sizeof *users);
    count_users(making, reached, users);
    place_steps(making, reached, users);
    for (int i = 0; i < making->shown.count; i++)
        write_shown(making, &making->shown.items[i]);
}
