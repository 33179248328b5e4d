/* What fits in the activities' budget, year by year. */

#include <medfin/contents/prioritise.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/activities.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>

static const struct {
    const char *id, *title;
    enum doc_tone tone;
} outcomes[] = { [CHOICE_FITS] = { "fits", N_("fits"), TONE_GOOD },
                 [CHOICE_OUTSIDE] = { "outside", N_("outside"), TONE_BAD },
                 [CHOICE_UNKNOWN] = { "unknown", N_("not known"), TONE_OPEN } };

static struct doc_cell cell_outcome(enum choice_outcome outcome, const char *key)
{
    return (struct doc_cell){ .kind = CELL_VERDICT,
                              .number = outcomes[outcome].tone,
                              .text = tr(outcomes[outcome].title),
                              .id = outcomes[outcome].id,
                              .key = key };
}

/* What an activity costs in cash in the year. */
static struct doc_cell cost_cell(struct doc *doc, const struct plan *plan, const struct year_choice *year, int at,
                                 const char *key)
{
    const struct selection of = { .side = COST_SIDE, .form = IN_CASH, .line = &year->choices[at].activity->section };
    return cell_sum(doc, plan, &of, months_of_year(year->year), key);
}

/* What is shown of the costs so far, down the list. */
struct shown_costs {
    int64_t fitting_all, fitting, outside; /* whole units; the first of the whole list */
};

/* What is left of the budget behind it, or lacks for it and those before it that are outside: the difference of what is
   shown beside it. */
static struct doc_cell rest_cell(const struct doc *doc, const struct year_choice *year, int at,
                                 const struct shown_costs *costs, const char *key)
{
    const struct choice *choice = &year->choices[at];
    bool fits = choice->outcome == CHOICE_FITS;
    int64_t whole = round_quotient(year->budget.amount, doc->unit->ore) -
                    (fits ? costs->fitting : costs->fitting_all + costs->outside);
    struct doc_cell cell =
        cell_showing(cell_money(fits ? choice->left : choice->missing, false, key), fits ? whole : -whole);
    cell.exact = cell.number && !cell.whole;
    return cell;
}

/* Without who is responsible. */
static int columns_of(const struct year_choice *year)
{
    return year->has_budget ? 5 : 2;
}

static void add_choice(struct doc *doc, struct doc_table *table, const struct plan *plan,
                       const struct year_choice *year, int at, struct shown_costs *costs)
{
    const struct choice *choice = &year->choices[at];
    const char *path = arena_text(doc->arena, "years.%d.activities[%d]", year->year, at);
    struct doc_row *row = doc_row(doc, table, section_title(&choice->activity->section), 0);
    bool is_stated = fact_is_stated(choice->activity->priority);
    if (is_stated)
        row->cells[0] = cell_count(choice->priority, arena_text(doc->arena, "%s.priority", path));
    row->cells[1] = cost_cell(doc, plan, year, at, arena_text(doc->arena, "%s.cost", path));
    if (table->column_count == columns_of(year) + 1)
        row->cells[columns_of(year)] =
            activity_cell(doc, choice->activity, SAYS_RESPONSIBLE, arena_text(doc->arena, "%s.responsible", path));
    if (!year->has_budget)
        return;
    row->cells[2] = cell_outcome(choice->outcome, arena_text(doc->arena, "%s.outcome", path));
    *(choice->outcome == CHOICE_FITS ? &costs->fitting : &costs->outside) += row->cells[1].whole;
    if (choice->outcome == CHOICE_FITS)
        row->cells[3] = rest_cell(doc, year, at, costs, arena_text(doc->arena, "%s.left", path));
    if (choice->outcome == CHOICE_OUTSIDE)
        row->cells[4] = rest_cell(doc, year, at, costs, arena_text(doc->arena, "%s.missing", path));
}

static void add_values(struct doc *doc, const struct year_choice *year)
{
    const char *path = arena_text(doc->arena, "years.%d", year->year);
    for (int i = 0; i < year->count; i++)
        doc_value(doc, cell_text(year->choices[i].activity->section.id,
                                 arena_text(doc->arena, "%s.activities[%d].id", path, i)));
    doc_value(doc, cell_plan(year->cost, arena_text(doc->arena, "%s.planned", path)));
    if (!year->has_budget)
        return;
    doc_value(doc, cell_plan(year->budget, arena_text(doc->arena, "%s.budget", path)));
    doc_value(doc,
              cell_money(year->fitting_cost, !cell_is_known(year->budget), arena_text(doc->arena, "%s.fits", path)));
}

/* What fits and what does not, each in all; `from` is the row of the first activity. */
static void add_sum(struct doc *doc, struct doc_table *table, const struct year_choice *year, int from,
                    enum choice_outcome outcome, const char *label, const char *key)
{
    struct cell sum = { 0 };
    int count = 0, total = table->rows.count;
    for (int i = 0; i < year->count; i++) {
        if (year->has_budget && year->choices[i].outcome != outcome)
            continue;
        sum = cell_plus(doc->arena, sum, year->choices[i].cost);
        table->rows.items[from + i].part_of = total;
        count++;
    }
    if (!count)
        return;
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->is_total = true;
    row->cells[1] = cell_plan(sum, key);
}

static void add_next(struct doc *doc, const struct year_choice *year)
{
    const struct choice *next = year->next;
    if (!next)
        return;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("Next in line in %d: %s, when the budget has %s more.")), year->year,
                        section_title(&next->activity->section), money_text(doc->arena, next->missing, doc->language)));
}

static void add_year(struct doc *doc, const struct plan *plan, const struct year_choice *year)
{
    if (!year->count && !year->has_budget)
        return;
    struct doc_column columns[] = { activity_column(SAYS_PRIORITY),   { tr(N_("The cost")), -1, true },
                                    { tr(N_("Outcome")), -1, false }, { tr(N_("Left of the budget")), -1, true },
                                    { tr(N_("Lacks")), -1, true },    { 0 } };
    const bool shows_responsible = activities_say(plan->project, SAYS_RESPONSIBLE);
    columns[columns_of(year)] = activity_column(SAYS_RESPONSIBLE);
    const char *caption =
        arena_text(doc->arena, year->has_budget ? "%d" : tr(N_("%d, no activity budget stated")), year->year);
    add_values(doc, year);
    struct doc_table *table =
        doc_table(doc, caption, tr(N_("Activity")), columns, columns_of(year) + shows_responsible);
    table->labels_wrap = true;
    if (year->has_budget)
        doc_row(doc, table, tr(N_("Activity budget")), 0)->cells[3] = cell_plan(year->budget, NULL);
    int from = table->rows.count;
    struct shown_costs costs = { 0 };
    for (int i = 0; i < year->count; i++)
        if (year->choices[i].outcome == CHOICE_FITS)
            costs.fitting_all += cost_cell(doc, plan, year, i, NULL).whole;
    for (int i = 0; i < year->count; i++)
        add_choice(doc, table, plan, year, i, &costs);
    if (year->has_budget) {
        add_sum(doc, table, year, from, CHOICE_FITS, tr(N_("Fits, in all")), NULL);
        add_sum(doc, table, year, from, CHOICE_OUTSIDE, tr(N_("Outside, in all")),
                arena_text(doc->arena, "years.%d.outside", year->year));
    } else {
        add_sum(doc, table, year, from, CHOICE_FITS, tr(N_("Planned, in all")), NULL);
    }
    add_next(doc, year);
}

static bool any_over(const struct prioritisation *all)
{
    for (int y = 0; y < all->count; y++)
        for (int i = 0; i < all->years[y].count; i++)
            if (all->years[y].choices[i].is_over && all->years[y].has_budget)
                return true;
    return false;
}

/* Whether there is anything to choose between. */
static bool ranks(const struct prioritisation *all)
{
    for (int i = 0; i < all->count; i++)
        if (all->years[i].count)
            return true;
    return false;
}

void prioritise_contents(struct doc *doc, const struct prioritisation *all)
{
    title_contents(doc, all->plan->project, tr(N_("Priorities")));
    if (ranks(all))
        doc_text(doc, TONE_NEUTRAL,
                 all->smaller_pass
                     ? tr(N_("By priority, then in the order of the file; a smaller one may pass one that does not "
                             "fit."))
                     : tr(N_("By priority, then in the order of the file; nothing passes one that does not fit.")));
    if (any_over(all))
        doc_text(doc, TONE_NEUTRAL, tr(N_("What has been carried out stands first: its cost is no longer chosen.")));
    for (int i = 0; i < all->count; i++)
        add_year(doc, all->plan, &all->years[i]);
    activities_contents(doc, all->plan);
}
