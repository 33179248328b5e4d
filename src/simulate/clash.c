#include <medfin/simulate/clash.h>

#include <math.h>

struct search {
    struct figure_list values;
    struct pair_list pairs;
    enum language language;
    struct arena *arena;
};

/* The value that only the other pair has; −1 where they share none, or both. */
static int own_end(const struct correlated_pair *of, const struct correlated_pair *other)
{
    bool first = of->a == other->a || of->a == other->b, second = of->b == other->a || of->b == other->b;
    return first == second ? -1 : first ? of->b : of->a;
}

/* What is stated of two values; NULL for nothing. */
static const struct correlated_pair *pair_find(const struct pair_list *pairs, int a, int b)
{
    for (int i = 0; i < pairs->count; i++) {
        const struct correlated_pair *pair = &pairs->items[i];
        if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
            return pair;
    }
    return NULL;
}

static double correlation_of(const struct correlated_pair *pair)
{
    return pair ? (double)pair->correlation / SHARE_ONE : 0;
}

/* What two correlations with a third value leave to the correlation of the two: x y ± √((1 − x²)(1 − y²)). */
static void bounds_find(double x, double y, double *low, double *high)
{
    double spread = sqrt(fmax(0, (1 - x * x) * (1 - y * y)));
    *low = x * y - spread;
    *high = x * y + spread;
}

static const char *path_of(const struct search *search, int number)
{
    int count = search->values.count;
    return number < count ? statement_path(search->arena, search->values.items[number].fact->by, search->language)
                          : search->pairs.fixed.items[number - count];
}

/* Whether these two and what is stated of their own ends contradict one another. */
static bool is_clash(const struct search *search, int first, int second, struct clash *clash)
{
    const struct correlated_pair *one = &search->pairs.items[first], *two = &search->pairs.items[second];
    int a = own_end(one, two), b = own_end(two, one);
    if (a < 0)
        return false;
    const struct correlated_pair *third = pair_find(&search->pairs, a, b);
    double low, high;
    const double nothing = 1e-9;
    bounds_find(correlation_of(one), correlation_of(two), &low, &high);
    /* Of three pairs the last is told. */
    if (third && third < two)
        return false;
    if (correlation_of(third) >= low - nothing && correlation_of(third) <= high + nothing)
        return false;
    const share hundredth = SHARE_ONE / 100;
    *clash = (struct clash){ .said = { one->fact, two->fact, third ? third->fact : NULL },
                             .paths = { path_of(search, a), path_of(search, b) },
                             .low = (share)ceil(low * 100 - nothing) * hundredth,
                             .high = (share)floor(high * 100 + nothing) * hundredth };
    return true;
}

bool clash_find(const struct project *project, enum language language, struct clash *clash, struct arena *arena)
{
    struct search search = { .values = project_uncertain(project, arena), .language = language, .arena = arena };
    search.pairs = project_correlations(project, &search.values, arena);
    for (int second = 1; second < search.pairs.count; second++)
        for (int first = 0; first < second; first++)
            if (is_clash(&search, first, second, clash))
                return true;
    return false;
}
