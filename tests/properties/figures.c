/* Every figure of the table, of random projects: its path leads back to it in both languages, its parts add up to it,
   its derivation gives it when it is worked anew, and it rests on what its leaves say. */

#include <string.h>

#include <medfin/figures/figure_path.h>
#include <medfin/figures/leaves.h>

#include "random_terms.h"
#include "recompute.h"

enum { PROJECTS = 40 };

static void differs(const struct trial *trial, const struct figure *figure, const char *why)
{
    trial_fails(trial, arena_text(trial->arena, "%s: %s", figure_path(trial->arena, figure), why));
}

struct tried_figure {
    const struct trial *trial;
    const struct figure *figure;
};

static void fails(const void *tried, const char *why)
{
    const struct tried_figure *of = tried;
    differs(of->trial, of->figure, why);
}

static bool same_needs(const struct needs *a, const struct needs *b, int unknowns)
{
    for (int i = 0; i < unknowns; i++)
        if (needs_has(a, i) != needs_has(b, i))
            return false;
    return (a == NULL) == (b == NULL);
}

static void path_leads_back(const struct trial *trial, const struct figure *figure)
{
    const char *const paths[] = { figure_path(trial->arena, figure), figure_path_in(trial->arena, figure, LANGUAGE_EN),
                                  figure_path_in(trial->arena, figure, LANGUAGE_SV) };
    for (int i = 0; i < 3; i++) {
        struct figure found;
        if (figure_find(trial->plan, paths[i], &found) != FIGURE_FOUND || !figure_same(&found, figure))
            differs(trial, figure, arena_text(trial->arena, "is not what '%s' names", paths[i]));
    }
}

/* Read off the rows and through the graph. */
static void is_one_figure(const struct trial *trial, const struct figure *figure)
{
    struct cell read = figure_cell(trial->plan, figure);
    struct cell made = node_cell(trial->plan, figure_node(trial->plan, figure));
    if (!same_needs(read.needs, made.needs, trial->project->unknown_count) ||
        (cell_is_known(read) && read.amount != made.amount))
        differs(trial, figure, "has two values");
}

static void recomputes(const struct trial *trial, const struct figure *figure)
{
    struct cell cell = node_cell(trial->plan, figure_node(trial->plan, figure));
    const struct tried_figure tried = { trial, figure };
    const struct recomputing of = { trial->plan, trial->arena, fails, &tried };
    const struct derivation *told = figure_derivation(trial->plan, figure, trial->arena);
    const struct recomputed anew = recompute(&of, told);
    if (told->kind != figure->row->kind)
        differs(trial, figure, "is told as another kind of number");
    if (!same_needs(anew.needs, cell.needs, trial->project->unknown_count))
        differs(trial, figure, "needs something else than its derivation");
    if (cell_is_known(cell) && anew.value != cell.amount)
        differs(trial, figure, "is not what its derivation gives");
}

/* Whatever it needs is one of its leaves; and a leaf is told once. */
static void rests_on_its_leaves(const struct trial *trial, const struct figure *figure)
{
    struct cell cell = node_cell(trial->plan, figure_node(trial->plan, figure));
    const leaf_list leaves = figure_leaves(trial->plan, figure, trial->arena);
    for (int u = 0; u < trial->project->unknown_count; u++) {
        int told = 0;
        for (int i = 0; i < leaves.count; i++)
            told += leaves.items[i].fact->unknown == u;
        if (told > 1 || (needs_has(cell.needs, u) && !told))
            differs(trial, figure, "does not tell once what it needs");
    }
}

static void holds(const struct trial *trial, const struct figure *figure)
{
    path_leads_back(trial, figure);
    is_one_figure(trial, figure);
    recomputes(trial, figure);
    rests_on_its_leaves(trial, figure);
}

static struct figure in_time(const struct figure *figure, enum figure_time time, month first)
{
    struct figure of = *figure;
    of.time = time;
    of.first = first;
    return of;
}

/* What adds up is the sum of its years; a month's stands where the plan has one. */
static void in_each_time(const struct trial *trial, struct dice *dice, const struct figure *figure)
{
    const struct plan *plan = trial->plan;
    const struct years years = plan_years(plan);
    wide sum = 0;
    bool known = true;
    for (int year = years.first; year <= years.last; year++) {
        const struct figure of = in_time(figure, TIME_YEAR, year_first(year));
        struct cell cell = figure_cell(plan, &of);
        if (one_in(dice, years_count(years)))
            holds(trial, &of);
        sum += cell.amount;
        known = known && cell_is_known(cell);
    }
    struct cell all = figure_cell(plan, figure);
    bool is_whole = figure->row->adds_up && !figure->row->goes_beyond;
    if (is_whole && known && (!cell_is_known(all) || sum != all.amount))
        differs(trial, figure, "is not the sum of its years");
    if (figure->row->only_years)
        return;
    month at = (month)between(dice, plan->first, plan_last(plan));
    const struct figure of_month = in_time(figure, TIME_MONTH, at),
                        of_quarter = in_time(figure, TIME_QUARTER, period_begin(at, MONTHS_OF_A_QUARTER));
    holds(trial, &of_month);
    holds(trial, &of_quarter);
}

static bool is_of(const struct figure *figure, const char *path, enum figure_form form)
{
    return strcmp(figure->row->path, path) == 0 && figure->form == form;
}

/* Parts of a side, by what they are told by. */
static void parts_add_up(const struct trial *trial, const plan_figure_list *all, const char *side, const char *parts)
{
    wide sum = 0;
    bool known = true;
    struct cell whole = { 0 };
    for (int i = 0; i < all->count; i++) {
        const struct figure *figure = &all->items[i];
        struct cell cell = figure_cell(trial->plan, figure);
        if (is_of(figure, side, FORM_TOTAL))
            whole = cell;
        if (!is_of(figure, parts, FORM_TOTAL))
            continue;
        sum += cell.amount;
        known = known && cell_is_known(cell);
    }
    if (known != cell_is_known(whole) || (known && sum != whole.amount))
        trial_fails(trial, arena_text(trial->arena, "%s do not add up to %s", parts, side));
}

static void forms_add_up(const struct trial *trial, const struct figure *figure)
{
    struct figure forms[] = { *figure, *figure, *figure };
    struct cell cells[3];
    for (int form = FORM_TOTAL; form <= FORM_IN_KIND; form++) {
        forms[form].form = (enum figure_form)form;
        cells[form] = figure_cell(trial->plan, &forms[form]);
    }
    bool known = cell_is_known(cells[FORM_CASH]) && cell_is_known(cells[FORM_IN_KIND]);
    if (known && cells[FORM_TOTAL].amount != cells[FORM_CASH].amount + cells[FORM_IN_KIND].amount)
        differs(trial, figure, "is not what it is in cash and in kind");
}

/* Each funder's, and what all are over together. */
static void owed_adds_up(const struct trial *trial)
{
    const struct figure all = { .row = figure_row("owed_back") },
                        together = { .row = figure_row("owed_back.together") };
    struct cell sum = figure_cell(trial->plan, &together);
    const struct section_list *payers = &trial->project->payers;
    for (int i = 0; i < payers->count; i++) {
        const struct figure owed = { .row = figure_row("owed_back.by_funder.*"), .subject = payers->items[i] };
        sum = cell_plus(trial->arena, sum, figure_cell(trial->plan, &owed));
    }
    const struct cell whole = figure_cell(trial->plan, &all);
    if (cell_is_known(sum) && (!cell_is_known(whole) || whole.amount != sum.amount))
        trial_fails(trial, "what is owed back to each does not add up");
}

static void figures_hold(struct trial *trial, struct dice *dice)
{
    const struct plan *plan = trial->plan;
    const plan_figure_list all = plan_figures(plan, trial->arena);
    for (int i = 0; i < all.count; i++) {
        const struct figure *figure = &all.items[i];
        holds(trial, figure);
        if (!figure->row->only_total)
            in_each_time(trial, dice, figure);
        if (figure->row->has_forms)
            forms_add_up(trial, figure);
    }
    parts_add_up(trial, &all, "cost", "cost.by_category.*");
    parts_add_up(trial, &all, "cost", "cost.by_line.*");
    parts_add_up(trial, &all, "financing", "financing.by_funder.*");
    parts_add_up(trial, &all, "financing", "sectors.*");
    parts_add_up(trial, &all, "receivable", "receivable.by_funder.*");
    parts_add_up(trial, &all, "fees", "fees.by_tariff.*");
    owed_adds_up(trial);
}

static void figures_hold_on_terms(struct trial *trial, struct dice *dice)
{
    put_on_top(trial, dice, true, true);
    figures_hold(trial, dice);
}

static void every_figure_holds(void **state)
{
    try_projects(state, PROJECTS, 61, SOME_UNKNOWN, figures_hold);
    try_projects(state, PROJECTS, 62, SOME_UNKNOWN, figures_hold_on_terms);
}

/* A member of a network, whose own fee follows a tariff. */
static void a_members_figures_hold(void **state)
{
    static const char *const joining = "[project]\nstart = 2021-01\nend = 2023-12\n"
                                       "[tariff kommun]\nfixed = 4 000 kr\nper_inhabitant = 0,30 kr\n"
                                       "inhabitants = 61 000\ncount = 1\n"
                                       "[membership]\ntariff = kommun\nown_hours = 40\nhourly_cost = 450 kr\n"
                                       "own_travel = 6 000 kr/year\nhours_saved = 90\nshare_used = 70 %\n"
                                       "avoided_purchases = ?/year\n";
    struct trial trial = trial_new(joining, *state);
    struct dice dice = { 1 };
    figures_hold(&trial, &dice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_figure_holds),
        ARENA_TEST(a_members_figures_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
