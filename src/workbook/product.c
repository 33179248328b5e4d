#include "product.h"

#include <assert.h>
#include <math.h>

#include "kinds.h"

enum { MOST_FACTORS = 12 };

/* A product as its exact form needs it: numerator ÷ denominator × 10^shift, of whole numbers. */
struct product {
    operand over[MOST_FACTORS], under[MOST_FACTORS];
    int overs, unders;
    int plus;     /* 1: the last factor is 1 + that number, as of a step of an index */
    int decimals; /* of what it comes to */
    int shift;
    int odd;          /* 1: of an odd number of digits, told as one more of ten times the other factors */
    double numerator; /* at most */
};

static struct product product_of(const struct measure *measures, const struct node_view *view)
{
    struct product of = { .decimals = kind_decimals(view->kind), .plus = view->op == OP_STEP };
    of.numerator = 1;
    for (int i = 0; i < view->count; i++) {
        const struct measure *measure = &measures[operand_node(view->parts[i])];
        bool is_under = operand_is_against(view->parts[i]);
        of.shift += is_under ? measure->decimals : -measure->decimals;
        if (is_under) {
            of.under[of.unders++] = operand_node(view->parts[i]);
            continue;
        }
        of.over[of.overs++] = view->parts[i];
        bool is_more = of.plus && i == view->count - 1;
        of.numerator *= measure->most + (is_more ? power_of_ten(measure->decimals) : 0);
    }
    /* What is divided by nothing is no finer than its factors. */
    if (!of.unders && view->kind != KIND_MONEY && -of.shift < of.decimals)
        of.decimals = -of.shift;
    of.shift += of.decimals;
    of.odd = of.shift < 0 && of.shift % 2;
    if (of.shift > 0)
        of.numerator *= power_of_ten(of.shift);
    return of;
}

static void add_factor(struct writing *writing, const struct product *of, int number)
{
    bool is_more = of->plus && number == of->overs - 1;
    if (!is_more) {
        write_whole(writing, of->over[number]);
        return;
    }
    text_add(writing->out, "ROUND((1+");
    write_value(writing, of->over[number]);
    text_add(writing->out, ")*");
    write_power(writing->out, decimals_of(writing, of->over[number]));
    text_add(writing->out, ",0)");
}

/* Those from a number on, × 10^shift where that is up. */
static void add_factors(struct writing *writing, const struct product *of, int from)
{
    for (int i = from; i < of->overs; i++) {
        text_add(writing->out, i > from ? "*" : "");
        add_factor(writing, of, i);
    }
    if (of->shift > 0 && of->overs > from)
        text_add(writing->out, "*");
    if (of->shift > 0)
        write_power(writing->out, of->shift);
}

static void add_direct(struct writing *writing, const struct product *of)
{
    text_add(writing->out, "ROUND(");
    add_factors(writing, of, 0);
    for (int i = 0; i < of->unders; i++) {
        text_add(writing->out, "/");
        write_whole(writing, of->under[i]);
    }
    if (of->shift < 0) {
        text_add(writing->out, "/");
        write_power(writing->out, -of->shift);
    }
    text_add(writing->out, ",0)");
}

static void add_quotient(struct writing *writing, const struct product *of, int digits)
{
    text_add(writing->out, "TRUNC(");
    write_whole(writing, of->over[0]);
    text_add(writing->out, "/");
    write_power(writing->out, digits);
    text_add(writing->out, ")");
}

/* A = q × 10^digits + r: q times the other factors, and r times them rounded. */
static void add_rest(struct writing *writing, const struct product *of, int digits)
{
    text_add(writing->out, "(");
    write_whole(writing, of->over[0]);
    text_add(writing->out, "-");
    write_power(writing->out, digits);
    text_add(writing->out, "*");
    add_quotient(writing, of, digits);
    text_add(writing->out, ")");
}

static void add_in_two(struct writing *writing, const struct product *of)
{
    int digits = -of->shift;
    text_add(writing->out, "(");
    add_quotient(writing, of, digits);
    text_add(writing->out, "*");
    add_factors(writing, of, 1);
    text_add(writing->out, "+ROUND(");
    add_rest(writing, of, digits);
    text_add(writing->out, "*");
    add_factors(writing, of, 1);
    text_add(writing->out, "/");
    write_power(writing->out, digits);
    text_add(writing->out, ",0))");
}

/* The other factors' product P in two parts too, P1 × 10^half + P0. */
static void add_others(struct writing *writing, const struct product *of)
{
    add_factors(writing, of, 1);
    text_add(writing->out, of->odd ? "*10" : "");
}

static void add_high(struct writing *writing, const struct product *of, int half)
{
    text_add(writing->out, "TRUNC(");
    add_others(writing, of);
    text_add(writing->out, "/");
    write_power(writing->out, half);
    text_add(writing->out, ")");
}

static void add_low(struct writing *writing, const struct product *of, int half)
{
    text_add(writing->out, "(");
    add_others(writing, of);
    text_add(writing->out, "-");
    write_power(writing->out, half);
    text_add(writing->out, "*");
    add_high(writing, of, half);
    text_add(writing->out, ")");
}

static void add_middle(struct writing *writing, const struct product *of, int half)
{
    text_add(writing->out, "(");
    add_quotient(writing, of, half);
    text_add(writing->out, "*");
    add_low(writing, of, half);
    text_add(writing->out, "+");
    add_rest(writing, of, half);
    text_add(writing->out, "*");
    add_high(writing, of, half);
    text_add(writing->out, ")");
}

/* q × P1 + M ÷ 10^half + r × P0 ÷ 10^(2 half), M = q × P0 + r × P1: all of them below 2^53, rounded once. */
static void add_in_four(struct writing *writing, const struct product *of)
{
    int half = (of->odd - of->shift) / 2;
    text_add(writing->out, "(");
    add_quotient(writing, of, half);
    text_add(writing->out, "*");
    add_high(writing, of, half);
    text_add(writing->out, "+TRUNC(");
    add_middle(writing, of, half);
    text_add(writing->out, "/");
    write_power(writing->out, half);
    text_add(writing->out, ")+ROUND(((");
    add_middle(writing, of, half);
    text_add(writing->out, "-");
    write_power(writing->out, half);
    text_add(writing->out, "*TRUNC(");
    add_middle(writing, of, half);
    text_add(writing->out, "/");
    write_power(writing->out, half);
    text_add(writing->out, "))*");
    write_power(writing->out, half);
    text_add(writing->out, "+");
    add_rest(writing, of, half);
    text_add(writing->out, "*");
    add_low(writing, of, half);
    text_add(writing->out, ")/");
    write_power(writing->out, 2 * half);
    text_add(writing->out, ",0))");
}

static bool fits_in_four(double amount, double factors, int digits)
{
    double half = power_of_ten(digits / 2);
    return digits % 2 == 0 && digits <= 14 && factors < EXACT_BELOW &&
           amount / half * half + half * (factors / half) < EXACT_BELOW &&
           amount / half * (factors / half) < EXACT_BELOW;
}

/* Money ÷ money as a part tells, and decides nothing to the öre: it is rounded to the kind's decimals as it is. */
static bool is_part_of(const struct node_view *view)
{
    return view->op == OP_PRODUCT && view->count == 2 && operand_is_against(view->parts[1]) &&
           (view->kind == KIND_SHARE || view->kind == KIND_DECIMAL);
}

enum product_form product_form_of(const struct measure *measures, const struct node_view *view)
{
    struct product of = product_of(measures, view);
    if (is_part_of(view))
        return PRODUCT_PART;
    if (of.numerator < EXACT_BELOW)
        return PRODUCT_DIRECT;
    double amount = measures[of.over[0]].most, factors = of.numerator / fmax(1, amount);
    int digits = -of.shift;
    if (of.unders || digits <= 0)
        return PRODUCT_NONE;
    double unit = power_of_ten(digits);
    if (unit * factors < EXACT_BELOW && amount / unit * factors < EXACT_BELOW)
        return PRODUCT_IN_TWO;
    return fits_in_four(amount, of.odd ? 10 * factors : factors, digits + of.odd) ? PRODUCT_IN_FOUR : PRODUCT_NONE;
}

static void add_part_of(struct writing *writing, const struct node_view *view)
{
    node whole = operand_node(view->parts[1]);
    text_add(writing->out, "IF(");
    write_value(writing, whole);
    text_add(writing->out, "<=0,0,ROUND(");
    write_value(writing, view->parts[0]);
    text_add(writing->out, "/");
    write_value(writing, whole);
    text_addf(writing->out, ",%d))", kind_decimals(view->kind));
}

/* What is multiplied by nothing is nothing, though the rest of it be unknown: a factor that is known, or becomes so
   while another one is not. */
static int add_guards(struct writing *writing, const struct node_view *view)
{
    const struct graph *graph = writing->making->graph;
    int guards = 0, open = 0;
    for (int i = 0; i < view->count; i++)
        open += !graph_knows(graph, operand_node(view->parts[i]));
    for (int i = 0; i < view->count && open && view->op == OP_PRODUCT; i++) {
        node of = operand_node(view->parts[i]);
        bool is_known = graph_knows(graph, of);
        if (operand_is_against(view->parts[i]) || graph_node(graph, of).op == OP_NUMBER || (!is_known && open == 1))
            continue;
        text_add(writing->out, is_known ? "IF(" : "IF(IF(ISNUMBER(");
        write_value(writing, of);
        if (!is_known) {
            text_add(writing->out, "),IF(");
            write_value(writing, of);
            text_add(writing->out, "=0,1,0),0)=1,0,");
        } else {
            text_add(writing->out, "=0,0,");
        }
        guards++;
    }
    return guards;
}

void write_product(struct writing *writing, const struct node_view *view)
{
    static void (*const forms[])(struct writing *, const struct product *) = {
        [PRODUCT_DIRECT] = add_direct, [PRODUCT_IN_TWO] = add_in_two, [PRODUCT_IN_FOUR] = add_in_four
    };
    enum product_form form = product_form_of(writing->making->measures, view);
    int guards = add_guards(writing, view);
    if (form == PRODUCT_PART) {
        add_part_of(writing, view);
    } else {
        struct product of = product_of(writing->making->measures, view);
        text_add(writing->out, "(");
        assert(forms[form]);
        forms[form](writing, &of);
        if (of.decimals) {
            text_add(writing->out, "/");
            write_power(writing->out, of.decimals);
        }
        text_add(writing->out, ")");
    }
    text_fill(writing->out, ')', guards);
}

/* Of a quotient by a figure, which has no bound from below: a hundred times what it is. */
struct measure measure_of_product(const struct measure *measures, const struct node_view *view)
{
    struct product of = product_of(measures, view);
    double under = 1;
    for (int i = 0; i < of.unders; i++)
        under *= fmax(1, measures[of.under[i]].most / 100);
    double most = of.numerator / under / (of.shift < 0 ? power_of_ten(-of.shift) : 1);
    return (struct measure){ most + 1, of.decimals };
}
