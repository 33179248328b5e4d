#include "measure.h"

#include <math.h>

#include "kinds.h"
#include "product.h"

static struct measure measure_of_number(const struct node_view *view)
{
    int decimals = kind_decimals(view->kind);
    int64_t value = view->value;
    for (; decimals > 0 && view->kind != KIND_MONEY && value % 10 == 0; decimals--)
        value /= 10;
    return (struct measure){ fabs((double)value), decimals };
}

static double most_in(const struct measure *measure, int decimals)
{
    return measure->most * power_of_ten(decimals > measure->decimals ? decimals - measure->decimals : 0);
}

/* Of a sum, an extreme or a condition: as fine as the finest part. */
static struct measure measure_of_parts(const struct measure *measures, const struct node_view *view, int first)
{
    struct measure measure = { 0, view->kind == KIND_MONEY ? 2 : 0 };
    for (int i = first; i < view->count; i++)
        measure.decimals = (int)fmax(measure.decimals, measures[operand_node(view->parts[i])].decimals);
    for (int i = first; i < view->count; i++) {
        double most = most_in(&measures[operand_node(view->parts[i])], measure.decimals);
        measure.most = view->op == OP_SUM || view->op == OP_SPREAD ? measure.most + most : fmax(measure.most, most);
    }
    return measure;
}

static struct measure measure_of_rounded(const struct measure *amount, const struct measure *unit)
{
    int finer = amount->decimals - unit->decimals;
    double most = finer > 0 ? amount->most / power_of_ten(finer) : amount->most * power_of_ten(-finer);
    return (struct measure){ most + unit->most, unit->decimals };
}

struct measure measure_of(const struct measure *measures, const struct node_view *view)
{
    switch (view->op) {
    case OP_NUMBER:
    case OP_FACT:
        return measure_of_number(view);
    case OP_PRODUCT:
    case OP_STEP:
        return measure_of_product(measures, view);
    case OP_NEAREST:
    case OP_UP:
    case OP_DOWN:
        return measure_of_rounded(&measures[view->parts[0]], &measures[view->parts[1]]);
    default:
        return measure_of_parts(measures, view,
                                view->op == OP_SPREAD ? 2 : view->op == OP_IF_GRANTED || view->op == OP_WHILE_LEFT);
    }
}

bool is_exact(const struct measure *measures, const struct node_view *view)
{
    if (measure_of(measures, view).most >= EXACT_BELOW)
        return false;
    for (int i = 0; i < view->count; i++)
        if (measures[operand_node(view->parts[i])].most >= EXACT_BELOW)
            return false;
    if (view->op == OP_SPREAD) {
        /* Multiplied by its number first. */
        double most = measure_of_parts(measures, view, 2).most;
        return most * measures[view->parts[1]].most < EXACT_BELOW;
    }
    if (view->op == OP_PRODUCT || view->op == OP_STEP)
        return product_form_of(measures, view) != PRODUCT_NONE;
    return true;
}

int times_told(const struct measure *measures, const struct node_view *view, int part)
{
    if (view->op == OP_UP || view->op == OP_DOWN)
        return 3;
    if (view->op == OP_SPREAD)
        return 2;
    if (view->op != OP_PRODUCT && view->op != OP_STEP)
        return 1;
    static const int amount[] = {
        [PRODUCT_DIRECT] = 1, [PRODUCT_PART] = 2, [PRODUCT_IN_TWO] = 3, [PRODUCT_IN_FOUR] = 9
    };
    static const int factor[] = {
        [PRODUCT_DIRECT] = 1, [PRODUCT_PART] = 2, [PRODUCT_IN_TWO] = 2, [PRODUCT_IN_FOUR] = 9
    };
    enum product_form form = product_form_of(measures, view);
    return part ? factor[form] : amount[form];
}
