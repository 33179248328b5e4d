#include "operands.h"

#include <stdio.h>
#include <stdlib.h>

#include "formula.h"
#include "kinds.h"
#include "spots.h"

static void add_number(struct text *out, int64_t value, int decimals)
{
    int64_t unit = (int64_t)power_of_ten(decimals), rest = value % unit;
    text_addf(out, "%s%lld", value < 0 ? "-" : "", llabs(value / unit));
    if (!rest)
        return;
    char digits[16];
    int size = snprintf(digits, sizeof digits, "%0*lld", decimals, llabs(rest));
    while (digits[size - 1] == '0')
        size--;
    text_addf(out, ".%.*s", size, digits);
}

void write_power(struct text *out, int exponent)
{
    text_add(out, "1");
    text_fill(out, '0', exponent);
}

/* The number itself; what binds less tightly than a product stands in parentheses. */
void write_value(struct writing *writing, node of)
{
    const struct spot *spot = spot_of(writing->making, of);
    struct node_view view = graph_node(writing->making->graph, of);
    if (spot && spot->name)
        text_add(writing->out, spot->name);
    else if (spot)
        cell_reference(writing->out, writing->on, spot->sheet, spot->row, spot->column);
    else if (view.op == OP_NUMBER || view.op == OP_FACT)
        add_number(writing->out, view.value, kind_decimals(view.kind));
    else
        write_formula(writing, &view);
}

int decimals_of(const struct writing *writing, node of)
{
    return writing->making->measures[of].decimals;
}

/* The number × 10^decimals, a whole number. */
void write_whole(struct writing *writing, node of)
{
    int decimals = decimals_of(writing, of);
    struct node_view view = graph_node(writing->making->graph, of);
    if (!spot_of(writing->making, of) && (view.op == OP_NUMBER || view.op == OP_FACT)) {
        add_number(writing->out, view.value, kind_decimals(view.kind) - decimals);
        return;
    }
    if (!decimals) {
        write_value(writing, of);
        return;
    }
    text_add(writing->out, "ROUND(");
    bool is_sum = !spot_of(writing->making, of) && view.op == OP_SUM;
    if (is_sum) {
        text_add(writing->out, "(");
        write_terms(writing, view.kind, view.parts, view.count);
        text_add(writing->out, ")");
    } else {
        write_value(writing, of);
    }
    text_add(writing->out, "*");
    write_power(writing->out, decimals);
    text_add(writing->out, ",0)");
}
