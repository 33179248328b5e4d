#include "formula.h"

#include "kinds.h"
#include "product.h"
#include "spots.h"

/* Sums. Cells that stand beside or below one another are told as a range. */

static const struct spot *next_to(const struct writing *writing, operand part, const struct spot *before, bool below)
{
    const struct spot *spot = operand_is_against(part) ? NULL : spot_of(writing->making, part);
    bool is_next = spot && before && !spot->name && !before->name && spot->sheet == before->sheet &&
                   spot->row == before->row + below && spot->column == before->column + !below;
    return is_next ? spot : NULL;
}

static int run_of_cells(const struct writing *writing, const operand *parts, int count, bool below)
{
    const struct spot *spot = operand_is_against(*parts) ? NULL : spot_of(writing->making, *parts);
    int run = 1;
    while (run < count && (spot = next_to(writing, parts[run], spot, below)))
        run++;
    return run;
}

/* Adds a range or one cell; returns how many parts it took. */
static int add_run(struct writing *writing, enum kind kind, const operand *parts, int count, int least)
{
    for (int i = 0; i < count && i < least; i++)
        if (kind_decimals(graph_node(writing->making->graph, operand_node(parts[i])).kind) != kind_decimals(kind))
            return 0;
    int across = run_of_cells(writing, parts, count, false), down = run_of_cells(writing, parts, count, true);
    int run = across > down ? across : down;
    if (run < least)
        return 0;
    write_value(writing, operand_node(parts[0]));
    const struct spot *last = spot_of(writing->making, operand_node(parts[run - 1]));
    text_add(writing->out, ":");
    cell_address(writing->out, last->row, last->column);
    return run;
}

/* A sum or an extreme is of whole numbers, whatever their kinds are: a part of another measure is told in the sum's. */
static void write_in(struct writing *writing, enum kind kind, node of)
{
    int finer = of ? kind_decimals(graph_node(writing->making->graph, of).kind) - kind_decimals(kind) : 0;
    text_add(writing->out, finer ? "(" : "");
    write_value(writing, of);
    text_add(writing->out, finer > 0 ? "*" : finer < 0 ? "/" : "");
    if (finer)
        write_power(writing->out, finer > 0 ? finer : -finer);
    text_add(writing->out, finer ? ")" : "");
}

void write_terms(struct writing *writing, enum kind kind, const operand *parts, int count)
{
    const size_t begin = writing->out->size;
    for (int i = 0; i < count;) {
        bool is_against = operand_is_against(parts[i]);
        if (!operand_node(parts[i]) && count > 1) {
            i++;
            continue;
        }
        text_add(writing->out, is_against ? "-" : writing->out->size > begin ? "+" : "");
        size_t before = writing->out->size;
        text_add(writing->out, "SUM(");
        int run = is_against ? 0 : add_run(writing, kind, &parts[i], count - i, 3);
        if (run) {
            text_add(writing->out, ")");
            i += run;
            continue;
        }
        writing->out->size = before;
        write_in(writing, kind, operand_node(parts[i++]));
    }
}

static void add_sum(struct writing *writing, const struct node_view *view)
{
    int decimals = kind_decimals(view->kind);
    text_add(writing->out, decimals ? "ROUND(" : "(");
    write_terms(writing, view->kind, view->parts, view->count);
    if (decimals)
        text_addf(writing->out, ",%d)", decimals);
    else
        text_add(writing->out, ")");
}

static void add_extreme(struct writing *writing, const struct node_view *view)
{
    text_add(writing->out, view->op == OP_LEAST ? "MIN(" : "MAX(");
    for (int i = 0; i < view->count;) {
        text_add(writing->out, i ? "," : "");
        int run = add_run(writing, view->kind, &view->parts[i], view->count - i, 2);
        if (!run) {
            text_add(writing->out, operand_is_against(view->parts[i]) ? "-" : "");
            write_in(writing, view->kind, operand_node(view->parts[i]));
        }
        i += run ? run : 1;
    }
    text_add(writing->out, ")");
}

static void add_condition(struct writing *writing, const struct node_view *view)
{
    text_add(writing->out, "IF(");
    write_value(writing, view->parts[0]);
    text_add(writing->out, "=0,0,");
    write_value(writing, view->parts[1]);
    text_add(writing->out, ")");
}

static void add_spread(struct writing *writing, const struct node_view *view)
{
    const struct graph *graph = writing->making->graph;
    int64_t number = graph_value(graph, view->parts[0]), parts = graph_value(graph, view->parts[1]);
    text_add(writing->out, "((");
    for (int i = 2; i < view->count; i++) {
        node of = operand_node(view->parts[i]);
        text_add(writing->out, operand_is_against(view->parts[i]) ? "-" : i > 2 ? "+" : "");
        text_add(writing->out, "(ROUND(");
        write_whole(writing, of);
        text_addf(writing->out, "*%lld/%lld,0)", (long long)number, (long long)parts);
        if (number > 1) {
            text_add(writing->out, "-ROUND(");
            write_whole(writing, of);
            text_addf(writing->out, "*%lld/%lld,0)", (long long)number - 1, (long long)parts);
        }
        text_add(writing->out, ")");
    }
    text_add(writing->out, ")/100)");
}

/* To a whole multiple of a unit: X ÷ U in the amount's own measure. */

static void add_units(struct writing *writing, const struct node_view *view)
{
    int finer = decimals_of(writing, view->parts[0]) - decimals_of(writing, view->parts[1]);
    write_whole(writing, view->parts[0]);
    if (finer < 0) {
        text_add(writing->out, "*");
        write_power(writing->out, -finer);
    }
    text_add(writing->out, finer > 0 ? "/(" : "/");
    write_whole(writing, view->parts[1]);
    if (finer > 0) {
        text_add(writing->out, "*");
        write_power(writing->out, finer);
        text_add(writing->out, ")");
    }
}

static void add_rounded(struct writing *writing, const struct node_view *view)
{
    text_add(writing->out, "(");
    if (view->op == OP_NEAREST) {
        text_add(writing->out, "ROUND(");
        add_units(writing, view);
        text_add(writing->out, ",0)");
    } else {
        text_add(writing->out, "(TRUNC(");
        add_units(writing, view);
        text_addf(writing->out, ")%sIF(", view->op == OP_UP ? "+" : "-");
        add_units(writing, view);
        text_addf(writing->out, "%sTRUNC(", view->op == OP_UP ? ">" : "<");
        add_units(writing, view);
        text_add(writing->out, "),1,0))");
    }
    text_add(writing->out, "*");
    write_whole(writing, view->parts[1]);
    text_add(writing->out, "/");
    write_power(writing->out, decimals_of(writing, view->parts[1]));
    text_add(writing->out, ")");
}

typedef void operator_write(struct writing *writing, const struct node_view *view);

static operator_write *const operators[OP_COUNT] = {
    [OP_SUM] = add_sum,
    [OP_PRODUCT] = write_product,
    [OP_SPREAD] = add_spread,
    [OP_STEP] = write_product,
    [OP_LEAST] = add_extreme,
    [OP_MOST] = add_extreme,
    [OP_IF_GRANTED] = add_condition,
    [OP_WHILE_LEFT] = add_condition,
    [OP_NEAREST] = add_rounded,
    [OP_UP] = add_rounded,
    [OP_DOWN] = add_rounded,
};

void write_formula(struct writing *writing, const struct node_view *view)
{
    operators[view->op](writing, view);
}
