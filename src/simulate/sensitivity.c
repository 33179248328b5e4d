#include <medfin/simulate/sensitivity.h>

#include <medfin/base/sort.h>
#include <medfin/model/stated_values.h>
#include <medfin/simulate/histogram.h>
#include <medfin/simulate/sampling.h>
#include <medfin/whatif/variant.h>

static int64_t kept_within(const struct uncertain *value, int64_t number)
{
    if (!value->low && !value->high)
        return number;
    return number < value->low ? value->low : number > value->high ? value->high : number;
}

static void set_ends(struct tornado_bar *bar, bool by_tenths, struct arena *arena)
{
    const struct value *value = &bar->fact->value;
    const struct uncertain uncertain = uncertain_of(bar->fact);
    if (value->kind == VALUE_STATUS) {
        bar->low = STATUS_REJECTED;
        bar->high = STATUS_GRANTED;
    } else if (by_tenths) {
        bar->low = kept_within(&uncertain, money_ratio(value->number, 9, 10));
        bar->high = kept_within(&uncertain, money_ratio(value->number, 11, 10));
    } else {
        struct draws draws;
        draws_make(&uncertain, 1, NULL, 0, 0, &draws, arena);
        bar->low = draw_settled(draws.items, draw_quantile(draws.items, quantile_levels[0]));
        bar->high = draw_settled(draws.items, draw_quantile(draws.items, quantile_levels[QUANTILES - 1]));
    }
}

static money width_of(const struct tornado_bar *bar)
{
    bool is_known = bar->low_stands && bar->high_stands && cell_is_known(bar->at_low) && cell_is_known(bar->at_high);
    money width = is_known ? bar->at_high.amount - bar->at_low.amount : 0;
    return width < 0 ? -width : width;
}

/* Those of one width stay in the order of the file. */
static int by_width(const void *left, const void *right)
{
    const struct tornado_bar *a = left, *b = right;
    money first = width_of(a), second = width_of(b);
    if (first != second)
        return first > second ? -1 : 1;
    return a->section->order != b->section->order ? a->section->order - b->section->order
                                                  : a->fact->by->at - b->fact->by->at;
}

static bool is_money(const struct tornado_bar *bar)
{
    enum value_kind kind = bar->fact->value.kind;
    return kind == VALUE_MONEY || kind == VALUE_MONEY_OVER_TIME;
}

/* What an amount does is bounded by its own range; a rate or a share may move every line. */
static int by_range(const void *left, const void *right)
{
    const struct tornado_bar *a = left, *b = right;
    if (is_money(a) != is_money(b))
        return is_money(a) ? 1 : -1;
    if (is_money(a) && a->high - a->low != b->high - b->low)
        return a->high - a->low > b->high - b->low ? -1 : 1;
    return by_width(a, b);
}

static void keep_most(struct tornado *tornado, int most, struct arena *arena)
{
    if (tornado->count <= most)
        return;
    sort_array(tornado->bars, tornado->count, by_range, arena);
    tornado->left_out = tornado->count - most;
    tornado->count = most;
}

struct trying {
    struct variant *variant;
    const struct needs *unknown;
};

/* The figure, or nothing where the values make no project. What it needs goes with the try: only that it needs
   something is kept. */
static bool tell(const struct trying *trying, const struct tried *tried, struct cell *cell)
{
    if (tried->project)
        *cell = (struct cell){ tried->figures[0].amount, tried->figures[0].needs ? trying->unknown : NULL };
    return tried->project != NULL;
}

/* With value number `which` set to a number; false if that makes no project. */
static bool measure(const struct trying *trying, const struct tornado_bar *bars, int which, int64_t number,
                    struct cell *cell)
{
    struct value value = bars[which].fact->value;
    value.spread = NULL;
    value.number = number;
    const struct tried tried = variant_try_one(trying->variant, which, &value);
    return tell(trying, &tried, cell);
}

/* The values that vary, each as it stands. */
static struct trying trying_new(const statement_list *statements, struct tornado *tornado, struct arena *arena)
{
    struct trying trying = { .unknown = needs_one(arena, 0, 1) };
    struct statement *varied = arena_take(arena, (size_t)tornado->count + 1, sizeof *varied);
    struct value *values = arena_take(arena, (size_t)tornado->count + 1, sizeof *values);
    for (int i = 0; i < tornado->count; i++) {
        varied[i] = *tornado->bars[i].fact->by;
        values[i] = tornado->bars[i].fact->value;
        values[i].spread = NULL;
    }
    const struct asked_of_try asked = { .figures = &tornado->figure, .figure_count = 1 };
    trying.variant = variant_new(statements, varied, tornado->count, &asked, arena);
    const struct tried tried = variant_try(trying.variant, values);
    tell(&trying, &tried, &tornado->stated);
    return trying;
}

static int by_range_of(const void *left, const void *right)
{
    return by_range(*(struct tornado_bar *const *)left, *(struct tornado_bar *const *)right);
}

/* Values that no figure holds as a number have the plan made anew for each try: the larger the plan, the fewer. */
static int most_anew(const struct project *project)
{
    enum { MOST = 200, LEAST = 10, MOST_SECTIONS = 400000 };
    const int most = MOST_SECTIONS / project->all.count;
    return most > MOST ? MOST : most < LEAST ? LEAST : most;
}

static void leave_out_anew(struct tornado *tornado, const struct trying *trying, int most, struct arena *arena)
{
    struct tornado_bar **anew = arena_take(arena, (size_t)tornado->count + 1, sizeof *anew);
    for (int i = 0; i < tornado->count; i++)
        if (!variant_stays(trying->variant, i))
            anew[tornado->anew++] = &tornado->bars[i];
    if (tornado->anew <= most)
        return;
    sort_array(anew, tornado->anew, by_range_of, arena);
    for (int i = most; i < tornado->anew; i++)
        anew[i]->is_untried = true;
    tornado->left_anew = tornado->anew - most;
    tornado->anew = most;
}

/* Those that were tried, the widest first. */
static void sort_tried(struct tornado *tornado, struct arena *arena)
{
    int tried = 0;
    for (int i = 0; i < tornado->count; i++)
        if (!tornado->bars[i].is_untried)
            tornado->bars[tried++] = tornado->bars[i];
    tornado->count = tried;
    sort_array(tornado->bars, tried, by_width, arena);
}

struct tornado tornado_find(const statement_list *statements, const struct project *project,
                            const struct asked_figure *figure, bool by_tenths, int most,
                            const struct progress *progress, struct arena *arena)
{
    const struct figure_list values = by_tenths ? project_figures(project, arena) : project_uncertain(project, arena);
    struct tornado tornado = { .figure = *figure, .by_tenths = by_tenths };
    tornado.bars = arena_take(arena, (size_t)values.count + 1, sizeof *tornado.bars);
    for (int i = 0; i < values.count; i++) {
        if (values.items[i].fact->unknown >= 0)
            continue;
        struct tornado_bar *bar = &tornado.bars[tornado.count++];
        *bar = (struct tornado_bar){ .section = values.items[i].section, .fact = values.items[i].fact };
        set_ends(bar, by_tenths, arena);
    }
    keep_most(&tornado, most, arena);
    const struct trying trying = trying_new(statements, &tornado, arena);
    leave_out_anew(&tornado, &trying, most_anew(project), arena);
    for (int i = 0; i < tornado.count; i++) {
        struct tornado_bar *bar = &tornado.bars[i];
        if (bar->is_untried)
            continue;
        progress_tell(progress, i, tornado.count);
        bar->low_stands = measure(&trying, tornado.bars, i, bar->low, &bar->at_low);
        bar->high_stands = measure(&trying, tornado.bars, i, bar->high, &bar->at_high);
    }
    variant_free(trying.variant);
    sort_tried(&tornado, arena);
    return tornado;
}
