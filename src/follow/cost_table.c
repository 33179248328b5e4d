#include "cost_table.h"

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/follow/cells.h>

static struct doc_cell share_cell(const struct doc_cell *part, const struct doc_cell *whole, const char *key)
{
    share of;
    bool is_known = !part->unknown && !whole->unknown;
    return is_known && money_share(part->number, whole->number, &of) ? cell_share(of, false, key)
                                                                     : (struct doc_cell){ .kind = CELL_EMPTY };
}

enum column { PLANNED, OUTCOME, DEVIATION, PERCENT, BUDGET, FORECAST, DEVIATION_YEAR, METHOD, COLUMNS };

static const char *method_text(const struct doc *doc, int method)
{
    return method == METHOD_COMPUTED ? tr(N_("computed"))
           : method == METHOD_MIXED  ? tr(N_("by line"))
           : method == METHOD_NONE   ? ""
                                     : doc_word(doc, words_forecast, method);
}

static void fill_row(struct doc *doc, struct doc_row *row, const struct follow *follow, const struct followed *of,
                     const char *key)
{
    struct doc_cell *cells = row->cells;
    row->path = key;
    cells[PLANNED] = budget_cell(doc, follow, of, follow->to_date, "budget_to_date");
    cells[OUTCOME] = forecast_cell(doc, follow, of, follow->to_date, "outcome");
    cells[DEVIATION] = less_cell(cells[PLANNED], cells[OUTCOME], "deviation");
    cells[PERCENT] = share_cell(&cells[DEVIATION], &cells[PLANNED], "deviation_share");
    cells[BUDGET] = budget_cell(doc, follow, of, follow->year, "budget");
    cells[FORECAST] = forecast_cell(doc, follow, of, follow->year, "forecast");
    cells[DEVIATION_YEAR] = less_cell(cells[BUDGET], cells[FORECAST], "deviation_of_year");
}

static struct doc_table *table_new(struct doc *doc, const struct follow *follow)
{
    const int year = month_year(follow->year.first);
    const struct doc_column columns[COLUMNS] = {
        [PLANNED] = { tr(N_("Budget to date")), -1, true },
        [OUTCOME] = { tr(N_("Outcome to date")), PLANNED, true },
        [DEVIATION] = { tr(N_("Deviation")), PLANNED, true },
        [PERCENT] = { "%", -1, false },
        [BUDGET] = { arena_text(doc->arena, tr(N_("Budget %d")), year), -1, true },
        [FORECAST] = { arena_text(doc->arena, tr(N_("Forecast %d")), year), BUDGET, true },
        [DEVIATION_YEAR] = { tr(N_("Deviation of the year")), BUDGET, true },
        [METHOD] = { tr(N_("Method")), -1, true }
    };
    return doc_table(doc, tr(N_("Cost against the budget")), "", columns, COLUMNS);
}

/* A deviation of the year beyond the threshold, and what is said of it. */
static void comment_row(struct doc *doc, const struct follow *follow, const struct followed *of,
                        struct doc_table **table, int *uncommented)
{
    const struct doc_cell budget = budget_cell(doc, follow, of, follow->year, NULL),
                          forecast = forecast_cell(doc, follow, of, follow->year, NULL),
                          deviation = less_cell(budget, forecast, NULL);
    money size = deviation.number < 0 ? -deviation.number : deviation.number;
    const char *comment = followed_comment(follow, of);
    bool is_beyond = !deviation.unknown && size > comment_threshold(follow, budget.number);
    if (!is_beyond && !comment)
        return;
    const struct doc_column columns[] = { { tr(N_("Deviation of the year")), -1, true },
                                          { tr(N_("Comment")), -1, true } };
    if (!*table) {
        *table = doc_table(doc, tr(N_("Deviations and what is said of them")), "", columns, 2);
        (*table)->is_list = true;
    }
    struct doc_row *row = doc_row(doc, *table, followed_title(doc, of), 0);
    row->cells[0] = deviation;
    row->cells[1] = comment ? cell_text(comment, NULL)
                            : (struct doc_cell){ .kind = CELL_VERDICT,
                                                 .number = TONE_WARNING,
                                                 .text = tr(N_("comment missing")),
                                                 .id = "missing" };
    *uncommented += !comment;
}

static void threshold_text(struct doc *doc, const struct follow *follow)
{
    const struct fact *threshold = project_actuals(follow->forecast->project)->threshold;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena,
                        tr(N_("Deviation is budget less outcome: above zero is good. One of the year beyond %s of the "
                              "year's budget, and at least %s, needs a comment.")),
                        share_text(doc->arena, threshold->value.number, doc->language),
                        money_text(doc->arena, threshold->value.second, doc->language)));
}

/* What no account leads to is in the outcome as it was planned: whoever reads that is told. */
static void unbooked_text(struct doc *doc, const struct follow *follow)
{
    const followed_list lines = followed_all(follow, FOLLOW_LINE);
    struct text names = text_new(doc->arena);
    for (int i = 0; i < lines.count; i++) {
        const struct followed *of = &lines.items[i];
        const struct doc_cell outcome = forecast_cell(doc, follow, of, follow->closed, NULL);
        bool is_computed = followed_method(follow, of) == METHOD_COMPUTED;
        if (is_computed || !outcome.number || section_is_booked(follow->forecast->project, of->section))
            continue;
        text_addf(&names, "%s%s (%s)", names.size ? ", " : "", followed_title(doc, of), amount_shown(doc, &outcome));
    }
    if (names.size)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("No account leads to these lines, and in the outcome they stand as planned: %s.")),
                            names.bytes));
}

void cost_table(struct doc *doc, const struct follow *follow, const followed_list *all, int *uncommented)
{
    struct doc_table *table = table_new(doc, follow);
    for (int i = 0; i < all->count; i++) {
        const struct followed *of = &all->items[i];
        const char *comment = followed_comment(follow, of);
        struct doc_row *row = doc_row(doc, table, followed_title(doc, of), 0);
        fill_row(doc, row, follow, of, followed_key(doc->arena, "follow_up.cost", of));
        int method = followed_method(follow, of);
        row->cells[METHOD] = cell_text(method_text(doc, method), "method");
        row->cells[METHOD].id = method >= 0                 ? word_of_code(words_forecast, method)->english
                                : method == METHOD_COMPUTED ? "computed"
                                                            : "by_line";
        row->part_of = all->count;
        if (comment)
            doc_value(doc, cell_text(comment, arena_text(doc->arena, "%s.comment", row->path)));
    }
    const struct followed cost = followed_side(SIDE_COST);
    struct doc_row *total = doc_row(doc, table, tr(N_("Total cost")), 0);
    total->is_total = true;
    fill_row(doc, total, follow, &cost, "follow_up.cost.total");
    threshold_text(doc, follow);
    unbooked_text(doc, follow);
    deviations_table(doc, follow, all, uncommented);
}

void deviations_table(struct doc *doc, const struct follow *follow, const followed_list *all, int *uncommented)
{
    struct doc_table *comments = NULL;
    for (int i = 0; i < all->count; i++)
        comment_row(doc, follow, &all->items[i], &comments, uncommented);
}

void project_table(struct doc *doc, const struct follow *follow, const followed_list *all)
{
    const struct months whole = plan_months(follow->forecast);
    const struct doc_column columns[] = { { tr(N_("Budget")), -1, true },
                                          { tr(N_("Outcome to date")), -1, true },
                                          { tr(N_("Forecast")), 0, true },
                                          { tr(N_("Deviation")), 0, true } };
    struct doc_table *table = doc_table(doc, tr(N_("The whole project")), "", columns, 4);
    for (int i = 0; i <= all->count; i++) {
        const struct followed cost = followed_side(SIDE_COST), *of = i < all->count ? &all->items[i] : &cost;
        struct doc_row *row = doc_row(doc, table, i < all->count ? followed_title(doc, of) : tr(N_("Total cost")), 0);
        row->is_total = i == all->count;
        row->part_of = row->is_total ? -1 : all->count;
        row->path =
            row->is_total ? "follow_up.project.cost.total" : followed_key(doc->arena, "follow_up.project.cost", of);
        row->cells[0] = budget_cell(doc, follow, of, whole, "budget");
        row->cells[1] = forecast_cell(doc, follow, of, follow->closed, "outcome");
        row->cells[2] = forecast_cell(doc, follow, of, whole, "forecast");
        row->cells[3] = less_cell(row->cells[0], row->cells[2], "deviation");
    }
}

/* A line whose closed years keep what they did not use. */
static void add_lapsed(struct doc *doc, const struct follow *follow, const struct followed *of,
                       struct doc_table **table)
{
    const struct doc_column columns[] = { { tr(N_("Year")), -1, false }, { tr(N_("Amount")), -1, false } };
    const struct years years = plan_years(follow->forecast);
    for (int year = years.first; year <= years.last && year_last(year) <= follow->through; year++) {
        const struct months over = months_shared(months_of_year(year), plan_months(follow->forecast));
        const struct cell left = cell_minus(doc->arena, budget_sum(follow, of, over), forecast_sum(follow, of, over));
        if (!cell_is_known(left) || left.amount <= 0)
            continue;
        if (!*table)
            *table = doc_table(doc, tr(N_("What was left of closed years, and lapses")), "", columns, 2);
        struct doc_row *row = doc_row(doc, *table, followed_title(doc, of), 0);
        row->path = arena_text(doc->arena, "%s.%d", followed_key(doc->arena, "follow_up.lapsed", of), year);
        row->cells[0] = cell_text(arena_text(doc->arena, "%d", year), NULL);
        row->cells[1] = cell_exact(left, "amount");
    }
}

void lapsed_table(struct doc *doc, const struct follow *follow)
{
    const followed_list all = followed_all(follow, FOLLOW_LINE);
    struct doc_table *table = NULL;
    for (int i = 0; i < all.count; i++)
        if (followed_method(follow, &all.items[i]) == FORECAST_YEAR)
            add_lapsed(doc, follow, &all.items[i], &table);
}
