#include <medfin/simulate/sensitivity.h>

#include <stdlib.h>

#include <medfin/model/stated_values.h>
#include <medfin/simulate/histogram.h>
#include <medfin/simulate/sampling.h>

/* The figure with one value set to a number; false if that makes no project. */
static bool measure(const statement_list *statements, const struct fact *fact, int64_t number,
                    const struct compared_figure *figure, const struct needs *unknown, struct cell *cell,
                    struct arena *arena)
{
    struct arena *own = arena_like(arena);
    int layer;
    statement_list tried = trial_statements(statements, &layer, own);
    if (fact) {
        struct statement *set = list_add(&tried, own);
        *set = *fact->by;
        set->layer = layer;
        set->is_setting = true;
        set->operation = OPERATION_SET;
        set->value = fact->value;
        set->value.number = number;
        set->value.spread = NULL;
    }
    const struct rerun trial = trial_plan(&tried, own);
    if (trial.project) {
        /* What it needs goes with the trial's arena: only that it needs something is kept. */
        struct cell measured = figure->measure(trial.plan, trial.plan->first, plan_last(trial.plan));
        *cell = (struct cell){ measured.amount, measured.needs ? unknown : NULL };
    }
    arena_free(own);
    return trial.project != NULL;
}

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

struct tornado tornado_find(const statement_list *statements, const struct project *project,
                            const struct compared_figure *figure, bool by_tenths, struct arena *arena)
{
    const struct figure_list values = by_tenths ? project_figures(project, arena) : project_uncertain(project, arena);
    const struct needs *unknown = needs_one(arena, 0, 1);
    struct tornado tornado = { .figure = figure, .by_tenths = by_tenths };
    tornado.bars = arena_take(arena, (size_t)values.count + 1, sizeof *tornado.bars);
    measure(statements, NULL, 0, figure, unknown, &tornado.stated, arena);
    for (int i = 0; i < values.count; i++) {
        if (values.items[i].fact->unknown >= 0)
            continue;
        struct tornado_bar *bar = &tornado.bars[tornado.count++];
        *bar = (struct tornado_bar){ .section = values.items[i].section, .fact = values.items[i].fact };
        set_ends(bar, by_tenths, arena);
        bar->low_stands = measure(statements, bar->fact, bar->low, figure, unknown, &bar->at_low, arena);
        bar->high_stands = measure(statements, bar->fact, bar->high, figure, unknown, &bar->at_high, arena);
    }
    qsort(tornado.bars, (size_t)tornado.count, sizeof *tornado.bars, by_width);
    return tornado;
}
